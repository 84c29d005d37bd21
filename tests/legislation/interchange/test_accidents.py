"""One bad input never ends an import, and nothing is stored as what it is not."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import translation

from legislation.bills.models import Bill
from legislation.interchange.enums import FileOutcome, LossKind, RunState
from legislation.interchange.inputs import local_inputs
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun
from legislation.interchange.readers import losses
from legislation.interchange.services import importing
from legislation.people.models import Mandate, Person
from legislation.search.models import SearchWord
from legislation.votes.models import Vote
from tests.factories.interchange import (
    Given,
    bill_xml,
    names,
    roster_csv,
    shortened,
    step,
    together,
    vote_xml,
    votes_xml,
)
from tests.legislation.interchange.conftest import Import, Killed

pytestmark = pytest.mark.django_db

ANSWERS = {shortened(names()[0]): "Si"}
GOOD = Given("90002-07.xml", bill_xml("90002-07", title="Otra materia"))


def senator_xml(number: str) -> bytes:
    return (
        f"<senadores><senador><PARLID>{number}</PARLID><PARLNOMBRE>Ana</PARLNOMBRE>"
        "<PARLAPELLIDOPATERNO>Boldo</PARLAPELLIDOPATERNO></senador></senadores>"
    ).encode()


def day(*bills: bytes) -> Given:
    return Given("tramitacion.php?fecha=01/09/2026", together(*bills), may_be_empty=True)


def lost(reason: str) -> list[tuple[str, str, str]]:
    rows = ImportLoss.objects.filter(reason=reason).order_by("id")
    return list(rows.values_list("kind", "number", "value"))


class Broken:
    """An input in which the program itself makes a mistake."""

    name, url, may_be_empty = "broken.xml", "", False

    def __init__(self, mistake: BaseException) -> None:
        self.mistake = mistake

    def content(self) -> bytes:
        raise self.mistake


def test_a_mistake_of_the_program_refuses_one_file_and_is_in_the_log(
    run: Import, caplog: pytest.LogCaptureFixture
) -> None:
    with translation.override("en"):
        report = run(Broken(ZeroDivisionError("by zero")), GOOD)

    assert report.outcomes == {FileOutcome.REFUSED: 1, FileOutcome.CREATED: 1}
    assert report.refused == [
        ("broken.xml", "Reading it failed, which the log explains: ZeroDivisionError: by zero")
    ]
    assert "Reading broken.xml failed" in caplog.text
    assert "Traceback" in caplog.text


def test_a_lost_database_ends_the_run(run: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "is_connection_lost", lambda: True)

    with pytest.raises(OperationalError):
        run(Broken(OperationalError("server closed the connection unexpectedly")), GOOD)

    assert ImportRun.objects.get().state == RunState.RUNNING


def test_more_words_than_the_index_holds_refuse_one_file(run: Import) -> None:
    endless = " ".join(f"palabra{n}" for n in range(120_000))

    report = run(Given("a.xml", bill_xml(title=endless)), GOOD)

    assert report.outcomes == {FileOutcome.REFUSED: 1, FileOutcome.CREATED: 1}
    assert list(Bill.objects.values_list("number", flat=True)) == ["90002-07"]
    assert not connection.needs_rollback


def test_what_a_refusal_quotes_of_the_file_has_an_end(run: Import) -> None:
    run(Given("a.xml", bill_xml("9" * 50_000)))

    assert len(ImportedFile.objects.get().error) == importing.SENTENCE_LIMIT


def test_two_inputs_of_one_name_are_both_read_and_told_apart(run: Import) -> None:
    report = run(GOOD, Given(GOOD.name, bill_xml("90003-07")), GOOD)

    assert report.outcomes == {FileOutcome.CREATED: 2, FileOutcome.UNCHANGED: 1}
    assert list(ImportedFile.objects.order_by("id").values_list("name", "source__name")) == [
        ("90002-07.xml", "90002-07.xml"),
        ("90002-07.xml (2)", "90002-07.xml"),
        ("90002-07.xml (3)", "90002-07.xml"),
    ]


def test_a_name_that_is_not_text_is_written_out(run: Import, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9.xml")).write_bytes(GOOD.body)
    files, _ = local_inputs([tmp_path], largest=10**6)

    report = run(*files)

    assert report.outcomes == {FileOutcome.CREATED: 1}
    assert ImportedFile.objects.get().name == "\\xe9.xml"


@pytest.mark.parametrize("number", ["99999999999", "2147483648", "9" * 30, "9" * 5000, "²", "-1"])
def test_a_senators_number_that_the_record_cannot_hold_is_listed(run: Import, number: str) -> None:
    known = senator_xml("7").removeprefix(b"<senadores>").removesuffix(b"</senadores>")
    both = senator_xml(number).replace(b"</senadores>", known + b"</senadores>")

    report = run(Given("s.xml", both))

    assert report.outcomes == {FileOutcome.CREATED: 1}
    assert list(Person.objects.values_list("senate_id", flat=True)) == [7]
    assert (LossKind.NOT_STORED, "", number) in lost(losses.NOT_UNDERSTOOD)


@pytest.mark.parametrize("number", ["99999999999", "4.294.967.301", "9" * 30])
def test_a_laws_number_that_no_law_has_stays_as_printed(run: Import, number: str) -> None:
    law = f"Ley N° {number}"

    report = run(Given("a.xml", bill_xml(law=law, status="Publicado")))

    assert report.outcomes == {FileOutcome.CREATED: 1}
    assert Bill.objects.values_list("law_text", "law_number").get() == (law, None)
    assert lost(losses.KEPT_AS_PRINTED) == [(LossKind.WARNING, "90001-07", law)]


@pytest.mark.parametrize("year", ["9" * 30, "99999", "9" * 5000])
def test_a_term_that_ends_in_no_year_refuses_the_roster(run: Import, year: str) -> None:
    report = run(Given("r.csv", roster_csv().replace(b"2030", year.encode())), GOOD)

    assert report.outcomes == {FileOutcome.REFUSED: 1, FileOutcome.CREATED: 1}
    assert Mandate.objects.count() == 0


def test_what_is_too_long_to_store_is_listed_in_full(run: Import) -> None:
    link = "http://www.senado.example/" + "y" * 2000
    unknown = "z" * 2000

    run(Given("a.xml", bill_xml(link=link, more=f"<nuevo>{unknown}</nuevo>")))

    assert lost(losses.TOO_LONG) == [(LossKind.NOT_STORED, "90001-07", link)]
    assert lost(losses.NOT_READ) == [(LossKind.NOT_STORED, "90001-07", unknown)]


def test_a_bill_of_the_day_that_is_not_understood_does_not_hold_back_the_others(
    run: Import,
) -> None:
    strange = bill_xml("90001-07", status="Suspendido")

    with translation.override("en"):
        report = run(day(bill_xml("90003-07"), strange, GOOD.body))

    assert report.outcomes == {FileOutcome.CREATED: 1}
    assert report.refused == []
    assert ImportRun.objects.get().state == RunState.FINISHED
    assert set(Bill.objects.values_list("number", flat=True)) == {"90002-07", "90003-07"}
    assert lost(losses.BILL_REFUSED) == [
        (
            LossKind.NOT_STORED,
            "90001-07",
            "The bill's «estado» is missing or not known: «Suspendido».",
        )
    ]


def test_neither_does_one_that_the_record_refuses(run: Import) -> None:
    endless = bill_xml("90001-07", title=" ".join(f"palabra{n}" for n in range(120_000)))

    report = run(day(endless, GOOD.body))

    assert report.outcomes == {FileOutcome.CREATED: 1}
    assert Bill.objects.get().number == "90002-07"
    assert Bill.objects.get().committee is not None
    ((kind, number, value),) = lost(losses.BILL_REFUSED)
    assert (kind, number) == (LossKind.NOT_STORED, "90001-07")
    assert value.startswith("90001-07: ")


def test_a_file_of_bills_is_still_refused_as_a_whole(run: Import) -> None:
    both = together(GOOD.body, bill_xml("90001-07", status="Suspendido"))

    report = run(Given("a.xml", both))

    assert report.outcomes == {FileOutcome.REFUSED: 1}
    assert Bill.objects.count() == 0


def test_a_bill_that_a_file_holds_twice_is_read_once_and_changes_nothing_again(
    run: Import,
) -> None:
    twice = Given("a.xml", together(bill_xml(title="Uno"), bill_xml(title="Dos")))

    first, second = run(twice), run(twice)

    assert first.outcomes == {FileOutcome.CREATED: 1}
    assert second.outcomes == {FileOutcome.UNCHANGED: 1}
    assert Bill.objects.get().title == "Uno"
    assert lost(losses.BILL_TWICE) == [(LossKind.NOT_STORED, "90001-07", "90001-07")] * 2


def test_a_bill_whose_suffix_changed_is_said_to_be_on_record_and_its_votes_are_not_repeated(
    run: Import,
) -> None:
    vote = vote_xml(ANSWERS, subject="Artículo 3")
    run(Given("a.xml", bill_xml("90001-07", votes=[vote])))
    again = vote_xml(ANSWERS, subject="Artículo 4")
    moved = Given("b.xml", bill_xml("90001-11", votes=[vote, again]))

    run(moved)
    report = run(moved)

    assert report.outcomes == {FileOutcome.UNCHANGED: 1}
    assert list(Vote.objects.order_by("position").values_list("bill__number", "subject")) == [
        ("90001-07", "Artículo 3"),
        ("90001-11", "Artículo 4"),
    ]
    named = (LossKind.WARNING, "90001-11", "90001-11 ≠ 90001-07")
    assert lost(losses.OTHER_SUFFIX) == [named] * 2
    repeated = (LossKind.NOT_STORED, "90001-11", "12/374: Artículo 3")
    assert lost(losses.VOTE_OF_OTHER_SUFFIX) == [repeated] * 2


def test_a_vote_that_names_the_number_with_its_suffix_is_that_bills(run: Import) -> None:
    subject = "Artículo 3 (Boletín N° 90.001-11)"
    run(Given("a.xml", bill_xml("90001-07", votes=[vote_xml(ANSWERS, subject=subject)])))

    run(Given("b.xml", bill_xml("90001-11", votes=[vote_xml(ANSWERS, subject=subject)])))

    assert set(Vote.objects.values_list("bill__number", flat=True)) == {"90001-07", "90001-11"}
    assert lost(losses.VOTE_OF_OTHER_SUFFIX) == []


def test_a_matter_of_the_same_number_is_no_other_suffix(run: Import) -> None:
    run(Given("a.xml", bill_xml("2734-14")), Given("b.xml", bill_xml("S 2.734-11")))

    assert lost(losses.OTHER_SUFFIX) == []


def test_a_roster_that_moves_the_end_of_terms_says_whose(run: Import) -> None:
    run(Given("r.csv", roster_csv()))
    moved = roster_csv().replace(b"2022,2030", b"2022,2028")

    run(Given("r2.csv", moved))
    run(Given("r2.csv", moved))

    lines = lost(losses.TERM_MOVED)
    assert len(lines) == Mandate.objects.filter(during__endswith="2028-03-11").count() == 27
    kind, number, value = lines[0]
    assert (kind, number) == (LossKind.WARNING, "")
    assert value.endswith(": 11/03/2022–11/03/2030 → 11/03/2022–11/03/2028")


def test_after_a_kill_the_next_run_says_what_the_lost_one_had_still_to_say(run: Import) -> None:
    cited = Given("b.xml", bill_xml("90004-07", steps=[step("08/05/2026", session="12/374")]))
    voted = Given("a.xml", bill_xml("90001-07", votes=[vote_xml(ANSWERS)]))
    with pytest.raises(Killed):
        run(voted, cited, Broken(Killed()))
    assert SearchWord.objects.count() == 0

    report = run(voted)

    assert report.outcomes == {FileOutcome.UNCHANGED: 1}
    assert SearchWord.objects.filter(word="plazas").exists()
    said = "12/374: 08/05/2026 ≠ 05/05/2026"
    assert lost(losses.SESSION_DAY_DISAGREES) == [(LossKind.DISAGREES, "90004-07", said)]
    assert ImportLoss.objects.get(reason=losses.SESSION_DAY_DISAGREES).file.name == "b.xml"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_only_addresses_of_the_web_become_links(run: Import, address: str) -> None:
    paper: dict[str, Any] = {"FECHA": "04/03/2026", "LINK_INDICACION": address}

    run(Given("a.xml", bill_xml(link=address, amendments=[paper])))

    bill = Bill.objects.get()
    assert bill.filed_text is None
    assert bill.papers.get().document is None
    listed = (LossKind.NOT_STORED, "90001-07", address)
    assert lost(losses.NOT_A_WEB_ADDRESS) == [listed] * 2


def test_votes_alone_of_a_number_under_two_suffixes_are_not_doubled(run: Import) -> None:
    vote = vote_xml(ANSWERS, subject="Artículo 3")
    run(Given("a.xml", bill_xml("90001-07", votes=[vote])), Given("b.xml", bill_xml("90001-11")))

    report = run(Given("90001.xml", votes_xml(vote)))

    assert report.changed_rows == 0
    assert Vote.objects.get().bill == Bill.objects.get(number="90001-07")
