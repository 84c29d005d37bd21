"""The route of a bill through both chambers: what is done, where it is, what may come.

Pure: from the stages that a bill entered, and where it stands, to the steps of a drawing.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from legislation.bills.enums import BillKind, Stage, Status
from legislation.bills.selectors import Dossier, StageLine
from portals.citizens.pages.bill_sentences import chamber_words, law_name, other_chamber
from portals.citizens.pages.bill_words import chamber_name, stage_name, status_name
from portals.shared.formats import short_date
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Stage as RouteStage

BUDGET, FIRST, SECOND, THIRD, CONFERENCE, APPROVAL, LAW = range(7)
OUTSIDE, ORIGIN, REVISING = 0, 1, 2

STATION_OF: dict[str, int] = {
    Stage.CONFERENCE_BUDGET: BUDGET,
    Stage.FIRST: FIRST,
    Stage.FIRST_INSISTED: FIRST,
    Stage.INSISTENCE: FIRST,
    Stage.SECOND: SECOND,
    Stage.THIRD: THIRD,
    Stage.CONFERENCE_CHANGES: CONFERENCE,
    Stage.CONFERENCE_IDEA: CONFERENCE,
    Stage.CONFERENCE_REPORT_ORIGIN: CONFERENCE,
    Stage.CONFERENCE_REPORT_REVISING: CONFERENCE,
    Stage.COMPLETION: APPROVAL,
    Stage.PRESIDENT: APPROVAL,
    Stage.VETO_ORIGIN: APPROVAL,
    Stage.VETO_REVISING: APPROVAL,
    Stage.COURT: APPROVAL,
}
LANE_OF = {FIRST: ORIGIN, SECOND: REVISING, THIRD: ORIGIN}

# Stages whose name the station already says.
_SAID_BY_THE_STATION = {Stage.FIRST, Stage.SECOND, Stage.THIRD, Stage.CONFERENCE_BUDGET}

# Stations that a bill goes through only in some cases.
ONLY_SOMETIMES = {BUDGET, THIRD, CONFERENCE}


class Route(NamedTuple):
    """The names of the two lanes, the chamber of origin first, and the steps in order."""

    lanes: tuple[str, str]
    stages: tuple[RouteStage, ...]


class _Visit(NamedTuple):
    """When a bill came to a station and when it left it for another."""

    since: date
    until: date | None


def route_of(bill: Dossier) -> Route:
    """Draw up the route. Matters of the Senate, and bills whose place
    nobody can read, have none: no stages."""
    lanes = (chamber_name(bill.origin_chamber), chamber_name(other_chamber(bill.origin_chamber)))
    visits = _visits(bill.stages)
    here = _here(bill, visits) if bill.kind == BillKind.BILL else None
    if here is None:
        return Route(lanes, ())
    stations = [
        station
        for station in range(BUDGET, LAW + 1)
        if _belongs(station, here, visits, is_open=bill.status == Status.IN_PROGRESS)
    ]
    return Route(lanes, tuple(_step(bill, station, here, visits, lanes) for station in stations))


def _visits(entries: tuple[StageLine, ...]) -> dict[int, _Visit]:
    """First arrival and last departure for each station, in the order of the entries."""
    visits: dict[int, _Visit] = {}
    previous: int | None = None
    for entry in entries:
        station = STATION_OF.get(entry.stage)
        if station == previous:
            continue
        if previous is not None:
            visits[previous] = visits[previous]._replace(until=entry.entered_on)
        previous = station
        if station is None:
            continue
        known = visits.get(station)
        visits[station] = _Visit(known.since if known else entry.entered_on, None)
    return visits


def _here(bill: Dossier, visits: dict[int, _Visit]) -> int | None:
    if bill.status == Status.PUBLISHED:
        return LAW
    if bill.status == Status.IN_PROGRESS and bill.stage == Stage.FINISHED:
        return APPROVAL
    # What ended, or cannot be read, stands at the last station that it came to.
    last = max(visits, key=lambda station: visits[station].since, default=None)
    return STATION_OF.get(bill.stage, last)


def _belongs(station: int, here: int, visits: dict[int, _Visit], *, is_open: bool) -> bool:
    if station <= here:
        is_certain = station == here or station not in ONLY_SOMETIMES
        return is_certain or station in visits
    return is_open


def _step(
    bill: Dossier, station: int, here: int, visits: dict[int, _Visit], lanes: tuple[str, str]
) -> RouteStage:
    lane, where = LANE_OF.get(station, OUTSIDE), _where(station, lanes)
    label, visit = _station_name(station, language()), visits.get(station)
    if station == LAW and here == LAW:
        name = law_name(bill.law_number, bill.law_text)
        return RouteStage(label, "done", lane, where, name, bill.law_published_on)
    if station == here:
        return RouteStage(_label_here(bill, label), "now", lane, where, _note_here(bill))
    if station < here:
        if visit and visit.until is None and here == LAW:
            visit = visit._replace(until=bill.law_published_on)
        return RouteStage(label, "done", lane, where, _span(visit))
    state = "maybe" if station in ONLY_SOMETIMES else "next"
    return RouteStage(label, state, lane, where, _condition(bill, station))


@lru_cache(maxsize=16)
def _station_name(station: int, _language: str | None) -> str:
    return {
        BUDGET: _("Joint budget committee"),
        FIRST: _("First reading"),
        SECOND: _("Second reading"),
        THIRD: _("Third reading"),
        CONFERENCE: _("Conference committee"),
        APPROVAL: _("Approval and review"),
        LAW: _("Law"),
    }[station]


def _label_here(bill: Dossier, name: str) -> str:
    if bill.status != Status.IN_PROGRESS:
        return name
    return _("%(stage)s: it is here") % {"stage": name}


def _where(station: int, lanes: tuple[str, str]) -> str:
    if station in LANE_OF:
        return lanes[LANE_OF[station] - 1]
    if station in (BUDGET, CONFERENCE):
        return _("Both chambers")
    if station == APPROVAL:
        return _("President of the Republic and Constitutional Court")
    return _("Official Gazette")


def _note_here(bill: Dossier) -> str:
    """The stage, where the station's name is not enough, and since when it is at that stage."""
    if bill.status != Status.IN_PROGRESS:
        return _("It stopped here: %(state)s") % {"state": status_name(bill.status).lower()}
    detail = "" if bill.stage in _SAID_BY_THE_STATION else stage_name(bill.stage, bill.stage_text)
    day = _at_this_stage_since(bill)
    if day is None:
        return detail
    since = {"date": short_date(day), "stage": detail}
    return _("%(stage)s, since %(date)s") % since if detail else _("Since %(date)s") % since


def _at_this_stage_since(bill: Dossier) -> date | None:
    """When it last came to the stage it is at; None where no entry says so."""
    day = None
    for entry in reversed(bill.stages):
        if entry.stage != bill.stage:
            break
        day = entry.entered_on
    return day


def _span(visit: _Visit | None) -> str:
    if visit is None:
        return ""
    if visit.until is None or visit.until == visit.since:
        return short_date(visit.since)
    return _("%(since)s to %(until)s") % {
        "since": short_date(visit.since),
        "until": short_date(visit.until),
    }


def _condition(bill: Dossier, station: int) -> str:
    if station == THIRD:
        words = chamber_words(bill.origin_chamber)
        return _("Only if %(revising)s changes the text") % words
    if station == CONFERENCE:
        return _("Only if the chambers do not agree. Five members of each.")
    return ""
