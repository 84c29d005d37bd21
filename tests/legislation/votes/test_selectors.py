from datetime import date

import pytest

from legislation.people.enums import HeadcountBasis
from legislation.sessions.enums import AttendanceState
from legislation.votes.counting import Reason, Result, Tally
from legislation.votes.enums import DebateKind
from legislation.votes.models import Vote
from legislation.votes.selectors import (
    NEWEST_FIRST,
    AbsenceRow,
    attempts_at,
    attendance_of_absent,
    ballots_of,
    floor_votes,
    latest_votes,
    pairs_on,
    vote_detail,
    vote_rows,
    votes_of_bill,
    votes_of_session,
    years_with_votes,
)
from legislation.votes.selectors_outcome import outcome_of, rule_of, tally_of
from tests.factories.bills import BillFactory
from tests.factories.people import (
    CaucusFactory,
    CommitteeFactory,
    PartyFactory,
    senator,
)
from tests.factories.votes import pair, sitting, take_vote

pytestmark = pytest.mark.django_db


def detail_of(vote: Vote):
    return vote_detail(
        legislature=vote.session.legislature_id,
        session_number=vote.session.number,
        position=vote.position,
    )


class TestLists:
    def test_are_narrowed_by_every_filter_at_once(self):
        bill, person = BillFactory(number="17345-11"), senator()
        wanted = take_vote(yes=[person], bill=bill, kind=DebateKind.PARTICULAR)
        take_vote(no=[person], bill=bill, kind=DebateKind.PARTICULAR)
        take_vote(yes=[person], bill=bill)
        take_vote(yes=[person], kind=DebateKind.PARTICULAR)
        take_vote(yes=[person], bill=bill, kind=DebateKind.PARTICULAR, on=date(2025, 12, 31))

        found = floor_votes(kind="PARTICULAR", result="APPROVED", year=2026, bill_number="17345-11")

        assert [vote.id for vote in found] == [wanted.id]

    def test_never_hold_votes_of_committees(self):
        take_vote(session=sitting(committee=CommitteeFactory()), yes=[senator()])

        assert latest_votes(limit=5) == []

    def test_carry_the_rule_and_the_bill(self):
        bill = BillFactory(number="17345-11", plain_title="Plazos para las listas de espera")
        take_vote(yes=[senator()], bill=bill, rule="QUALIFIED_QUORUM", in_office=50)

        row = latest_votes(limit=1)[0]

        assert (row.bill_number, row.bill_plain_title) == (
            "17345-11",
            "Plazos para las listas de espera",
        )
        assert (row.rule_base, row.rule_numerator, row.rule_denominator) == ("IN_OFFICE", 1, 2)
        assert row.rule_citation == "Constitución, art. 66 (Ley 21.535)"
        assert (row.legislature, row.position, row.needed, row.missing) == (374, 1, 26, 25)

    def test_of_a_bill_go_back_in_time_and_of_a_sitting_forwards(self):
        bill, session = BillFactory(), sitting()
        first = take_vote(yes=[senator()], session=session, bill=bill)
        second = take_vote(yes=[senator()], session=session, bill=bill)

        assert [row.id for row in votes_of_bill(bill.id)] == [second.id, first.id]
        assert [row.id for row in votes_of_session(session.id)] == [first.id, second.id]

    def test_know_the_years_that_have_votes(self):
        assert years_with_votes() == ()

        take_vote(yes=[senator()], on=date(2024, 5, 7))
        take_vote(yes=[senator()], on=date(2026, 5, 6))

        assert years_with_votes() == (2026, 2025, 2024)

    @pytest.mark.parametrize("votes", [1, 3])
    def test_are_one_query(self, votes, django_assert_num_queries):
        for _each in range(votes):
            take_vote(yes=[senator()], bill=BillFactory())
        with django_assert_num_queries(1):
            assert len(list(vote_rows(floor_votes()).order_by(*NEWEST_FIRST))) == votes


class TestOneVote:
    def test_is_found_by_its_address(self):
        session = sitting(39, legislature=374)
        take_vote(yes=[senator()], session=session)
        vote = take_vote(yes=[senator()], session=session, subject="Artículo 9")

        detail = vote_detail(legislature=374, session_number=39, position=2)

        assert (detail.row.id, detail.row.subject) == (vote.id, "Artículo 9")
        assert detail.session_id == session.id
        assert (detail.rule_since, detail.rule_until) == (None, None)

    def test_knows_since_when_its_majority_holds(self):
        vote = take_vote(yes=[senator()], rule="ORGANIC", in_office=50)

        assert detail_of(vote).rule_since == date(2023, 1, 27)

    def test_that_is_not_there_does_not_exist(self):
        vote = take_vote(yes=[senator()])

        with pytest.raises(Vote.DoesNotExist):
            vote_detail(
                legislature=374, session_number=vote.session.number, position=vote.position + 1
            )

    def test_of_a_committee_does_not_exist(self):
        session = sitting(7, committee=CommitteeFactory())
        take_vote(yes=[senator()], session=session)

        with pytest.raises(Vote.DoesNotExist):
            vote_detail(legislature=374, session_number=7, position=1)


class TestRollCall:
    def test_tells_each_answer_with_the_bench_of_that_day(self):
        party, caucus = PartyFactory(name="Frente"), CaucusFactory(name="Bancada Sur")
        person = senator("Irene Calfún Ovalle", region="nuble", party=party, caucus=caucus)
        vote = take_vote(yes=[person])

        row = ballots_of(vote.id)[0]

        assert (row.person_id, row.full_name, row.choice) == (
            person.id,
            "Irene Calfún Ovalle",
            "YES",
        )
        assert (row.party, row.caucus, row.region) == ("Frente", "Bancada Sur", "Ñuble")

    def test_goes_in_spanish_order_and_leaves_the_unrecognised_for_the_end(self):
        vote = take_vote(
            yes=["Abarca S., Luz", senator("Ana Ñancupil Soto")],
            no=[senator("Eva Nuñez Paz"), "Aaron B., Leo"],
        )

        names = [row.full_name or row.printed_name for row in ballots_of(vote.id)]

        assert names == ["Eva Nuñez Paz", "Ana Ñancupil Soto", "Aaron B., Leo", "Abarca S., Luz"]

    @pytest.mark.parametrize("people", [1, 3])
    def test_is_one_query(self, people, django_assert_num_queries):
        vote = take_vote(yes=[senator(party=PartyFactory()) for _each in range(people)])
        with django_assert_num_queries(1):
            assert len(ballots_of(vote.id)) == people


class TestThoseWhoDidNotVote:
    def test_are_known_by_the_attendance_of_the_sitting(self):
        on_leave, present = senator(), senator()
        session = sitting(
            attendance={
                on_leave: (AttendanceState.JUSTIFIED, "Enfermedad"),
                present: AttendanceState.PRESENT,
            }
        )

        assert attendance_of_absent(session.id, [on_leave.id]) == {
            on_leave.id: AbsenceRow(on_leave.id, "JUSTIFIED", "Enfermedad")
        }

    def test_cost_nothing_when_there_are_none(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert attendance_of_absent(1, []) == {}
            assert pairs_on(date(2026, 10, 7), []) == []

    def test_are_paired_only_while_the_pair_lasts(self):
        one, other = senator("Ana Abarca Soto"), senator("Luis Paz Soto")
        pair(one, other, date(2026, 10, 1), date(2026, 10, 8))

        found = pairs_on(date(2026, 10, 7), [other.id])

        assert [(p.one, p.other, p.until) for p in found] == [
            ("Ana Abarca Soto", "Luis Paz Soto", date(2026, 10, 8))
        ]
        assert pairs_on(date(2026, 10, 8), [other.id]) == []


class TestOutcome:
    def test_is_the_one_recorded(self):
        people = [senator() for _each in range(5)]
        vote = take_vote(yes=people[:3], no=people[3:], rule="QUALIFIED_QUORUM", in_office=5)

        outcome = outcome_of(detail_of(vote).row)

        assert (outcome.result, outcome.reason) == (Result.APPROVED, Reason.REACHED)
        assert (outcome.base, outcome.needed, outcome.obtained, outcome.missing) == (5, 3, 3, 0)

    def test_adds_abstentions_that_persisted(self):
        people = [senator() for _each in range(5)]
        vote = take_vote(yes=people[:2], no=people[2:3], abstain=people[3:], attempt=2)

        outcome = outcome_of(detail_of(vote).row)

        assert outcome.reason is Reason.ABSTENTIONS_ADDED
        assert (outcome.needed, outcome.obtained) == (3, 4)
        assert outcome.citation == "Reglamento del Senado, art. 178"

    def test_has_no_numbers_where_the_members_in_office_are_not_known(self):
        vote = take_vote(yes=[senator()], rule="QUALIFIED_QUORUM")

        outcome = outcome_of(detail_of(vote).row)

        assert (outcome.result, outcome.base, outcome.needed) == (Result.UNKNOWN, None, None)

    def test_is_decided_where_none_was_recorded(self):
        vote = take_vote(yes=[senator()])
        Vote.objects.update(reason="", result="UNKNOWN", needed=None, missing=None)

        assert outcome_of(detail_of(vote).row).result is Result.APPROVED

    def test_without_a_rule_is_not_known(self):
        row = detail_of(take_vote(yes=[senator()], rule=None)).row

        assert rule_of(row) is None
        assert outcome_of(row).reason is Reason.RULE_UNKNOWN

    def test_goes_by_the_ballots_and_not_by_the_published_totals(self):
        vote = take_vote(yes=[senator()], no=[senator()], published=(30, 1, 1, 0))

        assert tally_of(detail_of(vote).row) == Tally(yes=1, no=1)
        assert detail_of(vote).row.totals_agree is False

    def test_goes_by_the_published_totals_where_nothing_was_counted(self):
        vote = take_vote(published=(30, 1, 1, 2))

        assert tally_of(detail_of(vote).row) == Tally(yes=30, no=1, abstain=1, paired=2)


class TestRepetitions:
    def test_are_found_in_order_from_any_of_them(self):
        bill, session, people = BillFactory(), sitting(), [senator() for _each in range(4)]
        earlier = take_vote(yes=people, session=session, bill=bill)
        tie = take_vote(yes=people[:2], no=people[2:], session=session, bill=bill)
        again = take_vote(yes=people[:2], no=people[2:], session=session, bill=bill, attempt=2)
        third = take_vote(
            yes=people[:3], no=people[3:], bill=bill, attempt=3, on=date(2026, 10, 14)
        )

        chain = [tie.id, again.id, third.id]
        for vote in (tie, again, third):
            assert [row.id for row in attempts_at(detail_of(vote))] == chain
        assert [row.id for row in attempts_at(detail_of(earlier))] == [earlier.id]

    def test_of_two_questions_on_one_bill_are_kept_apart(self):
        bill, session, people = BillFactory(), sitting(), [senator() for _each in range(2)]
        votes = [
            take_vote(
                yes=people[:1],
                no=people[1:] if attempt == 1 else (),
                session=session,
                bill=bill,
                attempt=attempt,
            )
            for attempt in (1, 2, 1, 2)
        ]

        assert [row.id for row in attempts_at(detail_of(votes[2]))] == [
            votes[2].id,
            votes[3].id,
        ]
        assert [row.id for row in attempts_at(detail_of(votes[1]))] == [
            votes[0].id,
            votes[1].id,
        ]

    def test_of_a_vote_without_a_bill_are_looked_for_in_its_sitting_only(self):
        people = [senator() for _each in range(2)]
        tie = take_vote(yes=people[:1], no=people[1:])
        take_vote(yes=people, attempt=2, on=date(2026, 10, 14))

        assert [row.id for row in attempts_at(detail_of(tie))] == [tie.id]

    def test_are_not_asked_for_where_the_vote_settled_the_question(self, django_assert_num_queries):
        detail = detail_of(take_vote(yes=[senator()], bill=BillFactory()))
        with django_assert_num_queries(0):
            assert attempts_at(detail) == [detail.row]


def test_the_basis_of_the_headcount_is_kept():
    vote = take_vote(yes=[senator()], in_office=50, basis=HeadcountBasis.SEATS)

    assert detail_of(vote).row.in_office_basis == "SEATS"
