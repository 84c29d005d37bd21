"""The bills that somebody signed, for that person's page: written by hand, to cost little."""

from datetime import date
from typing import NamedTuple

from django.db import connection

_SIGNED = """
    SELECT bill.number, bill.title, bill.plain_title, bill.status, bill.filed_on
      FROM legislation_authorship AS signed
      JOIN legislation_bill AS bill ON bill.id = signed.bill_id AND bill.kind = 'BILL'
     WHERE signed.person_id = %(person)s
     ORDER BY bill.last_step_on DESC, bill.id DESC
     LIMIT {limit:d}
"""


class SignedBill(NamedTuple):
    number: str
    title: str
    plain_title: str
    status: str
    filed_on: date


def signed_bills(person_id: int, *, limit: int) -> list[SignedBill]:
    """The bills with a person's signature that moved last. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_SIGNED.format(limit=limit), {"person": person_id})
        return [SignedBill(*row) for row in cursor.fetchall()]
