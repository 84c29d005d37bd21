"""Senators and committees."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from legislation.people.selectors_committees import seats_of
from legislation.people.selectors_exchange import (
    COMMITTEES_ORDER,
    PEOPLE_ORDER,
    committee_record,
    exchange_committees,
    exchange_people,
    person_record,
)
from legislation.people.selectors_person import Holding, HoldingKind, career_of
from legislation.sessions.selectors_exchange import exchange_sessions
from legislation.votes.selectors_attendance import count_attendance, sittings_of
from legislation.votes.selectors_senators import participation_of
from portals.open_data.base.lists import ListPage, Resource, page_of, resource_of

UPCOMING = 20
ONE_DAY = timedelta(days=1)

_LISTS = {
    "mandates": HoldingKind.MANDATE,
    "parties": HoldingKind.PARTY,
    "caucuses": HoldingKind.CAUCUS,
    "committees": HoldingKind.COMMITTEE,
    "offices": HoldingKind.OFFICE,
    "exclusions": HoldingKind.EXCLUSION,
}


def list_senators(asked: dict[str, Any], *, on: date, size: int | None = None) -> ListPage:
    """One page of everybody, in Spanish order. One query."""
    rows = exchange_people(
        on=on,
        region_slug=asked.get("region", ""),
        party_slug=asked.get("partido", ""),
        is_seated=asked.get("escano"),
    )
    page = page_of(
        rows, order=PEOPLE_ORDER, cursor=asked.get("pagina"), size=size or asked["limite"]
    )
    return page.with_rows([_senator(row) for row in page.rows])


def one_senator(slug: str, *, on: date) -> Resource:
    """One senator with everything held, participation and attendance. Four queries.

    :raises ObjectDoesNotExist: nobody has that address
    """
    career = career_of(slug)
    held = {name: [_holding(one) for one in career.of(kind)] for name, kind in _LISTS.items()}
    figures = {
        "participation": participation_of(career.person.id, career.in_office),
        "attendance": count_attendance(sittings_of(career.person.id, career.in_office)),
    }
    return _senator(person_record(slug, on=on)) | held | figures


def list_committees(asked: dict[str, Any], *, on: date, size: int | None = None) -> ListPage:
    """One page of the committees, in Spanish order. One query."""
    rows = exchange_committees(on=on, chamber=asked.get("camara", ""), kind=asked.get("tipo", ""))
    return page_of(
        rows, order=COMMITTEES_ORDER, cursor=asked.get("pagina"), size=size or asked["limite"]
    )


def one_committee(slug: str, *, on: date) -> Resource:
    """One committee with its seats and the sittings to come. Three queries.

    :raises ObjectDoesNotExist: there is none
    """
    row = committee_record(slug, on=on)
    coming = exchange_sessions(row.id, since=on).order_by("held_on", "id")[:UPCOMING]
    return resource_of(row) | {
        "seats": [_holding(seat) for seat in seats_of(row.id)],
        "upcoming": list(coming),
    }


def _senator(row: Any) -> Resource:
    return resource_of(row) | {
        "is_in_office": _is_in_office(row),
        "region": _held(row.last_mandate),
        "party": _held(row.last_party),
        "caucus": _held(row.last_caucus),
    }


def _is_in_office(row: Any) -> bool | None:
    """Excluded senators are not counted (LOC 7). No seat proves nothing without a whole roster."""
    if row.has_seat:
        return not row.is_excluded
    return False if row.is_roster_complete else None


def _held(what: Mapping[str, Any] | None) -> Resource | None:
    if what is None:
        return None
    until = what["until"]
    return {**what, "until": date.fromisoformat(until) - ONE_DAY if until else None}


def _holding(held: Holding | Any) -> Resource:
    """The record keeps the first day after; people say the last day."""
    return resource_of(held) | {"until": held.until - ONE_DAY if held.until else None}
