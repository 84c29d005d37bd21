"""Sittings as their sources tell of them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from legislation.people.models import Person
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.sessions.models import Legislature, Session
from legislation.sessions.observed import (
    ObservedAgendaItem,
    ObservedAttendance,
    ObservedSession,
)
from legislation.sessions.services import (
    record_floor_sessions,
    record_observed_session,
    record_observed_sessions,
)
from tests.factories.people import CommitteeFactory, PersonFactory

pytestmark = pytest.mark.django_db

CITED = ObservedSession(legislature_number=374, number=30, held_on=date(2026, 6, 16))
OPENS = datetime(2026, 6, 16, 20, 11, tzinfo=UTC)
TOLD = replace(
    CITED,
    kind=SessionKind.ORDINARY,
    state=SessionState.HELD,
    starts_at=OPENS,
    ended_at=datetime(2026, 6, 16, 23, 22, tzinfo=UTC),
    agenda=(ObservedAgendaItem(part=AgendaPart.ORDER_OF_THE_DAY, heading="Plazas"),),
)


def test_a_sitting_arrives_and_the_same_again_changes_nothing() -> None:
    first, again = record_observed_session(TOLD), record_observed_session(TOLD)

    assert (first.created, first.changed_rows) == (True, 2)
    assert (again.created, again.changed_rows) == (False, 0)
    assert first.session.agenda_items.get().heading == "Plazas"


def test_what_an_observation_does_not_know_stays() -> None:
    record_observed_session(TOLD)

    assert record_observed_session(CITED).changed_rows == 0

    session = Session.objects.get()
    assert (session.kind, session.starts_at) == (SessionKind.ORDINARY, OPENS)
    assert session.agenda_items.count() == 1


def test_a_committee_and_the_floor_number_their_sittings_apart() -> None:
    committee = CommitteeFactory()

    record_observed_session(CITED)
    other = record_observed_session(replace(CITED, committee_id=committee.pk))

    assert other.created is True
    assert Session.objects.filter(number=30).count() == 2


def test_an_attendance_is_complete_and_marks_the_sitting() -> None:
    def said(*people: Person) -> ObservedSession:
        rows = tuple(
            ObservedAttendance(person_id=person.pk, state=AttendanceState.PRESENT)
            for person in people
        )
        return replace(CITED, attendance=rows)

    ana, eva = PersonFactory(), PersonFactory()
    record_observed_session(said(ana, eva))

    recorded = record_observed_session(said(ana))

    assert recorded.changed_rows == 1
    assert recorded.session.has_attendance is True
    assert recorded.session.attendances.get().person == ana


def test_sittings_recorded_together_become_what_each_would_alone() -> None:
    committee, ana = CommitteeFactory(), PersonFactory()
    there = ObservedAttendance(person_id=ana.pk, state=AttendanceState.PRESENT)
    record_observed_session(TOLD)
    seen = [
        replace(TOLD, place="Sala"),
        replace(TOLD, committee_id=committee.pk, attendance=(there,)),
        replace(CITED, legislature_number=320),
    ]

    recorded, again = record_observed_sessions(seen), record_observed_sessions(seen)

    # the place; a sitting with an agenda and an attendance; a sitting and its legislature
    assert (recorded.created, recorded.changed_rows) == (2, 1 + 3 + 2)
    assert (again.created, again.changed_rows) == (0, 0)
    assert again.sessions == recorded.sessions
    assert [
        (one.place, one.committee_id, one.legislature_id, one.agenda_items.count())
        for one in recorded.sessions
    ] == [("Sala", None, 374, 1), ("", committee.pk, 374, 1), ("", None, 320, 0)]
    assert [one.has_attendance for one in recorded.sessions] == [False, True, False]


def test_more_sittings_take_no_more_statements(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    record_observed_session(CITED)

    for numbers in (range(31, 32), range(32, 52)):
        # savepoint, legislatures, sittings on record, two insertions
        with django_assert_num_queries(6):
            record_observed_sessions([replace(TOLD, number=number) for number in numbers])


def test_a_sitting_twice_at_once_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        record_observed_sessions([TOLD, CITED])

    assert Session.objects.count() == 0


def test_a_legislature_that_is_only_cited_comes_on_record_without_days() -> None:
    record_observed_session(replace(CITED, legislature_number=320))

    assert Legislature.objects.get(pk=320).during is None


def test_cited_sittings_are_held_on_the_day_given_unless_their_own_hour_is_known() -> None:
    told_day = date(2026, 6, 16)
    record_observed_session(TOLD)
    record_observed_session(replace(CITED, number=31))

    written = record_floor_sessions(
        [
            ((374, 30), date(2026, 6, 8)),
            ((374, 31), date(2026, 6, 17)),
            ((374, 32), date(2026, 6, 24)),
        ]
    )

    assert written == 2
    assert list(Session.objects.order_by("number").values_list("number", "held_on")) == [
        (30, told_day),
        (31, date(2026, 6, 17)),
        (32, date(2026, 6, 24)),
    ]
