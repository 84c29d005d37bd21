"""Strips: seats in a row, one cell a seat, with the line of the votes that were needed.

Cells run from the answers in favour to those who were not there. The line falls exactly
after the needed vote, so that being to its right or to its left can be seen and counted.
"""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from portals.shared.phrases import spoken_counts

# What adds to a «yes», what does not, what is against, what was not there.
CELL_ORDER = ("YES", "ABSTAIN", "PAIRED", "RECUSED", "PENDING", "NO", "ABSENT")

Shape = tuple[float, float]


def _cell(choice: str, x: float, y: float, shape: Shape) -> str:
    """One seat, drawn so that it reads in black and white."""
    w, h = shape
    if choice == "YES":
        return f'<path class="u-yes" d="M{x:g} {y:g}h{w:g}v{h:g}h-{w:g}z"/>'
    if choice == "NO":
        return (
            f'<path class="u-no" d="M{x:g} {y:g}h{w:g}v{h:g}h-{w:g}z"/>'
            f'<path class="u-x" d="M{x + 1:g} {y + h - 1:g}L{x + w - 1:g} {y + 1:g}"/>'
        )
    name = choice.lower() if choice else "none"
    box = (
        f'<path class="u-{name}" d="M{x + 0.7:g} {y + 0.7:g}h{w - 1.4:g}v{h - 1.4:g}h-{w - 1.4:g}z"/>'
    )
    if choice == "ABSTAIN":
        box += f'<path class="u-line" d="M{x + 1:g} {y + h / 2:g}h{w - 2:g}"/>'
    elif choice == "PAIRED":
        box += f'<path class="u-fill" d="M{x:g} {y + h:g}V{y:g}L{x + w:g} {y + h:g}z"/>'
    elif choice == "RECUSED":
        box += f'<path class="u-line" d="M{x + 1:g} {y + 1:g}L{x + w - 1:g} {y + h - 1:g}"/>'
    return box


def _sequence(counts: Mapping[str, int], seats: int | None, needed: int | None) -> list[str]:
    """The cells in order; seats of which nothing is recorded come last, as empty cells."""
    cells = [choice for choice in CELL_ORDER for _each in range(counts.get(choice, 0))]
    missing = max(seats or 0, needed or 0) - len(cells)
    return cells + [""] * missing


def described_strip(
    counts: Mapping[str, int], needed: int | None, seats: int | None
) -> str:
    """What a strip says, in words."""
    words = spoken_counts(counts)
    unrecorded = (seats or 0) - sum(counts.values())
    if unrecorded > 0:
        words += ", " + _("%(n)d without a record") % {"n": unrecorded}
    if needed is not None:
        words += "; " + _("%(n)d needed") % {"n": needed}
    return words


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
    cells = _sequence(counts, seats, needed)
    shape, step, lift = (13.0, 30.0), 16.0, 26.0 if needed else 0.0

    def left(index: int) -> float:
        shift = 6.0 if needed and index >= needed else 0.0
        return index * step + (index // 10) * 4.0 + shift

    drawn = "".join(_cell(choice, left(i), lift, shape) for i, choice in enumerate(cells))
    width = (left(len(cells) - 1) if cells else 0.0) + shape[0]
    height = lift + shape[1]
    if needed:
        x = _line_x(needed, len(cells), left, shape[0])
        width, height = max(width, x + 1), height + 5
        drawn += f'<path class="u-need" d="M{x:g} 4V{height:g}"/>' + _line_label(x, needed, width)
    return _strip_svg("strip", (0, 0, width, height), drawn, label or described_strip(counts, needed, seats))


def _line_x(needed: int, total: int, left, width: float) -> float:
    """The middle of the gap that opens after the needed cell."""
    before = left(needed - 1) + width
    return before + 3.0 if needed >= total else (before + left(needed)) / 2


def _line_label(x: float, needed: int, width: float) -> str:
    words = escape(_("%(n)d needed") % {"n": needed})
    if x > width * 0.7:
        return f'<text class="u-needtxt" x="{x - 7:g}" y="16" text-anchor="end">{words}</text>'
    return f'<text class="u-needtxt" x="{x + 7:g}" y="16">{words}</text>'


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
    cells = _sequence(counts, seats, needed)
    side, step = 9.0, 11.0
    top = 20.0 if needed and is_labelled else 5.0 if needed else 0.0

    def place(index: int) -> tuple[float, float]:
        shift = 6.0 if needed and index >= needed else 0.0
        return (index // 2) * step + shift, top + (index % 2) * step

    drawn = "".join(_cell(choice, *place(i), (side, side)) for i, choice in enumerate(cells))
    width = ((len(cells) + 1) // 2) * step - 2 + (6.0 if needed else 0.0)
    height = top + 20.0
    if needed:
        height += 5.0
        drawn += _stepped_line(needed, step, side, top, height)
        if is_labelled:
            drawn += _small_label(needed, ((needed + 1) // 2) * step + 1, width)
    return _strip_svg(
        "strip strip--small", (0, 0, width, height), drawn, label or described_strip(counts, needed, seats)
    )


def _stepped_line(needed: int, step: float, side: float, top: float, height: float) -> str:
    """A line straight down after an even seat; with a step between the rows after an odd one."""
    right_of_top = ((needed - 1) // 2) * step + side + 4.0
    start = top - 5.0
    if needed % 2 == 0:
        return f'<path class="u-need" d="M{right_of_top:g} {start:g}V{height:g}"/>'
    right_of_bottom = right_of_top - step
    middle = top + side + 1.0
    return (
        f'<path class="u-need" d="M{right_of_top:g} {start:g}V{middle:g}'
        f'H{right_of_bottom:g}V{height:g}"/>'
    )


def _small_label(needed: int, x: float, width: float) -> str:
    words = escape(_("%(n)d needed") % {"n": needed})
    anchor, x = ("end", x - 6) if x > width * 0.6 else ("start", x + 5)
    return f'<text class="u-needtxt u-needtxt--small" x="{x:g}" y="11" text-anchor="{anchor}">{words}</text>'


def _strip_svg(
    name: str, box: Sequence[float], drawn: str, label: str
) -> Markup:
    x, y, width, height = box
    return Markup(
        f'<svg class="{name}" viewBox="{x:g} {y:g} {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}" role="img" aria-label="{escape(label)}">{drawn}</svg>'
    )


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
    cells = _sequence(counts, None, None)
    width = max(len(cells) * 12 - 2, 1)
    drawn = "".join(_cell(choice, i * 12.0, 0, (10.0, 18.0)) for i, choice in enumerate(cells))
    return Markup(
        f'<svg class="pstrip" width="{width}" height="18" viewBox="0 0 {width} 18"'
        f' aria-hidden="true">{drawn}</svg>'
    )
