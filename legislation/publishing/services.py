"""Takes content from draft to public, one lawful step at a time.

The subject that owns the content calls these in its own transaction, and writes the public
record itself; ``note_…`` functions write the ledger and therefore come last.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.errors import Overtaken, RuleViolation
from legislation.events.services import record
from legislation.publishing import lifecycle, permissions
from legislation.publishing.content import content_hash
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.events import (
    ContentApproved,
    ContentDiscarded,
    ContentReturned,
    ContentSubmitted,
)
from legislation.publishing.models import Publication


def draft(
    *,
    kind: PublicationKind,
    object_kind: str,
    object_key: str,
    content: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    corrects: Publication | None = None,
    reason: str = "",
) -> Publication:
    """Keep these words as a draft of this actor's. Writes no ledger: its subject does.

    :param corrects: the publication of which this is an erratum; then with a reason
    :raises RuleViolation: it corrects what is not public, or gives no reason
    """
    if corrects is not None:
        if corrects.state != PublicationState.PUBLISHED:
            raise RuleViolation(_("Only what is published is corrected by an erratum."))
        if not reason:
            raise RuleViolation(_("Say why: an erratum gives its reason."))
    return Publication.objects.create(
        kind=kind,
        object_kind=object_kind,
        object_key=object_key,
        content=dict(content),
        content_hash=content_hash(content),
        drafted_by_id=actor.user_id,
        drafted_at=at,
        corrects=corrects,
        reason=reason,
    )


def is_being_corrected(found: Publication) -> bool:
    """Whether it has an erratum that was not discarded, out or on its way."""
    return found.errata.exclude(state=PublicationState.DISCARDED).exists()


def locked(publication_id: int, *, expected_revision: int | None = None) -> Publication:
    """The publication, locked until the transaction ends.

    :param expected_revision: the revision that whoever asks was looking at
    :raises Publication.DoesNotExist: there is none
    :raises Overtaken: it has changed since
    """
    found = Publication.objects.select_for_update().get(pk=publication_id)
    if expected_revision not in (None, found.revision):
        raise Overtaken(_("Somebody changed it while you were looking at it."))
    return found


@transaction.atomic
def submit(
    *, publication_id: int, actor: Actor, at: datetime, expected_revision: int | None = None
) -> Publication:
    """Ask a second person to approve the draft.

    :raises NotPermitted: it is not the actor's draft
    :raises OutOfPlace: it is no draft
    """
    found = locked(publication_id, expected_revision=expected_revision)
    permissions.can_edit(actor, found).require()
    lifecycle.check(_state(found), PublicationState.IN_REVIEW, _("Only a draft is submitted."))
    found.submitted_at = at
    _move(found, PublicationState.IN_REVIEW, "submitted_at")
    _record(ContentSubmitted(found.pk, found.content_hash), found, actor)
    return found


@transaction.atomic
def send_back(
    *,
    publication_id: int,
    reason: str,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Publication:
    """Return what is in review, or approved and not yet out, to its author with the reason.

    :raises NotPermitted: the actor may not review it
    :raises RuleViolation: no reason is given, or it is not in review
    """
    found = locked(publication_id, expected_revision=expected_revision)
    permissions.can_review(actor, found).require()
    if not reason.strip():
        raise RuleViolation(_("Say why: whoever drafted it must know what to mend."))
    lifecycle.check(_state(found), PublicationState.DRAFT, _("Only what is in review is returned."))
    if found.corrects_id is None:
        found.reason = reason.strip()
    _forget_approval(found)
    _move(found, PublicationState.DRAFT, "reason", *APPROVAL)
    _record(ContentReturned(found.pk, reason.strip()), found, actor)
    return found


@transaction.atomic
def edit(
    *,
    publication_id: int,
    content: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Publication:
    """Put other words in the place of these. Whatever approval there was is gone.

    :raises NotPermitted: it is not the actor's
    :raises OutOfPlace: it is public, or discarded
    """
    found = locked(publication_id, expected_revision=expected_revision)
    permissions.can_edit(actor, found).require()
    if found.state != PublicationState.DRAFT:
        lifecycle.check(
            _state(found), PublicationState.DRAFT, _("What is public is corrected by an erratum.")
        )
    found.content, found.content_hash = dict(content), content_hash(content)
    _forget_approval(found)
    _move(found, PublicationState.DRAFT, "content", "content_hash", *APPROVAL)
    return found


@transaction.atomic
def approve(
    *,
    publication_id: int,
    actor: Actor,
    at: datetime,
    due_at: datetime | None = None,
    expected_revision: int | None = None,
) -> Publication:
    """Approve these very words, to be public at once or at an hour.

    :param due_at: not to be published before it; None as soon as may be
    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises OutOfPlace: it is not in review
    """
    found = locked(publication_id, expected_revision=expected_revision)
    permissions.can_approve(actor, found, at).require()
    lifecycle.check(
        _state(found), PublicationState.APPROVED, _("Only what is in review is approved.")
    )
    found.approved_by_id, found.approved_at = actor.user_id, at
    found.approved_hash, found.due_at = found.content_hash, due_at
    _move(found, PublicationState.APPROVED, "due_at", *APPROVAL)
    said = due_at.isoformat() if due_at else ""
    _record(ContentApproved(found.pk, found.content_hash, said), found, actor)
    return found


def complete(found: Publication, *, content: Mapping[str, Any]) -> None:
    """Put in what was not known yet when a locked publication was drafted.

    It stays where it is, but whoever was looking at it must look again. Writes no ledger: what
    became known is in it already.

    :raises OutOfPlace: it was approved, so that its words are settled
    """
    if found.state not in (PublicationState.DRAFT, PublicationState.IN_REVIEW):
        raise lifecycle.OutOfPlace(_("What was approved is not completed."))
    found.content, found.content_hash = dict(content), content_hash(content)
    _move(found, _state(found), "content", "content_hash")


def bring_out(found: Publication, *, at: datetime) -> None:
    """Mark a locked publication as public. Its subject writes the public record and the ledger.

    :raises OutOfPlace: it is not approved, or its hour has not come
    :raises RuleViolation: its words are not those that were approved
    """
    lifecycle.check(
        _state(found), PublicationState.PUBLISHED, _("Only what is approved is published.")
    )
    if found.due_at is not None and at < found.due_at:
        raise lifecycle.OutOfPlace(_("Its hour has not come."))
    if content_hash(found.content) != found.approved_hash:
        raise RuleViolation(_("Its words are not those that were approved."))
    found.published_at = at
    _move(found, PublicationState.PUBLISHED, "published_at")


def take_back(found: Publication, *, reason: str, actor: Actor, at: datetime) -> None:
    """Mark a locked, public publication as withdrawn. Its subject puts the stone in its place.

    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises RuleViolation: no reason is given, or it is not public
    """
    permissions.can_withdraw(actor, found, at).require()
    if not reason.strip():
        raise RuleViolation(_("Say why: what is withdrawn leaves a stone with the reason."))
    lifecycle.check(
        _state(found), PublicationState.WITHDRAWN, _("Only what is published is withdrawn.")
    )
    found.withdrawn_at, found.reason = at, reason.strip()
    _move(found, PublicationState.WITHDRAWN, "withdrawn_at", "reason")


def give_up(publication_id: int, *, reason: str, actor: Actor) -> None:
    """Discard what never came out because its subject no longer wants it, whoever drafted it.

    :raises OutOfPlace: it is public
    """
    found = locked(publication_id)
    lifecycle.check(
        _state(found), PublicationState.DISCARDED, _("What is public is not discarded.")
    )
    _forget_approval(found)
    _move(found, PublicationState.DISCARDED, *APPROVAL)
    _record(ContentDiscarded(found.pk, reason), found, actor)


@transaction.atomic
def reword(
    *,
    publication_id: int,
    description: str,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
    submits: bool = False,
) -> Publication:
    """Put another sentence in the place of what would be published. Approvals are gone.

    :param submits: ask a second person to approve it in the same breath
    :raises NotPermitted: it is not the actor's
    :raises Overtaken: it has changed since
    :raises RuleViolation: it is empty, or public
    """
    if not description.strip():
        raise RuleViolation(_("What is published says something."))
    found = locked(publication_id, expected_revision=expected_revision)
    content = {**found.content, "description": description.strip()}
    edit(publication_id=publication_id, content=content, actor=actor, at=at)
    if submits:
        return submit(publication_id=publication_id, actor=actor, at=at)
    found.refresh_from_db()
    return found


@transaction.atomic
def discard(*, publication_id: int, reason: str, actor: Actor, at: datetime) -> Publication:
    """Give up a publication that never came out.

    :raises NotPermitted: it is not the actor's
    :raises OutOfPlace: it is public
    """
    found = locked(publication_id)
    permissions.can_edit(actor, found).require()
    lifecycle.check(
        _state(found), PublicationState.DISCARDED, _("What is public is not discarded.")
    )
    _forget_approval(found)
    _move(found, PublicationState.DISCARDED, *APPROVAL)
    _record(ContentDiscarded(found.pk, reason), found, actor)
    return found


APPROVAL = ("approved_by", "approved_at", "approved_hash")


def _forget_approval(found: Publication) -> None:
    found.approved_by, found.approved_at, found.approved_hash = None, None, ""


def _state(found: Publication) -> PublicationState:
    return PublicationState(found.state)


def _move(found: Publication, state: PublicationState, *fields: str) -> None:
    found.state = state
    found.revision += 1
    found.save(update_fields=["state", "revision", *fields])


def _record(event: Any, found: Publication, actor: Actor) -> None:
    record(event, actor=actor, object_kind=found.object_kind, object_key=found.object_key)
