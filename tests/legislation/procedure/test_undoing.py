"""Undo is another act, never a deletion."""

import pytest

from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from legislation.bills.models import Bill
from legislation.errors import RuleViolation
from legislation.procedure import services
from legislation.procedure.enums import ActKind as A
from legislation.procedure.enums import Requester, Standing
from legislation.procedure.models import Act
from tests.legislation.procedure.conftest import AT

pytestmark = pytest.mark.django_db


def undo(desk, actor=None, **about):
    return services.undo_last_act(
        dossier_id=desk.dossier.pk,
        **{
            "reason": "Se registró por error.",
            "on": desk.day,
            "actor": actor or desk.floor,
            "at": AT,
            **about,
        },
    )


def test_the_bill_returns_to_where_it_was_and_both_acts_stay(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    undoing = undo(desk)
    desk.dossier.refresh_from_db()
    assert (desk.dossier.standing, desk.dossier.committee) == (Standing.FILED, None)
    assert desk.dossier.stands_since == desk.dossier.filed_on
    assert [act.kind for act in desk.dossier.acts.order_by("position")] == [
        A.FILE,
        A.GIVE_NOTICE,
        A.UNDO,
    ]
    assert undoing.undoes.kind == A.GIVE_NOTICE


def test_what_was_not_public_never_is_and_the_journey_goes_on(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    undo(desk)
    desk.take(A.GIVE_NOTICE, days=0, committee=desk.committee.slug)
    for act in desk.dossier.acts.filter(publication__state="DRAFT"):
        assert act.kind != A.UNDO
    states = {a.position: a.publication.state for a in desk.dossier.acts.all()}
    assert states == {1: "DRAFT", 2: "DISCARDED", 3: "DISCARDED", 4: "DRAFT"}


def test_what_was_public_stays_and_a_step_says_that_it_has_no_effect(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(A.REPORT, desk.secretary)
    desk.publish()
    undoing = undo(desk, desk.secretary)
    assert undoing.publication.pk
    services.approve_act(publication_id=undoing.publication_id, actor=desk.approver, at=AT)
    bill = Bill.objects.get()
    assert [one.description for one in bill.steps.order_by("position")][2:] == [
        "Primer informe de comisión.",
        "Se deja sin efecto: Primer informe de comisión. Se registró por error.",
    ]


def test_an_undone_urgency_runs_no_more(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(A.SET_URGENCY, desk.drafter, urgency="SUMA", requester=Requester.PRESIDENT)
    desk.publish()
    undoing = undo(desk, desk.drafter)
    services.approve_act(publication_id=undoing.publication_id, actor=desk.approver, at=AT)
    assert Bill.objects.get().urgencies.filter(ended_on=None).count() == 0
    with pytest.raises(RuleViolation, match="urgencia vigente"):
        desk.take(A.WITHDRAW_URGENCY, desk.drafter, requester=Requester.PRESIDENT)


def test_acts_are_undone_one_by_one_from_the_last(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(A.REPORT, desk.secretary)
    undo(desk, desk.secretary)
    undo(desk)
    assert desk.standing == Standing.FILED


def test_the_entry_of_a_bill_is_not_undone(desk):
    rows = LedgerEntry.objects.count()
    with pytest.raises(RuleViolation):
        undo(desk, desk.drafter)
    assert (Act.objects.count(), LedgerEntry.objects.count()) == (1, rows)


def test_it_is_undone_with_a_reason_by_who_could_have_entered_it(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    with pytest.raises(RuleViolation):
        undo(desk, reason=" ")
    with pytest.raises(NotPermitted):
        undo(desk, desk.drafter)
    assert Act.objects.count() == 2


def test_a_shelved_bill_taken_off_by_mistake_is_shelved_again(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(A.SHELVE, days=731)
    desk.take(A.UNSHELVE, desk.drafter, requester=Requester.SENATOR)
    undo(desk, desk.drafter)
    desk.dossier.refresh_from_db()
    assert (desk.dossier.standing, desk.dossier.resumes_as) == (
        Standing.SHELVED,
        Standing.FIRST_COMMITTEE,
    )
