"""One person and everything that person holds or held, dated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery

from legislation.people.models import Constituency, Mandate, Party, PartyMembership, Person

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
    now = Mandate.objects.filter(during__contains=without_seat_on).values("person_id")
    last = (
        Mandate.objects.exclude(person_id__in=now)
        .order_by("person_id", "-during")
        .distinct("person_id")
        .values("id")
    )
    return _terms(Mandate.objects.filter(id__in=last).order_by("person__sort_key", "person_id"))


def terms_of_region(number: int) -> list[TermRow]:
    """Every seat ever held for a constituency, newest first. One query."""
    mandates = Mandate.objects.filter(constituency_id=number)
    return _terms(mandates.order_by("-during", "person__sort_key"))


def constituencies() -> list[RegionRow]:
    """The sixteen regions, from north to south. One query."""
    rows = Constituency.objects.order_by("north_to_south").values_list(*RegionRow._fields)
    return [RegionRow(*row) for row in rows]


def constituency_by_slug(slug: str) -> RegionRow:
    """A region by its address. One query.

    :raises Constituency.DoesNotExist: there is none
    """
    return RegionRow(*Constituency.objects.values_list(*RegionRow._fields).get(slug=slug))


def party_by_slug(slug: str) -> PartyRow:
    """A party by its address. One query.

    :raises Party.DoesNotExist: there is none
    """
    fields = ("id", "slug", "name", "abbreviation", "source__read_at")
    return PartyRow(*Party.objects.values_list(*fields).get(slug=slug))


def memberships_of_party(party_id: int) -> list[MembershipRow]:
    """Everybody's days in a party, in Spanish order and newest first for each. One query."""
    rows = (
        PartyMembership.objects.filter(party_id=party_id)
        .order_by("person__sort_key", "-during")
        .values_list("person__slug", "person__full_name", "during__startswith", "during__endswith")
    )
    return [MembershipRow(*row) for row in rows]


def _terms(mandates: QuerySet[Mandate]) -> list[TermRow]:
    party_then = PartyMembership.objects.filter(
        person=OuterRef("person"), during__overlap=OuterRef("during")
    ).order_by("-during")
    rows = mandates.annotate(
        party=Subquery(party_then.values("party__name")[:1]),
        party_slug=Subquery(party_then.values("party__slug")[:1]),
    ).values_list(
        "person_id",
        "person__slug",
        "person__full_name",
        "person__sort_key",
        "constituency__short_name",
        "constituency__slug",
        "constituency__north_to_south",
        "party",
        "party_slug",
        "during__startswith",
        "during__endswith",
    )
    return [TermRow(*row) for row in rows]
