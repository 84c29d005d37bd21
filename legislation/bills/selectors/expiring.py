"""Which urgencies run out next."""

from datetime import date
from typing import NamedTuple

from legislation.bills.enums import Status
from legislation.bills.journey import Urgency


class ExpiringUrgency(NamedTuple):
    """An urgency that nobody ended, and the bill that it presses."""

    bill_kind: str
    number: str
    title: str
    plain_title: str
    kind: str
    set_on: date
    due_on: date


def urgencies_expiring(on: date, *, limit: int) -> list[ExpiringUrgency]:
    """The running urgencies of bills in progress, the next to expire first. One query.

    :param on: the day on which they must still run
    """
    rows = (
        Urgency.objects.filter(
            ended_on__isnull=True,
            end="",
            due_on__gte=on,
            set_on__lte=on,
            bill__status=Status.IN_PROGRESS,
        )
        .order_by("due_on", "id")
        .values_list(
            "bill__kind",
            "bill__number",
            "bill__title",
            "bill__plain_title",
            "kind",
            "set_on",
            "due_on",
        )[:limit]
    )
    return [ExpiringUrgency(*row) for row in rows]
