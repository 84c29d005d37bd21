"""A sitting of the floor: its agenda, who came, what was voted and what was done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from legislation.sessions.enums import AttendanceState, SessionState
from legislation.sessions.selectors import (
    AgendaLine,
    Attended,
    SessionDossier,
    SessionRow,
    SessionStep,
    get_session,
)
from legislation.votes.selectors import votes_of_session
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.bill_words import filled, in_spanish
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.session_list import LEGISLATURE_PARAMETER, legislature_name
from portals.citizens.pages.session_names import session_name
from portals.citizens.pages.session_words import (
    LINK,
    attendance_name,
    hours,
    kind_name,
    notable_state,
    part_name,
)
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.citizens.pages.vote_lines import vote_line
from portals.shared.addresses import address_of
from portals.shared.formats import capital, long_date, long_datetime
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Download, Link, VoteLine
from portals.shared.texts import bill_number

_BEFORE_A_STOP = re.compile(r" (?=[.,;:])")

STROKES: dict[str, str] = {
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
class Attendance:
    """Who came: strokes in the order of the table, and the table."""

    summary: str
    strokes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Markup, ...], ...]
    unknown: str


class Missing(NamedTuple):
    """What a sitting without votes or attendance says instead of them."""

    votes: str
    attendance: str


@dataclass(frozen=True)
class SessionPage:
    crumbs: tuple[Link, ...]
    name: str
    title: str
    kicker: tuple[str, ...]
    around: tuple[Link, ...]
    parts: tuple[Part, ...]
    attended: Attendance | None
    missing: Missing
    votes: tuple[VoteLine, ...]
    done: tuple[BillSteps, ...]
    json_ld: dict[str, object]
    sources: tuple[str | Markup, ...]
    downloads: tuple[Download, ...]


def build(legislature: int, number: int) -> SessionPage:
    """The page of a sitting. Two queries.

    :raises ObjectDoesNotExist: there is no such sitting of the floor
    """
    dossier = get_session(legislature, number)
    row, at = dossier.row, addresses()
    name = session_name(legislature, number)
    return SessionPage(
        crumbs=_crumbs(legislature, name),
        name=name,
        title=capital(long_date(row.held_on)),
        kicker=_kicker(row, name),
        around=_around(dossier, at),
        parts=_parts(dossier.agenda),
        attended=_attended(dossier, at),
        missing=_missing(row),
        votes=tuple(vote_line(vote, at) for vote in votes_of_session(row.id)),
        done=_done(dossier.steps),
        json_ld=_json_ld(row, name),
        sources=_sources(dossier),
        downloads=other_forms("session", "json", legislature=legislature, number=number),
    )


def _crumbs(legislature: int, name: str) -> tuple[Link, ...]:
    sittings = address_of("citizens:session-list")
    return (
        Link(_("Home"), address_of("citizens:home")),
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


def _around(dossier: SessionDossier, at: Addresses) -> tuple[Link, ...]:
    legislature = dossier.row.legislature
    links = (
        (dossier.before, _("Previous: %(name)s")),
        (dossier.after, _("Next: %(name)s")),
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


def _attended(dossier: SessionDossier, at: Addresses) -> Attendance | None:
    """Attendance as published; senators of the day of whom it says nothing are named apart."""
    if not dossier.row.has_attendance:
        return None
    lines = dossier.attendance
    present = sum(line.state == AttendanceState.PRESENT for line in lines)
    said = {state.value: attendance_name(state) for state in AttendanceState}
    return Attendance(
        summary=_("%(present)d of %(listed)d senators came.")
        % {"present": present, "listed": len(lines)},
        strokes=tuple(STROKES[line.state] for line in lines),
        columns=(
            Column(_("Senator"), "head"),
            Column(_("Region"), hide_small=True),
            Column(_("Attendance")),
        ),
        rows=tuple(_attendance_cells(line, said[line.state], at) for line in lines),
        unknown=", ".join(dossier.unlisted),
    )


def _missing(row: SessionRow) -> Missing:
    """Why there are none: the sitting was not held, or they are not on record."""
    if row.state == SessionState.HELD:
        return Missing(
            _("No vote of this sitting is on record."),
            _("The attendance of this sitting was not published."),
        )
    reason = {
        SessionState.SUMMONED.value: _("It is summoned; that it was held is not on record yet."),
        SessionState.FAILED.value: _("It could not be held for want of quorum."),
        SessionState.CANCELLED.value: _("It was cancelled."),
    }[row.state]
    return Missing(reason, reason)


def _attendance_cells(line: Attended, said: str, at: Addresses) -> tuple[str | Markup, ...]:
    return (
        LINK % (at.senator(line.slug), line.full_name),
        line.region or "",
        filled("%(said)s: %(reason)s", said=said, reason=in_spanish(line.reason))
        if line.reason
        else said,
    )


def _done(steps: Sequence[SessionStep]) -> tuple[BillSteps, ...]:
    """The steps by bill, in the order of their numbers."""
    done = []
    for (kind, number), found in groupby(steps, key=lambda s: (s.bill_kind, s.bill_number)):
        of_bill = list(found)
        title = of_bill[0].bill_plain_title or of_bill[0].bill_title
        said = (_closed(step.description or step.stage_text) for step in of_bill)
        done.append(
            BillSteps(
                in_spanish(title),
                number,
                bill_address(number, kind=kind),
                tuple(in_spanish(text) for text in said if text),
            )
        )
    return tuple(done)


def _closed(text: str) -> str:
    """What was done as a sentence: the source leaves spaces before its stops."""
    said = _BEFORE_A_STOP.sub("", " ".join(text.split())).rstrip(" .")
    return f"{said}." if said else ""


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


def _sources(dossier: SessionDossier) -> tuple[str | Markup, ...]:
    if not dossier.source_name or dossier.source_read_at is None:
        return ()
    return (
        _("Source: %(name)s, read on %(date)s.")
        % {"name": dossier.source_name, "date": long_datetime(dossier.source_read_at)},
    )
