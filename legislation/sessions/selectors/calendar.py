"""Sittings by their days: a day, a week, a month, what comes and what is past."""

import json
from datetime import date, timedelta
from typing import Any

from django.db.models import Count

from legislation.sessions.enums import SessionState
from legislation.sessions.models import Session
from legislation.sessions.querysets import SESSIONS_WITH_AGENDA
from legislation.sessions.selectors.rows import (
    NEWEST,
    WIDTH,
    Bodies,
    Body,
    SessionRow,
    Sitting,
    Week,
    fetch,
    of_body,
    read_agenda,
    read_sessions,
)

_SOONEST = "s.held_on, s.starts_at NULLS LAST, s.id"


def between(first: date, last: date, body: Body = Bodies.ALL) -> list[SessionRow]:
    """Sittings from one day to another, both included, in order of time. One query.

    The floor comes before the committees that sit at the same hour.
    """
    return read_sessions(
        body,
        ["s.held_on BETWEEN %(first)s AND %(last)s"],
        {"first": first, "last": last},
        order="s.held_on, s.starts_at NULLS LAST, c.sort_key NULLS FIRST, s.id",
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
    conditions = ["s.held_on >= %(since)s"]
    return read_sessions(body, conditions, {"since": since}, order=_SOONEST, limit=limit)


def past(body: Body, *, before: date, limit: int) -> list[SessionRow]:
    """The latest sittings before a day, newest first. One query."""
    conditions = ["s.held_on < %(before)s"]
    return read_sessions(body, conditions, {"before": before}, order=NEWEST, limit=limit)


def around(body: Body, day: date, *, coming: int, gone: int) -> tuple[list[Sitting], list[Sitting]]:
    """Sittings from a day on, soonest first, and those before it, newest first, with agendas.

    One query.
    """
    where, values = of_body(body)
    later = f"{SESSIONS_WITH_AGENDA} WHERE {where} AND s.held_on >= %(day)s ORDER BY {_SOONEST}"
    before = f"{SESSIONS_WITH_AGENDA} WHERE {where} AND s.held_on < %(day)s ORDER BY {NEWEST}"
    rows = fetch(
        f"({later} LIMIT {coming:d}) UNION ALL ({before} LIMIT {gone:d})",
        {**values, "day": day},
    )
    found = [
        Sitting(SessionRow._make(row[:WIDTH]), read_agenda(json.loads(row[-1] or "[]")))
        for row in rows
    ]
    return (
        sorted(
            (sitting for sitting in found if sitting.row.held_on >= day),
            key=lambda sitting: _moment(sitting.row),
        ),
        sorted(
            (sitting for sitting in found if sitting.row.held_on < day),
            key=lambda sitting: (sitting.row.held_on, sitting.row.id),
            reverse=True,
        ),
    )


def _moment(row: SessionRow) -> tuple[Any, ...]:
    """Soonest first; those without an hour at the end of their day."""
    hour = row.starts_at.timestamp() if row.starts_at else float("inf")
    return row.held_on, hour, row.id
