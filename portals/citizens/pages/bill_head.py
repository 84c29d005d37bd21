"""What every page of a bill begins with: its name, where it hangs and the pages about it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import reverse
from markupsafe import Markup

from legislation.bills.enums import BillKind
from legislation.bills.selectors import Dossier
from portals.citizens.pages.bill_then import query_of
from portals.citizens.pages.bill_words import chamber_name, in_spanish, initiative_name
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Link, Tab

PROCEDURE, TEXTS, AMENDMENTS, VOTES, PAPERS, URGENCIES = (
    "",
    "textos/",
    "indicaciones/",
    "votaciones/",
    "documentos/",
    "urgencias/",
)


@dataclass(frozen=True)
class BillHead:
    """``title`` and ``official`` are ready for a page; ``name`` is «Bill 8575-05», plain text.

    ``address`` is where the bill is, in the language being read; ``official`` is empty where
    the official title is the only one.
    """

    number: str
    name: str
    address: str
    plain_title: str
    title: str | Markup
    official: str | Markup
    kicker: tuple[str | Markup, ...]
    crumbs: tuple[Link, ...]
    tabs: tuple[Tab, ...]


def bill_address(number: str, *, kind: str = BillKind.BILL) -> str:
    """Where a bill, or a matter of the Senate, is."""
    return f"{list_address(kind)}{number}/"


def list_address(kind: str = BillKind.BILL) -> str:
    """Where the list of bills, or of matters, is; and under it, each one."""
    return _list_address(kind, language())


@lru_cache(maxsize=8)
def _list_address(kind: str, _language: str) -> str:
    return reverse("citizens:matter-list" if kind == BillKind.MATTER else "citizens:bill-list")


@lru_cache(maxsize=2)
def _home_address(_language: str) -> str:
    return reverse("citizens:home")


def bill_name(bill: Dossier) -> str:
    """«Bill 8575-05», or «Matter S 2734-14» as the Senate writes its own."""
    if bill.kind == BillKind.MATTER:
        return _("Matter S %(number)s") % {"number": bill.number}
    return _("Bill %(number)s") % {"number": bill.number}


def head_of(
    bill: Dossier, *, current: str, vote_count: int, last: str = "", on: date | None = None
) -> BillHead:
    """Compose the head for the page at ``current`` (one of the segments above).

    :param last: the last crumb, where the page hangs under that segment
    :param on: the day that the page shows, kept in the links to the others; None for today
    """
    query = query_of(on)
    name, address = bill_name(bill), bill_address(bill.number, kind=bill.kind)
    return BillHead(
        number=bill.number,
        name=name,
        address=address,
        plain_title=bill.shown_title,
        title=in_spanish(bill.shown_title.rstrip(" .")),
        official=in_spanish(bill.title) if bill.plain_title else "",
        kicker=_kicker(bill, name),
        crumbs=_crumbs(bill, name, (address, query), current, last),
        tabs=_tabs(bill, (address, query), current, vote_count),
    )


def _kicker(bill: Dossier, name: str) -> tuple[str | Markup, ...]:
    return (
        name,
        _subject(bill.subjects[0].name) if bill.subjects else "",
        initiative_name(bill.initiative),
        _("Began in: %(chamber)s") % {"chamber": chamber_name(bill.origin_chamber)},
    )


def _subject(name: str) -> str | Markup:
    """A subject; those that the Senate shouts are set small."""
    text = in_spanish(name)
    return Markup('<span class="sc">{}</span>').format(text) if name.isupper() else text


def _tab_names() -> dict[str, str]:
    return {
        PROCEDURE: _("Procedure"),
        TEXTS: _("Texts"),
        AMENDMENTS: _("Amendment papers"),
        VOTES: _("Votes"),
        PAPERS: _("Documents"),
        URGENCIES: _("Urgencies"),
    }


def _tabs(bill: Dossier, at: tuple[str, str], current: str, vote_count: int) -> tuple[Tab, ...]:
    counts = {
        PROCEDURE: None,
        TEXTS: bill.text_count,
        AMENDMENTS: bill.amendment_count,
        VOTES: vote_count,
        PAPERS: bill.paper_count,
        URGENCIES: bill.urgency_count,
    }
    address, query = at
    return tuple(
        Tab(label, address + segment + query, counts[segment], segment == current)
        for segment, label in _tab_names().items()
    )


def _crumbs(
    bill: Dossier, name: str, at: tuple[str, str], current: str, last: str
) -> tuple[Link, ...]:
    address, query = at
    above = _("Senate matters") if bill.kind == BillKind.MATTER else _("Bills")
    trail = [
        Link(_("Home"), _home_address(language())),
        Link(above, list_address(bill.kind)),
        Link(name, address + query),
    ]
    if current:
        trail.append(Link(_tab_names()[current], address + current + query))
    if last:
        trail.append(Link(last))
    trail[-1] = Link(trail[-1].label)
    return tuple(trail)
