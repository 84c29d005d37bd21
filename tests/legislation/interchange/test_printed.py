"""What the printed words mean: the reading traps, by name."""

from datetime import date

import pytest

from legislation.bills.enums import BillKind, Stage, UrgencyKind
from legislation.interchange.readers import committee_names, printed
from legislation.people.enums import Chamber, CommitteeKind


@pytest.mark.parametrize("words", ["C.Diputados", "C. Diputados", " c.diputados "])
def test_trap_8_the_chamber_of_deputies_is_printed_in_two_ways(words: str) -> None:
    assert printed.chamber(words) == Chamber.DEPUTIES


@pytest.mark.parametrize("words", ["Discusión inmediata", "Inmediata", "discusion inmediata "])
def test_trap_8_immediate_discussion_is_printed_in_two_ways(words: str) -> None:
    assert printed.urgency(words) == UrgencyKind.IMMEDIATE


@pytest.mark.parametrize("words", ["En tramitación ", "En tramitación"])
def test_trap_8_trailing_blanks_mean_nothing(words: str) -> None:
    assert printed.status(words) == "IN_PROGRESS"


def test_trap_6_a_senate_matter_bears_the_number_of_a_bill_and_is_another_thing() -> None:
    bill = printed.bill_number("2734-14")
    matter = printed.bill_number("S 2.734-14")
    flagged = printed.bill_number("2734-14", is_matter=True)

    assert bill == (BillKind.BILL, "2734-14")
    assert matter == flagged == (BillKind.MATTER, "2734-14")


@pytest.mark.parametrize(
    ("words", "number"),
    [("8575-05", "8575-05"), ("8.575-05", "8575-05"), ("18.230-13", "18230-13"), ("1-07", "1-07")],
)
def test_a_number_is_one_however_it_is_printed(words: str, number: str) -> None:
    assert printed.bill_number(words) == (BillKind.BILL, number)


@pytest.mark.parametrize("words", ["", "8575", "8575-5", "123456-07", "8.57-05", "X 1-07"])
def test_what_is_no_bill_number(words: str) -> None:
    assert printed.bill_number(words) is None


def test_numbers_are_found_in_a_subject_only_after_the_word() -> None:
    subject = "Ley 19.728-05, proyecto (Boletín N° 16.621-05) y boletín Nº17.170-07. 10-11 votos"

    assert [found.number for found in printed.bill_numbers_in(subject)] == ["16621-05", "17170-07"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("39/372", (39, 372)), (" 39 / 372".strip(), (39, 372)), ("/", None), ("S/N", None)],
)
def test_a_sitting_is_cited_by_number_and_legislature(
    words: str, found: tuple[int, int] | None
) -> None:
    assert printed.sitting(words) == found


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("05/02/2026", date(2026, 2, 5)),
        ("5/2/2026", date(2026, 2, 5)),
        ("31/02/2026", None),
        ("2026-02-05", None),
        ("05/02/0026", None),
        ("", None),
    ],
)
def test_days_are_printed_day_first_and_must_exist(words: str, day: date | None) -> None:
    assert printed.day(words) == day


@pytest.mark.parametrize(("words", "count"), [("17", 17), ("", None), ("-1", None), ("²", None)])
def test_counts_are_whole_numbers(words: str, count: int | None) -> None:
    assert printed.count(words) == count


@pytest.mark.parametrize(
    ("stage", "chamber"),
    [
        (Stage.FIRST, Chamber.SENATE),
        (Stage.SECOND, Chamber.DEPUTIES),
        (Stage.THIRD, Chamber.SENATE),
        (Stage.CONFERENCE_CHANGES, Chamber.BOTH),
        (Stage.VETO_REVISING, Chamber.DEPUTIES),
        (Stage.COURT, ""),
    ],
)
def test_a_stage_takes_place_in_the_chamber_that_the_origin_decides(
    stage: Stage, chamber: str
) -> None:
    assert printed.chamber_of(stage, Chamber.SENATE) == chamber


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Primer informe de comisión de Hacienda ", "Hacienda"),
        ("Primer informe de comisión de la Familia", "Familia"),
        (
            "Segundo informe de comisión del Adulto Mayor y Discapacidad",
            "Adulto Mayor y Discapacidad",
        ),
        ("Primer informe de comisión Bomberos", "Bomberos"),
        (
            "Nuevo primer informe de comisión de Personas Mayores y Discapacidad",
            "Personas Mayores y Discapacidad",
        ),
        (
            "Segundo informe complementario de Constitución, Legislación, Justicia y Reglamento",
            "Constitución, Legislación, Justicia y Reglamento",
        ),
        ("Informe de comisión de Educación", "Educación"),
    ],
)
def test_a_report_names_its_committee_without_the_article(words: str, name: str) -> None:
    committee = committee_names.of_report(words, Chamber.SENATE)

    assert committee is not None
    assert (committee.name, committee.chamber) == (name, Chamber.SENATE)


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        (
            "Informe de Comisión Mixta Comisión Mixta para Boletín Nº 90001-07",
            "Comisión Mixta para Boletín N° 90001-07",
            CommitteeKind.CONFERENCE,
        ),
        (
            "Informe de Comisión Mixta Mixta para Boletín N° 90001-07",
            "Comisión Mixta para Boletín N° 90001-07",
            CommitteeKind.CONFERENCE,
        ),
        (
            "Informe de comisión Tercera Subcomisión Mixta de Presupuestos  Partida 23 Fiscalía",
            "Tercera Subcomisión Especial Mixta de Presupuestos",
            CommitteeKind.BUDGET,
        ),
        (
            "Informe de comisión Especial Mixta de Presupuestos",
            "Especial Mixta de Presupuestos",
            CommitteeKind.BUDGET,
        ),
    ],
)
def test_joint_committees_of_congress_belong_to_both_chambers(
    words: str, name: str, kind: CommitteeKind
) -> None:
    committee = committee_names.of_report(words, Chamber.SENATE)

    assert committee is not None
    assert (committee.name, committee.chamber, committee.kind) == (name, Chamber.BOTH, kind)


@pytest.mark.parametrize(
    "words",
    [
        "Segundo informe de comisión de Defensa Nacional y de Seguridad Pública, unidas",
        "Discusión general",
        "Oficio integrantes de Comisión Mixta",
        "",
    ],
)
def test_no_committee_is_made_of_two_sitting_together_or_of_none(words: str) -> None:
    assert committee_names.of_report(words, Chamber.SENATE) is None


def test_a_report_of_no_known_chamber_names_no_committee() -> None:
    assert committee_names.of_report("Primer informe de comisión de Salud", "") is None


@pytest.mark.parametrize(
    "words",
    [
        "boletin" * 40_000,
        "boletín" + " " * 100_000 + "8575",
        "boletín n" + "º" * 100_000 + "8575-0",
        "boletín n° S" + "\t" * 100_000 + "8575",
    ],
)
def test_a_long_text_that_nearly_names_a_bill_names_none(words: str) -> None:
    """A pattern that tried every way of dividing it would never come back."""
    assert printed.bill_numbers_in(words) == []


@pytest.mark.parametrize(
    "words",
    ["Boletín N° 8.575-05", "boletines\n\n N° 8575-05", "BOLETIN Nº8575-05", "Boletín 8575-05"],
)
def test_a_bill_is_named_in_many_ways(words: str) -> None:
    assert [found.number for found in printed.bill_numbers_in(words)] == ["8575-05"]


@pytest.mark.parametrize(
    ("words", "number"),
    [("0", 0), ("007", 7), ("2147483647", 2**31 - 1), ("2147483648", None), ("9" * 5000, None),
     ("", None), ("1.5", None), ("٣", None)],
)  # fmt: skip
def test_an_identifier_is_a_number_that_the_record_can_hold(words: str, number: int | None) -> None:
    assert printed.identifier(words) == number


@pytest.mark.parametrize(
    ("words", "is_law"),
    [("Ley N° 21.824", True), ("LEY 99999999999", True), ("D.S N° 60", False), ("", False)],
)
def test_a_law_says_that_it_is_one(words: str, is_law: bool) -> None:
    assert printed.says_law(words) is is_law
