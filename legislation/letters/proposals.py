"""A letter as an official enters it, before anything has judged it. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legislation.letters.enums import LetterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What goes out or came in. ``answer_days`` are calendar days from its date.

    ``bill`` is the number of the bill that it belongs to; ``reference`` the sender's own, of
    what is received; ``senators`` those who ask in their own name, as printed.
    """

    kind: LetterKind
    dated_on: date
    correspondent: str
    subject: str
    reference: str = ""
    bill: str = ""
    senators: Sequence[str] = ()
    answer_days: int | None = None
