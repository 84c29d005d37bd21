"""The Spanish words of addresses and what they stand for, for every portal that filters a list.

Pages, feeds and the API narrow their lists with the same words. They never change: addresses
are kept and cited.
"""

from collections.abc import Mapping

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyKind,
)
from legislation.people.enums import Chamber, CommitteeKind
from legislation.sessions.enums import SessionState
from legislation.votes.enums import Choice, DebateKind, Result

ANY_URGENCY = "cualquiera"

BILL_KINDS: Mapping[str, BillKind] = {"proyecto": BillKind.BILL, "asunto": BillKind.MATTER}
STATUSES: Mapping[str, Status] = {
    "en-tramitacion": Status.IN_PROGRESS,
    "publicado": Status.PUBLISHED,
    "rechazado": Status.REJECTED,
    "archivado": Status.ARCHIVED,
    "retirado": Status.WITHDRAWN,
    "inadmisible": Status.INADMISSIBLE,
    "terminado": Status.FINISHED,
}
STAGES: Mapping[str, Stage] = {
    "primer-tramite": Stage.FIRST,
    "primer-tramite-insistido": Stage.FIRST_INSISTED,
    "segundo-tramite": Stage.SECOND,
    "tercer-tramite": Stage.THIRD,
    "mixta-por-modificaciones": Stage.CONFERENCE_CHANGES,
    "mixta-por-idea-de-legislar": Stage.CONFERENCE_IDEA,
    "mixta-de-presupuesto": Stage.CONFERENCE_BUDGET,
    "informe-mixta-en-origen": Stage.CONFERENCE_REPORT_ORIGIN,
    "informe-mixta-en-revisora": Stage.CONFERENCE_REPORT_REVISING,
    "finalizacion-en-origen": Stage.COMPLETION,
    "aprobacion-presidencial": Stage.PRESIDENT,
    "veto-en-origen": Stage.VETO_ORIGIN,
    "veto-en-revisora": Stage.VETO_REVISING,
    "insistencia": Stage.INSISTENCE,
    "tribunal-constitucional": Stage.COURT,
    "terminada": Stage.FINISHED,
    "archivado": Stage.ARCHIVED,
}
ORIGINS: Mapping[str, Chamber] = {"senado": Chamber.SENATE, "camara": Chamber.DEPUTIES}
CHAMBERS: Mapping[str, Chamber] = {**ORIGINS, "ambas": Chamber.BOTH}
INITIATIVES: Mapping[str, Initiative] = {
    "mensaje": Initiative.MESSAGE,
    "mocion": Initiative.MOTION,
}
URGENCIES: Mapping[str, tuple[UrgencyKind, ...]] = {
    ANY_URGENCY: tuple(UrgencyKind),
    "simple": (UrgencyKind.SIMPLE,),
    "suma": (UrgencyKind.SUMA,),
    "discusion-inmediata": (UrgencyKind.IMMEDIATE,),
}
PAPERS: Mapping[str, PaperKind] = {
    "informe": PaperKind.REPORT,
    "oficio": PaperKind.LETTER,
    "comparado": PaperKind.COMPARISON,
    "indicaciones": PaperKind.AMENDMENTS,
    "observaciones": PaperKind.OBSERVATION,
    "otro": PaperKind.OTHER,
}
TEXTS: Mapping[str, TextKind] = {
    "mocion-o-mensaje": TextKind.FILED,
    "primer-informe": TextKind.FIRST_REPORT,
    "segundo-informe": TextKind.SECOND_REPORT,
    "aprobado-en-origen": TextKind.APPROVED_ORIGIN,
    "aprobado-en-revisora": TextKind.APPROVED_REVISING,
    "mixta": TextKind.CONFERENCE,
    "enviado-al-presidente": TextKind.DISPATCHED,
    "ley": TextKind.LAW,
}
COMMITTEES: Mapping[str, CommitteeKind] = {
    "permanente": CommitteeKind.PERMANENT,
    "especial": CommitteeKind.SPECIAL,
    "mixta": CommitteeKind.CONFERENCE,
    "presupuesto": CommitteeKind.BUDGET,
    "interna": CommitteeKind.INTERNAL,
    "sin-indicar": CommitteeKind.UNSTATED,
}
DEBATES: Mapping[str, DebateKind] = {
    "general": DebateKind.GENERAL,
    "particular": DebateKind.PARTICULAR,
    "unica": DebateKind.SINGLE,
    "observaciones": DebateKind.OBSERVATIONS,
    "nombramiento": DebateKind.APPOINTMENT,
    "mixta": DebateKind.CONFERENCE,
}
RESULTS: Mapping[str, Result] = {
    "aprobada": Result.APPROVED,
    "rechazada": Result.REJECTED,
    "empate": Result.TIE,
    "sin-resolver": Result.UNRESOLVED,
    "no-conocido": Result.UNKNOWN,
}
# None: no answer is on record.
ANSWERS: Mapping[str, Choice | None] = {
    "si": Choice.YES,
    "no": Choice.NO,
    "abstencion": Choice.ABSTAIN,
    "pareo": Choice.PAIRED,
    "impedido": Choice.RECUSED,
    "sin-respuesta": None,
}
SESSION_STATES: Mapping[str, SessionState] = {
    "citada": SessionState.SUMMONED,
    "celebrada": SessionState.HELD,
    "fracasada": SessionState.FAILED,
    "suspendida": SessionState.CANCELLED,
}
