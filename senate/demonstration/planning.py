"""Lays journeys on the calendar so that each stands today where its case says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legislation.bills.enums import Initiative
from legislation.people.enums import Chamber
from legislation.votes.majorities import BEFORE_ORGANIC, BEFORE_REFORM, ORGANIC_FROM, REFORM_FROM
from senate.demonstration.chance import chance
from senate.demonstration.days import FIRST_DAY, ONE_DAY, Calendar
from senate.demonstration.ideas import Idea, ideas, reform_idea, reformable_patterns, special_ideas
from senate.demonstration.journey import Journey
from senate.demonstration.routes import (
    REFORM_CASE,
    SPECIAL_CASES,
    Case,
    deal,
)

EARLIEST = FIRST_DAY + 3 * ONE_DAY
FIRST_GUESS = date(2023, 3, 15)
TRIES, VARIANTS = 14, 40
TOLERANCE = 21
WINDOWS = {
    "before-reform": (EARLIEST, BEFORE_REFORM),
    "between": (REFORM_FROM, BEFORE_ORGANIC),
    "before-organic": (EARLIEST, BEFORE_ORGANIC),
    "after-reform": (REFORM_FROM, date.max),
    "after-organic": (ORGANIC_FROM, date.max),
}
CLOSED_WINDOWS = ("before-reform", "between", "before-organic")
REFORMS = 8

# Where the last move should fall: how many days the start must move, 0 where it is well.
Aim = Callable[[Journey], int]


@dataclass(frozen=True, slots=True)
class Planner:
    """Builds journeys for one seed and reference day."""

    seed: int
    on: date
    calendar: Calendar

    def journeys(self) -> list[Journey]:
        """Those that follow a pattern and the special ones."""
        found = list(ideas())
        chance(self.seed, "deal").shuffle(found)
        planned = [self.journey(case, idea) for case, idea in deal(found)]
        planned += [self.journey(SPECIAL_CASES[idea.key], idea) for idea in special_ideas()]
        return planned

    def reforms(self, laws: Sequence[tuple[Journey, int]]) -> list[Journey]:
        """Bills that amend laws of the demonstration, filed after those were published.

        :param laws: published journeys and their law numbers, oldest first
        """
        able = [pair for pair in laws if pair[0].idea.pattern in reformable_patterns()]
        able = [pair for pair in able if _is_older(pair[0], self.on - timedelta(days=150))]
        chosen = chance(self.seed, "reforms").sample(able, min(REFORMS, len(able)))
        return [self.journey(REFORM_CASE, reform_idea(law.idea, number)) for law, number in chosen]

    def journey(self, case: Case, idea: Idea) -> Journey:
        """The journey of an idea through a case's moves.

        :raises LookupError: no start brings it where it should stand
        """
        for variant in range(VARIANTS):
            found = self._try(case, idea, variant)
            if found is not None:
                return found
        raise LookupError(f"No days suit «{idea.title}» in the case «{case.name}».")

    def _try(self, case: Case, idea: Idea, variant: int) -> Journey | None:
        rng = chance(self.seed, idea.key, "aim", variant)
        target = self.on - timedelta(days=rng.randint(*case.span))
        aim = _window_aim(idea.window) or _target_aim(target)
        rounds = self._walk(case, idea, variant, FIRST_GUESS, rounds=0).round
        start = FIRST_GUESS
        for _ in range(TRIES):
            found = self._walk(case, idea, variant, start, rounds)
            move = aim(found)
            next_start = max(EARLIEST, start + timedelta(days=move))
            if move == 0 or next_start == start:
                break
            start = next_start
        return found if self._is_lawful(found, idea, start) else None

    def _walk(self, case: Case, idea: Idea, variant: int, start: date, rounds: int) -> Journey:
        initiative = case.initiative or chance(self.seed, idea.key, "who").choice(idea.initiatives)
        draft = idea.draft()
        if rounds:
            draft.schedule(rounds, chance(self.seed, idea.key, "edits"))
        found = Journey(
            idea=idea,
            origin=case.origin,
            initiative=initiative,
            calendar=self.calendar,
            rng=chance(self.seed, idea.key, "journey", variant),
            draft=draft,
            day=start,
            chamber=case.origin,
        )
        for move in case.moves:
            move(found)
        return found

    def _is_lawful(self, found: Journey, idea: Idea, start: date) -> bool:
        """Whether all of it is past, and voted in the days when it had to be."""
        if found.day >= self.on or found.filed_on < EARLIEST:
            return False
        if idea.window:
            low, high = WINDOWS[idea.window]
            return all(low <= vote.day <= high for vote in found.votes[:1])
        return start > EARLIEST or found.filed_on >= EARLIEST


def is_by_senators(found: Journey) -> bool:
    return found.initiative is Initiative.MOTION and found.origin is Chamber.SENATE


def _is_older(law: Journey, day: date) -> bool:
    return law.published_on is not None and law.published_on < day


def _target_aim(target: date) -> Aim:
    def aim(found: Journey) -> int:
        days = (target - found.day).days
        return 0 if 0 <= days <= TOLERANCE else days

    return aim


def _window_aim(window: str) -> Aim | None:
    """Aim at the first vote of the Senate, for spans that are over."""
    if window not in CLOSED_WINDOWS:
        return None
    low, high = WINDOWS[window]

    def aim(found: Journey) -> int:
        day = found.votes[0].day
        if day < low:
            return (low - day).days + 2
        return min(0, (high - day).days - (2 if day > high else 0)) if day > high else 0

    return aim
