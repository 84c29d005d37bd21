"""Lists of sittings, newest first, and the parts of some of them."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from legislation.bills.journey import Step
from legislation.people.enums import Chamber
from legislation.sessions.models import AgendaItem, Attendance, Session
from legislation.sessions.querysets import AGENDAS, LEGISLATURES, MATTERS
from legislation.sessions.selectors.rows import (
    NEWEST,
    AgendaLine,
    AttendanceLine,
    Bodies,
    Body,
    LegislatureRow,
    SessionRow,
    SessionStep,
    fetch,
    read_sessions,
)

NEWEST_FIRST = ("-held_on", "-id")
_OLDEST = "s.held_on, s.id"
_AGENDA_COUNT = Coalesce(
    Subquery(
        AgendaItem.objects.filter(session=OuterRef("pk"), part__in=MATTERS)
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
    """Sittings as named rows, for whoever filters them further and pages by ``NEWEST_FIRST``."""
    sessions = sessions_of(body)
    if legislature is not None:
        sessions = sessions.filter(legislature_id=legislature)
    return _named(sessions).order_by(*NEWEST_FIRST)


def some_sessions(
    body: Body,
    *,
    legislature: int | None = None,
    after: tuple[Any, ...] | None = None,
    is_backwards: bool = False,
    limit: int,
) -> list[SessionRow]:
    """Some sittings, newest first, from beyond a day and a key. One query.

    :param after: (held_on, id) of the last sitting already seen
    :param is_backwards: give those before it instead, nearest first
    """
    conditions = ["s.legislature_id = %(legislature)s"] if legislature is not None else []
    if after is not None:
        way = ">" if is_backwards else "<"
        conditions.append(f"(s.held_on, s.id) {way} (%(held_on)s, %(id)s)")
    held_on, key = after or (None, None)
    return read_sessions(
        body,
        conditions,
        {"legislature": legislature, "held_on": held_on, "id": key},
        order=_OLDEST if is_backwards else NEWEST,
        limit=limit,
    )


def legislatures_with_sessions() -> list[LegislatureRow]:
    """Legislatures in which the floor sat, the latest first. One query."""
    return [LegislatureRow._make(row) for row in fetch(LEGISLATURES, {})]


def agenda_of(session_ids: Collection[int]) -> list[AgendaLine]:
    """The agendas of these sittings, each in its order. One query, or none for no sitting."""
    if not session_ids:
        return []
    rows = fetch(AGENDAS, {"sessions": list(session_ids)})
    return [AgendaLine._make(row) for row in rows]


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


def _named(sessions: QuerySet[Session]) -> "QuerySet[Session, Any]":
    return sessions.annotate(**_ROW_ALIASES).values_list(*_ROW_FIELDS, named=True)
