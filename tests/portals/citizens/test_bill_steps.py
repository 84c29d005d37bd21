from datetime import date

import pytest
from django.utils import translation

from legislation.bills.selectors import PaperLine, StepLine
from portals.citizens.pages.bill_steps import groups_of, kind_of_step, kinds_present, tidy
from portals.citizens.pages.vote_addresses import addresses
from portals.shared.parts import Link

A_DAY = date(2026, 5, 4)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def step(description: str = "Ingreso de proyecto .", **fields: object) -> StepLine:
    usual = {
        "position": 1,
        "taken_on": A_DAY,
        "description": description,
        "stage": "FIRST",
        "stage_text": "Primer trámite constitucional",
        "chamber": "SENATE",
        "session_number": None,
        "legislature_number": None,
    }
    return StepLine(**(usual | fields))


def paper(title: str, **fields: object) -> PaperLine:
    usual = {name: "" for name in PaperLine._fields}
    usual |= {"kind": "REPORT", "position": 1, "dated_on": A_DAY, "title": title, "url": "/r.pdf"}
    return PaperLine(**(usual | fields))


def groups(*steps: StepLine, kind: str = "", papers: tuple[PaperLine, ...] = ()):
    return groups_of(
        steps, kind=kind, papers=papers, votes=(), at=addresses(), votes_address="/b/"
    )


@pytest.mark.parametrize(
    ("typed", "title", "rest"),
    [
        ("Ingreso de proyecto .  ", "Ingreso de proyecto", ""),
        ("Discusión general . Aprobado en general .", "Discusión general", "Aprobado en general"),
        (
            "Cuenta de primer informe de comisión .  (Hacienda). Queda para tabla.",
            "Cuenta de primer informe de comisión. (Hacienda)",
            "Queda para tabla",
        ),
        (
            "Segundo informe de comisión de Familia.. Pasa a Comisión de Hacienda",
            "Segundo informe de comisión de Familia",
            "Pasa a Comisión de Hacienda",
        ),
        ("Oficio N° 21436. Remite el proyecto.", "Oficio N° 21436", "Remite el proyecto"),
        ("Carta de S.E. El Presidente", "Carta de S.E. El Presidente", ""),
        ("", "", ""),
    ],
)
def test_the_typing_of_a_step_is_tidied_and_no_word_is_lost(typed, title, rest):
    assert tidy(typed) == (title, rest)


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("Discusión general . Se fija plazo para presentar indicaciones", "discusion"),
        ("Cuenta del Mensaje 2285-372 que retira la urgencia Suma", "urgencias"),
        ("Boletín de indicaciones .", "indicaciones"),
        ("Oficio del Presidente mediante el cual formula indicaciones", "indicaciones"),
        ("Cuenta de primer informe de comisión .", "informes"),
        ("Oficio de ley a Cámara Revisora .", "oficios"),
        ("Ingreso de proyecto .", "otros"),
    ],
)
def test_a_step_is_told_apart_by_its_words(description, kind):
    assert kind_of_step(description) == kind


def test_the_kinds_present_are_counted_in_a_fixed_order():
    steps = [step("Oficio de ley"), step("Discusión general"), step("Oficio al Ejecutivo")]

    assert kinds_present(steps) == [
        ("discusion", "Debates and votes", 1),
        ("oficios", "Official letters", 2),
    ]


def test_steps_are_grouped_by_reading_and_chamber_newest_first():
    found = groups(
        step("Uno", position=1),
        step("Dos", position=2),
        step("Tres", position=3, stage="SECOND", chamber="DEPUTIES"),
        step("Cuatro", position=4, stage="UNRECOGNISED", stage_text="Trámite raro", chamber=""),
    )

    assert [(group.title, group.chamber) for group in found] == [
        ("Trámite raro", ""),
        ("Second reading", "Chamber of Deputies"),
        ("First reading", "Senate"),
    ]
    assert [entry.title for entry in found[2].entries] == ["Dos", "Uno"]


def test_a_filter_leaves_only_the_steps_of_its_kind():
    (group,) = groups(step("Oficio de ley"), step("Discusión general"), kind="discusion")

    assert [entry.title for entry in group.entries] == ["Discusión general"]


def test_a_step_says_its_sitting():
    (group,) = groups(step(session_number=66, legislature_number=366))

    assert group.entries[0].tag == "Sitting 66/366"


def test_a_report_is_linked_from_the_step_of_its_day_that_names_it():
    report = paper("Primer informe de comisión de Salud")
    elsewhere = paper("Boletin de Indicaciones", url="/otro.pdf")

    (group,) = groups(
        step("Primer informe de comisión de Salud.  "),
        step("Primer informe de comisión de Salud.  ", taken_on=date(2026, 5, 5)),
        step("Discusión general ."),
        papers=(report, elsewhere),
    )

    links = [entry.links for entry in group.entries]
    assert links == [[], [], [Link("Read it: committee report", "/r.pdf", "")]]
