"""Dates, roles and figures of senators in words. Nobody's gender is guessed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import ngettext

from legislation.people.enums import CommitteeRole, OfficeKind
from legislation.people.selectors_person import Career, Holding, HoldingKind, Span
from legislation.sessions.enums import AttendanceState
from legislation.votes.selectors_attendance import (
    AttendanceCount,
    CommitteeAttendance,
    SittingRow,
    count_attendance,
)
from legislation.votes.selectors_senators import Participation
from portals.citizens.pages.vote_words import exclusion_words
from portals.shared.formats import number, plain_date
from portals.shared.language import gettext as _

# How an attendance is drawn: what is not counted is not a stroke.
STROKES = {
    AttendanceState.PRESENT.value: "PRESENT",
    AttendanceState.JUSTIFIED.value: "EXCUSED",
    AttendanceState.ABSENT.value: "ABSENT",
    None: "UNKNOWN",
}


class Measure(NamedTuple):
    """A figure with its denominator and what was left out of it.

    ``strokes`` are the sittings one by one, empty where they are too many to draw.
    """

    value: int
    total: int
    unit: str
    title: str
    explanation: str
    strokes: tuple[str, ...] = ()
    strokes_label: str = ""


class Caveat(NamedTuple):
    title: str
    text: str


def days_held(since: date | None, until: date | None, on: date) -> str:
    """«Since 2 May 2024», «11 March 2022 to 1 May 2024»; the last day is said, inclusive.

    What has not begun on the day is said to come: «Will begin on 11 March 2027».
    """
    last = until - timedelta(days=1) if until else None
    if since and since > on:
        return _to_come(since, last)
    if last is None or last >= on:
        return _("Since %(date)s") % {"date": plain_date(since)} if since else _("Dates not known")
    if since is None:
        return _("Until %(date)s") % {"date": plain_date(last)}
    return _("%(first)s to %(last)s") % {"first": plain_date(since), "last": plain_date(last)}


def _to_come(since: date, last: date | None) -> str:
    if last is None:
        return _("Will begin on %(date)s") % {"date": plain_date(since)}
    values = {"first": plain_date(since), "last": plain_date(last)}
    return _("Will go from %(first)s to %(last)s") % values


def term_years(since: date | None, until: date | None) -> str:
    """«2022 to 2030»: a term, by the years in which it begins and ends."""
    if since is None or until is None:
        return _("Since %(year)d") % {"year": since.year} if since else _("Term not known")
    return _("%(since)d to %(until)d") % {"since": since.year, "until": until.year}


def period_of(days: Sequence[Span]) -> str:
    """The days counted, in words; more than one stretch where there were gaps."""
    return "; ".join(
        _("%(first)s to %(last)s")
        % {"first": plain_date(span.since), "last": plain_date(span.until - timedelta(days=1))}
        for span in days
        if span.since and span.until
    )


def role_of(career: Career, on: date) -> str:
    """Who this is in a line: the region and the party, now or last."""
    now = career.current(HoldingKind.MANDATE, on)
    terms = career.of(HoldingKind.MANDATE)
    if now is None and not terms:
        return _("No term on record")
    seat = now or terms[0]
    former = _("Former senator for %(region)s") % {"region": seat.detail}
    said = job_of(now) if now else former
    party = career.current(HoldingKind.PARTY, on) if now else None
    return f"{said}, {party.name}" if party else said


def job_of(seat: Holding) -> str:
    return _("Senator for %(region)s") % {"region": seat.detail}


def role_facts(career: Career, on: date) -> tuple[str, ...]:
    """The term, and what is presided over, under the name."""
    facts = []
    seat = career.current(HoldingKind.MANDATE, on)
    if seat:
        years = term_years(seat.since, seat.until)
        facts.append(_("Term %(years)s") % {"years": years})
    facts += [office_name(h) for h in career.of(HoldingKind.OFFICE) if h.holds_on(on)]
    facts += [
        _("Chairs the committee %(name)s") % {"name": h.name}
        for h in career.of(HoldingKind.COMMITTEE)
        if h.holds_on(on) and h.detail == CommitteeRole.CHAIR
    ]
    facts += [exclusion_name(h) for h in career.of(HoldingKind.EXCLUSION) if h.holds_on(on)]
    return tuple(facts)


def office_name(held: Holding) -> str:
    return str(OfficeKind(held.detail).label)


def committee_role(held: Holding) -> str:
    return str(CommitteeRole(held.detail).label)


def exclusion_name(held: Holding) -> str:
    return exclusion_words(held.detail)


def attendance_measure(sittings: Sequence[SittingRow]) -> Measure:
    """Sittings of the floor attended, out of those that count."""
    count = count_attendance(sittings)
    return Measure(
        value=count.attended,
        total=count.counted,
        unit=ngettext("sitting", "sittings", count.counted),
        title=_("Attended the floor"),
        explanation=_attendance_explained(count),
        strokes=tuple(STROKES[sitting.state] for sitting in sittings if sitting.was_held),
        strokes_label=_attendance_spoken(count),
    )


def participation_measure(count: Participation) -> Measure:
    """Votes answered, out of those in which it was possible to answer."""
    return Measure(
        value=count.answered,
        total=count.counted,
        unit=ngettext("vote", "votes", count.counted),
        title=_("Answered when it was possible to vote"),
        explanation=_participation_explained(count),
    )


def attendance_caveat() -> Caveat:
    """What the figures do not say. It stands beside them, always."""
    return Caveat(
        _("What these figures do not say."),
        _(
            "They count presence on the floor, not work in committees or in the region, nor the"
            " worth of what is contributed. Only days in office count. They are no basis for"
            " ranking anybody: reasons differ, and some are not on record."
        ),
    )


def _attendance_spoken(count: AttendanceCount) -> str:
    said = ngettext(
        "Attended %(attended)d of %(counted)d sitting that counts",
        "Attended %(attended)d of %(counted)d sittings that count",
        count.counted,
    )
    return said % {"attended": count.attended, "counted": count.counted}


def _attendance_explained(count: AttendanceCount) -> str:
    whole = count.sittings
    counted = _left_out(
        _said(
            whole,
            ngettext(
                "%(n)s sitting with published attendance while in office",
                "%(n)s sittings with published attendance while in office",
                whole,
            ),
        ),
        *_discounts(count.with_leave, count.unmentioned),
    )
    failed = ngettext(
        "%(n)s sitting more could not be held for want of quorum, and is not counted.",
        "%(n)s sittings more could not be held for want of quorum, and are not counted.",
        count.failed,
    )
    return " ".join(filter(None, (counted, _said(count.failed, failed))))


def committee_left_out(found: CommitteeAttendance) -> str:
    """What was discounted from the attendance at a committee; «Nothing» where nothing was."""
    said = _discounts(found.with_leave, found.unmentioned)
    return "; ".join(filter(None, said)) or _("Nothing")


def _discounts(leave: int, silent: int) -> tuple[str, str]:
    """What an attendance leaves out of its count, «» where there is none."""
    return (
        _said(leave, ngettext("%(n)s absence with leave", "%(n)s absences with leave", leave)),
        _said(
            silent,
            ngettext(
                "%(n)s sitting whose attendance does not mention this person",
                "%(n)s sittings whose attendance does not mention this person",
                silent,
            ),
        ),
    )


def _participation_explained(count: Participation) -> str:
    return _left_out(
        _said(
            count.votes,
            ngettext(
                "%(n)s vote with a roll call while in office",
                "%(n)s votes with a roll call while in office",
                count.votes,
            ),
        ),
        _said(count.paired, _("%(n)s as paired")),
        _said(count.recused, _("%(n)s as recused")),
        _said(count.with_leave, _("%(n)s with leave")),
        _said(count.unrecognised, _("%(n)s with an unrecognised name in the roll call")),
    )


def _left_out(whole: str, *left_out: str) -> str:
    said = [text for text in left_out if text]
    if not whole:
        return _("There is none on record.")
    if not said:
        return _("%(whole)s; none is left out.") % {"whole": whole}
    return _("%(whole)s, leaving out: %(parts)s.") % {"whole": whole, "parts": "; ".join(said)}


def _said(count: int, text: str) -> str:
    """A number of things, or nothing where there are none."""
    return text % {"n": number(count)} if count else ""
