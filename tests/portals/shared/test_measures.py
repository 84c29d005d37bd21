import re

import pytest

from portals.shared.drawing.measures import attendance_strokes, bar, is_alarming, urgency_ruler
from tests.portals.shared.conftest import drawing

pytestmark = pytest.mark.usefixtures("english")


def squares(svg, name):
    paths = [p for p in drawing(svg).iter("path") if name in p.get("class").split()]
    return sum(len(re.findall("M", path.get("d"))) for path in paths)


@pytest.mark.parametrize(("day", "total"), [(1, 15), (11, 15), (15, 15), (5, 6), (22, 30)])
def test_each_day_of_the_term_is_one_square(day, total):
    ruler = urgency_ruler(day=day, total=total)
    assert (squares(ruler, "r-past"), squares(ruler, "r-now"), squares(ruler, "r-next")) == (
        day - 1,
        1,
        total - day,
    )
    assert drawing(ruler).get("aria-label") == f"Day {day} of {total}"


@pytest.mark.parametrize(
    ("day", "is_red"), [(12, False), (13, True), (14, True), (15, True), (16, True)]
)
def test_two_days_from_the_end_the_present_day_turns_red(day, is_red):
    assert ("r-now--red" in urgency_ruler(day=day, total=15)) is is_red
    assert is_alarming(day=day, total=15) is is_red


def test_past_the_term_every_square_is_spent_and_a_red_one_stands_beyond():
    ruler = urgency_ruler(day=33, total=30)
    assert (squares(ruler, "r-past"), squares(ruler, "r-now--red"), squares(ruler, "r-next")) == (
        30,
        1,
        0,
    )
    assert drawing(ruler).get("aria-label") == "Expired: day 33 of a term of 30"


def test_before_the_term_begins_no_day_is_present():
    ruler = urgency_ruler(day=0, total=6)
    assert (squares(ruler, "r-past"), squares(ruler, "r-now"), squares(ruler, "r-next")) == (
        0,
        0,
        6,
    )


def test_a_bar_is_as_long_as_its_share_and_the_median_is_marked():
    shape = drawing(bar(value=3, total=4, median=2, label="3 of 4"))
    assert [r.get("width") for r in shape.iter("rect")] == ["399", "300.0"]
    assert "M200.0 " in shape.find("path").get("d")


def test_a_bar_of_nothing_has_no_length():
    assert 'width="0.0"' in bar(value=0, total=0, label="none", median=0)


def test_there_is_one_stroke_for_each_session():
    codes = ["PRESENT"] * 21 + ["ABSENT"] * 2 + ["EXCUSED"] + ["UNKNOWN"]
    strokes = attendance_strokes(sessions=codes, label="21 of 23")
    found = {
        code: squares(strokes, f"att-{code.lower()}")
        for code in ("PRESENT", "ABSENT", "EXCUSED", "UNKNOWN")
    }
    assert found == {"PRESENT": 21, "ABSENT": 2, "EXCUSED": 1, "UNKNOWN": 1}
    assert drawing(strokes).get("aria-label") == "21 of 23"


def test_an_unknown_code_of_attendance_is_refused():
    with pytest.raises(KeyError):
        attendance_strokes(sessions=["SOMETIMES"], label="")
