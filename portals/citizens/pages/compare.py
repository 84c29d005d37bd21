"""Two texts of a bill, article by article and word by word."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404

from legislation.bills.enums import BillKind
from legislation.bills.selectors import get_dossier, texts_of
from legislation.documents.selectors import articles_of_each
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
from portals.shared.compared import (
    ComparedArticle,
    Unchanged,
    blocks_of,
    compare_lines,
    summary_of,
    summary_sentence,
)
from portals.shared.language import gettext as _
from portals.shared.parts import Filter, Tab

VIEW_PARAMETER, ONE_TEXT = "vista", "uno"
ONLY_PARAMETER, ONLY_CHANGES = "solo", "cambios"


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
    compared = compare_lines(articles[before.version_id], articles[after.version_id])
    head = head_of(bill, current=TEXTS, vote_count=count_votes_of_bill(bill.id), last=_("Compare"))
    address = comparison_address(head.address, old, new)
    return ComparePage(
        head=head,
        old_name=dated_name(before),
        new_name=dated_name(after),
        sentence=summary_sentence(summary_of(compared)),
        blocks=tuple(blocks_of(compared, has_unchanged=not only, written=in_spanish)),
        is_one_text=view == ONE_TEXT,
        views=_views(address, view, only),
        scopes=_scopes(address, view, only),
        pickers=pickers_of(texts, old, new),
        picker_address=head.address + COMPARE,
        canonical_path=address,
    )


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
