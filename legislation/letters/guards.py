"""What the law asks of a letter, each condition with its sentence and its source. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from legislation.letters.enums import Direction, LetterKind
from legislation.procedure.lifecycle import Unlawful


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A letter about to be entered. ``answers`` is the direction of the one that it answers."""

    direction: Direction
    kind: LetterKind
    dated_on: date
    today: date
    names_senators: bool = False
    asks_answer: bool = False
    answers: Direction | None = None
    answered_is_dated_on: date | None = None


class Guard(NamedTuple):
    """What must hold, why not when it does not, and where the law says so."""

    holds: Callable[[Facts], bool]
    sentence: str
    citation: str


def _(message: str) -> str:
    """Marks a sentence for the catalogues; it is translated where it is shown."""
    return message


REQUESTS = "Ley 18.918, art. 9; Reglamento del Senado, art. 105"
NOTICE = "Reglamento del Senado, art. 78"


def _is_requested(facts: Facts) -> bool:
    return facts.kind == LetterKind.REQUESTED


GUARDS = (
    Guard(
        lambda facts: facts.dated_on <= facts.today,
        _("A letter cannot be dated after today."),
        NOTICE,
    ),
    Guard(
        lambda facts: (
            not _is_requested(facts) or facts.direction == Direction.IN or facts.names_senators
        ),
        _("Say which senators ask for it: it goes in their own name, not in the Senate's."),
        REQUESTS,
    ),
    Guard(
        lambda facts: _is_requested(facts) or not facts.names_senators,
        _("Only a letter requested by senators names them: the others are the Senate's."),
        REQUESTS,
    ),
    Guard(
        lambda facts: facts.direction == Direction.OUT or not facts.asks_answer,
        _("Only a letter that we send is given a term to be answered here."),
        "Ley 18.918, arts. 9 y 10",
    ),
    Guard(
        lambda facts: facts.answers is None or facts.answers != facts.direction,
        _("A letter received answers one that was sent, and one sent answers one received."),
        NOTICE,
    ),
    Guard(
        lambda facts: (
            facts.answered_is_dated_on is None or facts.dated_on >= facts.answered_is_dated_on
        ),
        _("An answer cannot be dated before the letter that it answers."),
        NOTICE,
    ),
)


def check(facts: Facts) -> None:
    """Go on only if the letter may be entered so.

    :raises Unlawful: a condition does not hold; names the article
    """
    for guard in GUARDS:
        if not guard.holds(facts):
            raise Unlawful(guard.sentence, guard.citation)
