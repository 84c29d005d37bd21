"""Two texts of a bill, article by article and word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import ngettext, pgettext
from markupsafe import Markup

from legislation.bills.enums import BillKind
from legislation.bills.selectors import get_dossier, texts_of
from legislation.documents import comparing
from legislation.documents.comparing import ArticleComparison
from legislation.documents.selectors import ArticleLine, articles_of_each
from legislation.votes.selectors_of_bills import count_votes_of_bill
from portals.citizens.pages.bill_head import TEXTS, BillHead, head_of
from portals.citizens.pages.bill_texts import (
    COMPARE,
    comparison_address,
    dated_name,
    pickers_of,
    place_of,
)
from portals.citizens.pages.bill_words import in_spanish
from portals.shared.language import gettext as _
from portals.shared.parts import Change, Filter, Tab

VIEW_PARAMETER, ONE_TEXT = "vista", "uno"
ONLY_PARAMETER, ONLY_CHANGES = "solo", "cambios"

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


@dataclass(frozen=True)
class ComparePage:
    """``blocks`` are ``ComparedArticle`` and ``Unchanged``, in the order of the later text."""

    head: BillHead
    old_name: str
    new_name: str
    sentence: str
    blocks: tuple[ComparedArticle | Unchanged, ...]
    is_one_text: bool
    views: tuple[Tab, ...]
    scopes: tuple[Tab, ...]
    pickers: tuple[Filter, ...]
    picker_address: str
    canonical_path: str


def build(
    number: str, old: str, new: str, *, kind: BillKind, view: str = "", only: str = ""
) -> ComparePage:
    """Compare any two texts of a bill, in the order asked for. Four queries.

    :param view: «uno» for a single text; «» for two columns
    :param only: «cambios» leaves out what did not change; «» folds it
    :raises Http404: there is no such view
    :raises ObjectDoesNotExist: there is no such bill, or it lacks one of the texts
    """
    if view not in ("", ONE_TEXT) or only not in ("", ONLY_CHANGES):
        raise Http404(_("There is no such page."))
    bill = get_dossier(number, kind=kind)
    texts = texts_of(bill.id)
    before, after = texts[place_of(old, texts)], texts[place_of(new, texts)]
    articles = articles_of_each({before.version_id, after.version_id})
    compared = comparing.compare_articles(
        _comparable(articles[before.version_id]), _comparable(articles[after.version_id])
    )
    head = head_of(bill, current=TEXTS, vote_count=count_votes_of_bill(bill.id), last=_("Compare"))
    address = comparison_address(head.address, old, new)
    return ComparePage(
        head=head,
        old_name=dated_name(before),
        new_name=dated_name(after),
        sentence=summary_sentence(summary_of(compared)),
        blocks=tuple(_blocks(compared, has_unchanged=not only)),
        is_one_text=view == ONE_TEXT,
        views=_views(address, view, only),
        scopes=_scopes(address, view, only),
        pickers=pickers_of(texts, old, new),
        picker_address=head.address + COMPARE,
        canonical_path=address,
    )


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


def _blocks(
    compared: Sequence[ArticleComparison], *, has_unchanged: bool
) -> list[ComparedArticle | Unchanged]:
    blocks: list[ComparedArticle | Unchanged] = []
    same: list[ArticleComparison] = []
    for article in compared:
        if article.change is comparing.Change.UNCHANGED and not article.moved:
            same.append(article)
            continue
        if same and has_unchanged:
            blocks.append(_folded(same))
        same = []
        shown = article.new or article.old
        if shown is not None:
            blocks.append(_compared(article, shown))
    if same and has_unchanged:
        blocks.append(_folded(same))
    return blocks


def _folded(articles: Sequence[ArticleComparison]) -> Unchanged:
    shown = [article.new for article in articles if article.new is not None]
    first, last = shown[0].label, shown[-1].label
    if len(shown) == 1:
        words = _("%(first)s: no changes. Show the text")
    elif len(shown) == 2:
        words = _("%(first)s and %(last)s: no changes. Show the text")
    else:
        words = _("%(first)s to %(last)s: no changes. Show the text")
    title = words % {"first": first, "last": last}
    return Unchanged(title, tuple((in_spanish(one.label), one.text) for one in shown))


def _compared(article: ArticleComparison, shown: comparing.Article) -> ComparedArticle:
    """An article that changed, under the name of its later form where it has one."""
    return ComparedArticle(
        id=shown.eid,
        heading=in_spanish(shown.label),
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


def _views(address: str, view: str, only: str) -> tuple[Tab, ...]:
    return (
        Tab(_("Side by side"), _with(address, "", only), None, view != ONE_TEXT),
        Tab(_("A single text"), _with(address, ONE_TEXT, only), None, view == ONE_TEXT),
    )


def _scopes(address: str, view: str, only: str) -> tuple[Tab, ...]:
    return (
        Tab(_("The whole text"), _with(address, view, ""), None, not only),
        Tab(_("Only changes"), _with(address, view, ONLY_CHANGES), None, bool(only)),
    )


def _with(address: str, view: str, only: str) -> str:
    chosen = {VIEW_PARAMETER: view, ONLY_PARAMETER: only}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{address}?{query}" if query else address
