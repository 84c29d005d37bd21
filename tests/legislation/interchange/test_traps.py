"""The traps of the Senate's data that concern reading, each by its number, through the
whole import."""

from datetime import date

import pytest

from legislation.bills import deadlines
from legislation.bills.enums import BillKind, UrgencyEnd
from legislation.bills.journey import Urgency
from legislation.bills.models import Bill
from legislation.interchange.enums import FileOutcome, LossKind
from legislation.interchange.models import ImportLoss
from legislation.interchange.readers import losses
from legislation.people.enums import CommitteeKind
from legislation.people.models import Caucus, Committee, Person
from legislation.votes.enums import Result
from legislation.votes.models import Ballot, Vote
from tests.factories.interchange import Given, bill_xml, roster_csv, urgency, vote_xml
from tests.factories.people import ExclusionFactory, PersonFactory
from tests.legislation.interchange.conftest import Import

pytestmark = pytest.mark.django_db


def answers(yes: int, no: int = 0, abstain: int = 0, paired: int = 0) -> dict[str, str]:
    words = ["Si"] * yes + ["No"] * no + ["Abstencion"] * abstain + ["Pareo"] * paired
    return {f"Persona {n:02} Q., Ana": word for n, word in enumerate(words)}


def imported(run: Import, *votes: str) -> list[Vote]:
    run(Given("a.xml", bill_xml(votes=votes)))
    return list(Vote.objects.order_by("session__number", "position"))


def test_trap_1_24_to_23_is_no_approval_under_a_qualified_quorum(run: Import) -> None:
    (vote,) = imported(run, vote_xml(answers(24, 23), quorum="Q.C."))

    assert (vote.result, vote.needed, vote.missing) == (Result.REJECTED, 26, 2)


def test_trap_2_abstentions_leave_it_open_and_are_added_when_it_is_repeated(run: Import) -> None:
    first = vote_xml(answers(18, 17, 4), subject="Observación N° 3.")
    second = vote_xml(answers(20, 17, 4), subject="Observación N° 3.")

    votes = imported(run, first, second)

    assert [(vote.attempt, vote.result, vote.needed) for vote in votes] == [
        (1, Result.UNRESOLVED, 20),
        (2, Result.APPROVED, 21),
    ]


def test_trap_3_a_tie_is_repeated_and_a_second_tie_waits(run: Import) -> None:
    subject = "Solicitud de archivo, aplicación artículo 182 Reglamento, empate"

    votes = imported(
        run,
        vote_xml(answers(23, 23), subject="Solicitud de archivo"),
        vote_xml(answers(23, 23), subject=subject),
    )

    assert [(vote.attempt, vote.result, vote.reason) for vote in votes] == [
        (1, Result.TIE, "TIED"),
        (2, Result.TIE, "TIED_AGAIN"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "reasons"),
    [
        ((23, 23), (22, 21, 3), ["TIED", "ABSTENTIONS_DECIDE"]),
        ((20, 19, 3), (21, 21), ["ABSTENTIONS_DECIDE", "TIED"]),
    ],
)
def test_traps_2_and_3_a_tie_is_no_abstention_and_neither_is_counted_for_the_other(
    run: Import, first: tuple[int, ...], second: tuple[int, ...], reasons: list[str]
) -> None:
    votes = imported(
        run,
        vote_xml(answers(*first), subject="Indicación N° 1"),
        vote_xml(answers(*second), subject="Indicación N° 1"),
        vote_xml(answers(22, 20), subject="Indicación N° 1"),
    )

    assert [vote.reason for vote in votes] == [*reasons, "REACHED"]
    assert [vote.attempt for vote in votes] == [1, 2, 3]


def test_traps_2_and_3_a_deferred_tie_that_abstentions_leave_open_is_voted_a_fourth_time(
    run: Import,
) -> None:
    later = {"session": "14/374", "day": "06/05/2026"}

    votes = imported(
        run,
        vote_xml(answers(10, 10), subject="Indicación N° 1"),
        vote_xml(answers(10, 10), subject="Indicación N° 1"),
        vote_xml(answers(9, 8, 2), subject="Indicación N° 1", **later),
        vote_xml(answers(9, 8, 2), subject="Indicación N° 1", **later),
    )

    assert [(vote.attempt, vote.reason) for vote in votes] == [
        (1, "TIED"),
        (2, "TIED_AGAIN"),
        (3, "ABSTENTIONS_DECIDE"),
        (4, "ABSTENTIONS_ADDED"),
    ]


def test_trap_4_a_pair_is_outside_those_present_and_both_totals_are_kept(run: Import) -> None:
    (vote,) = imported(run, vote_xml(answers(2, 1, paired=2), totals=(2, 1, 0, 0)))

    assert (vote.published_paired, vote.paired, vote.totals_agree) == (0, 2, False)
    assert (vote.result, vote.needed) == (Result.APPROVED, 2)
    assert ImportLoss.objects.filter(
        kind=LossKind.DISAGREES, value="0 ≠ 2 (12/374, 05/05/2026)"
    ).exists()


def test_trap_5_who_is_in_office_is_counted_and_not_taken_for_50(run: Import) -> None:
    run(Given("roster.csv", roster_csv()))
    ExclusionFactory(person=Person.objects.earliest("id"))

    (vote,) = imported(run, vote_xml(answers(25), quorum="Q.C."))

    assert (vote.in_office, vote.in_office_basis) == (49, "ROSTER")
    assert (vote.result, vote.needed) == (Result.APPROVED, 25)


def test_trap_5_a_roster_read_after_the_votes_counts_for_them_too(run: Import) -> None:
    (vote,) = imported(run, vote_xml(answers(25), quorum="Q.C."))
    assert (vote.in_office, vote.in_office_basis) == (50, "SEATS")

    run(Given("roster.csv", roster_csv()))

    vote.refresh_from_db()
    assert (vote.in_office, vote.in_office_basis) == (50, "ROSTER")
    assert (vote.result, vote.needed) == (Result.REJECTED, 26)


def test_trap_6_a_matter_never_meets_the_bill_of_its_number(run: Import) -> None:
    run(
        Given("bill.xml", bill_xml("2734-14", title="Una ley")),
        Given("matter.xml", bill_xml("S 2.734-14", title="Un permiso")),
        Given("flag.xml", bill_xml("2734-14", title="Otro", described="<asunto>1</asunto>")),
    )

    assert list(Bill.objects.order_by("kind").values_list("kind", "number", "title")) == [
        (BillKind.BILL, "2734-14", "Una ley"),
        (BillKind.MATTER, "2734-14", "Otro"),
    ]


def test_trap_7_an_initial_and_a_given_name_keep_two_people_apart(run: Import) -> None:
    both = {
        "given_names": "Juan Luis",
        "paternal_surname": "Boldo",
        "maternal_surname": "González",
    }
    PersonFactory(slug="juan-luis", **both)
    PersonFactory(slug="juan", given_names="Juan", paternal_surname="Boldo",
                  maternal_surname="Prieto")  # fmt: skip

    imported(run, vote_xml({"Boldo P., Juan": "Si", "Boldo G., Juan Luis": "No"}))

    assert dict(Ballot.objects.values_list("printed_name", "person__slug")) == {
        "Boldo P., Juan": "juan",
        "Boldo G., Juan Luis": "juan-luis",
    }


def test_trap_7_a_name_in_doubt_is_nobodys(run: Import) -> None:
    for given in ("Juan Luis", "Juan Pablo"):
        PersonFactory(given_names=given, paternal_surname="Boldo", maternal_surname="González")

    imported(run, vote_xml({"Boldo G., Juan": "Si"}))

    assert Ballot.objects.get().person is None
    assert ImportLoss.objects.filter(reason=losses.SEVERAL).get().value == "Boldo G., Juan"


def test_trap_8_blanks_and_spellings_change_nothing(run: Import) -> None:
    plain = bill_xml(
        origin="C.Diputados",
        stage="Segundo trámite constitucional (Senado)",
        urgencies=[urgency("03/03/2026", "Discusión inmediata", chamber="C. Diputados")],
    )
    other = (
        plain.replace(b"Discusi\xc3\xb3n inmediata", b" Inmediata")
        .replace(b"C. Diputados", b"C.Diputados ")
        .replace(b"En tramitaci\xc3\xb3n ", b"En tramitaci\xc3\xb3n")
    )
    run(Given("a.xml", plain))

    report = run(Given("b.xml", other))

    assert report.outcomes == {FileOutcome.UNCHANGED: 1}
    assert ImportLoss.objects.filter(kind=LossKind.NOT_STORED).count() == 0


def test_trap_9_a_suma_gives_15_days_and_not_10(run: Import) -> None:
    run(Given("a.xml", bill_xml(urgencies=[urgency("05/05/2026", "Suma")])))

    assert Urgency.objects.get().due_on == date(2026, 5, 20)


def test_trap_10_urgencies_lapse_with_the_legislature_on_10_march(run: Import) -> None:
    row = urgency("05/03/2026", "Suma", message="CADUCADA")

    run(Given("a.xml", bill_xml(urgencies=[row])))

    one = Urgency.objects.get()
    assert (one.end, one.end_message, one.ended_on) == (UrgencyEnd.LAPSED, "CADUCADA", None)
    assert (one.due_on, deadlines.lapses_on(one.set_on)) == (
        date(2026, 3, 20),
        date(2026, 3, 10),
    )


def test_trap_12_a_report_names_a_committee_and_never_a_party_caucus(run: Import) -> None:
    run(Given("a.xml", bill_xml(substage="Primer informe de comisión de Salud")))

    assert list(Committee.objects.values_list("name", "kind")) == [
        ("Salud", CommitteeKind.UNSTATED)
    ]
    assert Caucus.objects.count() == 0


@pytest.mark.parametrize(("origin", "allowed"), [("Senado", 5), ("C.Diputados", 10)])
def test_trap_14_one_signature_too_many_is_recorded_and_listed(
    run: Import, origin: str, allowed: int
) -> None:
    names = [f"Boldo Bravo, Persona {n}" for n in range(allowed + 1)]
    stage = f"Primer trámite constitucional ({origin})"

    run(Given("a.xml", bill_xml(origin=origin, stage=stage, authors=names)))
    run(Given("b.xml", bill_xml("90002-07", origin=origin, stage=stage, authors=names[1:])))

    assert Bill.objects.get(number="90001-07").authorships.count() == allowed + 1
    warned = ImportLoss.objects.filter(reason=losses.TOO_MANY_AUTHORS)
    assert list(warned.values_list("file__name", "kind", "value")) == [
        ("a.xml", LossKind.WARNING, str(allowed + 1))
    ]


@pytest.mark.parametrize(
    ("day", "quorum", "needed"),
    [
        ("22/08/2022", "Tres quintos Q.C.", 30),
        ("23/08/2022", "Cuatro séptimos Q.C.", 29),
        ("26/01/2023", "Q.C.", 26),
        ("27/01/2023", "Q.C.", 26),
    ],
)
def test_trap_15_a_printed_quorum_is_read_under_the_rules_of_its_day(
    run: Import, day: str, quorum: str, needed: int
) -> None:
    year = {"2022": "370", "2023": "370"}[day[-4:]]

    (vote,) = imported(run, vote_xml(answers(20), quorum=quorum, day=day, session=f"1/{year}"))

    taken = date(int(day[6:]), int(day[3:5]), int(day[:2]))
    assert vote.rule is not None
    assert taken in vote.rule.during
    assert vote.needed == needed
