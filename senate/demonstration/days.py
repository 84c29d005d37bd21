"""The days on which the chambers sit, and the number that each sitting bears."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from legislation.people.enums import Chamber
from legislation.sessions.enums import SessionKind

ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)
FLOOR_WEEKDAYS = {
    Chamber.SENATE: (TUESDAY, WEDNESDAY),
    Chamber.DEPUTIES: (MONDAY, TUESDAY, WEDNESDAY),
}
COMMITTEE_WEEKDAYS = (MONDAY, WEDNESDAY, THURSDAY)

FIRST_DAY = date(2022, 3, 11)
LAST_REFERENCE_DAY = date(2034, 2, 20)
FIRST_REFERENCE_DAY = date(2026, 3, 11)
LEGISLATURE_OFFSET = 1652
RECESS_MONTH = 2
WEEKS_AHEAD = 2
HOLIDAYS = frozenset(
    {(1, 1), (5, 1), (5, 21), (6, 29), (7, 16), (8, 15), (9, 18), (9, 19), (10, 12)}
    | {(10, 31), (11, 1), (12, 8), (12, 25)}
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting of a chamber, as it is cited: ``39/372``."""

    day: date
    number: int
    legislature: int
    kind: SessionKind

    @property
    def cited(self) -> str:
        return f"{self.number}/{self.legislature}"


def legislature_of(day: date) -> int:
    """The legislature of a day: from 11 March to 10 March (LOC 6); 374 is that of 2026."""
    begins = date(day.year, 3, 11)
    return (day.year if day >= begins else day.year - 1) - LEGISLATURE_OFFSET


def legislature_begins(day: date) -> date:
    begins = date(day.year, 3, 11)
    return begins if day >= begins else date(day.year - 1, 3, 11)


def is_working_day(day: date) -> bool:
    return day.weekday() <= FRIDAY and (day.month, day.day) not in HOLIDAYS


class Calendar:
    """Sittings from the first day of the demonstration to two years after the reference day.

    The chambers sit every week but in February and in the last week of a month (which
    members spend in their regions). The Senate sits on the reference day whatever the day,
    and in that week and the next without exception.
    """

    def __init__(self, on: date) -> None:
        self.on = on
        self.last_day = on + timedelta(days=760)

    @cached_property
    def sittings(self) -> dict[date, Sitting]:
        """Those of the Senate's floor."""
        return _numbered(self._kinds(Chamber.SENATE))

    @cached_property
    def deputies(self) -> dict[date, Sitting]:
        return _numbered(self._kinds(Chamber.DEPUTIES))

    @cached_property
    def _usual(self) -> dict[Chamber, list[date]]:
        """Days of ordinary sittings, on which the business of bills is done."""
        tables = {Chamber.SENATE: self.sittings, Chamber.DEPUTIES: self.deputies}
        return {
            chamber: [day for day, sitting in table.items() if sitting.kind is SessionKind.ORDINARY]
            for chamber, table in tables.items()
        }

    def sitting(self, chamber: Chamber, day: date) -> Sitting:
        return (self.sittings if chamber is Chamber.SENATE else self.deputies)[day]

    def floor_day(self, chamber: Chamber, day: date) -> date:
        """The first ordinary sitting on that day or after it."""
        days = self._usual[chamber]
        return days[bisect_left(days, day)]

    def sits_as_usual(self, chamber: Chamber, day: date) -> bool:
        return self.floor_day(chamber, day) == day

    def special_days(self, kind: SessionKind) -> list[date]:
        """Past sittings of the Senate of that kind, oldest first."""
        return [day for day, one in self.sittings.items() if one.kind is kind and day < self.on]

    def committee_day(self, day: date) -> date:
        """The first day on which committees sit, on that day or after it."""
        while not self.committees_sit(day):
            day += ONE_DAY
        return day

    def committees_sit(self, day: date) -> bool:
        return day.weekday() in COMMITTEE_WEEKDAYS and is_working_day(day) and self._is_open(day)

    def office_day(self, day: date) -> date:
        """The first working day on that day or after it."""
        while not is_working_day(day):
            day += ONE_DAY
        return day

    def _kinds(self, chamber: Chamber) -> dict[date, SessionKind]:
        days = {}
        day = FIRST_DAY
        while day <= self.last_day:
            kind = self._kind(chamber, day)
            if kind is not None:
                days[day] = kind
            day += ONE_DAY
        return days

    def _kind(self, chamber: Chamber, day: date) -> SessionKind | None:
        is_usual = day.weekday() in FLOOR_WEEKDAYS[chamber]
        if is_usual and is_working_day(day) and self._is_open(day):
            return SessionKind.ORDINARY
        if chamber is Chamber.DEPUTIES:
            return None
        if day == self.on:
            return SessionKind.SPECIAL
        if _is_special(day):
            return SessionKind.SPECIAL
        return SessionKind.EXTRAORDINARY if _is_extraordinary(day) else None

    def _is_open(self, day: date) -> bool:
        monday = day - day.weekday() * ONE_DAY
        this_monday = self.on - self.on.weekday() * ONE_DAY
        if this_monday <= monday < this_monday + WEEKS_AHEAD * ONE_WEEK:
            return True
        is_regional_week = (monday + ONE_DAY + ONE_WEEK).month != (monday + ONE_DAY).month
        return day.month != RECESS_MONTH and not is_regional_week


def _is_special(day: date) -> bool:
    """The second Monday of each even month but February, for matters of the Senate alone."""
    is_second = 8 <= day.day <= 14
    even = day.month % 2 == 0 and day.month != RECESS_MONTH
    return day.weekday() == MONDAY and is_second and even and is_working_day(day)


def _is_extraordinary(day: date) -> bool:
    """The second Thursday of January, May and September."""
    is_second = 8 <= day.day <= 14
    return day.weekday() == THURSDAY and is_second and day.month in (1, 5, 9)


def _numbered(kinds: dict[date, SessionKind]) -> dict[date, Sitting]:
    sittings = {}
    for legislature, days in groupby(kinds, key=legislature_of):
        for number, day in enumerate(days, start=1):
            sittings[day] = Sitting(day, number, legislature, kinds[day])
    return sittings
