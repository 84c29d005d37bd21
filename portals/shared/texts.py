"""Texts of law and what changed in them: real ``ins`` and ``del``, readable without colour."""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

import json
from collections.abc import Sequence

from markupsafe import Markup, escape

from portals.shared.language import gettext as _
from portals.shared.parts import Change

_OPS = frozenset({"equal", "insert", "delete"})


def law_text(*, text: str) -> Markup:
    """A text in paragraphs: one for each line."""
    return Markup("").join(
        Markup("<p>%s</p>") % line.strip() for line in text.splitlines() if line.strip()
    )


def diff_old(*, changes: Sequence[Change]) -> Markup:
    """The earlier text, with what was taken out marked."""
    return _paragraphs([change for change in changes if change.op != "insert"])


def diff_new(*, changes: Sequence[Change]) -> Markup:
    """The later text, with what was put in marked."""
    return _paragraphs([change for change in changes if change.op != "delete"])


def diff_inline(*, changes: Sequence[Change]) -> Markup:
    """Both texts at once: what was taken out and what was put in."""
    return _paragraphs(changes)


def _paragraphs(changes: Sequence[Change]) -> Markup:
    """Write the runs; a mark never crosses the end of a paragraph."""
    done: list[str] = []
    current: list[str] = []
    for change in changes:
        if change.op not in _OPS:
            raise ValueError(f"A change is equal, insert or delete, not {change.op!r}.")
        first, *others = change.text.split("\n")
        current.append(_run(change.op, first))
        for piece in others:
            done.append("".join(current))
            current = [_run(change.op, piece)]
    done.append("".join(current))
    return Markup("".join(f"<p>{paragraph}</p>" for paragraph in done if paragraph.strip()))


def _run(op: str, text: str) -> str:
    if not text:
        return ""
    words = escape(text)
    if op == "equal" or not text.strip():
        return words
    tag, opened, closed = (
        ("ins", _("[added]"), _("[end of what was added]"))
        if op == "insert"
        else ("del", _("[removed]"), _("[end of what was removed]"))
    )
    # Outer blanks stay outside the mark, so that brackets hug the words.
    core = text.strip()
    start = text.index(core)
    before, after = escape(text[:start]), escape(text[start + len(core) :])
    return (
        f'{before}<{tag}><span class="vh">{escape(opened)} </span><span class="t">{escape(core)}'
        f'</span><span class="vh"> {escape(closed)}</span></{tag}>{after}'
    )


def json_ld(*, data: object) -> Markup:
    """A description for machines (schema.org), safe inside HTML whatever its strings hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(f'<script type="application/ld+json">{safe}</script>')


def bill_number(*, number: str) -> Markup:
    """A bill's number, kept on one line."""
    return Markup('<data class="nowrap" value="{0}">{0}</data>').format(number)
