"""Finds: bills with facets, everything else, numbers that name one thing, and better words."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q

from legislation.bills.enums import BillKind
from legislation.bills.models import Bill
from legislation.search.corrections import Known, corrected, doubtful_words, shapes_of
from legislation.search.enums import Facet, Found, Order
from legislation.search.models import SearchWord
from legislation.search.querysets import (
    COUNTED,
    HIGHLIGHT_START,
    HIGHLIGHT_STOP,
    HIT_COLUMNS,
    RANKED,
    bills_statement,
    counting_statement,
)
from legislation.search.querysets_others import OTHERS, others_statement
from legislation.search.questions import (
    BillNumber,
    LawNumber,
    LooseNumber,
    Named,
    Question,
    SessionNumber,
    in_commands,
    words_of,
)
from legislation.search.wordforms import any_form, any_form_pattern
from legislation.sessions.models import Session

__all__ = [
    "COUNTED",
    "HIGHLIGHT_START",
    "HIGHLIGHT_STOP",
    "RANKED",
    "BillHit",
    "BillsFound",
    "CommitteeHit",
    "FacetCount",
    "NamedBill",
    "NamedSession",
    "OthersFound",
    "SenatorHit",
    "SessionHit",
    "Tally",
    "VoteHit",
    "count_bills",
    "find_bills",
    "find_others",
    "ids_of_bills",
    "named_by",
    "spelt_better",
]


class Tally(NamedTuple):
    """How many were found; ``is_more``: at least that many, nobody counted further."""

    number: int
    is_more: bool = False


class FacetCount(NamedTuple):
    """How many of the bills found have this value. ``label`` is empty for codes and years."""

    facet: Facet
    value: str
    label: str
    records: int


class BillHit(NamedTuple):
    """A bill found. Titles, summary and passage carry highlight marks around the words.

    ``passage`` is a piece of the article where the words are, given only where nothing else
    of the bill has them (``is_in_heading`` is false), with the address of that article.
    """

    id: int
    kind: str
    number: str
    title: str
    plain_title: str
    summary: str
    is_in_heading: bool
    status: str
    stage: str
    stage_text: str
    chamber: str
    origin_chamber: str
    initiative: str
    filed_on: date
    last_step_on: date
    law_number: int | None
    committee: str | None
    committee_slug: str | None
    urgency: str | None
    passage: str | None
    text_slug: str | None
    article_eid: str | None
    article_label: str | None


class VoteHit(NamedTuple):
    """A vote of the floor, by what was put to it; the counts are those the record goes by."""

    legislature: int
    session_number: int
    position: int
    taken_on: date
    subject: str
    result: str
    needed: int | None
    in_office: int | None
    yes: int
    no: int
    abstain: int
    paired: int
    recused: int
    bill_kind: str | None
    bill_number: str | None
    bill_title: str | None
    bill_plain_title: str | None


class SessionHit(NamedTuple):
    """A sitting with the words in its agenda; ``heading`` is the first item that has them."""

    legislature: int
    number: int
    kind: str
    state: str
    held_on: date
    committee: str | None
    committee_slug: str | None
    heading: str


class SenatorHit(NamedTuple):
    """A person by name. ``region`` is that of the last seat, None where none is known."""

    slug: str
    full_name: str
    region: str | None
    is_in_office: bool | None
    party: str | None


class CommitteeHit(NamedTuple):
    slug: str
    name: str
    kind: str
    chamber: str


class NamedBill(NamedTuple):
    """A bill, or a matter of the Senate, that a number names outright."""

    kind: str
    number: str


class NamedSession(NamedTuple):
    """A sitting of the floor that a citation names outright."""

    legislature: int
    number: int


@dataclass(frozen=True, slots=True)
class BillsFound:
    """Bills found. ``ranked`` counts those that can be paged through: at most 2,000.

    ``count`` stops at 1,000 and says so. Facets count over the ranked ones, and are at least
    that many where ``is_capped``.
    """

    count: Tally
    ranked: int
    hits: tuple[BillHit, ...]
    facets: tuple[FacetCount, ...]

    @property
    def is_capped(self) -> bool:
        return self.ranked == RANKED


@dataclass(frozen=True, slots=True)
class OthersFound:
    """Everything found that is not a bill, newest first or in Spanish order of names."""

    counts: dict[Found, Tally]
    votes: tuple[VoteHit, ...] = ()
    sessions: tuple[SessionHit, ...] = ()
    senators: tuple[SenatorHit, ...] = ()
    committees: tuple[CommitteeHit, ...] = ()


def find_bills(
    question: Question, *, on: date, size: int = 20, offset: int = 0, with_facets: bool = True
) -> BillsFound:
    """Bills that have the words, with what they may be narrowed by. One query.

    Words are found in any number and with or without accents; ``"a phrase"``, ``O`` (or
    ``or``) and ``-word`` are understood. Only the newest 2,000 (by last movement) are ranked and counted
    in facets. An unknown value to narrow by finds nothing.

    :param on: the day on which an urgency counts as running
    :param size: bills given, from the one numbered ``offset``
    """
    statement = bills_statement(
        question.narrowed,
        by_rank=question.order == Order.RELEVANCE,
        with_facets=with_facets,
    )
    total, facets, hits = _row(
        statement, {**_asked(question), "on": on, "size": size, "offset": offset}
    )
    return BillsFound(
        count=_tally(total),
        ranked=total,
        hits=tuple(_bill_hit(row) for row in _rows(hits)),
        facets=tuple(FacetCount(Facet(row[0]), *row[1:]) for row in _rows(facets)),
    )


def count_bills(question: Question, *, on: date) -> Tally:
    """How many bills have the words, up to 1,000. One query."""
    return _tally(_row(counting_statement(question.narrowed), {**_asked(question), "on": on})[0])


def find_others(
    question: Question, shown: Collection[Found], *, on: date, size: int = 5, offset: int = 0
) -> OthersFound:
    """Count votes, sessions, senators and committees, and give some rows of those shown.

    Votes are found by what was voted on, sessions by their agenda, people and committees by
    the beginnings of every word of the question among those of their name. What bills are
    narrowed by does not narrow these. One query.
    """
    row = _row(
        others_statement(shown, size=size, offset=offset),
        {**_asked(question), "names": words_of(question.words), "on": on},
    )
    counts = {found: _tally(row[2 * n]) for n, found in enumerate(OTHERS)}
    votes, sessions, senators, committees = (_rows(row[2 * n + 1]) for n in range(len(OTHERS)))
    return OthersFound(
        counts=counts,
        votes=tuple(VoteHit._make([*r[:3], date.fromisoformat(r[3]), *r[4:]]) for r in votes),
        sessions=tuple(
            SessionHit._make([*r[:4], date.fromisoformat(r[4]), *r[5:]]) for r in sessions
        ),
        senators=tuple(SenatorHit(*r) for r in senators),
        committees=tuple(CommitteeHit(*r) for r in committees),
    )


def named_by(named: Named) -> NamedBill | NamedSession | None:
    """The one bill or session of the floor that a number names; None for none or several.

    A number alone is a bill's without its ending or a law's: where both exist it names
    neither. One query.
    """
    match named:
        case BillNumber(number, is_matter):
            kind = BillKind.MATTER if is_matter else BillKind.BILL
            return _only_bill(Q(number=number, kind=kind))
        case LawNumber(number):
            return _only_bill(Q(law_number=number))
        case LooseNumber(number, is_bill):
            of_bill = Q(serial=number, kind=BillKind.BILL)
            return _only_bill(of_bill if is_bill else of_bill | Q(law_number=number))
        case SessionNumber(number, legislature):
            floor = Session.objects.filter(committee__isnull=True)
            exists = floor.filter(number=number, legislature_id=legislature).exists()
            return NamedSession(legislature, number) if exists else None


def ids_of_bills() -> list[int]:
    """Primary keys of every bill and matter, in order. One query."""
    return list(Bill.objects.order_by("pk").values_list("pk", flat=True))


def spelt_better(words: str) -> str | None:
    """The question with the words that the record does not know replaced by near ones.

    None where every word is known or none is near. One query, or none where there is no word
    of four letters.
    """
    doubtful = doubtful_words(words)
    if not doubtful:
        return None
    shapes = set().union(*(shapes_of(word) for word in doubtful))
    near = SearchWord.objects.filter(shapes__overlap=sorted(shapes))
    return corrected(words, [Known(*row) for row in near.values_list("word", "plain", "records")])


def _only_bill(wanted: Q) -> NamedBill | None:
    found = Bill.objects.filter(wanted).values_list("kind", "number")[:2]
    bills = [NamedBill(*row) for row in found]
    return bills[0] if len(bills) == 1 else None


def _asked(question: Question) -> dict[str, Any]:
    words = words_of(question.words)
    return {
        "words": in_commands(question.words),
        "seen": any_form(words),
        "pattern": any_form_pattern(words),
        **{facet.value: value for facet, value in question.narrowed.items()},
    }


def _row(statement: str, parameters: dict[str, Any]) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        row: tuple[Any, ...] = cursor.fetchone()
        return row


def _rows(text: str | None) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(text) if text else []
    return rows


def _tally(number: int) -> Tally:
    return Tally(min(number, COUNTED), is_more=number > COUNTED)


_FILED_ON, _LAST_STEP_ON = HIT_COLUMNS.index("filed_on"), HIT_COLUMNS.index("last_step_on")


def _bill_hit(row: list[Any]) -> BillHit:
    for place in (_FILED_ON, _LAST_STEP_ON):
        row[place] = date.fromisoformat(row[place])
    return BillHit(*row)
