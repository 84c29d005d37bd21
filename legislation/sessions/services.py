"""Records sittings as they are observed elsewhere: history, not procedure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db import transaction
from django.db.models import Q

from legislation.provenance.models import Source
from legislation.provenance.services import agree, amend
from legislation.sessions.models import AgendaItem, Attendance, Legislature, Session
from legislation.sessions.observed import ObservedSession


@dataclass(frozen=True, slots=True)
class RecordedSession:
    session: Session
    created: bool
    changed_rows: int


@transaction.atomic
def record_observed_session(
    seen: ObservedSession, *, source: Source | None = None
) -> RecordedSession:
    """Make the record agree with this observation of a sitting.

    Known by body, legislature and number. What the observation leaves at None or empty is
    not known and stays as it was; an agenda or an attendance, where given, is complete.
    Observing the same again changes nothing.
    """
    changed = _know_legislatures([seen.legislature_number])
    is_the_body = (
        Q(committee__isnull=True)
        if seen.committee_id is None
        else Q(committee_id=seen.committee_id)
    )
    same_number = Session.objects.filter(
        is_the_body, legislature_id=seen.legislature_number, number=seen.number
    )
    session = same_number.select_for_update().first()
    created = session is None
    if session is None:
        session = Session.objects.create(
            legislature_id=seen.legislature_number,
            number=seen.number,
            committee_id=seen.committee_id,
            source=source,
            **_values(seen),
        )
        changed += 1
    else:
        changed += amend(session, source=source, **_values(seen))
    changed += _record_agenda(session, seen, source)
    changed += _record_attendance(session, seen, source)
    return RecordedSession(session, created=created, changed_rows=changed)


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


def _values(seen: ObservedSession) -> dict[str, object]:
    values: dict[str, object] = {"held_on": seen.held_on}
    for name in ("kind", "state", "starts_at", "ended_at", "place"):
        if getattr(seen, name):
            values[name] = getattr(seen, name)
    if seen.attendance is not None:
        values["has_attendance"] = True
    return values


def _record_agenda(session: Session, seen: ObservedSession, source: Source | None) -> int:
    if seen.agenda is None:
        return 0
    wanted = [
        AgendaItem(
            session=session,
            position=position,
            part=item.part,
            heading=item.heading,
            bill_id=item.bill_id,
        )
        for position, item in enumerate(seen.agenda, start=1)
    ]
    rows = session.agenda_items.all()
    return agree(AgendaItem, rows, wanted, key=attrgetter("position"), source=source)


def _record_attendance(session: Session, seen: ObservedSession, source: Source | None) -> int:
    if seen.attendance is None:
        return 0
    wanted = [
        Attendance(session=session, person_id=row.person_id, state=row.state, reason=row.reason)
        for row in seen.attendance
    ]
    rows = session.attendances.all()
    return agree(Attendance, rows, wanted, key=attrgetter("person_id"), source=source)
