"""Which observed vote is which vote on record. Pure: no database.

The sources number no votes. A vote is known again by everything it says; failing that, by
its subject alone, because totals and names are sometimes corrected. Votes that share a
subject (repetitions) are told apart by their figures, then by their order.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from legislation.people.naming import fold
from legislation.votes.models import Vote
from legislation.votes.observed import ObservedVote

Fingerprint = tuple[Hashable, ...]


def pair_votes(
    seen: Sequence[ObservedVote], held: Sequence[Vote], ballots: dict[int, frozenset[object]]
) -> list[Vote | None]:
    """For each observed vote of one session, the vote on record that it is, or None.

    :param held: votes of that session, by position
    :param ballots: by vote, its (printed name, choice) pairs
    """
    paired: list[Vote | None] = [None] * len(seen)
    free = list(held)

    def pair_by(
        observed: Callable[[ObservedVote], Fingerprint], known: Callable[[Vote], Fingerprint]
    ) -> None:
        waiting: dict[Fingerprint, list[Vote]] = defaultdict(list)
        for vote in free:
            waiting[known(vote)].append(vote)
        for index, one in enumerate(seen):
            if paired[index] is not None:
                continue
            match = next((v for v in waiting[observed(one)] if _may_be(one, v)), None)
            if match is not None:
                paired[index] = match
                waiting[observed(one)].remove(match)
                free.remove(match)

    pair_by(_all_of, lambda vote: _all_of_known(vote, ballots[vote.pk]))
    pair_by(lambda one: (fold(one.subject),), lambda vote: (fold(vote.subject),))
    return paired


def _may_be(one: ObservedVote, vote: Vote) -> bool:
    """A vote whose bill is not known yet may be any; two different bills never are one."""
    return one.bill_id is None or vote.bill_id is None or one.bill_id == vote.bill_id


def _all_of(one: ObservedVote) -> Fingerprint:
    return (
        fold(one.subject),
        one.quorum_text,
        one.published_yes,
        one.published_no,
        one.published_abstain,
        one.published_paired,
        frozenset((ballot.printed_name, str(ballot.choice)) for ballot in one.ballots),
    )


def _all_of_known(vote: Vote, ballots: frozenset[object]) -> Fingerprint:
    return (
        fold(vote.subject),
        vote.quorum_text,
        vote.published_yes,
        vote.published_no,
        vote.published_abstain,
        vote.published_paired,
        ballots,
    )
