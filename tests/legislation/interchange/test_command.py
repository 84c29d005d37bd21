"""``manage.py import_senate``, as the person at the shell meets it."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone, translation

from legislation.bills.models import Bill
from legislation.interchange.models import ImportedFile, ImportRun
from legislation.people.models import Person
from tests.factories.interchange import (
    bill_xml,
    names,
    roster_csv,
    shortened,
    vote_xml,
    votes_xml,
)
from tests.legislation.interchange.service import Answer, FakeService

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A download as somebody might keep it: folders, other formats, one broken file."""
    answers = {shortened(names()[0]): "Si"}
    (tmp_path / "bills").mkdir()
    (tmp_path / "bills" / "90001-07.xml").write_bytes(bill_xml())
    (tmp_path / "a-votes").mkdir()
    (tmp_path / "a-votes" / "90001.xml").write_bytes(votes_xml(vote_xml(answers)))
    (tmp_path / "z-roster.csv").write_bytes(roster_csv(names()[:3]))
    (tmp_path / "notes.json").write_text("{}")
    (tmp_path / ".hidden.xml").write_bytes(b"<proyectos>")
    return tmp_path


def run(*arguments: Any, **options: Any) -> tuple[str, str, int]:
    """What it writes, what it complains of, and its exit status."""
    out, complaints = io.StringIO(), io.StringIO()
    status = 0
    with translation.override("en"):
        try:
            call_command(
                "import_senate",
                *(str(argument) for argument in arguments),
                stdout=out,
                stderr=complaints,
                **options,
            )
        except SystemExit as end:
            status = int(end.code or 0)
    return out.getvalue(), complaints.getvalue(), status


def last_line(out: str) -> str:
    return out.strip().splitlines()[-1]


def test_a_folder_is_read_people_first_and_votes_last(folder: Path) -> None:
    out, complaints, status = run(folder)

    assert (complaints, status) == ("", 0)
    assert list(ImportedFile.objects.order_by("id").values_list("name", flat=True)) == [
        "z-roster.csv",
        "bills/90001-07.xml",
        "a-votes/90001.xml",
    ]
    assert "Not read, of no known format: notes.json" in out
    assert last_line(out) == (
        "import_senate: 3 files, 3 created, 0 changed, 0 unchanged, 0 refused, 20 rows"
    )


def test_a_second_run_says_0_changed(folder: Path) -> None:
    run(folder)

    out, _, status = run(folder)

    assert status == 0
    assert last_line(out) == (
        "import_senate: 3 files, 0 created, 0 changed, 3 unchanged, 0 refused, 0 rows"
    )


def test_the_closing_report_explains_what_was_not_stored(folder: Path) -> None:
    out, _, _ = run(folder)

    assert "Kept as printed, not matched to a person" not in out
    assert "Not as many senators as seats" in out


def test_a_refused_file_is_named_and_the_exit_status_says_so(folder: Path) -> None:
    (folder / "bills" / "90002-07.xml").write_bytes(b"<!doctype html><html></html>")

    out, complaints, status = run(folder)

    assert complaints == ("Refused bills/90002-07.xml: An HTML page came where XML was expected.\n")
    assert status == 1
    assert "3 created, 0 changed, 0 unchanged, 1 refused" in last_line(out)


def test_a_file_above_the_limit_is_refused(folder: Path, settings: Any) -> None:
    settings.SENATE_FILE_LIMIT = 1_000

    _, complaints, status = run(folder / "bills" / "90001-07.xml")

    assert (status, "larger than 0.001 MB" in complaints) == (1, True)


def test_a_rehearsal_keeps_nothing(folder: Path) -> None:
    out, _, status = run(folder, "--dry-run")

    assert status == 0
    assert "everything was undone" in out
    assert last_line(out).endswith("3 created, 0 changed, 0 unchanged, 0 refused, 20 rows")
    assert (Bill.objects.count(), Person.objects.count(), ImportRun.objects.count()) == (0, 0, 0)


def test_a_file_named_outright_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_bytes(bill_xml())

    _, _, status = run(file)

    assert (status, Bill.objects.count()) == (0, 1)


def test_files_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    for place, number in (("one", "90001-07"), ("two", "90002-07")):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.xml").write_bytes(bill_xml(number))

    run(tmp_path / "one", tmp_path / "two")

    assert set(ImportedFile.objects.values_list("name", flat=True)) == {
        (tmp_path / "one" / "a.xml").as_posix(),
        (tmp_path / "two" / "a.xml").as_posix(),
    }


@pytest.mark.parametrize(
    "arguments", [(), ("--bill", "x"), ("--since", "2001-01-01"), ("/nowhere/at/all",)]
)
def test_what_cannot_be_done_is_said_before_anything_is(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        call_command("import_senate", *arguments)

    assert ImportRun.objects.count() == 0


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        call_command("import_senate", str(tmp_path))


def test_files_and_the_live_service_are_not_asked_at_once(folder: Path) -> None:
    with pytest.raises(CommandError):
        call_command("import_senate", str(folder), "--bill", "8575")


@pytest.mark.parametrize("number", ["90001", "90001-07", "90.001-07"])
def test_a_bill_is_asked_from_the_live_service(
    number: str, service: FakeService, settings: Any
) -> None:
    settings.SENATE_SERVICE_URL = service.url
    path = "/wspublico/tramitacion.php?boletin=90001"
    service.answers[path] = [Answer(bill_xml())]

    _, _, status = run("--bill", number)

    assert (status, service.asked) == (0, [path])
    bill = Bill.objects.get()
    assert bill.source.url == service.url + "tramitacion.php?boletin=90001"


def test_what_moved_since_a_day_is_asked_from_the_live_service(
    service: FakeService, settings: Any
) -> None:
    settings.SENATE_SERVICE_URL = service.url
    settings.SENATE_SERVICE_TRIES = 1
    today = timezone.localdate()

    _, _, status = run("--since", today.isoformat())

    assert status == 1
    assert service.asked == [f"/wspublico/tramitacion.php?fecha={today:%d%%2F%m%%2F%Y}"]
    assert ImportRun.objects.get().origin == f"{service.url} ≥ {today.isoformat()}"


def test_a_bill_asked_for_twice_is_read_once(service: FakeService, settings: Any) -> None:
    settings.SENATE_SERVICE_URL = service.url
    path = "/wspublico/tramitacion.php?boletin=90001"
    service.answers[path] = [Answer(bill_xml())]

    out, _, status = run("--bill", "90001", "--bill", "90001-07", "--bill", "90.001-07")

    assert (status, service.asked) == (0, [path])
    assert last_line(out).startswith("import_senate: 1 files, 1 created")
