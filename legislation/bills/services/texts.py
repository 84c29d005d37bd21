"""The texts of bills, article by article."""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from legislation.bills.models import Bill, BillText
from legislation.bills.observed import ObservedText
from legislation.bills.services.target import Targets
from legislation.documents.enums import DocumentKind
from legislation.documents.models import Document
from legislation.documents.services import ArticleText, record_versions
from legislation.provenance.models import Source
from legislation.provenance.services import agree

TextKey = tuple[int, str]
by_slug = attrgetter("bill_id", "slug")


class _Text(NamedTuple):
    """A text, and its place among those of its bill."""

    bill: Bill
    position: int
    seen: ObservedText

    @property
    def key(self) -> TextKey:
        return self.bill.pk, self.seen.slug


def record_texts(targets: Targets, *, at: datetime) -> int:
    """Make the bills' texts those observed. A changed text is a new version of its document.

    A bill of whose texts the source says nothing keeps those that it has.
    """
    told, source = targets.with_texts(), targets.source
    if not told.each:
        return 0
    texts = [
        _Text(target.bill, position, text)
        for target in told
        for position, text in enumerate(target.seen.texts, start=1)
    ]
    held = list(told.held(BillText.objects.select_related("version__document")))
    documents = {by_slug(row): row.version.document for row in held}
    changed = _add_documents(documents, texts, source)
    pairs = [(documents[text.key], _articles(text.seen)) for text in texts]
    wanted = []
    for text, (version, is_new) in zip(
        texts, record_versions(pairs, at=at, source=source), strict=True
    ):
        changed += 1 + len(text.seen.articles) if is_new else 0
        wanted.append(
            BillText(
                bill=text.bill,
                position=text.position,
                slug=text.seen.slug,
                kind=text.seen.kind,
                dated_on=text.seen.dated_on,
                version=version,
            )
        )
    return changed + agree(BillText, held, wanted, key=by_slug, source=source, replace=True)


def _add_documents(
    documents: dict[TextKey, Document], texts: Sequence[_Text], source: Source | None
) -> int:
    """A document for each text that has none yet; how many."""
    new = {
        text.key: Document(
            kind=DocumentKind.TEXT,
            title=text.seen.title,
            dated_on=text.seen.dated_on,
            source=source,
        )
        for text in texts
        if text.key not in documents
    }
    Document.objects.bulk_create(new.values())
    documents |= new
    return len(new)


def _articles(text: ObservedText) -> list[ArticleText]:
    return [
        ArticleText(article.eid, article.label, article.heading, article.body)
        for article in text.articles
    ]
