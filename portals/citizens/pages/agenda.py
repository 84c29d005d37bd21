"""The calendar of the floor and the committees: a year, a month, a week with one of its days."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.sessions.selectors import (
    AgendaLine,
    SessionRow,
    agenda_of,
    days_with_sessions,
    nearest_days_with_sessions,
    week_of,
)
from portals.citizens.pages.agenda_days import days_of
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.session import agenda_link
from portals.citizens.pages.session_names import session_name
from portals.citizens.pages.session_words import hours, kind_name, notable_state
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.formats import capital, day_month, long_date, month_year, weekday
from portals.shared.language import gettext as _
from portals.shared.parts import AgendaDay, Download, Link

FIRST_YEAR, LAST_YEAR = 1990, 2100


class DaySession(NamedTuple):
    """A sitting of the day shown, with its agenda."""

    title: str | Markup
    href: str
    facts: tuple[str, ...]
    items: tuple[Link, ...]
    is_cancelled: bool


@dataclass(frozen=True)
class WeekPage:
    """A week, and the day of it that was asked for."""

    crumbs: tuple[Link, ...]
    title: str
    canonical_path: str
    days: tuple[AgendaDay, ...]
    before: Link
    after: Link
    day_title: str
    sessions: tuple[DaySession, ...]
    nearest: tuple[Link, ...]
    month: Link
    downloads: tuple[Download, ...]


class MonthDay(NamedTuple):
    """A cell of a month. ``href`` is None where nobody sits; other months' cells are empty."""

    number: int | None
    href: str | None = None
    said: str = ""
    is_today: bool = False


@dataclass(frozen=True)
class MonthPage:
    crumbs: tuple[Link, ...]
    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[MonthDay, ...], ...]
    before: Link
    after: Link
    count: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class YearPage:
    crumbs: tuple[Link, ...]
    title: str
    months: tuple[Link, ...]
    before: Link
    after: Link
    downloads: tuple[Download, ...]


def agenda_address(year: int, month: int | None = None, day: int | None = None) -> str:
    """Where a year, a month or a day is."""
    root = f"{reverse('citizens:agenda')}{year}/"
    if month is None:
        return root
    return f"{root}{month:02}/" if day is None else f"{root}{month:02}/{day:02}/"


def build_week(day: date, *, today: date) -> WeekPage:
    """The week of a day, and the agenda of that day. Two queries, three for a day without sittings.

    :raises ObjectDoesNotExist: the year is not one of the calendar
    """
    _check(day.year)
    week, at = week_of(day), addresses()
    rows = week.of(day)
    monday = week.monday
    return WeekPage(
        crumbs=_crumbs(_of_day(day)),
        title=_("Week of %(day)s") % {"day": day_month(monday)},
        canonical_path=agenda_address(day.year, day.month, day.day),
        days=days_of(week, today=today, at=at),
        before=_week_link(monday - timedelta(days=7), _("Week before")),
        after=_week_link(monday + timedelta(days=7), _("Week after")),
        day_title=capital(long_date(day)),
        sessions=_sessions(rows, agenda_of([row.id for row in rows]), at),
        nearest=() if rows else _nearest(day),
        month=Link(capital(month_year(day)), agenda_address(day.year, day.month)),
        downloads=(
            Download(_("Everything"), reverse("open_data:agenda-ics"), "text/calendar"),
            Download(_("The floor alone"), reverse("open_data:floor-ics"), "text/calendar"),
        ),
    )


def build_month(year: int, month: int, *, today: date) -> MonthPage:
    """A month with how many sittings each day has. One query.

    :raises ObjectDoesNotExist: there is no such month in the calendar
    """
    first = _day(year, month, 1)
    last = first.replace(day=calendar.monthrange(year, month)[1])
    counts = days_with_sessions(first, last)
    total = sum(counts.values())
    return MonthPage(
        crumbs=_crumbs(Link(str(year), agenda_address(year)), Link(capital(month_year(first)))),
        title=capital(month_year(first)),
        weekdays=tuple(capital(weekday(date(2024, 1, n))) for n in range(1, 8)),
        weeks=tuple(
            tuple(_cell(first, number, counts, today) for number in numbers)
            for numbers in calendar.Calendar().monthdayscalendar(year, month)
        ),
        before=_month_link(first - timedelta(days=1)),
        after=_month_link(last + timedelta(days=1)),
        count=_sittings(total) if total else _("No sittings."),
        downloads=_downloads(first, last),
    )


def build_year(year: int) -> YearPage:
    """A year with how many sittings each month has. One query.

    :raises ObjectDoesNotExist: the year is not one of the calendar
    """
    _check(year)
    counts = days_with_sessions(date(year, 1, 1), date(year, 12, 31))
    months = [date(year, month, 1) for month in range(1, 13)]
    return YearPage(
        crumbs=_crumbs(Link(str(year))),
        title=_("Agenda of %(year)d") % {"year": year},
        months=tuple(
            Link(
                capital(month_year(first)),
                agenda_address(year, first.month),
                _sittings(sum(n for day, n in counts.items() if day.month == first.month)),
            )
            for first in months
        ),
        before=Link(str(year - 1), agenda_address(year - 1)),
        after=Link(str(year + 1), agenda_address(year + 1)),
        downloads=_downloads(date(year, 1, 1), date(year, 12, 31)),
    )


def _downloads(first: date, last: date) -> tuple[Download, ...]:
    """Every sitting of these days, with both ends; the calendar is of the days around today."""
    between = {"desde": first.isoformat(), "hasta": last.isoformat()}
    return other_forms("sessions", "csv", "json", query=between)


def day_of(year: int, month: int, day: int) -> date:
    """A day of the calendar.

    :raises ObjectDoesNotExist: there is no such day
    """
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date:
    _check(year)
    try:
        return date(year, month, day)
    except ValueError as impossible:
        raise ObjectDoesNotExist(str(impossible)) from impossible


def _check(year: int) -> None:
    """Calendars have no end, and robots follow «next» for ever: ours has."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ObjectDoesNotExist(year)


def _crumbs(*last: Link | tuple[Link, ...]) -> tuple[Link, ...]:
    trail = [
        Link(_("Home"), reverse("citizens:home")),
        Link(_("Agenda"), reverse("citizens:agenda")),
    ]
    for link in last:
        trail.extend([link] if isinstance(link, Link) else link)
    return tuple(trail)


def _of_day(day: date) -> tuple[Link, ...]:
    return (
        Link(str(day.year), agenda_address(day.year)),
        Link(capital(month_year(day)), agenda_address(day.year, day.month)),
        Link(capital(day_month(day))),
    )


def _week_link(monday: date, label: str) -> Link:
    address = agenda_address(monday.year, monday.month, monday.day)
    return Link(label, address, day_month(monday))


def _month_link(day: date) -> Link:
    return Link(capital(month_year(day)), agenda_address(day.year, day.month))


def _sittings(count: int) -> str:
    return ngettext("%(n)d sitting", "%(n)d sittings", count) % {"n": count}


def _cell(first: date, number: int, counts: Mapping[date, int], today: date) -> MonthDay:
    if not number:
        return MonthDay(None)
    day = first.replace(day=number)
    count = counts.get(day, 0)
    href = agenda_address(day.year, day.month, day.day) if count else None
    return MonthDay(number, href, _sittings(count) if count else "", day == today)


def _sessions(
    rows: Sequence[SessionRow], lines: Sequence[AgendaLine], at: Addresses
) -> tuple[DaySession, ...]:
    return tuple(
        DaySession(
            title=in_spanish(row.committee) if row.committee else _floor(row),
            href=at.committee(row.committee_slug)
            if row.committee_slug
            else at.sitting(row.legislature, row.number),
            facts=tuple(
                fact
                for fact in (
                    hours(row.starts_at, row.ended_at),
                    kind_name(row.kind),
                    notable_state(row),
                    row.place,
                )
                if fact
            ),
            items=tuple(agenda_link(line) for line in lines if line.session_id == row.id),
            is_cancelled=row.state == "CANCELLED",
        )
        for row in rows
    )


def _floor(row: SessionRow) -> str:
    return _("Floor: %(name)s") % {"name": session_name(row.legislature, row.number)}


def _nearest(day: date) -> tuple[Link, ...]:
    before, after = nearest_days_with_sessions(day)
    links = (
        (before, _("The last before: %(day)s")),
        (after, _("The next: %(day)s")),
    )
    return tuple(
        Link(text % {"day": long_date(near)}, agenda_address(near.year, near.month, near.day))
        for near, text in links
        if near
    )
