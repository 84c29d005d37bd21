from datetime import date

import pytest

from legislation.people.selectors_person import Span, career_of
from legislation.sessions.enums import AttendanceState, SessionState
from legislation.votes.selectors import NEWEST_FIRST
from legislation.votes.selectors_attendance import (
    AttendanceCount,
    committee_attendance_of,
    count_attendance,
    legislatures_of,
    sittings_of,
)
from legislation.votes.selectors_senators import (
    Participation,
    SharedVotes,
    answers_of,
    participation_of,
    shared_vote_rows,
    shared_votes,
    votes_open_to,
)
from tests.factories.people import (
    CommitteeFactory,
    CommitteeSeatFactory,
    ExclusionFactory,
    MandateFactory,
    days,
    senator,
)
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

THE_YEAR = Span(date(2026, 3, 11), date(2027, 3, 11))
EVER = [Span(None, None)]
NOBODY_COUNTED = Participation(0, 0, 0, 0, 0, 0)


class TestParticipation:
    def test_leaves_out_of_the_denominator_what_is_nobodys_fault(self):
        ana, others = senator(), [senator(), senator()]
        on_leave = sitting(attendance={ana: (AttendanceState.JUSTIFIED, "Enfermedad")})
        missed = sitting(attendance={ana: AttendanceState.ABSENT})
        take_vote(yes=[ana], no=others)
        take_vote(no=[ana, *others])
        take_vote(abstain=[ana], yes=others)
        take_vote(paired=[ana, others[0]], yes=others[1:])
        take_vote(recused=[ana], yes=others)
        take_vote(yes=others, session=on_leave)
        take_vote(yes=[others[0], "Nadie N., Juan"])
        take_vote(yes=others, session=missed)
        take_vote(yes=others)

        count = participation_of(ana.id, [THE_YEAR])

        assert count == Participation(
            votes=9, answered=3, paired=1, recused=1, with_leave=1, unrecognised=1
        )
        assert (count.counted, count.unanswered) == (5, 2)

    def test_counts_an_answer_given_in_a_sitting_left_early_with_leave(self):
        ana, other = senator(), senator()
        session = sitting(attendance={ana: AttendanceState.JUSTIFIED})
        take_vote(yes=[ana, other], session=session)
        take_vote(yes=[other], session=session)

        count = participation_of(ana.id, [THE_YEAR])

        assert (count.answered, count.with_leave, count.counted) == (1, 1, 1)

    def test_counts_an_absence_with_leave_once_even_if_a_name_is_unrecognised(self):
        ana = senator()
        session = sitting(attendance={ana: AttendanceState.JUSTIFIED})
        take_vote(yes=[senator(), "Nadie N., Juan"], session=session)

        count = participation_of(ana.id, [THE_YEAR])

        assert (count.with_leave, count.unrecognised, count.counted) == (1, 0, 0)

    def test_counts_only_votes_taken_while_in_office(self):
        ana, other = senator(slug="ana", during=days(date(2026, 5, 1), date(2026, 9, 1))), senator()
        ExclusionFactory(person=ana, during=days(date(2026, 7, 1), date(2026, 8, 1)))
        MandateFactory(person=ana, during=days(date(2018, 3, 11), date(2022, 3, 11)))
        for day in (
            date(2026, 4, 30),
            date(2026, 5, 1),
            date(2026, 7, 15),
            date(2026, 8, 31),
            date(2026, 9, 1),
        ):
            take_vote(yes=[other], on=day)

        assert participation_of(ana.id, career_of("ana").in_office).votes == 2

    def test_knows_nothing_of_secret_votes(self):
        ana = senator()
        take_vote(totals=(30, 3, 1, 0))

        assert participation_of(ana.id, [THE_YEAR]) == NOBODY_COUNTED

    def test_knows_nothing_of_votes_of_committees(self):
        ana = senator()
        take_vote(yes=[senator()], session=sitting(committee=CommitteeFactory()))

        assert participation_of(ana.id, [THE_YEAR]) == NOBODY_COUNTED

    def test_without_days_in_office_asks_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert participation_of(1, []) == NOBODY_COUNTED

    @pytest.mark.parametrize("votes", [1, 3])
    def test_is_one_query(self, votes, django_assert_num_queries):
        ana = senator()
        for _each in range(votes):
            take_vote(yes=[ana])
        with django_assert_num_queries(1):
            assert participation_of(ana.id, [THE_YEAR]).answered == votes


class TestVotesOfASenator:
    def test_come_with_the_senators_own_answer(self):
        ana, luis = senator(), senator()
        take_vote(yes=[ana], no=[luis], subject="Uno", on=date(2026, 10, 7))
        take_vote(paired=[ana], no=[luis], subject="Dos", on=date(2026, 10, 8))

        rows = votes_open_to(ana.id, []).order_by(*NEWEST_FIRST)

        assert [(row.subject, row.choice) for row in rows] == [("Dos", "PAIRED"), ("Uno", "YES")]

    def test_are_narrowed_by_answer_year_and_kind(self):
        ana = senator(during=days(date(2018, 3, 11), None))
        wanted = take_vote(no=[ana], on=date(2025, 6, 4))
        take_vote(yes=[ana], on=date(2025, 6, 4))
        take_vote(no=[ana], on=date(2026, 6, 3))
        take_vote(yes=[senator()], no=[senator()], on=date(2025, 6, 4))

        rows = votes_open_to(ana.id, EVER, choice="NO", year=2025, kind="GENERAL")

        assert [row.id for row in rows] == [wanted.id]

    def test_hold_those_without_an_answer_only_on_the_days_given(self):
        ana, other = senator(), senator()
        given = take_vote(yes=[ana], on=date(2026, 3, 10))
        silent = take_vote(yes=[other], on=date(2026, 3, 11))
        take_vote(yes=[other], on=date(2026, 3, 10))
        take_vote(totals=(20, 3, 0, 0), on=date(2026, 3, 11))

        everything = votes_open_to(ana.id, [THE_YEAR]).order_by(*NEWEST_FIRST)
        unanswered = votes_open_to(ana.id, [THE_YEAR], choice=None)

        assert [(row.id, row.choice) for row in everything] == [
            (silent.id, None),
            (given.id, "YES"),
        ]
        assert [row.id for row in unanswered] == [silent.id]

    def test_answers_of_several_people_are_one_query(self, django_assert_num_queries):
        ana, luis, eva = senator(), senator(), senator()
        vote = take_vote(yes=[ana], no=[luis, eva])
        with django_assert_num_queries(1):
            answers = answers_of([ana.id, luis.id], [vote.id])
        assert {(a.person_id, a.choice) for a in answers} == {(ana.id, "YES"), (luis.id, "NO")}


class TestTwoSenators:
    def test_share_the_votes_that_both_answered(self):
        ana, luis = senator(), senator()
        take_vote(yes=[ana, luis])
        take_vote(abstain=[ana, luis])
        take_vote(yes=[ana], no=[luis])
        take_vote(yes=[ana], paired=[luis])
        take_vote(recused=[ana], no=[luis])
        take_vote(yes=[ana])

        assert shared_votes(ana.id, luis.id) == SharedVotes(shared=3, same=2)
        assert shared_votes(luis.id, ana.id) == SharedVotes(shared=3, same=2)

    def test_share_nothing_in_committees(self):
        ana, luis = senator(), senator()
        take_vote(yes=[ana, luis], session=sitting(committee=CommitteeFactory()))

        assert shared_votes(ana.id, luis.id) == SharedVotes(shared=0, same=0)
        assert list(shared_vote_rows(ana.id, luis.id, alike=None)) == []

    def test_are_listed_with_both_answers_alike_or_different(self):
        ana, luis = senator(), senator()
        take_vote(yes=[ana, luis], subject="Igual")
        take_vote(yes=[ana], abstain=[luis], subject="Distinto")

        def told(alike):
            rows = shared_vote_rows(ana.id, luis.id, alike=alike).order_by(*NEWEST_FIRST)
            return [(row.subject, row.one_choice, row.other_choice) for row in rows]

        assert told(True) == [("Igual", "YES", "YES")]
        assert told(False) == [("Distinto", "YES", "ABSTAIN")]
        assert told(None) == [("Distinto", "YES", "ABSTAIN"), ("Igual", "YES", "YES")]


class TestAttendance:
    def test_leaves_out_leave_and_sittings_that_do_not_mention_the_senator(self):
        ana, luis = senator(), senator()
        for state in ("PRESENT", "PRESENT", "ABSENT"):
            sitting(attendance={ana: AttendanceState(state)})
        sitting(attendance={ana: (AttendanceState.JUSTIFIED, "Enfermedad")})
        sitting(attendance={luis: AttendanceState.PRESENT})
        sitting()

        rows = sittings_of(ana.id, [THE_YEAR])

        assert [row.state for row in rows] == ["PRESENT", "PRESENT", "ABSENT", "JUSTIFIED", None]
        count = count_attendance(rows)
        assert count == AttendanceCount(sittings=5, attended=2, with_leave=1, unmentioned=1)
        assert (count.counted, count.missed) == (3, 1)

    def test_counts_only_sittings_of_the_floor_that_were_held_while_in_office(self):
        ana = senator()
        counted = sitting(attendance={ana: AttendanceState.PRESENT})
        there = {ana: AttendanceState.PRESENT}
        sitting(attendance=there, held_on=date(2026, 3, 10))
        sitting(attendance=there, held_on=date(2027, 3, 11))
        sitting(attendance=there, state=SessionState.CANCELLED)
        sitting(attendance=there, committee=CommitteeFactory())

        assert [row.number for row in sittings_of(ana.id, [THE_YEAR])] == [counted.number]

    def test_counts_apart_the_sittings_that_failed(self):
        ana = senator()
        there = {ana: AttendanceState.PRESENT}
        sitting(attendance=there)
        sitting(attendance=there, state=SessionState.FAILED)
        sitting(state=SessionState.FAILED)

        count = count_attendance(sittings_of(ana.id, [THE_YEAR]))

        assert (count.attended, count.counted, count.failed) == (1, 1, 2)

    def test_goes_from_the_oldest_sitting_on(self):
        ana = senator()
        for day in (date(2026, 6, 3), date(2026, 5, 6)):
            sitting(held_on=day, attendance={ana: AttendanceState.PRESENT})

        rows = sittings_of(ana.id, [THE_YEAR])

        assert [row.held_on for row in rows] == [date(2026, 5, 6), date(2026, 6, 3)]

    def test_at_committees_counts_only_while_seated(self):
        ana, salud = senator(), CommitteeFactory(slug="salud")
        CommitteeSeatFactory(
            person=ana, committee=salud, during=days(date(2026, 3, 11), date(2026, 10, 1))
        )
        for state, day in (
            (AttendanceState.PRESENT, date(2026, 5, 5)),
            (AttendanceState.ABSENT, date(2026, 5, 12)),
            (AttendanceState.JUSTIFIED, date(2026, 5, 19)),
            (AttendanceState.PRESENT, date(2026, 10, 1)),
        ):
            sitting(held_on=day, committee=salud, attendance={ana: state})
        for _each in range(2):
            sitting(committee=salud, held_on=date(2026, 6, 2), attendance={})

        found = committee_attendance_of(ana.id)["salud"]

        assert (found.attended, found.counted) == (1, 2)
        assert (found.with_leave, found.unmentioned) == (1, 2)

    def test_knows_the_legislative_years_in_office(self):
        spans = [Span(date(2024, 5, 1), date(2026, 3, 11))]

        assert [row.number for row in legislatures_of(spans)] == [373, 372]
        assert legislatures_of(spans)[0].since == date(2025, 3, 11)
        assert legislatures_of([]) == []

    @pytest.mark.parametrize("sittings", [1, 3])
    def test_is_one_query(self, sittings, django_assert_num_queries):
        ana = senator()
        for _each in range(sittings):
            sitting(attendance={ana: AttendanceState.PRESENT})
        with django_assert_num_queries(1):
            assert len(sittings_of(ana.id, [THE_YEAR])) == sittings
