"""Applies changes that a second person approved, with the votes that hang on them."""

import logging
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Q

from accounts.actors import SYSTEM, Actor
from legislation.errors import RuleViolation
from legislation.events.catalogue import Event
from legislation.events.services import record
from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import RowKind
from legislation.membership.events import PersonChanged, PersonRowCorrected
from legislation.membership.guards import CHANGE_IN_OFFICE
from legislation.membership.models import PersonAct
from legislation.membership.proposals import Change
from legislation.membership.services import registering
from legislation.membership.services.applying import write
from legislation.membership.services.checking import check
from legislation.membership.services.refusals import said
from legislation.membership.services.spans import Written
from legislation.people.models import Committee, Constituency, Person
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationState
from legislation.publishing.events import ContentPublished
from legislation.publishing.models import Publication
from legislation.votes.services import recount_votes

logger = logging.getLogger(__name__)


@transaction.atomic
def approve_change(
    *,
    publication_id: int,
    actor: Actor,
    at: datetime,
    due_at: datetime | None = None,
    expected_revision: int | None = None,
) -> Publication:
    """Approve a change of a person and, unless it waits for its hour, apply it.

    A change in who is in office decides the votes of its days again in the same transaction
    (Ley 18.918, art. 7).

    :param due_at: not to be applied before it; None at once
    :raises PersonAct.DoesNotExist: that publication is of no such change
    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises OutOfPlace: it is not in review
    :raises Unlawful: the law does not allow it any more, as the record is now
    :raises RuleViolation: the record does not
    """
    act = PersonAct.objects.get(publication=publication_id)
    change = _locked_with_its_objects(act)
    found = publications.approve(
        publication_id=publication_id,
        actor=actor,
        at=at,
        due_at=due_at,
        expected_revision=expected_revision,
    )
    _apply_if_ready(act, change, found, actor=actor, at=at)
    return found


def publish_due(*, at: datetime) -> int:
    """Apply every approved change whose hour has come.

    One that the record no longer allows stays approved, for somebody to send back.

    :returns: how many were applied
    """
    waiting = PersonAct.objects.filter(
        Q(publication__due_at__isnull=True) | Q(publication__due_at__lte=at),
        publication__state=PublicationState.APPROVED,
    )
    done = 0
    for act in waiting.order_by("pk"):
        try:
            with transaction.atomic():
                change = _locked_with_its_objects(act)
                found = publications.locked(act.publication_id)
                done += _apply_if_ready(act, change, found, actor=SYSTEM, at=at)
        except RuleViolation as refusal:
            logger.warning("Publication %s was not applied: %s", act.publication_id, refusal)
    return done


def _locked_with_its_objects(act: PersonAct) -> Change:
    """The change, with what it touches locked, always in this order: nobody adds to it meanwhile."""
    change = Change.from_json(Publication.objects.get(pk=act.publication_id).content["details"])
    Constituency.objects.select_for_update().filter(pk=_constituency(change) or 0).first()
    Committee.objects.select_for_update().filter(pk=_committee(change) or 0).first()
    people = Person.objects.select_for_update().filter(
        pk__in=[one for one in (act.person_id, change.other_id) if one]
    )
    list(people.order_by("pk"))
    return change


def _constituency(change: Change) -> int | None:
    if change.row_kind == RowKind.MANDATE:
        found = Constituency.objects.filter(mandates=change.row_id)
        return found.values_list("pk", flat=True).first()
    return change.constituency


def _committee(change: Change) -> int | None:
    if change.row_kind == RowKind.COMMITTEE:
        return Committee.objects.filter(seats=change.row_id).values_list("pk", flat=True).first()
    return change.committee_id


def _apply_if_ready(
    act: PersonAct, change: Change, found: Publication, *, actor: Actor, at: datetime
) -> bool:
    is_due = found.due_at is None or found.due_at <= at
    if found.state != PublicationState.APPROVED or not is_due:
        return False
    publications.bring_out(found, at=at)
    told = _written(act, change)
    votes = recount_votes(told.since, told.until) if _changes_in_office(change) else 0
    tell = partial(
        record,
        actor=actor,
        object_kind=found.object_kind,
        object_key=found.object_key,
        authority="" if actor.user_id else f"account:{found.approved_by_id}",
    )
    tell(_event(change, found, votes), before=told.before, after=told.after)
    tell(ContentPublished(found.pk, found.content_hash, corrects=found.corrects_id))
    return True


def _written(act: PersonAct, change: Change) -> Written:
    if act.person is None:
        registering.register(change)
        return Written()
    check(change, act.person)
    with said():
        return write(change, act.person)


def _changes_in_office(change: Change) -> bool:
    return change.kind in CHANGE_IN_OFFICE or change.row_kind in (
        RowKind.MANDATE,
        RowKind.EXCLUSION,
    )


def _event(change: Change, found: Publication, votes: int) -> Event:
    if change.kind == K.CORRECT:
        row = f"{change.row_kind}:{change.row_id}"
        return PersonRowCorrected(found.object_key, row, change.reason, found.pk, votes)
    return PersonChanged(found.object_key, change.kind, change.since.isoformat(), found.pk, votes)
