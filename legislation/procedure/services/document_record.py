"""Writes approved documents into the public record of bills, and stones where they stood."""

from datetime import date, datetime
from typing import Any

from django.db.models import Max

from legislation.bills.enums import TextKind
from legislation.bills.journey import BillPaper
from legislation.bills.models import Bill, BillText
from legislation.documents.enums import DocumentKind
from legislation.documents.models import Document
from legislation.documents.services import ArticleText, record_version
from legislation.people.models import Committee
from legislation.procedure import sentences
from legislation.procedure.models import AttachedFile
from legislation.publishing.models import Publication

STONE = "Publicación retirada"


def write_document(bill: Bill, made: AttachedFile, found: Publication, *, at: datetime) -> None:
    """Make the public record say what was approved of this version.

    Only the publication's content is read. An erratum stands beside what it corrects, which
    keeps its address and says by what it was replaced.
    """
    content = found.content
    made.shown_as = Document.objects.create(
        kind=content["kind"],
        title=content["name"],
        url=content["address"],
        dated_on=date.fromisoformat(content["dated_on"]),
    )
    made.save(update_fields=["shown_as"])
    if found.corrects_id is not None:
        _say_replaced(bill, found, at)
    if content["kind"] == DocumentKind.FILED_TEXT:
        bill.filed_text = made.shown_as
        bill.save(update_fields=["filed_text"])
    else:
        _add_paper(bill, made, found)
    if content["articles"]:
        _add_text(bill, made, content)


def put_document_stone(made: AttachedFile, found: Publication, *, at: datetime) -> None:
    """Leave the reason where the withdrawn document stood; of its words nothing is left there."""
    said = f"{STONE}: {found.reason}"
    BillPaper.objects.filter(document=made.shown_as_id).update(description=said, document=None)
    Bill.objects.filter(filed_text=made.shown_as_id).update(filed_text=None)
    text = BillText.objects.filter(version=made.version_id).first()
    if text is None or made.shown_as is None:
        return
    stone = ArticleText(eid="retirado", label=STONE, heading="", body=found.reason)
    text.version, _is_new = record_version(made.shown_as, [stone], at=at)
    text.save(update_fields=["version"])


def _add_paper(bill: Bill, made: AttachedFile, found: Publication) -> None:
    content = found.content
    kind = sentences.PAPERS[DocumentKind(content["kind"])]
    last = bill.papers.filter(kind=kind).aggregate(last=Max("position"))["last"]
    BillPaper.objects.create(
        bill=bill,
        kind=kind,
        position=(last or 0) + 1,
        dated_on=date.fromisoformat(content["dated_on"]),
        title=content["name"],
        description=f"Fe de erratas: {found.reason}" if found.corrects_id else "",
        stage=content["stage"],
        chamber=content["chamber"],
        committee=Committee.objects.filter(slug=content["committee"]).first(),
        document=made.shown_as,
    )


def _add_text(bill: Bill, made: AttachedFile, content: dict[str, Any]) -> None:
    """A text whose articles were recognised can be read by article and compared with any other."""
    kind = content["text_kind"]
    if content["kind"] == DocumentKind.FILED_TEXT:
        kind = TextKind.FILED
    if not kind or made.version is None:
        return
    last = bill.texts.aggregate(last=Max("position"))["last"] or 0
    BillText.objects.create(
        bill=bill,
        position=last + 1,
        slug=sentences.slug_of_text(kind, last + 1),
        kind=kind,
        dated_on=date.fromisoformat(content["dated_on"]),
        version=made.version,
    )


def _say_replaced(bill: Bill, found: Publication, at: datetime) -> None:
    before = AttachedFile.objects.filter(publication=found.corrects_id).values("shown_as")
    day = f"{at.day} de {sentences.MONTHS[at.month - 1]} de {at.year}"
    BillPaper.objects.filter(bill=bill, document__in=before).update(
        description=f"Reemplazado por fe de erratas del {day}: {found.reason}"
    )
