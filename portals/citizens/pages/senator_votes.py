"""Every vote open to a senator, newest first, narrowed by answer, year and kind.

Open are those taken while in office with a roll call, answered or not; and any other answered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from legislation.people.selectors_person import Span, career_of, within
from legislation.votes.selectors import NEWEST_FIRST
from legislation.votes.selectors_senators import absent_of, votes_open_to
from portals.citizens.pages import senator_tables as tables
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.senator import days_so_far
from portals.citizens.pages.senator_head import VOTES, SenatorHead, head_of
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_list import (
    code_of,
    kind_choices,
    votes_said,
    year_choices,
    year_of,
)
from portals.citizens.pages.vote_roll import ABSENT
from portals.shared.address_words import ANSWERS, DEBATES
from portals.shared.language import gettext as _
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parameters import asked
from portals.shared.parts import Column, Download, Filter
from portals.shared.phrases import CHOICE_LABELS
from portals.shared.remembering import remembered

PAGE_SIZE = 50
UNANSWERED = "sin-respuesta"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The filters as the address says them; «» and absent are the same."""

    respuesta: str = ""
    anio: str = ""
    tipo: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Chosen":
        """Take from a query what is a filter, and nothing else."""
        return cls(**{field.name: asked(query, field.name) for field in fields(cls)})

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
    count: str
    votes: tuple[tables.Cells, ...]
    columns: tuple[Column, ...]
    pages: PageLinks
    downloads: tuple[Download, ...]


def build(slug: str, chosen: Chosen, *, on: date, cursor: str | None = None) -> SenatorVotesPage:
    """One page of a senator's votes. Three queries, and one more where an answer is missing.

    :raises ObjectDoesNotExist: there is no such senator, or a filter says nothing that exists
    :raises InvalidCursor: the cursor is not one of this list
    """
    career, at = career_of(slug), addresses()
    person, days = career.person, days_so_far(career, on)
    wanted = _wanted(chosen)
    rows = votes_open_to(person.id, days, **wanted)
    page = keyset_page(rows, order=NEWEST_FIRST, size=PAGE_SIZE, cursor=cursor)
    address = at.senator(slug) + VOTES
    return SenatorVotesPage(
        head=head_of(career, at, on=on, current=VOTES),
        address=address,
        filters=_filters(chosen, days),
        clear_href=address if chosen.parameters() else "",
        count=votes_said(_count(person.id, days, **wanted)),
        votes=tables.answered_rows(_answered(person.id, page.items), at),
        columns=tables.answered_columns(),
        pages=page_links(page, path=address, params=chosen.parameters()),
        downloads=_downloads(chosen, slug),
    )


def _wanted(chosen: Chosen) -> dict[str, Any]:
    is_unanswered = chosen.respuesta == UNANSWERED
    return {
        "choice": "" if is_unanswered else code_of(ANSWERS, chosen.respuesta),
        "is_unanswered": is_unanswered,
        "year": year_of(chosen.anio),
        "kind": code_of(DEBATES, chosen.tipo),
    }


@remembered
def _count(person_id: int, days: tuple[Span, ...], **wanted: Any) -> int:
    return votes_open_to(person_id, days, **wanted).count()


def _answered(person_id: int, rows: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Each vote with the answer: «absent» where the record allows it, «» where it does not."""
    absent = absent_of([person_id], [row.id for row in rows if row.choice is None])
    for row in rows:
        yield row, row.choice or (ABSENT if (row.id, person_id) in absent else "")


def _downloads(chosen: Chosen, slug: str) -> tuple[Download, ...]:
    """The data hold what was answered, and know no other answer."""
    if chosen.respuesta == UNANSWERED:
        return ()
    return other_forms("senator-votes", "csv", query=chosen.parameters(), slug=slug)


def _filters(chosen: Chosen, days: tuple[Span, ...]) -> tuple[Filter, ...]:
    any_one = (("", _("Any")),)
    answers = tuple((word, str(CHOICE_LABELS[choice])) for word, choice in ANSWERS.items())
    unanswered = ((UNANSWERED, _("No answer on record")),)
    return (
        Filter("respuesta", _("Answer"), chosen.respuesta, any_one + answers + unanswered),
        Filter("anio", _("Year"), chosen.anio, any_one + _years(chosen.anio, days)),
        Filter("tipo", _("Kind of debate"), chosen.tipo, any_one + kind_choices()),
    )


def _years(chosen: str, days: tuple[Span, ...]) -> tuple[tuple[str, str], ...]:
    """The years with votes that days in office touch, and the one that was chosen."""
    return tuple(
        (value, said)
        for value, said in year_choices(chosen)
        if value == chosen or within(days, Span(*_days_of(int(value))))
    )


def _days_of(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1)
