"""Which earlier vote a repetition repeats, among the votes observed together."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db.models import Q

from legislation.sessions.enums import SessionKind, SessionState
from legislation.sessions.models import Session
from legislation.votes.counting import NEXT_STEPS, NextStep, Reason
from legislation.votes.enums import Result
from legislation.votes.models import Vote
from legislation.votes.observed import ObservedVote

MAY_BE_ORDINARY = (SessionKind.ORDINARY, SessionKind.UNSTATED)


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A vote that the standing orders want repeated, with how it and those before it ended."""

    attempt: int
    session: Session
    step: NextStep
    results: tuple[Result, ...]


class OpenQuestions:
    """The votes that were left open so far; add each vote once it is decided, in order."""

    def __init__(self) -> None:
        self._left_open: dict[int | None, list[LeftOpen]] = defaultdict(list)

    def placed(self, seen: ObservedVote, session: Session) -> ObservedVote:
        """The vote with how its earlier attempts ended; a first vote if it cannot be theirs.

        An attempt whose earlier ones are not among the votes added stays as it was observed.
        """
        before = self._before(seen)
        if before is None:
            return seen
        if before.step is NextStep.NEXT_ORDINARY_SITTING and not _is_next_ordinary(
            before.session, session
        ):
            return replace(seen, attempt=1, earlier=())
        self._left_open[seen.bill_id].remove(before)
        return replace(seen, earlier=before.results)

    def add(self, seen: ObservedVote, vote: Vote) -> None:
        """Remember the vote if it must be repeated."""
        step = NEXT_STEPS.get(Reason(vote.reason), NextStep.NOTHING)
        if step is not NextStep.NOTHING:
            results = (*seen.earlier, Result(vote.result))
            left_open = LeftOpen(seen.attempt, vote.session, step, results)
            self._left_open[seen.bill_id].append(left_open)

    def _before(self, seen: ObservedVote) -> LeftOpen | None:
        candidates = (
            one
            for one in reversed(self._left_open[seen.bill_id])
            if one.attempt == seen.attempt - 1 and seen.earlier in ((), one.results)
        )
        return next(candidates, None)


def _is_next_ordinary(tied: Session, session: Session) -> bool:
    """Whether nothing on record says that it is not the first ordinary sitting after the tie.

    The kind of a sitting is often not on record; what is not stated contradicts nothing.
    """
    if session.kind not in MAY_BE_ORDINARY or _order(session) <= _order(tied):
        return False
    between = Session.objects.filter(
        committee__isnull=True,
        kind=SessionKind.ORDINARY,
        state=SessionState.HELD,
        held_on__range=(tied.held_on, session.held_on),
    ).exclude(Q(pk=tied.pk) | Q(pk=session.pk))
    return not any(_order(tied) < _order(one) < _order(session) for one in between)


def _order(session: Session) -> tuple[int, int]:
    return session.legislature_id, session.number
