from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legislation.votes.counting import needed_of
from legislation.votes.enums import Base
from legislation.votes.majorities import (
    ROWS,
    DatedMajority,
    Majority,
    rule_for,
    rule_from_printed,
)

TODAY = date(2026, 8, 12)


@pytest.mark.parametrize(
    ("matter", "on", "needed"),
    [
        (Majority.ORGANIC, date(2023, 1, 26), 29),
        (Majority.ORGANIC, date(2023, 1, 27), 26),
        (Majority.QUALIFIED_QUORUM, date(2023, 1, 26), 26),
        (Majority.QUALIFIED_QUORUM, date(2023, 1, 27), 26),
        (Majority.CONSTITUTIONAL_REFORM, date(2022, 8, 22), 30),
        (Majority.CONSTITUTIONAL_REFORM, date(2022, 8, 23), 29),
        (Majority.CONSTITUTIONAL_REFORM_ENTRENCHED, date(2022, 8, 22), 34),
        (Majority.CONSTITUTIONAL_REFORM_ENTRENCHED, date(2022, 8, 23), 29),
        (Majority.INTERPRETATIVE, date(2022, 8, 22), 30),
        (Majority.INTERPRETATIVE, date(2022, 8, 23), 29),
        (Majority.INTERPRETATIVE, date(2023, 1, 27), 29),
        (Majority.ACCUSATION, TODAY, 26),
        (Majority.ACCUSATION_OF_THE_PRESIDENT, TODAY, 34),
        (Majority.THREE_FIFTHS_IN_OFFICE, TODAY, 30),
        (Majority.TWO_THIRDS_IN_OFFICE, TODAY, 34),
        (Majority.THREE_QUARTERS_IN_OFFICE, TODAY, 38),
        (Majority.ABSOLUTE_IN_OFFICE, TODAY, 26),
    ],
)
def test_fifty_senators_need_what_the_law_asked_that_day(
    matter: Majority, on: date, needed: int
) -> None:
    rule = rule_for(matter, on)

    assert rule is not None
    assert rule.base == Base.IN_OFFICE
    assert needed_of(rule, 50) == needed


def test_the_law_that_changed_a_majority_is_cited_from_its_first_day() -> None:
    before, after = (
        rule_for(Majority.ORGANIC, day) for day in (date(2023, 1, 26), date(2023, 1, 27))
    )

    assert before is not None
    assert after is not None
    assert before.citation == "Constitución, art. 66"
    assert after.citation == "Constitución, art. 66 (Ley 21.535)"


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Mayoría simple", Majority.SIMPLE),
        ("Q.C.", Majority.QUALIFIED_QUORUM),
        ("Cuatro séptimos Q.C.", Majority.FOUR_SEVENTHS_IN_OFFICE),
        ("Tres quintos Q.C.", Majority.THREE_FIFTHS_IN_OFFICE),
        ("Dos tercios Q.C.", Majority.TWO_THIRDS_IN_OFFICE),
        ("Dos tercios", Majority.TWO_THIRDS_PRESENT),
        ("  dos  tercios\n", Majority.TWO_THIRDS_PRESENT),
    ],
)
def test_a_printed_quorum_is_read(printed: str, code: Majority) -> None:
    assert rule_from_printed(printed, TODAY) == code


@pytest.mark.parametrize("printed", ["", "Q.C", "Dos tercios QC", "Quorum especial", "Mayoria"])
def test_an_unfamiliar_quorum_is_not_guessed(printed: str) -> None:
    assert rule_from_printed(printed, TODAY) is None


def test_a_quorum_that_no_row_holds_that_day_is_unknown() -> None:
    later = [row for row in ROWS if row.since == date(2023, 1, 27)]

    assert rule_from_printed("Q.C.", date(2023, 1, 26), later) is None
    assert rule_from_printed("Q.C.", date(2023, 1, 27), later) == Majority.QUALIFIED_QUORUM
    assert rule_for("NO_SUCH_MATTER", TODAY) is None


def _overlap(one: DatedMajority, other: DatedMajority) -> bool:
    first, last = date.min, date.max
    return max(one.since or first, other.since or first) <= min(
        one.until or last, other.until or last
    )


def test_a_matter_has_one_majority_at_a_time() -> None:
    pairs = combinations(ROWS, 2)

    assert [a.rule.code for a, b in pairs if a.rule.code == b.rule.code and _overlap(a, b)] == []


@given(st.sampled_from(list(Majority)), st.dates(date(1990, 3, 11), date(2100, 1, 1)))
def test_every_matter_has_a_majority_on_every_day_of_the_record(matter: Majority, on: date) -> None:
    assert rule_for(matter, on) is not None


def test_a_row_ends_the_day_before_its_successor_begins() -> None:
    ends = {(row.rule.code, row.until) for row in ROWS if row.until}
    begins = {(row.rule.code, row.since - timedelta(days=1)) for row in ROWS if row.since}

    assert ends == begins


def test_every_row_says_where_it_comes_from_and_how_sure_it_is() -> None:
    assert {row.confidence for row in ROWS} <= {"A", "B", "C"}
    assert all(row.rule.citation and row.rule.name for row in ROWS)
    assert all(0 < row.rule.numerator < row.rule.denominator for row in ROWS)
