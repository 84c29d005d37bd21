"""Sittings of the floor and of committees: when, what for, who came, what was done.

Plain values in the record's own words. Sittings of committees have no address of their own;
they belong to the committee's.
"""

from legislation.sessions.selectors.calendar import (
    around,
    between,
    days_with_sessions,
    nearest_days_with_sessions,
    past,
    today,
    upcoming,
    week_of,
)
from legislation.sessions.selectors.dossier import (
    get_session,
)
from legislation.sessions.selectors.lists import (
    NEWEST_FIRST,
    agenda_of,
    attendance_of,
    browse_sessions,
    legislatures_with_sessions,
    sessions_of,
    some_sessions,
    steps_in,
)
from legislation.sessions.selectors.rows import (
    AgendaLine,
    AttendanceLine,
    Attended,
    Bodies,
    Body,
    LegislatureRow,
    SessionDossier,
    SessionRow,
    SessionStep,
    Sitting,
    Week,
)

__all__ = [
    "NEWEST_FIRST",
    "AgendaLine",
    "AttendanceLine",
    "Attended",
    "Bodies",
    "Body",
    "LegislatureRow",
    "SessionDossier",
    "SessionRow",
    "SessionStep",
    "Sitting",
    "Week",
    "agenda_of",
    "around",
    "attendance_of",
    "between",
    "browse_sessions",
    "days_with_sessions",
    "get_session",
    "legislatures_with_sessions",
    "nearest_days_with_sessions",
    "past",
    "sessions_of",
    "some_sessions",
    "steps_in",
    "today",
    "upcoming",
    "week_of",
]
