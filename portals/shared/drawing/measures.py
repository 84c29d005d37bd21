"""Measures: a share as a bar, a deadline as squares, attendance as strokes. All can be counted."""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from portals.shared.language import gettext as _
from portals.shared.language import language

# With this many days left or fewer, a deadline is red.
DAYS_OF_ALARM = 2


def bar(*, value: float, total: float, label: str, median: float | None = None) -> Markup:
    """A share of a whole as a length; ``median`` (same unit) is a mark across it."""
    share = 400 * value / total if total else 0.0
    drawn = (
        '<rect class="bar__bg" x=".5" y=".5" width="399" height="11"/>'
        f'<rect class="bar__v" width="{share:.1f}" height="12"/>'
    )
    if median is not None and total:
        x = 400 * median / total
        drawn += (
            '<path class="bar__m" vector-effect="non-scaling-stroke"'
            f' d="M{x:.1f} -7V-1M{x:.1f} 13V19"/>'
        )
    return Markup(
        '<svg class="bar" viewBox="0 0 400 12" preserveAspectRatio="none" role="img"'
        f' aria-label="{escape(label)}">{drawn}</svg>'
    )


def is_alarming(*, day: int, total: int) -> bool:
    """Whether a deadline is within two days or past."""
    return total - day <= DAYS_OF_ALARM


def urgency_ruler(*, day: int, total: int) -> Markup:
    """A square for each day of a legal term; the present day stands taller.

    Past the term, every square is spent and one more, red, stands beyond the end.
    """
    return _ruler(day, total, language())


@lru_cache(maxsize=512)
def _ruler(day: int, total: int, _language: str) -> Markup:
    step, wide = (12.0, 9.0) if total <= 15 else (6.5, 4.2)
    red = " r-now--red" if is_alarming(day=day, total=total) else ""
    past = "".join(_box(i * step, 9, wide, 12) for i in range(min(day - 1, total)))
    left = "".join(_box(i * step + 0.6, 9.6, wide - 1.2, 10.8) for i in range(max(day, 0), total))
    now_at = (min(day, total + 1) - 1) * step + (3.0 if day > total else 0.0)
    drawn = f'<path class="r-past" d="{past}"/>' if past else ""
    if day > 0:
        drawn += f'<path class="r-now{red}" d="{_box(now_at, 2, wide, 24)}"/>'
    drawn += f'<path class="r-next" d="{left}"/>' if left else ""
    width = total * step + (step + 3.0 if day > total else 0.0)
    return Markup(
        f'<svg class="ruler" viewBox="0 0 {width:g} 28" width="{width:g}" height="28" role="img"'
        f' aria-label="{escape(day_of_term(day=day, total=total))}">{drawn}</svg>'
    )


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"


def day_of_term(*, day: int, total: int) -> str:
    """«Day 11 of 15»; past the end, how many days ago it expired."""
    if day > total:
        return _("Expired: day %(day)d of a term of %(total)d") % {"day": day, "total": total}
    return _("Day %(day)d of %(total)d") % {"day": day, "total": total}


def attendance_strokes(*, sessions: Sequence[str], label: str) -> Markup:
    """One stroke for each session, oldest first, so that «58 of 62» can be counted by eye.

    PRESENT is a full stroke, ABSENT an open box, EXCUSED (not counted) a mark on the base line,
    UNKNOWN a dot.
    """
    step = 6.0
    paths = {"PRESENT": "", "ABSENT": "", "EXCUSED": "", "UNKNOWN": ""}
    for index, code in enumerate(sessions):
        x = index * step + (index // 10) * 4.0
        if code == "PRESENT":
            paths[code] += _box(x, 0, 4, 20)
        elif code == "ABSENT":
            paths[code] += _box(x + 0.5, 0.5, 3, 19)
        else:
            paths[code] += _box(
                x, 17 if code == "EXCUSED" else 18.5, 4, 3 if code == "EXCUSED" else 1.5
            )
    drawn = "".join(
        f'<path class="att-{code.lower()}" d="{path}"/>' for code, path in paths.items() if path
    )
    last = max(len(sessions) - 1, 0)
    width = last * step + (last // 10) * 4.0 + 4
    return Markup(
        f'<svg class="strokes" viewBox="0 0 {width:g} 20" width="{width:g}" height="20" role="img"'
        f' aria-label="{escape(label)}">{drawn}</svg>'
    )
