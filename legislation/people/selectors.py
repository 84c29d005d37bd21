"""Who is in office on a day, and how well the record knows it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection

from legislation.people.enums import HeadcountBasis

# Every page of a vote asks these: written once here, they cost the framework nothing.
_HEADCOUNT = """
    SELECT EXISTS (SELECT FROM legislation_rosterspan WHERE during @> %(day)s::date),
           (SELECT count(*) FROM legislation_mandate AS held
             WHERE held.during @> %(day)s::date
               AND NOT EXISTS (SELECT FROM legislation_exclusionfromoffice AS out
                                WHERE out.person_id = held.person_id
                                  AND out.during @> %(day)s::date)),
           (SELECT count(*) FROM legislation_exclusionfromoffice WHERE during @> %(day)s::date),
           total.seats, total.citation
      FROM (SELECT 1) AS one
      LEFT JOIN legislation_seattotal AS total ON total.during @> %(day)s::date
"""
_ROSTER = """
    SELECT person.id, person.slug, person.full_name, person.sort_key,
           region.number, region.short_name, region.slug, region.north_to_south,
           party.id, party.name, party.slug, party.abbreviation,
           caucus.id, caucus.name, caucus.slug, caucus.abbreviation,
           coalesce(excluded.reason, ''),
           EXISTS (SELECT FROM legislation_rosterspan WHERE during @> %(day)s::date)
      FROM legislation_mandate AS held
      JOIN legislation_person AS person ON person.id = held.person_id
      JOIN legislation_constituency AS region ON region.number = held.constituency_id
      LEFT JOIN legislation_partymembership AS in_party
        ON in_party.person_id = held.person_id AND in_party.during @> %(day)s::date
      LEFT JOIN legislation_party AS party ON party.id = in_party.party_id
      LEFT JOIN legislation_caucusmembership AS in_caucus
        ON in_caucus.person_id = held.person_id AND in_caucus.during @> %(day)s::date
      LEFT JOIN legislation_caucus AS caucus ON caucus.id = in_caucus.caucus_id
      LEFT JOIN legislation_exclusionfromoffice AS excluded
        ON excluded.person_id = held.person_id AND excluded.during @> %(day)s::date
     WHERE held.during @> %(day)s::date
     ORDER BY person.sort_key, person.id
"""


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many senators were in office on a day, and how that is known.

    ``number`` is None exactly when ``basis`` is UNKNOWN. ``seats`` is the number of elected
    seats that day, None where no dated total covers it; ``citation`` is its legal source.
    """

    number: int | None
    basis: HeadcountBasis
    seats: int | None = None
    citation: str = ""


class RosterRow(NamedTuple):
    """A senator with a seat on a day, and the party and caucus of that same day.

    ``exclusion`` is the reason why the senator is not counted as in office (an
    ``ExclusionReason``), empty for everybody else. Party and caucus fields are None where
    the record knows none for the day.
    """

    person_id: int
    slug: str
    full_name: str
    sort_key: str
    constituency_number: int
    region: str
    region_slug: str
    north_to_south: int
    party_id: int | None
    party: str | None
    party_slug: str | None
    party_abbreviation: str | None
    caucus_id: int | None
    caucus: str | None
    caucus_slug: str | None
    caucus_abbreviation: str | None
    exclusion: str


@dataclass(frozen=True, slots=True)
class Roster:
    """The senators who held a seat on a day, in Spanish order.

    ``is_complete`` says whether somebody vouches that nobody is missing; only then may a
    name that is not here be taken for somebody who held no seat.
    """

    on: date
    is_complete: bool
    rows: tuple[RosterRow, ...]

    @property
    def in_office(self) -> tuple[RosterRow, ...]:
        """The rows that count: neither suspended nor abroad with permission (LOC 7)."""
        return tuple(row for row in self.rows if not row.exclusion)


def members_in_office(on: date) -> Headcount:
    """How many senators were in office on a day; never a constant, never a guess.

    Where the roster of the day is complete, its mandates minus the excluded (Ley 18.918
    art. 7; Reglamento del Senado arts. 5 and 7). Otherwise the elected seats of the day, less
    the senators excluded on that day, and then the basis says so. Otherwise unknown. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HEADCOUNT, {"day": on})
        is_complete, mandates, excluded, seats, citation = cursor.fetchone()
    if is_complete:
        return Headcount(mandates, HeadcountBasis.ROSTER, seats, citation or "")
    if seats is not None and not excluded:
        return Headcount(seats, HeadcountBasis.SEATS, seats, citation)
    if seats is not None:
        return Headcount(max(0, seats - excluded), HeadcountBasis.EXCLUDED, seats, citation)
    return Headcount(None, HeadcountBasis.UNKNOWN)


def roster_on(day: date) -> Roster:
    """Everybody who held a seat on a day, with region, party and caucus of that day.

    One query. Excluded senators are listed, with the reason; ``in_office`` leaves them
    out. A day without any mandate on record is an incomplete roster without rows.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ROSTER, {"day": day})
        found = cursor.fetchall()
    members = tuple(RosterRow(*row[:-1]) for row in found)
    return Roster(day, bool(found) and bool(found[0][-1]), members)
