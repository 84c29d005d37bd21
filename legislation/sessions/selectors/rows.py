"""What is said of a sitting: rows of plain values, and how they are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.db import connection

from legislation.sessions.querysets import OF_BODY, OF_COMMITTEE, SESSIONS


class Bodies(StrEnum):
    """Whose sittings. A single committee is named by its primary key instead."""

    ALL = "ALL"
    FLOOR = "FLOOR"
    COMMITTEES = "COMMITTEES"


Body = Bodies | int


class SessionRow(NamedTuple):
    """A sitting. ``committee`` is None for the floor. ``revision`` grows when it is changed.

    ``agenda_count`` is of the matters to debate or vote; minutes, notice and members' time
    are on the agenda and are no matters.
    """

    id: int
    legislature: int
    number: int
    kind: str
    state: str
    held_on: date
    starts_at: datetime | None
    ended_at: datetime | None
    place: str
    revision: int
    has_attendance: bool
    committee: str | None
    committee_slug: str | None
    agenda_count: int


class AgendaLine(NamedTuple):
    """An item of an agenda. Fields of the bill are None where the item names none."""

    session_id: int
    position: int
    part: str
    heading: str
    bill_kind: str | None
    bill_number: str | None
    bill_title: str | None
    bill_plain_title: str | None


class AttendanceLine(NamedTuple):
    person_id: int
    slug: str
    full_name: str
    sort_key: str
    state: str
    reason: str


class SessionStep(NamedTuple):
    """Something that a sitting did with a bill, as its procedure was published."""

    bill_kind: str
    bill_number: str
    bill_title: str
    bill_plain_title: str
    taken_on: date
    description: str
    stage: str
    stage_text: str


class LegislatureRow(NamedTuple):
    """A legislative year that has sittings of the floor, and how many."""

    number: int
    since: date | None
    until: date | None
    sessions: int


class Attended(NamedTuple):
    """What the attendance of a sitting says of somebody, with the region of that day."""

    person_id: int
    slug: str
    full_name: str
    sort_key: str
    state: str
    reason: str
    region: str | None


@dataclass(frozen=True, slots=True)
class SessionDossier:
    """A sitting of the floor and everything around it but its votes.

    ``before`` and ``after`` are the numbers of the sittings around it in its legislature.
    ``unlisted`` are the senators in office that day of whom the attendance published says
    nothing; it is empty where none was published.
    """

    row: SessionRow
    before: int | None
    after: int | None
    source_name: str | None
    source_url: str | None
    source_read_at: datetime | None
    agenda: tuple[AgendaLine, ...]
    attendance: tuple[Attended, ...]
    unlisted: tuple[str, ...]
    steps: tuple[SessionStep, ...]


class Sitting(NamedTuple):
    """A sitting with its agenda."""

    row: SessionRow
    agenda: tuple[AgendaLine, ...]


class Week(NamedTuple):
    """Seven days from a Monday, and the sittings in them in order."""

    monday: date
    rows: list[SessionRow]

    def of(self, day: date) -> list[SessionRow]:
        return [row for row in self.rows if row.held_on == day]


WIDTH = len(SessionRow._fields)
NEWEST = "s.held_on DESC, s.id DESC"


def of_body(body: Body) -> tuple[str, dict[str, Any]]:
    """The condition that a sitting is of a body, and its parameter."""
    if isinstance(body, Bodies):
        return OF_BODY[body], {}
    return OF_COMMITTEE, {"body": body}


def read_sessions(
    body: Body,
    conditions: Iterable[str],
    values: dict[str, Any],
    *,
    order: str,
    limit: int | None = None,
) -> list[SessionRow]:
    where, more = of_body(body)
    statement = f"{SESSIONS} WHERE {' AND '.join([where, *conditions])} ORDER BY {order}"
    if limit is not None:
        # Written in: a plan that must serve any limit reads all that there is.
        statement += f" LIMIT {limit:d}"
    rows = fetch(statement, {**values, **more})
    return [SessionRow._make(row) for row in rows]


def read_agenda(lines: Iterable[list[Any]]) -> tuple[AgendaLine, ...]:
    return tuple(AgendaLine(*line) for line in lines)


def fetch(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
