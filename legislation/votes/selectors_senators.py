"""Votes from the side of a senator: answers, participation, and two senators compared.

Figures count only what can be held against nobody: votes taken while in office, without
pairs, recusals, justified absences and votes whose record names somebody unrecognised.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from legislation.people.selectors_person import Span
from legislation.votes.enums import Choice
from legislation.votes.models import Ballot, Vote
from legislation.votes.selectors import (
    VOTE_COLUMNS,
    VOTE_TABLES,
    VoteRow,
    floor_votes,
    vote_rows,
)

GIVEN = (Choice.YES, Choice.NO, Choice.ABSTAIN)

# What is asked of the senator's own ballot is in the index «ballot_by_senator». The other
# ballots are looked for only where that one is missing: a secret vote has none, and cannot
# be held against anybody.
_PARTICIPATION = """
    SELECT count(*),
           count(*) FILTER (WHERE choice IN ('YES', 'NO', 'ABSTAIN')),
           count(*) FILTER (WHERE choice = 'PAIRED'),
           count(*) FILTER (WHERE choice = 'RECUSED'),
           count(*) FILTER (WHERE choice IS NULL AND was_on_leave),
           count(*) FILTER (WHERE choice IS NULL AND NOT was_on_leave
             AND EXISTS (SELECT FROM legislation_ballot AS unknown
                          WHERE unknown.vote_id = taken.id AND unknown.person_id IS NULL))
      FROM (
        SELECT vote.id, own.choice, with_leave.id IS NOT NULL AS was_on_leave
          FROM unnest(%(since)s::date[], %(until)s::date[]) AS days (since, until)
          JOIN legislation_vote AS vote
            ON vote.taken_on >= days.since AND vote.taken_on < days.until
          JOIN legislation_session AS session
            ON session.id = vote.session_id AND session.committee_id IS NULL
          LEFT JOIN legislation_ballot AS own
            ON own.vote_id = vote.id AND own.person_id = %(person)s
          LEFT JOIN legislation_attendance AS with_leave
            ON with_leave.session_id = session.id AND with_leave.person_id = %(person)s
           AND with_leave.state = 'JUSTIFIED'
         WHERE vote.taken_on >= %(first)s AND vote.taken_on < %(last)s
           AND (own.choice IS NOT NULL
                OR EXISTS (SELECT FROM legislation_ballot AS any_ballot
                            WHERE any_ballot.vote_id = vote.id))
      ) AS taken
"""
_ANSWERS = """
    SELECT vote_id, person_id, choice
      FROM legislation_ballot
     WHERE person_id = ANY (%(people)s) AND vote_id = ANY (%(votes)s)
"""
# Written into the statement: a plan that must serve any limit reads all that there is.
# Absent is said of nobody unless the record allows it: somebody vouches for the list of those
# in office that day, and every name of the roll call was recognised.
_ABSENT = """
    SELECT vote.id, held.person_id
      FROM legislation_vote AS vote
      JOIN legislation_mandate AS held
        ON held.during @> vote.taken_on AND held.person_id = ANY (%(people)s)
     WHERE vote.id = ANY (%(votes)s)
       AND EXISTS (SELECT FROM legislation_rosterspan AS known WHERE known.during @> vote.taken_on)
       AND EXISTS (SELECT FROM legislation_ballot AS any_ballot WHERE any_ballot.vote_id = vote.id)
       AND NOT EXISTS (SELECT FROM legislation_ballot AS ballot
                        WHERE ballot.vote_id = vote.id
                          AND (ballot.person_id IS NULL OR ballot.person_id = held.person_id))
       AND NOT EXISTS (SELECT FROM legislation_exclusionfromoffice AS out
                        WHERE out.person_id = held.person_id AND out.during @> vote.taken_on)
"""
_LATEST_ANSWERS = f"""{VOTE_COLUMNS}, own.choice
      {VOTE_TABLES}
      JOIN legislation_ballot AS own ON own.vote_id = vote.id AND own.person_id = %(person)s
     WHERE session.committee_id IS NULL
     ORDER BY vote.taken_on DESC, vote.id DESC
     LIMIT {{limit:d}}
"""
_SHARED = """
    SELECT count(*), count(*) FILTER (WHERE one.choice = other.choice)
      FROM legislation_ballot AS one
      JOIN legislation_ballot AS other ON other.vote_id = one.vote_id
     WHERE one.person_id = %(one)s AND one.choice IN ('YES', 'NO', 'ABSTAIN')
       AND other.person_id = %(other)s AND other.choice IN ('YES', 'NO', 'ABSTAIN')
       AND one.vote_id NOT IN (
         SELECT vote.id FROM legislation_session AS session
           JOIN legislation_vote AS vote ON vote.session_id = session.id
          WHERE session.committee_id IS NOT NULL)
"""


Bounds = dict[str, date | list[date]]


class AnswerRow(NamedTuple):
    """What somebody answered in a vote."""

    vote_id: int
    person_id: int
    choice: str


@dataclass(frozen=True, slots=True)
class Participation:
    """In how many votes a senator took part, and what was left out of the count.

    ``votes`` are those taken while in office with a roll call on record (a secret vote has
    none). ``answered``
    counts yes, no and abstentions. ``paired``, ``recused``, ``with_leave`` (no answer and
    an absence with leave from the sitting) and ``unrecognised`` (no answer, but the roll
    call has names matched to nobody) are left out of the denominator.
    """

    votes: int
    answered: int
    paired: int
    recused: int
    with_leave: int
    unrecognised: int

    @property
    def counted(self) -> int:
        """The denominator: votes in which the senator could have answered."""
        return self.votes - self.paired - self.recused - self.with_leave - self.unrecognised

    @property
    def unanswered(self) -> int:
        """Votes without an answer and without a recorded reason."""
        return self.counted - self.answered


class SharedVotes(NamedTuple):
    """How often two senators answered yes, no or abstention in the same vote, and the same."""

    shared: int
    same: int


def votes_open_to(
    person_id: int,
    days: Iterable[Span],
    *,
    choice: str | None = "",
    year: int | None = None,
    kind: str = "",
) -> "QuerySet[Vote, Any]":
    """Votes with a roll call taken on these days, all in office, and any other that was answered.

    Rows of ``VoteRow`` plus ``choice``, None where the senator gave no answer; page them
    yourself.

    :param choice: keeps only the votes so answered; None, only those without an answer
    """
    own = FilteredRelation("ballots", condition=Q(ballots__person_id=person_id))
    votes = floor_votes(year=year, kind=kind).annotate(own=own, choice=F("own__choice"))
    in_office = Q(pk__in=())
    for span in days:
        in_office |= Q(taken_on__gte=span.since or date.min, taken_on__lt=span.until or date.max)
    open_to = in_office & Q(Exists(Ballot.objects.filter(vote=OuterRef("pk"))))
    if choice is None:
        votes = votes.filter(open_to, choice__isnull=True)
    elif choice:
        votes = votes.filter(choice=choice)
    else:
        votes = votes.filter(Q(choice__isnull=False) | open_to)
    return vote_rows(votes, "choice")


def absent_of(person_ids: Collection[int], vote_ids: Collection[int]) -> set[tuple[int, int]]:
    """Who of these people was absent from which of these votes, as (vote, person).

    Only where it can be told: the list of those in office that day is complete, the person
    was among them, and every name of the roll call was recognised. One query, or none.
    """
    if not vote_ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_ABSENT, {"people": list(person_ids), "votes": list(vote_ids)})
        return {(vote, person) for vote, person in cursor.fetchall()}


def latest_answers(person_id: int, *, limit: int) -> list[tuple[VoteRow, str]]:
    """The newest votes of the floor that the senator answered, with the answer. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_LATEST_ANSWERS.format(limit=limit), {"person": person_id})
        return [(VoteRow(*row[:-1]), row[-1]) for row in cursor.fetchall()]


def answers_of(person_ids: Collection[int], vote_ids: Collection[int]) -> list[AnswerRow]:
    """What each of these people answered in each of these votes. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_ANSWERS, {"people": list(person_ids), "votes": list(vote_ids)})
        return [AnswerRow(*row) for row in cursor.fetchall()]


def participation_of(person_id: int, days: Iterable[Span]) -> Participation:
    """Count a senator's answers over the votes taken on these days, all of them in office.

    One query, from the indexes; none without days.
    """
    bounds = bounds_of(days)
    if bounds is None:
        return Participation(0, 0, 0, 0, 0, 0)
    with connection.cursor() as cursor:
        cursor.execute(_PARTICIPATION, {"person": person_id, **bounds})
        return Participation(*cursor.fetchone())


def shared_votes(one_id: int, other_id: int) -> SharedVotes:
    """Count the votes that both answered, and those that both answered alike.

    One query, from the index of each senator's ballots.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SHARED, {"one": one_id, "other": other_id})
        return SharedVotes(*cursor.fetchone())


def shared_vote_rows(one_id: int, other_id: int, *, alike: bool | None) -> "QuerySet[Vote, Any]":
    """Rows of ``VoteRow`` plus ``one_choice`` and ``other_choice``; page them yourself.

    ``alike`` keeps only those answered alike (True) or differently (False).
    """
    votes = _shared(one_id, other_id)
    if alike is not None:
        same = Q(one_choice=F("other_choice"))
        votes = votes.filter(same if alike else ~same)
    return vote_rows(votes, "one_choice", "other_choice")


def bounds_of(days: Iterable[Span]) -> Bounds | None:
    """Spans of days as a query takes them: their first days and the first days after them.

    ``first`` and ``last`` bound them all, so that the database can walk an index of days.
    None where there are no days.
    """
    spans = list(days)
    if not spans:
        return None
    since = [span.since or date.min for span in spans]
    until = [span.until or date.max for span in spans]
    return {"since": since, "until": until, "first": min(since), "last": max(until)}


def _shared(one_id: int, other_id: int) -> QuerySet[Vote]:
    return (
        floor_votes()
        .annotate(
            one=FilteredRelation("ballots", condition=Q(ballots__person_id=one_id)),
            other=FilteredRelation("ballots", condition=Q(ballots__person_id=other_id)),
            one_choice=F("one__choice"),
            other_choice=F("other__choice"),
        )
        .filter(one_choice__in=GIVEN, other_choice__in=GIVEN)
    )
