"""Makes the votes on record agree with what a source says of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db import transaction

from legislation.people.selectors import RosterRow, roster_on
from legislation.provenance.models import Source
from legislation.provenance.services import agree
from legislation.sessions.models import Session
from legislation.sessions.services import floor_sessions, record_floor_sessions
from legislation.votes.models import Ballot, Vote
from legislation.votes.observed import ObservedVote
from legislation.votes.services.attempts import OpenQuestions
from legislation.votes.services.matching import pair_votes
from legislation.votes.services.outcomes import Outcomes

Sitting = tuple[int, int]
Pairing = tuple[ObservedVote, Session, Vote | None]
by_place = attrgetter("session_id", "position")
by_name = attrgetter("vote_id", "printed_name")


@dataclass(frozen=True, slots=True)
class RecordedVotes:
    """The votes in the order observed, and how many rows this observation wrote."""

    votes: tuple[Vote, ...]
    created: int
    changed_rows: int


@transaction.atomic
def record_observed_votes(
    seen: Sequence[ObservedVote], *, source: Source | None = None
) -> RecordedVotes:
    """Make the record agree with these votes of the floor and their ballots.

    A vote on record is known again by bill, subject, quorum, totals and ballots, else by
    its subject; a new one takes the next position of its sitting, so that no address ever
    moves. A sitting that is not on record yet is created on the day of the vote. Votes that
    are not among these stay as they are.

    The result is counted here, with the majority and the members in office of the day; each
    ballot takes the bench and region that its senator had that day.

    A repetition is decided after the earlier attempts at its question as they ended: those
    that the source names, else the votes left open among these (arts. 178 and 182 of the
    standing orders). Only where neither is known are they taken to have ended as it did.

    :raises ValueError: such an attempt of unknown history that is not 1, 2 or 3
    """
    pairings, changed = _pairings(seen, source)
    outcomes = Outcomes(vote.taken_on for vote in seen)
    votes = _votes(pairings, outcomes)
    held = [vote for _, _, vote in pairings if vote is not None]
    changed += agree(Vote, held, votes, key=by_place, source=source)
    changed += _record_ballots(seen, votes, held)
    created = sum(vote is None for _, _, vote in pairings)
    return RecordedVotes(tuple(votes), created=created, changed_rows=changed)


def _pairings(seen: Sequence[ObservedVote], source: Source | None) -> tuple[list[Pairing], int]:
    by_sitting: dict[Sitting, list[int]] = defaultdict(list)
    for index, one in enumerate(seen):
        by_sitting[one.legislature_number, one.session_number].append(index)
    sessions = floor_sessions(by_sitting)
    unknown = [
        (key, seen[where[0]].taken_on) for key, where in by_sitting.items() if key not in sessions
    ]
    changed = record_floor_sessions(unknown, source=source)
    if unknown:
        sessions = floor_sessions(by_sitting)
    held = _held(sessions.values())
    answers = _answers(held)
    found: dict[int, Pairing] = {}
    for key, where in by_sitting.items():
        session = sessions[key]
        mine = [vote for vote in held if vote.session_id == session.pk]
        paired = pair_votes([seen[index] for index in where], mine, answers)
        for index, vote in zip(where, paired, strict=True):
            found[index] = (seen[index], session, vote)
    return [found[index] for index in range(len(seen))], changed


def _held(sessions: Iterable[Session]) -> list[Vote]:
    rows = Vote.objects.select_for_update(of=("self",)).filter(session__in=sessions)
    return list(rows.order_by("session_id", "position"))


def _answers(votes: Sequence[Vote]) -> dict[int, frozenset[object]]:
    pairs: dict[int, set[object]] = {vote.pk: set() for vote in votes}
    rows = Ballot.objects.filter(vote__in=pairs).values_list("vote_id", "printed_name", "choice")
    for vote, name, choice in rows:
        pairs[vote].add((name, choice))
    return {vote: frozenset(answers) for vote, answers in pairs.items()}


def _votes(pairings: Sequence[Pairing], outcomes: Outcomes) -> list[Vote]:
    """Unsaved votes as observed, at the place where each is or will be."""
    last = _last_positions({session.pk for _, session, _ in pairings})
    questions, votes = OpenQuestions(), []
    for observed, session, held in pairings:
        if held is None:
            last[session.pk] += 1
        seen = questions.placed(observed, session)
        vote = _vote(seen, session, outcomes)
        vote.position = held.position if held is not None else last[session.pk]
        if held is not None:
            vote.bill_id = vote.bill_id or held.bill_id
            vote.taken_at = vote.taken_at or held.taken_at
        outcomes.decide(vote, seen)
        questions.add(seen, vote)
        votes.append(vote)
    return votes


def _last_positions(sessions: set[int]) -> dict[int, int]:
    last: dict[int, int] = dict.fromkeys(sessions, 0)
    rows = Vote.objects.filter(session__in=sessions).values_list("session_id", "position")
    for session, position in rows:
        last[session] = max(last[session], position)
    return last


def _vote(seen: ObservedVote, session: Session, outcomes: Outcomes) -> Vote:
    return Vote(
        session=session,
        bill_id=seen.bill_id,
        taken_on=seen.taken_on,
        taken_at=seen.taken_at,
        subject=seen.subject,
        kind=seen.kind,
        kind_text=seen.kind_text,
        stage=seen.stage,
        stage_text=seen.stage_text,
        quorum_text=seen.quorum_text,
        rule=outcomes.rule_for(seen.rule_code, seen.taken_on),
        attempt=seen.attempt,
        published_yes=seen.published_yes,
        published_no=seen.published_no,
        published_abstain=seen.published_abstain,
        published_paired=seen.published_paired,
        stated_result=seen.stated_result,
    )


def _record_ballots(
    seen: Sequence[ObservedVote], votes: Sequence[Vote], held: Sequence[Vote]
) -> int:
    benches = {day: _benches(day) for day in {vote.taken_on for vote in votes}}
    wanted = []
    for one, vote in zip(seen, votes, strict=True):
        for ballot in one.ballots:
            bench = benches[vote.taken_on].get(ballot.person_id)
            wanted.append(
                Ballot(
                    vote=vote,
                    person_id=ballot.person_id,
                    printed_name=ballot.printed_name,
                    choice=ballot.choice,
                    party_id=bench.party_id if bench else None,
                    caucus_id=bench.caucus_id if bench else None,
                    constituency_id=bench.constituency_number if bench else None,
                )
            )
    rows = Ballot.objects.filter(vote__in=[vote.pk for vote in held])
    return agree(Ballot, rows, wanted, key=by_name, source=None, replace=True)


def _benches(day: date) -> dict[int | None, RosterRow]:
    return {row.person_id: row for row in roster_on(day).rows}
