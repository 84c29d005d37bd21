"""Stories of the demonstration for its tests, told once however many tests ask."""

from __future__ import annotations

from datetime import date
from functools import cache

from legislation.bills.enums import BillKind
from legislation.bills.observed import ObservedBill
from senate.demonstration.composing import Plot, Story, conference_committees, plot, tell
from senate.demonstration.directory import Directory
from senate.demonstration.telling import BUDGET

SEED = 2026
MONDAY = date(2026, 11, 23)
# A new legislature, a Saturday of recess, a public holiday, after the next renewal.
OTHER_DAYS = (date(2027, 3, 12), date(2028, 2, 12), date(2028, 9, 18), date(2030, 5, 7))
DAYS = (MONDAY, *OTHER_DAYS)


@cache
def plot_of(day: date, seed: int = SEED) -> Plot:
    return plot(seed, day)


@cache
def story_of(day: date, seed: int = SEED) -> Story:
    return tell_anew(plot_of(day, seed))


def tell_anew(found: Plot) -> Story:
    committees = [one.key for one in found.duties.committees]
    names = [*committees, BUDGET, *conference_committees(found)]
    return tell(found, Directory.counted(found.members, names))


def of_kind(day: date, kind: BillKind) -> list[ObservedBill]:
    return [bill for bill in story_of(day).bills if bill.kind is kind]
