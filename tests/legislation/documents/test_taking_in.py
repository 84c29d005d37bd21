"""Officials bring files in; what is fit is kept once and for ever, the rest leaves no trace."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.actors import SYSTEM, Actor
from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.models import User
from accounts.roles import Role
from legislation.documents import tasks
from legislation.documents.enums import FileState, Reading
from legislation.documents.intake.signatures import EICAR
from legislation.documents.models import Article, StoredFile, Version
from legislation.documents.refusals import RefusedFile, inspect
from legislation.documents.services import add_version, read_file, take_in
from legislation.documents.store import DamagedFile, address_of, store
from legislation.errors import RuleViolation
from tests.factories.documents import DocumentFactory
from tests.hostile import archives, corpus, pdfs
from tests.legislation.documents.clamd import FakeClamd

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files")]

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)
LAW = "Artículo 1.- Objeto.\nArtículo 2.- Vigencia.\n".encode()


@pytest.fixture
def official() -> Actor:
    user = User.objects.create_user("rosa@senado.example", name="Rosa")
    return Actor(user_id=user.pk, name="Rosa", roles=frozenset({Role.DRAFTING_OFFICIAL}))


def taken(content: bytes, name: str, actor: Actor) -> StoredFile:
    return take_in(file=io.BytesIO(content), name=name, actor=actor, at=NOW)


def acts() -> list[tuple[str, str]]:
    return list(LedgerEntry.objects.order_by("sequence").values_list("act", "object_key"))


def kept(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_fit_file_is_kept_under_the_hash_of_its_content(official: Actor, files: Path) -> None:
    stored = taken(LAW, "C:\\Ley.TXT", official)

    digest = sha256(LAW).hexdigest()
    assert (stored.sha256, stored.size, stored.kind) == (digest, len(LAW), "TEXT")
    assert (stored.name, stored.pages, stored.stored_at) == ("Ley.txt", None, NOW)
    assert (stored.state, stored.reading) == (FileState.CLEAN, Reading.UNREAD)
    assert kept(files) == [address_of(digest)]
    assert (files / address_of(digest)).read_bytes() == LAW
    assert acts() == [("file.stored", digest)]


def test_an_upload_of_a_browser_comes_in(official: Actor) -> None:
    upload = SimpleUploadedFile("informe.pdf", pdfs.made(pages=3), "text/html")

    stored = take_in(file=upload, name="informe.pdf", actor=official, at=NOW)

    assert (stored.kind, stored.pages) == ("PDF", 3)


def test_the_same_content_under_another_name_is_the_same_file(official: Actor) -> None:
    first = taken(LAW, "ley.txt", official)

    again = taken(LAW, "otra.txt", official)

    assert (again.pk, again.name) == (first.pk, "ley.txt")
    assert [act for act, _key in acts()] == ["file.stored"]


@pytest.mark.parametrize("role", sorted(set(Role)))
def test_only_officials_of_the_record_bring_files_in(role: Role, files: Path) -> None:
    user = User.objects.create_user("alguien@senado.example", name="Alguien")
    actor = Actor(user_id=user.pk, name="Alguien", roles=frozenset({role}))
    writes = {"DRAFTING_OFFICIAL", "APPROVING_OFFICIAL", "COMMITTEE_SECRETARY", "FLOOR_SECRETARIAT"}
    if role in writes:
        assert taken(LAW, "ley.txt", actor).state == FileState.CLEAN
        return

    with pytest.raises(NotPermitted, match="Secretar"):
        taken(LAW, "ley.txt", actor)

    assert (StoredFile.objects.count(), kept(files), acts()) == (0, [], [])


@pytest.mark.parametrize(
    ("make", "name"),
    [(pdfs.javascript, "a.pdf"), (lambda: EICAR, "a.txt"), (lambda: corpus.HTML, "a.pdf")],
)
def test_of_a_refused_file_nothing_is_kept(
    make: Callable[[], bytes], name: str, official: Actor, files: Path
) -> None:
    with pytest.raises(RefusedFile) as refused:
        taken(make(), name, official)

    assert str(refused.value).rstrip(")").endswith(refused.value.detail)
    assert (StoredFile.objects.count(), kept(files), acts()) == (0, [], [])


def test_more_than_the_limit_is_refused(official: Actor, files: Path, settings: Settings) -> None:
    settings.SENATE_UPLOAD_LIMIT = len(LAW) - 1

    with pytest.raises(RefusedFile):
        taken(LAW, "ley.txt", official)

    assert kept(files) == []


def test_inspecting_keeps_nothing(files: Path) -> None:
    found = inspect(io.BytesIO(pdfs.made()), name="a.pdf", limit=10_000)

    assert (found.kind, found.pages, kept(files)) == ("PDF", 1, [])
    with pytest.raises(RefusedFile):
        inspect(io.BytesIO(pdfs.made()), name="a.txt", limit=10_000)


# --- The antivirus ----------------------------------------------------------------------------


@pytest.fixture
def clamd(tmp_path: Path, settings: Settings) -> FakeClamd:
    fake = FakeClamd(tmp_path / "clamd.sock")
    settings.SENATE_ANTIVIRUS = str(fake.path)
    return fake


def test_what_the_antivirus_lets_pass_is_clean(official: Actor, clamd: FakeClamd) -> None:
    with clamd.answering("stream: OK"):
        assert taken(LAW, "ley.txt", official).state == FileState.CLEAN

    assert clamd.heard == [LAW]


def test_what_the_antivirus_finds_is_refused(
    official: Actor, clamd: FakeClamd, files: Path
) -> None:
    with clamd.answering("stream: Win.Test FOUND"), pytest.raises(RefusedFile, match=r"Win\.Test"):
        taken(LAW, "ley.txt", official)

    assert (StoredFile.objects.count(), kept(files)) == (0, [])


@pytest.mark.parametrize(
    "reply", ["stream: Size limit reached ERROR", "", "OK stream", "INSTREAM size limit exceeded."]
)
def test_what_is_no_verdict_leaves_the_file_waiting(
    reply: str, official: Actor, clamd: FakeClamd
) -> None:
    with clamd.answering(reply):
        assert taken(LAW, "ley.txt", official).state == FileState.WAITING


def test_with_the_antivirus_silent_nothing_can_be_made_of_a_file(
    official: Actor, clamd: FakeClamd
) -> None:
    stored = taken(LAW, "ley.txt", official)
    document = DocumentFactory()

    assert stored.state == FileState.WAITING
    with pytest.raises(RuleViolation):
        add_version(document=document, stored=stored, actor=official, at=NOW)
    assert Version.objects.count() == 0


def test_what_waited_is_cleared_once_the_antivirus_speaks(
    official: Actor, clamd: FakeClamd
) -> None:
    stored = taken(LAW, "ley.txt", official)
    tasks.scan_waiting()
    assert StoredFile.objects.get().state == FileState.WAITING

    with clamd.answering("stream: OK"):
        tasks.scan_waiting()

    assert StoredFile.objects.get().state == FileState.CLEAN
    assert acts() == [("file.stored", stored.sha256), ("file.cleared", stored.sha256)]


def test_what_waited_and_is_infected_is_refused_for_good(official: Actor, clamd: FakeClamd) -> None:
    stored = taken(LAW, "ley.txt", official)

    with clamd.answering("stream: Win.Test FOUND"):
        tasks.scan_waiting()

    found = StoredFile.objects.get()
    assert (found.state, found.reason) == (FileState.REFUSED, "Win.Test")
    assert [act for act, _key in acts()] == ["file.stored", "file.refused"]
    with clamd.answering("stream: OK"), pytest.raises(RefusedFile):
        taken(LAW, "ley.txt", official)
    with pytest.raises(RuleViolation):
        add_version(document=DocumentFactory(), stored=stored, actor=official, at=NOW)


def test_brought_again_a_waiting_file_is_scanned_again(official: Actor, clamd: FakeClamd) -> None:
    taken(LAW, "ley.txt", official)

    with clamd.answering("stream: OK"):
        assert taken(LAW, "ley.txt", official).state == FileState.CLEAN


# --- Versions and their text ------------------------------------------------------------------


def test_a_file_becomes_the_next_version_and_its_articles_are_read(official: Actor) -> None:
    document = DocumentFactory()
    stored = taken(archives.docx(), "ley.docx", official)

    version = add_version(document=document, stored=stored, actor=official, at=NOW)
    read_file(stored.sha256)

    assert (version.number, version.sha256, version.file_id) == (1, stored.sha256, stored.pk)
    assert list(version.articles.values_list("position", "eid", "label", "body")) == [
        (1, "art_1", "Artículo 1", "Objeto de la ley.")
    ]
    assert StoredFile.objects.get().reading == Reading.READ
    assert [act for act, _key in acts()] == [
        "file.stored",
        "document.version_added",
        "document.text_read",
    ]


def test_a_version_is_read_by_itself_once_it_is_committed(
    official: Actor, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    stored = taken(LAW, "ley.txt", official)

    with django_capture_on_commit_callbacks(execute=True):
        add_version(document=DocumentFactory(), stored=stored, actor=official, at=NOW)

    assert list(Article.objects.order_by("position").values_list("eid", "body")) == [
        ("art_1", "Objeto."),
        ("art_2", "Vigencia."),
    ]


def test_reading_again_changes_nothing(
    official: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stored = taken(LAW, "ley.txt", official)
    add_version(document=DocumentFactory(), stored=stored, actor=official, at=NOW)

    assert read_file(stored.sha256) == 1
    with django_assert_num_queries(2):
        assert read_file(stored.sha256) == 0
    assert Article.objects.count() == 2


def test_the_latest_file_again_is_the_same_version(official: Actor) -> None:
    document, stored = DocumentFactory(), taken(LAW, "ley.txt", official)
    first = add_version(document=document, stored=stored, actor=official, at=NOW)

    assert add_version(document=document, stored=stored, actor=official, at=NOW) == first


def test_another_file_is_the_next_version_and_the_first_stays(official: Actor) -> None:
    document = DocumentFactory()
    one, two = taken(LAW, "ley.txt", official), taken(LAW + b".", "ley.txt", official)

    numbers = [
        add_version(document=document, stored=stored, actor=official, at=NOW).number
        for stored in (one, two, one)
    ]

    assert numbers == [1, 2, 3]


def test_a_version_of_pictures_alone_is_a_file_and_says_so(official: Actor) -> None:
    stored = taken(pdfs.of_pictures(), "foto.pdf", official)
    version = add_version(document=DocumentFactory(), stored=stored, actor=official, at=NOW)

    assert read_file(stored.sha256) == 0
    assert StoredFile.objects.get().reading == Reading.NO_TEXT
    assert version.articles.count() == 0


def test_a_text_that_no_parser_can_read_is_said_to_be_so(official: Actor) -> None:
    stored = taken(archives.words_without_end(), "ley.docx", official)
    add_version(document=DocumentFactory(), stored=stored, actor=official, at=NOW)

    assert read_file(stored.sha256) == 0
    assert StoredFile.objects.get().reading == Reading.FAILED


def test_whoever_may_bring_no_files_in_adds_no_version(official: Actor) -> None:
    stored = taken(LAW, "ley.txt", official)
    auditor = Actor(official.user_id, "Rosa", frozenset({Role.AUDITOR}))

    with pytest.raises(NotPermitted):
        add_version(document=DocumentFactory(), stored=stored, actor=auditor, at=NOW)

    assert Version.objects.count() == 0


# --- The store and the table ------------------------------------------------------------------


def test_a_file_that_was_tampered_with_is_not_given_out(official: Actor, files: Path) -> None:
    stored = taken(LAW, "ley.txt", official)
    place = files / address_of(stored.sha256)
    place.chmod(0o600)
    place.write_bytes(LAW.replace(b"1", b"9"))

    with pytest.raises(DamagedFile):
        store().open(address_of(stored.sha256))
    with pytest.raises(DamagedFile):
        taken(LAW, "ley.txt", official)


def test_what_lies_in_the_store_is_neither_changed_nor_deleted(official: Actor) -> None:
    address = address_of(taken(LAW, "ley.txt", official).sha256)

    with pytest.raises(PermissionError):
        store().delete(address)
    with pytest.raises(PermissionError):
        store().open(address, "wb")
    with pytest.raises(DamagedFile):
        store().save(address_of("0" * 64), io.BytesIO(LAW))


def test_only_what_is_found_out_later_changes_in_the_table(official: Actor) -> None:
    taken(LAW, "ley.txt", official)
    StoredFile.objects.update(reading=Reading.FAILED)

    for change in ({"size": 1}, {"name": "b.txt"}, {"state": FileState.WAITING}, {"pages": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            StoredFile.objects.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.all().delete()


def test_no_version_can_hold_a_file_that_waits_or_another_hash(
    official: Actor, clamd: FakeClamd
) -> None:
    document, waiting = DocumentFactory(), taken(LAW, "ley.txt", official)

    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(
            document=document, number=1, sha256=waiting.sha256, file=waiting, created_at=NOW
        )
    with clamd.answering("stream: OK"):
        tasks.scan_waiting()
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(
            document=document, number=1, sha256="0" * 64, file=waiting, created_at=NOW
        )


def test_the_application_cannot_delete_files() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, has_table_privilege(rolname, 'legislation_storedfile', 'DELETE')"
            " FROM pg_roles WHERE rolname = 'senado_app'"
        )
        assert cursor.fetchall() == [("senado_app", False)]


def test_the_system_may_take_files_in() -> None:
    assert taken(LAW, "ley.txt", SYSTEM).state == FileState.CLEAN
