"""What was not delivered yet, and what was given up."""

from django.db.models import QuerySet

from legislation.events.enums import DeliveryState
from legislation.events.models import Delivery


def given_up(*, limit: int = 100) -> list[Delivery]:
    """Reactions that wait for a person, the latest act first, each with the act itself."""
    return list(_dead().select_related("entry").order_by("-entry_id", "reaction")[:limit])


def count_given_up() -> int:
    """How many reactions wait for a person."""
    return _dead().count()


def _dead() -> QuerySet[Delivery]:
    return Delivery.objects.filter(state=DeliveryState.DEAD)
