"""The list of votes: the newest first, narrowed by kind, result, year and bill."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from legislation.votes.selectors import NEWEST_FIRST, floor_votes, vote_rows, years_with_votes
from portals.citizens.pages.list_filters import ANY_YEAR, ListFilters, Meanings
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_lines import vote_line
from portals.shared.address_words import DEBATES, RESULTS
from portals.shared.addresses import address_of
from portals.shared.formats import number
from portals.shared.language import gettext as _
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parts import Download, Filter, Link, VoteLine
from portals.shared.phrases import OUTCOME_LABELS
from portals.shared.remembering import remembered

PAGE_SIZE = 30

_MEANINGS: Meanings = {"tipo": DEBATES, "resultado": RESULTS, "anio": ANY_YEAR}

_years = remembered(years_with_votes)


@dataclass(frozen=True, kw_only=True)
class Chosen(ListFilters):
    """The filters of votes. Any text may be a bill's number."""

    tipo: str = ""
    resultado: str = ""
    anio: str = ""
    boletin: str = ""


@dataclass(frozen=True)
class VoteListPage:
    """``left_out`` says which filters meant nothing («» where all did)."""

    crumbs: tuple[Link, ...]
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    left_out: str
    count: str
    lines: tuple[VoteLine, ...]
    pages: PageLinks
    downloads: tuple[Download, ...]


def build(chosen: Chosen, *, cursor: str | None = None) -> VoteListPage:
    """One page of the list. Three queries.

    :raises InvalidCursor: the cursor is not one of this list
    """
    chosen, left_out = chosen.understood(_MEANINGS)
    wanted = _wanted(chosen)
    page = keyset_page(
        vote_rows(floor_votes(**wanted)), order=NEWEST_FIRST, size=PAGE_SIZE, cursor=cursor
    )
    at = addresses()
    return VoteListPage(
        crumbs=(Link(_("Home"), address_of("citizens:home")), Link(_("Votes"))),
        address=at.votes,
        filters=_filters(chosen),
        clear_href=at.votes if chosen.parameters() else "",
        left_out=left_out,
        count=votes_said(_count(**wanted)),
        lines=tuple(vote_line(row, at) for row in page.items),
        pages=page_links(page, path=at.votes, params=chosen.parameters()),
        # A bill's number may be anything on this page, where it only finds nothing.
        downloads=_downloads(chosen) if page.items or not chosen.boletin else (),
    )


def _wanted(chosen: Chosen) -> dict[str, Any]:
    return {
        "kind": DEBATES.get(chosen.tipo, ""),
        "result": RESULTS.get(chosen.resultado, ""),
        "year": int(chosen.anio) if chosen.anio else None,
        "bill_number": chosen.boletin,
    }


@remembered
def _count(**wanted: Any) -> int:
    return floor_votes(**wanted).count()


def votes_said(count: int) -> str:
    """«483 votes»."""
    return ngettext("%(n)s vote", "%(n)s votes", count) % {"n": number(count)}


def _downloads(chosen: Chosen) -> tuple[Download, ...]:
    return other_forms("votes", "csv", "json", "atom", query=chosen.parameters())


def kind_choices() -> tuple[tuple[str, str], ...]:
    return tuple((word, str(kind.label)) for word, kind in DEBATES.items())


def year_choices(chosen: str) -> tuple[tuple[str, str], ...]:
    """The years that have votes, and the one that was chosen even if it has none."""
    years = [str(year) for year in _years()]
    if chosen and chosen not in years:
        years.insert(0, chosen)
    return tuple((year, year) for year in years)


def _filters(chosen: Chosen) -> tuple[Filter, ...]:
    any_one = (("", _("Any")),)
    results = tuple((word, str(OUTCOME_LABELS[result])) for word, result in RESULTS.items())
    return (
        Filter("tipo", _("Kind of debate"), chosen.tipo, any_one + kind_choices()),
        Filter("resultado", _("Result"), chosen.resultado, any_one + results),
        Filter("anio", _("Year"), chosen.anio, any_one + year_choices(chosen.anio)),
        Filter("boletin", _("Bill number"), chosen.boletin),
    )
