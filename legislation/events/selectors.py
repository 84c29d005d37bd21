"""What was not delivered yet, and what was given up."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from legislation.events.enums import DeliveryState
from legislation.events.models import Delivery

NEWEST_FIRST = ("-entry_id", "-id")


class DeliveryRow(NamedTuple):
    """A reaction that was given up, and the act that it was to follow."""

    id: int
    reaction: str
    attempts: int
    last_error: str
    entry_id: int
    entry__act: str
    entry__object_kind: str
    entry__object_key: str
    entry__recorded_at: datetime


def list_given_up(*, reaction: str = "") -> "QuerySet[Delivery, Any]":
    """Reactions that wait for a person, as named rows with ``DeliveryRow``'s fields.

    To be paged by ``NEWEST_FIRST``.

    :param reaction: part of its name
    """
    found = _dead().filter(reaction__icontains=reaction)
    return found.values_list(*DeliveryRow._fields, named=True)


def given_up(*, limit: int = 100) -> list[Delivery]:
    """Reactions that wait for a person, the latest act first, each with the act itself."""
    return list(_dead().select_related("entry").order_by("-entry_id", "reaction")[:limit])


def count_given_up() -> int:
    """How many reactions wait for a person."""
    return _dead().count()


def _dead() -> QuerySet[Delivery]:
    return Delivery.objects.filter(state=DeliveryState.DEAD)
