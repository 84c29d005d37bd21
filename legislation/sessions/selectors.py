"""Sittings of the floor and of committees: when, what for, who came, what was done.

Plain values in the record's own words. Sittings of committees have no address of their own;
they belong to the committee's.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from legislation.bills.journey import Step
from legislation.people.enums import Chamber
from legislation.sessions.enums import SessionState
from legislation.sessions.models import AgendaItem, Attendance, Session

NEWEST_FIRST = ("-held_on", "-id")


class Bodies(StrEnum):
    """Whose sittings. A single committee is named by its primary key instead."""

    ALL = "ALL"
    FLOOR = "FLOOR"
    COMMITTEES = "COMMITTEES"


Body = Bodies | int


class SessionRow(NamedTuple):
    """A sitting. ``committee`` is None for the floor. ``revision`` grows when it is changed."""

    id: int
    legislature: int
    number: int
    kind: str
    state: str
    held_on: date
    starts_at: datetime | None
    ended_at: datetime | None
    place: str
    revision: int
    has_attendance: bool
    committee: str | None
    committee_slug: str | None
    agenda_count: int


class SessionDetail(NamedTuple):
    """A sitting of the floor with what only its own page tells.

    ``before`` and ``after`` are the numbers of the sittings around it in its legislature.
    """

    row: SessionRow
    before: int | None
    after: int | None
    source_name: str | None
    source_url: str | None
    source_read_at: datetime | None


class AgendaLine(NamedTuple):
    """An item of an agenda. Fields of the bill are None where the item names none."""

    session_id: int
    position: int
    part: str
    heading: str
    bill_kind: str | None
    bill_number: str | None
    bill_title: str | None
    bill_plain_title: str | None


class AttendanceLine(NamedTuple):
    person_id: int
    slug: str
    full_name: str
    sort_key: str
    state: str
    reason: str


class SessionStep(NamedTuple):
    """Something that a sitting did with a bill, as its procedure was published."""

    bill_kind: str
    bill_number: str
    bill_title: str
    bill_plain_title: str
    taken_on: date
    description: str
    stage: str
    stage_text: str


class LegislatureRow(NamedTuple):
    """A legislative year that has sittings of the floor, and how many."""

    number: int
    since: date | None
    until: date | None
    sessions: int


class Listing(NamedTuple):
    """A sitting that has a bill in its agenda, and under which part."""

    row: SessionRow
    part: str
    heading: str


class Week(NamedTuple):
    """Seven days from a Monday, and the sittings in them in order."""

    monday: date
    rows: list[SessionRow]

    def of(self, day: date) -> list[SessionRow]:
        return [row for row in self.rows if row.held_on == day]


_AGENDA_COUNT = Coalesce(
    Subquery(
        AgendaItem.objects.filter(session=OuterRef("pk"))
        .order_by()
        .values("session")
        .annotate(n=Count("pk"))
        .values("n"),
        output_field=IntegerField(),
    ),
    0,
)
_ROW_ALIASES: dict[str, Any] = {
    "committee_name": F("committee__name"),
    "committee_slug": F("committee__slug"),
    "agenda_count": _AGENDA_COUNT,
}
_STORED_AS = {"legislature": "legislature_id", "committee": "committee_name"}
_ROW_FIELDS = tuple(_STORED_AS.get(name, name) for name in SessionRow._fields)


def sessions_of(body: Body) -> QuerySet[Session]:
    """The sittings of everybody, of the floor, of every committee or of one committee."""
    if body == Bodies.ALL:
        return Session.objects.all()
    if body in (Bodies.FLOOR, Bodies.COMMITTEES):
        return Session.objects.filter(committee__isnull=body == Bodies.FLOOR)
    return Session.objects.filter(committee_id=body)


def browse_sessions(body: Body, *, legislature: int | None = None) -> "QuerySet[Session, Any]":
    """Sittings as named rows for paging by ``NEWEST_FIRST``. Read them with ``rows_of``."""
    sessions = sessions_of(body)
    if legislature is not None:
        sessions = sessions.filter(legislature_id=legislature)
    return _named(sessions).order_by(*NEWEST_FIRST)


def rows_of(named: Iterable[Any]) -> list[SessionRow]:
    """Rows of ``browse_sessions`` as ``SessionRow``."""
    return [SessionRow(*row) for row in named]


def legislatures_with_sessions() -> list[LegislatureRow]:
    """Legislatures in which the floor sat, the latest first. One query."""
    counts = (
        sessions_of(Bodies.FLOOR)
        .order_by("-legislature_id")
        .values_list("legislature_id", "legislature__during")
        .annotate(n=Count("pk"))
    )
    return [
        LegislatureRow(
            number, during.lower if during else None, during.upper if during else None, n
        )
        for number, during, n in counts
    ]


def get_session(legislature: int, number: int) -> SessionDetail:
    """A sitting of the floor by its citation, number/legislature. One query.

    :raises Session.DoesNotExist: there is none
    """
    floor = sessions_of(Bodies.FLOOR).filter(legislature_id=legislature)
    around = floor.values("number")
    found = (
        _named(floor.filter(number=number))
        .annotate(
            before=Subquery(around.filter(number__lt=number).order_by("-number")[:1]),
            after=Subquery(around.filter(number__gt=number).order_by("number")[:1]),
        )
        .values_list(
            *_ROW_FIELDS, "before", "after", "source__name", "source__url", "source__read_at"
        )
        .first()
    )
    if found is None:
        raise Session.DoesNotExist
    width = len(_ROW_FIELDS)
    return SessionDetail(SessionRow(*found[:width]), *found[width:])


def agenda_of(session_ids: Collection[int]) -> list[AgendaLine]:
    """The agendas of these sittings, each in its order. One query, or none for no sitting."""
    if not session_ids:
        return []
    rows = (
        AgendaItem.objects.filter(session_id__in=session_ids)
        .order_by("session_id", "position")
        .values_list(
            "session_id",
            "position",
            "part",
            "heading",
            "bill__kind",
            "bill__number",
            "bill__title",
            "bill__plain_title",
        )
    )
    return [AgendaLine(*row) for row in rows]


def attendance_of(session_id: int) -> list[AttendanceLine]:
    """Who came to a sitting and who did not, in Spanish order. One query.

    Whoever is not listed is not known to have come or not.
    """
    rows = (
        Attendance.objects.filter(session_id=session_id)
        .order_by("person__sort_key", "person_id")
        .values_list(
            "person_id", "person__slug", "person__full_name", "person__sort_key", "state", "reason"
        )
    )
    return [AttendanceLine(*row) for row in rows]


def steps_in(legislature: int, number: int) -> list[SessionStep]:
    """What a sitting of the floor did with bills, by bill and in order. One query.

    Steps name a session by its number alone, and both chambers number theirs: only the
    Senate's own steps are given.
    """
    rows = (
        Step.objects.filter(
            legislature_number=legislature, session_number=number, chamber=Chamber.SENATE
        )
        .order_by("bill__serial", "bill_id", "position")
        .values_list(
            "bill__kind",
            "bill__number",
            "bill__title",
            "bill__plain_title",
            "taken_on",
            "description",
            "stage",
            "stage_text",
        )
    )
    return [SessionStep(*row) for row in rows]


def between(first: date, last: date, body: Body = Bodies.ALL) -> list[SessionRow]:
    """Sittings from one day to another, both included, in order of time. One query.

    The floor comes before the committees that sit at the same hour.
    """
    sessions = sessions_of(body).filter(held_on__range=(first, last))
    return rows_of(
        _named(sessions).order_by(
            "held_on",
            F("starts_at").asc(nulls_last=True),
            F("committee__sort_key").asc(nulls_first=True),
            "id",
        )
    )


def today(day: date) -> list[SessionRow]:
    """The sittings of a day. One query."""
    return between(day, day)


def week_of(day: date) -> Week:
    """The week that holds a day, from Monday, with its sittings. One query."""
    monday = day - timedelta(days=day.weekday())
    return Week(monday, between(monday, monday + timedelta(days=6)))


def days_with_sessions(first: date, last: date) -> dict[date, int]:
    """How many sittings were or will be held on each day of a span. One query."""
    held = (
        Session.objects.filter(held_on__range=(first, last))
        .exclude(state=SessionState.CANCELLED)
        .order_by()
        .values_list("held_on")
        .annotate(n=Count("pk"))
    )
    return dict(held)


def nearest_days_with_sessions(day: date) -> tuple[date | None, date | None]:
    """The last day with a sitting before a day, and the first after it. One query."""
    before = Session.objects.filter(held_on__lt=day).order_by("-held_on").values("held_on")[:1]
    after = Session.objects.filter(held_on__gt=day).order_by("held_on").values("held_on")[:1]
    days = list(before.union(after, all=True).values_list("held_on", flat=True))
    return (
        next((d for d in days if d < day), None),
        next((d for d in days if d > day), None),
    )


def upcoming(body: Body, *, since: date, limit: int = 200) -> list[SessionRow]:
    """Sittings from a day on, soonest first, cancelled ones included. One query.

    For calendars: a subscriber must see the cancellation of what was announced, and
    ``revision`` tells a changed summons from the one already read.
    """
    sessions = sessions_of(body).filter(held_on__gte=since)
    ordered = _named(sessions).order_by("held_on", F("starts_at").asc(nulls_last=True), "id")
    return rows_of(ordered[:limit])


def past(body: Body, *, before: date, limit: int) -> list[SessionRow]:
    """The latest sittings before a day, newest first. One query."""
    sessions = sessions_of(body).filter(held_on__lt=before)
    return rows_of(_named(sessions).order_by(*NEWEST_FIRST)[:limit])


def listings_of(bill_id: int, *, limit: int = 20) -> list[Listing]:
    """The sittings that have a bill in their agenda, newest first. One query."""
    named = (
        _named(Session.objects.filter(agenda_items__bill_id=bill_id))
        .order_by(*NEWEST_FIRST)
        .values_list(*_ROW_FIELDS, "agenda_items__part", "agenda_items__heading")
    )
    return [Listing(SessionRow(*row[:-2]), row[-2], row[-1]) for row in named[:limit]]


def _named(sessions: QuerySet[Session]) -> "QuerySet[Session, Any]":
    return sessions.annotate(**_ROW_ALIASES).values_list(*_ROW_FIELDS, named=True)
