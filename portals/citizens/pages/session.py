"""A sitting of the floor: its agenda, who came, what was voted and what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from legislation.people.selectors import RosterRow, roster_on
from legislation.sessions.enums import AttendanceState
from legislation.sessions.selectors import (
    AgendaLine,
    AttendanceLine,
    SessionDetail,
    SessionRow,
    SessionStep,
    agenda_of,
    attendance_of,
    get_session,
    steps_in,
)
from legislation.votes.selectors import votes_of_session
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.session_list import LEGISLATURE_PARAMETER, legislature_name
from portals.citizens.pages.session_names import session_name
from portals.citizens.pages.session_words import (
    attendance_name,
    hours,
    kind_name,
    notable_state,
    part_name,
)
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.citizens.pages.vote_lines import vote_line
from portals.shared.formats import capital, long_date, long_datetime
from portals.shared.parts import Column, Download, Link, VoteLine
from portals.shared.texts import bill_number

STROKES = {
    AttendanceState.PRESENT: "PRESENT",
    AttendanceState.ABSENT: "ABSENT",
    AttendanceState.JUSTIFIED: "EXCUSED",
}


class Part(NamedTuple):
    """A part of the agenda and its items, with the bill that each names."""

    title: str
    items: tuple[Link, ...]


class BillSteps(NamedTuple):
    """What the sitting did with one bill."""

    title: str | Markup
    number: str
    href: str
    steps: tuple[str | Markup, ...]


@dataclass(frozen=True)
class Attended:
    """Who came: strokes in the order of the table, and the table."""

    summary: str
    strokes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Markup, ...], ...]
    unknown: str


@dataclass(frozen=True)
class SessionPage:
    crumbs: tuple[Link, ...]
    name: str
    title: str
    kicker: tuple[str, ...]
    around: tuple[Link, ...]
    parts: tuple[Part, ...]
    attended: Attended | None
    votes: tuple[VoteLine, ...]
    done: tuple[BillSteps, ...]
    json_ld: dict[str, object]
    sources: tuple[str | Markup, ...]
    downloads: tuple[Download, ...]


def build(legislature: int, number: int) -> SessionPage:
    """The page of a sitting. Six queries, two fewer where no attendance was published.

    :raises ObjectDoesNotExist: there is no such sitting of the floor
    """
    detail = get_session(legislature, number)
    row, at = detail.row, addresses()
    name = session_name(legislature, number)
    return SessionPage(
        crumbs=_crumbs(legislature, name),
        name=name,
        title=capital(long_date(row.held_on)),
        kicker=_kicker(row, name),
        around=_around(detail, at),
        parts=_parts(agenda_of([row.id])),
        attended=_attended(row, at),
        votes=tuple(vote_line(vote, at) for vote in votes_of_session(row.id)),
        done=_done(steps_in(legislature, number)),
        json_ld=_json_ld(row, name),
        sources=_sources(detail),
        downloads=(Download("JSON", _json_address(legislature, number), "application/json"),),
    )


def _crumbs(legislature: int, name: str) -> tuple[Link, ...]:
    sittings = reverse("citizens:session-list")
    return (
        Link(_("Home"), reverse("citizens:home")),
        Link(_("Sittings"), sittings),
        Link(legislature_name(legislature), f"{sittings}?{LEGISLATURE_PARAMETER}={legislature}"),
        Link(name),
    )


def _kicker(row: SessionRow, name: str) -> tuple[str, ...]:
    words = (
        name,
        kind_name(row.kind),
        notable_state(row),
        hours(row.starts_at, row.ended_at),
        row.place,
    )
    return tuple(word for word in words if word)


def _around(detail: SessionDetail, at: Addresses) -> tuple[Link, ...]:
    legislature = detail.row.legislature
    links = (
        (detail.before, _("Previous: %(name)s")),
        (detail.after, _("Next: %(name)s")),
    )
    return tuple(
        Link(text % {"name": session_name(legislature, number)}, at.sitting(legislature, number))
        for number, text in links
        if number
    )


def _parts(lines: Sequence[AgendaLine]) -> tuple[Part, ...]:
    """The agenda by its parts, in the order of its items."""
    return tuple(
        Part(part_name(part), tuple(agenda_link(line) for line in items))
        for part, items in groupby(lines, key=lambda line: line.part)
    )


def agenda_link(line: AgendaLine) -> Link:
    """An item of an agenda: what it says and, where it names a bill, the way to it."""
    if line.bill_number is None:
        return Link(in_spanish(line.heading))
    title = line.bill_plain_title or line.heading or line.bill_title or ""
    address = bill_address(line.bill_number, kind=line.bill_kind or "")
    return Link(in_spanish(title), address, bill_number(number=line.bill_number))


def _attended(row: SessionRow, at: Addresses) -> Attended | None:
    """Attendance as published; senators of the day of whom it says nothing are named apart."""
    if not row.has_attendance:
        return None
    lines = attendance_of(row.id)
    roster = roster_on(row.held_on)
    seats = {member.person_id: member for member in roster.rows}
    known = {line.person_id for line in lines}
    unknown = [m.full_name for m in roster.in_office if m.person_id not in known]
    present = sum(line.state == AttendanceState.PRESENT for line in lines)
    return Attended(
        summary=_("%(present)d of %(listed)d senators came.")
        % {"present": present, "listed": len(lines)},
        strokes=tuple(STROKES[AttendanceState(line.state)] for line in lines),
        columns=(
            Column(_("Senator"), "head"),
            Column(_("Region"), hide_small=True),
            Column(_("Attendance")),
        ),
        rows=tuple(_attendance_cells(line, seats.get(line.person_id), at) for line in lines),
        unknown=", ".join(unknown),
    )


def _attendance_cells(
    line: AttendanceLine, seat: RosterRow | None, at: Addresses
) -> tuple[str | Markup, ...]:
    said = attendance_name(line.state)
    return (
        Markup('<a href="{}">{}</a>').format(at.senator(line.slug), line.full_name),
        seat.region if seat else "",
        f"{said}: {line.reason}" if line.reason else said,
    )


def _done(steps: Sequence[SessionStep]) -> tuple[BillSteps, ...]:
    """The steps by bill, in the order of their numbers."""
    done = []
    for (kind, number), found in groupby(steps, key=lambda s: (s.bill_kind, s.bill_number)):
        of_bill = list(found)
        title = of_bill[0].bill_plain_title or of_bill[0].bill_title
        said = (step.description or step.stage_text for step in of_bill)
        done.append(
            BillSteps(
                in_spanish(title),
                number,
                bill_address(number, kind=kind),
                tuple(in_spanish(text.rstrip(" .") + ".") for text in said if text.strip(" .")),
            )
        )
    return tuple(done)


def _json_ld(row: SessionRow, name: str) -> dict[str, object]:
    start: date | datetime = row.starts_at or row.held_on
    event: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": name,
        "startDate": start.isoformat(),
        "organizer": {"@type": "GovernmentOrganization", "name": "Senado de Chile"},
    }
    if row.ended_at:
        event["endDate"] = row.ended_at.isoformat()
    if row.place:
        event["location"] = row.place
    return event


def _json_address(legislature: int, number: int) -> str:
    return reverse("open_data:session-json", kwargs={"legislature": legislature, "number": number})


def _sources(detail: SessionDetail) -> tuple[str | Markup, ...]:
    if not detail.source_name or detail.source_read_at is None:
        return ()
    return (
        _("Source: %(name)s, read on %(date)s.")
        % {"name": detail.source_name, "date": long_datetime(detail.source_read_at)},
    )
