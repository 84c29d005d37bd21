"""The sittings of the floor, newest first, by legislature."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import npgettext, pgettext
from markupsafe import Markup

from legislation.sessions.enums import SessionKind, SessionState
from legislation.sessions.selectors import (
    NEWEST_FIRST,
    Bodies,
    LegislatureRow,
    SessionRow,
    legislatures_with_sessions,
    some_sessions,
)
from portals.citizens.pages.list_filters import ListFilters
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.session_words import LINK, hours, kind_name, matters, state_name
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.addresses import address_of
from portals.shared.formats import number, time_tag
from portals.shared.language import gettext as _
from portals.shared.pagination import Fetch, PageLinks, Values, page_links, page_of
from portals.shared.parts import Column, Download, Filter, Link
from portals.shared.remembering import remembered

LEGISLATURE_PARAMETER = "legislatura"
PAGE_SIZE = 30
Row = tuple[str | Markup, ...]


@dataclass(frozen=True, kw_only=True)
class Chosen(ListFilters):
    """The filter of sittings: the number of a legislature."""

    legislatura: str = ""


@dataclass(frozen=True)
class SessionListPage:
    """``left_out`` says which filter meant nothing («» where it did not)."""

    crumbs: tuple[Link, ...]
    address: str
    filters: tuple[Filter, ...]
    chosen: tuple[Link, ...]
    clear_href: str
    left_out: str
    count: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pages: PageLinks
    agenda: str
    downloads: tuple[Download, ...]


_legislatures = remembered(legislatures_with_sessions)


def build(chosen: Chosen, *, cursor: str | None = None) -> SessionListPage:
    """One page of the list. Two queries.

    :raises InvalidCursor: the cursor is not one of this list
    """
    years = _legislatures()
    chosen, left_out = chosen.understood(
        {LEGISLATURE_PARAMETER: {str(row.number) for row in years}}
    )
    legislature = int(chosen.legislatura) if chosen.legislatura else None
    page = page_of(_fetch(legislature), order=NEWEST_FIRST, size=PAGE_SIZE, cursor=cursor)
    address = address_of("citizens:session-list")
    write = session_writer(addresses())
    return SessionListPage(
        crumbs=(Link(_("Home"), address_of("citizens:home")), Link(_("Sittings"))),
        address=address,
        filters=(_filter(years, chosen.legislatura),),
        chosen=(Link(legislature_name(legislature), address),) if legislature else (),
        clear_href=address if legislature else "",
        left_out=left_out,
        count=_count(years, legislature),
        columns=session_columns(),
        rows=tuple(write(row) for row in page.items),
        pages=page_links(page, path=address, params=chosen.parameters()),
        agenda=address_of("citizens:agenda"),
        downloads=_downloads(chosen),
    )


def legislature_name(number: int) -> str:
    return _("Legislature %(number)d") % {"number": number}


def session_columns() -> tuple[Column, ...]:
    return (
        Column(_("Sitting"), "head"),
        Column(_("Day")),
        Column(_("Type")),
        Column(_("Hours"), hide_small=True),
        Column(_("Agenda")),
    )


def session_writer(at: Addresses) -> Callable[[SessionRow], Row]:
    """What writes a sitting of the floor as a row of a table; what did not happen says so.

    Words are looked up once and not for each row.
    """
    name = _("Sitting %(number)d/%(legislature)d")
    kinds = {kind.value: kind_name(kind) for kind in SessionKind}
    states = {state.value: state_name(state) for state in SessionState}
    agendas = lru_cache(matters)

    def written(row: SessionRow) -> Row:
        said = name % {"number": row.number, "legislature": row.legislature}
        state = "" if row.state == SessionState.HELD else states[row.state]
        return (
            LINK % (at.sitting(row.legislature, row.number), said),
            time_tag(value=row.held_on),
            _together(kinds[row.kind], state),
            hours(row.starts_at, row.ended_at),
            agendas(row.agenda_count),
        )

    return written


def _together(kind: str, state: str) -> str:
    """«Special, cancelled»."""
    return f"{kind}, {state[0].lower()}{state[1:]}" if kind and state else kind or state


def _fetch(legislature: int | None) -> Fetch[SessionRow]:
    def fetch(after: Values | None, is_backwards: bool, limit: int) -> Sequence[SessionRow]:
        return some_sessions(
            Bodies.FLOOR,
            legislature=legislature,
            after=after,
            is_backwards=is_backwards,
            limit=limit,
        )

    return fetch


def _filter(years: Sequence[LegislatureRow], chosen: str) -> Filter:
    labels = tuple((str(row.number), _years(row)) for row in years)
    return Filter(
        LEGISLATURE_PARAMETER,
        _("Legislature"),
        chosen,
        (("", pgettext("legislatures", "All")), *labels),
    )


def _years(row: LegislatureRow) -> str:
    """«374 (2026–2027)»: a legislature runs from March to March."""
    if row.since is None or row.until is None:
        return str(row.number)
    return f"{row.number} ({row.since.year}–{row.until.year})"


def _count(years: Sequence[LegislatureRow], chosen: int | None) -> str:
    count = sum(row.sessions for row in years if chosen in (None, row.number))
    return npgettext("search", "%(n)s sitting", "%(n)s sittings", count) % {"n": number(count)}


def _downloads(chosen: Chosen) -> tuple[Download, ...]:
    """The data know committees' sittings too; this list does not."""
    query = {"organo": "sala", **chosen.parameters()}
    return other_forms("sessions", "csv", "json", query=query) + other_forms("floor", "ics")
