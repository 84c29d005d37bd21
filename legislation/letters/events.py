"""What happens to letters. Correspondents are offices; senators are counted, never named."""

from dataclasses import dataclass
from typing import ClassVar

from legislation.events.catalogue import Event


@dataclass(frozen=True)
class LetterSent(Event):
    """The Senate, or a senator through it, wrote to somebody."""

    act: ClassVar[str] = "letter.sent"
    reference: str
    kind: str
    bill: str
    dated_on: str
    answer_due_on: str
    publication: int | None


@dataclass(frozen=True)
class LetterReceived(Event):
    """Somebody wrote to the Senate."""

    act: ClassVar[str] = "letter.received"
    reference: str
    kind: str
    bill: str
    dated_on: str
    publication: int | None


@dataclass(frozen=True)
class LetterAnswered(Event):
    """What another letter asked was answered, for the first time."""

    act: ClassVar[str] = "letter.answered"
    reference: str
    answered_by: str
    answered_on: str
