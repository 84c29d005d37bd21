"""When an urgency ends: pure arithmetic on days and dated rules.

An urgency runs from the day of its notice (Cuenta) in the chamber that holds the bill
(Ley 18.918, art. 27) and lapses, whatever days are left, at the end of the yearly
legislature on 10 March (art. 29). ``set_on`` is always the day of that notice.

Not decided here: the consents of article 53 N° 5 of the Constitution survive the end of
the legislature (art. 29), and the Budget bill takes no urgency; callers leave both out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legislation.bills.urgency_rules import DayCount, UrgencyRule

LAST_DAY_OF_LEGISLATURE = (3, 10)
ONE_DAY = timedelta(days=1)
SATURDAY = 5


class UrgencyState(StrEnum):
    NOT_YET_RUNNING = "NOT_YET_RUNNING"
    RUNNING = "RUNNING"
    ENDS_TODAY = "ENDS_TODAY"
    EXPIRED = "EXPIRED"
    LAPSED = "LAPSED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, slots=True)
class UrgencyClock:
    """Where an urgency stands on a day.

    ``day`` of ``days``: 0 on the day of the notice if counting starts the day after, and
    never more than ``days``. ``due_on`` is the last day of the legal term; ``ends_on`` is
    earlier where the legislature ends first. ``days_left`` is calendar days to ``ends_on``,
    0 on that day and afterwards.
    """

    day: int
    days: int
    due_on: date
    ends_on: date
    days_left: int
    state: UrgencyState


def lapses_on(set_on: date) -> date:
    """The 10 March that ends the legislature of that day (Ley 18.918, arts. 6 and 29).

    The urgency is still alive on it and dead on the 11th.
    """
    month, day = LAST_DAY_OF_LEGISLATURE
    this_year = date(set_on.year, month, day)
    return this_year if set_on <= this_year else date(set_on.year + 1, month, day)


def due_on(rule: UrgencyRule, set_on: date, *, holidays: Collection[date] = ()) -> date:
    """The last day of the term: its day number ``rule.days``.

    :param holidays: public holidays; they matter only to rows counted in working days
    """
    day = set_on if rule.notice_day_counts else set_on + ONE_DAY
    if rule.day_count is DayCount.CALENDAR:
        return day + (rule.days - 1) * ONE_DAY
    left = rule.days
    while True:
        left -= _counts(rule, day, holidays)
        if left == 0:
            return day
        day += ONE_DAY


def day_of(rule: UrgencyRule, set_on: date, on: date, *, holidays: Collection[date] = ()) -> int:
    """Which day of the term it is: 0 before day 1, and the last day's number ever after."""
    first = set_on if rule.notice_day_counts else set_on + ONE_DAY
    elapsed = max(0, (on - first).days + 1)
    if rule.day_count is DayCount.CALENDAR:
        return min(elapsed, rule.days)
    days = (first + number * ONE_DAY for number in range(elapsed))
    return min(sum(_counts(rule, day, holidays) for day in days), rule.days)


def clock(
    rule: UrgencyRule,
    set_on: date,
    on: date,
    *,
    withdrawn_on: date | None = None,
    holidays: Collection[date] = (),
) -> UrgencyClock:
    """Everything a page says of an urgency on a day.

    :param withdrawn_on: the day the President withdrew it, if ever; effective that day
        (Ley 18.918, art. 27). A withdrawal after the end changes nothing.
    """
    due = due_on(rule, set_on, holidays=holidays)
    ends = min(due, lapses_on(set_on))
    return UrgencyClock(
        day=day_of(rule, set_on, on, holidays=holidays),
        days=rule.days,
        due_on=due,
        ends_on=ends,
        days_left=max(0, (ends - max(on, set_on)).days),
        state=_state(set_on, on, due, ends, withdrawn_on),
    )


def _state(
    set_on: date, on: date, due: date, ends: date, withdrawn_on: date | None
) -> UrgencyState:
    if on < set_on:
        return UrgencyState.NOT_YET_RUNNING
    if withdrawn_on is not None and withdrawn_on <= min(on, ends):
        return UrgencyState.WITHDRAWN
    if on > ends:
        return UrgencyState.LAPSED if ends < due else UrgencyState.EXPIRED
    return UrgencyState.ENDS_TODAY if on == ends else UrgencyState.RUNNING


def _counts(rule: UrgencyRule, day: date, holidays: Collection[date]) -> bool:
    if rule.day_count is DayCount.CALENDAR:
        return True
    return day.weekday() < SATURDAY and day not in holidays
