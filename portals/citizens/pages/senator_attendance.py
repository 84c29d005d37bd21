"""A senator's attendance and participation, one legislative year at a time, with reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist
from markupsafe import Markup

from legislation.people.selectors_person import (
    Holding,
    HoldingKind,
    Span,
    career_of,
    within,
)
from legislation.sessions.enums import AttendanceState
from legislation.votes.selectors_attendance import (
    CommitteeAttendance,
    LegislatureRow,
    SittingRow,
    committee_attendance_of,
    legislatures_of,
    sittings_of,
)
from legislation.votes.selectors_senators import participation_of
from portals.citizens.pages import senator_tables as tables
from portals.citizens.pages import senator_words as words
from portals.citizens.pages.bill_words import filled, in_spanish
from portals.citizens.pages.senator_head import ATTENDANCE, SenatorHead, head_of
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.formats import time_tag
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Tab

LEGISLATURE_PARAMETER = "legislatura"


@dataclass(frozen=True)
class AttendancePage:
    """``years`` is empty, and the measures None, where no term is on record."""

    head: SenatorHead
    years: tuple[Tab, ...]
    period: str
    attendance: words.Measure | None
    participation: words.Measure | None
    caveat: words.Caveat
    missed: tuple[tables.Cells, ...]
    missed_columns: tuple[Column, ...]
    committees: tuple[tables.Cells, ...]
    committee_columns: tuple[Column, ...]


def build(slug: str, legislature: str, *, on: date) -> AttendancePage:
    """The attendance of a legislative year: the one named, else the last in office.

    Five queries.

    :raises ObjectDoesNotExist: there is no such senator, or no such year in office
    """
    career, at = career_of(slug), addresses()
    in_office = career.in_office_up_to(on)
    years = legislatures_of(in_office)
    year = _chosen(years, legislature)
    days = within(in_office, Span(year.since, year.until)) if year else ()
    sittings = sittings_of(career.person.id, days)
    participation = participation_of(career.person.id, days)
    at_committees = committee_attendance_of(career.person.id)
    head = head_of(career, at, on=on, current=ATTENDANCE)
    return AttendancePage(
        head=head,
        years=_years(years, year, head.address + ATTENDANCE),
        period=words.period_of(days),
        attendance=words.attendance_measure(sittings) if year else None,
        participation=words.participation_measure(participation) if year else None,
        caveat=words.attendance_caveat(),
        missed=_missed(sittings, at),
        missed_columns=(
            Column(_("Date")),
            Column(_("Sitting"), "head"),
            Column(_("What is known")),
        ),
        committees=_committees(career.of(HoldingKind.COMMITTEE), at_committees, at),
        committee_columns=(
            Column(_("Committee"), "head"),
            Column(_("Sittings attended"), "number"),
            Column(_("Left out of the count")),
        ),
    )


def _chosen(years: Sequence[LegislatureRow], number: str) -> LegislatureRow | None:
    if not number:
        return years[0] if years else None
    found = next((year for year in years if str(year.number) == number), None)
    if found is None:
        raise ObjectDoesNotExist(number)
    return found


def _years(
    years: Sequence[LegislatureRow], chosen: LegislatureRow | None, address: str
) -> tuple[Tab, ...]:
    return tuple(
        Tab(
            _("Legislature %(number)d (%(since)d)")
            % {"number": year.number, "since": year.since.year},
            f"{address}?{LEGISLATURE_PARAMETER}={year.number}" if year != years[0] else address,
            None,
            year == chosen,
        )
        for year in years
    )


def _missed(sittings: Sequence[SittingRow], at: Addresses) -> tuple[tables.Cells, ...]:
    """The sittings not attended, the latest first, with what is known of each."""
    return tuple(
        (
            time_tag(value=row.held_on),
            Markup('<a href="{}">{}</a>').format(
                at.sitting(row.legislature, row.number), f"{row.number}/{row.legislature}"
            ),
            _what_is_known(row),
        )
        for row in reversed(sittings)
        if row.was_held and row.state != AttendanceState.PRESENT
    )


def _what_is_known(row: SittingRow) -> str:
    if row.state is None:
        return _("The attendance does not mention this person; not counted")
    if row.state == AttendanceState.ABSENT:
        return _("Absent, without a reason on record")
    if row.reason:
        return filled(_("With leave: %(reason)s; not counted"), reason=in_spanish(row.reason))
    return _("With leave; not counted")


def _committees(
    seats: Sequence[Holding], found: Mapping[str, CommitteeAttendance], at: Addresses
) -> tuple[tables.Cells, ...]:
    """Attendance at each committee with published attendance, over all the days of the seat."""
    names = {seat.slug: seat.name for seat in seats}
    return tuple(
        (
            Markup('<a href="{}">{}</a>').format(at.committee(slug), in_spanish(name)),
            _("%(attended)d of %(counted)d")
            % {"attended": found[slug].attended, "counted": found[slug].counted},
            words.committee_left_out(found[slug]),
        )
        for slug, name in names.items()
        if slug in found
    )
