"""People and committees for machines: every person of the record, and every committee."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from legislation.people.enums import CommitteeRole
from legislation.people.models import (
    CaucusMembership,
    Committee,
    CommitteeSeat,
    ExclusionFromOffice,
    Mandate,
    PartyMembership,
    Person,
    RosterSpan,
)

PEOPLE_ORDER = ("sort_key", "id")
COMMITTEES_ORDER = ("sort_key", "id")

_SOURCE = ("source__name", "source__url", "source__sha256", "source__read_at")
_PERSON = (
    "id",
    "slug",
    "senate_id",
    "full_name",
    "given_names",
    "paternal_surname",
    "maternal_surname",
    "sort_key",
    "email",
    "phone",
    "curriculum_url",
    "has_seat",
    "is_excluded",
    "is_roster_complete",
    "last_mandate",
    "last_party",
    "last_caucus",
    *_SOURCE,
)
_COMMITTEE = (
    "id",
    "slug",
    "name",
    "kind",
    "chamber",
    "senate_id",
    "remit",
    "sort_key",
    "members",
    "chair",
    *_SOURCE,
)


def exchange_people(
    *,
    on: date,
    region_slug: str = "",
    party_slug: str = "",
    is_seated: bool | None = None,
) -> "QuerySet[Person, Any]":
    """Everybody in the record, as named rows for paging by ``PEOPLE_ORDER``.

    ``last_mandate``, ``last_party`` and ``last_caucus`` are what is held on the day or, failing
    that, what was held last: a mapping with slug, name and days (``until`` is the first day
    after), or None where the record knows none. ``has_seat`` is of the day;
    without a complete roster of the day (``is_roster_complete``), no seat means not known.
    Region and party filter by the last held.
    """
    people = Person.objects.annotate(
        has_seat=Exists(_on(Mandate.objects.all(), on)),
        is_excluded=Exists(_on(ExclusionFromOffice.objects.all(), on)),
        is_roster_complete=Exists(RosterSpan.objects.filter(during__contains=on)),
        last_mandate=_last(Mandate.objects.all(), "constituency", "short_name", on),
        last_party=_last(PartyMembership.objects.all(), "party", "name", on),
        last_caucus=_last(CaucusMembership.objects.all(), "caucus", "name", on),
    )
    if region_slug:
        people = people.filter(last_mandate__slug=region_slug)
    if party_slug:
        people = people.filter(last_party__slug=party_slug)
    if is_seated is not None:
        people = people.filter(has_seat=is_seated)
    return people.values_list(*_PERSON, named=True)


def person_record(slug: str, *, on: date) -> Any:
    """One person by address, as a row of ``exchange_people``. One query.

    :raises Person.DoesNotExist: nobody has that address
    """
    return exchange_people(on=on).get(slug=slug)


def exchange_committees(
    *, on: date, chamber: str = "", kind: str = ""
) -> "QuerySet[Committee, Any]":
    """Committees that meet every filter given, as named rows for paging by ``COMMITTEES_ORDER``.

    ``members`` and ``chair`` (a mapping with slug and name, or None) are of the day; 0 members
    means that the record knows nobody's seat.
    """
    chairs = CommitteeSeat.objects.filter(
        committee=OuterRef("pk"), during__contains=on, role=CommitteeRole.CHAIR
    )
    committees = Committee.objects.annotate(
        seat_then=FilteredRelation("seats", condition=Q(seats__during__contains=on))
    ).annotate(
        members=Count("seat_then"),
        chair=Subquery(
            chairs.values(
                described=JSONObject(slug=F("person__slug"), name=F("person__full_name"))
            )[:1]
        ),
    )
    if chamber:
        committees = committees.filter(chamber=chamber)
    if kind:
        committees = committees.filter(kind=kind)
    return committees.values_list(*_COMMITTEE, named=True)


def committee_record(slug: str, *, on: date) -> Any:
    """One committee by address, as a row of ``exchange_committees``. One query.

    :raises Committee.DoesNotExist: there is none
    """
    return exchange_committees(on=on).get(slug=slug)


def _on(held: "QuerySet[Any]", day: date) -> "QuerySet[Any]":
    return held.filter(person=OuterRef("pk"), during__contains=day)


def _last(held: "QuerySet[Any]", what: str, name: str, on: date) -> Subquery:
    """What a person held last, up to a day, with its slug, its name and its days."""
    return Subquery(
        held.filter(person=OuterRef("pk"))
        .exclude(during__startswith__gt=on)
        .order_by("-during")
        .values(
            described=JSONObject(
                slug=F(f"{what}__slug"),
                name=F(f"{what}__{name}"),
                since=F("during__startswith"),
                until=F("during__endswith"),
            )
        )[:1]
    )
