"""Every vote open to a senator, newest first, narrowed by answer, year and kind.

Open are those taken while in office with a roll call, answered or not; and any other answered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from legislation.people.selectors_person import Span, career_of, within
from legislation.votes.enums import Choice
from legislation.votes.selectors import NEWEST_FIRST
from legislation.votes.selectors_senators import absent_of, votes_open_to
from portals.citizens.pages import senator_tables as tables
from portals.citizens.pages.list_filters import ANY_YEAR, ListFilters, Meanings
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.senator_head import VOTES, SenatorHead, head_of
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_list import kind_choices, votes_said, year_choices
from portals.citizens.pages.vote_roll import ABSENT
from portals.shared.address_words import ANSWERS, DEBATES
from portals.shared.language import gettext as _
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parts import Column, Download, Filter
from portals.shared.phrases import CHOICE_LABELS
from portals.shared.remembering import remembered

PAGE_SIZE = 50

_MEANINGS: Meanings = {"respuesta": ANSWERS, "anio": ANY_YEAR, "tipo": DEBATES}


@dataclass(frozen=True, kw_only=True)
class Chosen(ListFilters):
    """The filters of a senator's votes."""

    respuesta: str = ""
    anio: str = ""
    tipo: str = ""


@dataclass(frozen=True)
class SenatorVotesPage:
    """``left_out`` says which filters meant nothing («» where all did)."""

    head: SenatorHead
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    left_out: str
    count: str
    votes: tuple[tables.Cells, ...]
    columns: tuple[Column, ...]
    pages: PageLinks
    downloads: tuple[Download, ...]


def build(slug: str, chosen: Chosen, *, on: date, cursor: str | None = None) -> SenatorVotesPage:
    """One page of a senator's votes. Three queries, and one more where an answer is missing.

    :raises ObjectDoesNotExist: there is no such senator
    :raises InvalidCursor: the cursor is not one of this list
    """
    career, at = career_of(slug), addresses()
    person, days = career.person, career.in_office_up_to(on)
    chosen, left_out = chosen.understood(_MEANINGS)
    wanted = _wanted(chosen)
    rows = votes_open_to(person.id, days, **wanted)
    page = keyset_page(rows, order=NEWEST_FIRST, size=PAGE_SIZE, cursor=cursor)
    address = at.senator(slug) + VOTES
    return SenatorVotesPage(
        head=head_of(career, at, on=on, current=VOTES),
        address=address,
        filters=_filters(chosen, days),
        clear_href=address if chosen.parameters() else "",
        left_out=left_out,
        count=votes_said(_count(person.id, days, **wanted)),
        votes=tables.answered_rows(_answered(person.id, page.items), at),
        columns=tables.answered_columns(),
        pages=page_links(page, path=address, params=chosen.parameters()),
        downloads=other_forms("senator-votes", "csv", query=chosen.parameters(), slug=slug),
    )


def _wanted(chosen: Chosen) -> dict[str, Any]:
    return {
        "choice": ANSWERS.get(chosen.respuesta, ""),
        "year": int(chosen.anio) if chosen.anio else None,
        "kind": DEBATES.get(chosen.tipo, ""),
    }


@remembered
def _count(person_id: int, days: tuple[Span, ...], **wanted: Any) -> int:
    return votes_open_to(person_id, days, **wanted).count()


def _answered(person_id: int, rows: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Each vote with the answer: «absent» where the record allows it, «» where it does not."""
    absent = absent_of([person_id], [row.id for row in rows if row.choice is None])
    for row in rows:
        yield row, row.choice or (ABSENT if (row.id, person_id) in absent else "")


def _filters(chosen: Chosen, days: tuple[Span, ...]) -> tuple[Filter, ...]:
    any_one = (("", _("Any")),)
    answers = tuple((word, _answer_name(choice)) for word, choice in ANSWERS.items())
    return (
        Filter("respuesta", _("Answer"), chosen.respuesta, any_one + answers),
        Filter("anio", _("Year"), chosen.anio, any_one + _years(chosen.anio, days)),
        Filter("tipo", _("Kind of debate"), chosen.tipo, any_one + kind_choices()),
    )


def _answer_name(choice: Choice | None) -> str:
    return _("No answer on record") if choice is None else str(CHOICE_LABELS[choice])


def _years(chosen: str, days: tuple[Span, ...]) -> tuple[tuple[str, str], ...]:
    """The years with votes that days in office touch, and the one that was chosen."""
    return tuple(
        (value, said)
        for value, said in year_choices(chosen)
        if value == chosen or within(days, Span(*_days_of(int(value))))
    )


def _days_of(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1)
