"""Writes an approved change into the record: opens, ends and corrects rows, never deletes."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from legislation.errors import RuleViolation
from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import RowKind
from legislation.membership.proposals import Change
from legislation.membership.selectors import rows_of
from legislation.membership.services import checking
from legislation.membership.services.spans import Written, close, end, end_all, in_force, open_row
from legislation.people.enums import CommitteeRole, ExclusionReason
from legislation.people.models import (
    CaucusMembership,
    CommitteeSeat,
    ExclusionFromOffice,
    Mandate,
    Office,
    PartyMembership,
    Person,
    Substitution,
)

Writer = Callable[[Change, Person, Written], None]


def write(change: Change, person: Person) -> Written:
    """Make the record say what the change says. Within the transaction that publishes it.

    :raises RuleViolation: the record does not allow it
    """
    told = Written()
    WRITERS[change.kind](change, person, told)
    return told


def correctable(change: Change, person: Person) -> Any:
    """The row of this person whose days are to be corrected.

    :raises RuleViolation: there is none, or it was observed elsewhere
    """
    kind = change.row_kind
    holder = "substitute" if kind == RowKind.SUBSTITUTION else "person"
    row = rows_of(kind).filter(pk=change.row_id, **{holder: person}).first() if kind else None
    if row is None:
        raise RuleViolation(_("Say which of the things that they hold is wrong."))
    if getattr(row, "source_id", None) is not None:
        raise RuleViolation(
            _(
                "It was read from the Senate's own service: it may be ended, not rewritten, for the next reading would undo it."
            )
        )
    if (row.during.lower, row.during.upper) == (change.since, change.until):
        raise RuleViolation(_("The correction changes nothing."))
    return row


def _seat(change: Change, person: Person, told: Written) -> None:
    open_row(
        Mandate,
        told,
        person=person,
        constituency_id=change.constituency,
        during=DateRange(change.since, change.until),
    )
    told.since, told.until = change.since, change.until


def _end_seat(change: Change, person: Person, told: Written) -> None:
    """What is held as a senator ends with the seat; a party is not."""
    told.since = change.since
    end(Mandate.objects.filter(person=person), change.since, told)
    as_senator: tuple[QuerySet[Any], ...] = (
        CommitteeSeat.objects.filter(person=person),
        CaucusMembership.objects.filter(person=person),
        Office.objects.filter(person=person),
        ExclusionFromOffice.objects.filter(person=person),
        Substitution.objects.filter(substitute=person),
        Substitution.objects.filter(member=person),
    )
    end_all(as_senator, change.since, told)


def _join_party(change: Change, person: Person, told: Written) -> None:
    during = DateRange(change.since, change.until)
    open_row(PartyMembership, told, person=person, party_id=change.party_id, during=during)


def _leave_party(change: Change, person: Person, told: Written) -> None:
    end(PartyMembership.objects.filter(person=person), change.since, told)


def _join_caucus(change: Change, person: Person, told: Written) -> None:
    during = DateRange(change.since, change.until)
    open_row(CaucusMembership, told, person=person, caucus_id=change.caucus_id, during=during)


def _leave_caucus(change: Change, person: Person, told: Written) -> None:
    end(CaucusMembership.objects.filter(person=person), change.since, told)


def _join_committee(change: Change, person: Person, told: Written) -> None:
    open_row(
        CommitteeSeat,
        told,
        person=person,
        committee_id=change.committee_id,
        during=DateRange(change.since, change.until),
    )


def _leave_committee(change: Change, person: Person, told: Written) -> None:
    rows = CommitteeSeat.objects.filter(person=person, committee=change.committee_id)
    end(rows, change.since, told)
    out = Substitution.objects.filter(member=person, committee=change.committee_id)
    end_all((out,), change.since, told)


def _chair_committee(change: Change, person: Person, told: Written) -> None:
    """From this day they chair, and whoever did is a member like the others."""
    seats = CommitteeSeat.objects.filter(committee=change.committee_id)
    chair = seats.filter(role=CommitteeRole.CHAIR, during__contains=change.since).first()
    if chair is not None and chair.person_id == person.pk:
        raise RuleViolation(_("They chair it already on that day."))
    for row, role in ((chair, CommitteeRole.MEMBER), (_seat_of(seats, person, change.since), None)):
        if row is not None:
            _go_on_as(row, role or CommitteeRole.CHAIR, change.since, told)


def _seat_of(seats: QuerySet[CommitteeSeat], person: Person, day: date) -> CommitteeSeat:
    row = seats.filter(person=person, during__contains=day).first()
    if row is None:
        raise RuleViolation(_("They are no member of that committee on that day."))
    return row


def _go_on_as(row: CommitteeSeat, role: CommitteeRole, day: date, told: Written) -> None:
    """The seat ends on the day, and another with this role takes what was left of it."""
    was = row.during
    if was.lower == day and row.source_id is None:
        told.before[f"role:{row.pk}"], told.after[f"role:{row.pk}"] = row.role, role
        row.role = role
        row.save(update_fields=["role"])
        return
    if was.lower == day:
        raise RuleViolation(_("It began that very day: what never was is corrected, not ended."))
    close(row, day, told)
    open_row(
        CommitteeSeat,
        told,
        committee_id=row.committee_id,
        person_id=row.person_id,
        role=role,
        during=DateRange(day, was.upper),
    )


def _substitute(change: Change, person: Person, told: Written) -> None:
    open_row(
        Substitution,
        told,
        committee_id=change.committee_id,
        member_id=change.other_id,
        substitute=person,
        during=DateRange(change.since, change.until),
    )


def _take_office(change: Change, person: Person, told: Written) -> None:
    """Whoever held it until then leaves it on that day."""
    held = in_force(Office.objects.filter(kind=change.office), change.since)
    if held is not None:
        close(held, change.since, told)
    during = DateRange(change.since, change.until)
    open_row(Office, told, person=person, kind=change.office, during=during)


def _leave_office(change: Change, person: Person, told: Written) -> None:
    rows = Office.objects.filter(person=person)
    end(rows.filter(kind=change.office) if change.office else rows, change.since, told)


def _exclude(reason: ExclusionReason) -> Writer:
    def excluded(change: Change, person: Person, told: Written) -> None:
        open_row(
            ExclusionFromOffice,
            told,
            person=person,
            reason=reason,
            citation=change.paper,
            during=DateRange(change.since, change.until),
        )
        told.since, told.until = change.since, change.until

    return excluded


def _return(change: Change, person: Person, told: Written) -> None:
    end(ExclusionFromOffice.objects.filter(person=person), change.since, told)
    told.since = change.since


def _correct(change: Change, person: Person, told: Written) -> None:
    row = correctable(change, person)
    check_corrected(change, row)
    was = row.during
    row.during = DateRange(change.since, change.until)
    row.save(update_fields=["during"])
    told.changed(row, was)
    told.since = min(was.lower or date.min, change.since)


def check_corrected(change: Change, row: Any) -> None:
    """The corrected days still leave room to the others.

    :raises Unlawful: seats or committee are full on some of those days
    """
    if isinstance(row, Mandate):
        checking.check_seats(row.constituency_id, change.since, change.until, but=row.pk)
    elif isinstance(row, CommitteeSeat):
        checking.check_committee(row.committee_id, change.since, change.until, but=row.pk)


WRITERS: dict[K, Writer] = {
    K.SEAT: _seat,
    K.REPLACE: _seat,
    K.END_SEAT: _end_seat,
    K.JOIN_PARTY: _join_party,
    K.LEAVE_PARTY: _leave_party,
    K.JOIN_CAUCUS: _join_caucus,
    K.LEAVE_CAUCUS: _leave_caucus,
    K.JOIN_COMMITTEE: _join_committee,
    K.LEAVE_COMMITTEE: _leave_committee,
    K.CHAIR_COMMITTEE: _chair_committee,
    K.SUBSTITUTE: _substitute,
    K.TAKE_OFFICE: _take_office,
    K.LEAVE_OFFICE: _leave_office,
    K.SUSPEND: _exclude(ExclusionReason.SUSPENDED),
    K.PERMIT_ABSENCE: _exclude(ExclusionReason.ABROAD),
    K.RETURN: _return,
    K.CORRECT: _correct,
}
