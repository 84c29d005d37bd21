"""Search: bills with facets, votes, sittings, senators and committees, from one box."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext

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
from portals.shared.pagination import PageLinks
from portals.shared.parts import Link, Tab, VoteLine

PAGE_SIZE = 20
BESIDE = 3
# With fewer things found than this, the words may be misspelt.
FEW = 3


class Better(NamedTuple):
    """«Did you mean…», and where the search with those words is."""

    words: str
    href: str


@dataclass(frozen=True)
class SearchPage:
    """Results; ``found`` is the tab (None: everything) and decides which lists are filled.

    On the first tab votes and sittings are a few, and ``more`` says where the rest are.
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
    names: tuple[FoundLine, ...]
    bills: tuple[FoundLine, ...]
    votes: tuple[VoteLine, ...]
    sessions: tuple[FoundLine, ...]
    votes_link: Link | None
    sessions_link: Link | None
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
    :raises ObjectDoesNotExist: the address means nothing, or has no such page
    """
    question = address.question()
    bills, others = _search(address, on)
    counts = {Found.BILLS: bills.count, **others.counts}
    last = _last_page(address, bills, others)
    if address.pagina > last:
        raise ObjectDoesNotExist(address.pagina)
    is_first_tab = address.found is None
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
        names=tuple(
            [committee_line(hit) for hit in others.committees]
            + [senator_line(hit) for hit in others.senators]
        ),
        bills=bill_lines(bills.hits),
        votes=tuple(vote_line(hit) for hit in others.votes),
        sessions=tuple(session_line(hit) for hit in others.sessions),
        votes_link=_all_of(address, Found.VOTES, counts) if is_first_tab else None,
        sessions_link=_all_of(address, Found.SESSIONS, counts) if is_first_tab else None,
        cap_note=_cap_note(bills, question.order),
        place=_place(address.pagina, last),
        pages=_pages(address, last),
        feed_href=address.feed_href(),
    )


def _search(address: SearchAddress, on: date) -> tuple[BillsFound, OthersFound]:
    """Ask for what the tab shows, and count the rest. Two queries."""
    question, offset = address.question(), (address.pagina - 1) * PAGE_SIZE
    if address.found in (None, Found.BILLS):
        is_beginning = address.found is None and address.pagina == 1
        bills = find_bills(question, on=on, size=PAGE_SIZE, offset=offset)
        shown = tuple(TABS.values()) if is_beginning else ()
        return bills, find_others(question, shown, on=on, size=BESIDE)
    counted = BillsFound(count=count_bills(question, on=on), ranked=0, hits=(), facets=())
    others = find_others(question, (address.found,), on=on, size=PAGE_SIZE, offset=offset)
    return counted, others


def _last_page(address: SearchAddress, bills: BillsFound, others: OthersFound) -> int:
    if address.found in (None, Found.BILLS):
        found = bills.ranked
    else:
        found = others.counts[address.found].number
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


def _all_of(address: SearchAddress, found: Found, counts: dict[Found, Tally]) -> Link | None:
    tally = counts[found]
    if tally.number <= BESIDE:
        return None
    tipo = next(word for word, tab in TABS.items() if tab == found)
    return Link(_("See all: %(n)s") % {"n": _shown(tally)}, address.tab(tipo))


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
