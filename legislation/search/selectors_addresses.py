"""Everything that has a public address, in chunks small enough for one file each.

A chunk is a range of primary keys: what is in it is found by an index, and nothing moves from
one to another when the record grows.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import F, Max, QuerySet

from legislation.bills.enums import BillKind
from legislation.bills.models import Bill, BillText
from legislation.people.models import Committee, Constituency, Party, Person
from legislation.sessions.models import Session
from legislation.votes.models import Vote

CHUNK = 10_000


class Addressed(StrEnum):
    BILLS = "BILLS"
    MATTERS = "MATTERS"
    TEXTS = "TEXTS"
    VOTES = "VOTES"
    SENATORS = "SENATORS"
    COMMITTEES = "COMMITTEES"
    SESSIONS = "SESSIONS"


class Chunk(NamedTuple):
    """A range of primary keys, by its number from 1, and the latest day of what is in it."""

    number: int
    changed: date | None


class Place(NamedTuple):
    """What an address is made of, in order, and the day of the last change, where one is known."""

    parts: tuple[Any, ...]
    changed: date | None


class _Table(NamedTuple):
    rows: "QuerySet[Any]"
    parts: tuple[str, ...]
    changed: str | None


def _tables() -> Mapping[Addressed, _Table]:
    floor = Session.objects.filter(committee__isnull=True)
    votes = Vote.objects.filter(session__committee__isnull=True)
    return {
        Addressed.BILLS: _Table(
            Bill.objects.filter(kind=BillKind.BILL), ("number",), "last_step_on"
        ),
        Addressed.MATTERS: _Table(
            Bill.objects.filter(kind=BillKind.MATTER), ("number",), "last_step_on"
        ),
        Addressed.TEXTS: _Table(
            BillText.objects.all(), ("bill__kind", "bill__number", "slug"), "dated_on"
        ),
        Addressed.VOTES: _Table(
            votes, ("session__legislature_id", "session__number", "position"), "taken_on"
        ),
        Addressed.SENATORS: _Table(Person.objects.all(), ("slug",), None),
        Addressed.COMMITTEES: _Table(Committee.objects.all(), ("slug",), None),
        Addressed.SESSIONS: _Table(floor, ("legislature_id", "number"), "held_on"),
    }


def chunks_of(what: Addressed) -> list[Chunk]:
    """The chunks that have something in them, in order. One query."""
    table = _tables()[what]
    rows = table.rows.order_by().annotate(chunk=(F("pk") - 1) / CHUNK).values("chunk").distinct()
    if table.changed is None:
        return [Chunk(row["chunk"] + 1, None) for row in rows.order_by("chunk")]
    latest = rows.annotate(latest=Max(table.changed)).order_by("chunk")
    return [Chunk(row["chunk"] + 1, row["latest"]) for row in latest]


def places_in(what: Addressed, chunk: int) -> list[Place]:
    """Everything in one chunk, in order of recording; nothing where there is no such chunk.

    One query, on the primary key.
    """
    table = _tables()[what]
    span = (chunk - 1) * CHUNK
    rows = table.rows.filter(pk__gt=span, pk__lte=span + CHUNK).order_by("pk")
    if table.changed is None:
        return [Place(parts, None) for parts in rows.values_list(*table.parts)]
    found = rows.values_list(*table.parts, table.changed)
    return [Place(row[:-1], row[-1]) for row in found]


def slugs_of_regions_and_parties() -> tuple[list[str], list[str]]:
    """The addresses of every region, from north to south, and of every party. Two queries."""
    regions = Constituency.objects.order_by("north_to_south").values_list("slug", flat=True)
    return list(regions), list(Party.objects.order_by("slug").values_list("slug", flat=True))
