"""Votes for machines: the lists that pages show, with every column, every ballot and the source."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from legislation.votes.models import Vote
from legislation.votes.selectors import NEWEST_FIRST, floor_votes, vote_rows

_MORE = (
    "bill_id",
    "session_id",
    "kind_text",
    "stage",
    "stage_text",
    "quorum_text",
    "session__has_attendance",
    "source__name",
    "source__url",
    "source__sha256",
    "source__read_at",
)
_BALLOTS = """
    SELECT ballot.vote_id, person.id, person.slug, person.senate_id, person.full_name,
           person.sort_key, ballot.printed_name, ballot.choice,
           party.slug, party.name, party.abbreviation,
           caucus.slug, caucus.name, caucus.abbreviation, region.slug, region.short_name
      FROM legislation_ballot AS ballot
      LEFT JOIN legislation_person AS person ON person.id = ballot.person_id
      LEFT JOIN legislation_party AS party ON party.id = ballot.party_id
      LEFT JOIN legislation_caucus AS caucus ON caucus.id = ballot.caucus_id
      LEFT JOIN legislation_constituency AS region ON region.number = ballot.constituency_id
     WHERE ballot.vote_id = ANY(%(votes)s)
     ORDER BY ballot.vote_id, person.sort_key NULLS LAST, ballot.printed_name
"""


class BallotRecord(NamedTuple):
    """An answer, with the person's permanent names and the bench and region of that day.

    Fields of the person are None where the printed name was matched to nobody.
    """

    vote_id: int
    person_id: int | None
    slug: str | None
    senate_id: int | None
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


def exchange_votes(
    *,
    kind: str = "",
    result: str = "",
    year: int | None = None,
    bill_number: str = "",
    legislature: int | None = None,
    since: date | None = None,
    until: date | None = None,
) -> "QuerySet[Vote, Any]":
    """Votes of the floor that meet every filter given, for paging by ``NEWEST_FIRST``.

    Named rows: the fields of ``VoteRow`` and those that only a vote's own page tells. ``since``
    and ``until``, both included, bound the day of the vote.
    """
    votes = floor_votes(kind=kind, result=result, year=year, bill_number=bill_number)
    if legislature is not None:
        votes = votes.filter(session__legislature_id=legislature)
    if since is not None:
        votes = votes.filter(taken_on__gte=since)
    if until is not None:
        votes = votes.filter(taken_on__lte=until)
    return vote_rows(votes, *_MORE)


def vote_record(*, legislature: int, session_number: int, position: int) -> Any:
    """One vote of the floor by its address, as a row of ``exchange_votes``. One query.

    :raises Vote.DoesNotExist: there is no such vote
    """
    votes = exchange_votes(legislature=legislature)
    return votes.get(session__number=session_number, position=position)


def votes_of_bills(bill_ids: Collection[int]) -> dict[int, list[Any]]:
    """The votes of the floor on each of these bills, newest first. One query."""
    found: dict[int, list[Any]] = {bill: [] for bill in bill_ids}
    rows = exchange_votes().filter(bill_id__in=bill_ids).order_by(*NEWEST_FIRST)
    for row in rows:
        found[row.bill_id].append(row)
    return found


def votes_of_sessions(session_ids: Collection[int]) -> dict[int, list[Any]]:
    """The votes of each of these sittings, in the order they were taken. One query."""
    found: dict[int, list[Any]] = {session: [] for session in session_ids}
    rows = exchange_votes().filter(session_id__in=session_ids).order_by("position")
    for row in rows:
        found[row.session_id].append(row)
    return found


def ballots_of_each(vote_ids: Collection[int]) -> dict[int, list[BallotRecord]]:
    """Every answer of each of these votes, in Spanish order; the unmatched come last.

    One query, or none without votes.
    """
    found: dict[int, list[BallotRecord]] = {vote: [] for vote in vote_ids}
    if not found:
        return found
    with connection.cursor() as cursor:
        cursor.execute(_BALLOTS, {"votes": list(vote_ids)})
        for row in cursor.fetchall():
            found[row[0]].append(BallotRecord(*row))
    return found
