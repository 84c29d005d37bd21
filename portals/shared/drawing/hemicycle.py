"""The hemicycle: the chamber seat by seat.

Two orders. *By group*, a seat's place never changes and only its shape does, so that two votes
can be compared. *By answer*, seats are gathered by what was answered and the line of the
needed votes falls between two seats. Always accompany it with the roll call as a table.
"""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from portals.shared.drawing.strips import CELL_ORDER
from portals.shared.escaping import escaped
from portals.shared.language import language
from portals.shared.parts import Seat
from portals.shared.phrases import CHOICE_LABELS, said_needed

_INNER = 205.0
_ROW = 73.0
_MARK = 24.0
_CLEARANCE = 33.0
# Natural size on the page of one unit of the drawing: marks come out about 40 pixels wide.
_SCALE = 0.81
# Closest that two seats of a row may come before another row is opened.
_SPACING = 68.0


class _Spot(NamedTuple):
    angle: float
    radius: float


def hemicycle(
    *,
    id: str,  # noqa: A002 (the attribute's own name)
    seats: Sequence[Seat],
    title: str,
    description: str,
    figure: str = "",
    figure_label: str = "",
    figure_note: str = "",
    is_by_answer: bool = False,
    needed: int | None = None,
    is_labelled: bool = True,
) -> Markup:
    """Every seat with its answer, from left to right in the order given.

    By group, give the seats gathered by group: the first group sits at the left. By answer
    (``is_by_answer``) they are gathered here, and ``needed`` draws the line after that seat; a
    line beyond the last seat is not drawn. ``figure`` is the large number in the middle.
    """
    placed = _in_order(seats, is_by_answer)
    line_after = needed if is_by_answer and needed and needed < len(placed) else None
    spots = _spots(len(placed), line_after)
    outer = max((spot.radius for spot in spots), default=_INNER)
    center = (outer + 110.0, outer + 62.0)
    drawn = _drawn_seats(placed, spots, center)
    if is_labelled and not is_by_answer:
        drawn += _groups(placed, spots, outer, center)
    if line_after:
        drawn += _quorum_line(line_after, len(placed), outer, center)
    drawn += _middle(center, figure, figure_label, figure_note)
    width, height = center[0] * 2, center[1] + 32.0
    return Markup(
        f'<svg class="hemi" viewBox="0 0 {width:g} {height:g}" width="{width * _SCALE:.0f}"'
        f' height="{height * _SCALE:.0f}" role="img"'
        f' aria-labelledby="{escape(id)}-title {escape(id)}-desc">'
        f'<title id="{escape(id)}-title">{escape(title)}</title>'
        f'<desc id="{escape(id)}-desc">{escape(description)}</desc>{drawn}</svg>'
    )


def _in_order(seats: Sequence[Seat], is_by_answer: bool) -> Sequence[Seat]:
    if not is_by_answer:
        return seats
    return sorted(seats, key=lambda seat: CELL_ORDER.index(seat.choice))


def _rows(count: int) -> list[int]:
    """How many seats each row holds, the inner row first; rows share the seats by length."""
    rows = 1
    while sum(_capacity(row) for row in range(rows)) < count:
        rows += 1
    lengths = [_INNER + _ROW * row for row in range(rows)]
    return _shared_out(count, lengths)


def _capacity(row: int) -> int:
    return int(math.pi * (_INNER + _ROW * row) / _SPACING) + 1


def _shared_out(count: int, weights: Sequence[float]) -> list[int]:
    """Whole parts of ``count`` in proportion to the weights, by largest remainder."""
    total = sum(weights)
    exact = [count * weight / total for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: parts[i] - exact[i])
    for index in by_remainder[: count - sum(parts)]:
        parts[index] += 1
    return parts


@lru_cache(maxsize=256)
def _spots(count: int, line_after: int | None) -> list[_Spot]:
    """Where seats go, left to right; with a line, in two sectors that leave it free."""
    rows = _rows(count)
    if line_after is None:
        spots = [
            _Spot(angle, _INNER + _ROW * row)
            for row, seats in enumerate(rows)
            for angle in _spread(seats, math.pi, 0.0)
        ]
        return sorted(spots, key=_left_to_right)
    bend = _line_angle(line_after, count)
    lefts = _shared_out(line_after, [float(seats) for seats in rows])
    left: list[_Spot] = []
    right: list[_Spot] = []
    for row, seats in enumerate(rows):
        radius = _INNER + _ROW * row
        free = _CLEARANCE / radius
        left += [_Spot(a, radius) for a in _spread(lefts[row], math.pi, bend + free)]
        right += [_Spot(a, radius) for a in _spread(seats - lefts[row], bend - free, 0.0)]
    return sorted(left, key=_left_to_right) + sorted(right, key=_left_to_right)


def _left_to_right(spot: _Spot) -> tuple[float, float]:
    return -spot.angle, spot.radius


def _spread(count: int, start: float, stop: float) -> list[float]:
    """Angles for seats evenly from one end to the other; a single seat takes the middle."""
    if count == 1:
        return [(start + stop) / 2]
    return [start + (stop - start) * i / (count - 1) for i in range(count)]


def _line_angle(line_after: int, count: int) -> float:
    """Where the line stands: each side has room in proportion to the spaces between its seats."""
    rows = len(_rows(count))
    least = _CLEARANCE / _INNER
    spaces = max(count - 2 * rows, 1)
    on_the_right = min(max(count - line_after - rows, 0), spaces)
    return least + (math.pi - 2 * least) * on_the_right / spaces


def _drawn_seats(seats: Sequence[Seat], spots: Sequence[_Spot], center: tuple[float, float]) -> str:
    labels = {choice: str(escape(label)) for choice, label in CHOICE_LABELS.items()}
    drawn = []
    for seat, spot in zip(seats, spots, strict=True):
        group = f" ({escaped(seat.group)})" if seat.group else ""
        drawn.append(
            f"{_seat_mark(seat.choice.lower(), spot, center)}"
            f"<title>{escaped(seat.name)}{group}: {labels[seat.choice]}</title></use>"
        )
    return "".join(drawn)


@lru_cache(maxsize=4096)
def _seat_mark(code: str, spot: _Spot, center: tuple[float, float]) -> str:
    x, y = _at(spot, center)
    return (
        f'<use href="#m-{code}" class="c-{code}" x="{x - _MARK:.1f}" y="{y - _MARK:.1f}"'
        f' width="{_MARK * 2:g}" height="{_MARK * 2:g}">'
    )


def _at(spot: _Spot, center: tuple[float, float]) -> tuple[float, float]:
    return (
        center[0] + spot.radius * math.cos(spot.angle),
        center[1] - spot.radius * math.sin(spot.angle),
    )


def _groups(
    seats: Sequence[Seat], spots: Sequence[_Spot], outer: float, center: tuple[float, float]
) -> str:
    """An arc over each group with its short name, pushed apart where groups are small."""
    spans: list[tuple[str, float, float]] = []
    position = 0
    for group, members in groupby(seats, key=lambda seat: seat.group):
        size = len(list(members))
        mine = spots[position : position + size]
        position += size
        if group:
            spans.append((f"{group} {size}", mine[0].angle, mine[-1].angle))
    middles = [(start + stop) / 2 for _words, start, stop in spans]
    drawn = _arcs([(start, stop) for _words, start, stop in spans], outer + 36.0, center)
    for (words, _start, _stop), angle in zip(spans, _apart(middles), strict=True):
        x, y = _at(_Spot(angle, outer + 46.0), center)
        anchor = _anchor(angle)
        drawn += (
            f'<text class="hemi__lbl" x="{x:.0f}" y="{y + 5:.0f}" text-anchor="{anchor}">'
            f"{escape(words)}</text>"
        )
    return drawn


def _anchor(angle: float) -> str:
    """Which end of a label touches the arc."""
    side = math.cos(angle)
    return "end" if side < -0.2 else "start" if side > 0.2 else "middle"


def _arcs(spans: Sequence[tuple[float, float]], radius: float, center: tuple[float, float]) -> str:
    """One arc a group, meeting its neighbours half way and leaving a gap between them."""
    path = ""
    for index, (start, stop) in enumerate(spans):
        left = (spans[index - 1][1] + start) / 2 - 0.012 if index else start + 0.05
        right = (stop + spans[index + 1][0]) / 2 + 0.012 if index + 1 < len(spans) else stop - 0.05
        (x1, y1), (x2, y2) = _at(_Spot(left, radius), center), _at(_Spot(right, radius), center)
        path += f"M{x1:.1f} {y1:.1f}A{radius:g} {radius:g} 0 0 1 {x2:.1f} {y2:.1f}"
    return f'<path class="hemi__arc" d="{path}"/>' if path else ""


def _apart(angles: Sequence[float]) -> list[float]:
    """The same angles, descending, none closer to the one before than a label needs."""
    if not angles:
        return []
    least = min(0.15, math.pi / max(len(angles) - 1, 1))
    pushed: list[float] = []
    for angle in angles:
        pushed.append(min(angle, pushed[-1] - least) if pushed else angle)
    overflow = max(0.0, 0.0 - pushed[-1])
    eased = [pushed[-1] + overflow]
    for angle in reversed(pushed[:-1]):
        eased.append(max(angle, eased[-1] + least))
    return eased[::-1]


def _quorum_line(line_after: int, count: int, outer: float, center: tuple[float, float]) -> str:
    angle = _line_angle(line_after, count)
    x1, y1 = _at(_Spot(angle, _INNER - 36.0), center)
    x2, y2 = _at(_Spot(angle, outer + 36.0), center)
    tx, ty = _at(_Spot(angle, outer + 46.0), center)
    words = escape(said_needed(line_after, language()))
    return (
        f'<path class="u-need hemi__need" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>'
        f'<text class="hemi__needtxt" x="{tx:.0f}" y="{ty:.0f}" text-anchor="{_anchor(angle)}">'
        f"{words}</text>"
    )


def _middle(center: tuple[float, float], figure: str, label: str, note: str) -> str:
    """The figure in the well of the chamber, with what it counts and out of how many."""
    lines = (("hemi__big", figure, -52), ("hemi__mid", label, -20), ("hemi__sub", note, 6))
    return "".join(
        f'<text class="{name}" x="{center[0]:g}" y="{center[1] + lift:g}" text-anchor="middle">'
        f"{escape(text)}</text>"
        for name, text, lift in lines
        if text
    )
