"""People as officials keep them: who they are today, what they hold, what is under way."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from accounts import grants
from accounts.actors import Actor
from accounts.roles import Role
from legislation.membership.enums import ChangeKind
from legislation.membership.guards import Facts
from legislation.membership.models import PersonAct
from legislation.people.enums import Chamber
from legislation.people.models import (
    Caucus,
    CaucusMembership,
    Committee,
    CommitteeSeat,
    ExclusionFromOffice,
    Mandate,
    Office,
    Party,
    PartyMembership,
    Person,
    Substitution,
)
from legislation.publishing.enums import PublicationState

IN_SPANISH_ORDER = ("sort_key", "id")


class PersonRow(NamedTuple):
    """A person as the list names one, with what is held on a day."""

    id: int
    slug: str
    full_name: str
    sort_key: str
    region: str | None
    party: str | None
    exclusion: str | None


class Held(NamedTuple):
    """Something held; ``detail`` is a code or a name; ``is_observed`` says it was imported."""

    kind: str
    id: int
    name: str
    detail: str
    since: date | None
    until: date | None
    is_observed: bool

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


class ActRow(NamedTuple):
    id: int
    kind: str
    taken_on: date
    description: str
    reason: str
    paper: str
    citation: str
    recorder: str | None
    recorded_at: datetime
    publication_id: int
    publication_state: str


_HELD = """
SELECT 'MANDATE', h.id, k.short_name, '', lower(h.during), upper(h.during),
       h.source_id IS NOT NULL
  FROM legislation_mandate h JOIN legislation_constituency k ON k.number = h.constituency_id
 WHERE h.person_id = %(person)s
UNION ALL
SELECT 'PARTY', h.id, k.name, '', lower(h.during), upper(h.during), h.source_id IS NOT NULL
  FROM legislation_partymembership h JOIN legislation_party k ON k.id = h.party_id
 WHERE h.person_id = %(person)s
UNION ALL
SELECT 'CAUCUS', h.id, k.name, '', lower(h.during), upper(h.during), h.source_id IS NOT NULL
  FROM legislation_caucusmembership h JOIN legislation_caucus k ON k.id = h.caucus_id
 WHERE h.person_id = %(person)s
UNION ALL
SELECT 'COMMITTEE', h.id, k.name, h.role, lower(h.during), upper(h.during),
       h.source_id IS NOT NULL
  FROM legislation_committeeseat h JOIN legislation_committee k ON k.id = h.committee_id
 WHERE h.person_id = %(person)s
UNION ALL
SELECT 'SUBSTITUTION', h.id, k.name, p.full_name, lower(h.during), upper(h.during), false
  FROM legislation_substitution h JOIN legislation_committee k ON k.id = h.committee_id
  JOIN legislation_person p ON p.id = h.member_id
 WHERE h.substitute_id = %(person)s
UNION ALL
SELECT 'OFFICE', h.id, '', h.kind, lower(h.during), upper(h.during), h.source_id IS NOT NULL
  FROM legislation_office h WHERE h.person_id = %(person)s
UNION ALL
SELECT 'EXCLUSION', h.id, '', h.reason, lower(h.during), upper(h.during),
       h.source_id IS NOT NULL
  FROM legislation_exclusionfromoffice h WHERE h.person_id = %(person)s
ORDER BY 5 DESC NULLS LAST, 1, 2
"""


def list_people(
    *,
    on: date,
    words: str = "",
    situation: str = "",
    party: str = "",
    committee: str = "",
) -> QuerySet[Any, Any]:
    """People to be paged by ``IN_SPANISH_ORDER``, as ``PersonRow``.

    :param situation: «sitting», «excluded» or «former»: with a seat and counted, with a seat
        and not in office, or without one
    :param party: address of the party that they belong to that day
    :param committee: address of the committee on which they sit that day
    """
    seats = Mandate.objects.filter(person=OuterRef("pk"), during__contains=on)
    out = ExclusionFromOffice.objects.filter(person=OuterRef("pk"), during__contains=on)
    parties = PartyMembership.objects.filter(person=OuterRef("pk"), during__contains=on)
    rows = Person.objects.filter(_situated(situation, seats, out))
    if party:
        rows = rows.filter(Exists(parties.filter(party__slug=party)))
    if committee:
        held = CommitteeSeat.objects.filter(person=OuterRef("pk"), during__contains=on)
        rows = rows.filter(Exists(held.filter(committee__slug=committee)))
    for word in words.split():
        rows = rows.filter(full_name__icontains=word)
    return rows.annotate(
        region=Subquery(seats.values("constituency__short_name")[:1]),
        party=Subquery(parties.values("party__name")[:1]),
        exclusion=Subquery(out.values("reason")[:1]),
    ).values_list(*PersonRow._fields, named=True)


def _situated(situation: str, seats: QuerySet[Any], out: QuerySet[Any]) -> Q:
    conditions = {
        "sitting": Q(Exists(seats)) & ~Q(Exists(out)),
        "excluded": Q(Exists(seats)) & Q(Exists(out)),
        "former": ~Q(Exists(seats)),
    }
    return conditions.get(situation, Q())


def get_person(slug: str) -> Person:
    """:raises Person.DoesNotExist: nobody has that address"""
    return Person.objects.get(slug=slug)


def held_by(person: Person) -> list[Held]:
    """Everything that the person holds or held, newest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, {"person": person.pk})
        return [Held(*row) for row in cursor.fetchall()]


def facts_on(day: date, held: Collection[Held]) -> Facts:
    """What a person holds that day, as the rules ask it."""
    kinds = {one.kind for one in held if one.holds_on(day)}
    return Facts(
        has_seat="MANDATE" in kinds,
        has_party="PARTY" in kinds,
        has_caucus="CAUCUS" in kinds,
        has_committee="COMMITTEE" in kinds,
        has_office="OFFICE" in kinds,
        is_excluded="EXCLUSION" in kinds,
        has_rows=bool(held),
    )


def acts_of(person: Person, *, limit: int) -> list[ActRow]:
    """Every change of this person that was entered, newest first."""
    registered = Q(person=None, publication__object_key=person.slug)
    rows = (
        PersonAct.objects.filter(Q(person=person) | registered)
        .annotate(recorder=F("recorded_by__name"), publication_state=F("publication__state"))
        .order_by("-pk")
        .values_list(*ActRow._fields)
    )
    return [ActRow(*row) for row in rows[:limit]]


def count_acts(person: Person) -> int:
    """How many changes of this person were entered: what tells two people apart on one page."""
    return PersonAct.objects.filter(person=person).count()


def committees_served(actor: Actor) -> list[int]:
    """The committees whose secretary this person is."""
    if not actor.has(Role.COMMITTEE_SECRETARY):
        return []
    among = Committee.objects.exclude(chamber=Chamber.DEPUTIES)
    found = grants.objects_of(actor, grants.SERVE_COMMITTEE, among)
    return list(found.values_list("pk", flat=True))


class SubstitutionRow(NamedTuple):
    member: str
    member_slug: str
    substitute: str
    substitute_slug: str
    since: date
    until: date


def substitutions_of(committee_id: int, *, on: date) -> list[SubstitutionRow]:
    """Who stands in for whom on a committee, that day or later."""
    rows = Substitution.objects.filter(committee=committee_id, during__endswith__gt=on)
    return [
        SubstitutionRow(member, at_1, substitute, at_2, during.lower, during.upper)
        for member, at_1, substitute, at_2, during in rows.order_by("during").values_list(
            "member__full_name",
            "member__slug",
            "substitute__full_name",
            "substitute__slug",
            "during",
        )
    ]


def vacancies() -> list[tuple[int, str]]:
    """Senators who left their seat before its term ended: key and name, in Spanish order."""
    rows = PersonAct.objects.filter(
        kind=ChangeKind.END_SEAT, publication__state=PublicationState.PUBLISHED
    )
    named = rows.order_by("person__sort_key").values_list("person", "person__full_name")
    return list(dict.fromkeys((key, str(name)) for key, name in named if key))


class Named(NamedTuple):
    id: int
    slug: str
    name: str
    chamber: str = ""


def party_names() -> list[Named]:
    """Every party, by name. One query."""
    return [Named(*row) for row in Party.objects.order_by("name").values_list("id", "slug", "name")]


def caucus_names() -> list[Named]:
    """Every party caucus, by name. One query."""
    rows = Caucus.objects.order_by("name").values_list("id", "slug", "name")
    return [Named(*row) for row in rows]


def committee_names() -> list[Named]:
    """Every committee of either chamber, in Spanish order. One query."""
    rows = Committee.objects.order_by("sort_key", "id").values_list("id", "slug", "name", "chamber")
    return [Named(*row) for row in rows]


def rows_of(kind: str) -> QuerySet[Any]:
    """The table of a kind of row, by ``RowKind``."""
    rows: QuerySet[Any] = TABLES[kind]._default_manager.all()
    return rows


TABLES: dict[str, type[Any]] = {
    "MANDATE": Mandate,
    "PARTY": PartyMembership,
    "CAUCUS": CaucusMembership,
    "COMMITTEE": CommitteeSeat,
    "SUBSTITUTION": Substitution,
    "OFFICE": Office,
    "EXCLUSION": ExclusionFromOffice,
}
