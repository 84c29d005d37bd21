"""The line of the needed votes falls exactly after the needed seat, whatever the numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portals.shared.drawing.strips import (
    group_strip,
    quorum_strip,
    seat_strip,
    seat_strip_small,
)
from tests.portals.shared.conftest import drawing

pytestmark = pytest.mark.usefixtures("english")

FIFTY = {"YES": 30, "NO": 12, "ABSTAIN": 3, "PAIRED": 2, "RECUSED": 1, "ABSENT": 2}
CELL_CLASSES = {"u-yes", "u-no", "u-abstain", "u-paired", "u-recused", "u-pending", "u-absent", "u-none"}  # fmt: skip

counts_of_votes = st.fixed_dictionaries(
    {choice: st.integers(0, 25) for choice in ("YES", "NO", "ABSTAIN", "PAIRED", "ABSENT")}
).filter(lambda counts: sum(counts.values()) > 0)


def cells(strip):
    """Left upper corners of all cells, with their class, by row and from left to right."""
    found = []
    for path in drawing(strip).iter("path"):
        if path.get("class") in CELL_CLASSES:
            corners = re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path.get("d"))
            found += [(int(float(y)), float(x), path.get("class")) for x, y in corners]
    return sorted(found)


def line(strip):
    """The stretches of the line, from top to bottom: (x, y from, y to)."""
    [path] = [p for p in drawing(strip).iter("path") if p.get("class") == "u-need"]
    numbers = [float(n) for n in re.findall(r"[\d.]+", path.get("d"))]
    if len(numbers) == 3:
        return [tuple(numbers)]
    x1, y1, y2, x2, y3 = numbers
    return [(x1, y1, y2), (x2, y2, y3)]


def seats_before_line(strip):
    stretches = line(strip)
    return sum(
        1
        for y, x, _name in cells(strip)
        if x < next(lx for lx, top, bottom in reversed(stretches) if top <= y + 1)
    )


def no_cell_is_crossed(strip, width):
    return all(
        not (x < lx < x + width)
        for y, x, _name in cells(strip)
        for lx, top, bottom in line(strip)
        if top <= y + 1 < bottom
    )


@pytest.mark.parametrize("draw", [seat_strip, seat_strip_small])
def test_the_line_of_26_of_50_falls_after_the_26th_seat(draw):
    strip = draw(counts=FIFTY, needed=26)
    assert len(cells(strip)) == 50
    assert seats_before_line(strip) == 26


@pytest.mark.parametrize("draw", [seat_strip, seat_strip_small])
def test_the_line_of_17_of_33_falls_after_the_17th_seat(draw):
    strip = draw(counts={"YES": 15, "NO": 14, "ABSTAIN": 4}, needed=17)
    assert len(cells(strip)) == 33
    assert seats_before_line(strip) == 17


def test_an_odd_number_makes_the_line_of_two_rows_take_a_step():
    assert len(line(seat_strip_small(counts=FIFTY, needed=25))) == 2
    assert len(line(seat_strip_small(counts=FIFTY, needed=26))) == 1


@pytest.mark.parametrize("draw", [seat_strip, seat_strip_small])
def test_without_a_needed_number_there_is_no_line(draw):
    strip = draw(counts=FIFTY)
    assert "u-need" not in strip
    assert "needed" not in strip


@given(counts=counts_of_votes, needed=st.integers(1, 80), seats=st.none() | st.integers(1, 60))
def test_the_line_falls_after_the_needed_seat_for_any_numbers(counts, needed, seats):
    for draw, width in ((seat_strip, 13), (seat_strip_small, 9)):
        strip = draw(counts=counts, needed=needed, seats=seats)
        assert len(cells(strip)) == max(sum(counts.values()), needed, seats or 0)
        assert seats_before_line(strip) == needed
        assert no_cell_is_crossed(strip, width)


@given(counts=counts_of_votes)
def test_there_is_one_cell_for_each_answer_and_no_other(counts):
    names = [name for _y, _x, name in cells(seat_strip(counts=counts))]
    assert {name: names.count(name) for name in set(names)} == {
        f"u-{choice.lower()}": number for choice, number in counts.items() if number
    }


def test_cells_run_from_in_favour_to_absent():
    names = [name for _y, _x, name in cells(seat_strip(counts=FIFTY))]
    assert names == (
        ["u-yes"] * 30 + ["u-abstain"] * 3 + ["u-paired"] * 2 + ["u-recused"]
        + ["u-no"] * 12 + ["u-absent"] * 2
    )  # fmt: skip


def test_seats_without_a_record_are_drawn_and_said():
    strip = seat_strip(counts={"YES": 20, "NO": 10}, needed=26, seats=50)
    assert [name for _y, _x, name in cells(strip)].count("u-none") == 20
    assert drawing(strip).get("aria-label") == (
        "20 in favour, 10 against, 20 without a record; 26 needed"
    )


def test_a_strip_says_what_it_shows():
    label = drawing(seat_strip_small(counts=FIFTY, needed=26)).get("aria-label")
    assert label == (
        "30 in favour, 12 against, 3 abstentions, 2 paired, 1 recused, 2 absent; 26 needed"
    )


def test_a_label_given_by_the_page_is_escaped():
    assert 'aria-label="&lt;b&gt; &#34;x&#34;"' in seat_strip(counts=FIFTY, label='<b> "x"')


def test_the_strip_of_a_party_is_silent_because_its_figures_speak():
    party = drawing(group_strip(counts={"YES": 3, "NO": 1}))
    assert party.get("aria-hidden") == "true"
    assert party.get("width") == "46"


def test_a_party_without_seats_is_an_empty_strip():
    assert cells(group_strip(counts={})) == []


def test_the_strip_of_a_vote_comes_in_one_row_and_in_two():
    both = quorum_strip(counts=FIFTY, needed=26, seats=50)
    assert both.count("26 needed</text>") == 2
    assert both.index("only-wide") < both.index("only-narrow")
