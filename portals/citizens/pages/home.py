"""The front page: what the Senate does today and this week, and how it just voted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import ngettext

from legislation.bills.selectors.expiring import ExpiringUrgency, urgencies_expiring
from legislation.sessions import selectors as sessions
from legislation.sessions.enums import SessionState
from legislation.sessions.selectors import SessionRow, Week
from legislation.votes.selectors import latest_votes
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.bill_urgency import UrgencyTerm, term_of
from portals.citizens.pages.session_names import (
    committee_address,
    session_address,
    session_name,
)
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_lines import vote_line
from portals.shared import formats
from portals.shared.address_words import ANY_URGENCY
from portals.shared.addresses import address_of
from portals.shared.language import gettext as _
from portals.shared.parts import AgendaDay, AgendaItem, Link, VoteLine

LATEST_VOTES = 4
NEXT_URGENCIES = 6
WORKING_DAYS = 5
EVENTS_A_DAY = 5


class PressedBill(NamedTuple):
    """A bill whose urgency runs out soon."""

    number: str
    title: str
    href: str
    term: UrgencyTerm


@dataclass(frozen=True)
class SittingToday:
    """A sitting of the floor that is held today and, as far as the record knows, not over.

    Whether it has begun is not said: the page stays the same from hour to hour.
    """

    title: str
    facts: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class HomePage:
    dateline: tuple[str, ...]
    sitting: SittingToday | None
    votes: tuple[VoteLine, ...]
    urgencies: tuple[PressedBill, ...]
    week_title: str
    week: tuple[AgendaDay, ...]
    all_votes: tuple[Link, ...]
    all_urgencies: tuple[Link, ...]
    agenda: tuple[Link, ...]
    hints: tuple[Link, ...]
    participation: tuple[Link, ...]


def build(*, at: datetime, changed_at: datetime | None) -> HomePage:
    """Three queries: the latest votes, the urgencies that run out, the week.

    :param at: the moment whose day is «today»
    :param changed_at: when the record last changed
    """
    today = timezone.localdate(at)
    week = sessions.week_of(today)
    roots = addresses()
    return HomePage(
        dateline=_dateline(today, changed_at),
        sitting=_sitting(week, today),
        votes=tuple(vote_line(row, roots) for row in latest_votes(limit=LATEST_VOTES)),
        urgencies=tuple(
            _pressed(row, today) for row in urgencies_expiring(today, limit=NEXT_URGENCIES)
        ),
        week_title=_("%(first)s to %(last)s. Sittings are public.")
        % {
            "first": formats.day_month(week.monday),
            "last": formats.day_month(week.monday + timedelta(days=WORKING_DAYS - 1)),
        },
        week=_days(week, today),
        all_votes=(Link(_("All votes"), address_of("citizens:vote-list")),),
        all_urgencies=(
            Link(
                _("All bills with urgency"),
                f"{address_of('citizens:bill-list')}?urgencia={ANY_URGENCY}",
            ),
        ),
        agenda=(Link(_("Whole agenda"), address_of("citizens:agenda")),),
        hints=_hints(),
        participation=_participation(),
    )


def _dateline(today: date, changed_at: datetime | None) -> tuple[str, ...]:
    if changed_at is None:
        return (formats.capital(formats.long_date(today)),)
    updated = _("Updated on %(date)s.") % {"date": formats.long_datetime(changed_at)}
    return (formats.capital(formats.long_date(today)), updated.rstrip("."))


def _sitting(week: Week, today: date) -> SittingToday | None:
    row = next((row for row in week.of(today) if _is_on(row)), None)
    if row is None or row.starts_at is None:
        return None
    address = session_address(row.legislature, row.number)
    return SittingToday(
        title=_("The Senate sits today: %(session)s.")
        % {"session": session_name(row.legislature, row.number)},
        facts=tuple(
            fact
            for fact in (
                _("From %(time)s") % {"time": formats.clock(row.starts_at)},
                _matters(row) if row.agenda_count else "",
            )
            if fact
        ),
        links=(Link(_("See the sitting"), address),),
    )


def _is_on(row: SessionRow) -> bool:
    return (
        row.committee is None
        and row.state == SessionState.HELD
        and row.starts_at is not None
        and row.ended_at is None
    )


def _matters(row: SessionRow) -> str:
    return ngettext(
        "%(count)s matter on the agenda", "%(count)s matters on the agenda", row.agenda_count
    ) % {"count": row.agenda_count}


def _pressed(row: ExpiringUrgency, today: date) -> PressedBill:
    return PressedBill(
        number=row.number,
        title=row.plain_title or row.title,
        href=bill_address(row.number, kind=row.bill_kind),
        term=term_of(kind=row.kind, set_on=row.set_on, due_on=row.due_on, on=today),
    )


def _days(week: Week, today: date) -> tuple[AgendaDay, ...]:
    """Monday to Friday, and a day of the weekend only where something happens."""
    days = (week.monday + timedelta(days=number) for number in range(7))
    return tuple(
        _day(week, day, today) for day in days if day.weekday() < WORKING_DAYS or week.of(day)
    )


def _day(week: Week, day: date, today: date) -> AgendaDay:
    # The floor first: a day may hold twenty committees, and the front page is not the agenda.
    rows = sorted(week.of(day), key=lambda row: row.committee is not None)
    return AgendaDay(
        on=day,
        events=tuple(_event(row) for row in rows[:EVENTS_A_DAY]),
        note=_left_out(len(rows)),
        is_today=day == today,
    )


def _left_out(events: int) -> str:
    """What the day holds besides the events that are shown."""
    if not events:
        return _("No sittings.")
    more = events - EVENTS_A_DAY
    if more <= 0:
        return ""
    return ngettext("and %(count)s sitting more", "and %(count)s sittings more", more) % {
        "count": more
    }


def _event(row: SessionRow) -> AgendaItem:
    is_floor = row.committee is None
    return AgendaItem(
        at=formats.clock(row.starts_at) if row.starts_at else "",
        title=_floor_title(row) if is_floor else str(row.committee),
        href=session_address(row.legislature, row.number)
        if is_floor
        else committee_address(str(row.committee_slug)),
        place=row.place,
        is_cancelled=row.state == SessionState.CANCELLED,
    )


def _floor_title(row: SessionRow) -> str:
    if not row.agenda_count:
        return _("Floor")
    return _("Floor: %(matters)s") % {"matters": _matters(row)}


def _hints() -> tuple[Link, ...]:
    search = address_of("citizens:search")
    return (
        Link(_("my senators"), address_of("citizens:my-senators")),
        Link(_("health"), f"{search}?q=salud"),
        Link(_("education"), f"{search}?q=educaci%C3%B3n"),
        Link(_("water"), f"{search}?q=agua"),
    )


def _participation() -> tuple[Link, ...]:
    return (
        Link(
            _("Know who represents you"),
            address_of("citizens:my-senators"),
            _("Choose your region: who represents it and how they vote."),
        ),
        Link(
            _("Follow the week"),
            address_of("citizens:agenda"),
            _("The calendar of the floor and the committees, also for your own calendar."),
        ),
        Link(
            _("Understand a law"),
            address_of("citizens:law-making"),
            _("From an idea to the Diario Oficial, step by step, and what each word means."),
        ),
        Link(
            _("Use the data"),
            address_of("citizens:about-data"),
            _("Everything on this site can be downloaded and reused, without asking."),
        ),
    )
