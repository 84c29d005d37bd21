"""How the fictional senators vote: a tally that the question needs, then who gives it.

Benches lean one way or the other, members lean with their bench and sometimes not. Whoever
is nearest to the question votes yes, whoever is farthest no, and those between abstain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from legislation.votes.counting import Rule, needed_of
from legislation.votes.enums import Base, Choice
from senate.demonstration.members import Member

DISSENT = 0.28
AUTHOR = 2.0
DID_NOT_PRESS = (1, 9)
UNDISPUTED = frozenset({"unanimous", "broad"})


@dataclass(frozen=True, slots=True)
class Counts:
    yes: int
    no: int
    abstain: int = 0

    @property
    def present(self) -> int:
        return self.yes + self.no + self.abstain


def fixed_counts(outcome: str) -> Counts | None:
    """The tally that an outcome such as «24-23-0» spells out."""
    parts = outcome.split("-")
    return Counts(*map(int, parts)) if all(part.isdigit() for part in parts) else None


def counts_for(outcome: str, rule: Rule, in_office: int, able: int, rng: Random) -> Counts:
    """A tally of at most ``able`` answers that comes out as asked under the rule.

    :param outcome: unanimous, broad, narrow, rejected, carried, short, tied, abstained,
        abstained_again, or a tally
    """
    fixed = fixed_counts(outcome)
    if fixed is not None:
        return fixed
    if rule.base == Base.IN_OFFICE:
        return _in_office(outcome, needed_of(rule, in_office), able, rng)
    voting = able - rng.randint(*DID_NOT_PRESS)
    if not rule.is_simple:
        return _share_of_present(outcome, rule, voting, rng)
    return SIMPLE[outcome](voting, rng)


def answers(
    counts: Counts,
    voters: Sequence[Member],
    leaning: dict[str, float],
    authors: frozenset[str],
    rng: Random,
) -> dict[str, Choice]:
    """Who votes how, by member; those left over did not vote.

    :param leaning: by member, how much the question suits their bench
    """
    scores = {
        one.key: leaning[one.key] + rng.gauss(0, DISSENT) + AUTHOR * (one.key in authors)
        for one in voters
    }
    staying = list(voters)
    while len(staying) > counts.present:
        staying.remove(rng.choice([one for one in staying if one.key not in authors] or staying))
    ranked = sorted(staying, key=lambda one: (-scores[one.key], one.key))
    choices = (
        [Choice.YES] * counts.yes + [Choice.ABSTAIN] * counts.abstain + [Choice.NO] * counts.no
    )
    return {one.key: choice for one, choice in zip(ranked, choices, strict=True)}


def _in_office(outcome: str, needed: int, able: int, rng: Random) -> Counts:
    if outcome == "short":
        yes = min(needed - rng.randint(1, 4), able - 6)
        abstain = rng.randint(0, 3)
        return Counts(yes, min(able - yes - abstain, yes - rng.randint(1, 6)), abstain)
    if outcome == "rejected":
        yes = rng.randint(10, 15)
        return Counts(yes, able - yes - rng.randint(0, 3), 0)
    yes = min(needed + rng.randint(0, 5), able)
    spare = able - yes
    if outcome == "unanimous":
        return Counts(yes, 0, 0)
    no = rng.randint(0, max(0, spare - 1))
    return Counts(yes, no, rng.randint(0, min(3, spare - no)))


def _share_of_present(outcome: str, rule: Rule, voting: int, rng: Random) -> Counts:
    needed = needed_of(rule, voting)
    yes = needed - rng.randint(1, 3) if outcome == "short" else needed + rng.randint(0, 2)
    abstain = rng.randint(0, 2)
    return Counts(yes, voting - yes - abstain, abstain)


def _unanimous(voting: int, rng: Random) -> Counts:
    abstain = rng.choice((0, 0, 0, 0, 1, 2))
    return Counts(voting - abstain, 0, abstain)


def _broad(voting: int, rng: Random) -> Counts:
    against = rng.randint(max(2, voting // 10), voting // 4)
    abstain = rng.randint(0, min(4, against))
    return Counts(voting - against, against - abstain, abstain)


def _narrow(voting: int, rng: Random) -> Counts:
    yes = voting // 2 + rng.randint(1, 3)
    abstain = rng.randint(0, 3)
    return Counts(yes, voting - yes - abstain, abstain)


def _rejected(voting: int, rng: Random) -> Counts:
    no = voting // 2 + rng.randint(1, 5)
    abstain = rng.randint(0, 2)
    return Counts(voting - no - abstain, no, abstain)


def _tied(voting: int, rng: Random) -> Counts:
    half = (voting - rng.randint(0, 2)) // 2
    return Counts(half, half, rng.choice((0, 0, 1)) if voting > 2 * half else 0)


def _abstained(voting: int, rng: Random) -> Counts:
    """More in favour than against, and neither more than half: 18-17-4."""
    abstain = rng.randint(3, 5)
    yes = (voting - abstain) // 2 + 1
    return Counts(yes, voting - abstain - yes, abstain)


SIMPLE = {
    "unanimous": _unanimous,
    "broad": _broad,
    "narrow": _narrow,
    "carried": _broad,
    "rejected": _rejected,
    "short": _rejected,
    "tied": _tied,
    "abstained": _abstained,
    "abstained_again": _abstained,
}
