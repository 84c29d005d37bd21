"""Rows of long lists: votes and steps of a timeline. In Python, because there are hundreds."""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

from collections.abc import Sequence
from functools import lru_cache

from django.utils.translation import ngettext
from markupsafe import Markup, escape

from portals.shared.drawing.marks import verdict_in
from portals.shared.drawing.strips import small_strip_in
from portals.shared.formats import iso, time_in
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Entry, Link, VoteLine


def vote_row(*, line: VoteLine, level: int = 3) -> Markup:
    """A vote in a list: the sentence, the facts, the verdict, the strip.

    ``level`` is that of the heading in the page's outline.
    """
    facts = "".join([f"<span>{escape(fact)}</span>" for fact in line.facts])
    tongue, counts = language(), line.counts
    strip = small_strip_in(counts, line.needed, line.seats, tongue)
    said = _said_totals(counts.get("YES", 0), counts.get("NO", 0), counts.get("ABSTAIN", 0), tongue)
    return Markup(
        f'<article class="vote-row"><div><h{level}><a href="{escape(line.href)}">'
        f'{escape(line.sentence)}</a></h{level}><p class="vote-row__meta">{facts}'
        f'{time_in(line.on, "date", tongue)}</p></div><div class="vote-row__tally">'
        f"{verdict_in(line.outcome, tongue)}{strip}"
        f'<span class="muted">{said}</span></div></article>'
    )


@lru_cache(maxsize=4096)
def _said_totals(yes: int, no: int, abstentions: int, tongue: str) -> Markup:
    """«30 yes, 12 no, 3 abstentions»; abstentions only when there were any."""
    words = _("%(yes)d yes, %(no)d no") % {"yes": yes, "no": no}
    if abstentions:
        more = ngettext("%(n)d abstention", "%(n)d abstentions", abstentions)
        words += ", " + more % {"n": abstentions}
    return escape(words)


def chron(*, entries: Sequence[Entry]) -> Markup:
    """A timeline, in the order given."""
    tongue = language()
    steps = "".join([_step(entry, tongue) for entry in entries])
    return Markup(f'<ol class="chron">{steps}</ol>')


def _step(entry: Entry, tongue: str) -> str:
    when = (
        f'<time datetime="{iso(entry.on)}">{escape(entry.when)}</time>'
        if entry.when
        else time_in(entry.on, "short_date", tongue)
    )
    tag = f'<span class="chron__tag">{escape(entry.tag)}</span>' if entry.tag else ""
    title = escape(entry.title)
    if entry.href:
        title = Markup(f'<a href="{escape(entry.href)}">{title}</a>')
    body = f"<p>{escape(entry.body)}</p>" if entry.body else ""
    links = f'<p class="chron__links">{_links(entry.links)}</p>' if entry.links else ""
    return (
        f'<li><div class="chron__when">{when}{tag}</div><div><b>{title}</b>{body}{links}</div></li>'
    )


def _links(links: Sequence[Link]) -> str:
    return "; ".join(
        (
            f'<a href="{escape(link.href)}">{escape(link.label)}</a>'
            if link.href
            else f"<span>{escape(link.label)}</span>"
        )
        + (f' <span class="muted">({escape(link.note)})</span>' if link.note else "")
        for link in links
    )
