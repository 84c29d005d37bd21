"""The outcome of a vote: a rule, the counts, and nothing else.

Three articles of the Senate's standing orders (Reglamento del Senado) decide here:

* Art. 171: paired and recused members count as absent; they are never «present».
* Art. 178: if abstentions leave a question unresolved the vote is repeated at once; if
  they persist they are added to the side with more votes.
* Art. 182: a tie is repeated at once; a second tie waits for the next ordinary sitting,
  or is a rejection where it cannot wait; a third tie is a rejection. (Elections are
  settled by lot, and are not counted here.)

What the sources settle, and what they leave open:

* Articles 178 and 182 are applied to the simple majority only. Where the law asks for a
  share of the members in office, falling short is a rejection, whether the others voted
  against, abstained or tied: in September 2024 a 17 to 17 vote under a qualified quorum
  was published as rejected, and in May 2020 a reform with 22 in favour, 7 against and 12
  abstentions was lost, which the addition of the abstentions would have carried. The
  text of art. 178 does not say so in as many words; the Secretariat should confirm it.
* The same is assumed of shares of those present other than one half (two thirds to
  insist on a veto); no source consulted speaks of abstentions there.
* Equal votes with abstentions (2 to 2 with 1) are a tie, not an unresolved question:
  there is no larger side to add to, and committee reports apply art. 182 to them.
* Neither side holding the majority of those present is enough for art. 178: 11 to 13
  with 2 abstentions was repeated in January 2026, although all the abstentions together
  could only have tied it.
* Members in the chamber who press nothing are not counted as present: the published
  totals do not reveal them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legislation.votes.enums import Base, Result

__all__ = [
    "ARTICLE_178",
    "ARTICLE_182",
    "Base",
    "NextStep",
    "Outcome",
    "Reason",
    "Result",
    "Rule",
    "Tally",
    "decide",
    "decide_after",
    "decide_attempts",
    "has_quorum",
    "needed_of",
    "quorum_of",
]

ARTICLE_178 = "Reglamento del Senado, art. 178"
ARTICLE_182 = "Reglamento del Senado, art. 182"
LAST_REPETITION = 2


class Reason(StrEnum):
    REACHED = "REACHED"
    OPPOSED = "OPPOSED"
    FELL_SHORT = "FELL_SHORT"
    ABSTENTIONS_DECIDE = "ABSTENTIONS_DECIDE"
    ABSTENTIONS_ADDED = "ABSTENTIONS_ADDED"
    TIED = "TIED"
    TIED_AGAIN = "TIED_AGAIN"
    TIED_AND_CANNOT_WAIT = "TIED_AND_CANNOT_WAIT"
    TIED_A_THIRD_TIME = "TIED_A_THIRD_TIME"
    OUT_OF_REACH = "OUT_OF_REACH"
    IN_OFFICE_UNKNOWN = "IN_OFFICE_UNKNOWN"
    IN_OFFICE_CONTRADICTED = "IN_OFFICE_CONTRADICTED"
    RULE_UNKNOWN = "RULE_UNKNOWN"
    NO_VOTES = "NO_VOTES"


class NextStep(StrEnum):
    """What the standing orders ask for after this attempt."""

    NOTHING = "NOTHING"
    REPEAT_NOW = "REPEAT_NOW"
    NEXT_ORDINARY_SITTING = "NEXT_ORDINARY_SITTING"


NEXT_STEPS = {
    Reason.ABSTENTIONS_DECIDE: NextStep.REPEAT_NOW,
    Reason.TIED: NextStep.REPEAT_NOW,
    Reason.TIED_AGAIN: NextStep.NEXT_ORDINARY_SITTING,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A required majority: ``numerator/denominator`` of a base.

    ``strict`` asks for more than the fraction (half of 50 → 26), otherwise for at least
    the fraction, rounded up (4/7 of 50 = 28.57 → 29).

    :raises ValueError: the fraction is not between 0 and 1, or cannot be exceeded
    """

    code: str
    base: Base
    numerator: int
    denominator: int
    strict: bool
    citation: str
    name: str

    def __post_init__(self) -> None:
        if not 0 < self.numerator <= self.denominator:
            raise ValueError("A majority is a fraction above 0 and not above 1.")
        if self.strict and self.numerator == self.denominator:
            raise ValueError("Nobody can have more votes than everybody.")

    @property
    def is_simple(self) -> bool:
        """More than half of those present: the only rule that arts. 178 and 182 reopen."""
        return self.base == Base.PRESENT and self.strict and 2 * self.numerator == self.denominator


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers given in one attempt at a vote.

    :raises ValueError: a count is negative
    """

    yes: int
    no: int
    abstain: int = 0
    paired: int = 0
    recused: int = 0
    absent: int = 0

    def __post_init__(self) -> None:
        counts = (self.yes, self.no, self.abstain, self.paired, self.recused, self.absent)
        if min(counts) < 0:
            raise ValueError("Votes cannot be fewer than none.")

    @property
    def present(self) -> int:
        """Those who answered yes, no or abstain (Reglamento, art. 171)."""
        return self.yes + self.no + self.abstain

    @property
    def took_part(self) -> int:
        """Everyone who answered in any way: so many members, at least, were in office."""
        return self.present + self.paired + self.recused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one attempt decided, and by how much.

    ``base``, ``needed`` and ``missing`` are votes; they are None where not known.
    ``obtained`` is the votes in favour, including abstentions that art. 178 added.
    """

    result: Result
    reason: Reason
    rule: Rule | None
    base: int | None
    needed: int | None
    obtained: int
    missing: int | None
    citation: str

    @property
    def next_step(self) -> NextStep:
        return NEXT_STEPS.get(self.reason, NextStep.NOTHING)

    @property
    def is_final(self) -> bool:
        return self.result in (Result.APPROVED, Result.REJECTED)


def needed_of(rule: Rule, base: int) -> int:
    """The fewest votes that satisfy the rule when it is measured on ``base`` members."""
    if rule.strict:
        return base * rule.numerator // rule.denominator + 1
    return -(-base * rule.numerator // rule.denominator)


def quorum_of(in_office: int) -> int:
    """Members needed to sit and to decide: one third of those in office, rounded up.

    Constitución, art. 56; Reglamento del Senado, art. 54.

    :raises ValueError: nobody is in office
    """
    if in_office < 1:
        raise ValueError("A chamber without members has no quorum.")
    return -(-in_office // 3)


def has_quorum(tally: Tally, in_office: int | None) -> bool | None:
    """Whether enough members were present to decide; None if the number in office is not known."""
    return None if in_office is None else tally.present >= quorum_of(in_office)


def decide(
    rule: Rule | None,
    tally: Tally,
    in_office: int | None,
    *,
    repetition: int = 0,
    can_wait: bool = True,
) -> Outcome:
    """What this attempt decides under this rule. Never guesses: says UNKNOWN instead.

    :param rule: None if the majority required is not known
    :param in_office: members in office that day, None if not known; used only by rules
        measured on members in office. If it is not known the result is UNKNOWN, save
        where no number could approve: all who took part were in office, and if the votes
        in favour are too few even for them alone, they are too few for any larger number.
    :param repetition: 0 the first vote, 1 its immediate repetition, 2 the vote put off to
        the next ordinary sitting; every earlier attempt is taken to have ended as this
        one. Where it is known how they ended, ask ``decide_after``.
    :param can_wait: False where a second tie cannot wait for the next ordinary sitting
        because an urgency expires first, or because a committee is voting
    :raises ValueError: repetition is not 0, 1 or 2
    """
    if not 0 <= repetition <= LAST_REPETITION:
        raise ValueError("A vote is repeated at most twice.")
    return _decide(rule, tally, in_office, ties=repetition, open_votes=repetition, wait=can_wait)


def decide_after(
    earlier: Sequence[Result],
    rule: Rule | None,
    tally: Tally,
    in_office: int | None,
    *,
    can_wait: bool = True,
) -> Outcome:
    """What this attempt decides, given how every earlier attempt at its question ended.

    Ties and abstentions are counted apart: a tie that follows a vote left open by
    abstentions is a first tie, and abstentions that follow a tie are not yet added to
    anybody. The sources do not describe such mixed sequences; this is the plain reading of
    arts. 178 and 182. ``rule``, ``in_office`` and ``can_wait`` are those of ``decide``.

    :param earlier: the results of the earlier attempts, none for a first vote
    """
    ties, open_votes = earlier.count(Result.TIE), earlier.count(Result.UNRESOLVED)
    return _decide(rule, tally, in_office, ties=ties, open_votes=open_votes, wait=can_wait)


def decide_attempts(
    rule: Rule | None, tallies: Iterable[Tally], in_office: int | None, *, can_wait: bool = True
) -> tuple[Outcome, ...]:
    """The outcomes of the successive attempts at one question, in order.

    Each is decided by ``decide_after``.

    :raises ValueError: an attempt follows one that settled the question
    """
    outcomes: list[Outcome] = []
    for tally in tallies:
        if outcomes and outcomes[-1].next_step is NextStep.NOTHING:
            raise ValueError("The question was settled before this attempt.")
        earlier = [outcome.result for outcome in outcomes]
        outcomes.append(decide_after(earlier, rule, tally, in_office, can_wait=can_wait))
    return tuple(outcomes)


def _decide(
    rule: Rule | None,
    tally: Tally,
    in_office: int | None,
    *,
    ties: int,
    open_votes: int,
    wait: bool,
) -> Outcome:
    if rule is None:
        return _unmeasured(Result.UNKNOWN, Reason.RULE_UNKNOWN, None, tally)
    if tally.present == 0:
        return _unmeasured(Result.UNKNOWN, Reason.NO_VOTES, rule, tally)
    if rule.base == Base.IN_OFFICE:
        return _of_members_in_office(rule, tally, in_office)
    if tally.yes >= needed_of(rule, tally.present):
        return _measured(Result.APPROVED, Reason.REACHED, rule, tally, tally.present)
    if not rule.is_simple:
        return _measured(Result.REJECTED, Reason.FELL_SHORT, rule, tally, tally.present)
    if tally.no >= needed_of(rule, tally.present):
        return _measured(Result.REJECTED, Reason.OPPOSED, rule, tally, tally.present)
    if tally.yes == tally.no:
        return _tie(rule, tally, ties, wait)
    return _abstentions(rule, tally, open_votes)


def _of_members_in_office(rule: Rule, tally: Tally, in_office: int | None) -> Outcome:
    if in_office is None:
        if tally.yes < needed_of(rule, tally.took_part):
            return _unmeasured(Result.REJECTED, Reason.OUT_OF_REACH, rule, tally)
        return _unmeasured(Result.UNKNOWN, Reason.IN_OFFICE_UNKNOWN, rule, tally)
    if in_office < tally.took_part:
        return _unmeasured(Result.UNKNOWN, Reason.IN_OFFICE_CONTRADICTED, rule, tally)
    if tally.yes >= needed_of(rule, in_office):
        return _measured(Result.APPROVED, Reason.REACHED, rule, tally, in_office)
    return _measured(Result.REJECTED, Reason.FELL_SHORT, rule, tally, in_office)


def _tie(rule: Rule, tally: Tally, earlier: int, wait: bool) -> Outcome:
    result, reason = Result.REJECTED, Reason.TIED_A_THIRD_TIME
    if earlier == 0:
        result, reason = Result.TIE, Reason.TIED
    elif earlier == 1 and wait:
        result, reason = Result.TIE, Reason.TIED_AGAIN
    elif earlier == 1:
        reason = Reason.TIED_AND_CANNOT_WAIT
    return _measured(result, reason, rule, tally, tally.present, citation=ARTICLE_182)


def _abstentions(rule: Rule, tally: Tally, earlier: int) -> Outcome:
    if earlier == 0:
        result, reason, added = Result.UNRESOLVED, Reason.ABSTENTIONS_DECIDE, 0
    elif tally.yes > tally.no:
        result, reason, added = Result.APPROVED, Reason.ABSTENTIONS_ADDED, tally.abstain
    else:
        result, reason, added = Result.REJECTED, Reason.ABSTENTIONS_ADDED, 0
    base = tally.present
    return _measured(result, reason, rule, tally, base, added=added, citation=ARTICLE_178)


def _measured(
    result: Result,
    reason: Reason,
    rule: Rule,
    tally: Tally,
    base: int,
    *,
    added: int = 0,
    citation: str = "",
) -> Outcome:
    needed, obtained = needed_of(rule, base), tally.yes + added
    return Outcome(
        result=result,
        reason=reason,
        rule=rule,
        base=base,
        needed=needed,
        obtained=obtained,
        missing=max(0, needed - obtained),
        citation=citation or rule.citation,
    )


def _unmeasured(result: Result, reason: Reason, rule: Rule | None, tally: Tally) -> Outcome:
    return Outcome(
        result=result,
        reason=reason,
        rule=rule,
        base=None,
        needed=None,
        obtained=tally.yes,
        missing=None,
        citation=rule.citation if rule else "",
    )
