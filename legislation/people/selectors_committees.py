"""Committees and who sits, or sat, on them. By hand: composing these queries anew each time
costs more than asking them."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from legislation.people.models import Committee


class CommitteeRow(NamedTuple):
    """A committee as a list names it, with its chair and how many sit on it on a day.

    ``members`` is 0 where the record knows nobody's seat; that is not to say it is empty.
    """

    id: int
    slug: str
    name: str
    kind: str
    chamber: str
    sort_key: str
    members: int
    chair: str | None
    chair_slug: str | None


class CommitteeDetail(NamedTuple):
    id: int
    slug: str
    name: str
    kind: str
    chamber: str
    remit: str
    source_name: str | None
    source_url: str | None
    source_read_at: datetime | None


class SeatRow(NamedTuple):
    """Somebody's days on a committee, with the last region and party of those days.

    From ``since`` until, and not including, ``until`` (None: no end known).
    """

    slug: str
    full_name: str
    role: str
    since: date | None
    until: date | None
    region: str | None
    party: str | None

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


_COMMITTEES = """
SELECT c.id, c.slug, c.name, c.kind, c.chamber, c.sort_key, count(s.id),
  max(p.full_name), max(p.slug)
FROM legislation_committee c
LEFT JOIN legislation_committeeseat s ON s.committee_id = c.id AND s.during @> %(on)s::date
LEFT JOIN legislation_person p ON p.id = s.person_id AND s.role = 'CHAIR'
GROUP BY c.id ORDER BY c.sort_key, c.chamber
"""

_COMMITTEE = """
SELECT c.id, c.slug, c.name, c.kind, c.chamber, c.remit, o.name, o.url, o.read_at
FROM legislation_committee c LEFT JOIN legislation_source o ON o.id = c.source_id
WHERE c.slug = %(slug)s
"""

# In the alphabet CHAIR comes before MEMBER, as it should here.
_SEATS = """
SELECT p.slug, p.full_name, s.role, lower(s.during), upper(s.during),
  (SELECT k.short_name FROM legislation_mandate m
     JOIN legislation_constituency k ON k.number = m.constituency_id
     WHERE m.person_id = p.id AND m.during && s.during ORDER BY m.during DESC LIMIT 1),
  (SELECT y.name FROM legislation_partymembership m JOIN legislation_party y ON y.id = m.party_id
     WHERE m.person_id = p.id AND m.during && s.during ORDER BY m.during DESC LIMIT 1)
FROM legislation_committeeseat s JOIN legislation_person p ON p.id = s.person_id
WHERE s.committee_id = %(committee)s
ORDER BY s.role, p.sort_key, s.during DESC
"""


def list_committees(*, on: date) -> list[CommitteeRow]:
    """Every committee, in Spanish order, with its chair and size on a day. One query."""
    return [CommitteeRow._make(row) for row in _fetch(_COMMITTEES, {"on": on})]


def get_committee(slug: str) -> CommitteeDetail:
    """A committee by its address. One query.

    :raises Committee.DoesNotExist: there is none
    """
    found = _fetch(_COMMITTEE, {"slug": slug})
    if not found:
        raise Committee.DoesNotExist
    return CommitteeDetail._make(found[0])


def seats_of(committee_id: int) -> list[SeatRow]:
    """Every seat held on a committee, chairs first and then in Spanish order. One query."""
    return [SeatRow._make(row) for row in _fetch(_SEATS, {"committee": committee_id})]


def _fetch(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
