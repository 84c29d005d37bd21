"""What a source says about a vote. Plain values; the outcome is never among them."""

from dataclasses import dataclass
from datetime import date, datetime

from legislation.votes.enums import Choice, DebateKind, Result


@dataclass(frozen=True, kw_only=True)
class ObservedBallot:
    """An answer: the name as printed and, where there is no doubt, the person."""

    printed_name: str
    choice: Choice
    person_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ObservedVote:
    """One vote. ``published_*`` are the source's own totals, None where it gives none.

    ``rule_code`` is empty where the printed quorum is not understood. ``earlier`` is how
    the earlier attempts at the same question ended, in order, where whoever observed them
    knows it.
    """

    subject: str
    taken_on: date
    legislature_number: int
    session_number: int
    bill_id: int | None = None
    taken_at: datetime | None = None
    kind: DebateKind = DebateKind.UNSTATED
    kind_text: str = ""
    stage: str = ""
    stage_text: str = ""
    quorum_text: str = ""
    rule_code: str = ""
    attempt: int = 1
    earlier: tuple[Result, ...] = ()
    published_yes: int | None = None
    published_no: int | None = None
    published_abstain: int | None = None
    published_paired: int | None = None
    stated_result: Result | str = ""
    ballots: tuple[ObservedBallot, ...] = ()
