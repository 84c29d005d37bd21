"""Votes of the floor: the outcome as the record holds it, and everybody's answer."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from legislation.people.selectors import RosterRow, roster_on
from legislation.people.selectors_person import career_of
from legislation.votes.selectors import NEWEST_FIRST, attendance_of_absent
from legislation.votes.selectors_exchange import (
    BallotRecord,
    ballots_of_each,
    exchange_votes,
    vote_record,
)
from legislation.votes.selectors_outcome import outcome_of, tally_of
from legislation.votes.selectors_senators import votes_open_to
from legislation.votes.sentences import headline, why
from portals.open_data.base.lists import ListPage, Resource, page_of, resource_of


def decided(row: Any) -> Resource:
    """A row of a vote with its outcome, decided as everywhere else."""
    outcome = outcome_of(row)
    return resource_of(row) | {
        "counts": tally_of(row),
        "result": outcome.result,
        "reason": outcome.reason,
        "needed": outcome.needed,
        "missing": outcome.missing,
    }


def described(row: Any) -> Resource:
    """The same, with the words for it."""
    outcome, tally = outcome_of(row), tally_of(row)
    words = {"result_sentence": headline(outcome, tally), "why": why(outcome, tally)}
    return decided(row) | words


def table_of_votes(asked: dict[str, Any], *, size: int) -> ListPage:
    """One page of the list for a table, which holds no words. One query."""
    page = _page(asked, size)
    return page.with_rows([decided(row) for row in page.rows])


def list_votes(asked: dict[str, Any]) -> ListPage:
    """One page of the list of votes. One query, and one more for the ballots if asked for."""
    page = _page(asked, asked["limite"])
    votes = [described(row) for row in page.rows]
    if "ballots" in asked.get("include", ()):
        ballots = ballots_of_each([vote["id"] for vote in votes])
        votes = [vote | {"ballots": ballots[vote["id"]]} for vote in votes]
    return page.with_rows(votes)


def _page(asked: dict[str, Any], size: int) -> ListPage:
    rows = votes_under(asked)
    return page_of(rows, order=NEWEST_FIRST, cursor=asked.get("pagina"), size=size)


def votes_under(asked: dict[str, Any]) -> "QuerySet[Any, Any]":
    """The votes that meet the parameters, without order. Nothing is read here."""
    return exchange_votes(
        kind=asked.get("tipo", ""),
        result=asked.get("resultado", ""),
        year=asked.get("anio"),
        bill_number=asked.get("boletin", ""),
        legislature=asked.get("legislatura"),
        since=asked.get("desde"),
        until=asked.get("hasta"),
    )


def list_answers(slug: str, asked: dict[str, Any], *, on: date, size: int) -> ListPage:
    """One page of the votes open to a senator, each with the answer, None for none. Two queries.

    :raises ObjectDoesNotExist: nobody has that address
    """
    career = career_of(slug)
    rows = votes_open_to(
        career.person.id,
        career.in_office_up_to(on),
        choice=asked.get("respuesta", ""),
        year=asked.get("anio"),
        kind=asked.get("tipo", ""),
    )
    page = page_of(rows, order=NEWEST_FIRST, cursor=asked.get("pagina"), size=size)
    return page.with_rows([decided(row) for row in page.rows])


def one_vote(legislature: int, session: int, position: int) -> Resource:
    """One vote with its ballots and, where they can be told, those who gave no answer.

    Three queries, and one more for the reasons of the absent.

    :raises ObjectDoesNotExist: there is no such vote
    """
    row = vote_record(legislature=legislature, session_number=session, position=position)
    ballots = ballots_of_each([row.id])[row.id]
    absent = _absent(row, ballots)
    return described(row) | {
        "ballots": ballots,
        "knows_absent": absent is not None,
        "absent": absent or [],
    }


def _absent(row: Any, ballots: Sequence[BallotRecord]) -> list[Resource] | None:
    """Who was in office and gave no answer; None where nobody can be called absent.

    That takes a complete roster of the day, a roll call, and a person for every name in it.
    """
    day: date = row.taken_on
    roster = roster_on(day)
    answered = {ballot.person_id for ballot in ballots}
    if not ballots or not roster.is_complete or None in answered:
        return None
    silent = [member for member in roster.in_office if member.person_id not in answered]
    said = (
        attendance_of_absent(row.session_id, [member.person_id for member in silent])
        if row.session__has_attendance
        else {}
    )
    return [_absence(member, said.get(member.person_id)) for member in silent]


def _absence(member: RosterRow, said: Any) -> Resource:
    return resource_of(member) | {
        "attendance": said.state if said else None,
        "reason": said.reason if said else None,
    }
