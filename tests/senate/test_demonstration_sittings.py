"""The urgencies, sittings and votes of the fictional Senate: every kind, each in its day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from legislation.bills.enums import BillKind, Status, UrgencyEnd, UrgencyKind
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.votes.enums import Choice
from legislation.votes.majorities import ROWS
from senate.demonstration.sittings import PlannedSession
from senate.demonstration.urgencies import term_ends
from tests.senate.demonstration_stories import (
    DAYS,
    MONDAY,
    of_kind,
    plot_of,
    story_of,
)


def floor(day: date) -> list[PlannedSession]:
    return [one for one in story_of(day).sessions if one.seen.committee_id is None]


# --- Urgencies ---------------------------------------------------------------------------------


def test_urgencies_of_each_kind_run_and_some_end_today_tomorrow_or_are_late() -> None:
    running = [
        (urgency, bill)
        for bill in of_kind(MONDAY, BillKind.BILL)
        for urgency in bill.urgencies
        if not urgency.end and urgency.ended_on is None
    ]
    ends = Counter(
        (term_ends(urgency.kind, urgency.set_on, bill.stage) - MONDAY).days
        for urgency, bill in running
    )

    assert {urgency.kind for urgency, _ in running} == set(UrgencyKind)
    assert {bill.status for _, bill in running} == {Status.IN_PROGRESS}
    assert ends[0] == 2
    assert ends[1] == 3
    assert sum(times for days, times in ends.items() if days < 0) == 5
    assert sum(ends.values()) >= 35


@pytest.mark.parametrize("day", DAYS)
def test_a_renewed_urgency_ends_with_the_message_that_sets_the_next(day: date) -> None:
    urgencies = [bill.urgencies for bill in story_of(day).bills]
    messages = [one.message for chain in urgencies for one in chain]
    ends = Counter(one.end for chain in urgencies for one in chain)

    assert len(set(messages)) == len(messages)
    assert set(ends) >= set(UrgencyEnd)
    for chain in urgencies:
        for one in chain:
            assert one.set_on < day
            if one.end is UrgencyEnd.LAPSED:
                assert f"{one.ended_on:%d/%m}" == "10/03"
        assert all(before.set_on < after.set_on for before, after in pairwise(chain))
    renewed = [
        (before, after)
        for chain in urgencies
        for before, after in pairwise(chain)
        if before.end_message == after.message
    ]
    assert renewed
    assert all(before.ended_on == after.set_on for before, after in renewed)


@pytest.mark.parametrize("day", DAYS)
def test_bills_alone_are_urgent_and_never_a_matter_of_the_senate(day: date) -> None:
    matters = of_kind(day, BillKind.MATTER)

    assert len(matters) == 30
    assert {(one.urgencies, one.urgency_text) for one in matters} == {((), "Sin urgencia")}
    assert not any("urgencia" in step.description for one in matters for step in one.steps)


# --- Sittings ----------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_the_senate_sits_on_the_reference_day_whatever_the_day(day: date) -> None:
    today = [one for one in floor(day) if one.seen.held_on == day]

    assert [one.seen.state for one in today] == [SessionState.SUMMONED]
    assert any(line.bill for line in today[0].agenda)


@pytest.mark.parametrize("day", DAYS)
def test_past_and_coming_sittings_are_on_record(day: date) -> None:
    sessions = [one.seen for one in floor(day)]
    recent = [one for one in sessions if day - timedelta(days=425) <= one.held_on < day]
    coming = [one for one in sessions if one.held_on > day]

    assert len(recent) >= 40
    assert {one.held_on.isocalendar().week for one in coming} >= {
        (day + timedelta(days=7)).isocalendar().week
    }
    keys = [(one.committee_id, one.legislature_number, one.number) for one in sessions]
    assert len(set(keys)) == len(keys)
    assert Counter(one.state for one in recent)[SessionState.FAILED] == 1


def test_ordinary_sittings_of_the_floor_fall_on_tuesday_and_wednesday() -> None:
    ordinary = [one.seen for one in floor(MONDAY) if one.seen.kind is SessionKind.ORDINARY]

    assert {one.held_on.weekday() for one in ordinary} == {1, 2}
    assert {one.seen.kind for one in floor(MONDAY)} == {
        SessionKind.ORDINARY,
        SessionKind.SPECIAL,
        SessionKind.EXTRAORDINARY,
    }


def test_committees_sit_on_their_days_never_two_in_one_room() -> None:
    sittings = [one.seen for one in story_of(MONDAY).sessions if one.seen.committee_id]
    rooms = Counter((one.starts_at, one.place) for one in sittings)
    keys = [(one.committee_id, one.legislature_number, one.number) for one in sittings]

    assert {one.held_on.weekday() for one in sittings} == {0, 2, 3}
    assert max(rooms.values()) == 1
    assert len(set(keys)) == len(keys)
    assert {one.state for one in sittings} == {
        SessionState.HELD,
        SessionState.SUMMONED,
        SessionState.CANCELLED,
    }


def test_absences_are_with_leave_and_a_reason_or_without() -> None:
    rows = [row for one in floor(MONDAY) for row in one.seen.attendance or ()]

    assert {row.state for row in rows} == set(AttendanceState)
    assert all((row.state is AttendanceState.JUSTIFIED) == bool(row.reason) for row in rows)


@pytest.mark.parametrize("day", DAYS)
def test_only_a_sitting_that_was_held_approved_minutes_and_had_an_attendance(day: date) -> None:
    approved = Counter(
        one.seen.state
        for one in floor(day)
        for line in one.agenda
        if line.part is AgendaPart.MINUTES and "aprobada" in line.heading
    )
    states = Counter(one.seen.state for one in floor(day))
    attended = {one.seen.state for one in story_of(day).sessions if one.seen.attendance is not None}

    assert states[SessionState.FAILED] == 1
    assert states[SessionState.SUMMONED] >= 1
    assert approved == {SessionState.HELD: states[SessionState.HELD]}
    assert attended == {SessionState.HELD}


# --- Votes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_every_answer_and_every_dated_majority_is_used(day: date) -> None:
    votes = [vote for _, vote in story_of(day).votes]
    choices = {ballot.choice for vote in votes for ballot in vote.ballots}
    used = {
        row
        for row in ROWS
        if any(vote.rule_code == row.rule.code and row.holds_on(vote.taken_on) for vote in votes)
    }

    assert len(votes) >= 200
    assert choices == set(Choice)
    assert used == set(ROWS)


def test_whoever_votes_is_there_and_in_office() -> None:
    found, story = plot_of(MONDAY), story_of(MONDAY)
    ids = {member.key: place for place, member in enumerate(found.members.everyone, start=1)}
    present = {
        one.seen.held_on: {
            row.person_id for row in one.seen.attendance if row.state is AttendanceState.PRESENT
        }
        for one in floor(MONDAY)
        if one.seen.attendance
    }
    for _, vote in story.votes:
        voters = {ballot.person_id for ballot in vote.ballots}
        office = {ids[one.key] for one in found.members.in_office(vote.taken_on)}
        assert voters <= office
        assert voters <= present.get(vote.taken_on, office)
        assert len(voters) == len(vote.ballots)


def test_three_votes_are_published_with_totals_that_their_detail_denies() -> None:
    wrong = []
    for _, vote in story_of(MONDAY).votes:
        counted = Counter(ballot.choice for ballot in vote.ballots)
        yes = (vote.published_yes or 0) - counted[Choice.YES]
        paired = (vote.published_paired or 0) - counted[Choice.PAIRED]
        if vote.ballots and (yes or paired):
            wrong.append((yes, paired))

    assert sorted(wrong) == [(-1, 0), (0, -1), (0, -1)]


def test_votes_by_secret_ballot_are_known_by_their_totals_alone() -> None:
    secret = [vote for _, vote in story_of(MONDAY).votes if not vote.ballots]

    assert len(secret) == 1
    assert (secret[0].published_yes or 0) > (secret[0].published_no or 0) > 0


def test_pairs_join_somebody_away_with_somebody_of_another_bench() -> None:
    found = plot_of(MONDAY).members
    pairs = story_of(MONDAY).pairs

    assert len(pairs) >= 10
    for one, other, (start, end) in pairs:
        assert one.party_on(start) != other.party_on(start)
        assert end - start == timedelta(days=2)
        assert {one, other} <= set(found.in_office(start))
