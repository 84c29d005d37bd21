"""What each vote decided: its rule, the number in office that day, and the arithmetic."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from legislation.people.selectors import Headcount, members_in_office
from legislation.votes import counting
from legislation.votes.enums import Base, Choice
from legislation.votes.models import MajorityRule, Vote
from legislation.votes.observed import ObservedVote


class Outcomes:
    """Decides votes, reading rules and headcounts once however many votes there are."""

    def __init__(self, days: Iterable[date]) -> None:
        self._rules = list(MajorityRule.objects.all())
        self._headcounts: dict[date, Headcount] = {day: members_in_office(day) for day in set(days)}

    def rule_for(self, code: str, day: date) -> MajorityRule | None:
        """The majority on record with that code on that day."""
        return next(
            (rule for rule in self._rules if rule.code == code and day in rule.during), None
        )

    def decide(self, vote: Vote, seen: ObservedVote) -> None:
        """Fill in the counts, the number in office and the outcome.

        A repetition whose earlier attempts are not known is taken to follow others that
        ended as it did.

        Counts come from the ballots. Where a source publishes totals and no ballots (secret
        votes), the totals are all there is, and they are counted.
        """
        headcount = self._headcounts[vote.taken_on]
        tally = _tally(seen)
        rule = _pure(vote.rule) if vote.rule else None
        if seen.earlier:
            outcome = counting.decide_after(seen.earlier, rule, tally, headcount.number)
        else:
            repetition = vote.attempt - 1
            outcome = counting.decide(rule, tally, headcount.number, repetition=repetition)
        vote.in_office, vote.in_office_basis = headcount.number, headcount.basis
        vote.yes, vote.no, vote.abstain = tally.yes, tally.no, tally.abstain
        vote.paired, vote.recused = tally.paired, tally.recused
        _fill_in(vote, outcome)

    def holds(self, day: date, in_office: int | None, basis: str) -> bool:
        """Whether so many were in office on that day, known in that way."""
        headcount = self._headcounts[day]
        return (in_office, basis) == (headcount.number, headcount.basis)

    def recount(self, vote: Vote) -> bool:
        """Give the vote the number in office that is known today; whether anything changed.

        Only a majority of the members in office depends on it, and such a vote is never
        repeated: the others keep their outcome.
        """
        if self.holds(vote.taken_on, vote.in_office, vote.in_office_basis):
            return False
        headcount = self._headcounts[vote.taken_on]
        vote.in_office, vote.in_office_basis = headcount.number, headcount.basis
        if vote.rule is not None and vote.rule.base == Base.IN_OFFICE:
            tally = counting.Tally(vote.yes, vote.no, vote.abstain, vote.paired, vote.recused)
            _fill_in(vote, counting.decide(_pure(vote.rule), tally, headcount.number))
        return True


def _fill_in(vote: Vote, outcome: counting.Outcome) -> None:
    vote.result, vote.reason = outcome.result, outcome.reason
    vote.needed, vote.missing = outcome.needed, outcome.missing


def _tally(seen: ObservedVote) -> counting.Tally:
    if not seen.ballots:
        return counting.Tally(
            yes=seen.published_yes or 0,
            no=seen.published_no or 0,
            abstain=seen.published_abstain or 0,
            paired=seen.published_paired or 0,
        )
    count = Counter(ballot.choice for ballot in seen.ballots)
    return counting.Tally(
        yes=count[Choice.YES],
        no=count[Choice.NO],
        abstain=count[Choice.ABSTAIN],
        paired=count[Choice.PAIRED],
        recused=count[Choice.RECUSED],
    )


def _pure(rule: MajorityRule) -> counting.Rule:
    return counting.Rule(
        code=rule.code,
        base=Base(rule.base),
        numerator=rule.numerator,
        denominator=rule.denominator,
        strict=rule.is_strict,
        citation=rule.citation,
        name=rule.name,
    )
