"""The sittings that dealt with one bill, for the page of that bill: by hand, to cost little."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import connection


class NextSitting(NamedTuple):
    """A sitting to come with a bill in its agenda. ``committee`` is empty for the floor."""

    legislature: int
    number: int
    held_on: date
    starts_at: datetime | None
    committee: str
    committee_slug: str


_NEXT = """
SELECT s.legislature_id, s.number, s.held_on, s.starts_at, coalesce(c.name, ''),
  coalesce(c.slug, '')
FROM legislation_agendaitem a
JOIN legislation_session s ON s.id = a.session_id
LEFT JOIN legislation_committee c ON c.id = s.committee_id
WHERE a.bill_id = %s AND s.state = 'SUMMONED' AND s.held_on >= %s
ORDER BY s.held_on, s.starts_at NULLS LAST, s.id LIMIT 1
"""
_FLOOR = """
SELECT DISTINCT s.legislature_id, s.number
FROM legislation_step t
JOIN legislation_session s
  ON s.legislature_id = t.legislature_number AND s.number = t.session_number
WHERE t.bill_id = %s AND t.chamber = 'SENATE' AND t.session_number IS NOT NULL
  AND s.committee_id IS NULL
"""


def next_sitting_of(bill_id: int, *, since: date) -> NextSitting | None:
    """The first sitting, from a day on, summoned to deal with a bill. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [bill_id, since])
        row = cursor.fetchone()
    return NextSitting._make(row) if row else None


def floor_sittings_of(bill_id: int) -> set[tuple[int, int]]:
    """Legislature and number of each sitting of the floor that a step of a bill names and
    that is on record. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_FLOOR, [bill_id])
        return set(cursor.fetchall())
