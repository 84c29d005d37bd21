"""Calendars (RFC 5545) that live: a changed summons replaces the one already read.

Each sitting keeps its UID for ever; SEQUENCE grows when it is changed, and a sitting that will
not take place stays, with STATUS:CANCELLED, so that whoever wrote it down is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from unicodedata import category
from zoneinfo import ZoneInfo

from icalendar import (  # type: ignore[import-untyped] # has no stubs of its own
    Calendar,
    Event,
    Timezone,
    vDuration,
)

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Senado de Chile//Agenda//ES"
CHILE = ZoneInfo("America/Santiago")
# How often those who subscribe are asked to come back.
REFRESH = timedelta(hours=1)


@dataclass(frozen=True)
class Sitting:
    """What a calendar says of a sitting. Without an hour it takes the whole day."""

    uid: str
    title: str
    on: date
    starts_at: datetime | None
    ended_at: datetime | None
    place: str
    notes: str
    href: str
    sequence: int
    is_cancelled: bool
    told_at: datetime


def written(name: str, sittings: Sequence[Sitting]) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("x-wr-timezone", CHILE.key)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    if any(sitting.starts_at for sitting in sittings):
        years = [sitting.on.year for sitting in sittings]
        calendar.add_component(_zone(min(years), max(years)))
    for sitting in sittings:
        calendar.add_component(_event(sitting))
    return bytes(calendar.to_ical())


@lru_cache(maxsize=32)
def _zone(first: int, last: int) -> Timezone:
    """The Chilean clock of those years, whose changes follow no rule that could be written once."""
    return Timezone.from_tzinfo(
        CHILE, first_date=date(first - 1, 1, 1), last_date=date(last + 2, 1, 1)
    )


def _event(sitting: Sitting) -> Event:
    event = Event()
    event.add("uid", sitting.uid)
    event.add("dtstamp", sitting.told_at)
    event.add("sequence", sitting.sequence)
    event.add("summary", _plain(sitting.title))
    event.add("url", sitting.href)
    event.add("status", "CANCELLED" if sitting.is_cancelled else "CONFIRMED")
    if sitting.starts_at is None:
        event.add("dtstart", sitting.on)
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", sitting.starts_at.astimezone(CHILE))
        if sitting.ended_at is not None:
            event.add("dtend", sitting.ended_at.astimezone(CHILE))
    if sitting.place:
        event.add("location", _plain(sitting.place))
    if sitting.notes:
        event.add("description", _plain(sitting.notes))
    return event


def _plain(text: str) -> str:
    """Lines without control characters, which would end a line of the file or the file itself."""
    return "\n".join(
        "".join(c for c in line if category(c) not in {"Cc", "Cs"}) for line in text.splitlines()
    )
