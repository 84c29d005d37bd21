"""Sittings as the days of a calendar."""

from collections.abc import Iterable
from datetime import date, timedelta

from legislation.sessions.enums import SessionState
from legislation.sessions.selectors import SessionRow, Week
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.session_words import matters, notable_state
from portals.citizens.pages.vote_addresses import Addresses
from portals.shared.formats import clock
from portals.shared.language import gettext as _
from portals.shared.parts import AgendaDay, AgendaItem

WORKING_DAYS = 5


def days_of(week: Week, *, today: date, at: Addresses) -> tuple[AgendaDay, ...]:
    """Monday to Friday, and a day of the weekend only where something happens or it is today."""
    days = (week.monday + timedelta(days=number) for number in range(7))
    return tuple(
        AgendaDay(day, events(week.of(day), at), "", day == today)
        for day in days
        if day.weekday() < WORKING_DAYS or day == today or week.of(day)
    )


def events(rows: Iterable[SessionRow], at: Addresses) -> tuple[AgendaItem, ...]:
    return tuple(_event(row, at) for row in rows)


def _event(row: SessionRow, at: Addresses) -> AgendaItem:
    if row.committee is None:
        title: str = _("Floor: sitting %(number)d/%(legislature)d") % {
            "number": row.number,
            "legislature": row.legislature,
        }
        href = at.sitting(row.legislature, row.number)
    else:
        title, href = in_spanish(row.committee), at.committee(row.committee_slug or "")
    is_cancelled = row.state == SessionState.CANCELLED
    failed = "" if is_cancelled or row.state == SessionState.SUMMONED else notable_state(row)
    notes = (failed, matters(row.agenda_count), row.place)
    return AgendaItem(
        at=clock(row.starts_at) if row.starts_at else _("No hour stated"),
        title=title,
        href=href,
        place=". ".join(note for note in notes if note),
        is_cancelled=is_cancelled,
    )
