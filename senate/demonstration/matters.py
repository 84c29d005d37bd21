"""Matters of the Senate alone: consents to appointments, accusations, petitions, its rules."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from legislation.bills.enums import Initiative, Stage, Status
from legislation.people.enums import Chamber
from legislation.sessions.enums import AgendaPart, SessionKind
from legislation.votes.enums import DebateKind
from legislation.votes.majorities import Majority
from senate.demonstration.chance import chance
from senate.demonstration.days import ONE_DAY, Calendar
from senate.demonstration.drafting import Draft
from senate.demonstration.ideas import Idea, load
from senate.demonstration.journey import DOTTED, MATTER, Journey, Mention, PlannedVote
from senate.demonstration.questions import KINDS

SPECIAL = frozenset({"APPOINTMENT"})
BY_ACCUSATION = frozenset({Majority.ACCUSATION, Majority.ACCUSATION_OF_THE_PRESIDENT})
REPEATED = {"tie": ("tied", "tied"), "abstentions": ("abstained", "abstained_again")}
SPAN = 1300
BY_BALLOT_BOX = "rehabilitación de ciudadanía del señor"
PERMISSION = "Solicitud de permiso constitucional"


@dataclass(frozen=True, slots=True)
class MatterPlanner:
    seed: int
    on: date
    calendar: Calendar
    abroad_from: date

    def journeys(self) -> list[Journey]:
        rows = load("matters.toml")["matters"]
        return [self._journey(place, row) for place, row in enumerate(rows)]

    def _journey(self, place: int, row: dict[str, Any]) -> Journey:
        rng = chance(self.seed, "matter", place)
        day = self._day_of_vote(row, rng.randint(10, SPAN if row["votes"] else 90))
        matter = Journey(
            idea=_idea(place, row),
            origin=Chamber.SENATE,
            initiative=_initiative(row["title"]),
            calendar=self.calendar,
            rng=rng,
            draft=Draft((), (), {}),
            day=day - timedelta(days=rng.randint(12, 30)),
        )
        _file(matter, row["committee"])
        if not row["votes"]:
            return matter
        matter.day = day
        results = [_vote(matter, vote, row) for vote in row["votes"]]
        _finish(matter, approved=all(results))
        return matter

    def _day_of_vote(self, row: dict[str, Any], ago: int) -> date:
        """Appointments and accusations take special sittings (CPR 53); the rest, ordinary ones."""
        if row["title"].startswith(PERMISSION):
            return self._last_ordinary(self.abroad_from - 3 * ONE_DAY)
        wanted = self.on - timedelta(days=ago)
        rules = {vote["rule"] for vote in row["votes"]}
        if row["kind"] in SPECIAL or rules & BY_ACCUSATION:
            days = self.calendar.special_days(SessionKind.SPECIAL)
            return min(days, key=lambda day: abs((day - wanted).days))
        return self.calendar.floor_day(Chamber.SENATE, wanted)

    def _last_ordinary(self, day: date) -> date:
        while not self.calendar.sits_as_usual(Chamber.SENATE, day):
            day -= ONE_DAY
        return day


def _idea(place: int, row: dict[str, Any]) -> Idea:
    return Idea(
        key=f"asunto-{place}",
        pattern="",
        kind=MATTER,
        title=row["title"],
        plain_title=row["plain"],
        summary=(),
        code=row["suffix"],
        committee=row["committee"],
        subjects=("Asuntos exclusivos del Senado",),
        initiatives=(Initiative.MOTION,),
        articles=(),
    )


def _initiative(title: str) -> Initiative:
    return Initiative.MESSAGE if title.startswith("Oficio") else Initiative.MOTION


def _file(matter: Journey, committee: str) -> None:
    matter.to_office()
    matter.filed_on = matter.day
    matter.enter(Stage.FIRST, Chamber.SENATE)
    matter.stage_text = "Trámite en el Senado"
    matter.step("Ingreso de asunto .")
    matter.day += ONE_DAY
    matter.to_floor()
    if committee:
        name = matter.of_committee(committee)
        matter.floor_step(f"Cuenta de asunto . Pasa a Comisión {name}")
        matter.step_text, matter.committee = f"Informe de comisión {name}", committee
    else:
        matter.floor_step("Cuenta de asunto . Queda para tabla.")
        matter.step_text = "Discusión única"


def _vote(matter: Journey, vote: dict[str, str], row: dict[str, Any]) -> bool:
    """Ask it, again where it must be repeated; whether it was approved."""
    kind = DebateKind(row["kind"])
    words = vote.get("subject", "") and f"{vote['subject']}. "
    subject = f"{words}{row['title']}. (Boletín N° S {DOTTED})."
    outcome = vote["outcome"]
    for attempt, one in enumerate(REPEATED.get(outcome, (_word(outcome, vote["rule"]),)), start=1):
        matter.votes.append(
            PlannedVote(
                day=matter.day,
                subject=subject,
                kind=kind,
                kind_text=KINDS[kind],
                stage=matter.stage,
                rule=vote["rule"],
                outcome=one,
                attempt=attempt,
                is_secret=BY_BALLOT_BOX in row["title"],
            )
        )
    return outcome in ("approved", "abstentions")


def _word(outcome: str, rule: str) -> str:
    if outcome != "approved":
        return outcome
    return "broad" if rule == Majority.SIMPLE else "carried"


def _finish(matter: Journey, *, approved: bool) -> None:
    heading = f"{matter.idea.title}. Boletín N° S {DOTTED}."
    matter.mentions.append(Mention(matter.day, AgendaPart.ORDER_OF_THE_DAY, heading))
    is_tied = any(vote.outcome == "tied" for vote in matter.votes)
    matter.committee = ""
    if is_tied:
        _settle_tie(matter)
        approved = False
    matter.floor_step(f"Discusión única . {'Aprobado' if approved else 'Rechazado'}")
    matter.enter(Stage.FINISHED, Chamber.SENATE)
    matter.letter("Oficio comunica acuerdo", "Otros oficios")
    matter.status = Status.FINISHED if approved else Status.REJECTED
    matter.step("Se comunica lo resuelto .")
    matter.step_text = ""


def _settle_tie(matter: Journey) -> None:
    """Tied twice: it waits for the next ordinary sitting, and tied there it is lost (RS 182)."""
    matter.floor_step("Discusión única . Queda pendiente por empate (artículo 182)")
    matter.day += ONE_DAY
    matter.to_floor()
    first = matter.votes[0]
    matter.votes.append(
        PlannedVote(
            day=matter.day,
            subject=first.subject,
            kind=first.kind,
            kind_text=first.kind_text,
            stage=first.stage,
            rule=first.rule,
            outcome="tied",
            attempt=3,
        )
    )
    matter.mentions.append(
        Mention(
            matter.day, AgendaPart.VOTE_TIME, f"{matter.idea.title}. Votación pendiente por empate."
        )
    )
