"""Which attempt at a question each vote was (RS 178 and RS 182).

The service numbers no attempts: a repetition stands after the vote that it repeats and
shares its question, under other words («Primera votación de… Se debe repetir», «En segunda
votación, rechazo de…»). A vote is taken for a repetition only where the one before it had
to be repeated, and in the sitting where the standing orders put the repetition.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from legislation.people.naming import fold
from legislation.votes import counting
from legislation.votes.counting import NextStep
from legislation.votes.enums import Choice
from legislation.votes.majorities import rule_for
from legislation.votes.observed import ObservedVote

BILL_NUMBER = re.compile(r"^\s*\d{1,3}(?:\.?\d{3})*-\d{2}[\s.,:;-]*")
NUMBERED = re.compile(
    r"^(?:en\s+)?(?:primera|segunda|tercera)\s+votaci[óo]n\s*(?:,|del?\b)?\s*", re.IGNORECASE
)
VERDICT = re.compile(
    r"^(?:se\s+vota|votaci[óo]n|aprobaci[óo]n|aprobad[oa]s?|rechazo|rechazad[oa]s?)\s+(?:del?\s+)?",
    re.IGNORECASE,
)
ABOUT_THE_REPETITION = re.compile(
    r"(?<![\s.,;(])[\s.,;(]*+\b(?:empate\b|se\s+(?:debe\s+)?rep[ei]t|aplicaci[óo]n\s+(?:del\s+)?art).*$",
    re.IGNORECASE | re.DOTALL,
)
CLOSING_VERDICT = re.compile(
    r"(?<![\s.;,])[\s.;,]*+(?:aprobad[oa]s?|rechazad[oa]s?)\s*\.?\s*$", re.IGNORECASE
)

# Days that may pass between two ordinary sittings, and the month of the recess.
LONGEST_WAIT = 21
RECESS = 2


def number_attempts(votes: Sequence[ObservedVote]) -> tuple[ObservedVote, ...]:
    """The same votes, each with its attempt, from 1, and how the earlier ones ended."""
    numbered: list[ObservedVote] = []
    latest: dict[str, ObservedVote] = {}
    for vote in votes:
        question = question_of(vote.subject)
        before = latest.get(question)
        latest[question] = _after(before, vote) if before else vote
        numbered.append(latest[question])
    return tuple(numbered)


def question_of(subject: str) -> str:
    """The subject without what it says of its attempt and result, for comparing."""
    text = BILL_NUMBER.sub("", " ".join(subject.split()))
    text = ABOUT_THE_REPETITION.sub("", text)
    text = VERDICT.sub("", NUMBERED.sub("", text))
    return fold(CLOSING_VERDICT.sub("", text))


def _after(before: ObservedVote, vote: ObservedVote) -> ObservedVote:
    outcome = _outcome(before)
    if not _is_repeated_by(before, outcome.next_step, vote):
        return vote
    earlier = (*before.earlier, outcome.result)
    return replace(vote, attempt=before.attempt + 1, earlier=earlier)


def _is_repeated_by(before: ObservedVote, step: NextStep, vote: ObservedVote) -> bool:
    if _sitting(before) == _sitting(vote):
        return step is NextStep.REPEAT_NOW
    return step is NextStep.NEXT_ORDINARY_SITTING and _may_be_the_next(before, vote)


def _may_be_the_next(before: ObservedVote, vote: ObservedVote) -> bool:
    """Whether the later vote may be of the next ordinary sitting; files tell no kind of sitting.

    There are ordinary sittings every week but the last of each month and those of the
    recess, so that one of another season is certainly not the next.
    """
    wait = vote.taken_on - before.taken_on
    in_recess = sum(
        (before.taken_on + timedelta(days=day)).month == RECESS
        for day in range(1, min(wait.days, LONGEST_WAIT + 31))
    )
    is_soon = timedelta(0) <= wait <= timedelta(days=LONGEST_WAIT + in_recess)
    return is_soon and _sitting(vote) > _sitting(before)


def _sitting(vote: ObservedVote) -> tuple[int, int]:
    return vote.legislature_number, vote.session_number


def _outcome(vote: ObservedVote) -> counting.Outcome:
    """How it ended; only simple majorities are ever repeated."""
    rule = rule_for(vote.rule_code, vote.taken_on)
    count = Counter(ballot.choice for ballot in vote.ballots)
    tally = counting.Tally(count[Choice.YES], count[Choice.NO], count[Choice.ABSTAIN])
    return counting.decide_after(vote.earlier, rule, tally, None)
