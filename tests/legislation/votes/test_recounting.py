"""Votes on record follow what becomes known of who was in office on their day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from legislation.errors import RuleViolation
from legislation.people.enums import ExclusionReason
from legislation.people.models import ExclusionFromOffice
from legislation.provenance.services import record_source
from legislation.votes.enums import Choice, Result
from legislation.votes.models import Vote
from legislation.votes.observed import ObservedBallot, ObservedVote
from legislation.votes.services import record_exclusion, record_observed_votes, recount_votes
from tests.factories.people import ExclusionFactory, RosterSpanFactory, days, senator

pytestmark = pytest.mark.django_db

DAY, NEXT_DAY = date(2026, 5, 5), date(2026, 5, 6)
ABROAD = ExclusionReason.ABROAD
SHORT_BY_ONE = ObservedVote(
    subject="Proyecto de ley sobre plazas",
    taken_on=DAY,
    legislature_number=374,
    session_number=12,
    rule_code="QUALIFIED_QUORUM",
    ballots=tuple(
        ObservedBallot(printed_name=f"Persona {n}", choice=Choice.YES) for n in range(25)
    ),
)


def recorded(seen: ObservedVote = SHORT_BY_ONE) -> Vote:
    return record_observed_votes([seen]).votes[0]


def figures(vote: Vote) -> tuple[int | None, str, str, int | None]:
    vote.refresh_from_db()
    return vote.in_office, vote.in_office_basis, vote.result, vote.needed


def test_an_exclusion_that_becomes_known_decides_the_votes_of_its_days_again() -> None:
    vote, later = recorded(), recorded(replace(SHORT_BY_ONE, taken_on=NEXT_DAY, session_number=13))
    assert figures(vote) == (50, "SEATS", Result.REJECTED, 26)

    changed = record_exclusion(senator(), since=DAY, until=NEXT_DAY, reason=ABROAD)

    assert changed == 2  # the exclusion, one vote
    assert figures(vote) == (49, "EXCLUDED", Result.APPROVED, 25)
    assert (vote.reason, vote.missing) == ("REACHED", 0)
    assert figures(later) == (50, "SEATS", Result.REJECTED, 26)


def test_an_exclusion_without_an_end_decides_every_later_vote_again() -> None:
    later = recorded(replace(SHORT_BY_ONE, taken_on=date(2026, 9, 1)))

    record_exclusion(senator(), since=DAY, until=None, reason=ABROAD)

    assert figures(later) == (49, "EXCLUDED", Result.APPROVED, 25)


def test_nobody_is_excluded_twice_on_a_day() -> None:
    person = senator("Ana Arrayán Araya")
    record_exclusion(person, since=DAY, until=NEXT_DAY, reason=ABROAD)

    with pytest.raises(RuleViolation, match="Ana Arrayán Araya"):
        record_exclusion(person, since=DAY, until=None, reason=ABROAD)

    assert ExclusionFromOffice.objects.count() == 1


def test_a_roster_that_becomes_complete_changes_the_votes_of_its_days() -> None:
    vote = recorded()
    for _ in range(30):
        senator()
    RosterSpanFactory(during=days(DAY, NEXT_DAY))

    assert recount_votes(DAY, NEXT_DAY) == 1

    assert figures(vote) == (30, "ROSTER", Result.APPROVED, 16)


def test_votes_of_other_days_are_not_recounted() -> None:
    vote = recorded()
    ExclusionFactory(person=senator())

    assert recount_votes(NEXT_DAY) == 0
    assert recount_votes(None, DAY) == 0
    assert figures(vote)[0] == 50
    assert recount_votes() == 1


def test_what_is_right_already_is_not_written_again() -> None:
    recorded()

    assert recount_votes() == 0


def test_a_share_of_those_present_keeps_its_outcome_and_learns_the_number_in_office() -> None:
    tie = replace(SHORT_BY_ONE, rule_code="SIMPLE")
    tie = replace(
        tie,
        ballots=(
            *SHORT_BY_ONE.ballots[:1],
            replace(SHORT_BY_ONE.ballots[1], choice=Choice.NO),
        ),
    )
    votes = record_observed_votes([tie, replace(tie, attempt=2)]).votes
    ExclusionFactory(person=senator())

    assert recount_votes() == 2

    assert [figures(vote) for vote in votes] == [(49, "EXCLUDED", Result.TIE, 2)] * 2
    assert [vote.reason for vote in votes] == ["TIED", "TIED_AGAIN"]


def test_a_recount_leaves_the_source_and_the_counts() -> None:
    source = record_source("a.xml", content=b"a", at=datetime(2026, 9, 1, tzinfo=UTC))
    (vote,) = record_observed_votes([SHORT_BY_ONE], source=source).votes

    record_exclusion(senator(), since=DAY, until=None, reason=ABROAD)

    vote.refresh_from_db()
    assert (vote.source, vote.yes, vote.no) == (source, 25, 0)
