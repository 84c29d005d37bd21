"""Calendars of sittings: of everybody, of the floor, of one committee."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from legislation.people.selectors_committees import get_committee
from legislation.sessions.enums import SessionKind, SessionState
from legislation.sessions.selectors import AgendaLine, Bodies, Body
from legislation.sessions.selectors_exchange import exchange_sessions
from portals.open_data.base.addresses import Addresses, session_id
from portals.open_data.formats.atom import moment_of
from portals.open_data.formats.ical import Sitting
from portals.open_data.pages.sessions import agendas_of
from portals.shared.language import gettext as _
from portals.shared.record_watch import current_state

# What has just happened stays for a while, so that it does not vanish from people's calendars.
KEPT = timedelta(days=60)
MOST = 500
NOT_TO_BE = {SessionState.CANCELLED, SessionState.FAILED}


@dataclass(frozen=True)
class Agenda:
    name: str
    sittings: tuple[Sitting, ...]


def of_all(*, on: date, at: Addresses) -> Agenda:
    """Every sitting from sixty days ago on. Three queries."""
    return Agenda(_("Senate of Chile: agenda"), _sittings(Bodies.ALL, on, at))


def of_floor(*, on: date, at: Addresses) -> Agenda:
    """The sittings of the floor from sixty days ago on. Three queries."""
    return Agenda(_("Senate of Chile: floor"), _sittings(Bodies.FLOOR, on, at))


def of_committee(slug: str, *, on: date, at: Addresses) -> Agenda:
    """The sittings of a committee from sixty days ago on. Four queries.

    :raises ObjectDoesNotExist: there is none
    """
    committee = get_committee(slug)
    name = _("Senate of Chile: %(committee)s") % {"committee": committee.name}
    return Agenda(name, _sittings(committee.id, on, at))


def _sittings(body: Body, on: date, at: Addresses) -> tuple[Sitting, ...]:
    coming = exchange_sessions(body, since=on - KEPT).order_by("held_on", "id")
    rows = list(coming[:MOST])
    agendas = agendas_of([row.id for row in rows])
    changed = current_state().changed_at
    return tuple(_sitting(row, agendas.get(row.id, []), at, changed) for row in rows)


def _sitting(
    row: Any, agenda: list[AgendaLine], at: Addresses, changed: datetime | None
) -> Sitting:
    place = row.legislature, row.number, row.committee_slug
    body = row.committee_name or _("Floor of the Senate")
    return Sitting(
        uid=f"{session_id(*place)}@{at.host}",
        title=_("%(body)s: sitting %(number)d/%(legislature)d")
        % {"body": body, "number": row.number, "legislature": row.legislature},
        on=row.held_on,
        starts_at=row.starts_at,
        ended_at=row.ended_at,
        place=row.place,
        notes="\n".join([*_nature(row), *map(_line, agenda)]),
        href=at.session_page(*place),
        sequence=row.revision,
        is_cancelled=row.state in NOT_TO_BE,
        told_at=row.source__read_at or changed or moment_of(row.held_on),
    )


def _nature(row: Any) -> list[str]:
    said = []
    if row.kind != SessionKind.UNSTATED:
        said.append(str(SessionKind(row.kind).label))
    if row.state in NOT_TO_BE:
        said.append(str(SessionState(row.state).label))
    return said


def _line(item: AgendaLine) -> str:
    about = f" ({item.bill_number})" if item.bill_number else ""
    return f"{item.position}. {item.heading}{about}"
