"""Brings approved documents into the public record, once what they belong to is public."""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import SYSTEM, Actor
from legislation.bills.models import Bill
from legislation.errors import RuleViolation
from legislation.events.services import record
from legislation.procedure.models import AttachedFile, Dossier
from legislation.procedure.selectors.documents import why_not_ready
from legislation.procedure.selectors.publications import dossier_of
from legislation.procedure.services.document_content import digest_of
from legislation.procedure.services.document_record import write_document
from legislation.publishing import permissions
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.events import ContentPublished
from legislation.publishing.models import Publication

logger = logging.getLogger(__name__)


@transaction.atomic
def approve_document(
    *,
    publication_id: int,
    actor: Actor,
    at: datetime,
    due_at: datetime | None = None,
    expected_revision: int | None = None,
) -> Publication:
    """Approve a version of a document and, unless it waits for its hour, publish it.

    It also waits for its bill, and for the act that it came with, to be public.

    :param due_at: not to be published before it; None at once
    :raises AttachedFile.DoesNotExist: that publication is of no document of a dossier
    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises OutOfPlace: it is not in review
    :raises RuleViolation: the antivirus has not let it pass, or its text was not read yet
    """
    dossier = dossier_of(publication_id, lock=True)
    found = publications.locked(publication_id)
    made = _file_of(publication_id)
    permissions.can_approve(actor, found, at).require()
    if reason := why_not_ready(made, found):
        raise RuleViolation(reason)
    found = publications.approve(
        publication_id=publication_id,
        actor=actor,
        at=at,
        due_at=due_at,
        expected_revision=expected_revision,
    )
    _publish_if_ready(dossier, made, found, actor=actor, at=at)
    return found


def publish_due_documents(*, at: datetime) -> int:
    """Publish every approved document whose hour has come and whose bill and act are public.

    One that may not come out holds up no other; that it did not is in the log.

    :returns: how many came out
    """
    waiting = Publication.objects.filter(
        Q(due_at__isnull=True) | Q(due_at__lte=at),
        kind=PublicationKind.DOCUMENT,
        state=PublicationState.APPROVED,
        attachment__document__dossier__bill__isnull=False,
    )
    done = 0
    for pk in waiting.order_by("pk").values_list("pk", flat=True):
        try:
            done += _publish_one_due(pk, at)
        except RuleViolation:
            logger.exception("An approved document did not come out: %s", pk)
    return done


@transaction.atomic
def _publish_one_due(publication_id: int, at: datetime) -> bool:
    dossier = dossier_of(publication_id, lock=True)
    found = publications.locked(publication_id)
    return _publish_if_ready(dossier, _file_of(publication_id), found, actor=SYSTEM, at=at)


def _file_of(publication_id: int) -> AttachedFile:
    return AttachedFile.objects.select_related(
        "document__act__publication", "stored", "version"
    ).get(publication=publication_id)


def _publish_if_ready(
    dossier: Dossier, made: AttachedFile, found: Publication, *, actor: Actor, at: datetime
) -> bool:
    is_due = found.due_at is None or found.due_at <= at
    act = made.document.act
    if found.state != PublicationState.APPROVED or not is_due or dossier.bill_id is None:
        return False
    if act is not None and act.publication.published_at is None:
        return False
    _check_articles(made, found)
    publications.bring_out(found, at=at)
    bill = Bill.objects.select_for_update().get(pk=dossier.bill_id)
    write_document(bill, made, found, at=timezone.localtime(at))
    record(
        ContentPublished(found.pk, found.content_hash, corrects=found.corrects_id),
        actor=actor,
        object_kind=found.object_kind,
        object_key=found.object_key,
        authority="" if actor.user_id else f"account:{found.approved_by_id}",
        others=[("file", made.stored.sha256)],
    )
    return True


def _check_articles(made: AttachedFile, found: Publication) -> None:
    """The articles that come out are those that were approved."""
    told = (found.content["articles"], found.content["articles_sha256"])
    if made.version_id is None or told != digest_of(made.version_id):
        raise RuleViolation(_("Its articles are not those that were approved."))
