"""Records what happened, and puts back a reaction that was given up."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.ledger.models import LedgerEntry
from accounts.ledger.services import append
from legislation.errors import RuleViolation
from legislation.events import dispatch, permissions, tasks
from legislation.events.catalogue import Event, data_of
from legislation.events.enums import DeliveryState
from legislation.events.models import Delivery

logger = logging.getLogger(__name__)


def record(
    event: Event,
    *,
    actor: Actor,
    object_kind: str,
    object_key: str,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    authority: str = "",
    others: Sequence[tuple[str, str]] = (),
) -> LedgerEntry:
    """Write an event into the ledger and have its reactions run once it is committed.

    The last statement of the service that did the act, in its transaction: whoever records
    next waits until that ends. A broker that is down fails nothing: what is pending is swept.

    :param before: the values that the act changed, as they were
    :param after: the same values, as they are now
    :param authority: in whose name it was done, when not the actor's own: a role or an office
    :param others: further objects that it touches, as (kind, key)
    :raises TransactionManagementError: there is no transaction
    :raises accounts.ledger.canonical.NotPlain: a value that the ledger cannot hold exactly
    """
    entry = append(
        act=event.act,
        actor=actor,
        object_kind=object_kind,
        object_key=object_key,
        data=data_of(event),
        before=before,
        after=after,
        authority=authority,
        others=others,
    )
    wanted = dispatch.following(type(event), {object_kind, *(kind for kind, _key in others)})
    if wanted:
        Delivery.objects.bulk_create(
            Delivery(entry=entry, reaction=name, next_at=entry.recorded_at) for name in wanted
        )
        transaction.on_commit(partial(_queue, entry.sequence))
    return entry


def _queue(sequence: int) -> None:
    """The act is done, whatever becomes of this."""
    try:
        tasks.deliver.apply_async(kwargs={"sequence": sequence}, retry=False)
    except Exception:
        logger.warning("Act %s waits for the sweeper: it was not queued.", sequence, exc_info=True)


@transaction.atomic
def replay(*, delivery_id: int, actor: Actor, at: datetime) -> Delivery:
    """Put a reaction that was given up back among those to be run, and say who did.

    :raises NotPermitted: the actor does not look after the system
    :raises RuleViolation: it was not given up
    """
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
    permissions.can_replay(actor).require()
    if delivery.state != DeliveryState.DEAD:
        raise RuleViolation(_("Only a delivery that was given up can be run again."))
    delivery.state, delivery.attempts, delivery.next_at = DeliveryState.PENDING, 0, at
    delivery.save(update_fields=["state", "attempts", "next_at"])
    append(
        act="delivery.replayed",
        actor=actor,
        object_kind="delivery",
        object_key=str(delivery.pk),
        data={"sequence": delivery.entry_id, "reaction": delivery.reaction},
    )
    transaction.on_commit(partial(_queue, delivery.entry_id))
    return delivery
