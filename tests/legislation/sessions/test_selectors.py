from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legislation.people.enums import Chamber
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.sessions.models import Session
from legislation.sessions.selectors import (
    Bodies,
    agenda_of,
    around,
    attendance_of,
    between,
    browse_sessions,
    days_with_sessions,
    get_session,
    legislatures_with_sessions,
    nearest_days_with_sessions,
    past,
    some_sessions,
    steps_in,
    today,
    upcoming,
    week_of,
)
from legislation.sessions.selectors_committee import reports_of
from tests.factories.bills import BillFactory, PaperFactory, StepFactory
from tests.factories.people import (
    CommitteeFactory,
    ExclusionFactory,
    MandateFactory,
    constituency,
    days,
    senator,
)
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 11, 24)


def at(hour: int, day: date = TUESDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


class TestLists:
    def test_of_the_floor_leave_committees_out_and_go_newest_first(self):
        old = sitting(1, held_on=date(2026, 3, 17))
        new = sitting(2, held_on=date(2026, 3, 18))
        committee_sitting(CommitteeFactory(), TUESDAY)

        found = some_sessions(Bodies.FLOOR, limit=9)

        assert [row.id for row in found] == [new.id, old.id]

    def test_are_of_one_legislature_or_of_one_committee(self):
        sitting(1, legislature=373)
        floor = sitting(1, legislature=374)
        room = CommitteeFactory()
        theirs = committee_sitting(room, TUESDAY)

        for some in (browse_sessions, partial(some_sessions, limit=9)):
            assert [row.id for row in some(Bodies.FLOOR, legislature=374)] == [floor.id]
            assert [row.id for row in some(room.pk)] == [theirs.id]
            assert [row.id for row in some(Bodies.COMMITTEES)] == [theirs.id]
            assert len(some(Bodies.ALL)) == 3

    def test_go_on_from_beyond_a_sitting_either_way(self):
        first, second, third, fourth = (
            sitting(n, held_on=date(2026, 3, 17 + n // 2)) for n in range(1, 5)
        )
        place = (third.held_on, third.id)

        older = some_sessions(Bodies.FLOOR, after=place, limit=1)
        newer = some_sessions(Bodies.FLOOR, after=place, is_backwards=True, limit=9)

        assert [row.id for row in older] == [second.id]
        assert [row.id for row in newer] == [fourth.id]
        assert first.id not in {row.id for row in older}

    def test_say_everything_that_a_line_needs_in_one_query(self):
        room = CommitteeFactory(name="Salud", slug="salud")
        session = committee_sitting(
            room,
            TUESDAY,
            kind=SessionKind.SPECIAL,
            state=SessionState.SUMMONED,
            starts_at=at(19),
            place="Sala 3",
            revision=2,
        )
        list_item(session)
        list_item(session)

        with CaptureQueriesContext(connection) as queries:
            (row,) = some_sessions(Bodies.ALL, limit=9)

        assert len(queries) == 1
        assert row == (
            session.id,
            374,
            session.number,
            "SPECIAL",
            "SUMMONED",
            TUESDAY,
            at(19),
            None,
            "Sala 3",
            2,
            False,
            "Salud",
            "salud",
            2,
        )

    def test_legislatures_are_those_in_which_the_floor_sat(self):
        sitting(1, legislature=373)
        sitting(1, legislature=374)
        sitting(2, legislature=374)
        committee_sitting(CommitteeFactory(), TUESDAY)

        assert legislatures_with_sessions() == [
            (374, date(2026, 3, 11), date(2027, 3, 11), 2),
            (373, date(2025, 3, 11), date(2026, 3, 11), 1),
        ]


class TestOne:
    def test_is_found_by_its_citation_with_its_neighbours(self):
        for number in (3, 7, 9):
            sitting(number, legislature=374)
        sitting(8, legislature=373)
        committee_sitting(CommitteeFactory(), TUESDAY)

        dossier = get_session(374, 7)

        assert (dossier.row.number, dossier.before, dossier.after) == (7, 3, 9)
        assert get_session(374, 3).before is None
        assert get_session(374, 9).after is None

    def test_a_committees_is_not_found_by_number(self):
        session = committee_sitting(CommitteeFactory(), TUESDAY)

        with pytest.raises(Session.DoesNotExist):
            get_session(374, session.number)

    def test_agenda_is_in_its_order_with_the_bills_it_names(self):
        session = sitting(1)
        bill = BillFactory(number="8575-05", title="Glaciares", plain_title="Hielos")
        list_item(session, "Acta", part=AgendaPart.MINUTES)
        list_item(session, "Proyecto", bill=bill)

        agenda = agenda_of([session.id])

        assert agenda == [
            (session.id, 1, "MINUTES", "Acta", None, None, None, None),
            (
                session.id,
                2,
                "ORDER_OF_THE_DAY",
                "Proyecto",
                "BILL",
                "8575-05",
                "Glaciares",
                "Hielos",
            ),
        ]
        assert list(get_session(374, 1).agenda) == agenda

    def test_agendas_of_no_sitting_ask_nothing(self):
        with CaptureQueriesContext(connection) as queries:
            assert agenda_of([]) == []

        assert len(queries) == 0

    def test_attendance_is_in_spanish_order_with_its_reasons(self):
        nunez = senator("Ana Núñez Riffo", slug="nunez")
        nandu = senator("Eva Ñandú Riffo", slug="nandu")
        oyarzo = senator("Iris Oyarzo Riffo", slug="oyarzo")
        session = sitting(
            1,
            attendance={
                oyarzo: AttendanceState.PRESENT,
                nandu: (AttendanceState.JUSTIFIED, "Licencia médica"),
                nunez: AttendanceState.ABSENT,
            },
        )

        assert [(line.slug, line.state, line.reason) for line in attendance_of(session.id)] == [
            ("nunez", "ABSENT", ""),
            ("nandu", "JUSTIFIED", "Licencia médica"),
            ("oyarzo", "PRESENT", ""),
        ]
        assert [line[:6] for line in get_session(374, 1).attendance] == attendance_of(session.id)

    def test_attendance_says_the_region_of_that_day(self):
        before = days(date(2014, 3, 11), date(2022, 3, 11))
        ana = senator("Ana Núñez Riffo", region="nuble", during=before)
        MandateFactory(person=ana, constituency=constituency("maule"))
        sitting(1, legislature=369, held_on=date(2021, 5, 5), attendance={ana: "PRESENT"})

        assert [line.region for line in get_session(369, 1).attendance] == ["Ñuble"]

    def test_who_was_in_office_and_is_not_listed_is_named(self):
        ana, eva = senator("Ana Calfún Riffo"), senator("Eva Abarca Riffo")
        ExclusionFactory(person=senator("Iris Fuera Riffo"))
        senator("Olga Antes Riffo", during=days(date(2014, 3, 11), date(2022, 3, 11)))
        sitting(1, attendance={ana: AttendanceState.PRESENT})
        sitting(2)

        assert get_session(374, 1).unlisted == (eva.full_name,)
        assert get_session(374, 2).unlisted == ()

    def test_steps_are_the_senates_own_of_that_session(self):
        one, other = BillFactory(number="9-01"), BillFactory(number="10-01")
        here = {"legislature_number": 374, "session_number": 39}
        StepFactory(bill=other, description="Discusión general", **here)
        StepFactory(bill=one, description="Cuenta", **here)
        StepFactory(bill=one, description="En la Cámara", chamber=Chamber.DEPUTIES, **here)
        StepFactory(bill=one, legislature_number=373, session_number=39)

        sitting(39)

        assert [(step.bill_number, step.description) for step in steps_in(374, 39)] == [
            ("9-01", "Cuenta"),
            ("10-01", "Discusión general"),
        ]
        assert list(get_session(374, 39).steps) == steps_in(374, 39)

    def test_is_read_in_one_query_with_everything(self):
        people = [senator() for _ in range(3)]
        session = sitting(39, attendance=dict.fromkeys(people, AttendanceState.PRESENT))
        list_item(session, bill=BillFactory())
        StepFactory(legislature_number=374, session_number=39)

        with CaptureQueriesContext(connection) as queries:
            get_session(374, 39)

        assert len(queries) == 1


class TestCalendar:
    def test_a_day_goes_by_the_hour_and_the_floor_first(self):
        b, a = CommitteeFactory(name="Salud"), CommitteeFactory(name="Aguas")
        late = committee_sitting(a, TUESDAY, starts_at=at(22))
        unknown = committee_sitting(a, TUESDAY)
        second = committee_sitting(b, TUESDAY, starts_at=at(19))
        first = committee_sitting(a, TUESDAY, starts_at=at(19))
        floor = sitting(1, held_on=TUESDAY, starts_at=at(19))
        sitting(2, held_on=date(2026, 11, 25))

        assert [row.id for row in today(TUESDAY)] == [
            session.id for session in (floor, first, second, late, unknown)
        ]

    def test_a_week_begins_on_monday(self):
        sunday, monday = date(2026, 11, 22), date(2026, 11, 23)
        sitting(1, held_on=sunday)
        sitting(2, held_on=monday)
        sitting(3, held_on=date(2026, 11, 29))
        sitting(4, held_on=date(2026, 11, 30))

        week = week_of(TUESDAY)

        assert week.monday == monday
        assert [row.number for row in week.rows] == [2, 3]
        assert [row.number for row in week.of(monday)] == [2]
        assert week_of(sunday).monday == date(2026, 11, 16)

    def test_a_span_holds_both_its_ends(self):
        sitting(1, held_on=date(2026, 11, 1))
        sitting(2, held_on=date(2026, 11, 30))

        found = between(date(2026, 11, 1), date(2026, 11, 30), Bodies.FLOOR)

        assert [row.number for row in found] == [1, 2]

    def test_days_count_what_was_not_cancelled(self):
        sitting(1, held_on=TUESDAY)
        committee_sitting(CommitteeFactory(), TUESDAY)
        sitting(2, held_on=TUESDAY, state=SessionState.CANCELLED)
        sitting(3, held_on=date(2026, 11, 25), state=SessionState.CANCELLED)

        counts = days_with_sessions(date(2026, 11, 1), date(2026, 11, 30))

        assert counts == {TUESDAY: 2}

    def test_the_nearest_days_are_on_both_sides(self):
        for number, day in enumerate((2, 9, 25, 30), 1):
            sitting(number, held_on=date(2026, 11, day))

        assert nearest_days_with_sessions(TUESDAY) == (date(2026, 11, 9), date(2026, 11, 25))
        assert nearest_days_with_sessions(date(2026, 11, 30)) == (date(2026, 11, 25), None)
        assert nearest_days_with_sessions(date(2026, 11, 1)) == (None, date(2026, 11, 2))

    def test_what_comes_is_soonest_first_and_shows_cancellations(self):
        room = CommitteeFactory()
        committee_sitting(room, date(2026, 11, 23))
        soon = committee_sitting(room, TUESDAY, state=SessionState.CANCELLED, revision=1)
        later = committee_sitting(room, date(2026, 12, 1))
        sitting(1, held_on=date(2026, 12, 1))

        coming = upcoming(room.pk, since=TUESDAY)

        assert [(row.id, row.state, row.revision) for row in coming] == [
            (soon.id, "CANCELLED", 1),
            (later.id, "HELD", 0),
        ]

    def test_what_is_past_is_newest_first_up_to_a_limit(self):
        for number, day in enumerate((2, 9, 16, 24), 1):
            sitting(number, held_on=date(2026, 11, day))

        assert [row.number for row in past(Bodies.FLOOR, before=TUESDAY, limit=2)] == [3, 2]

    def test_what_comes_and_what_is_past_come_together_with_their_agendas(self):
        room = CommitteeFactory()
        old, older = (committee_sitting(room, date(2026, 11, n)) for n in (23, 16))
        late = committee_sitting(room, TUESDAY)
        early = committee_sitting(room, TUESDAY, starts_at=at(12))
        committee_sitting(room, date(2026, 12, 1))
        committee_sitting(room, date(2026, 11, 9))
        committee_sitting(CommitteeFactory(), TUESDAY)
        list_item(old, "Audiencia")

        with CaptureQueriesContext(connection) as queries:
            coming, gone = around(room.pk, TUESDAY, coming=2, gone=2)

        assert len(queries) == 1
        assert [found.row.id for found in coming] == [early.id, late.id]
        assert [found.row.id for found in gone] == [old.id, older.id]
        assert [line.heading for line in gone[0].agenda] == ["Audiencia"]
        assert gone[1].agenda == ()


def test_reports_of_a_committee_are_newest_first_and_the_undated_last():
    room = CommitteeFactory()
    bill = BillFactory(number="8575-05")
    PaperFactory(bill=bill, committee=room, dated_on=date(2026, 1, 1), title="Primer informe")
    PaperFactory(bill=bill, committee=room, dated_on=None, title="Informe sin fecha", document=None)
    PaperFactory(bill=bill, committee=room, dated_on=date(2026, 5, 1), title="Segundo informe")
    PaperFactory(bill=bill, committee=room, kind="LETTER", title="Oficio")
    PaperFactory(bill=bill, committee=CommitteeFactory())

    reports = reports_of(room.pk, limit=10)

    assert [(row.title, row.dated_on, row.bill_number) for row in reports] == [
        ("Segundo informe", date(2026, 5, 1), "8575-05"),
        ("Primer informe", date(2026, 1, 1), "8575-05"),
        ("Informe sin fecha", None, "8575-05"),
    ]
    assert reports[-1].url is None
