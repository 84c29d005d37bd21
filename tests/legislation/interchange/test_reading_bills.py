"""One response of ``tramitacion.php``, element by element."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    UrgencyEnd,
    UrgencyKind,
)
from legislation.bills.observed import (
    ObservedAuthor,
    ObservedMerge,
    ObservedPaper,
    ObservedStage,
    ObservedStep,
    ObservedUrgency,
)
from legislation.interchange.enums import LossKind
from legislation.interchange.observed import ReadBill
from legislation.interchange.readers import losses
from legislation.interchange.readers.bills import read_bills_file
from legislation.interchange.readers.errors import UnreadableFile
from legislation.people.enums import Chamber, CommitteeKind
from legislation.people.observed import ObservedCommittee
from tests.factories.interchange import bill_xml, step, together, urgency, vote_xml

FIXTURE = (Path(__file__).parent / "fixtures" / "proyecto.xml").read_bytes()


def read_one(content: bytes) -> ReadBill:
    (bill,) = read_bills_file(content).bills
    return bill


def lost(content: bytes) -> list[tuple[LossKind, str, str, str]]:
    return [
        (loss.kind, loss.path, loss.value, loss.reason) for loss in read_bills_file(content).losses
    ]


def test_a_whole_response_is_read_and_only_its_contradiction_is_listed() -> None:
    path = "proyectos/proyecto/votaciones/votacion/PAREO"

    assert lost(FIXTURE) == [
        (LossKind.DISAGREES, path, "0 ≠ 1 (44/373, 06/08/2025)", losses.TOTALS_DISAGREE)
    ]


def test_what_a_bill_is() -> None:
    bill = read_one(FIXTURE).bill

    assert (bill.kind, bill.number) == (BillKind.BILL, "90001-07")
    assert bill.title == "Crea el registro nacional de plazas y regula su uso"
    assert (bill.initiative, bill.origin_chamber) == (Initiative.MOTION, Chamber.DEPUTIES)
    assert bill.filed_on == date(2024, 3, 4)
    assert bill.filed_text_url == "http://senado.example/docto?id=7&tipo=mocion"
    assert bill.authors == (
        ObservedAuthor(printed_name="Arrayán Aguilera, Amanda"),
        ObservedAuthor(printed_name="Boldo Bravo, Bruno"),
    )
    assert bill.subjects == ("PLAZAS PÚBLICAS", "MUNICIPALIDADES")


def test_where_a_bill_stands_is_kept_as_printed_and_as_meant() -> None:
    read = read_one(FIXTURE)

    assert (read.bill.stage, read.bill.chamber) == (Stage.SECOND, Chamber.SENATE)
    assert read.bill.stage_text == "Segundo trámite constitucional (Senado)"
    assert read.bill.step_text == "Primer informe de comisión de la Mujer y Equidad de Género"
    assert (read.bill.status, read.bill.urgency_text) == (Status.IN_PROGRESS, "Suma")
    assert read.committee == ObservedCommittee(
        name="Mujer y Equidad de Género", chamber=Chamber.SENATE, kind=CommitteeKind.UNSTATED
    )


def test_steps_keep_their_order_their_words_and_the_sitting_they_cite() -> None:
    first, second, third, fourth = read_one(FIXTURE).bill.steps

    assert first == ObservedStep(
        taken_on=date(2024, 3, 4),
        description="Ingreso de proyecto .",
        stage=Stage.FIRST,
        stage_text="Primer trámite constitucional",
        chamber=Chamber.DEPUTIES,
    )
    assert (second.session_text, second.session_number, second.legislature_number) == (
        "82/371",
        82,
        371,
    )
    assert (third.description, third.chamber, third.session_text) == ("", "", "")
    assert fourth.chamber == Chamber.SENATE


def test_stages_are_entered_on_the_day_of_their_first_step() -> None:
    assert read_one(FIXTURE).bill.stages == (
        ObservedStage(stage=Stage.FIRST, chamber=Chamber.DEPUTIES, entered_on=date(2024, 3, 4)),
        ObservedStage(stage=Stage.SECOND, chamber=Chamber.SENATE, entered_on=date(2025, 6, 10)),
    )


def test_papers_of_one_day_do_not_send_a_bill_back_and_forth() -> None:
    second = "Segundo trámite constitucional"
    steps = [
        step("03/03/2026"),
        step("10/03/2026", stage=second),
        step("10/03/2026"),
        step("10/03/2026", stage=second),
        step("11/03/2026", stage=second),
    ]
    stage = "Segundo trámite constitucional (C.Diputados)"

    stages = read_one(bill_xml(steps=steps, stage=stage)).bill.stages

    assert [(entry.stage, entry.entered_on.day) for entry in stages] == [
        (Stage.FIRST, 3),
        (Stage.SECOND, 10),
    ]


def test_a_stage_that_no_step_tells_of_yet_is_dated_on_the_newest_step() -> None:
    steps = [step("03/03/2026"), step("20/04/2026")]

    stages = read_one(bill_xml(steps=steps, stage="Archivado")).bill.stages

    assert [(entry.stage, entry.chamber, entry.entered_on) for entry in stages] == [
        (Stage.FIRST, Chamber.SENATE, date(2026, 3, 3)),
        (Stage.ARCHIVED, "", date(2026, 4, 20)),
    ]


def test_urgencies_say_how_they_ended() -> None:
    lapsed, withdrawn, running = read_one(FIXTURE).bill.urgencies

    assert lapsed == ObservedUrgency(
        kind=UrgencyKind.IMMEDIATE,
        set_on=date(2025, 7, 1),
        chamber=Chamber.DEPUTIES,
        message="40-373",
        end=UrgencyEnd.LAPSED,
        end_message="CADUCADA",
    )
    assert (withdrawn.end, withdrawn.ended_on, withdrawn.end_message, withdrawn.end_chamber) == (
        UrgencyEnd.WITHDRAWN,
        date(2025, 7, 22),
        "60-373",
        Chamber.SENATE,
    )
    assert (running.kind, running.end, running.ended_on) == (UrgencyKind.SUMA, "", None)


def test_an_urgency_left_open_on_a_finished_bill_ended_without_a_stated_cause() -> None:
    content = bill_xml(
        urgencies=[urgency("03/03/2026")], status="Publicado ", stage="Tramitación terminada"
    )

    (one,) = read_one(content).bill.urgencies

    assert one.end == UrgencyEnd.UNSTATED


def test_papers_of_every_kind_keep_their_words_and_name_their_committee() -> None:
    read = read_one(FIXTURE)
    family = ObservedCommittee(
        name="Familia, Infancia y Adolescencia",
        chamber=Chamber.DEPUTIES,
        kind=CommitteeKind.UNSTATED,
    )

    assert [(paper.kind, paper.title) for paper in read.bill.papers] == [
        (PaperKind.REPORT, "Primer informe de comisión de Familia, Infancia y Adolescencia."),
        (
            PaperKind.REPORT,
            "Segundo informe de comisión de Defensa Nacional y de Seguridad Pública, unidas",
        ),
        (
            PaperKind.COMPARISON,
            "Comparado Segundo trámite constitucional(Primer informe de comisión) "
            "Comision de Familia, Infancia y Adolescencia..",
        ),
        (PaperKind.LETTER, "Oficio de ley a Cámara Revisora"),
        (PaperKind.AMENDMENTS, "Boletin de Indicaciones"),
        (PaperKind.OBSERVATION, ""),
    ]
    assert read.paper_committees == (
        family,
        None,
        replace(family, chamber=Chamber.SENATE),
        None,
        None,
        None,
    )


def test_a_letter_keeps_its_number_type_and_what_it_says() -> None:
    letter = read_one(FIXTURE).bill.papers[3]

    assert letter == ObservedPaper(
        kind=PaperKind.LETTER,
        dated_on=date(2025, 6, 9),
        title="Oficio de ley a Cámara Revisora",
        number="21.239",
        description="Comunica texto aprobado.",
        letter_type="Ley",
        stage=Stage.FIRST,
        stage_text="Primer trámite constitucional",
        chamber=Chamber.DEPUTIES,
        url="http://senado.example/docto?id=13&tipo=ofic",
    )


def test_merged_bills_leave_out_the_bill_itself_and_keep_which_one_leads() -> None:
    assert read_one(FIXTURE).bill.merged_with == (
        ObservedMerge(number="89999-06", is_lead=True),
        ObservedMerge(number="90003-14"),
    )


@pytest.mark.parametrize(
    ("law", "number"),
    [("Ley N° 21.824", 21824), ("Ley N° 642", 642), ("D.S N° 60", None), ("", None)],
)
def test_a_law_number_is_a_laws_and_a_decree_is_kept_as_printed(
    law: str, number: int | None
) -> None:
    content = bill_xml(law=law, published="06/06/2026", status="Publicado ")

    bill = read_one(content).bill

    assert (bill.law_text, bill.law_number) == (law, number)
    assert bill.law_published_on == date(2026, 6, 6)


def test_a_law_said_to_be_in_progress_keeps_both_and_is_listed() -> None:
    content = bill_xml(law="Ley N° 21.807", published="16/02/2026")

    assert read_one(content).bill.status == Status.IN_PROGRESS
    assert lost(content) == [
        (
            LossKind.DISAGREES,
            "proyectos/proyecto/descripcion/leynro",
            "Ley N° 21.807",
            losses.LAW_BUT_IN_PROGRESS,
        )
    ]


def test_an_unknown_stage_is_kept_as_printed_and_listed() -> None:
    content = bill_xml(stage="Cuarto trámite constitucional (Senado)")

    bill = read_one(content).bill

    assert (bill.stage, bill.stage_text) == (
        Stage.UNRECOGNISED,
        "Cuarto trámite constitucional (Senado)",
    )
    assert [(kind, path) for kind, path, _, _ in lost(content)] == [
        (LossKind.WARNING, "proyectos/proyecto/descripcion/etapa")
    ]


def test_a_step_without_a_day_is_not_stored_and_every_value_of_it_is_listed() -> None:
    bad = step("31/02/2026", "Cuenta", session="1/374")
    path = "proyectos/proyecto/tramitacion/tramite"

    content = bill_xml(steps=[step("03/03/2026"), bad])

    assert len(read_one(content).bill.steps) == 1
    assert lost(content) == [
        (LossKind.NOT_STORED, f"{path}/{tag}", value, losses.NOT_A_DATE)
        for tag, value in bad.items()
    ]


def test_what_the_format_never_had_is_listed_with_its_path() -> None:
    content = bill_xml(
        described="<apodo>Ley plaza</apodo>", more='<enmienda n="3">texto</enmienda> suelto'
    ).replace(b"<titulo>", b'<titulo idioma="es">')
    top = "proyectos/proyecto"

    assert lost(content) == [
        (LossKind.NOT_STORED, f"{top}/descripcion/titulo@idioma", "es", losses.NOT_READ),
        (LossKind.NOT_STORED, f"{top}/descripcion/apodo", "Ley plaza", losses.NOT_READ),
        (LossKind.NOT_STORED, f"{top}/enmienda@n", "3", losses.NOT_READ),
        (LossKind.NOT_STORED, f"{top}/enmienda", "texto", losses.NOT_READ),
        (LossKind.NOT_STORED, f"{top}/text()", "suelto", losses.NOT_READ),
    ]


def test_a_second_title_is_listed_and_not_dropped() -> None:
    content = bill_xml(described="<titulo>Otro</titulo>")

    assert read_one(content).bill.title == "Crea el registro nacional de plazas"
    assert [(path, value) for _, path, value, _ in lost(content)] == [
        ("proyectos/proyecto/descripcion/titulo", "Otro")
    ]


def test_words_longer_than_their_column_are_cut_and_listed_whole() -> None:
    content = bill_xml(urgency_now="Suma " * 20)

    assert read_one(content).bill.urgency_text == ("Suma " * 20)[:60]
    assert [(path, value) for _, path, value, _ in lost(content)] == [
        ("proyectos/proyecto/descripcion/urgencia_actual", ("Suma " * 20).strip())
    ]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("number", "no es número"),
        ("title", ""),
        ("filed", "00/00/0000"),
        ("initiative", "Iniciativa popular"),
        ("origin", "Tercera cámara"),
        ("status", "Suspendido"),
    ],
)
def test_a_bill_without_what_makes_it_one_is_refused_whole(field: str, words: str) -> None:
    content = bill_xml(**{field: words}, steps=[step("03/03/2026")])

    with pytest.raises(UnreadableFile):
        read_bills_file(content)


def test_several_bills_of_one_answer_are_read_in_order() -> None:
    both = together(bill_xml("90001-07"), bill_xml("90002-08", described="<x>1</x>"))

    read = read_bills_file(both)

    assert [one.bill.number for one in read.bills] == ["90001-07", "90002-08"]
    assert [(loss.number, loss.value) for loss in read.losses] == [("90002-08", "1")]


def test_votes_of_a_bill_come_with_it() -> None:
    content = bill_xml(votes=[vote_xml({"Arrayán A., Amanda": "Si"})])

    (vote,) = read_one(content).votes

    assert (vote.legislature_number, vote.session_number) == (374, 12)
    assert vote.taken_on == date(2026, 5, 5)
