"""The sittings of the floor: agendas of those that were held and of those to come."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legislation.bills.enums import BillKind, Stage, Status
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.sessions.observed import ObservedAttendance, ObservedSession
from senate.demonstration.chance import chance
from senate.demonstration.days import ONE_WEEK, Calendar
from senate.demonstration.directory import Directory
from senate.demonstration.ideas import load
from senate.demonstration.journey import DOTTED, Mention
from senate.demonstration.numbering import Numbered
from senate.demonstration.urgencies import PlannedUrgency, is_running
from senate.demonstration.voting import CHILE, OPENS, Attended

BillKey = tuple[BillKind, str]
MONTHS_WITH_EVERY_SITTING = timedelta(days=425)
PART_ORDER = (
    AgendaPart.MINUTES,
    AgendaPart.NOTICE,
    AgendaPart.UNCONTESTED,
    AgendaPart.ORDER_OF_THE_DAY,
    AgendaPart.VOTE_TIME,
    AgendaPart.MEMBERS_TIME,
)
FLOOR = "Sala de sesiones, Valparaíso"
WAITING_FOR_THE_FLOOR = (
    "Discusión general", "Discusión particular", "Discusión única",
    "Discusión informe de Comisión Mixta", "Discusión veto", "Votación de la insistencia",
)  # fmt: skip
BILLS_A_SITTING = 6
FAR = date.max


@dataclass(frozen=True, slots=True)
class AgendaLine:
    part: AgendaPart
    heading: str
    bill: BillKey | None = None


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A sitting, and its agenda with the bills by kind and number."""

    seen: ObservedSession
    agenda: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class Agendas:
    """Agendas of one demonstration's floor."""

    seed: int
    calendar: Calendar
    numbered: Sequence[Numbered]
    directory: Directory

    def days_on_record(self) -> list[date]:
        """Past sittings that something happened in, and every one of the last months."""
        on = self.calendar.on
        eventful = {mention.day for one in self.numbered for mention in one.journey.mentions}
        eventful |= {vote.day for one in self.numbered for vote in one.journey.votes}
        eventful |= {
            step.sitting.day
            for one in self.numbered
            for step in one.journey.steps
            if step.sitting and step.sitting is self.calendar.sittings.get(step.day)
        }
        return [
            day
            for day in self.calendar.sittings
            if day < on and (day in eventful or day >= on - MONTHS_WITH_EVERY_SITTING)
        ]

    def failed_day(self) -> date:
        """The last extraordinary sitting: too few came."""
        return self.calendar.special_days(SessionKind.EXTRAORDINARY)[-1]

    def held(self, attended: Sequence[Attended]) -> list[PlannedSession]:
        lines: dict[date, list[AgendaLine]] = defaultdict(list)
        for one in self.numbered:
            for mention in one.journey.mentions:
                lines[mention.day].append(_line(one, mention))
        failed = self.failed_day()
        return [
            self._session(
                day.day,
                lines[day.day],
                SessionState.FAILED if day.day == failed else SessionState.HELD,
                day,
            )
            for day in attended
        ]

    def coming(self, urgencies: dict[str, list[PlannedUrgency]]) -> list[PlannedSession]:
        """Today's sitting and those of this week and the next, with what waits for the floor."""
        on = self.calendar.on
        until = on + 2 * ONE_WEEK - timedelta(days=on.weekday())
        days = [day for day in self.calendar.sittings if on <= day < until]
        waiting = self._waiting(urgencies)
        return [
            self._session(
                day,
                [
                    _waiting_line(one)
                    for one in waiting[place * BILLS_A_SITTING : (place + 1) * BILLS_A_SITTING]
                ],
                SessionState.SUMMONED,
            )
            for place, day in enumerate(days)
        ]

    def _waiting(self, urgencies: dict[str, list[PlannedUrgency]]) -> list[Numbered]:
        """Urgent bills first, by the day they are due (RS 96)."""

        def due(one: Numbered) -> date:
            running = [
                urgency.due_on
                for urgency in urgencies.get(one.journey.idea.key, ())
                if is_running(urgency, self.calendar.on)
            ]
            return min(running, default=FAR)

        found = [
            one
            for one in self.numbered
            if one.journey.status is Status.IN_PROGRESS
            and one.journey.in_senate
            and one.journey.step_text.startswith(WAITING_FOR_THE_FLOOR)
        ]
        return sorted(found, key=lambda one: (due(one), one.journey.day, one.number))

    def _session(
        self,
        day: date,
        lines: Sequence[AgendaLine],
        state: SessionState,
        attended: Attended | None = None,
    ) -> PlannedSession:
        sitting = self.calendar.sittings[day]
        starts = datetime.combine(day, OPENS[sitting.kind], CHILE)
        minutes = 25 if state is SessionState.FAILED else self._minutes(day, attended)
        seen = ObservedSession(
            legislature_number=sitting.legislature,
            number=sitting.number,
            held_on=day,
            kind=sitting.kind,
            state=state,
            starts_at=starts,
            ended_at=starts + timedelta(minutes=minutes) if attended else None,
            place=FLOOR,
            attendance=self._attendance(day, attended) if state is SessionState.HELD else None,
        )
        return PlannedSession(seen, self._agenda(day, sitting.kind, lines, state))

    def _attendance(
        self, day: date, attended: Attended | None
    ) -> tuple[ObservedAttendance, ...] | None:
        """Published for the sittings of the last months; before them nothing is known."""
        if attended is None or day < self.calendar.on - MONTHS_WITH_EVERY_SITTING:
            return None
        return attendance_of(attended, self.directory)

    def _minutes(self, day: date, attended: Attended | None) -> int:
        votes = len(attended.votes) if attended else 0
        return 105 + 11 * votes + chance(self.seed, "length", day).randint(0, 40)

    def _agenda(
        self, day: date, kind: SessionKind, lines: Sequence[AgendaLine], state: SessionState
    ) -> tuple[AgendaLine, ...]:
        """What was dealt with or, in a sitting that was not held yet or never, what was to be."""
        words = load("sittings.toml")
        minutes = "minutes" if state is SessionState.HELD else "minutes_to_come"
        usual = [
            AgendaLine(AgendaPart.MINUTES, words[minutes]),
            AgendaLine(AgendaPart.NOTICE, words["notice"]),
        ]
        if kind is SessionKind.ORDINARY:
            usual.append(AgendaLine(AgendaPart.MEMBERS_TIME, words["members_time"]))
        elif not lines:
            usual.append(AgendaLine(AgendaPart.ORDER_OF_THE_DAY, self._topic(day, kind)))
        every = [*usual, *lines]
        return tuple(sorted(every, key=lambda line: PART_ORDER.index(line.part)))

    def _topic(self, day: date, kind: SessionKind) -> str:
        words = load("sittings.toml")
        if kind is SessionKind.EXTRAORDINARY:
            return str(words["extraordinary"])
        if day == self.calendar.on:
            return str(words["today"])
        return str(chance(self.seed, "topic", day).choice(words["special"]))


def key_of(one: Numbered) -> BillKey:
    return one.kind, one.number


def _line(one: Numbered, mention: Mention) -> AgendaLine:
    return AgendaLine(mention.part, one.words(mention.heading), key_of(one))


def _waiting_line(one: Numbered) -> AgendaLine:
    found = one.journey
    is_short = found.idea.is_single_article and found.stage in (Stage.FIRST, Stage.SECOND)
    part = AgendaPart.UNCONTESTED if is_short else AgendaPart.ORDER_OF_THE_DAY
    what = found.step_text[0].lower() + found.step_text[1:]
    series = "S " if one.kind is BillKind.MATTER else ""
    heading = f"{found.named} ({what}). Boletín N° {series}{DOTTED}."
    return AgendaLine(part, one.words(heading), key_of(one))


def attendance_of(attended: Attended, directory: Directory) -> tuple[ObservedAttendance, ...]:
    here = [
        ObservedAttendance(person_id=directory.people[one.key], state=AttendanceState.PRESENT)
        for one in attended.present
    ]
    away = [
        ObservedAttendance(person_id=directory.people[key], state=state, reason=reason)
        for key, (state, reason) in attended.absent.items()
    ]
    return (*here, *away)
