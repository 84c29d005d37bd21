"""The texts of a bill: all of them in a list, and one with its articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist
from markupsafe import Markup

from legislation.bills.enums import BillKind
from legislation.bills.selectors import TextLine, get_dossier, texts_of
from legislation.documents.selectors import ArticleLine, articles_of
from legislation.votes.selectors_of_bills import count_votes_of_bill
from portals.citizens.pages.bill_head import PAPERS, TEXTS, BillHead, bill_address, head_of
from portals.citizens.pages.bill_then import Then, journey_at, then_of
from portals.citizens.pages.bill_words import in_spanish, text_kind_name
from portals.shared.formats import plain_date, short_date
from portals.shared.language import gettext as _
from portals.shared.parts import Filter, Link

COMPARE = "comparar/"
OLD_PARAMETER, NEW_PARAMETER = "de", "a"


class TextEntry(NamedTuple):
    """A text in the list. ``compare_href`` shows what it changes from the one before."""

    name: str
    on: date
    href: str
    compare_href: str


@dataclass(frozen=True)
class BillTextsPage:
    """``pickers`` is empty where there are not two texts to compare; ``instead`` is where to
    go where there is no text."""

    head: BillHead
    then: Then
    texts: tuple[TextEntry, ...]
    pickers: tuple[Filter, ...]
    compare_address: str
    filed_text_url: str
    instead: tuple[Link, ...]


class ArticleShown(NamedTuple):
    eid: str
    label: str | Markup
    heading: str | Markup
    body: str


@dataclass(frozen=True)
class BillTextPage:
    head: BillHead
    name: str
    on: date
    articles: tuple[ArticleShown, ...]
    neighbours: tuple[Link, ...]
    citation: str
    sha256: str


def build_list(number: str, *, kind: BillKind, on: date, as_of: str = "") -> BillTextsPage:
    """List the texts of a bill, newest first. Three queries; six for the past.

    :param on: today
    :param as_of: the day that the address asks for («» for today)
    :raises ObjectDoesNotExist: there is no such bill
    """
    bill = get_dossier(number, kind=kind)
    address = bill_address(bill.number, kind=bill.kind) + TEXTS
    then = then_of(as_of, bill, address=address, today=on)
    past = journey_at(bill, then.on) if then.on else None
    count = len(past.votes) if past else count_votes_of_bill(bill.id)
    head = head_of(past.bill if past else bill, current=TEXTS, vote_count=count, on=then.on)
    texts = past.texts if past else texts_of(bill.id)
    old, new = (texts[-2].slug, texts[-1].slug) if len(texts) > 1 else ("", "")
    return BillTextsPage(
        head=head,
        then=then,
        texts=tuple(_entries(texts, head.address)),
        pickers=pickers_of(texts, old, new) if old else (),
        compare_address=head.address + COMPARE,
        filed_text_url=bill.filed_text_url,
        instead=(Link(_("Documents of this bill"), head.address + PAPERS + then.query),),
    )


def build_one(number: str, slug: str, *, kind: BillKind) -> BillTextPage:
    """Show one text of a bill, article by article. Four queries.

    :raises ObjectDoesNotExist: there is no such bill, or it has no such text
    """
    bill = get_dossier(number, kind=kind)
    texts = texts_of(bill.id)
    place = place_of(slug, texts)
    text = texts[place]
    name = text_kind_name(text.kind)
    head = head_of(bill, current=TEXTS, vote_count=count_votes_of_bill(bill.id), last=name)
    return BillTextPage(
        head=head,
        name=name,
        on=text.dated_on,
        articles=tuple(_shown(article) for article in articles_of(text.version_id)),
        neighbours=tuple(_neighbours(texts, place, head.address)),
        citation=_("Senate of Chile, %(bill)s, %(text)s, %(date)s.")
        % {"bill": head.name, "text": name, "date": plain_date(text.dated_on)},
        sha256=text.sha256,
    )


def place_of(slug: str, texts: Sequence[TextLine]) -> int:
    """Where a text is among those of its bill.

    :raises ObjectDoesNotExist: it has no text of that name
    """
    for place, text in enumerate(texts):
        if text.slug == slug:
            return place
    raise ObjectDoesNotExist(slug)


def comparison_address(address: str, old: str, new: str) -> str:
    return f"{address}{COMPARE}{old}..{new}/"


def dated_name(text: TextLine) -> str:
    """«Text of the first report, 17 Nov 2026»."""
    return f"{text_kind_name(text.kind)}, {short_date(text.dated_on)}"


def pickers_of(texts: Sequence[TextLine], old: str, new: str) -> tuple[Filter, ...]:
    """The two lists of the form that chooses what to compare."""
    choices = tuple((text.slug, dated_name(text)) for text in texts)
    return (
        Filter(OLD_PARAMETER, _("Earlier text"), old, choices),
        Filter(NEW_PARAMETER, _("Later text"), new, choices),
    )


def _entries(texts: Sequence[TextLine], address: str) -> list[TextEntry]:
    entries = []
    for place, text in enumerate(texts):
        before = texts[place - 1].slug if place else ""
        entries.append(
            TextEntry(
                name=text_kind_name(text.kind),
                on=text.dated_on,
                href=f"{address}{TEXTS}{text.slug}/",
                compare_href=comparison_address(address, before, text.slug) if before else "",
            )
        )
    return entries[::-1]


def _shown(article: ArticleLine) -> ArticleShown:
    return ArticleShown(
        article.eid, in_spanish(article.label), in_spanish(article.heading), article.body
    )


def _neighbours(texts: Sequence[TextLine], place: int, address: str) -> list[Link]:
    """What this text changes from the one before, and what the one after changes in it."""
    links = []
    text = texts[place]
    if place:
        before = texts[place - 1]
        links.append(
            Link(
                _("What it changes from the text before"),
                comparison_address(address, before.slug, text.slug),
                dated_name(before),
            )
        )
    if place + 1 < len(texts):
        after = texts[place + 1]
        links.append(
            Link(
                _("What the next text changes in it"),
                comparison_address(address, text.slug, after.slug),
                dated_name(after),
            )
        )
    return links
