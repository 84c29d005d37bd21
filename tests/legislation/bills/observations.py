"""A bill as a source tells it, with one of everything around it."""

from datetime import UTC, date, datetime

from legislation.bills.enums import Initiative, PaperKind, Stage, Status, TextKind, UrgencyKind
from legislation.bills.observed import (
    ObservedArticle,
    ObservedAuthor,
    ObservedBill,
    ObservedMerge,
    ObservedPaper,
    ObservedStage,
    ObservedStep,
    ObservedText,
    ObservedUrgency,
)
from legislation.people.enums import Chamber

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)
STEP = ObservedStep(taken_on=date(2026, 3, 3), description="Ingreso.", stage=Stage.FIRST)
URGENCY = ObservedUrgency(kind=UrgencyKind.SUMA, set_on=date(2026, 3, 4))
PAPER = ObservedPaper(
    kind=PaperKind.REPORT, dated_on=date(2026, 3, 5), title="Informe", url="http://x.example/1"
)
BILL = ObservedBill(
    number="90001-07",
    title="Crea el registro de plazas",
    initiative=Initiative.MOTION,
    origin_chamber=Chamber.SENATE,
    filed_on=date(2026, 3, 3),
    stage=Stage.FIRST,
    status=Status.IN_PROGRESS,
    filed_text_url="http://x.example/filed",
    authors=(ObservedAuthor(printed_name="Arrayán A., Ana"),),
    subjects=("Plazas", "Municipios"),
    stages=(ObservedStage(stage=Stage.FIRST, chamber=Chamber.SENATE, entered_on=date(2026, 3, 3)),),
    steps=(STEP,),
    urgencies=(URGENCY,),
    papers=(PAPER,),
    merged_with=(ObservedMerge(number="90002-07", is_lead=True),),
)
TEXT = ObservedText(
    slug="texto-presentado",
    kind=TextKind.FILED,
    dated_on=date(2026, 3, 3),
    title="Texto presentado",
    articles=(ObservedArticle(eid="art_1", label="Artículo 1", body="Créase."),),
)
