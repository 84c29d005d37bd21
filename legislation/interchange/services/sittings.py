"""On which day each sitting of the Senate was held, when files only cite it.

Steps and votes cite sittings by number and day, and now and then disagree. The votes'
day decides; without votes, the day that most steps give; among equals, the earliest. The
day follows from what is on record and not from the order of reading.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from legislation.bills.journey import Step
from legislation.people.enums import Chamber
from legislation.provenance.models import Source
from legislation.sessions.models import Session
from legislation.sessions.services import floor_sessions, record_floor_sessions
from legislation.votes.models import Vote

Key = tuple[int, int]


class Disagreement(NamedTuple):
    """A step that puts a sitting on another day than the record does."""

    bill_id: int
    number: str
    sitting: str
    says: date
    held_on: date


def settle_sittings(cited: Mapping[Key, date], *, source: Source) -> int:
    """Record the sittings cited, each on the day that the record as a whole supports.

    :param cited: (legislature, number) and a day that somebody gave
    :returns: how many rows were written
    """
    if not cited:
        return 0
    by_votes, by_steps = _days_of_votes(cited), _days_of_steps(cited)
    days = {key: _settled(by_votes[key] or by_steps[key], day) for key, day in cited.items()}
    return record_floor_sessions(days.items(), source=source)


def disagreements(keys: Iterable[Key]) -> Iterator[Disagreement]:
    """Steps on record whose day is not that of the sitting they cite."""
    sessions = floor_sessions(keys)
    rows = (
        _steps(sessions)
        .order_by("bill_id", "position")
        .values_list("legislature_number", "session_number", "taken_on", "bill_id", "bill__number")
    )
    for legislature, number, taken_on, bill_id, bill in rows:
        session = sessions.get((legislature, number))
        if session is not None and session.held_on != taken_on:
            yield Disagreement(bill_id, bill, f"{number}/{legislature}", taken_on, session.held_on)


def outside_their_legislature(keys: Iterable[Key]) -> list[Session]:
    """Sittings whose day is not one of their legislature's days."""
    found = floor_sessions(keys).values()
    rows = Session.objects.filter(pk__in=[session.pk for session in found])
    rows = rows.filter(legislature__during__isnull=False).select_related("legislature")
    return [row for row in rows if row.held_on not in row.legislature.during]


def cited_by(bills: Iterable[int]) -> Iterator[tuple[int, Key]]:
    """Each bill with the sittings of the Senate that its steps and votes cite."""
    wanted = set(bills)
    steps = Step.objects.filter(bill__in=wanted, chamber=Chamber.SENATE)
    votes = Vote.objects.filter(bill__in=wanted, session__committee__isnull=True)
    for bill, legislature, number in (
        *steps.values_list("bill_id", "legislature_number", "session_number"),
        *votes.values_list("bill_id", "session__legislature", "session__number"),
    ):
        if bill is not None and legislature is not None and number is not None:
            yield bill, (legislature, number)


def _settled(days: Counter[date], said: date) -> date:
    most = max(days.values(), default=0)
    return min((day for day, times in days.items() if times == most), default=said)


def _days_of_votes(keys: Iterable[Key]) -> defaultdict[Key, Counter[date]]:
    found: defaultdict[Key, Counter[date]] = defaultdict(Counter)
    wanted = set(keys)
    rows = Vote.objects.filter(
        session__committee__isnull=True,
        session__legislature__in={legislature for legislature, _ in wanted},
        session__number__in={number for _, number in wanted},
    ).values_list("session__legislature", "session__number", "taken_on")
    for legislature, number, taken_on in rows:
        found[legislature, number][taken_on] += 1
    return found


def _days_of_steps(keys: Iterable[Key]) -> defaultdict[Key, Counter[date]]:
    found: defaultdict[Key, Counter[date]] = defaultdict(Counter)
    rows = _steps(keys).values_list("legislature_number", "session_number", "taken_on")
    for legislature, number, taken_on in rows:
        found[legislature, number][taken_on] += 1
    return found


def _steps(keys: Iterable[Key]):  # type: ignore[no-untyped-def]
    wanted = set(keys)
    return Step.objects.filter(
        chamber=Chamber.SENATE,
        legislature_number__in={legislature for legislature, _ in wanted},
        session_number__in={number for _, number in wanted},
    )
