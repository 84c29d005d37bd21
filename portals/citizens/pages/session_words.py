"""Names of the things of a sitting, in the active language, from the codes of the record."""

from datetime import datetime

from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.sessions.selectors import SessionRow
from portals.shared.formats import clock
from portals.shared.language import gettext as _

LINK = Markup('<a href="%s">%s</a>')


def kind_name(code: str) -> str:
    """«Ordinary», or nothing where the type is not stated."""
    return "" if code == SessionKind.UNSTATED else str(SessionKind(code).label)


def state_name(code: str) -> str:
    return str(SessionState(code).label)


def part_name(code: str) -> str:
    return str(AgendaPart(code).label)


def attendance_name(code: str) -> str:
    return str(AttendanceState(code).label)


def hours(starts_at: datetime | None, ended_at: datetime | None) -> str:
    """«16:00 to 19:42», «16:00», or nothing where no hour is known."""
    if starts_at is None:
        return ""
    if ended_at is None:
        return clock(starts_at)
    return _("%(start)s to %(end)s") % {"start": clock(starts_at), "end": clock(ended_at)}


def matters(count: int) -> str:
    """«3 matters on the agenda», or nothing where the agenda is not known."""
    if not count:
        return ""
    return ngettext("%(n)d matter on the agenda", "%(n)d matters on the agenda", count) % {
        "n": count
    }


def notable_state(row: SessionRow) -> str:
    """The state of a sitting, where it is not simply that it was held."""
    return "" if row.state == SessionState.HELD else state_name(row.state)
