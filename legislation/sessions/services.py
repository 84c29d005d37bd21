"""Records sittings as they are observed elsewhere: history, not procedure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from legislation.provenance.models import Source
from legislation.provenance.services import agree, amend
from legislation.sessions.models import AgendaItem, Attendance, Legislature, Session
from legislation.sessions.observed import ObservedSession

Row = TypeVar("Row", bound=Model)
_Key = tuple[int | None, int, int]
by_position = attrgetter("session_id", "position")
by_person = attrgetter("session_id", "person_id")


@dataclass(frozen=True, slots=True)
class RecordedSession:
    session: Session
    created: bool
    changed_rows: int


@dataclass(frozen=True, slots=True)
class RecordedSessions:
    """The sittings in the order observed, and how many rows this observation wrote."""

    sessions: tuple[Session, ...]
    created: int
    changed_rows: int


@dataclass(frozen=True, slots=True)
class _Target:
    """A sitting on record, what is seen of it, and whether it has just come to be."""

    session: Session
    seen: ObservedSession
    is_new: bool


def record_observed_session(
    seen: ObservedSession, *, source: Source | None = None
) -> RecordedSession:
    """Make the record agree with this observation of a sitting.

    Known by body, legislature and number. What the observation leaves at None or empty is
    not known and stays as it was; an agenda or an attendance, where given, is complete.
    Observing the same again changes nothing.
    """
    recorded = record_observed_sessions([seen], source=source)
    return RecordedSession(
        recorded.sessions[0],
        created=recorded.created == 1,
        changed_rows=recorded.changed_rows,
    )


@transaction.atomic
def record_observed_sessions(
    seen: Sequence[ObservedSession], *, source: Source | None = None
) -> RecordedSessions:
    """Record these sittings as ``record_observed_session`` does each, in the statements of one.

    :param seen: no sitting twice
    :raises ValueError: a sitting is there twice
    """
    changed = _know_legislatures(one.legislature_number for one in seen)
    held = _held(seen)
    targets, new = [], []
    for one in seen:
        session = held.get(_key(one))
        is_new = session is None
        if session is None:
            session = Session(
                legislature_id=one.legislature_number,
                number=one.number,
                committee_id=one.committee_id,
                source=source,
                **_values(one),
            )
            new.append(session)
        else:
            changed += amend(session, source=source, **_values(one))
        targets.append(_Target(session, one, is_new=is_new))
    Session.objects.bulk_create(new)
    changed += len(new) + _record_agendas(targets, source) + _record_attendances(targets, source)
    return RecordedSessions(
        tuple(target.session for target in targets), created=len(new), changed_rows=changed
    )


@transaction.atomic
def record_floor_sessions(
    days: Iterable[tuple[tuple[int, int], date]], *, source: Source | None = None
) -> int:
    """Make sure that these sittings of the floor are on record, held on these days.

    For sittings that a source only cites, such as ``39/372``. A sitting whose opening time
    is on record keeps its own day.

    :param days: pairs of (legislature, number) and the day
    :returns: how many rows were written
    """
    held_on = dict(days)
    changed = _know_legislatures({legislature for legislature, _ in held_on})
    sessions = floor_sessions(held_on)
    new = [
        Session(legislature_id=key[0], number=key[1], held_on=day, source=source)
        for key, day in held_on.items()
        if key not in sessions
    ]
    Session.objects.bulk_create(new)
    for key, session in sessions.items():
        if session.starts_at is None:
            changed += amend(session, source=source, held_on=held_on[key])
    return changed + len(new)


def floor_sessions(keys: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Session]:
    """Sittings of the floor on record, by (legislature, number)."""
    wanted = set(keys)
    rows = Session.objects.filter(
        committee__isnull=True,
        legislature__in={legislature for legislature, _ in wanted},
        number__in={number for _, number in wanted},
    )
    found = {(row.legislature_id, row.number): row for row in rows}
    return {key: row for key, row in found.items() if key in wanted}


def _know_legislatures(numbers: Iterable[int]) -> int:
    """Legislatures before 2006 are not on record by day, but are cited by number."""
    wanted = set(numbers)
    known = set(Legislature.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    new = [Legislature(number=number) for number in sorted(wanted - known)]
    Legislature.objects.bulk_create(new)
    return len(new)


def _key(seen: ObservedSession) -> _Key:
    return seen.committee_id, seen.legislature_number, seen.number


def _held(seen: Sequence[ObservedSession]) -> dict[_Key, Session]:
    """Those of them that are on record."""
    keys = {_key(one) for one in seen}
    if len(keys) != len(seen):
        raise ValueError("A sitting is observed twice at once.")
    is_one_of_the_bodies = Q(committee__in={body for body, _, _ in keys if body is not None})
    if any(body is None for body, _, _ in keys):
        is_one_of_the_bodies |= Q(committee__isnull=True)
    rows = Session.objects.filter(
        is_one_of_the_bodies,
        legislature__in={legislature for _, legislature, _ in keys},
        number__in={number for _, _, number in keys},
    )
    found = rows.select_for_update().order_by("pk")
    return {(row.committee_id, row.legislature_id, row.number): row for row in found}


def _values(seen: ObservedSession) -> dict[str, object]:
    values: dict[str, object] = {"held_on": seen.held_on}
    for name in ("kind", "state", "starts_at", "ended_at", "place"):
        if getattr(seen, name):
            values[name] = getattr(seen, name)
    if seen.attendance is not None:
        values["has_attendance"] = True
    return values


def _record_agendas(targets: Sequence[_Target], source: Source | None) -> int:
    told = [target for target in targets if target.seen.agenda is not None]
    wanted = [
        AgendaItem(
            session=target.session,
            position=position,
            part=item.part,
            heading=item.heading,
            bill_id=item.bill_id,
        )
        for target in told
        for position, item in enumerate(target.seen.agenda or (), start=1)
    ]
    rows = _rows_of(told, AgendaItem.objects.all())
    return agree(AgendaItem, rows, wanted, key=by_position, source=source)


def _record_attendances(targets: Sequence[_Target], source: Source | None) -> int:
    told = [target for target in targets if target.seen.attendance is not None]
    wanted = [
        Attendance(
            session=target.session, person_id=row.person_id, state=row.state, reason=row.reason
        )
        for target in told
        for row in target.seen.attendance or ()
    ]
    rows = _rows_of(told, Attendance.objects.all())
    return agree(Attendance, rows, wanted, key=by_person, source=source)


def _rows_of(targets: Sequence[_Target], rows: QuerySet[Row]) -> Iterable[Row]:
    """The rows of these sittings; one that has just come to be has none to ask for."""
    known = [target.session.pk for target in targets if not target.is_new]
    return rows.filter(session__in=known) if known else ()
