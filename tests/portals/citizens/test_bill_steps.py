from datetime import date

import pytest
from django.utils import translation

from legislation.bills.selectors import PaperLine, StepLine
from portals.citizens.pages.bill_steps import (
    StepGroup,
    Surroundings,
    groups_of,
    kind_of_step,
    kinds_present,
    tidy,
)
from portals.citizens.pages.vote_addresses import addresses
from portals.shared.parts import Entry, Link

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
    usual = dict.fromkeys(PaperLine._fields, "")
    usual |= {"kind": "REPORT", "position": 1, "dated_on": A_DAY, "title": title, "url": "/r.pdf"}
    return PaperLine(**(usual | fields))


def groups(*steps: StepLine, kind: str = "", papers: tuple[PaperLine, ...] = ()):
    around = Surroundings(
        papers=papers, votes=(), sittings={(366, 66)}, at=addresses(), votes_address="/b/"
    )
    return groups_of(steps, kind=kind, around=around)


def entries(group: StepGroup) -> list[Entry]:
    return [entry for run in group.runs for entry in run.entries]


def said(group: StepGroup) -> list[str]:
    """The titles of the steps, without the mark of their language."""
    marks = ('<span lang="es">', "</span>")
    return [entry.title.removeprefix(marks[0]).removesuffix(marks[1]) for entry in entries(group)]


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
    assert said(found[2]) == ["Dos", "Uno"]


def test_a_filter_leaves_only_the_steps_of_its_kind():
    (group,) = groups(step("Oficio de ley"), step("Discusión general"), kind="discusion")

    assert said(group) == ["Discusión general"]


def test_a_step_says_its_sitting_and_links_it_where_we_hold_it():
    (group,) = groups(
        step(session_number=67, legislature_number=366),
        step(session_number=66, legislature_number=366),
    )

    assert [entry.tag for entry in entries(group)] == [
        '<a href="/en/sesiones/366/66/">Sitting 66/366</a>',
        "Sitting 67/366",
    ]


def test_a_sitting_of_the_other_chamber_is_never_linked():
    (group,) = groups(step(session_number=66, legislature_number=366, chamber="DEPUTIES"))

    assert entries(group)[0].tag == "Sitting 66/366"


def test_urgencies_renewed_again_and_again_are_folded_together_and_none_is_lost():
    renewals = [
        step(f"Cuenta del Mensaje {day}-374 que hace presente la urgencia Suma",
             taken_on=date(2026, 5, day))
        for day in (1, 8, 15, 22)
    ]  # fmt: skip
    (group,) = groups(step("Ingreso de proyecto"), *renewals, step("Discusión general"))
    (filtered,) = groups(*renewals, kind="urgencias")
    (few,) = groups(*renewals[:3])

    assert [(run.title, len(run.entries)) for run in group.runs] == [
        ("", 1),
        ("4 notices of urgency, from 1 May 2026 to 22 May 2026", 4),
        ("", 1),
    ]
    assert [run.title for run in [*filtered.runs, *few.runs]] == ["", ""]


def test_a_step_in_an_english_page_is_marked_as_spanish():
    (group,) = groups(step("Discusión general . Aprobado ."))

    assert entries(group)[0].title == '<span lang="es">Discusión general</span>'
    assert entries(group)[0].body == '<span lang="es">Aprobado</span>'


def test_a_report_is_linked_from_the_step_of_its_day_that_names_it():
    report = paper("Primer informe de comisión de Salud")
    elsewhere = paper("Boletin de Indicaciones", url="/otro.pdf")

    (group,) = groups(
        step("Primer informe de comisión de Salud.  "),
        step("Primer informe de comisión de Salud.  ", taken_on=date(2026, 5, 5)),
        step("Discusión general ."),
        papers=(report, elsewhere),
    )

    links = [entry.links for entry in entries(group)]
    assert links == [[], [], [Link("Read it: committee report", "/r.pdf", "")]]
