from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legislation.bills.deadlines import UrgencyState, clock, day_of, due_on, lapses_on
from legislation.bills.enums import UrgencyKind
from legislation.bills.urgency_rules import (
    CONFERENCE_ROWS,
    ROWS,
    DayCount,
    UrgencyRule,
    rule_for,
)

SUMA = UrgencyRule(UrgencyKind.SUMA, 15, "art. 27", "A")
WORKING = replace(SUMA, day_count=DayCount.WORKING)
TUESDAY = date(2026, 8, 4)

days = st.dates(date(1990, 3, 11), date(2100, 1, 1))
kinds = st.sampled_from(list(UrgencyKind))
rules = st.builds(
    replace,
    st.just(SUMA),
    days=st.integers(1, 40),
    day_count=st.sampled_from(list(DayCount)),
    notice_day_counts=st.booleans(),
)


@pytest.mark.parametrize(
    ("kind", "set_on", "days"),
    [
        (UrgencyKind.SIMPLE, date(2026, 8, 4), 30),
        (UrgencyKind.SUMA, date(2026, 8, 4), 15),
        (UrgencyKind.IMMEDIATE, date(2026, 8, 4), 6),
        (UrgencyKind.SUMA, date(2010, 7, 3), 15),
        (UrgencyKind.SUMA, date(2010, 7, 2), 10),
        (UrgencyKind.IMMEDIATE, date(2010, 7, 2), 3),
        (UrgencyKind.SIMPLE, date(2010, 7, 2), 30),
    ],
)
def test_an_urgency_gives_the_days_of_the_law_in_force_at_its_notice(
    kind: UrgencyKind, set_on: date, days: int
) -> None:
    rule = rule_for(kind, set_on)

    assert rule is not None
    assert rule.days == days


def test_a_bill_in_conference_has_shorter_terms() -> None:
    terms = [rule_for(kind, TUESDAY, CONFERENCE_ROWS) for kind in UrgencyKind]

    assert [term.days for term in terms if term] == [10, 5, 2]
    assert rule_for(UrgencyKind.SUMA, date(2010, 7, 2), CONFERENCE_ROWS) is None


@given(kinds, days)
def test_every_day_of_the_record_has_exactly_one_term_for_a_kind(
    kind: UrgencyKind, on: date
) -> None:
    assert len([row for row in ROWS if row.kind == kind and row.holds_on(on)]) == 1


def test_the_day_after_the_notice_is_day_one() -> None:
    assert due_on(SUMA, TUESDAY) == date(2026, 8, 19)
    assert [day_of(SUMA, TUESDAY, TUESDAY + timedelta(n)) for n in (-1, 0, 1, 14, 15, 16)] == [
        0,
        0,
        1,
        14,
        15,
        15,
    ]


def test_the_notice_itself_is_day_one_where_the_rule_says_so() -> None:
    rule = replace(SUMA, notice_day_counts=True)

    assert due_on(rule, TUESDAY) == date(2026, 8, 18)
    assert day_of(rule, TUESDAY, TUESDAY) == 1


def test_working_days_skip_weekends_and_holidays() -> None:
    assert due_on(WORKING, TUESDAY) == date(2026, 8, 25)
    assumption = date(2026, 8, 15)
    assert due_on(WORKING, TUESDAY, holidays={assumption}) == date(2026, 8, 25)
    assert due_on(WORKING, TUESDAY, holidays={date(2026, 8, 5)}) == date(2026, 8, 26)
    assert day_of(WORKING, TUESDAY, date(2026, 8, 9)) == 3


@pytest.mark.parametrize(
    ("set_on", "end"),
    [
        (date(2026, 3, 10), date(2026, 3, 10)),
        (date(2026, 3, 11), date(2027, 3, 10)),
        (date(2026, 1, 20), date(2026, 3, 10)),
        (date(2026, 8, 4), date(2027, 3, 10)),
        (date(2024, 2, 29), date(2024, 3, 10)),
    ],
)
def test_an_urgency_lapses_when_its_legislature_ends(set_on: date, end: date) -> None:
    assert lapses_on(set_on) == end


def test_the_end_of_the_legislature_comes_before_the_legal_term() -> None:
    set_on = date(2026, 3, 3)

    at_the_end = clock(SUMA, set_on, date(2026, 3, 10))
    afterwards = clock(SUMA, set_on, date(2026, 3, 11))

    assert (at_the_end.due_on, at_the_end.ends_on) == (date(2026, 3, 18), date(2026, 3, 10))
    assert (at_the_end.state, at_the_end.days_left) == (UrgencyState.ENDS_TODAY, 0)
    assert afterwards.state == UrgencyState.LAPSED


@pytest.mark.parametrize(
    ("on", "state", "left"),
    [
        (date(2026, 8, 3), UrgencyState.NOT_YET_RUNNING, 15),
        (date(2026, 8, 4), UrgencyState.RUNNING, 15),
        (date(2026, 8, 18), UrgencyState.RUNNING, 1),
        (date(2026, 8, 19), UrgencyState.ENDS_TODAY, 0),
        (date(2026, 8, 20), UrgencyState.EXPIRED, 0),
        (date(2027, 8, 20), UrgencyState.EXPIRED, 0),
    ],
)
def test_the_clock_runs_ends_and_expires(on: date, state: UrgencyState, left: int) -> None:
    running = clock(SUMA, TUESDAY, on)

    assert (running.state, running.days_left, running.days) == (state, left, 15)


def test_a_withdrawal_counts_from_its_day_and_only_before_the_end() -> None:
    withdrawn_on = date(2026, 8, 12)

    def state(on: date, withdrawn: date = withdrawn_on) -> UrgencyState:
        return clock(SUMA, TUESDAY, on, withdrawn_on=withdrawn).state

    assert state(date(2026, 8, 11)) == UrgencyState.RUNNING
    assert state(date(2026, 8, 12)) == UrgencyState.WITHDRAWN
    assert state(date(2026, 9, 12)) == UrgencyState.WITHDRAWN
    assert state(date(2026, 9, 12), date(2026, 8, 20)) == UrgencyState.EXPIRED


def test_a_term_lasts_at_least_a_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        replace(SUMA, days=0)


@given(rules, days)
def test_the_due_day_is_the_last_day_of_the_count(rule: UrgencyRule, set_on: date) -> None:
    due = due_on(rule, set_on)

    assert day_of(rule, set_on, due) == rule.days
    assert day_of(rule, set_on, due - timedelta(days=1)) == rule.days - 1


@given(rules, days, st.integers(0, 90))
def test_the_count_never_runs_back_or_past_its_end(
    rule: UrgencyRule, set_on: date, later: int
) -> None:
    today, tomorrow = (
        day_of(rule, set_on, set_on + timedelta(days=later + extra)) for extra in (0, 1)
    )

    assert 0 <= today <= tomorrow <= min(today + 1, rule.days)


@given(days)
def test_no_urgency_outlives_its_legislature(set_on: date) -> None:
    end = lapses_on(set_on)

    assert (end.month, end.day) == (3, 10)
    assert 0 <= (end - set_on).days <= 365
    assert clock(SUMA, set_on, end + timedelta(days=1)).state in (
        UrgencyState.LAPSED,
        UrgencyState.EXPIRED,
    )
