"""The list of bills, or of Senate matters: newest movement first, narrowed by filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.bills.enums import BillKind
from legislation.bills.selectors import (
    BillFilter,
    BillRow,
    Narrowing,
    RunningUrgency,
    browse_bills,
    committees_with_bills,
    count_up_to,
    order_of,
    running_urgencies_of,
)
from portals.citizens.pages.bill_filters import Chosen, controls, names_in_use, understand
from portals.citizens.pages.bill_head import list_address
from portals.citizens.pages.bill_sentences import standing_of, state_sentence
from portals.citizens.pages.bill_urgency import days_left
from portals.citizens.pages.bill_words import (
    initiative_name,
    spanish_marker,
    standing_name,
    urgency_name,
)
from portals.citizens.pages.list_filters import left_out_said
from portals.citizens.pages.other_forms import other_forms
from portals.shared.formats import number, time_in
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parts import Download, Filter, Link
from portals.shared.remembering import remembered

PAGE_SIZE = 30
COUNT_LIMIT = 1000

_committees = remembered(committees_with_bills)


class BillLine(NamedTuple):
    """A bill in a list. ``urgency`` is «» where none runs."""

    number: str
    href: str
    title: str | Markup
    state: str
    facts: tuple[str | Markup, ...]
    urgency: str
    is_urgent_now: bool
    last_step_on: Markup


@dataclass(frozen=True)
class BillListPage:
    """``left_out`` says which filters meant nothing («» where all did); ``nothing``, what to do
    where the list is empty. ``others`` is the other list: of matters, or of bills."""

    title: str
    crumbs: tuple[Link, ...]
    filters: tuple[Filter, ...]
    kept: tuple[tuple[str, str], ...]
    chosen: tuple[Link, ...]
    clear_href: str
    left_out: str
    address: str
    found: str
    order: str
    lines: tuple[BillLine, ...]
    nothing: str
    others: Link
    pages: PageLinks
    downloads: tuple[Download, ...]


def build(chosen: Chosen, *, kind: BillKind, on: date, cursor: str | None = None) -> BillListPage:
    """One page of the list. Four queries, and one more for each named filter.

    :raises InvalidCursor: the cursor is not one of this list
    """
    wanted, named, chosen, left_out = understand(chosen, kind=kind)
    bills = browse_bills(wanted, on=on)
    page = keyset_page(bills, order=order_of(wanted), size=PAGE_SIZE, cursor=cursor)
    running = running_urgencies_of([row.id for row in page.items], on=on)
    address = list_address(kind)
    shown = controls(chosen, _committees() if kind == BillKind.BILL else [], kind=kind, on=on)
    count = _count(wanted, on)
    return BillListPage(
        title=_title(kind),
        crumbs=(Link(_("Home"), reverse("citizens:home")), Link(_title(kind))),
        filters=shown,
        kept=tuple((name, chosen.parameters()[name]) for name in _kept(chosen)),
        chosen=_chips(chosen, named, shown, address),
        clear_href=address if chosen.parameters() else "",
        left_out=left_out_said(left_out),
        address=address,
        found=_found(count, kind),
        order=_order(wanted) if count else "",
        lines=_lines(page.items, running, address, on),
        nothing=_("Try with fewer filters.") if chosen.parameters() else "",
        others=_others(kind),
        pages=page_links(page, path=address, params=chosen.parameters()),
        downloads=_downloads(kind, chosen),
    )


@remembered
def _count(wanted: BillFilter, on: date) -> int:
    return count_up_to(browse_bills(wanted, on=on), COUNT_LIMIT)


def _downloads(kind: BillKind, chosen: Chosen) -> tuple[Download, ...]:
    name = "matters" if kind == BillKind.MATTER else "bills"
    return other_forms(name, "csv", "json", "atom", query=chosen.parameters())


def _title(kind: BillKind) -> str:
    return _("Senate matters") if kind == BillKind.MATTER else _("Bills")


def _order(wanted: BillFilter) -> str:
    return _("newest filing first") if wanted.year else _("newest movement first")


def _others(kind: BillKind) -> Link:
    if kind == BillKind.MATTER:
        return Link(_("Bills"), list_address(BillKind.BILL), _("what both chambers decide."))
    return Link(
        _("Senate matters"),
        list_address(BillKind.MATTER),
        _("what the Senate decides alone, such as appointments, agreements and requests."),
    )


def _kept(chosen: Chosen) -> list[str]:
    """Filters that come by a link and have no control in the form."""
    return [name for name in ("materia", "autor") if name in chosen.parameters()]


def _chips(
    chosen: Chosen, named: Narrowing, shown: tuple[Filter, ...], address: str
) -> tuple[Link, ...]:
    return tuple(
        Link(label, _address(address, chosen.parameters(without=name)))
        for name, label in names_in_use(chosen, named, shown).items()
    )


def _address(address: str, parameters: dict[str, str]) -> str:
    return f"{address}?{urlencode(parameters)}" if parameters else address


def _found(count: int, kind: BillKind) -> str:
    if kind == BillKind.MATTER:
        return _matters_found(count)
    if count > COUNT_LIMIT:
        return _("More than %(n)s bills") % {"n": number(COUNT_LIMIT)}
    if not count:
        return _("No bill is like that")
    return ngettext("%(n)s bill", "%(n)s bills", count) % {"n": number(count)}


def _matters_found(count: int) -> str:
    if count > COUNT_LIMIT:
        return _("More than %(n)s Senate matters") % {"n": number(COUNT_LIMIT)}
    if not count:
        return _("No Senate matter is like that")
    return ngettext("%(n)s Senate matter", "%(n)s Senate matters", count) % {"n": number(count)}


def _lines(
    rows: Sequence[BillRow], running: Mapping[int, RunningUrgency], address: str, on: date
) -> tuple[BillLine, ...]:
    """The rows as lines. What is the same in many of them is asked for once."""
    marked, tongue = spanish_marker(), language()
    names = {code: initiative_name(code) for code in {row.initiative for row in rows}}
    return tuple(
        BillLine(
            number=row.number,
            href=f"{address}{row.number}/",
            title=marked((row.plain_title or row.title).rstrip(" .")),
            state=state_sentence(standing_of(row)).now,
            facts=(
                standing_name(row.kind, row.status, row.stage),
                names[row.initiative],
                marked(row.committee__name) if row.committee__name else "",
            ),
            urgency=_urgency(running.get(row.id), on),
            is_urgent_now=row.id in running and (running[row.id].due_on - on).days <= 2,
            last_step_on=time_in(row.last_step_on, "short_date", tongue),
        )
        for row in rows
    )


def _urgency(urgency: RunningUrgency | None, on: date) -> str:
    if urgency is None:
        return ""
    return f"{urgency_name(urgency.kind)}, {days_left(urgency.due_on, on)}"
