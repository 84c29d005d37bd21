"""Which urgencies run out next."""

from datetime import date
from typing import NamedTuple

from django.db import connection

_EXPIRING = """
    SELECT bill.kind, bill.number, bill.title, bill.plain_title,
           urgency.kind, urgency.set_on, urgency.due_on
      FROM legislation_urgency AS urgency
      JOIN legislation_bill AS bill ON bill.id = urgency.bill_id
     WHERE urgency.ended_on IS NULL AND urgency."end" = ''
       AND urgency.due_on >= %(on)s AND urgency.set_on <= %(on)s
       AND bill.status = 'IN_PROGRESS'
     ORDER BY urgency.due_on, urgency.id
     LIMIT {limit:d}
"""


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
    with connection.cursor() as cursor:
        cursor.execute(_EXPIRING.format(limit=limit), {"on": on})
        return [ExpiringUrgency(*row) for row in cursor.fetchall()]
