"""Marks: a shape of its own for every answer, result and stage. The word goes beside it."""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

from functools import lru_cache

from markupsafe import Markup, escape

from portals.shared.language import language
from portals.shared.phrases import CHOICE_LABELS, OUTCOME_LABELS, STAGE_STATES

_TICK = '<path class="u-x" d="M5.8 10.4l2.9 2.9 5.6-6.2" stroke-width="2.2"/>'
_DISC = '<circle cx="10" cy="10" r="9" fill="currentColor"/>'


def _ring(radius: float, width: float, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<circle cx="10" cy="10" r="{radius}" fill="none" stroke="currentColor"'
        f' stroke-width="{width}"{dashed}/>'
    )


def _bars(path: str, width: float) -> str:
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="{width}"/>'


_SHAPES: dict[str, str] = {
    "m-yes": _DISC + _TICK,
    "m-no": '<rect x="1.6" y="1.6" width="16.8" height="16.8" fill="currentColor"/>'
    '<path class="u-x" d="M6 6l8 8M14 6l-8 8" stroke-width="2.2"/>',
    "m-abstain": _ring(8, 2) + _bars("M5.5 10h9", 2.6),
    "m-paired": '<path d="M10 1.2L18.8 10 10 18.8 1.2 10z" fill="none" stroke="currentColor"'
    ' stroke-width="1.8"/><path d="M10 1.2L18.8 10 10 18.8z" fill="currentColor"/>',
    "m-recused": _ring(8, 2) + _bars("M4.5 15.5l11-11", 2),
    "m-absent": _ring(7.4, 1.7, "2.2 2.45"),
    "m-pending": _ring(7.6, 1.2) + '<circle cx="10" cy="10" r="2.4" fill="currentColor"/>',
    "m-tie": _ring(8, 2) + _bars("M5.8 7.8h8.4M5.8 12.2h8.4", 2),
    "m-unresolved": _ring(8, 2) + _bars("M10 4.6v6.6", 2.4) + _bars("M10 13v2.4", 2.4),
    "m-unknown": _ring(7.6, 1.6, "2.6 2.7") + _bars("M7 10h6", 1.8),
    "s-done": _DISC + _TICK,
    "s-now": _ring(8.6, 2.4) + '<circle cx="10" cy="10" r="4.6" fill="currentColor"/>',
    "s-next": _ring(8.6, 1.6),
    "s-maybe": _ring(8.4, 1.6, "2.6 2.7"),
}

_CANTON = (
    '<symbol id="canton" viewBox="0 0 40 40"><path class="canton" d="M0 0h40v40H0z"/>'
    '<path fill="#fff" d="M20 6.5l3.2 9.6 10.1.1-8.1 6 3 9.7-8.2-5.9-8.2 5.9 3-9.7-8.1-6 10.1-.1z"/>'
    "</symbol>"
)

_SPRITE = Markup(
    '<svg class="sprite" aria-hidden="true" focusable="false">'
    + "".join(
        f'<symbol id="{name}" viewBox="0 0 20 20">{shape}</symbol>'
        for name, shape in _SHAPES.items()
    )
    + _CANTON
    + "</svg>"
)

_MARKS: dict[str, Markup] = {
    choice: Markup(
        f'<svg class="mark c-{choice.lower()}" aria-hidden="true">'
        f'<use href="#m-{choice.lower()}"/></svg>'
    )
    for choice in CHOICE_LABELS
}

_VERDICTS: dict[str, tuple[str, str]] = {
    "APPROVED": ("ok", "yes"),
    "REJECTED": ("no", "no"),
    "TIE": ("open", "tie"),
    "UNRESOLVED": ("open", "unresolved"),
    "UNKNOWN": ("unknown", "unknown"),
}


def sprite() -> Markup:
    """The shapes themselves, once at the head of every body; marks point to them."""
    return _SPRITE


def mark(*, choice: str) -> Markup:
    """The shape of an answer alone. Only where its word stands in the same row or heading."""
    return _MARKS[choice]


def answer(*, choice: str, label: str | None = None, note: str = "") -> Markup:
    """An answer: shape and word, and in small what explains it («with leave»)."""
    plain = answer_in(choice, language()) if label is None else _labelled(choice, label)
    return plain + Markup('<span class="ans__note">%s</span>') % note if note else plain


@lru_cache(maxsize=64)
def answer_in(choice: str, tongue: str) -> Markup:
    """The shape and its usual word, for lists that already know the language."""
    return _labelled(choice, str(CHOICE_LABELS[choice]))


def _labelled(choice: str, label: str) -> Markup:
    return Markup(f'<span class="ans">{_MARKS[choice]}<span>{escape(label)}</span></span>')


def verdict(*, outcome: str, label: str | None = None) -> Markup:
    """A vote's result: shape and word."""
    return verdict_in(outcome, language(), label)


@lru_cache(maxsize=256)
def verdict_in(outcome: str, tongue: str, label: str | None = None) -> Markup:
    """The same, for lists that already know the language."""
    tone, shape = _VERDICTS[outcome]
    word = escape(OUTCOME_LABELS[outcome] if label is None else label)
    return Markup(
        f'<span class="verdict verdict--{tone}"><svg class="mark" aria-hidden="true">'
        f'<use href="#m-{shape}"/></svg><span>{word}</span></span>'
    )


def stage_mark(*, state: str) -> Markup:
    """The shape of a stage: done, now, next or maybe; its word is there for those who listen."""
    word = escape(STAGE_STATES[state])
    return Markup(
        f'<svg class="mark" aria-hidden="true"><use href="#s-{state}"/></svg>'
        f'<span class="vh">{word}: </span>'
    )
