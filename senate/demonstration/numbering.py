"""Numbers that are given in order of date: bills, laws, letters, presidential messages.

Bills and laws are numbered far from the real series, so that nobody takes one for another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from legislation.bills.enums import BillKind
from legislation.people.enums import Chamber
from senate.demonstration.chance import chance
from senate.demonstration.days import legislature_of
from senate.demonstration.journey import DOTTED, LAW, LETTER, NUMBER, Journey, Letter

FIRST_BILL, FIRST_LAW, FIRST_LETTER = 70_001, 90_001, 60_001
SHARED_NUMBERS = 2


@dataclass(frozen=True, slots=True)
class Numbered:
    """A journey and the numbers it was given."""

    journey: Journey
    kind: BillKind
    number: str
    law: int | None = None

    def words(self, text: str, letter: Letter | None = None) -> str:
        """The text with its marks replaced by numbers."""
        serial, _, suffix = self.number.partition("-")
        return (
            text.replace(NUMBER, self.number)
            .replace(DOTTED, f"{dotted(int(serial))}-{suffix}")
            .replace(LETTER, letter.number if letter else "")
            .replace(LAW, dotted(self.law) if self.law else "")
        )


def number_laws(seed: int, journeys: Sequence[Journey]) -> dict[str, int]:
    """Law numbers by idea, in order of publication."""
    published = [one for one in journeys if one.published_on is not None]
    published.sort(key=lambda one: (one.published_on or date.min, one.idea.key))
    numbers = _rising(FIRST_LAW, chance(seed, "laws"), 5)
    return {one.idea.key: next(numbers) for one in published}


def number_bills(seed: int, journeys: Sequence[Journey], laws: dict[str, int]) -> list[Numbered]:
    """One national series in order of filing, with the code of the matter behind."""
    serials = _rising(FIRST_BILL, chance(seed, "bills"), 6)
    return [
        Numbered(one, BillKind.BILL, f"{next(serials)}-{one.idea.code}", laws.get(one.idea.key))
        for one in _by_filing(journeys)
    ]


def number_matters(
    seed: int, journeys: Sequence[Journey], bills: Sequence[Numbered]
) -> list[Numbered]:
    """A series of its own, in which a few numbers are those of bills too, as happens."""
    serials = _rising(FIRST_BILL, chance(seed, "matters"), 9)
    found: list[Numbered] = []
    shared = 0
    for one in _by_filing(journeys):
        number = f"{next(serials)}-{one.idea.code}"
        twin = next((bill.number for bill in bills if bill.number[-2:] == one.idea.code), "")
        if twin and shared < SHARED_NUMBERS and twin not in [other.number for other in found]:
            number, shared = twin, shared + 1
        found.append(Numbered(one, BillKind.MATTER, number))
    return found


def number_letters(numbered: Iterable[Numbered]) -> None:
    """Each chamber numbers the letters it sends; the Senate by year."""
    letters = [paper.letter for one in numbered for paper in one.journey.papers if paper.letter]
    letters.sort(key=lambda letter: letter.day)
    sent: defaultdict[int, int] = defaultdict(int)
    by_deputies = FIRST_LETTER - 1
    for letter in letters:
        if letter.chamber == Chamber.SENATE:
            sent[letter.day.year] += 1
            letter.number = f"{sent[letter.day.year]}/SEC/{letter.day:%y}"
        else:
            by_deputies += 1
            letter.number = dotted(by_deputies)


class Messages:
    """Numbers of presidential messages, such as 182-374: by legislature, in order of date."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._given: dict[int, int] = {}

    def next(self, day: date) -> str:
        """Days must come in order."""
        legislature = legislature_of(day)
        step = chance(self._seed, "messages", legislature, self._given.get(legislature, 0))
        self._given[legislature] = self._given.get(legislature, 0) + step.randint(1, 3)
        return f"{self._given[legislature]}-{legislature}"


def dotted(number: int) -> str:
    """As it is printed: 70.112."""
    return f"{number:,}".replace(",", ".")


def _by_filing(journeys: Sequence[Journey]) -> list[Journey]:
    return sorted(journeys, key=lambda one: (one.filed_on, one.idea.key))


def _rising(first: int, rng: Random, widest: int) -> Iterator[int]:
    number = first
    while True:
        yield number
        number += rng.randint(1, widest)
