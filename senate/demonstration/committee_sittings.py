"""The sittings of committees: those in which they worked on a bill, and those to come."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from legislation.bills.enums import Status
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.sessions.observed import ObservedAttendance, ObservedSession
from senate.demonstration.chance import chance
from senate.demonstration.days import ONE_DAY, ONE_WEEK, Calendar, legislature_of
from senate.demonstration.directory import Directory
from senate.demonstration.duties import standing_committees
from senate.demonstration.ideas import load
from senate.demonstration.journey import DOTTED, MATTER, CommitteeWork
from senate.demonstration.members import Member
from senate.demonstration.numbering import Numbered
from senate.demonstration.sittings import AgendaLine, PlannedSession, key_of
from senate.demonstration.telling import CONFERENCE, conference_name
from senate.demonstration.urgencies import PlannedUrgency, is_running
from senate.demonstration.voting import CHILE

DAYS_ON_RECORD = timedelta(days=170)
HOURS = (time(10, 0), time(12, 15), time(15, 0), time(18, 30))
LENGTH = timedelta(minutes=110)
BILLS_A_SITTING = 3
SITTINGS_TO_COME = 2
ABSENT = 0.12

Work = dict[tuple[str, date], list[tuple[CommitteeWork, Numbered]]]
SeatsOn = Callable[[str, date], Sequence[Member]]


@dataclass(frozen=True)
class CommitteeSittings:
    """Sittings of one demonstration's committees.

    ``seats_on`` tells who sits on a committee (its key, or the name of a conference).
    """

    seed: int
    calendar: Calendar
    numbered: Sequence[Numbered]
    directory: Directory
    seats_on: SeatsOn

    def held(self) -> list[PlannedSession]:
        """Those of the last months, numbered among all that the committee held."""
        on = self.calendar.on
        numbers, taken = self._numbers(), Counter[date]()
        found = []
        for (committee, day), work in sorted(self._work().items(), key=lambda pair: pair[0]):
            if on - DAYS_ON_RECORD <= day < on:
                number = numbers[committee, day]
                found.append(self._held(committee, day, number, work, taken[day]))
                taken[day] += 1
        return found

    def coming(self, urgencies: dict[str, list[PlannedUrgency]]) -> list[PlannedSession]:
        """Today's and those of this week and the next, for every committee with bills in hand."""
        counted, taken = self._counted(), Counter[date]()
        found = []
        for place, (committee, bills) in enumerate(self._in_hand(urgencies)):
            for turn, day in enumerate(self._days_to_come(place)):
                chosen = bills[turn * BILLS_A_SITTING : (turn + 1) * BILLS_A_SITTING]
                chosen = chosen or bills[:1]
                number = counted[committee, legislature_of(day)] + turn + 1
                is_cancelled = place == 1 and turn == 1
                state = SessionState.CANCELLED if is_cancelled else SessionState.SUMMONED
                lines = _lines_to_come(chosen)
                found.append(self._session(committee, day, number, lines, state, taken[day]))
                taken[day] += 1
        return found

    def _work(self) -> Work:
        work: Work = defaultdict(list)
        for one in self.numbered:
            for task in one.journey.committee_work:
                work[_committee_key(one, task.committee), task.day].append((task, one))
        return work

    def _numbers(self) -> dict[tuple[str, date], int]:
        counted: defaultdict[tuple[str, int], int] = defaultdict(int)
        numbers = {}
        for committee, day in sorted(self._work(), key=lambda pair: (pair[1], pair[0])):
            counted[committee, legislature_of(day)] += 1
            numbers[committee, day] = counted[committee, legislature_of(day)]
        return numbers

    def _counted(self) -> dict[tuple[str, int], int]:
        counted: defaultdict[tuple[str, int], int] = defaultdict(int)
        for (committee, day), number in self._numbers().items():
            if day < self.calendar.on:
                key = committee, legislature_of(day)
                counted[key] = max(counted[key], number)
        return counted

    def _in_hand(
        self, urgencies: dict[str, list[PlannedUrgency]]
    ) -> Iterator[tuple[str, list[Numbered]]]:
        standing = {committee.key for committee in standing_committees()}
        hands: defaultdict[str, list[Numbered]] = defaultdict(list)
        for one in self.numbered:
            found = one.journey
            if found.committee and found.status is Status.IN_PROGRESS:
                hands[_committee_key(one, found.committee)].append(one)

        def rank(one: Numbered) -> tuple[date, str]:
            running = [
                urgency.due_on
                for urgency in urgencies.get(one.journey.idea.key, ())
                if is_running(urgency, self.calendar.on)
            ]
            return min(running, default=date.max), one.number

        for committee in sorted(hands, key=lambda key: (key not in standing, key)):
            yield committee, sorted(hands[committee], key=rank)

    def _days_to_come(self, place: int) -> list[date]:
        """Two days from today on: committees take turns at their three weekdays."""
        on = self.calendar.on
        until = on + 2 * ONE_WEEK - timedelta(days=on.weekday())
        days = [
            on + step * ONE_DAY
            for step in range((until - on).days)
            if self.calendar.committees_sit(on + step * ONE_DAY)
        ]
        if not days:
            return []
        first = place % max(1, min(3, len(days)))
        return [days[first], *days[first + 3 : first + 4]][:SITTINGS_TO_COME]

    def _held(
        self,
        committee: str,
        day: date,
        number: int,
        work: list[tuple[CommitteeWork, Numbered]],
        slot: int,
    ) -> PlannedSession:
        lines = [
            AgendaLine(AgendaPart.ORDER_OF_THE_DAY, one.words(task.heading), key_of(one))
            for task, one in work
        ]
        rng = chance(self.seed, "committee", committee, day)
        seats = self.seats_on(committee, day)
        away = [one for one in seats if rng.random() < ABSENT][:2]
        reasons = load("sittings.toml")["reasons"]
        attendance = tuple(
            ObservedAttendance(
                person_id=self.directory.people[one.key],
                state=AttendanceState.JUSTIFIED if one in away else AttendanceState.PRESENT,
                reason=rng.choice(reasons) if one in away else "",
            )
            for one in seats
        )
        return self._session(
            committee, day, number, lines, SessionState.HELD, slot, attendance or None
        )

    def _session(
        self,
        committee: str,
        day: date,
        number: int,
        lines: Sequence[AgendaLine],
        state: SessionState,
        slot: int,
        attendance: tuple[ObservedAttendance, ...] | None = None,
    ) -> PlannedSession:
        """In the room and at the hour of the day's slot: no two committees meet in one."""
        places = load("sittings.toml")["committee_places"]
        starts = datetime.combine(day, HOURS[slot // len(places) % len(HOURS)], CHILE)
        seen = ObservedSession(
            legislature_number=legislature_of(day),
            number=number,
            held_on=day,
            committee_id=self.directory.committee(committee),
            kind=SessionKind.ORDINARY,
            state=state,
            starts_at=starts,
            ended_at=starts + LENGTH if state is SessionState.HELD else None,
            place=places[slot % len(places)],
            attendance=attendance,
        )
        return PlannedSession(seen, tuple(lines))


def _lines_to_come(bills: Sequence[Numbered]) -> list[AgendaLine]:
    return [
        AgendaLine(
            AgendaPart.ORDER_OF_THE_DAY,
            one.words(_study(one, is_hearing=place == 1)),
            key_of(one),
        )
        for place, one in enumerate(bills)
    ]


def _study(one: Numbered, *, is_hearing: bool) -> str:
    words = load("sittings.toml")
    title = one.journey.idea.title
    if one.journey.idea.kind == MATTER:
        return f"{words['committee_study']} del asunto S {DOTTED}: {title}."
    verb = f"{words['committee_hearing']} el" if is_hearing else f"{words['committee_study']} del"
    return f"{verb} proyecto que {title[0].lower()}{title[1:]}. Boletín N° {DOTTED}."


def _committee_key(one: Numbered, key: str) -> str:
    return conference_name(one.number) if key == CONFERENCE else key
