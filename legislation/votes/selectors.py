"""Votes of the floor: lists of them, one of them, and who answered what.

Committee votes have no address of their own and are never given here.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple, cast

from django.db import connection
from django.db.models import F, Q, QuerySet

from legislation.votes.counting import Result
from legislation.votes.models import Vote

NEWEST_FIRST = ("-taken_on", "-id")
OPEN_RESULTS = (Result.TIE, Result.UNRESOLVED)


class VoteRow(NamedTuple):
    """A vote with its session, its bill and the rule that decided it, without ballots.

    ``yes`` … ``recused`` are counted from the ballots, ``published_*`` are the source's own
    totals. Fields of bill and rule are None where there is none.
    """

    id: int
    legislature: int
    session_number: int
    position: int
    taken_on: date
    taken_at: datetime | None
    subject: str
    kind: str
    attempt: int
    bill_kind: str | None
    bill_number: str | None
    bill_title: str | None
    bill_plain_title: str | None
    yes: int
    no: int
    abstain: int
    paired: int
    recused: int
    published_yes: int | None
    published_no: int | None
    published_abstain: int | None
    published_paired: int | None
    totals_agree: bool
    stated_result: str
    result: str
    reason: str
    needed: int | None
    missing: int | None
    in_office: int | None
    in_office_basis: str
    rule_code: str | None
    rule_name: str | None
    rule_base: str | None
    rule_numerator: int | None
    rule_denominator: int | None
    rule_is_strict: bool | None
    rule_citation: str | None


class VoteDetail(NamedTuple):
    """A vote with what only its own page tells."""

    row: VoteRow
    bill_id: int | None
    session_id: int
    session_kind: str
    has_attendance: bool
    kind_text: str
    stage: str
    stage_text: str
    quorum_text: str
    rule_since: date | None
    rule_until: date | None
    source_name: str | None
    source_url: str | None
    source_read_at: datetime | None


class BallotRow(NamedTuple):
    """An answer, with the region, party and caucus of that day as recorded with it.

    ``person_id``, ``slug`` and ``full_name`` are None where the printed name was matched
    to nobody.
    """

    person_id: int | None
    slug: str | None
    full_name: str | None
    sort_key: str | None
    printed_name: str
    choice: str
    party_slug: str | None
    party: str | None
    party_abbreviation: str | None
    caucus_slug: str | None
    caucus: str | None
    caucus_abbreviation: str | None
    region_slug: str | None
    region: str | None
    north_to_south: int | None


class AbsenceRow(NamedTuple):
    """What the attendance of the sitting says of somebody who gave no answer."""

    person_id: int
    state: str
    reason: str


class PairRow(NamedTuple):
    """Two senators who agreed not to vote, and until when (None where it has no end)."""

    one_id: int
    one: str
    other_id: int
    other: str
    until: date | None


_ROW_ALIASES = {
    "legislature": F("session__legislature_id"),
    "session_number": F("session__number"),
    "bill_kind": F("bill__kind"),
    "bill_number": F("bill__number"),
    "bill_title": F("bill__title"),
    "bill_plain_title": F("bill__plain_title"),
    "rule_code": F("rule__code"),
    "rule_name": F("rule__name"),
    "rule_base": F("rule__base"),
    "rule_numerator": F("rule__numerator"),
    "rule_denominator": F("rule__denominator"),
    "rule_is_strict": F("rule__is_strict"),
    "rule_citation": F("rule__citation"),
}
_YEARS = """
    SELECT extract(year FROM max(taken_on))::int, extract(year FROM min(taken_on))::int
      FROM legislation_vote
"""
_ABSENCES = """
    SELECT person_id, state, reason
      FROM legislation_attendance
     WHERE session_id = %(session)s AND person_id = ANY (%(people)s)
"""
_PAIRS = """
    SELECT one.id, one.full_name, other.id, other.full_name, upper(pair.during)
      FROM legislation_pair AS pair
      JOIN legislation_person AS one ON one.id = pair.one_id
      JOIN legislation_person AS other ON other.id = pair.other_id
     WHERE pair.during @> %(day)s::date
       AND (pair.one_id = ANY (%(people)s) OR pair.other_id = ANY (%(people)s))
     ORDER BY pair.id
"""
# The fields of ``VoteRow`` in their order, and the tables that hold them.
VOTE_COLUMNS = """
    SELECT vote.id, session.legislature_id, session.number, vote.position, vote.taken_on,
           vote.taken_at, vote.subject, vote.kind, vote.attempt,
           bill.kind, bill.number, bill.title, bill.plain_title,
           vote.yes, vote.no, vote.abstain, vote.paired, vote.recused,
           vote.published_yes, vote.published_no, vote.published_abstain,
           vote.published_paired, vote.totals_agree, vote.stated_result, vote.result,
           vote.reason, vote.needed, vote.missing, vote.in_office, vote.in_office_basis,
           rule.code, rule.name, rule.base, rule.numerator, rule.denominator,
           rule.is_strict, rule.citation"""
VOTE_TABLES = """
      FROM legislation_vote AS vote
      JOIN legislation_session AS session ON session.id = vote.session_id
      LEFT JOIN legislation_bill AS bill ON bill.id = vote.bill_id
      LEFT JOIN legislation_majorityrule AS rule ON rule.id = vote.rule_id"""
_DETAIL = f"""{VOTE_COLUMNS},
           vote.bill_id, vote.session_id, session.kind, session.has_attendance,
           vote.kind_text, vote.stage, vote.stage_text, vote.quorum_text,
           lower(rule.during), upper(rule.during), source.name, source.url, source.read_at
      {VOTE_TABLES}
      LEFT JOIN legislation_source AS source ON source.id = vote.source_id
     WHERE session.committee_id IS NULL AND session.legislature_id = %(legislature)s
       AND session.number = %(session)s AND vote.position = %(position)s
"""
# Written into the statement: a plan that must serve any limit reads all that there is.
_LATEST = f"""{VOTE_COLUMNS}{VOTE_TABLES}
     WHERE session.committee_id IS NULL
     ORDER BY vote.taken_on DESC, vote.id DESC
     LIMIT {{limit:d}}
"""
_OF_SESSION = f"""{VOTE_COLUMNS}{VOTE_TABLES}
     WHERE session.committee_id IS NULL AND vote.session_id = %(session)s
     ORDER BY vote.position
"""
_OF_BILL = f"""{VOTE_COLUMNS}{VOTE_TABLES}
     WHERE session.committee_id IS NULL AND vote.bill_id = %(bill)s
     ORDER BY vote.taken_on DESC, vote.id DESC
"""
_BALLOTS = """
    SELECT person.id, person.slug, person.full_name, person.sort_key,
           ballot.printed_name, ballot.choice, party.slug, party.name, party.abbreviation,
           caucus.slug, caucus.name, caucus.abbreviation,
           region.slug, region.short_name, region.north_to_south
      FROM legislation_ballot AS ballot
      LEFT JOIN legislation_person AS person ON person.id = ballot.person_id
      LEFT JOIN legislation_party AS party ON party.id = ballot.party_id
      LEFT JOIN legislation_caucus AS caucus ON caucus.id = ballot.caucus_id
      LEFT JOIN legislation_constituency AS region ON region.number = ballot.constituency_id
     WHERE ballot.vote_id = %(vote)s
     ORDER BY person.sort_key NULLS LAST, ballot.printed_name
"""


@lru_cache(maxsize=1)
def _floor_votes() -> QuerySet[Vote]:
    """Every vote of the floor, with the names of ``VoteRow`` resolved once for good.

    Never evaluated: whoever narrows it narrows a copy.
    """
    return Vote.objects.filter(session__committee__isnull=True).annotate(**_ROW_ALIASES)


def floor_votes(
    *, kind: str = "", result: str = "", year: int | None = None, bill_number: str = ""
) -> QuerySet[Vote]:
    """Votes of the floor that meet every filter given; order and page them yourself.

    ``year`` is the calendar year in which the vote was taken. ``bill_number`` is exact and
    finds the votes of a matter of the same number too.
    """
    votes = _floor_votes().all()
    if kind:
        votes = votes.filter(kind=kind)
    if result:
        votes = votes.filter(result=result)
    if year is not None:
        votes = votes.filter(taken_on__gte=date(year, 1, 1), taken_on__lte=date(year, 12, 31))
    if bill_number:
        votes = votes.filter(bill__number=bill_number)
    return votes


def vote_rows(votes: QuerySet[Vote], *extra: str) -> "QuerySet[Vote, Any]":
    """Some of ``floor_votes`` as rows with the fields of ``VoteRow``, by name, and others."""
    return votes.values_list(*VoteRow._fields, *extra, named=True)


def latest_votes(*, limit: int) -> list[VoteRow]:
    """The newest votes of the floor. One query."""
    return _rows(_LATEST.format(limit=limit), {})


def votes_of_bill(bill_id: int) -> list[VoteRow]:
    """Every vote of the floor on a bill, newest first. One query."""
    return _rows(_OF_BILL, {"bill": bill_id})


def votes_of_session(session_id: int) -> list[VoteRow]:
    """Every vote of a sitting of the floor, in the order they were taken. One query."""
    return _rows(_OF_SESSION, {"session": session_id})


def _rows(query: str, parameters: dict[str, int]) -> list[VoteRow]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return [VoteRow(*row) for row in cursor.fetchall()]


def years_with_votes() -> tuple[int, ...]:
    """Calendar years from the newest vote back to the oldest. One query on the index."""
    with connection.cursor() as cursor:
        cursor.execute(_YEARS)
        last, first = cursor.fetchone()
    return () if first is None else tuple(range(last, first - 1, -1))


def vote_detail(*, legislature: int, session_number: int, position: int) -> VoteDetail:
    """One vote of the floor, by its address. One query.

    :raises Vote.DoesNotExist: there is no such vote
    """
    with connection.cursor() as cursor:
        address = {"legislature": legislature, "session": session_number, "position": position}
        cursor.execute(_DETAIL, address)
        found = cursor.fetchone()
    if found is None:
        raise Vote.DoesNotExist
    size = len(VoteRow._fields)
    return VoteDetail(VoteRow(*found[:size]), *found[size:])


def ballots_of(vote_id: int) -> list[BallotRow]:
    """Every answer of a vote, in Spanish order of the senators; the unmatched come last.

    One query, with person, region, party and caucus.
    """
    with connection.cursor() as cursor:
        cursor.execute(_BALLOTS, {"vote": vote_id})
        return [BallotRow(*row) for row in cursor.fetchall()]


def attendance_of_absent(session_id: int, person_ids: Collection[int]) -> dict[int, AbsenceRow]:
    """What the sitting's attendance says of these people, by person. One query, or none."""
    if not person_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_ABSENCES, {"session": session_id, "people": list(person_ids)})
        return {row[0]: AbsenceRow(*row) for row in cursor.fetchall()}


def pairs_on(day: date, person_ids: Collection[int]) -> list[PairRow]:
    """Registered pairs of that day (RS 9) with any of these people. One query, or none."""
    if not person_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, {"day": day, "people": list(person_ids)})
        return [PairRow(*row) for row in cursor.fetchall()]


def attempts_at(detail: VoteDetail) -> list[VoteRow]:
    """The successive attempts (RS 178, RS 182) of which this vote is one, oldest first.

    The record does not link attempts: they are the votes on the same bill, or of the same
    sitting where there is no bill, that follow each other with attempt 1, 2, 3 while the
    question stays open. A vote that settled the question at once is alone. One query, or
    none where nothing suggests a repetition.
    """
    row = detail.row
    if row.attempt == 1 and row.result not in OPEN_RESULTS:
        return [row]
    same = Q(bill_id=detail.bill_id) if detail.bill_id else Q(session_id=detail.session_id)
    candidates = vote_rows(floor_votes().filter(same)).filter(
        Q(attempt__gt=1) | Q(result__in=OPEN_RESULTS)
    )
    ordered = candidates.order_by(
        "taken_on", "session__legislature_id", "session__number", "position"
    )
    return _chain(cast(Iterable[VoteRow], ordered), row)


def _chain(candidates: Iterable[VoteRow], row: VoteRow) -> list[VoteRow]:
    """The run of attempts that holds this vote: each follows one that left it open."""
    chain: list[VoteRow] = []
    for candidate in candidates:
        follows = bool(chain) and (
            candidate.attempt == chain[-1].attempt + 1 and chain[-1].result in OPEN_RESULTS
        )
        if not follows:
            if any(attempt.id == row.id for attempt in chain):
                return chain
            chain = []
        chain.append(candidate)
    return chain if any(attempt.id == row.id for attempt in chain) else [row]
