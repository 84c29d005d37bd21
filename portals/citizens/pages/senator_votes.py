"""Every vote of a senator, newest first, narrowed by answer, year and kind."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from django.utils.translation import gettext as _

from legislation.people.selectors_person import career_of
from legislation.votes.selectors import NEWEST_FIRST
from legislation.votes.selectors_senators import votes_of_senator
from portals.citizens.pages import senator_tables as tables
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.senator_head import VOTES, SenatorHead, head_of
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_list import code_of, kind_choices, year_choices, year_of
from portals.shared.address_words import ANSWERS, DEBATES
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parts import Column, Download, Filter
from portals.shared.phrases import CHOICE_LABELS

PAGE_SIZE = 50


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The filters as the address says them; «» and absent are the same."""

    respuesta: str = ""
    anio: str = ""
    tipo: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Chosen":
        """Take from a query what is a filter, and nothing else."""
        return cls(**{field.name: query.get(field.name, "").strip() for field in fields(cls)})

    def parameters(self) -> dict[str, str]:
        """The filters in use, for an address."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value}


@dataclass(frozen=True)
class SenatorVotesPage:
    head: SenatorHead
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    votes: tuple[tables.Cells, ...]
    columns: tuple[Column, ...]
    pages: PageLinks
    downloads: tuple[Download, ...]


def build(slug: str, chosen: Chosen, *, on: date, cursor: str | None = None) -> SenatorVotesPage:
    """One page of a senator's votes. Three queries.

    :raises ObjectDoesNotExist: there is no such senator, or a filter says nothing that exists
    :raises InvalidCursor: the cursor is not one of this list
    """
    career, at = career_of(slug), addresses()
    rows = votes_of_senator(
        career.person.id,
        choice=code_of(ANSWERS, chosen.respuesta),
        year=year_of(chosen.anio),
        kind=code_of(DEBATES, chosen.tipo),
    )
    page = keyset_page(rows, order=NEWEST_FIRST, size=PAGE_SIZE, cursor=cursor)
    address = at.senator(slug) + VOTES
    return SenatorVotesPage(
        head=head_of(career, at, on=on, current=VOTES),
        address=address,
        filters=_filters(chosen),
        clear_href=address if chosen.parameters() else "",
        votes=tables.answered_rows(((row, row.choice) for row in page.items), at),
        columns=tables.answered_columns(),
        pages=page_links(page, path=address, params=chosen.parameters()),
        downloads=other_forms("senator-votes", "csv", query=chosen.parameters(), slug=slug),
    )


def _filters(chosen: Chosen) -> tuple[Filter, ...]:
    any_one = (("", _("Any")),)
    answers = tuple((word, str(CHOICE_LABELS[choice])) for word, choice in ANSWERS.items())
    return (
        Filter("respuesta", _("Answer"), chosen.respuesta, any_one + answers),
        Filter("anio", _("Year"), chosen.anio, any_one + year_choices(chosen.anio)),
        Filter("tipo", _("Kind of debate"), chosen.tipo, any_one + kind_choices()),
    )
