"""The files that were published: these bytes under this hash, or nothing at all."""

import io
from datetime import timedelta
from hashlib import sha256

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from accounts.actors import Actor
from accounts.roles import Role
from legislation import outlets
from legislation.documents.models import StoredFile
from legislation.documents.services import take_in
from legislation.documents.store import DamagedFile, address_of
from legislation.procedure import services
from legislation.procedure.models import AttachedFile, Dossier
from legislation.procedure.proposals import Attachment
from legislation.publishing import services as publications
from tests.factories.accounts import actor_with
from tests.hostile import pdfs
from tests.legislation.procedure.conftest import AT, a_filing

pytestmark = pytest.mark.django_db

LAW = "Artículo 1.- Objeto.\nArtículo 2.- Vigencia.\n".encode()
DIGEST = sha256(LAW).hexdigest()
ADDRESS = f"/documentos/{DIGEST}/informe-de-hacienda.txt"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.SENATE_FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def drafter() -> Actor:
    return actor_with(Role.DRAFTING_OFFICIAL)


@pytest.fixture
def approver() -> Actor:
    return actor_with(Role.APPROVING_OFFICIAL, confirmed_at=AT)


@pytest.fixture
def dossier(drafter, approver) -> Dossier:
    """A bill whose entry is public."""
    made = services.file_bill(filing=a_filing(), actor=drafter, at=AT, submits=True)
    outlets.approve(publication_id=made.acts.get().publication_id, actor=approver, at=AT)
    return made


@pytest.fixture
def bring(drafter, dossier, django_capture_on_commit_callbacks):
    """Attach a file and have it read, not approved."""

    def brought(content: bytes = LAW, name: str = "a.txt", **said) -> AttachedFile:
        stored = take_in(file=io.BytesIO(content), name=name, actor=drafter, at=AT)
        about = {"kind": "REPORT", "title": "Informe de Hacienda", "dated_on": AT.date(), **said}
        with django_capture_on_commit_callbacks(execute=True):
            return services.attach_document(
                dossier_id=dossier.pk,
                stored_id=stored.pk,
                about=Attachment(**about),
                actor=drafter,
                at=AT,
                submits=True,
            )

    return brought


@pytest.fixture
def publish(bring, approver):
    def published(*given, **said) -> AttachedFile:
        made = bring(*given, **said)
        outlets.approve(publication_id=made.publication_id, actor=approver, at=AT)
        return made

    return published


def withdraw(made: AttachedFile, approver: Actor) -> None:
    services.withdraw_publication(
        publication_id=made.publication_id,
        reason="Tenía datos de una persona.",
        actor=approver,
        at=AT,
    )


def read(client: Client, address: str) -> tuple[int, bytes]:
    response = client.get(address)
    body = response.getvalue() if response.streaming else response.content
    return response.status_code, body


def test_what_was_published_is_given_byte_for_byte_to_be_kept(client, publish):
    publish()
    response = client.get(ADDRESS)
    assert response.getvalue() == LAW
    assert {
        name: response.headers[name]
        for name in (
            *("Content-Type", "Content-Disposition", "X-Content-Type-Options"),
            *("Cache-Control", "ETag", "Content-Length"),
        )
    } == {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": 'attachment; filename="informe-de-hacienda.txt"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "public, max-age=31536000, immutable",
        "ETag": f'"{DIGEST}"',
        "Content-Length": str(len(LAW)),
    }
    assert "Set-Cookie" not in response.headers
    assert "Vary" not in response.headers


def test_a_pdf_is_called_one(client, publish):
    content = pdfs.made()
    made = publish(content, "a.pdf")
    response = client.get(made.publication.content["address"])
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].endswith('.pdf"')
    assert response.getvalue() == content


def test_whoever_has_it_already_is_told_so(client, publish):
    publish()
    response = client.get(ADDRESS, headers={"If-None-Match": f'"{DIGEST}"'})
    assert (response.status_code, response.content) == (304, b"")


def test_what_is_not_approved_is_not_there(client, bring):
    bring()
    assert client.get(ADDRESS).status_code == 404


def test_what_waits_for_its_hour_is_not_there(client, bring, approver):
    made = bring()
    outlets.approve(
        publication_id=made.publication_id, actor=approver, at=AT, due_at=AT + timedelta(days=1)
    )
    assert client.get(ADDRESS).status_code == 404


def test_what_was_discarded_is_not_there(client, bring, drafter):
    made = bring()
    publications.discard(publication_id=made.publication_id, reason="", actor=drafter, at=AT)
    assert client.get(ADDRESS).status_code == 404


def test_a_file_that_nobody_attached_is_not_there(client, drafter):
    stored = take_in(file=io.BytesIO(LAW), name="a.txt", actor=drafter, at=AT)
    assert StoredFile.objects.get() == stored
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        f"/documentos/{'0' * 64}/informe-de-hacienda.txt",
        f"/documentos/{DIGEST.upper()}/informe-de-hacienda.txt",
        f"/documentos/{DIGEST[:63]}/informe-de-hacienda.txt",
        f"/documentos/{DIGEST}/",
        f"/documentos/{DIGEST}/informe-de-hacienda.exe",
        f"/documentos/{DIGEST}/../{DIGEST}",
        f"/documentos/{DIGEST}/..%2f..%2fetc%2fpasswd.txt",
        f"/documentos/{DIGEST[:2]}/{DIGEST}",
        f"/documentos/..%2f{DIGEST}/a.txt",
        f"/documentos/{DIGEST}/a%00.txt",
        f"/documentos/{DIGEST}/a%0d%0aSet-Cookie:x.txt",
        f"/documentos/{DIGEST}/{'a' * 200}.txt",
    ],
)
def test_what_is_no_address_of_ours_gives_nothing(client, publish, address):
    publish()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", [f"/documentos/{DIGEST}/otro.txt", f"/en{ADDRESS}", f"/documentos/{DIGEST}/x.pdf"]
)
def test_another_name_moves_for_good_to_the_one_that_was_given(client, publish, address):
    publish()
    response = client.get(address)
    assert (response.status_code, response.url) == (301, ADDRESS)


def test_what_was_withdrawn_is_gone_and_a_stone_says_why(client, publish, approver):
    made = publish()
    withdraw(made, approver)
    response = client.get(ADDRESS)
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 410
    assert "Tenía datos de una persona." in page.main.text
    assert "Objeto" not in page.main.text
    assert "immutable" not in response.headers.get("Cache-Control", "")
    # Neither another name nor a validator of before brings it back.
    assert client.get(f"/documentos/{DIGEST}/otro.txt").status_code == 410
    again = client.get(ADDRESS, headers={"If-None-Match": f'"{DIGEST}"'})
    assert again.status_code == 410


def test_the_same_file_under_two_names_may_be_withdrawn_under_one(client, publish, approver):
    first = publish()
    publish(title="Otro informe")
    withdraw(first, approver)
    assert read(client, ADDRESS)[0] == 410
    assert read(client, f"/documentos/{DIGEST}/otro-informe.txt") == (200, LAW)


def test_a_file_that_was_tampered_with_is_not_given(client, publish, files):
    publish()
    place = files / address_of(DIGEST)
    place.chmod(0o600)
    place.write_bytes(LAW.replace(b"1", b"9"))
    with pytest.raises(DamagedFile):
        client.get(ADDRESS)
    quiet = Client(raise_request_exception=False)
    response = quiet.get(ADDRESS)
    assert response.status_code == 500
    assert b"Objeto" not in response.content


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_is_sent_there(client, publish, method):
    publish()
    assert getattr(client, method)(ADDRESS).status_code == 405


def test_the_papers_of_the_bill_lead_to_it(client, publish, dossier):
    publish()
    publish(LAW + b".", kind="OTHER", title="Minuta")
    page = BeautifulSoup(
        client.get(f"/proyectos/{dossier.number}/documentos/").content, "html.parser"
    )
    links = [link for link in page.main.find_all("a") if link["href"].startswith("/documentos/")]
    assert [(link.text, link.get("rel")) for link in links] == [
        ("Informe de Hacienda", None),
        ("Minuta", None),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_costs_the_same_however_often_it_was_published(
    client, publish, count, django_assert_num_queries
):
    for place in range(count):
        publish(title=f"Informe {place}")
    with django_assert_num_queries(1):
        status, body = read(client, f"/documentos/{DIGEST}/informe-0.txt")
    assert (status, body) == (200, LAW)
