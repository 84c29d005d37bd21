"""Lists of bills, newest movement first, narrowed by what each one is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from legislation.bills.enums import BillKind, UrgencyKind
from legislation.bills.journey import Urgency
from legislation.bills.models import Authorship, Bill, BillSubject, Subject
from legislation.people.models import Committee, Person

BROWSE_ORDER = ("-last_step_on", "-id")
BY_FILING = ("-filed_on", "-id")


_RUNNING = """
SELECT bill_id, kind, set_on, due_on FROM legislation_urgency
WHERE bill_id = ANY(%(bills)s) AND ended_on IS NULL AND "end" = ''
  AND set_on <= %(on)s AND due_on >= %(on)s
ORDER BY set_on, position
"""
_IN_HAND = """
SELECT slug, name, chamber FROM legislation_committee c
WHERE EXISTS (SELECT FROM legislation_bill b WHERE b.committee_id = c.id)
ORDER BY sort_key, chamber
"""


class BillRow(NamedTuple):
    """What a list says of a bill. Rows of ``browse_bills`` carry these names."""

    id: int
    kind: str
    number: str
    title: str
    plain_title: str
    status: str
    stage: str
    stage_text: str
    chamber: str
    origin_chamber: str
    initiative: str
    filed_on: date
    last_step_on: date
    law_text: str
    law_number: int | None
    law_published_on: date | None
    committee__name: str | None
    committee__slug: str | None


class RunningUrgency(NamedTuple):
    bill_id: int
    kind: str
    set_on: date
    due_on: date


class Named(NamedTuple):
    """A row that an address names by its slug."""

    id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Whose slugs a list is narrowed by, resolved: the chips say their names."""

    committee: Named | None = None
    subject: Named | None = None
    author: Named | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BillFilter:
    """What a list is narrowed to. Empty codes and None do not narrow.

    ``urgency`` holds the kinds of which one must be running on the day of asking.
    """

    kind: BillKind = BillKind.BILL
    status: str = ""
    stage: str = ""
    origin: str = ""
    initiative: str = ""
    urgency: Collection[UrgencyKind] = ()
    year: int | None = None
    committee_id: int | None = None
    subject_id: int | None = None
    author_id: int | None = None


def browse_bills(chosen: BillFilter, *, on: date) -> "QuerySet[Bill, Any]":
    """Bills under a filter, as named rows (``BillRow``), for paging by ``order_of`` it.

    Nothing is read here. Each condition is answered by an index, so that the first page
    costs the same among a thousand bills and among two hundred thousand.

    :param on: the day on which an urgency must be running
    """
    bills = Bill.objects.filter(_conditions(chosen), kind=chosen.kind)
    if chosen.urgency:
        running = _running(on).filter(bill=OuterRef("pk"), kind__in=tuple(chosen.urgency))
        bills = bills.filter(Exists(running))
    return bills.order_by(*order_of(chosen)).values_list(*BillRow._fields, named=True)


def order_of(chosen: BillFilter) -> tuple[str, str]:
    """Newest movement first; newest filing first where they are those of one year.

    The bills of an old year stopped moving long ago: looking for them from the newest
    movement back would read the whole record.
    """
    return BY_FILING if chosen.year is not None else BROWSE_ORDER


def _conditions(chosen: BillFilter) -> Q:
    narrow = Q()
    for field, code in (
        ("status", chosen.status),
        ("stage", chosen.stage),
        ("origin_chamber", chosen.origin),
        ("initiative", chosen.initiative),
        ("committee_id", chosen.committee_id),
    ):
        if code:
            narrow &= Q(**{field: code})
    if chosen.year is not None:
        # Not filed_on__year: a span of days is what the index by filing knows.
        narrow &= Q(filed_on__gte=date(chosen.year, 1, 1), filed_on__lte=date(chosen.year, 12, 31))
    if chosen.subject_id:
        filed_under = BillSubject.objects.filter(subject_id=chosen.subject_id)
        narrow &= Q(pk__in=filed_under.values("bill_id"))
    if chosen.author_id:
        signed = Authorship.objects.filter(person_id=chosen.author_id)
        narrow &= Q(pk__in=signed.values("bill_id"))
    return narrow


def _running(on: date) -> QuerySet[Urgency]:
    return Urgency.objects.filter(ended_on__isnull=True, end="", due_on__gte=on, set_on__lte=on)


def count_up_to(bills: "QuerySet[Bill, Any]", limit: int) -> int:
    """How many bills a list holds, without counting beyond ``limit`` + 1. One query."""
    return bills.order_by().values("pk")[: limit + 1].count()


def running_urgencies_of(bill_ids: Iterable[int], *, on: date) -> dict[int, RunningUrgency]:
    """The urgency that runs on a day over each of these bills; the latest where several do.

    Bills without one are not in the answer. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(_RUNNING, {"bills": list(bill_ids), "on": on})
        return {row[0]: RunningUrgency._make(row) for row in cursor.fetchall()}


def narrowing_of(*, committee: str = "", subject: str = "", author: str = "") -> Narrowing:
    """Resolve the slugs that a list is narrowed by. One query for each that is given.

    :raises Committee.DoesNotExist, Subject.DoesNotExist, Person.DoesNotExist: no such slug
    """
    return Narrowing(
        committee=_named(Committee.objects.all(), committee, "name"),
        subject=_named(Subject.objects.all(), subject, "name"),
        author=_named(Person.objects.all(), author, "full_name"),
    )


def _named(rows: "QuerySet[Any]", slug: str, name: str) -> Named | None:
    return Named(*rows.values_list("id", "slug", name).get(slug=slug)) if slug else None


def committees_with_bills() -> list[tuple[str, str, str]]:
    """Committees that have a bill in hand, in Spanish order: slug, name, chamber. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_IN_HAND)
        return list(cursor.fetchall())
