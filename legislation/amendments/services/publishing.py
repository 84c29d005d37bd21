"""Brings approved amendment papers into the public record of their bills."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q

from accounts.actors import SYSTEM, Actor
from legislation.amendments.models import AmendmentPaper
from legislation.amendments.services.judging import locked_paper
from legislation.bills.enums import PaperKind
from legislation.bills.journey import BillPaper
from legislation.bills.models import Bill
from legislation.documents.enums import DocumentKind
from legislation.documents.models import Document
from legislation.documents.services import ArticleText, record_version
from legislation.events.services import record
from legislation.people.enums import Chamber
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationState
from legislation.publishing.events import ContentPublished
from legislation.publishing.models import Publication


@transaction.atomic
def approve_paper(
    *,
    publication_id: int,
    actor: Actor,
    at: datetime,
    due_at: datetime | None = None,
    expected_revision: int | None = None,
) -> Publication:
    """Approve a closed paper and, unless it waits for its hour, publish it.

    It also waits for its bill, if nothing of that is public yet.

    :param due_at: not to be published before it; None at once
    :raises AmendmentPaper.DoesNotExist: that publication is of no amendment paper
    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises OutOfPlace: it is not in review
    """
    paper = _paper_of(publication_id)
    found = publications.approve(
        publication_id=publication_id,
        actor=actor,
        at=at,
        due_at=due_at,
        expected_revision=expected_revision,
    )
    _publish_if_ready(paper, found, actor=actor, at=at)
    return found


def publish_due(*, at: datetime) -> int:
    """Publish every approved paper whose hour has come and whose bill is public.

    :returns: how many came out
    """
    waiting = AmendmentPaper.objects.filter(
        Q(publication__due_at__isnull=True) | Q(publication__due_at__lte=at),
        publication__state=PublicationState.APPROVED,
        dossier__bill__isnull=False,
    )
    done = 0
    for pk in waiting.order_by("pk").values_list("publication_id", flat=True):
        with transaction.atomic():
            paper = _paper_of(pk)
            done += _publish_if_ready(paper, publications.locked(pk), actor=SYSTEM, at=at)
    return done


def _paper_of(publication_id: int) -> AmendmentPaper:
    """The paper, locked with its dossier before its publication: always in this order."""
    pk = AmendmentPaper.objects.values_list("pk", flat=True).get(publication=publication_id)
    return locked_paper(pk, None)


def _publish_if_ready(
    paper: AmendmentPaper, found: Publication, *, actor: Actor, at: datetime
) -> bool:
    is_due = found.due_at is None or found.due_at <= at
    if found.state != PublicationState.APPROVED or not is_due or paper.dossier.bill_id is None:
        return False
    publications.bring_out(found, at=at)
    bill = Bill.objects.select_for_update().get(pk=paper.dossier.bill_id)
    _write(bill, paper, found, at)
    record(
        ContentPublished(found.pk, found.content_hash, corrects=found.corrects_id),
        actor=actor,
        object_kind=found.object_kind,
        object_key=found.object_key,
        authority="" if actor.user_id else f"account:{found.approved_by_id}",
    )
    return True


def _write(bill: Bill, paper: AmendmentPaper, found: Publication, at: datetime) -> None:
    """Only the publication's content is read: what a second person saw is what comes out."""
    content = found.content
    dated_on = date.fromisoformat(content["dated_on"])
    title = f"Boletín de indicaciones N° {content['paper']}"
    document = Document.objects.create(
        kind=DocumentKind.AMENDMENTS, title=f"{title}, boletín {bill.number}", dated_on=dated_on
    )
    record_version(document, _articles(content["amendments"]), at=at)
    last = bill.papers.filter(kind=PaperKind.AMENDMENTS).aggregate(last=Max("position"))["last"]
    BillPaper.objects.create(
        bill=bill,
        kind=PaperKind.AMENDMENTS,
        position=(last or 0) + 1,
        dated_on=dated_on,
        number=str(content["paper"]),
        title=title,
        description=content["description"],
        stage=bill.stage,
        chamber=Chamber.SENATE,
        committee=paper.dossier.committee,
        document=document,
    )


def _articles(amendments: list[dict[str, object]]) -> list[ArticleText]:
    """Each amendment as an article of the document, so that it can be cited."""
    return [
        ArticleText(
            eid=f"ind_{one['number']}",
            label=f"Indicación {one['number']}",
            heading=str(one["said"])[:300],
            body=_body(one),
        )
        for one in amendments
    ]


def _body(one: dict[str, object]) -> str:
    authors = one["authors"]
    of = "; ".join(map(str, authors)) if isinstance(authors, list) else ""
    return "\n\n".join(part for part in (f"De {of}.", str(one["said"]), str(one["text"])) if part)
