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
    r"[\s.,;(]*\b(?:empate\b|se\s+(?:debe\s+)?rep[ei]t|aplicaci[óo]n\s+(?:del\s+)?art).*$",
    re.IGNORECASE | re.DOTALL,
)
CLOSING_VERDICT = re.compile(r"[\s.;,]*(?:aprobad[oa]s?|rechazad[oa]s?)\s*\.?\s*$", re.IGNORECASE)


def number_attempts(votes: Sequence[ObservedVote]) -> tuple[ObservedVote, ...]:
    """The same votes, each with its attempt: 1, or 2 and 3 for repetitions."""
    numbered: list[ObservedVote] = []
    latest: dict[str, ObservedVote] = {}
    for vote in votes:
        question = question_of(vote.subject)
        before = latest.get(question)
        attempt = before.attempt + 1 if before and _is_repeated_by(before, vote) else 1
        latest[question] = replace(vote, attempt=attempt)
        numbered.append(latest[question])
    return tuple(numbered)


def question_of(subject: str) -> str:
    """The subject without what it says of its attempt and result, for comparing."""
    text = BILL_NUMBER.sub("", " ".join(subject.split()))
    text = ABOUT_THE_REPETITION.sub("", text)
    text = VERDICT.sub("", NUMBERED.sub("", text))
    return fold(CLOSING_VERDICT.sub("", text))


def _is_repeated_by(before: ObservedVote, vote: ObservedVote) -> bool:
    is_same_sitting = (before.legislature_number, before.session_number) == (
        vote.legislature_number,
        vote.session_number,
    )
    step = _next_step(before)
    return step is (NextStep.REPEAT_NOW if is_same_sitting else NextStep.NEXT_ORDINARY_SITTING)


def _next_step(vote: ObservedVote) -> NextStep:
    """What the standing orders ask for after it; only simple majorities are ever repeated."""
    rule = rule_for(vote.rule_code, vote.taken_on)
    count = Counter(ballot.choice for ballot in vote.ballots)
    tally = counting.Tally(count[Choice.YES], count[Choice.NO], count[Choice.ABSTAIN])
    outcome = counting.decide(rule, tally, None, repetition=vote.attempt - 1)
    return outcome.next_step
