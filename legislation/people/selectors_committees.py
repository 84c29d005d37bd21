"""Committees and who sits, or sat, on them."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from legislation.people.enums import CommitteeRole
from legislation.people.models import Committee, CommitteeSeat, Mandate, PartyMembership


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
    """Somebody's days on a committee, with the region and party of those days (the last).

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


def list_committees(*, on: date) -> list[CommitteeRow]:
    """Every committee, in Spanish order, with its chair and size on a day. One query."""
    seats = CommitteeSeat.objects.filter(committee=OuterRef("pk"), during__contains=on)
    chair = seats.filter(role=CommitteeRole.CHAIR)
    rows = (
        Committee.objects.annotate(
            seat_then=FilteredRelation("seats", condition=Q(seats__during__contains=on))
        )
        .annotate(
            members=Count("seat_then"),
            chair=Subquery(chair.values("person__full_name")[:1]),
            chair_slug=Subquery(chair.values("person__slug")[:1]),
        )
        .order_by("sort_key", "chamber")
        .values_list(*CommitteeRow._fields)
    )
    return [CommitteeRow(*row) for row in rows]


def get_committee(slug: str) -> CommitteeDetail:
    """A committee by its address. One query.

    :raises Committee.DoesNotExist: there is none
    """
    found = (
        Committee.objects.filter(slug=slug)
        .values_list(*CommitteeDetail._fields[:6], "source__name", "source__url", "source__read_at")
        .first()
    )
    if found is None:
        raise Committee.DoesNotExist
    return CommitteeDetail(*found)


def seats_of(committee_id: int) -> list[SeatRow]:
    """Every seat held on a committee, chairs first and then in Spanish order. One query."""
    seats = CommitteeSeat.objects.filter(committee_id=committee_id)
    rows = (
        seats.annotate(
            region=Subquery(_then(Mandate.objects.all()).values("constituency__short_name")[:1]),
            party=Subquery(_then(PartyMembership.objects.all()).values("party__name")[:1]),
        )
        .order_by("role", "person__sort_key", "-during")
        .values_list(
            "person__slug",
            "person__full_name",
            "role",
            "during__startswith",
            "during__endswith",
            "region",
            "party",
        )
    )
    return [SeatRow(*row) for row in rows]


def _then(held: "QuerySet[Any]") -> "QuerySet[Any]":
    """What the person of a seat held while holding it, the latest first."""
    return held.filter(person=OuterRef("person"), during__overlap=OuterRef("during")).order_by(
        "-during"
    )
