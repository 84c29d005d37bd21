"""Attendance of a senator at the sittings of the floor, only where it can fairly be counted.

Sittings that were held, on days in office, whose attendance was published. A sitting that
could not be held for want of quorum is told apart and never counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection

from legislation.people.selectors_person import Span
from legislation.sessions.enums import AttendanceState
from legislation.votes.selectors_senators import bounds_of

_SITTINGS = """
    SELECT session.legislature_id, session.number, session.held_on,
           session.state = 'HELD', attendance.state, attendance.reason
      FROM unnest(%(since)s::date[], %(until)s::date[]) AS days (since, until)
      JOIN legislation_session AS session
        ON session.held_on >= days.since AND session.held_on < days.until
      LEFT JOIN legislation_attendance AS attendance
        ON attendance.session_id = session.id AND attendance.person_id = %(person)s
     WHERE session.held_on >= %(first)s AND session.held_on < %(last)s
       AND session.committee_id IS NULL
       AND (session.state = 'FAILED' OR session.state = 'HELD' AND session.has_attendance)
     ORDER BY session.held_on, session.id
"""
_LEGISLATURES = """
    SELECT DISTINCT legislature.number, lower(legislature.during), upper(legislature.during)
      FROM unnest(%(since)s::date[], %(until)s::date[]) AS days (since, until)
      JOIN legislation_legislature AS legislature
        ON legislature.during && daterange(days.since, days.until)
     ORDER BY legislature.number DESC
"""
_COMMITTEES = """
    SELECT committee.slug,
           count(*) FILTER (WHERE attendance.state IN ('PRESENT', 'ABSENT')),
           count(*) FILTER (WHERE attendance.state = 'PRESENT'),
           count(*) FILTER (WHERE attendance.state = 'JUSTIFIED'),
           count(*) FILTER (WHERE attendance.id IS NULL)
      FROM legislation_committeeseat AS seat
      JOIN legislation_committee AS committee ON committee.id = seat.committee_id
      JOIN legislation_session AS session
        ON session.committee_id = seat.committee_id AND session.held_on <@ seat.during
       AND session.state = 'HELD' AND session.has_attendance
      LEFT JOIN legislation_attendance AS attendance
        ON attendance.session_id = session.id AND attendance.person_id = seat.person_id
     WHERE seat.person_id = %(person)s
     GROUP BY committee.slug
"""


class LegislatureRow(NamedTuple):
    """A legislative year (LOC 6): from ``since`` until, and not including, ``until``."""

    number: int
    since: date
    until: date


class CommitteeAttendance(NamedTuple):
    """Sittings of a committee attended, out of those attended or missed without leave.

    ``with_leave`` and ``unmentioned`` are left out of ``counted``.
    """

    committee_slug: str
    counted: int
    attended: int
    with_leave: int
    unmentioned: int


class SittingRow(NamedTuple):
    """A sitting of the floor and what its attendance says of one senator.

    ``state`` is None where the attendance was published without this senator in it.
    ``was_held`` is False where the sitting failed for want of quorum.
    """

    legislature: int
    number: int
    held_on: date
    was_held: bool
    state: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class AttendanceCount:
    """Sittings attended out of those that count.

    Absences with leave, and sittings whose published attendance does not mention the
    senator, are left out of the denominator. ``failed`` sittings, not held for want of
    quorum, are not among the ``sittings``.
    """

    sittings: int
    attended: int
    with_leave: int
    unmentioned: int
    failed: int = 0

    @property
    def counted(self) -> int:
        """The denominator: sittings attended, and missed without leave."""
        return self.sittings - self.with_leave - self.unmentioned

    @property
    def missed(self) -> int:
        return self.counted - self.attended


def sittings_of(person_id: int, days: Iterable[Span]) -> list[SittingRow]:
    """Sittings of the floor on these days, oldest first: held, with published attendance, or failed.

    The days are all in office. One query, or none without days.
    """
    bounds = bounds_of(days)
    if bounds is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_SITTINGS, {"person": person_id, **bounds})
        return [SittingRow(*row) for row in cursor.fetchall()]


def count_attendance(sittings: Iterable[SittingRow]) -> AttendanceCount:
    """Add up sittings, as ``sittings_of`` gives them."""
    every = list(sittings)
    states = [sitting.state for sitting in every if sitting.was_held]
    return AttendanceCount(
        sittings=len(states),
        attended=states.count(AttendanceState.PRESENT),
        with_leave=states.count(AttendanceState.JUSTIFIED),
        unmentioned=states.count(None),
        failed=len(every) - len(states),
    )


def committee_attendance_of(person_id: int) -> dict[str, CommitteeAttendance]:
    """Attendance at each committee while holding a seat on it, by the committee's address.

    Absences with leave and sittings that do not mention the senator are left out of the
    count, and counted apart. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COMMITTEES, {"person": person_id})
        return {row[0]: CommitteeAttendance(*row) for row in cursor.fetchall()}


def legislatures_of(days: Iterable[Span]) -> list[LegislatureRow]:
    """The legislative years that these days touch, the latest first. One query, or none."""
    bounds = bounds_of(days)
    if bounds is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_LEGISLATURES, bounds)
        return [LegislatureRow(*row) for row in cursor.fetchall()]
