"""A change in who is in office decides the votes of its days again, in the same transaction."""

import json
from datetime import date

import pytest

from accounts.ledger.models import LedgerEntry
from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import EndCause, RowKind
from legislation.membership.services import approving
from legislation.people.models import ExclusionFromOffice, Mandate, RosterSpan
from legislation.votes.enums import Choice, Result
from legislation.votes.models import Vote
from legislation.votes.observed import ObservedBallot, ObservedVote
from legislation.votes.services import record_observed_votes
from tests.factories.people import days, senator
from tests.legislation.membership.conftest import day

pytestmark = pytest.mark.django_db

FIFTH = day(5)


def a_vote(on: date = FIFTH) -> Vote:
    """Twenty-five in favour, out of fifty in office: one vote short."""
    return record_observed_votes(
        [
            ObservedVote(
                subject="Proyecto de ley sobre plazas",
                taken_on=on,
                legislature_number=374,
                session_number=on.toordinal() % 1000,
                rule_code="QUALIFIED_QUORUM",
                ballots=tuple(
                    ObservedBallot(printed_name=f"Persona {n}", choice=Choice.YES)
                    for n in range(25)
                ),
            )
        ]
    ).votes[0]


def figures(vote: Vote) -> tuple[int | None, str, int | None]:
    vote.refresh_from_db()
    return vote.in_office, vote.result, vote.needed


def test_a_suspension_that_is_approved_decides_the_votes_of_its_days(secretariat):
    vote = a_vote()
    assert figures(vote) == (50, Result.REJECTED, 26)
    act = secretariat.propose(senator(), K.SUSPEND)
    assert figures(vote) == (50, Result.REJECTED, 26)
    secretariat.approve(act)
    assert figures(vote) == (49, Result.APPROVED, 25)
    told = json.loads(LedgerEntry.objects.get(act="person.changed").payload)
    assert told["data"]["votes_recounted"] == 1


def test_a_return_leaves_the_days_before_it_as_they_were(secretariat):
    before, after = a_vote(day(5)), a_vote(day(15))
    person = senator()
    secretariat.make(person, K.SUSPEND)
    secretariat.make(person, K.RETURN, since=day(10))
    assert figures(before) == (49, Result.APPROVED, 25)
    assert figures(after) == (50, Result.REJECTED, 26)


def test_a_permission_to_be_abroad_counts_for_its_days(secretariat):
    inside, beyond = a_vote(day(20)), a_vote(day(20, 8))
    secretariat.make(senator(), K.PERMIT_ABSENCE, since=day(1), until=day(1, 8))
    assert figures(inside) == (49, Result.APPROVED, 25)
    assert figures(beyond) == (50, Result.REJECTED, 26)


def test_a_seat_that_is_left_counts_where_the_roster_is_complete(secretariat):
    person, _other = senator(), senator()
    RosterSpan.objects.create(during=days())
    before, vote = a_vote(day(4)), a_vote(day(5))
    assert figures(vote)[0] == 2
    secretariat.make(person, K.END_SEAT, since=day(5), cause=EndCause.DEATH)
    assert (figures(before)[0], figures(vote)[0]) == (2, 1)


def test_a_suspension_with_wrong_days_is_corrected_with_the_votes(secretariat):
    vote, person = a_vote(day(5)), senator()
    secretariat.make(person, K.SUSPEND)
    row = ExclusionFromOffice.objects.get()
    about = {"row_kind": RowKind.EXCLUSION, "row_id": row.pk}
    secretariat.make(person, K.CORRECT, since=day(6), until=day(20), **about)
    assert figures(vote) == (50, Result.REJECTED, 26)


def test_a_change_of_party_touches_no_vote(secretariat, monkeypatch):
    def refused(*_given: object) -> int:
        raise AssertionError("No vote hangs on a committee or a party.")

    monkeypatch.setattr(approving, "recount_votes", refused)
    secretariat.make(senator(), K.TAKE_OFFICE, office="PRESIDENT")


def test_if_the_votes_cannot_be_counted_nothing_of_it_stays(secretariat, monkeypatch):
    def broken(*_given: object) -> int:
        raise RuntimeError("The power went off.")

    person = senator()
    act = secretariat.propose(person, K.END_SEAT, cause=EndCause.DEATH)
    monkeypatch.setattr(approving, "recount_votes", broken)
    with pytest.raises(RuntimeError):
        secretariat.approve(act)
    act.publication.refresh_from_db()
    assert act.publication.state == "IN_REVIEW"
    assert Mandate.objects.get().during.upper == date(2030, 3, 11)
