import math
from itertools import pairwise

import pytest

from portals.shared.drawing.hemicycle import hemicycle
from portals.shared.parts import Seat
from tests.portals.shared.conftest import drawing

pytestmark = pytest.mark.usefixtures("english")

MARK = 48.0


def chamber(count, in_favour=0):
    return [
        Seat(f"Senator {i}", f"P{i * 6 // count}", "YES" if i < in_favour else "NO")
        for i in range(count)
    ]


def draw(seats, **more):
    return hemicycle(id="h", seats=seats, title="The floor", description="In words.", **more)


def centers(svg):
    return [
        (float(use.get("x")) + MARK / 2, float(use.get("y")) + MARK / 2)
        for use in drawing(svg).iter("use")
    ]


def line_of(svg):
    [path] = [p for p in drawing(svg).iter("path") if "hemi__need" in p.get("class")]
    start, stop = path.get("d")[1:].split("L")
    return [tuple(float(n) for n in end.split()) for end in (start, stop)]


def side_of_line(point, line):
    """Positive when the point lies to the left of the line going outwards."""
    (x1, y1), (x2, y2) = line
    return ((x2 - x1) * (y1 - point[1]) + (y2 - y1) * (point[0] - x1)) / math.dist(*line)


@pytest.mark.parametrize("count", [1, 2, 5, 9, 10, 23, 38, 43, 50, 60])
def test_every_seat_is_drawn_once_and_none_covers_another(count):
    found = centers(draw(chamber(count)))
    assert len(found) == count
    gaps = [math.dist(a, b) for i, a in enumerate(found) for b in found[:i]]
    assert min(gaps, default=MARK) >= MARK


def test_a_chamber_without_seats_is_still_a_drawing():
    assert centers(draw([])) == []


@pytest.mark.parametrize(
    ("count", "needed"),
    [(50, 26), (50, 29), (50, 34), (33, 17), (43, 22), (5, 3), (38, 1), (40, 39)],
)
def test_ordered_by_answer_the_line_falls_after_the_needed_seat(count, needed):
    svg = draw(chamber(count, in_favour=count // 2), is_by_answer=True, needed=needed)
    sides = [side_of_line(point, line_of(svg)) for point in centers(svg)]
    assert [side > 0 for side in sides] == [True] * needed + [False] * (count - needed)
    assert min(abs(side) for side in sides) > MARK / 2


def test_by_answer_those_in_favour_come_first():
    seats = [Seat("a", "P", "NO"), Seat("b", "P", "YES"), Seat("c", "P", "ABSENT")]
    uses = drawing(draw(seats, is_by_answer=True)).iter("use")
    assert [use.get("href") for use in uses] == ["#m-yes", "#m-no", "#m-absent"]


@pytest.mark.parametrize("needed", [None, 50, 60])
def test_no_line_is_drawn_where_there_is_no_seat_after_it(needed):
    assert "hemi__need" not in draw(chamber(50), is_by_answer=True, needed=needed)


def test_by_group_there_is_no_line_and_each_group_is_labelled_with_its_size():
    svg = draw(chamber(48), needed=26)
    assert "hemi__need" not in svg
    labels = [t.text for t in drawing(svg).iter("text") if t.get("class") == "hemi__lbl"]
    assert labels == [f"P{i} 8" for i in range(6)]


def test_the_labels_of_many_small_groups_stay_apart():
    seats = [Seat(str(i), f"G{i // 2}", "YES") for i in range(36)]
    labels = [
        (float(t.get("x")), float(t.get("y")))
        for t in drawing(draw(seats)).iter("text")
        if t.get("class") == "hemi__lbl"
    ]
    assert len(labels) == 18
    assert min(math.dist(a, b) for a, b in pairwise(labels)) >= 40


def test_the_place_of_a_seat_does_not_depend_on_the_answer():
    assert centers(draw(chamber(50, in_favour=50))) == centers(draw(chamber(50)))


def test_it_is_an_image_with_a_title_and_a_description():
    svg = drawing(draw(chamber(3)))
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "h-title h-desc"
    assert [(svg.find(tag).get("id"), svg.find(tag).text) for tag in ("title", "desc")] == [
        ("h-title", "The floor"),
        ("h-desc", "In words."),
    ]


def test_names_are_escaped():
    svg = draw([Seat('A<b>&"c', "P<", "YES")])
    [use] = drawing(svg).iter("use")
    assert use.find("title").text == 'A<b>&"c (P<): Yes'
    assert "<b>" not in svg
