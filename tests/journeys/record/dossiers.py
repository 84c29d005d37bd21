"""Bills and a matter of the Senate: one of each kind of thing that a dossier may hold."""

from dataclasses import dataclass
from datetime import date

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyEnd,
    UrgencyKind,
)
from legislation.bills.models import Bill
from legislation.people.enums import Chamber
from legislation.provenance.models import Source
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    MergedBillFactory,
    PaperFactory,
    StageEntryFactory,
    StepFactory,
    SubjectFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.documents import DocumentFactory
from tests.journeys.record.house import Senate

SECOND_ON = date(2026, 9, 1)
LAST_STEP = date(2026, 11, 18)
ARTICLES = (
    "Toda persona inscrita en una lista de espera será atendida dentro de ciento ochenta días.",
    "El prestador informará el plazo por escrito.\n"
    "La información incluirá el lugar que la persona ocupa en la lista.",
    "Esta ley entrará en vigencia el primer día del mes siguiente a su publicación.",
)
LATER = (
    "Toda persona inscrita en una lista de espera será atendida dentro de noventa días corridos.",
    ARTICLES[1],
    "",
    "La Superintendencia sancionará la infracción de los plazos.",
)


@dataclass(frozen=True)
class Bills:
    """``pressed`` has everything; ``plain`` next to nothing."""

    pressed: Bill
    law: Bill
    plain: Bill
    matter: Bill


def file(senate: Senate, source: Source) -> Bills:
    """File four bills, of which one became law and one is a matter of the Senate."""
    health = SubjectFactory(slug="salud", name="Salud pública")
    pressed = _pressed(senate, source)
    law = _law(senate)
    plain = BillFactory(
        number="17402-07",
        title="Modifica el Código Civil en lo relativo a la prescripción extraordinaria adquisitiva",
        filed_on=date(2026, 10, 6),
        last_step_on=date(2026, 10, 6),
    )
    matter = _matter(senate)
    for place, bill in enumerate((pressed, law, matter), 1):
        BillSubjectFactory(bill=bill, subject=health, position=place)
    return Bills(pressed, law, plain, matter)


def _pressed(senate: Senate, source: Source) -> Bill:
    bill = BillFactory(
        number="17345-11",
        title="Establece plazos máximos de atención para las personas inscritas en listas de espera "
        "de los establecimientos de salud, y crea un registro nacional de acceso público",
        plain_title="Plazos máximos para las listas de espera",
        summary="Fija cuánto puede esperar una persona y quién responde si el plazo se vence.",
        stage=Stage.SECOND,
        stage_text="Segundo trámite constitucional (Senado)",
        step_text="Discusión particular",
        origin_chamber=Chamber.DEPUTIES,
        chamber=Chamber.SENATE,
        committee=senate.health,
        urgency_text="Suma",
        quorum_matter="ORGANIC",
        last_step_on=LAST_STEP,
        source=source,
    )
    _sign(bill, senate, source)
    _take_steps(bill, source)
    _press(bill, source)
    _add_papers(bill, senate, source)
    _write(bill)
    return bill


def _sign(bill: Bill, senate: Senate, source: Source) -> None:
    for place, person in enumerate(senate.members[:3], 1):
        AuthorshipFactory(bill=bill, position=place, person=person, source=source)
    AuthorshipFactory(bill=bill, position=4, printed_name="Lenga Maitén, Rosario")
    MergedBillFactory(bill=bill, position=1, number=bill.number, is_lead=True)
    MergedBillFactory(bill=bill, position=2, number="17402-07")
    MergedBillFactory(bill=bill, position=3, number="16998-11")


def _take_steps(bill: Bill, source: Source) -> None:
    first = {"stage": Stage.FIRST, "chamber": Chamber.DEPUTIES}
    second = {
        "stage": Stage.SECOND,
        "chamber": Chamber.SENATE,
        "stage_text": "Segundo trámite constitucional",
    }
    StageEntryFactory(bill=bill, position=1, **first)
    StageEntryFactory(
        bill=bill, position=2, stage=Stage.SECOND, chamber=Chamber.SENATE, entered_on=SECOND_ON
    )
    steps = (
        (date(2026, 3, 3), "Ingreso de proyecto .", first),
        (
            date(2026, 8, 25),
            "Discusión general. Aprobado en general y particular a la vez .",
            first,
        ),
        (SECOND_ON, "Cuenta de proyecto. Pasa a Comisión de Salud .", second),
        (
            date(2026, 11, 14),
            "Cuenta del Mensaje 214-374 que hace presente la urgencia Suma",
            second,
        ),
        (LAST_STEP, "Discusión general. Aprobado en general .", second),
    )
    for place, (day, text, fields) in enumerate(steps, 1):
        StepFactory(
            bill=bill,
            position=place,
            taken_on=day,
            description=text,
            session_text="58/374" if day == LAST_STEP else "",
            session_number=58 if day == LAST_STEP else None,
            legislature_number=374 if day == LAST_STEP else None,
            source=source,
            **fields,
        )


def _press(bill: Bill, source: Source) -> None:
    UrgencyFactory(
        bill=bill,
        position=1,
        kind=UrgencyKind.SIMPLE,
        set_on=date(2026, 9, 2),
        due_on=date(2026, 10, 2),
        ended_on=date(2026, 9, 29),
        end=UrgencyEnd.WITHDRAWN,
        end_message="198-374",
    )
    UrgencyFactory(bill=bill, position=2, message="214-374", source=source)


def _add_papers(bill: Bill, senate: Senate, source: Source) -> None:
    """One paper of each kind, a second report, and one paper that is nowhere to be read."""
    for place, kind in enumerate(PaperKind, 1):
        PaperFactory(
            bill=bill,
            kind=kind,
            position=place,
            dated_on=date(2026, 11, place),
            number=f"{place}",
            title=f"Documento {place} sobre las listas de espera",
            committee=senate.health if kind == PaperKind.REPORT else None,
            chamber=Chamber.SENATE,
            stage=Stage.SECOND,
            letter_type="Oficio de ley a la Cámara revisora" if kind == PaperKind.LETTER else "",
            source=source,
        )
    PaperFactory(bill=bill, position=9, title="Segundo informe", document=None, dated_on=None)


def _write(bill: Bill) -> None:
    text_with(bill, "1-mocion", *ARTICLES, kind=TextKind.FILED)
    text_with(
        bill, "2-aprobado-en-la-camara", *LATER, kind=TextKind.APPROVED_ORIGIN, dated_on=SECOND_ON
    )


def _law(senate: Senate) -> Bill:
    bill = BillFactory(
        number="16001-11",
        title="Crea el registro nacional de plazas y parques públicos",
        initiative=Initiative.MESSAGE,
        stage=Stage.FINISHED,
        status=Status.PUBLISHED,
        law_text="Ley N° 29.901",
        law_number=29901,
        law_published_on=date(2026, 6, 15),
        last_step_on=date(2026, 6, 15),
        filed_text=DocumentFactory(url="https://papers.example/filed"),
    )
    AuthorshipFactory(bill=bill, position=1, person=senate.former[0])
    for place, stage in enumerate((Stage.FIRST, Stage.SECOND, Stage.PRESIDENT), 1):
        StageEntryFactory(bill=bill, position=place, stage=stage, entered_on=date(2026, place, 4))
    StepFactory(bill=bill, position=1)
    return bill


def _matter(senate: Senate) -> Bill:
    bill = BillFactory(
        kind=BillKind.MATTER,
        number="2734-11",
        title="Propuesta de nombramiento en la Superintendencia de Salud de una persona ficticia",
        initiative=Initiative.MESSAGE,
        committee=senate.finance,
        last_step_on=date(2026, 11, 3),
    )
    StepFactory(bill=bill, position=1)
    UrgencyFactory(bill=bill, position=1, kind=UrgencyKind.SIMPLE, due_on=date(2026, 12, 14))
    PaperFactory(bill=bill, position=1)
    PaperFactory(bill=bill, kind=PaperKind.AMENDMENTS, position=1)
    text_with(bill, "1-oficio", "Se propone a una persona.", kind=TextKind.FILED)
    text_with(bill, "2-informe", "Se propone a otra persona.", kind=TextKind.FIRST_REPORT)
    return bill
