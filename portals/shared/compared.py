"""Two texts compared, as pages draw them: what changed of each article, and what stayed."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import ngettext, pgettext
from markupsafe import Markup

from legislation.documents import comparing
from legislation.documents.comparing import ArticleComparison
from legislation.documents.selectors import ArticleLine
from portals.shared.language import gettext as _
from portals.shared.parts import Change

Written = Callable[[str], str | Markup]

_OPS = {
    comparing.Op.EQUAL: "equal",
    comparing.Op.DELETE: "delete",
    comparing.Op.INSERT: "insert",
}
# An article that only moved is shown as changed: what says the same is folded.
_STATUSES = {
    comparing.Change.UNCHANGED: "mod",
    comparing.Change.CHANGED: "mod",
    comparing.Change.ADDED: "new",
    comparing.Change.REMOVED: "del",
}


class ComparedArticle(NamedTuple):
    """An article that changed. ``status``: mod, new or del; ``status_text`` in words."""

    id: str
    heading: str | Markup
    status: str
    status_text: str
    changes: tuple[Change, ...]


class Unchanged(NamedTuple):
    """Articles that stay as they were, folded together: title and texts."""

    title: str | Markup
    articles: tuple[tuple[str | Markup, str], ...]


class Summary(NamedTuple):
    total: int
    changed: int
    added: int
    removed: int


def compare_lines(
    old: Iterable[ArticleLine], new: Iterable[ArticleLine]
) -> list[ArticleComparison]:
    """Compare two versions by their articles."""
    return list(comparing.compare_articles(_comparable(old), _comparable(new)))


def _comparable(articles: Iterable[ArticleLine]) -> list[comparing.Article]:
    return [
        comparing.Article(
            article.eid,
            article.label,
            f"{article.heading}\n{article.body}" if article.heading else article.body,
        )
        for article in articles
    ]


def summary_of(compared: Sequence[ArticleComparison]) -> Summary:
    counts = dict.fromkeys(comparing.Change, 0)
    for article in compared:
        counts[article.change] += 1
    return Summary(
        total=sum(article.old is not None for article in compared),
        changed=counts[comparing.Change.CHANGED],
        added=counts[comparing.Change.ADDED],
        removed=counts[comparing.Change.REMOVED],
    )


def summary_sentence(summary: Summary) -> str:
    """«The earlier text has 11 articles: 3 change, 1 is added.»"""
    if not (summary.changed or summary.added or summary.removed):
        return _("Both texts say the same.")
    changes = [
        words % {"n": count}
        for count, words in (
            (summary.changed, ngettext("%(n)d changes", "%(n)d change", summary.changed)),
            (summary.added, ngettext("%(n)d is added", "%(n)d are added", summary.added)),
            (summary.removed, ngettext("%(n)d is removed", "%(n)d are removed", summary.removed)),
        )
        if count
    ]
    sentence = ngettext(
        "The earlier text has %(total)d article: %(changes)s.",
        "The earlier text has %(total)d articles: %(changes)s.",
        summary.total,
    )
    return sentence % {"total": summary.total, "changes": ", ".join(changes)}


def blocks_of(
    compared: Sequence[ArticleComparison], *, has_unchanged: bool, written: Written
) -> list[ComparedArticle | Unchanged]:
    """What changed, article by article, in the order of the later text.

    :param has_unchanged: whether what stays as it was is there too, folded
    :param written: how a label of the record is written in the language of the page
    """
    blocks: list[ComparedArticle | Unchanged] = []
    same: list[ArticleComparison] = []
    for article in compared:
        if article.change is comparing.Change.UNCHANGED and not article.moved:
            same.append(article)
            continue
        if same and has_unchanged:
            blocks.append(_folded(same, written))
        same = []
        shown = article.new or article.old
        if shown is not None:
            blocks.append(_compared(article, shown, written))
    if same and has_unchanged:
        blocks.append(_folded(same, written))
    return blocks


def _folded(articles: Sequence[ArticleComparison], written: Written) -> Unchanged:
    shown = [article.new for article in articles if article.new is not None]
    first, last = shown[0].label, shown[-1].label
    if len(shown) == 1:
        words = _("%(first)s: no changes. Show the text")
    elif len(shown) == 2:
        words = _("%(first)s and %(last)s: no changes. Show the text")
    else:
        words = _("%(first)s to %(last)s: no changes. Show the text")
    title = words % {"first": first, "last": last}
    return Unchanged(title, tuple((written(one.label), one.text) for one in shown))


def _compared(
    article: ArticleComparison, shown: comparing.Article, written: Written
) -> ComparedArticle:
    """An article that changed, under the name of its later form where it has one."""
    return ComparedArticle(
        id=shown.eid,
        heading=written(shown.label),
        status=_STATUSES[article.change],
        status_text=_what_happens(article),
        changes=tuple(Change(_OPS[piece.op], piece.text) for piece in article.pieces),
    )


def _what_happens(article: ArticleComparison) -> str:
    if article.change is comparing.Change.ADDED:
        return pgettext("article", "Added")
    if article.change is comparing.Change.REMOVED:
        return pgettext("article", "Removed")
    if article.change is comparing.Change.CHANGED:
        words = pgettext("article", "Changes")
    else:
        words = pgettext("article", "Moves")
    if article.renumbered and article.old is not None:
        return _("%(what)s; it was %(label)s") % {"what": words, "label": article.old.label}
    return words
