"""The papers that a source lists under bills, and where their originals are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from django.db.models import Q

from legislation.bills.enums import PaperKind
from legislation.bills.journey import BillPaper
from legislation.bills.models import Bill
from legislation.bills.observed import ObservedPaper
from legislation.bills.services.target import Target, Targets
from legislation.documents.enums import DocumentKind
from legislation.documents.models import Document
from legislation.provenance.models import Source
from legislation.provenance.services import agree, amend

DOCUMENT_KINDS = {
    PaperKind.REPORT: DocumentKind.REPORT,
    PaperKind.LETTER: DocumentKind.LETTER,
    PaperKind.COMPARISON: DocumentKind.COMPARISON,
    PaperKind.AMENDMENTS: DocumentKind.AMENDMENTS,
    PaperKind.OBSERVATION: DocumentKind.OBSERVATION,
    PaperKind.OTHER: DocumentKind.OTHER,
}
by_place = attrgetter("bill_id", "kind", "position")
by_url = attrgetter("url")


def record_filed_text(target: Target, source: Source | None) -> int:
    """Keep where the text as filed is published; a source without it changes nothing."""
    bill, seen = target.bill, target.seen
    if not seen.filed_text_url:
        return 0
    values = {"title": seen.title, "url": seen.filed_text_url, "dated_on": seen.filed_on}
    if bill.filed_text is not None:
        return amend(bill.filed_text, source=source, **values)
    bill.filed_text = Document.objects.create(kind=DocumentKind.FILED_TEXT, source=source, **values)
    bill.save(update_fields=["filed_text"])
    return 1


def record_papers(targets: Targets) -> int:
    """Make each bill's papers those observed, numbered in order within their kind.

    A paper with an address has a document; a document that no paper of the bill names any
    longer goes, unless it holds a text.
    """
    held = list(targets.held(BillPaper.objects.select_related("document")))
    documents: defaultdict[int, dict[str, Document]] = defaultdict(dict)
    for row in held:
        if row.document:
            documents[row.bill_id][row.document.url] = row.document
    changed = 0
    wanted: list[BillPaper] = []
    gone: list[int] = []
    for target in targets:
        bill, papers = target.bill, target.seen.papers
        rows, by_address = _record_documents(documents[bill.pk], papers, targets.source)
        changed += rows
        wanted += _rows(bill, papers, by_address)
        gone += [row.pk for url, row in documents[bill.pk].items() if url not in by_address]
    changed += agree(BillPaper, held, wanted, key=by_place, source=targets.source)
    return changed + _drop(gone)


def _record_documents(
    held: dict[str, Document], papers: Sequence[ObservedPaper], source: Source | None
) -> tuple[int, dict[str, Document]]:
    wanted = {
        paper.url: Document(
            kind=DOCUMENT_KINDS[paper.kind],
            title=paper.title or paper.description,
            url=paper.url,
            dated_on=paper.dated_on,
        )
        for paper in papers
        if paper.url
    }
    rows = [document for url, document in held.items() if url in wanted]
    changed = agree(Document, rows, wanted.values(), key=by_url, source=source)
    return changed, wanted


def _rows(
    bill: Bill, papers: Sequence[ObservedPaper], documents: dict[str, Document]
) -> Iterator[BillPaper]:
    numbers = dict.fromkeys(PaperKind, 0)
    for paper in papers:
        numbers[paper.kind] += 1
        yield _row(bill, paper, numbers[paper.kind], documents.get(paper.url))


def _row(bill: Bill, paper: ObservedPaper, number: int, document: Document | None) -> BillPaper:
    return BillPaper(
        bill=bill,
        kind=paper.kind,
        position=number,
        dated_on=paper.dated_on,
        number=paper.number,
        title=paper.title,
        description=paper.description,
        letter_type=paper.letter_type,
        stage=paper.stage,
        stage_text=paper.stage_text,
        chamber=paper.chamber,
        committee_id=paper.committee_id,
        document=document,
    )


def _drop(documents: Sequence[int]) -> int:
    if not documents:
        return 0
    return Document.objects.filter(Q(pk__in=documents), versions__isnull=True).delete()[0]
