"""Search: bills with facets, votes, sittings, senators and committees, from one box."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import ngettext, npgettext, pgettext

from legislation.bills.selectors import BillFilter, browse_bills
from legislation.search.enums import Found, Order
from legislation.search.questions import read_number
from legislation.search.selectors import (
    COUNTED,
    BillsFound,
    NamedBill,
    NamedSession,
    OthersFound,
    Tally,
    count_bills,
    find_bills,
    find_others,
    named_by,
    spelt_better,
)
from legislation.sessions.selectors import Bodies, past
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.list_filters import left_out_said
from portals.citizens.pages.search_address import ORDERS, TABS, SearchAddress
from portals.citizens.pages.search_facets import chips, facets
from portals.citizens.pages.search_lines import (
    FoundLine,
    bill_lines,
    committee_line,
    senator_line,
    session_line,
    vote_line,
)
from portals.citizens.pages.session_names import session_address
from portals.shared import parts
from portals.shared.formats import number
from portals.shared.language import gettext as _
from portals.shared.pagination import PageLinks
from portals.shared.parts import Link, Tab, VoteLine

PAGE_SIZE = 20
# Digits with any marks between them, be it a number of ours or not.
_BARE_NUMBER = re.compile(r"[\W_]*\d[\d\W_]*")
# What the first tab shows of each kind.
BEST = 5
# With fewer things found than this, the words may be misspelt.
FEW = 3


class Better(NamedTuple):
    """«Did you mean…», and where the search with those words is."""

    words: str
    href: str


@dataclass(frozen=True)
class SearchPage:
    """Results; ``found`` is the tab (None: everything) and decides which lists are filled.

    On the first tab every list holds the best few, and ``more`` says where all of them are.
    ``left_out`` says which parts of the address meant nothing; ``nothing``, what to do where
    nothing was found.
    """

    search_query: str
    address: str
    found: Found | None
    count: str
    count_note: str
    better: Better | None
    tabs: tuple[Tab, ...]
    facets: tuple[parts.Facet, ...]
    chips: tuple[Link, ...]
    clear_href: str
    orders: tuple[Tab, ...]
    left_out: str
    names: tuple[FoundLine, ...]
    bills: tuple[FoundLine, ...]
    votes: tuple[VoteLine, ...]
    sessions: tuple[FoundLine, ...]
    more: Mapping[Found, Link | None]
    nothing: str
    cap_note: str
    place: str
    pages: PageLinks
    feed_href: str


@dataclass(frozen=True)
class SearchStartPage:
    """The search before anything is asked."""

    search_query: str
    address: str
    examples: tuple[Link, ...]


def go_straight(address: SearchAddress) -> str | None:
    """Where a question that is a number leads: a bill, a law's bill, a sitting. Else None.

    One query, or none where the question is no number.
    """
    named = read_number(address.words)
    match named_by(named) if named else None:
        case NamedBill(kind, number):
            return bill_address(number, kind=kind)
        case NamedSession(legislature, number):
            return session_address(legislature, number)
    return None


def build_start(*, on: date) -> SearchStartPage:
    """The box, with examples that find something. Two queries.

    What is looked for is in Spanish in every language, as the record is.
    """
    examples = (
        *_numbers(on),
        ("pension", _("Finds «pensiones» too: singular or plural, with accents or without.")),
        ('"lista de espera"', _("Between quotation marks, the words together and in order.")),
        ("agua -riego", _("With a hyphen before it, without that word.")),
        ("glaciares O humedales", _("With a capital O between them, either word.")),
    )
    return SearchStartPage(
        search_query="",
        address=reverse("citizens:search"),
        examples=tuple(
            Link(words, SearchAddress(words=words).href(), note) for words, note in examples
        ),
    )


def _numbers(on: date) -> list[tuple[str, str]]:
    """The numbers of the newest bill and of the last sitting."""
    bill = browse_bills(BillFilter(), on=on).first()
    sittings = past(Bodies.FLOOR, before=on, limit=1)
    examples = []
    if bill is not None:
        straight = _("A bill's number goes straight to it. So does the number of its law.")
        examples.append((bill.number, straight))
    examples += [
        (
            f"{row.number}/{row.legislature}",
            _("A sitting, as the Senate cites it: number and legislature."),
        )
        for row in sittings
    ]
    return examples


def build(address: SearchAddress, *, on: date) -> SearchPage:
    """One page of results. Two queries; one more where few things are found.

    :param on: the day on which an urgency counts as running
    :raises ObjectDoesNotExist: there is no such page
    """
    address, left_out = address.understood()
    question = address.question()
    bills, others = _search(address, on)
    counts = {Found.BILLS: bills.count, **others.counts}
    last = _last_page(address, bills, others)
    if address.pagina > last:
        raise ObjectDoesNotExist(address.pagina)
    return SearchPage(
        search_query=address.words,
        address=reverse("citizens:search"),
        found=address.found,
        count=_count(address.found, counts),
        count_note=_("for «%(words)s»") % {"words": address.words},
        better=_better(address, counts),
        tabs=_tabs(address, counts),
        facets=facets(address, bills.facets),
        chips=chips(address, bills.facets) if question.narrowed else (),
        clear_href=address.without_filters() if question.narrowed else "",
        orders=_orders(address) if bills.ranked > 1 else (),
        left_out=left_out_said(left_out),
        names=tuple(
            [committee_line(hit) for hit in others.committees]
            + [senator_line(hit) for hit in others.senators]
        ),
        bills=bill_lines(bills.hits),
        votes=tuple(vote_line(hit) for hit in others.votes),
        sessions=tuple(session_line(hit) for hit in others.sessions),
        more=_links_to_all(address, counts),
        nothing=_nothing(address),
        cap_note=_cap_note(bills, question.order),
        place=_place(address.pagina, last),
        pages=_pages(address, last),
        feed_href=address.feed_href(),
    )


def _search(address: SearchAddress, on: date) -> tuple[BillsFound, OthersFound]:
    """Ask for what the tab shows, and count the rest. Two queries."""
    question, offset = address.question(), (address.pagina - 1) * PAGE_SIZE
    if address.found is None:
        bills = find_bills(question, on=on, size=BEST)
        return bills, find_others(question, tuple(TABS.values()), on=on, size=BEST)
    if address.found is Found.BILLS:
        bills = find_bills(question, on=on, size=PAGE_SIZE, offset=offset)
        return bills, find_others(question, (), on=on, size=BEST)
    counted = BillsFound(count=count_bills(question, on=on), ranked=0, hits=(), facets=())
    others = find_others(question, (address.found,), on=on, size=PAGE_SIZE, offset=offset)
    return counted, others


def _last_page(address: SearchAddress, bills: BillsFound, others: OthersFound) -> int:
    if address.found is None:
        return 1
    found = bills.ranked if address.found is Found.BILLS else others.counts[address.found].number
    return max(1, -(-found // PAGE_SIZE))


def _better(address: SearchAddress, counts: dict[Found, Tally]) -> Better | None:
    is_enough = sum(tally.number for tally in counts.values()) >= FEW
    if is_enough or address.pagina > 1 or read_number(address.words):
        return None
    words = spelt_better(address.words)
    return Better(words, address.with_words(words)) if words else None


def _shown(tally: Tally) -> str:
    """«412», or «1,000+» where nobody counted further."""
    return f"{number(tally.number)}+" if tally.is_more else number(tally.number)


_COUNTED: dict[Found | None, Callable[[int], str]] = {
    None: lambda n: npgettext("search", "%(n)s result", "%(n)s results", n),
    Found.BILLS: lambda n: npgettext("search", "%(n)s bill", "%(n)s bills", n),
    Found.VOTES: lambda n: npgettext("search", "%(n)s vote", "%(n)s votes", n),
    Found.SESSIONS: lambda n: npgettext("search", "%(n)s sitting", "%(n)s sittings", n),
    Found.SENATORS: lambda n: npgettext("search", "%(n)s senator", "%(n)s senators", n),
    Found.COMMITTEES: lambda n: npgettext("search", "%(n)s committee", "%(n)s committees", n),
}


def _count(found: Found | None, counts: dict[Found, Tally]) -> str:
    tally = _together(counts.values()) if found is None else counts[found]
    if not tally.number:
        return _("Nothing found")
    return _COUNTED[found](tally.number) % {"n": _shown(tally)}


def _together(tallies: Collection[Tally]) -> Tally:
    """All of them added up; more than a thousand is said as of each."""
    total = sum(tally.number for tally in tallies)
    is_more = total > COUNTED or any(tally.is_more for tally in tallies)
    return Tally(min(total, COUNTED), is_more)


def _tab_names() -> dict[str, str]:
    return {
        "": pgettext("search", "Everything"),
        "proyectos": pgettext("search", "Bills"),
        "votaciones": pgettext("search", "Votes"),
        "sesiones": pgettext("search", "Sittings"),
        "senadores": pgettext("search", "Senators"),
        "comisiones": pgettext("search", "Committees"),
    }


def _tabs(address: SearchAddress, counts: dict[Found, Tally]) -> tuple[Tab, ...]:
    """Each tab with its count; those where nothing is are left out, unless one is there."""
    tabs = []
    for tipo, label in _tab_names().items():
        if not tipo:
            tabs.append(Tab(label, address.tab(tipo), None, not address.tipo))
            continue
        tally = counts[TABS[tipo]]
        if tally.number or tipo == address.tipo:
            said = f"{label} {_shown(tally)}" if tally.is_more else label
            count = None if tally.is_more else tally.number
            tabs.append(Tab(said, address.tab(tipo), count, tipo == address.tipo))
    return tuple(tabs)


def _orders(address: SearchAddress) -> tuple[Tab, ...]:
    names = {
        Order.RELEVANCE: _("Most relevant first"),
        Order.NEWEST: _("Newest movement first"),
    }
    return tuple(
        Tab(names[order], address.with_order(word), None, word == address.orden)
        for word, order in ORDERS.items()
    )


_ALL_OF: dict[Found, Callable[[int], str]] = {
    Found.BILLS: lambda n: ngettext("See the %(n)s bill", "See the %(n)s bills", n),
    Found.VOTES: lambda n: ngettext("See the %(n)s vote", "See the %(n)s votes", n),
    Found.SESSIONS: lambda n: ngettext("See the %(n)s sitting", "See the %(n)s sittings", n),
    Found.SENATORS: lambda n: ngettext("See the %(n)s senator", "See the %(n)s senators", n),
    Found.COMMITTEES: lambda n: ngettext("See the %(n)s committee", "See the %(n)s committees", n),
}


def _links_to_all(address: SearchAddress, counts: dict[Found, Tally]) -> dict[Found, Link | None]:
    """From the first tab, a link for each kind of which it shows only the best; None for others."""
    return {
        found: Link(
            _ALL_OF[found](counts[found].number) % {"n": _shown(counts[found])}, address.tab(tipo)
        )
        if address.found is None and counts[found].number > BEST
        else None
        for tipo, found in TABS.items()
    }


def _nothing(address: SearchAddress) -> str:
    """What is said where nothing was found; of a number, which numbers find something."""
    if read_number(address.words) or _BARE_NUMBER.fullmatch(address.words):
        return _(
            "Nothing on record has that number. The numbers that lead somewhere are those of a"
            " bill (8575-05 or 8575), of a law (ley 21.000), of a Senate matter (S 2734-14) and of"
            " a sitting with its legislature (39/372)."
        )
    if address.found not in (None, Found.BILLS):
        return _("Nothing of this kind was found.")
    return _(
        "Nothing has all of these words. Fewer words find more; a number goes straight to its bill."
    )


def _cap_note(bills: BillsFound, order: Order) -> str:
    if not bills.is_capped:
        return ""
    if order == Order.RELEVANCE:
        return _(
            "So many bills have these words that only the %(n)s with the newest movement were"
            " compared. Add a word, or choose a year."
        ) % {"n": number(bills.ranked)}
    return _("Only the %(n)s with the newest movement are listed. Choose a year for others.") % {
        "n": number(bills.ranked)
    }


def _place(page: int, last: int) -> str:
    if last == 1:
        return ""
    return _("Page %(page)s of %(last)s") % {"page": number(page), "last": number(last)}


def _pages(address: SearchAddress, last: int) -> PageLinks:
    return PageLinks(
        address.page(address.pagina - 1) if address.pagina > 1 else None,
        address.page(address.pagina + 1) if address.pagina < last else None,
    )
