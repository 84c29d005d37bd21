"""How many days the law has given an urgent bill, as dated rows with their source.

Pure data: a migration loads the rows, and ``rule_for`` reads them the same way. Validity
days are inclusive; ``since`` is None where the sources consulted do not give the first
day.

30, 15 and 6 days are art. 27 as amended by Law 20.447 (Diario Oficial, 3 July 2010), the
law to which project S 1.500-09 adapts the Senate's standing orders. Those (art. 146) went
on printing 30, 10 and 3 days. The law prevails; the older numbers are kept for the days
before it, for which the standing orders are the only source at hand (confidence C).

The law says «days» and no more. They are counted as calendar days from the day after the
notice in the chamber: a thousand published withdrawals crowd just before such a term. Both
choices belong to the row, so that a ruling to the contrary changes data and not code.

The Budget bill takes no urgency (Reglamento del Senado, art. 145; Constitución, art. 67).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legislation.bills.enums import UrgencyKind

LAW_20447_FROM = date(2010, 7, 3)
BEFORE_LAW_20447 = date(2010, 7, 2)
ARTICLE_27 = "Ley 18.918, art. 27 (Ley 20.447)"
ARTICLE_28 = "Ley 18.918, art. 28"
STANDING_ORDERS = "Reglamento del Senado, art. 146"


class DayCount(StrEnum):
    """CALENDAR counts every day; WORKING skips Saturdays, Sundays and public holidays."""

    CALENDAR = "CALENDAR"
    WORKING = "WORKING"


@dataclass(frozen=True, slots=True)
class UrgencyRule:
    """A term of ``days`` and how they are counted, for urgencies set within its validity.

    ``notice_day_counts``: True makes the day of the notice day 1; False, the day after it.

    :raises ValueError: the term is shorter than a day
    """

    kind: UrgencyKind
    days: int
    citation: str
    confidence: str
    since: date | None = None
    until: date | None = None
    day_count: DayCount = DayCount.CALENDAR
    notice_day_counts: bool = False

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError("A term lasts at least one day.")

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


ROWS: tuple[UrgencyRule, ...] = (
    UrgencyRule(UrgencyKind.SIMPLE, 30, STANDING_ORDERS, "C", until=BEFORE_LAW_20447),
    UrgencyRule(UrgencyKind.SUMA, 10, STANDING_ORDERS, "C", until=BEFORE_LAW_20447),
    UrgencyRule(UrgencyKind.IMMEDIATE, 3, STANDING_ORDERS, "C", until=BEFORE_LAW_20447),
    UrgencyRule(UrgencyKind.SIMPLE, 30, ARTICLE_27, "A", since=LAW_20447_FROM),
    UrgencyRule(UrgencyKind.SUMA, 15, ARTICLE_27, "A", since=LAW_20447_FROM),
    UrgencyRule(UrgencyKind.IMMEDIATE, 6, ARTICLE_27, "A", since=LAW_20447_FROM),
)

# The conference committee, and then each chamber on its report (Ley 18.918, art. 28).
CONFERENCE_ROWS: tuple[UrgencyRule, ...] = (
    UrgencyRule(UrgencyKind.SIMPLE, 10, ARTICLE_28, "A", since=LAW_20447_FROM),
    UrgencyRule(UrgencyKind.SUMA, 5, ARTICLE_28, "A", since=LAW_20447_FROM),
    UrgencyRule(UrgencyKind.IMMEDIATE, 2, ARTICLE_28, "A", since=LAW_20447_FROM),
)


def rule_for(kind: str, set_on: date, rows: Iterable[UrgencyRule] = ROWS) -> UrgencyRule | None:
    """The term in force on the day of the notice; None where no row covers that day.

    :param kind: an ``UrgencyKind``
    :param rows: ``ROWS`` for a chamber, ``CONFERENCE_ROWS`` for a bill in conference
    """
    return next((row for row in rows if row.kind == kind and row.holds_on(set_on)), None)
