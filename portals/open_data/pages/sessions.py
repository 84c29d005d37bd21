"""Sittings of the floor and of committees."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from legislation.people.selectors_committees import get_committee
from legislation.sessions.selectors import (
    NEWEST_FIRST,
    AgendaLine,
    Bodies,
    Body,
    agenda_of,
    attendance_of,
    steps_in,
)
from legislation.sessions.selectors_exchange import (
    attendance_of_each,
    exchange_sessions,
    session_record,
)
from legislation.votes.selectors_exchange import votes_of_sessions
from portals.open_data.base.lists import ListPage, Resource, page_of, resource_of
from portals.open_data.pages.filters import nobody
from portals.open_data.pages.votes import described


def list_sessions(asked: dict[str, Any], *, size: int | None = None) -> ListPage:
    """One page of the list. One query, one for each list included, one to find a committee.

    :raises Refused: no committee has that name
    """
    rows = exchange_sessions(
        _body(asked),
        legislature=asked.get("legislatura"),
        state=asked.get("estado", ""),
        since=asked.get("desde"),
        until=asked.get("hasta"),
    )
    page = page_of(
        rows, order=NEWEST_FIRST, cursor=asked.get("pagina"), size=size or asked["limite"]
    )
    return page.with_rows(_with_parts(page.rows, asked.get("include", ())))


def _body(asked: dict[str, Any]) -> Body:
    if "comision" not in asked:
        return Bodies(asked.get("organo", Bodies.ALL))
    try:
        return get_committee(asked["comision"]).id
    except ObjectDoesNotExist as absent:
        raise nobody("comision") from absent


def _with_parts(rows: list[Any], parts: Collection[str]) -> list[Resource]:
    sessions: list[Resource] = [resource_of(row) for row in rows]
    ids = [row.id for row in rows]
    if "agenda" in parts:
        agendas = agendas_of(ids)
        sessions = [session | {"agenda": agendas[session["id"]]} for session in sessions]
    if "attendance" in parts:
        came = attendance_of_each(ids)
        sessions = [session | {"attendance": came[session["id"]]} for session in sessions]
    return sessions


def agendas_of(session_ids: Collection[int]) -> dict[int, list[AgendaLine]]:
    """The agenda of each of these sittings. One query."""
    found: dict[int, list[AgendaLine]] = defaultdict(list)
    for line in agenda_of(session_ids):
        found[line.session_id].append(line)
    return found


def one_session(legislature: int, number: int) -> Resource:
    """One sitting of the floor with everything. Five queries.

    :raises ObjectDoesNotExist: there is none
    """
    row = session_record(legislature, number)
    return _whole(row) | {
        "votes": [described(vote) for vote in votes_of_sessions([row.id])[row.id]],
        "steps": steps_in(legislature, number),
    }


def one_committee_session(slug: str, legislature: int, number: int) -> Resource:
    """One sitting of a committee, with agenda and attendance. Three queries.

    :raises ObjectDoesNotExist: there is none
    """
    return _whole(session_record(legislature, number, committee_slug=slug))


def _whole(row: Any) -> Resource:
    return resource_of(row) | {"agenda": agenda_of([row.id]), "attendance": attendance_of(row.id)}
