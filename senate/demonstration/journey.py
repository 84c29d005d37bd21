"""What happens to one bill, step by step, on days when it could have happened.

A journey is built by moves (see ``opening``, ``agreement`` and ``ending``) that walk a
cursor through the calendar. Numbers that depend on other bills (its own, its letters', its
law's) are left as marks and filled in when all journeys are known.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from legislation.bills.enums import Initiative, PaperKind, Stage, Status, TextKind
from legislation.people.enums import Chamber
from legislation.sessions.enums import AgendaPart
from legislation.votes.enums import DebateKind
from senate.demonstration.days import Calendar, Sitting
from senate.demonstration.drafting import Draft
from senate.demonstration.ideas import Idea, load

NUMBER, DOTTED, LETTER, LAW = "{number}", "{dotted}", "{letter}", "{law}"
CHAMBERS = {Chamber.SENATE: "Senado", Chamber.DEPUTIES: "C.Diputados"}
STAGES = {
    Stage.FIRST: "Primer trámite constitucional",
    Stage.FIRST_INSISTED: "Primer trámite constitucional insistido",
    Stage.SECOND: "Segundo trámite constitucional",
    Stage.THIRD: "Tercer trámite constitucional",
    Stage.CONFERENCE_CHANGES: "Comisión Mixta por rechazo de modificaciones",
    Stage.CONFERENCE_IDEA: "Comisión Mixta por rechazo de idea de legislar",
    Stage.CONFERENCE_BUDGET: "Comisión Mixta Ley de Presupuesto",
    Stage.CONFERENCE_REPORT_ORIGIN: "Disc. informe C.Mixta por rechazo de modific. en C. Origen",
    Stage.CONFERENCE_REPORT_REVISING: "Disc. informe C.Mixta por rechazo de modif. C. Revisora",
    Stage.COMPLETION: "Trámite finalización en Cámara de Origen",
    Stage.PRESIDENT: "Trámite de aprobación presidencial",
    Stage.VETO_ORIGIN: "Discusión veto en Cámara de Origen",
    Stage.VETO_REVISING: "Discusión veto en Cámara Revisora",
    Stage.INSISTENCE: "Insistencia",
    Stage.COURT: "Trámite en Tribunal Constitucional",
    Stage.FINISHED: "Tramitación terminada",
    Stage.ARCHIVED: "Archivado",
    Stage.UNRECOGNISED: "Trámite suspendido por acuerdo de la Sala",
}
MATTER = "matter"
SPECIAL_COMMITTEE = "Especial "
NOUNS = {
    "reform": "Proyecto de reforma constitucional",
    "interpretative": "Proyecto de ley interpretativa de la Constitución",
    "treaty": "Proyecto de acuerdo",
}
IN_RUNNING_TEXT = {
    Stage.FIRST: ", en primer trámite constitucional,",
    Stage.FIRST_INSISTED: ", en primer trámite constitucional insistido,",
    Stage.SECOND: ", en segundo trámite constitucional,",
    Stage.THIRD: ", en tercer trámite constitucional,",
    Stage.CONFERENCE_REPORT_ORIGIN: ", con informe de la Comisión Mixta,",
    Stage.CONFERENCE_REPORT_REVISING: ", con informe de la Comisión Mixta,",
}
OTHER = {Chamber.SENATE: Chamber.DEPUTIES, Chamber.DEPUTIES: Chamber.SENATE}


@dataclass(slots=True)
class Letter:
    """An official letter; its number comes when all letters are known."""

    day: date
    chamber: Chamber | str
    number: str = ""


@dataclass(slots=True)
class PlannedStep:
    day: date
    description: str
    stage: Stage
    chamber: Chamber | str
    sitting: Sitting | None = None
    letter: Letter | None = None


@dataclass(slots=True)
class PlannedPaper:
    kind: PaperKind
    day: date
    title: str
    stage: Stage
    chamber: Chamber | str
    description: str = ""
    letter_type: str = ""
    committee: str = ""
    letter: Letter | None = None


@dataclass(slots=True)
class PlannedText:
    """A text of the bill: its draft as it stands after a round of changes."""

    kind: TextKind
    slug: str
    title: str
    day: date
    round: int


@dataclass(slots=True)
class PlannedVote:
    """A vote of the Senate's floor and how it must come out.

    ``outcome`` is a word that ``ballots`` knows, or a tally such as «24-23-0».
    """

    day: date
    subject: str
    kind: DebateKind
    kind_text: str
    stage: Stage
    rule: str
    outcome: str
    attempt: int = 1
    is_secret: bool = False


@dataclass(slots=True)
class Mention:
    """The bill on the agenda of a sitting of the floor."""

    day: date
    part: AgendaPart
    heading: str


@dataclass(slots=True)
class CommitteeWork:
    committee: str
    day: date
    heading: str


@dataclass(slots=True)
class PlannedStage:
    stage: Stage
    chamber: Chamber
    day: date


@dataclass(slots=True)
class Journey:
    """A bill on its way. ``day`` is the cursor; moves only ever push it forward."""

    idea: Idea
    origin: Chamber
    initiative: Initiative
    calendar: Calendar
    rng: Random
    draft: Draft
    day: date
    chamber: Chamber = Chamber.SENATE
    status: Status = Status.IN_PROGRESS
    step_text: str = ""
    stage_text: str = ""
    committee: str = ""
    round: int = 0
    filed_on: date = date.min
    published_on: date | None = None
    stages: list[PlannedStage] = field(default_factory=list)
    steps: list[PlannedStep] = field(default_factory=list)
    papers: list[PlannedPaper] = field(default_factory=list)
    votes: list[PlannedVote] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    committee_work: list[CommitteeWork] = field(default_factory=list)
    texts: list[PlannedText] = field(default_factory=list)

    @property
    def stage(self) -> Stage:
        return self.stages[-1].stage

    @property
    def in_senate(self) -> bool:
        return self.chamber is Chamber.SENATE

    @property
    def is_origin(self) -> bool:
        return self.chamber is self.origin

    @property
    def noun(self) -> str:
        return NOUNS.get(self.idea.kind, "Proyecto de ley")

    @property
    def named(self) -> str:
        """«Proyecto de ley, en primer trámite constitucional, que crea…»."""
        if self.idea.kind == MATTER:
            return self.idea.title
        where = IN_RUNNING_TEXT.get(self.stage, "")
        return f"{self.noun}{where} que {_lower(self.idea.title)}"

    def wait(self, low: int, high: int) -> None:
        self.day += timedelta(days=self.rng.randint(low, high))

    def to_floor(self, chamber: Chamber | None = None) -> None:
        self.day = self.calendar.floor_day(chamber or self.chamber, self.day)

    def to_committee(self) -> None:
        self.day = self.calendar.committee_day(self.day)

    def to_office(self) -> None:
        self.day = self.calendar.office_day(self.day)

    def enter(self, stage: Stage, chamber: Chamber) -> None:
        self.chamber = chamber
        self.stages.append(PlannedStage(stage, chamber, self.day))

    def step(self, description: str, *, letter: Letter | None = None) -> None:
        """A step taken in an office, outside any sitting."""
        self.steps.append(
            PlannedStep(self.day, description, self.stage, self.chamber, letter=letter)
        )

    def floor_step(self, description: str, chamber: Chamber | None = None) -> None:
        """A step taken in a sitting of the chamber that holds the bill."""
        where = chamber or self.chamber
        sitting = self.calendar.sitting(where, self.day)
        self.steps.append(PlannedStep(self.day, description, self.stage, where, sitting))

    def letter(self, title: str, letter_type: str = "Ley", description: str = "") -> None:
        """An official letter of the chamber that holds the bill, and its step."""
        letter = Letter(self.day, self.chamber)
        self.papers.append(
            PlannedPaper(
                PaperKind.LETTER,
                self.day,
                title,
                self.stage,
                self.chamber,
                description,
                letter_type,
                letter=letter,
            )
        )
        self.step(f"{title} N° {LETTER}.", letter=letter)

    def paper(self, kind: PaperKind, title: str, *, committee: str = "") -> None:
        self.papers.append(
            PlannedPaper(kind, self.day, title, self.stage, self.chamber, committee=committee)
        )

    def mention(self, what: str, part: AgendaPart = AgendaPart.ORDER_OF_THE_DAY) -> None:
        """Put the bill on the agenda of the Senate's sitting of the day."""
        if self.in_senate:
            heading = f"{self.named} ({what}). Boletín N° {DOTTED}."
            self.mentions.append(Mention(self.day, part, heading))

    def works(self, what: str) -> None:
        """The Senate's committee that holds the bill works on it today."""
        if self.in_senate and self.committee:
            heading = (
                f"{what}: {self.noun.lower()} que {_lower(self.idea.title)}. Boletín N° {DOTTED}."
            )
            self.committee_work.append(CommitteeWork(self.committee, self.day, heading))

    def text(self, kind: TextKind, slug: str, title: str, *, changes: bool = True) -> None:
        """A new text of the bill, unless it would repeat the one before word for word."""
        if changes:
            self.round += 1
            if self.draft.is_scheduled and not self.draft.changes_in(self.round):
                return
        self.texts.append(PlannedText(kind, slug, title, self.day, self.round))

    def of_committee(self, key: str | None = None) -> str:
        """What follows «comisión»: «de Hacienda», but «Especial de Zonas Extremas»."""
        name = committee_names()[self.chamber][key or self.idea.committee]
        return name if name.startswith(SPECIAL_COMMITTEE) else f"de {name}"


@cache
def committee_names() -> dict[Chamber, dict[str, str]]:
    rows = load("committees.toml")["committees"]
    return {
        Chamber.SENATE: {row["key"]: row["name"] for row in rows},
        Chamber.DEPUTIES: {row["key"]: row.get("in_deputies", row["name"]) for row in rows},
    }


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
