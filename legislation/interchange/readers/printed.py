"""What the words that the Senate prints mean. Anything else is None, never a guess.

Blanks around words, case, accents and punctuation do not matter («C.Diputados» and
«C. Diputados» are one); the words themselves do.
"""

import re
from datetime import date
from typing import NamedTuple

from legislation.bills.enums import BillKind, Initiative, Stage, Status, UrgencyKind
from legislation.people.enums import Chamber
from legislation.people.naming import fold
from legislation.votes.enums import Choice, DebateKind

DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
SITTING = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
BILL_NUMBER = re.compile(r"(S\s*)?(\d{1,2}\.\d{3}|\d{1,5})-(\d{2})", re.IGNORECASE)
MENTION = re.compile(
    rf"bolet[ií]n\w{{0,8}}\s?n?\s?[°º.]{{0,4}}\s?({BILL_NUMBER.pattern})", re.IGNORECASE
)
LAW_NUMBER = re.compile(r"ley\s+n\s*[°ºo.]*\s*(\d{1,3}\.\d{3}|\d{1,6})", re.IGNORECASE)
LARGEST_NUMBER = 2_147_483_647
IN_BRACKETS = re.compile(r"(.*?)\s*\(([^()]*)\)\s*")
YEARS = range(1800, 2200)

CHAMBERS = {
    "senado": Chamber.SENATE,
    "c diputados": Chamber.DEPUTIES,
    "camara de diputados": Chamber.DEPUTIES,
    "camara de diputadas y diputados": Chamber.DEPUTIES,
}
INITIATIVES = {"mensaje": Initiative.MESSAGE, "mocion": Initiative.MOTION}
STATUSES = {
    "en tramitacion": Status.IN_PROGRESS,
    "publicado": Status.PUBLISHED,
    "archivado": Status.ARCHIVED,
    "rechazado": Status.REJECTED,
    "retirado": Status.WITHDRAWN,
    "inadmisible": Status.INADMISSIBLE,
    "tramitacion terminada": Status.FINISHED,
}
STAGES = {
    "primer tramite constitucional": Stage.FIRST,
    "primer tramite constitucional insistido": Stage.FIRST_INSISTED,
    "segundo tramite constitucional": Stage.SECOND,
    "tercer tramite constitucional": Stage.THIRD,
    "comision mixta por rechazo de modificaciones": Stage.CONFERENCE_CHANGES,
    "comision mixta por rechazo de idea de legislar": Stage.CONFERENCE_IDEA,
    "comision mixta ley de presupuesto": Stage.CONFERENCE_BUDGET,
    "disc informe c mixta por rechazo de modific en c origen": Stage.CONFERENCE_REPORT_ORIGIN,
    "disc informe c mixta por rechazo de modif c revisora": Stage.CONFERENCE_REPORT_REVISING,
    "tramite finalizacion en camara de origen": Stage.COMPLETION,
    "tramite de aprobacion presidencial": Stage.PRESIDENT,
    "discusion veto en camara de origen": Stage.VETO_ORIGIN,
    "discusion veto en camara revisora": Stage.VETO_REVISING,
    "insistencia": Stage.INSISTENCE,
    "tramite en tribunal constitucional": Stage.COURT,
    "tramitacion terminada": Stage.FINISHED,
    "archivado": Stage.ARCHIVED,
}
URGENCIES = {
    "simple": UrgencyKind.SIMPLE,
    "suma": UrgencyKind.SUMA,
    "discusion inmediata": UrgencyKind.IMMEDIATE,
    "inmediata": UrgencyKind.IMMEDIATE,
}
LAPSED = "caducada"
CHOICES = {
    "si": Choice.YES,
    "no": Choice.NO,
    "abstencion": Choice.ABSTAIN,
    "pareo": Choice.PAIRED,
    "impedido": Choice.RECUSED,
}
DEBATES = {
    "discusion general": DebateKind.GENERAL,
    "discusion particular": DebateKind.PARTICULAR,
    "discusion unica": DebateKind.SINGLE,
    "discusion veto": DebateKind.OBSERVATIONS,
}

IN_ORIGIN = frozenset({
    Stage.FIRST, Stage.FIRST_INSISTED, Stage.THIRD, Stage.COMPLETION, Stage.VETO_ORIGIN,
    Stage.CONFERENCE_REPORT_ORIGIN,
})  # fmt: skip
IN_REVISING = frozenset({Stage.SECOND, Stage.VETO_REVISING, Stage.CONFERENCE_REPORT_REVISING})
IN_BOTH = frozenset({Stage.CONFERENCE_CHANGES, Stage.CONFERENCE_IDEA, Stage.CONFERENCE_BUDGET})
OTHER_CHAMBER = {Chamber.SENATE: Chamber.DEPUTIES, Chamber.DEPUTIES: Chamber.SENATE}


class Sitting(NamedTuple):
    """A sitting as it is cited: ``39/372`` is number 39 of legislature 372."""

    number: int
    legislature: int


class BillNumber(NamedTuple):
    kind: BillKind
    number: str

    @property
    def serial(self) -> int:
        return int(self.number.partition("-")[0])


def chamber(words: str) -> Chamber | None:
    return CHAMBERS.get(fold(words))


def stage(words: str) -> Stage | None:
    return STAGES.get(fold(words))


def initiative(words: str) -> Initiative | None:
    return INITIATIVES.get(fold(words))


def status(words: str) -> Status | None:
    return STATUSES.get(fold(words))


def urgency(words: str) -> UrgencyKind | None:
    return URGENCIES.get(fold(words))


def says_lapsed(words: str) -> bool:
    """Where the message that withdraws an urgency would be, «CADUCADA»: it ran out."""
    return fold(words) == LAPSED


def choice(words: str) -> Choice | None:
    return CHOICES.get(fold(words))


def debate(words: str) -> DebateKind | None:
    return DEBATES.get(fold(words))


def stage_and_chamber(words: str) -> tuple[str, str]:
    """«Segundo trámite constitucional (Senado)» → its stage and what is in brackets."""
    found = IN_BRACKETS.fullmatch(words)
    return (found[1], found[2].strip()) if found else (words, "")


def day(words: str) -> date | None:
    """dd/mm/yyyy, if there is such a day."""
    found = DATE.fullmatch(words)
    if not found or int(found[3]) not in YEARS:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def sitting(words: str) -> Sitting | None:
    """The sitting cited, None for «/» and whatever else is no citation."""
    found = SITTING.fullmatch(words)
    return Sitting(int(found[1]), int(found[2])) if found else None


def bill_number(words: str, *, is_matter: bool = False) -> BillNumber | None:
    """The number of a bill («8575-05», «8.575-05») or of a Senate matter («S 1.500-09»).

    :param is_matter: the source says elsewhere that the bare number is a matter's
    """
    found = BILL_NUMBER.fullmatch(words)
    if not found:
        return None
    kind = BillKind.MATTER if found[1] or is_matter else BillKind.BILL
    return BillNumber(kind, f"{int(found[2].replace('.', ''))}-{found[3]}")


def bill_numbers_in(words: str) -> list[BillNumber]:
    """Every bill number that a text mentions after the word Boletín, in order."""
    numbers = (bill_number(found[1]) for found in MENTION.finditer(" ".join(words.split())))
    return [number for number in numbers if number]


def law_number(words: str) -> int | None:
    """«Ley N° 21.824» → 21824; a decree («D.S N° 60») is no law, nor are seven digits."""
    found = LAW_NUMBER.fullmatch(words)
    return int(found[1].replace(".", "")) if found else None


def says_law(words: str) -> bool:
    """Whether the words call something a law, whatever its number: a decree is none."""
    return fold(words).partition(" ")[0] == "ley"


def identifier(words: str) -> int | None:
    """A number that the service gives to a thing of its own, if the record can hold it."""
    if not (words.isascii() and words.isdigit() and len(words) <= len(str(LARGEST_NUMBER))):
        return None
    number = int(words)
    return number if number <= LARGEST_NUMBER else None


def count(words: str) -> int | None:
    """A whole number of votes, None for blanks and anything else."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 5 else None


def chamber_of(at: Stage, origin: Chamber) -> str:
    """The chamber in which a stage takes place, empty where it is neither."""
    if at in IN_ORIGIN:
        return origin
    if at in IN_REVISING:
        return OTHER_CHAMBER[origin]
    return Chamber.BOTH if at in IN_BOTH else ""
