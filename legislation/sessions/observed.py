"""What a source says about a sitting. Plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState


@dataclass(frozen=True, kw_only=True)
class ObservedAgendaItem:
    part: AgendaPart
    heading: str
    bill_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ObservedAttendance:
    person_id: int
    state: AttendanceState
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ObservedSession:
    """A sitting. Fields left at None or empty are not known and change nothing."""

    legislature_number: int
    number: int
    held_on: date
    committee_id: int | None = None
    kind: SessionKind | None = None
    state: SessionState | None = None
    starts_at: datetime | None = None
    ended_at: datetime | None = None
    place: str = ""
    agenda: tuple[ObservedAgendaItem, ...] | None = None
    attendance: tuple[ObservedAttendance, ...] | None = None
