"""The sittings of the floor, newest first, by legislature."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext
from markupsafe import Markup

from legislation.sessions.selectors import (
    NEWEST_FIRST,
    Bodies,
    LegislatureRow,
    SessionRow,
    browse_sessions,
    legislatures_with_sessions,
    rows_of,
)
from portals.citizens.pages.session_names import session_name
from portals.citizens.pages.session_words import hours, kind_name, matters, notable_state
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.formats import number, time_tag
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parts import Column, Download, Filter, Link

LEGISLATURE_PARAMETER = "legislatura"
PAGE_SIZE = 50
Row = tuple[str | Markup, ...]


@dataclass(frozen=True)
class SessionListPage:
    crumbs: tuple[Link, ...]
    address: str
    filters: tuple[Filter, ...]
    chosen: tuple[Link, ...]
    clear_href: str
    count: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pages: PageLinks
    agenda: str
    downloads: tuple[Download, ...]


def build(legislature: str, *, cursor: str | None = None) -> SessionListPage:
    """One page of the list. Two queries.

    :param legislature: its number, or «» for all
    :raises ObjectDoesNotExist: the floor did not sit in such a legislature
    :raises InvalidCursor: the cursor is not one of this list
    """
    years = legislatures_with_sessions()
    chosen = _chosen(legislature, years)
    sessions = browse_sessions(Bodies.FLOOR, legislature=chosen)
    page = keyset_page(sessions, order=NEWEST_FIRST, size=PAGE_SIZE, cursor=cursor)
    address = reverse("citizens:session-list")
    at = addresses()
    return SessionListPage(
        crumbs=(Link(_("Home"), reverse("citizens:home")), Link(_("Sittings"))),
        address=address,
        filters=(_filter(years, legislature),),
        chosen=(Link(legislature_name(chosen), address),) if chosen else (),
        clear_href=address if chosen else "",
        count=_count(years, chosen),
        columns=session_columns(),
        rows=tuple(session_cells(row, at) for row in rows_of(page.items)),
        pages=page_links(page, path=address, params=_parameters(legislature)),
        agenda=reverse("citizens:agenda"),
        downloads=(
            Download("CSV", reverse("open_data:sessions-csv"), "text/csv"),
            Download("JSON", reverse("open_data:sessions-json"), "application/json"),
            Download(_("Calendar"), reverse("open_data:floor-ics"), "text/calendar"),
        ),
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


def session_cells(row: SessionRow, at: Addresses) -> Row:
    """A sitting of the floor as a row of a table; what did not happen says so."""
    name = session_name(row.legislature, row.number)
    return (
        Markup('<a href="{}">{}</a>').format(at.sitting(row.legislature, row.number), name),
        time_tag(value=row.held_on),
        _kind(row),
        hours(row.starts_at, row.ended_at),
        matters(row.agenda_count),
    )


def _kind(row: SessionRow) -> str:
    """«Special, cancelled»."""
    kind, state = kind_name(row.kind), notable_state(row)
    return f"{kind}, {state[0].lower()}{state[1:]}" if kind and state else kind or state


def _chosen(legislature: str, years: Sequence[LegislatureRow]) -> int | None:
    if not legislature:
        return None
    found = next((row.number for row in years if str(row.number) == legislature), None)
    if found is None:
        raise ObjectDoesNotExist(legislature)
    return found


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


def _parameters(legislature: str) -> dict[str, Any]:
    return {LEGISLATURE_PARAMETER: legislature} if legislature else {}
