"""The fictional Senate once it is in the record: through the services, once, and never real."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from accounts.ledger.models import LedgerEntry
from legislation.bills.enums import BillKind, Stage, Status
from legislation.bills.models import Bill, BillText
from legislation.people.enums import HeadcountBasis
from legislation.people.models import CommitteeSeat, Person
from legislation.people.selectors import members_in_office
from legislation.procedure.models import Act, Dossier
from legislation.provenance.enums import Nature
from legislation.provenance.models import PublicRevision, RecordNature
from legislation.publishing.models import Publication
from legislation.search.models import SearchWord
from legislation.sessions.models import Session
from legislation.votes.enums import DebateKind, Result
from legislation.votes.majorities import Majority
from legislation.votes.models import Ballot, MajorityRule, Vote
from senate.demonstration import desk
from senate.demonstration.recording import Seeded, seed_demonstration
from tests.senate.demonstration_stories import MONDAY, SEED, plot_of, story_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Seeded]:
    """The record is filled once for all of this file, and emptied after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed_demonstration(SEED, MONDAY, say=lambda _what: None)
        transaction.set_rollback(True)


def test_everything_told_is_in_the_record(seeded: Seeded) -> None:
    told = story_of(MONDAY)

    assert seeded == Seeded(
        people=len(plot_of(MONDAY).members.everyone) + 1,
        bills=375,
        sessions=len(told.sessions),
        votes=len(told.votes),
    )
    assert Person.objects.count() == seeded.people
    assert Bill.objects.count() == 375 + 1  # and the motion that the officials have published
    assert Session.objects.count() == seeded.sessions
    assert Vote.objects.count() == seeded.votes
    assert Ballot.objects.count() == sum(len(vote.ballots) for _, vote in told.votes)
    assert BillText.objects.count() == sum(len(bill.texts) for bill in told.bills)


def test_it_says_that_it_is_fictional(seeded: Seeded) -> None:
    assert RecordNature.objects.get().nature == Nature.FICTIONAL


def test_a_second_time_changes_nothing_and_returns_at_once(seeded: Seeded) -> None:
    revisions, bills = PublicRevision.objects.count(), Bill.objects.count()

    said = StringIO()
    call_command("seed_demo", "--seed", "7", "--on", "2027-05-05", stdout=said)

    assert said.getvalue() == "The fictional Senate is here already; nothing was changed.\n"
    assert (PublicRevision.objects.count(), Bill.objects.count()) == (revisions, bills)


def test_the_number_in_office_comes_from_the_roster_of_each_day(seeded: Seeded) -> None:
    assert members_in_office(MONDAY).number == 50
    assert members_in_office(date(2022, 3, 11)).basis == HeadcountBasis.ROSTER
    assert members_in_office(date(2024, 5, 10)).number == 49
    assert set(Vote.objects.values_list("in_office", flat=True)) == {49, 50}
    assert set(Vote.objects.values_list("in_office_basis", flat=True)) == {HeadcountBasis.ROSTER}


def test_every_dated_majority_decides_some_vote(seeded: Seeded) -> None:
    assert set(Vote.objects.values_list("rule_id", flat=True)) == set(
        MajorityRule.objects.values_list("id", flat=True)
    )


def test_the_outcome_of_each_vote_is_what_its_bill_tells(seeded: Seeded) -> None:
    """Counted by the engine on one side, told in the procedure on the other."""
    told = {
        (step.bill_id, step.taken_on, "Aprobad" in step.description)
        for bill in Bill.objects.filter(kind=BillKind.BILL).prefetch_related("steps")
        for step in bill.steps.all()
        if step.description.startswith(("Discusión general", "Discusión única"))
        and ("Aprobad" in step.description or "Rechazad" in step.description)
    }
    votes = Vote.objects.filter(
        bill__kind=BillKind.BILL, kind__in=(DebateKind.GENERAL, DebateKind.SINGLE)
    ).exclude(rule__code=Majority.TWO_THIRDS_PRESENT)

    assert votes.count() > 200
    for vote in votes:
        assert (vote.bill_id, vote.taken_on, vote.result == Result.APPROVED) in told, vote.subject


def test_whatever_became_law_was_approved_to_the_end(seeded: Seeded) -> None:
    lost = Vote.objects.filter(
        bill__status=Status.PUBLISHED,
        kind__in=(DebateKind.GENERAL, DebateKind.CONFERENCE),
    ).exclude(result=Result.APPROVED)

    assert list(lost) == []
    assert Bill.objects.filter(status=Status.PUBLISHED).exclude(stage=Stage.FINISHED).count() == 0


def test_a_bill_is_lost_by_24_to_23_for_want_of_a_qualified_quorum(seeded: Seeded) -> None:
    vote = Vote.objects.get(yes=24, no=23, rule__code=Majority.QUALIFIED_QUORUM)

    assert vote.result == Result.REJECTED
    assert (vote.in_office, vote.needed, vote.missing) == (50, 26, 2)
    assert vote.bill is not None
    assert vote.bill.status == Status.REJECTED


def test_ties_are_repeated_at_once_and_then_in_the_next_sitting(seeded: Seeded) -> None:
    tied = Vote.objects.filter(result=Result.TIE, attempt=1)

    assert tied.count() >= 1
    for first in tied:
        again = Vote.objects.filter(bill=first.bill, subject=first.subject).order_by("attempt")
        assert [vote.attempt for vote in again] == [1, 2, 3]
        assert again[1].session_id == first.session_id
        assert again[2].taken_on > first.taken_on
        assert again[2].result in (Result.APPROVED, Result.REJECTED)
    assert Vote.objects.filter(reason="TIED_A_THIRD_TIME").exists()


def test_abstentions_that_persist_are_added_to_the_larger_side(seeded: Seeded) -> None:
    added = Vote.objects.filter(reason="ABSTENTIONS_ADDED")

    assert added.count() >= 1
    for vote in added:
        first = Vote.objects.get(session=vote.session, subject=vote.subject, attempt=1)
        assert first.result == Result.UNRESOLVED
        assert vote.result == Result.APPROVED
        assert vote.yes + vote.abstain >= (vote.needed or 0) > vote.yes


def test_three_votes_show_that_published_and_counted_totals_disagree(seeded: Seeded) -> None:
    assert Vote.objects.filter(totals_agree=False).count() == 3


def test_special_quorums_of_the_past_are_those_of_their_day(seeded: Seeded) -> None:
    reform = MajorityRule.objects.filter(code=Majority.CONSTITUTIONAL_REFORM).order_by("during")
    before, after = reform

    assert {vote.needed for vote in before.votes.filter(in_office=50)} == {30}
    assert {vote.needed for vote in after.votes.filter(in_office=50)} == {29}


def test_conference_committees_seat_five_senators(seeded: Seeded) -> None:
    working = Bill.objects.filter(stage__in=(Stage.CONFERENCE_CHANGES, Stage.CONFERENCE_IDEA))

    assert working.count() == 10
    for bill in working:
        seats = CommitteeSeat.objects.filter(committee=bill.committee, during__contains=MONDAY)
        assert seats.count() == 5


def test_bills_can_be_searched(seeded: Seeded) -> None:
    assert Bill.objects.filter(search_vector__isnull=True).count() == 0
    assert SearchWord.objects.filter(plain="transbordadores").exists()


def test_nothing_is_dated_after_the_reference_day_but_what_was_summoned(seeded: Seeded) -> None:
    assert not Vote.objects.filter(taken_on__gte=MONDAY).exists()
    assert not Bill.objects.filter(last_step_on__gte=MONDAY).exists()
    last = Session.objects.order_by("held_on").last()
    assert last is not None
    assert last.held_on <= MONDAY + timedelta(days=14)


def test_bills_of_the_record_are_kept_by_the_officials(seeded: Seeded) -> None:
    assert Dossier.objects.count() == desk.TAKEN_UP + 3
    assert Dossier.objects.filter(bill__isnull=False).count() == desk.TAKEN_UP + 1


def test_something_waits_in_each_place(seeded: Seeded) -> None:
    states = Publication.objects.values_list("state", flat=True)
    assert sorted(states) == ["DRAFT", "IN_REVIEW", "IN_REVIEW", "IN_REVIEW", "PUBLISHED"]


def test_what_is_not_approved_is_not_public(seeded: Seeded) -> None:
    assert Bill.objects.filter(title=desk.MOTION).count() == 1
    assert not Bill.objects.filter(title__in=(desk.WAITING, desk.DRAFT)).exists()


def test_every_act_is_in_the_ledger(seeded: Seeded) -> None:
    assert LedgerEntry.objects.filter(act="bill.act_recorded").count() == Act.objects.count() == 5
