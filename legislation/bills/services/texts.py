"""The texts of a bill, article by article."""

from collections.abc import Sequence
from datetime import datetime

from legislation.bills.models import BillText
from legislation.bills.observed import ObservedText
from legislation.bills.services.target import Target
from legislation.documents.enums import DocumentKind
from legislation.documents.models import Document
from legislation.documents.services import ArticleText, record_version
from legislation.provenance.services import agree


def record_texts(target: Target, texts: Sequence[ObservedText], *, at: datetime) -> int:
    """Make the bill's texts those observed. A changed text is a new version of its document."""
    bill, source = target.bill, target.source
    held = list(target.held(bill.texts.select_related("version__document")))
    documents = {row.slug: row.version.document for row in held}
    changed, wanted = 0, []
    for position, text in enumerate(texts, start=1):
        document = documents.get(text.slug)
        if document is None:
            document = Document.objects.create(
                kind=DocumentKind.TEXT, title=text.title, dated_on=text.dated_on, source=source
            )
            changed += 1
        articles = [
            ArticleText(article.eid, article.label, article.heading, article.body)
            for article in text.articles
        ]
        version, is_new = record_version(document, articles, at=at, source=source)
        changed += 1 + len(articles) if is_new else 0
        wanted.append(
            BillText(
                bill=bill,
                position=position,
                slug=text.slug,
                kind=text.kind,
                dated_on=text.dated_on,
                version=version,
            )
        )
    return changed + agree(
        BillText, held, wanted, key=lambda row: row.slug, source=source, replace=True
    )
