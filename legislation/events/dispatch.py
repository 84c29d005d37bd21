"""Runs the reactions to what happened, each in a transaction of its own and as often as needed.

An attempt is counted before it is made: a reaction that takes the whole process down with it is
given up like any other that fails.
"""

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.ledger.models import LedgerEntry
from legislation.events.catalogue import Event, event_of
from legislation.events.enums import DeliveryState
from legislation.events.models import Delivery

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 6
FIRST_WAIT = timedelta(seconds=30)  # then four times as long each time: a good three hours in all
SWEPT_AT_ONCE = 500
LONGEST_ERROR = 2000


@dataclass(frozen=True, slots=True)
class Told:
    """What a reaction is told: what happened, the row that says so, and the time it is now."""

    event: Event
    entry: LedgerEntry
    at: datetime

    def keys(self, kind: str) -> list[str]:
        """The keys of the objects of this kind that the act is about or touches."""
        prefix = f"{kind}:"
        own = [self.entry.object_key] if self.entry.object_kind == kind else []
        return own + [o.removeprefix(prefix) for o in self.entry.others if o.startswith(prefix)]


@dataclass(frozen=True, slots=True)
class Reaction:
    """What follows from some events, or from any event about objects of some kinds.

    Run again, it changes nothing more.
    """

    name: str
    react: Callable[[Told], object]
    events: frozenset[type[Event]] = frozenset()
    kinds: frozenset[str] = frozenset()

    def follows(self, event: type[Event], kinds: Iterable[str]) -> bool:
        return event in self.events or not self.kinds.isdisjoint(kinds)


_reactions: dict[str, Reaction] = {}


def use(reactions: Iterable[Reaction]) -> None:
    """Let these reactions be the ones that follow, and no others.

    :raises ValueError: two of them have one name
    """
    by_name: dict[str, Reaction] = {}
    for reaction in reactions:
        if reaction.name in by_name:
            raise ValueError(f"Two reactions are called {reaction.name}.")
        by_name[reaction.name] = reaction
    _reactions.clear()
    _reactions.update(by_name)


def in_use() -> tuple[Reaction, ...]:
    """The reactions that follow now."""
    return tuple(_reactions.values())


def following(event: type[Event], kinds: Iterable[str]) -> list[str]:
    """The names of the reactions to such an event about objects of these kinds."""
    wanted = set(kinds)
    return [name for name, reaction in _reactions.items() if reaction.follows(event, wanted)]


def deliver(sequence: int, *, at: datetime) -> int:
    """Run what still follows from the act of this number and is due.

    :returns: how many reactions were done
    """
    return _run(Delivery.objects.filter(entry_id=sequence), at)


def sweep(*, at: datetime) -> int:
    """Run everything that is due, the oldest first: what was missed, and what failed before.

    :returns: how many reactions were done
    """
    return _run(Delivery.objects.all(), at)


def _due(at: datetime) -> Q:
    """A first attempt waits for nothing, not even for two clocks to agree."""
    return Q(state=DeliveryState.PENDING) & (Q(attempts=0) | Q(next_at__lte=at))


def _run(deliveries: QuerySet[Delivery], at: datetime) -> int:
    due = deliveries.filter(_due(at)).order_by("entry_id", "pk").values_list("pk", flat=True)
    return sum(_attempt(pk, at) for pk in due[:SWEPT_AT_ONCE])


def _attempt(pk: int, at: datetime) -> bool:
    if not _claim(pk, at):
        return False
    try:
        return _make(pk, at)
    except Exception as wrong:  # whatever it does wrong is kept and seen
        logger.warning("A reaction failed: delivery %s", pk, exc_info=True)
        _note_failure(pk, f"{type(wrong).__name__}: {wrong}")
        return False


@transaction.atomic
def _claim(pk: int, at: datetime) -> bool:
    """Count an attempt. Nobody else makes one until its wait is over."""
    found = Delivery.objects.select_for_update(skip_locked=True).filter(_due(at), pk=pk)
    delivery = found.first()
    if delivery is None:
        return False
    if delivery.attempts >= MOST_ATTEMPTS:
        delivery.state = DeliveryState.DEAD
        delivery.last_error = delivery.last_error or "The last attempt did not live to tell."
        delivery.save(update_fields=["state", "last_error"])
        return False
    delivery.attempts += 1
    delivery.next_at = at + wait_after(delivery.attempts)
    delivery.save(update_fields=["attempts", "next_at"])
    return True


@transaction.atomic
def _make(pk: int, at: datetime) -> bool:
    """React, and say so in the same transaction."""
    found = Delivery.objects.select_for_update(skip_locked=True, of=("self",))
    delivery = found.select_related("entry").filter(pk=pk, state=DeliveryState.PENDING).first()
    if delivery is None:
        return False
    entry = delivery.entry
    event = event_of(entry.act, json.loads(entry.payload)["data"])
    reaction = _reactions.get(delivery.reaction)
    if reaction is None:
        raise LookupError(f"Nothing reacts by the name of {delivery.reaction}.")
    reaction.react(Told(event, entry, at))
    delivery.state, delivery.done_at, delivery.last_error = DeliveryState.DONE, at, ""
    delivery.save(update_fields=["state", "done_at", "last_error"])
    return True


@transaction.atomic
def _note_failure(pk: int, said: str) -> None:
    """Keep what went wrong; after the last attempt it waits for a person.

    What it said goes into the row and not into the ledger, which keeps no stray data.
    """
    found = Delivery.objects.select_for_update().filter(pk=pk, state=DeliveryState.PENDING)
    delivery = found.first()
    if delivery is None:  # it was done: what failed came after
        return
    delivery.last_error = said[:LONGEST_ERROR]
    if delivery.attempts >= MOST_ATTEMPTS:
        delivery.state = DeliveryState.DEAD
    delivery.save(update_fields=["last_error", "state"])


def wait_after(attempts: int) -> timedelta:
    """How long after this many attempts the next one is made."""
    return FIRST_WAIT * int(4 ** (attempts - 1))
