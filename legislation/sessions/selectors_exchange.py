"""Sittings for machines: the lists that pages show, with the source of each row."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from legislation.sessions.models import AgendaItem, Attendance, Session
from legislation.sessions.selectors import AttendanceLine, Bodies, Body, sessions_of

_AGENDAS = AgendaItem.objects.filter(session=OuterRef("pk")).order_by().values("session")
_ALIASES: dict[str, Any] = {
    "committee_name": F("committee__name"),
    "committee_slug": F("committee__slug"),
    "agenda_count": Coalesce(
        Subquery(_AGENDAS.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
    ),
}
_SESSION = (
    "id",
    "legislature",
    "number",
    "kind",
    "state",
    "held_on",
    "starts_at",
    "ended_at",
    "place",
    "revision",
    "has_attendance",
    "committee_name",
    "committee_slug",
    "agenda_count",
    "source__name",
    "source__url",
    "source__sha256",
    "source__read_at",
)


def exchange_sessions(
    body: Body,
    *,
    legislature: int | None = None,
    state: str = "",
    since: date | None = None,
    until: date | None = None,
) -> "QuerySet[Session, Any]":
    """Sittings that meet every filter given, as named rows for paging by ``NEWEST_FIRST``.

    ``since`` and ``until``, both included, bound the day of the sitting.
    """
    sessions = sessions_of(body)
    if legislature is not None:
        sessions = sessions.filter(legislature_id=legislature)
    if state:
        sessions = sessions.filter(state=state)
    if since is not None:
        sessions = sessions.filter(held_on__gte=since)
    if until is not None:
        sessions = sessions.filter(held_on__lte=until)
    return sessions.annotate(**_ALIASES).values_list(*_SESSION, named=True)


def session_record(legislature: int, number: int, *, committee_slug: str = "") -> Any:
    """One sitting, of the floor or of a committee, as a row of ``exchange_sessions``. One query.

    :raises Session.DoesNotExist: there is none
    """
    body = Bodies.COMMITTEES if committee_slug else Bodies.FLOOR
    sessions = exchange_sessions(body, legislature=legislature).filter(number=number)
    if committee_slug:
        sessions = sessions.filter(committee__slug=committee_slug)
    return sessions.get()


def attendance_of_each(session_ids: Collection[int]) -> dict[int, list[AttendanceLine]]:
    """Who came to each of these sittings and who did not, in Spanish order. One query."""
    found: dict[int, list[AttendanceLine]] = {session: [] for session in session_ids}
    rows = Attendance.objects.filter(session_id__in=session_ids).order_by(
        "session_id", "person__sort_key", "person_id"
    )
    for session, *columns in rows.values_list(
        "session_id",
        "person_id",
        "person__slug",
        "person__full_name",
        "person__sort_key",
        "state",
        "reason",
    ):
        found[session].append(AttendanceLine(*columns))
    return found
