"""The import as a whole: each file all or nothing, nothing twice, and an account of it all."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection, transaction

from legislation.bills.models import Authorship, Bill
from legislation.errors import RecordConflict
from legislation.interchange.enums import FileOutcome, LossKind, RunState
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun
from legislation.interchange.readers import losses
from legislation.interchange.services import ImportUnderway, recording
from legislation.interchange.services.runs import LOCK, open_run
from legislation.people.models import Committee, Mandate, Person, RosterSpan
from legislation.provenance.enums import Nature
from legislation.provenance.models import RecordNature, Source
from legislation.provenance.services import declare_nature
from legislation.search.services import index_bills
from legislation.sessions.models import Session
from legislation.votes.models import Ballot, Vote
from tests.factories.interchange import (
    Given,
    Missing,
    bill_xml,
    listed,
    names,
    roster_csv,
    shortened,
    step,
    together,
    vote_xml,
    votes_xml,
)
from tests.legislation.interchange.conftest import NOW, Import, Killed
from tests.legislation.interchange.record_dump import dump

pytestmark = pytest.mark.django_db

PEOPLE = names()
ROSTER = Given("roster.csv", roster_csv())
FEW = Given("roster.csv", roster_csv(PEOPLE[:3]))
ANSWERS = {shortened(PEOPLE[0]): "Si", shortened(PEOPLE[1]): "Si", shortened(PEOPLE[2]): "No"}
BILL = Given(
    "90001-07.xml",
    bill_xml(
        authors=[listed(PEOPLE[0]), "Nadie Conocido, Ñusta"],
        steps=[step("03/03/2026"), step("05/05/2026", session="12/374")],
        votes=[vote_xml(ANSWERS)],
    ),
)
OTHER = Given("90002-08.xml", bill_xml("90002-08", title="Otra materia"))
BROKEN = Given("90003-08.xml", b"<proyectos><proyecto>")


def losses_of(name: str) -> list[tuple[str, str, str, int]]:
    rows = ImportLoss.objects.filter(file__name=name).order_by("id")
    return list(rows.values_list("kind", "value", "reason", "occurrences"))


def test_a_roster_seats_everybody_and_covers_the_days_that_it_speaks_of(run: Import) -> None:
    report = run(ROSTER)

    assert report.outcomes == {FileOutcome.CREATED: 1}
    assert (Person.objects.count(), Mandate.objects.count()) == (50, 50)
    span = RosterSpan.objects.get().during
    assert (span.lower, span.upper) == (date(2026, 3, 11), date(2030, 3, 11))
    assert losses_of("roster.csv") == []


def test_a_roster_with_an_empty_seat_covers_no_day_and_says_so(run: Import) -> None:
    run(Given("roster.csv", roster_csv(PEOPLE[:49])))

    assert RosterSpan.objects.count() == 0
    assert losses_of("roster.csv") == [(LossKind.WARNING, "49", losses.INCOMPLETE_ROSTER, 1)]


def test_a_region_under_the_wrong_number_is_listed(run: Import) -> None:
    wrong = ROSTER.body.replace(
        b",16,Regi\xc3\xb3n de \xc3\x91uble", b",16,Regi\xc3\xb3n del Maule"
    )

    run(Given("roster.csv", wrong))

    assert losses_of("roster.csv") == [
        (LossKind.DISAGREES, "16: Región del Maule", losses.REGION_DISAGREES, 2)
    ]


def test_a_bill_comes_with_its_people_its_sittings_and_its_votes(run: Import) -> None:
    run(FEW, BILL)

    bill = Bill.objects.get()
    assert bill.committee == Committee.objects.get(name="Vivienda y Urbanismo")
    assert list(
        bill.authorships.order_by("position").values_list("printed_name", "person__slug")
    ) == [
        ("Arrayán Aguilera, Amanda", "amanda-arrayan-aguilera"),
        ("Nadie Conocido, Ñusta", None),
    ]
    assert str(Session.objects.get()) == "12/374"
    vote = Vote.objects.get()
    assert (vote.bill, vote.in_office, vote.result) == (bill, 50, "APPROVED")
    assert Ballot.objects.filter(person__isnull=False).count() == 3
    assert losses_of("90001-07.xml") == [
        (LossKind.NOT_MATCHED, "Nadie Conocido, Ñusta", losses.NOBODY, 1)
    ]


def test_each_row_knows_the_file_that_it_was_seen_in(run: Import) -> None:
    run(FEW, BILL)

    source = Source.objects.get(name="90001-07.xml")
    assert Bill.objects.get().source == source
    assert (source.size, source.read_at) == (len(BILL.body), NOW)
    assert ImportedFile.objects.get(name="90001-07.xml").source == source


def test_importing_again_changes_no_row_and_lists_the_same(run: Import) -> None:
    run(ROSTER, BILL, OTHER)
    before, listed_before = dump(), losses_of("90001-07.xml")

    report = run(ROSTER, BILL, OTHER)

    assert report.outcomes == {FileOutcome.UNCHANGED: 3}
    assert report.changed_rows == 0
    assert dump() == before
    assert losses_of("90001-07.xml") == listed_before * 2


def test_a_bill_that_moved_changes_only_what_moved(run: Import) -> None:
    run(OTHER)
    moved = bill_xml(
        "90002-08",
        title="Otra materia",
        steps=[step("03/03/2026"), step("04/03/2026", "Cuenta.")],
    )

    report = run(Given("90002-08.xml", moved))

    assert report.outcomes == {FileOutcome.CHANGED: 1}
    assert report.changed_rows == 2  # the step, and the bill's newest day


def test_a_broken_file_is_refused_and_the_others_go_on(run: Import) -> None:
    report = run(BROKEN, Missing("gone.xml", "No responde."), OTHER)

    assert report.outcomes == {FileOutcome.REFUSED: 2, FileOutcome.CREATED: 1}
    assert [name for name, _ in report.refused] == ["90003-08.xml", "gone.xml"]
    refused = ImportedFile.objects.get(name="gone.xml")
    assert (refused.outcome, refused.error, refused.source) == (
        FileOutcome.REFUSED,
        "No responde.",
        None,
    )
    assert ImportRun.objects.get().state == RunState.FAILED
    assert Bill.objects.get().number == "90002-08"


def test_a_file_that_the_record_refuses_half_way_leaves_nothing(run: Import) -> None:
    """The second bill of the file is too old for any urgency rule to be on record."""
    from legislation.bills.journey import UrgencyRule  # noqa: PLC0415

    UrgencyRule.objects.filter(during__startswith__isnull=True).delete()
    old = {
        "TIPO": "Suma",
        "FECHAINGRESO": "01/01/1999",
        "MENSAJEINGRESO": "1",
        "CAMARAINGRESO": "Senado",
    }
    both = together(bill_xml("90008-08"), bill_xml("90009-08", urgencies=[old]))

    report = run(Given("day.xml", both), BILL)

    assert report.outcomes == {FileOutcome.REFUSED: 1, FileOutcome.CREATED: 1}
    assert list(Bill.objects.values_list("number", flat=True)) == ["90001-07"]
    assert Bill.objects.get().committee is not None
    assert not Source.objects.filter(name="day.xml").exists()


def test_a_file_whose_path_is_too_long_is_known_by_its_end(run: Import) -> None:
    run(Given("x" * 400 + "/a.xml", OTHER.body), Given("y" * 400 + "/b.xml", BROKEN.body))

    assert list(ImportedFile.objects.order_by("id").values_list("name", flat=True)) == [
        "x" * 294 + "/a.xml",
        "y" * 294 + "/b.xml",
    ]


def test_killed_half_way_a_rerun_ends_as_if_nothing_had_happened(
    run: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = (FEW, BILL, OTHER, Given("v.xml", votes_xml(vote_xml(ANSWERS, session="13/374"))))
    with transaction.atomic():
        run(*inputs)
        expected = dump()
        transaction.set_rollback(True)
    calls: list[Any] = []

    def dies_on_the_second(ids: Any) -> int:
        calls.append(ids)
        if len(calls) == 2:
            raise Killed
        return index_bills(ids)

    monkeypatch.setattr(recording, "index_bills", dies_on_the_second)
    with pytest.raises(Killed):
        run(*inputs)
    assert ImportRun.objects.get().state == RunState.RUNNING
    assert list(Bill.objects.values_list("number", flat=True)) == ["90001-07"]
    monkeypatch.undo()

    report = run(*inputs)

    assert dump() == expected
    assert report.outcomes == {FileOutcome.UNCHANGED: 2, FileOutcome.CREATED: 2}
    assert list(ImportRun.objects.order_by("id").values_list("state", "finished_at")) == [
        (RunState.FAILED, NOW),
        (RunState.FINISHED, NOW),
    ]


def test_a_rehearsal_says_what_would_change_and_writes_nothing(run: Import) -> None:
    before = dump()

    report = run(FEW, BILL, BROKEN, dry_run=True)

    assert report.outcomes == {FileOutcome.CREATED: 2, FileOutcome.REFUSED: 1}
    assert report.changed_rows == 24
    assert dump() == before
    assert (ImportRun.objects.count(), RecordNature.objects.count()) == (0, 0)


def test_a_fictional_senate_is_never_imported_into(run: Import) -> None:
    declare_nature(Nature.FICTIONAL, at=NOW)

    with pytest.raises(RecordConflict):
        run(BILL)

    assert Bill.objects.count() == 0


def test_importing_declares_the_record_real(run: Import) -> None:
    run(OTHER)

    assert RecordNature.objects.get().nature == Nature.REAL


def test_votes_of_a_bill_that_is_not_on_record_are_kept_without_it(run: Import) -> None:
    subject = "Proyecto (Boletín N° 90.001-07). APROBADO."
    file = Given("90001.xml", votes_xml(vote_xml(ANSWERS, subject=subject)))

    run(FEW, file)

    assert Vote.objects.get().bill is None
    assert losses_of("90001.xml") == [(LossKind.WARNING, "90001-07", losses.BILL_UNKNOWN, 1)]


def test_votes_find_their_bill_once_it_is_on_record_and_are_not_doubled(run: Import) -> None:
    subject = "Proyecto (Boletín N° 90.001-07). APROBADO."
    alone = Given("90001.xml", votes_xml(vote_xml(ANSWERS, subject=subject)))
    run(FEW, alone)
    with_bill = Given("90001-07.xml", bill_xml(votes=[vote_xml(ANSWERS, subject=subject)]))

    run(with_bill)
    report = run(alone)

    assert report.changed_rows == 0
    assert Vote.objects.get().bill == Bill.objects.get()


def test_a_votes_file_finds_its_bill_by_its_name_alone(run: Import) -> None:
    run(BILL, Given("90001.xml", votes_xml(vote_xml(ANSWERS, subject="Artículo 3"))))

    assert Vote.objects.get(subject="Artículo 3").bill == Bill.objects.get()


def test_a_vote_that_the_file_no_longer_lists_stays_and_is_listed(run: Import) -> None:
    run(BILL)

    run(Given("90001-07.xml", bill_xml(authors=())))

    assert Vote.objects.count() == 1
    assert losses_of("90001-07.xml")[-1] == (
        LossKind.WARNING,
        "12/374, 1",
        losses.NO_LONGER_LISTED,
        1,
    )


def test_the_votes_day_decides_when_a_sitting_was_held(run: Import) -> None:
    cited = [step(day, session="12/374") for day in ("08/05/2026", "08/05/2026")]
    on_the_fifth = Given("a.xml", bill_xml("90001-07", votes=[vote_xml(ANSWERS)]))

    run(Given("b.xml", bill_xml("90002-07", steps=cited)), on_the_fifth)

    assert Session.objects.get().held_on == date(2026, 5, 5)
    assert losses_of("b.xml")[-1] == (
        LossKind.DISAGREES,
        "12/374: 08/05/2026 ≠ 05/05/2026",
        losses.SESSION_DAY_DISAGREES,
        2,
    )


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_without_votes_most_steps_decide_whatever_comes_first(
    run: Import, order: tuple[int, ...]
) -> None:
    files = [
        Given(f"{n}.xml", bill_xml(f"9000{n}-07", steps=[step(day, session="12/374")]))
        for n, day in enumerate(("08/05/2026", "05/05/2026", "08/05/2026"))
    ]

    run(*(files[place] for place in order))

    assert Session.objects.get().held_on == date(2026, 5, 8)
    assert losses_of("1.xml")[-1][:2] == (
        LossKind.DISAGREES,
        "12/374: 05/05/2026 ≠ 08/05/2026",
    )


def test_a_sitting_of_the_other_chamber_is_none_of_the_senates(run: Import) -> None:
    steps = [
        step("03/03/2026", session="82/360", chamber="C.Diputados"),
        step("04/03/2026", session="83/360", chamber=" "),
    ]

    run(Given("a.xml", bill_xml(steps=steps)))

    assert Session.objects.count() == 0
    assert list(
        Bill.objects.get()
        .steps.order_by("position")
        .values_list("session_text", "session_number", "legislature_number")
    ) == [("82/360", 82, 360), ("83/360", 83, 360)]


def test_a_sitting_outside_its_legislature_is_listed(run: Import) -> None:
    steps = [step("03/03/2024", session="12/374")]

    run(Given("a.xml", bill_xml(steps=steps, authors=[])))

    assert (LossKind.WARNING, "12/374: 03/03/2024", losses.OUTSIDE_LEGISLATURE, 1) in losses_of(
        "a.xml"
    )


def test_a_voter_who_held_no_seat_that_day_is_listed(run: Import) -> None:
    run(ROSTER)
    Mandate.objects.filter(person__slug="amanda-arrayan-aguilera").delete()

    run(BILL)

    assert losses_of("90001-07.xml")[-1] == (
        LossKind.WARNING,
        f"{shortened(PEOPLE[0])} (12/374, 05/05/2026)",
        losses.NOT_IN_OFFICE,
        1,
    )
    assert Ballot.objects.filter(person__slug="amanda-arrayan-aguilera").count() == 1


def test_two_printed_names_of_one_person_are_one_ballot_of_theirs(run: Import) -> None:
    twice = {shortened(PEOPLE[0]): "Si", listed(PEOPLE[0]): "No"}

    run(FEW, Given("a.xml", bill_xml(votes=[vote_xml(twice)])))

    assert list(Ballot.objects.order_by("id").values_list("printed_name", "person__slug")) == [
        (shortened(PEOPLE[0]), "amanda-arrayan-aguilera"),
        (listed(PEOPLE[0]), None),
    ]
    assert losses_of("a.xml")[-1][2] == losses.SAME_PERSON_TWICE


def test_one_person_signs_a_bill_once(run: Import) -> None:
    authors = [listed(PEOPLE[0]), listed(PEOPLE[0]).upper()]

    run(FEW, Given("a.xml", bill_xml(authors=authors)))

    assert Authorship.objects.filter(person__isnull=False).count() == 1
    assert losses_of("a.xml") == [(LossKind.NOT_MATCHED, authors[1], losses.SAME_PERSON_TWICE, 1)]


def test_equal_losses_of_a_file_are_one_line_that_says_how_many(run: Import) -> None:
    strangers = {"Nadie N., Ana": "Si", "Boldo B., Bruno": "No"}
    votes = [vote_xml(strangers, subject=f"Artículo {n}") for n in range(3)]

    run(Given("a.xml", bill_xml(authors=[listed(PEOPLE[0])], votes=votes)))

    assert ("NOT_MATCHED", "Nadie N., Ana", losses.NOBODY, 3) in losses_of("a.xml")


def test_bills_can_be_searched_as_soon_as_they_are_imported(run: Import) -> None:
    run(OTHER)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM legislation_bill"
            " WHERE search_vector @@ to_tsquery('es_unaccent', 'materia')"
        )
        assert cursor.fetchone() == (1,)


def test_what_says_that_it_is_running_was_killed(run: Import) -> None:
    abandoned = open_run("x", at=datetime(2026, 8, 1, tzinfo=UTC))

    run(OTHER)

    abandoned.refresh_from_db()
    assert (abandoned.state, abandoned.finished_at) == (RunState.FAILED, NOW)


def test_two_imports_never_interleave(run: Import) -> None:
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        with pytest.raises(ImportUnderway):
            run(OTHER)
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    finally:
        other.close()

    assert run(OTHER).outcomes == {FileOutcome.CREATED: 1}
