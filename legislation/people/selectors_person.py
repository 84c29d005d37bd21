"""One person and everything that person holds or held, dated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.db import connection

from legislation.people.models import Constituency, Party, Person

# Written by hand: composing them anew for every page would cost more than answering them.

_CAREER = """
    SELECT person.id, person.slug, person.full_name, person.email, person.phone,
           person.curriculum_url, source.name, source.url, source.read_at,
           held.kind, held.name, held.slug, held.detail, lower(held.during), upper(held.during)
      FROM legislation_person AS person
      LEFT JOIN legislation_source AS source ON source.id = person.source_id
      LEFT JOIN LATERAL (
        SELECT 'MANDATE' AS kind, region.short_name AS name, region.slug,
               region.name AS detail, during
          FROM legislation_mandate
          JOIN legislation_constituency AS region ON region.number = constituency_id
         WHERE person_id = person.id
        UNION ALL
        SELECT 'PARTY', party.name, party.slug, party.abbreviation, during
          FROM legislation_partymembership
          JOIN legislation_party AS party ON party.id = party_id
         WHERE person_id = person.id
        UNION ALL
        SELECT 'CAUCUS', caucus.name, caucus.slug, caucus.abbreviation, during
          FROM legislation_caucusmembership
          JOIN legislation_caucus AS caucus ON caucus.id = caucus_id
         WHERE person_id = person.id
        UNION ALL
        SELECT 'COMMITTEE', committee.name, committee.slug, role, during
          FROM legislation_committeeseat
          JOIN legislation_committee AS committee ON committee.id = committee_id
         WHERE person_id = person.id
        UNION ALL
        SELECT 'OFFICE', '', '', kind, during
          FROM legislation_office
         WHERE person_id = person.id
        UNION ALL
        SELECT 'EXCLUSION', '', '', reason, during
          FROM legislation_exclusionfromoffice
         WHERE person_id = person.id
      ) AS held ON true
     WHERE person.slug = %(slug)s
"""

_TERM = """
    SELECT person.id, person.slug, person.full_name, person.sort_key,
           region.short_name, region.slug, region.north_to_south,
           party.name, party.slug, lower(held.during), upper(held.during)
"""
_PEOPLE_AND_PARTY_THEN = """
      JOIN legislation_person AS person ON person.id = held.person_id
      JOIN legislation_constituency AS region ON region.number = held.constituency_id
      LEFT JOIN LATERAL (
        SELECT party.name, party.slug
          FROM legislation_partymembership AS member
          JOIN legislation_party AS party ON party.id = member.party_id
         WHERE member.person_id = held.person_id AND member.during && held.during
         ORDER BY member.during DESC
         LIMIT 1
      ) AS party ON true
"""
_LAST_HELD = """
      FROM (
        SELECT DISTINCT ON (person_id) person_id, constituency_id, during
          FROM legislation_mandate AS any_term
         WHERE NOT EXISTS (SELECT FROM legislation_mandate AS today
                            WHERE today.person_id = any_term.person_id
                              AND today.during @> %(day)s::date)
         ORDER BY person_id, during DESC
      ) AS held
"""
_LAST_TERMS = f"""{_TERM}{_LAST_HELD}{_PEOPLE_AND_PARTY_THEN}
     ORDER BY person.sort_key, person.id
"""
_EVERY_TERM = """
      FROM legislation_mandate AS held
"""
_TERMS_OF_REGION = f"""{_TERM}{_EVERY_TERM}{_PEOPLE_AND_PARTY_THEN}
     WHERE held.constituency_id = %(region)s
     ORDER BY held.during DESC, person.sort_key
"""
_REGION = """
    SELECT number, name, short_name, slug, seats
      FROM legislation_constituency
     WHERE slug = %(slug)s
"""
_PARTY = """
    SELECT party.id, party.slug, party.name, party.abbreviation, source.read_at
      FROM legislation_party AS party
      LEFT JOIN legislation_source AS source ON source.id = party.source_id
     WHERE party.slug = %(slug)s
"""
_MEMBERSHIPS = """
    SELECT person.slug, person.full_name, lower(member.during), upper(member.during)
      FROM legislation_partymembership AS member
      JOIN legislation_person AS person ON person.id = member.person_id
     WHERE member.party_id = %(party)s
     ORDER BY person.sort_key, member.during DESC
"""


class HoldingKind(StrEnum):
    MANDATE = "MANDATE"
    PARTY = "PARTY"
    CAUCUS = "CAUCUS"
    COMMITTEE = "COMMITTEE"
    OFFICE = "OFFICE"
    EXCLUSION = "EXCLUSION"


class Holding(NamedTuple):
    """Something held from ``since`` until, and not including, ``until`` (None: no end known).

    ``name`` and ``slug`` are the region's, party's, caucus's or committee's, empty for
    offices and exclusions. ``detail`` is the region's full name, the abbreviation of a
    party or caucus, or, as its code, the committee role, office or reason of exclusion.
    """

    kind: str
    name: str
    slug: str
    detail: str
    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


class Span(NamedTuple):
    """Days from ``since`` until, and not including, ``until``. None leaves that end open."""

    since: date | None
    until: date | None


class PersonRow(NamedTuple):
    """A person as the directory knows one, with the source of the entry."""

    id: int
    slug: str
    full_name: str
    email: str
    phone: str
    curriculum_url: str
    source_name: str | None
    source_url: str | None
    source_read_at: datetime | None


class RegionRow(NamedTuple):
    """A senatorial constituency: one per region."""

    number: int
    name: str
    short_name: str
    slug: str
    seats: int


class PartyRow(NamedTuple):
    id: int
    slug: str
    name: str
    abbreviation: str
    source_read_at: datetime | None


class TermRow(NamedTuple):
    """The last seat of a person, with the party then, if it is known."""

    person_id: int
    slug: str
    full_name: str
    sort_key: str
    region: str
    region_slug: str
    north_to_south: int
    party: str | None
    party_slug: str | None
    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


class MembershipRow(NamedTuple):
    """Somebody's days in a party."""

    slug: str
    full_name: str
    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Career:
    """A person and all that person holds or held, newest first."""

    person: PersonRow
    holdings: tuple[Holding, ...]

    def of(self, kind: HoldingKind) -> tuple[Holding, ...]:
        return tuple(holding for holding in self.holdings if holding.kind == kind)

    def current(self, kind: HoldingKind, on: date) -> Holding | None:
        """What of this kind is held on a day, if anything."""
        return next((h for h in self.of(kind) if h.holds_on(on)), None)

    @property
    def in_office(self) -> tuple[Span, ...]:
        """The days in office: the mandates without the days of exclusion (LOC 7), oldest first."""
        spans = [Span(held.since, held.until) for held in self.of(HoldingKind.MANDATE)]
        for gap in self.of(HoldingKind.EXCLUSION):
            spans = [rest for span in spans for rest in without(span, gap.since, gap.until)]
        return tuple(sorted(spans, key=lambda span: span.since or date.min))

    def in_office_up_to(self, day: date) -> tuple[Span, ...]:
        """The days in office up to and including this one."""
        return within(self.in_office, Span(None, day + timedelta(days=1)))


def without(span: Span, since: date | None, until: date | None) -> list[Span]:
    """What is left of some days when others are taken out: none, one or two spans."""
    first, last = span.since or date.min, span.until or date.max
    gap_first, gap_last = since or date.min, until or date.max
    if gap_last <= first or gap_first >= last:
        return [span]
    rest = []
    if first < gap_first:
        rest.append(Span(span.since, gap_first))
    if gap_last < last:
        rest.append(Span(gap_last, span.until))
    return rest


def within(spans: Iterable[Span], frame: Span) -> tuple[Span, ...]:
    """The parts of these spans that fall inside another."""
    first, last = frame.since or date.min, frame.until or date.max
    inside = []
    for span in spans:
        since, until = span.since or date.min, span.until or date.max
        if since < last and until > first:
            inside.append(Span(max(since, first), min(until, last)))
    return tuple(inside)


def career_of(slug: str) -> Career:
    """A person by address, with mandates, party, caucus, committees, offices and exclusions.

    One query.

    :raises Person.DoesNotExist: nobody has that address
    """
    with connection.cursor() as cursor:
        cursor.execute(_CAREER, {"slug": slug})
        found = cursor.fetchall()
    if not found:
        raise Person.DoesNotExist
    size = len(PersonRow._fields)
    holdings = (Holding(*row[size:]) for row in found if row[size] is not None)
    newest_first = sorted(holdings, key=lambda h: (h.since or date.min, h.name), reverse=True)
    return Career(PersonRow(*found[0][:size]), tuple(newest_first))


def last_terms(*, without_seat_on: date) -> list[TermRow]:
    """People who held a seat and hold none on a day: each with the last, in Spanish order.

    One query.
    """
    return _terms(_LAST_TERMS, {"day": without_seat_on})


def terms_of_region(number: int) -> list[TermRow]:
    """Every seat ever held for a constituency, newest first. One query."""
    return _terms(_TERMS_OF_REGION, {"region": number})


def constituencies() -> list[RegionRow]:
    """The sixteen regions, from north to south. One query."""
    rows = Constituency.objects.order_by("north_to_south").values_list(*RegionRow._fields)
    return [RegionRow(*row) for row in rows]


def constituency_by_slug(slug: str) -> RegionRow:
    """A region by its address. One query.

    :raises Constituency.DoesNotExist: there is none
    """
    with connection.cursor() as cursor:
        cursor.execute(_REGION, {"slug": slug})
        found = cursor.fetchone()
    if found is None:
        raise Constituency.DoesNotExist
    return RegionRow(*found)


def party_by_slug(slug: str) -> PartyRow:
    """A party by its address. One query.

    :raises Party.DoesNotExist: there is none
    """
    with connection.cursor() as cursor:
        cursor.execute(_PARTY, {"slug": slug})
        found = cursor.fetchone()
    if found is None:
        raise Party.DoesNotExist
    return PartyRow(*found)


def memberships_of_party(party_id: int) -> list[MembershipRow]:
    """Everybody's days in a party, in Spanish order and newest first for each. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERSHIPS, {"party": party_id})
        return [MembershipRow(*row) for row in cursor.fetchall()]


def _terms(query: str, parameters: dict[str, date | int]) -> list[TermRow]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return [TermRow(*row) for row in cursor.fetchall()]
