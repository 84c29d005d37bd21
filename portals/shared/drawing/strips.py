"""Strips: seats in a row, one cell a seat, with the line of the votes that were needed.

Cells run from the answers in favour to those who were not there. The line falls exactly
after the needed vote, so that being to its right or to its left can be seen and counted.
"""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.phrases import said_needed, spoken_counts

# What adds to a «yes», what does not, what is against, what was not there.
CELL_ORDER = ("YES", "ABSTAIN", "PAIRED", "RECUSED", "PENDING", "NO", "ABSENT")

# The gap that opens for the line, in the drawing's own units.
_LINE_GAP = 6.0

_SMALL = 9.0
_SMALL_STEP = 11.0


class _Grid(NamedTuple):
    """Where cells go: rows (one or two), size of a cell, and the needed number that opens a gap."""

    rows: int
    width: float
    height: float
    step: float
    rise: float
    ten: float
    top: float
    needed: int

    def place(self, index: int) -> tuple[float, float]:
        column = index // self.rows
        shift = _LINE_GAP if self.needed and index >= self.needed else 0.0
        x = column * self.step + (index // 10) * self.ten + shift
        return x, self.top + (index % self.rows) * self.rise


def seat_strip(
    *,
    counts: Mapping[str, int],
    needed: int | None = None,
    seats: int | None = None,
    label: str | None = None,
) -> Markup:
    """All seats in one row, with the written line of the needed votes. For wide places.

    ``seats`` is how many are in office: cells without a recorded answer fill up to it.
    """
    grid = _Grid(1, 13.0, 30.0, 16.0, 0.0, 4.0, 26.0 if needed else 0.0, needed or 0)
    drawn, count = _painted(grid, counts, seats)
    total, bottom = grid.place(max(count - 1, 0))[0] + grid.width, grid.top + grid.height
    if needed:
        x = grid.place(needed - 1)[0] + grid.width + (_LINE_GAP + grid.step - grid.width) / 2
        if needed % 10 == 0 and needed < count:
            x += grid.ten / 2
        total, bottom = max(total, x + 1), bottom + 5
        drawn += f'<path class="u-need" d="M{x:g} 4V{bottom:g}"/>'
        drawn += _line_label(said_needed(needed, language()), x, 16.0, total, "u-needtxt")
    words = label or described_strip(counts, needed, seats, language())
    return _svg("strip", total, bottom, drawn, words)


def seat_strip_small(
    *,
    counts: Mapping[str, int],
    needed: int | None = None,
    seats: int | None = None,
    label: str | None = None,
    is_labelled: bool = False,
) -> Markup:
    """Seats in two rows, for lists and telephones.

    Seats fill column by column; when the needed number is odd the line takes a step, so that
    it still falls exactly after the needed seat.
    """
    return small_strip_in(counts, needed, seats, language(), label, is_labelled)


def small_strip_in(
    counts: Mapping[str, int],
    needed: int | None,
    seats: int | None,
    tongue: str,
    label: str | None = None,
    is_labelled: bool = False,
) -> Markup:
    """The same, for lists that already know the language."""
    # An odd number needs room between the rows for the line's step.
    rise = 13.0 if needed and needed % 2 else _SMALL_STEP
    top = 20.0 if needed and is_labelled else 5.0 if needed else 0.0
    grid = _Grid(2, _SMALL, _SMALL, _SMALL_STEP, rise, 0.0, top, needed or 0)
    drawn, count = _painted(grid, counts, seats)
    total, bottom = ((count + 1) // 2) * _SMALL_STEP - 2, top + rise + _SMALL
    if needed:
        x = ((needed - 1) // 2) * _SMALL_STEP + _SMALL + (_LINE_GAP + _SMALL_STEP - _SMALL) / 2
        total, bottom = total + _LINE_GAP, bottom + 5
        drawn += f'<path class="u-need" d="{_stepped_line(needed, x, top, bottom)}"/>'
        if is_labelled:
            name = "u-needtxt u-needtxt--small"
            drawn += _line_label(said_needed(needed, tongue), x, 11.0, total, name)
    words = label or described_strip(counts, needed, seats, tongue)
    return _svg("strip strip--small", total, bottom, drawn, words)


def quorum_strip(
    *, counts: Mapping[str, int], needed: int | None = None, seats: int | None = None
) -> Markup:
    """The strip of a vote's own page: one row where there is room, two rows on a telephone."""
    wide = seat_strip(counts=counts, needed=needed, seats=seats)
    narrow = seat_strip_small(counts=counts, needed=needed, seats=seats, is_labelled=True)
    return Markup(
        f'<div class="quorum"><div class="only-wide">{wide}</div>'
        f'<div class="only-narrow">{narrow}</div></div>'
    )


def group_strip(*, counts: Mapping[str, int]) -> Markup:
    """A party's or region's seats beside its figures; the figures are the words, so it is silent."""
    drawn, count = _painted(_Grid(1, 10.0, 18.0, 12.0, 0.0, 0.0, 0.0, 0), counts, None)
    width = max(count * 12 - 2, 1)
    return Markup(
        f'<svg class="pstrip" width="{width}" height="18" viewBox="0 0 {width} 18"'
        f' aria-hidden="true">{drawn}</svg>'
    )


def described_strip(
    counts: Mapping[str, int], needed: int | None, seats: int | None, tongue: str
) -> str:
    """What a strip shows, in words."""
    words = spoken_counts(counts, tongue)
    unrecorded = (seats or 0) - sum(counts.values())
    if unrecorded > 0:
        words += ", " + _("%(n)d without a record") % {"n": unrecorded}
    if needed is not None:
        words += "; " + said_needed(needed, tongue)
    return words


def _painted(grid: _Grid, counts: Mapping[str, int], seats: int | None) -> tuple[str, int]:
    """The cells, one path for each kind, and how many they are.

    Seats of which nothing is recorded come last, as empty cells.
    """
    total = max(sum(counts.values()), seats or 0, grid.needed)
    cells = _cells(grid, -(-total // 64) * 64)
    drawn, start = "", 0
    for choice in CELL_ORDER:
        stop = start + counts.get(choice, 0)
        if stop > start:
            boxes = cells.full if choice in ("YES", "NO") else cells.hollow
            drawn += f'<path class="u-{choice.lower()}" d="{"".join(boxes[start:stop])}"/>'
            if choice in cells.signs:
                sign = "".join(cells.signs[choice][start:stop])
                drawn += f'<path class="{_SIGN_CLASSES[choice]}" d="{sign}"/>'
            start = stop
    if start < total:
        drawn += f'<path class="u-none" d="{"".join(cells.hollow[start:total])}"/>'
    return drawn, total


class _Cells(NamedTuple):
    """For each place of a grid: the box of a full cell, of a hollow one, and each answer's sign."""

    full: list[str]
    hollow: list[str]
    signs: dict[str, list[str]]


@lru_cache(maxsize=512)
def _cells(grid: _Grid, count: int) -> _Cells:
    """The pieces of every strip on a grid: drawn once, then joined."""
    w, h = grid.width, grid.height
    places = [grid.place(index) for index in range(count)]
    return _Cells(
        full=[f"M{x:g} {y:g}h{w:g}v{h:g}h-{w:g}z" for x, y in places],
        hollow=[
            f"M{x + 0.7:g} {y + 0.7:g}h{w - 1.4:g}v{h - 1.4:g}h{1.4 - w:g}z" for x, y in places
        ],
        signs={choice: [sign(x, y, w, h) for x, y in places] for choice, sign in _SIGNS.items()},
    )


_SIGNS: dict[str, Callable[[float, float, float, float], str]] = {
    "NO": lambda x, y, w, h: f"M{x + 1:g} {y + h - 1:g}L{x + w - 1:g} {y + 1:g}",
    "ABSTAIN": lambda x, y, w, h: f"M{x + 1:g} {y + h / 2:g}h{w - 2:g}",
    "PAIRED": lambda x, y, w, h: f"M{x:g} {y + h:g}V{y:g}L{x + w:g} {y + h:g}z",
    "RECUSED": lambda x, y, w, h: f"M{x + 1:g} {y + 1:g}L{x + w - 1:g} {y + h - 1:g}",
}
_SIGN_CLASSES = {"NO": "u-x", "ABSTAIN": "u-line", "PAIRED": "u-fill", "RECUSED": "u-line"}


def _stepped_line(needed: int, x: float, top: float, bottom: float) -> str:
    """Straight down after an even seat; with a step between the rows after an odd one."""
    if needed % 2 == 0:
        return f"M{x:g} {top - 5:g}V{bottom:g}"
    return f"M{x:g} {top - 5:g}V{top + 11:g}H{x - _SMALL_STEP:g}V{bottom:g}"


def _line_label(text: str, x: float, y: float, total: float, name: str) -> str:
    """«26 needed», on the side of the line that has room."""
    words = escape(text)
    if x > total * 0.65:
        return f'<text class="{name}" x="{x - 6:g}" y="{y:g}" text-anchor="end">{words}</text>'
    return f'<text class="{name}" x="{x + 6:g}" y="{y:g}">{words}</text>'


def _svg(name: str, width: float, height: float, drawn: str, label: str) -> Markup:
    return Markup(
        f'<svg class="{name}" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}" role="img" aria-label="{escape(label)}">{drawn}</svg>'
    )
