"""Brings approved acts into the public record, in the order in which they were taken."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.actors import SYSTEM, Actor
from legislation.errors import RuleViolation
from legislation.events.services import record
from legislation.procedure.models import Act, Dossier
from legislation.procedure.selectors.publications import act_of, dossier_of
from legislation.procedure.services.public_record import correct, write
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.events import ContentPublished
from legislation.publishing.models import Publication


@transaction.atomic
def approve_act(
    *,
    publication_id: int,
    actor: Actor,
    at: datetime,
    due_at: datetime | None = None,
    expected_revision: int | None = None,
) -> Publication:
    """Approve an act's words and, unless they wait for their hour, publish them.

    An act waits for those taken before it; what was approved and waited for this one follows.

    :param due_at: not to be published before it; None at once
    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises OutOfPlace: it is not in review
    """
    dossier = dossier_of(publication_id, lock=True)
    found = publications.approve(
        publication_id=publication_id,
        actor=actor,
        at=at,
        due_at=due_at,
        expected_revision=expected_revision,
    )
    if found.corrects_id is None:
        _publish_ready(dossier, actor=actor, at=at)
    elif due_at is None or due_at <= at:
        _bring_out(dossier, act_of(found), found, actor=actor, at=at)
    found.refresh_from_db()
    return found


@transaction.atomic
def approve_acts(*, seen: Sequence[tuple[int, int]], actor: Actor, at: datetime) -> int:
    """Approve the words of several acts at once: all of them or, if one is refused, none.

    :param seen: each publication with the revision that the actor was looking at
    :returns: how many
    :raises RuleViolation: nothing was chosen; or as ``approve_act``, naming which one
    """
    if not seen:
        raise RuleViolation(_("Choose at least one."))
    for publication_id, revision in sorted(seen):
        try:
            approve_act(
                publication_id=publication_id, actor=actor, at=at, expected_revision=revision
            )
        except RuleViolation as refusal:
            bill = Act.objects.values_list("dossier__number", flat=True).get(
                publication=publication_id
            )
            raise type(refusal)(f"{bill}: {refusal}") from refusal
    return len(seen)


@transaction.atomic
def publish_act(*, publication_id: int, actor: Actor, at: datetime) -> Publication:
    """Publish an act that was approved.

    :raises OutOfPlace: it is not approved, or its hour has not come
    :raises RuleViolation: an act taken before it is not public yet
    """
    dossier = dossier_of(publication_id, lock=True)
    found = publications.locked(publication_id)
    act = act_of(found)
    if found.corrects_id is None and next(iter(_unpublished(dossier)), None) != act:
        raise RuleViolation(_("An act taken before this one is not public yet."))
    _bring_out(dossier, act, found, actor=actor, at=at)
    return found


def publish_due(*, at: datetime) -> int:
    """Publish whatever was approved and whose hour has come; each bill in its own transaction.

    :returns: how many acts came out
    """
    waiting = Publication.objects.filter(
        Q(due_at__isnull=True) | Q(due_at__lte=at),
        kind=PublicationKind.ACT,
        state=PublicationState.APPROVED,
    )
    done = 0
    for pk in waiting.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            done += _publish_one_due(pk, at)
    return done


def _publish_one_due(publication_id: int, at: datetime) -> int:
    """What waits for acts taken before it goes on waiting; what another process took is left."""
    dossier = dossier_of(publication_id, lock=True)
    found = publications.locked(publication_id)
    if found.state != PublicationState.APPROVED:
        return 0
    if found.corrects_id is None:
        return _publish_ready(dossier, actor=SYSTEM, at=at)
    _bring_out(dossier, act_of(found), found, actor=SYSTEM, at=at)
    return 1


def _publish_ready(dossier: Dossier, *, actor: Actor, at: datetime) -> int:
    """Publish from the first unpublished act on, as far as approved and due."""
    done = 0
    for act in _unpublished(dossier):
        found = publications.locked(act.publication_id)
        is_due = found.due_at is None or found.due_at <= at
        if found.state != PublicationState.APPROVED or not is_due:
            break
        _bring_out(dossier, act, found, actor=actor, at=at)
        done += 1
    return done


def _unpublished(dossier: Dossier) -> list[Act]:
    return list(
        dossier.acts.filter(publication__published_at__isnull=True)
        .exclude(publication__state=PublicationState.DISCARDED)
        .order_by("position")
    )


def _bring_out(
    dossier: Dossier, act: Act, found: Publication, *, actor: Actor, at: datetime
) -> None:
    publications.bring_out(found, at=at)
    if found.corrects_id is None:
        write(dossier, act, found)
    else:
        correct(found, on=localtime(at).date())
    record(
        ContentPublished(found.pk, found.content_hash, corrects=found.corrects_id),
        actor=actor,
        object_kind=found.object_kind,
        object_key=found.object_key,
        authority="" if actor.user_id else f"account:{found.approved_by_id}",
    )
