"""What is public is corrected in the open: the old words stay, the new say since when and why."""

from datetime import timedelta

import pytest

from accounts.actors import Actor
from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.roles import Role
from legislation.bills.models import Bill
from legislation.errors import RuleViolation
from legislation.procedure import services
from legislation.procedure.enums import ActKind
from legislation.procedure.proposals import Correction
from legislation.publishing.models import Publication
from tests.factories.accounts import actor_with
from tests.legislation.procedure.conftest import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(desk):
    """A published act: notice of the bill, on 2 June."""
    act = desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
    desk.publish()
    return act


def a_correction(act, **about) -> Correction:
    return Correction(
        **{
            "reason": "La sesión fue la 21.",
            "taken_on": act.taken_on,
            "session_number": 21,
            "legislature_number": 374,
            **about,
        }
    )


def approved_erratum(desk, act, **about) -> Publication:
    found = services.propose_erratum(
        publication_id=act.publication_id,
        correction=a_correction(act, **about),
        actor=desk.drafter,
        at=AT,
    )
    return services.approve_act(publication_id=found.pk, actor=desk.approver, at=AT)


def test_an_erratum_shows_the_new_words_and_keeps_the_old(desk, notice):
    erratum = approved_erratum(desk, notice, description="Cuenta de proyecto. Pasa a Hacienda.")
    step = Bill.objects.get().steps.get(position=2)
    assert (step.description, step.session_text) == (
        "Cuenta de proyecto. Pasa a Hacienda.",
        "21/374",
    )
    assert (step.publication, step.corrected_on) == (erratum, AT.date())
    old = Publication.objects.get(pk=notice.publication_id)
    assert (old.state, old.content["description"]) == (
        "PUBLISHED",
        "Cuenta de proyecto. Pasa a Comisión de Hacienda.",
    )
    assert erratum.corrects == old
    assert erratum.reason == "La sesión fue la 21."


def test_nothing_changes_before_a_second_person_approves(desk, notice):
    services.propose_erratum(
        publication_id=notice.publication_id,
        correction=a_correction(notice),
        actor=desk.drafter,
        at=AT,
    )
    step = Bill.objects.get().steps.get(position=2)
    assert (step.session_text, step.corrected_on) == ("", None)


def test_an_erratum_of_an_erratum_is_of_the_same_act(desk, notice):
    first = approved_erratum(desk, notice)
    second = services.propose_erratum(
        publication_id=first.pk,
        correction=a_correction(notice, session_number=22),
        actor=desk.drafter,
        at=AT,
    )
    services.approve_act(publication_id=second.pk, actor=desk.approver, at=AT)
    step = Bill.objects.get().steps.get(position=2)
    assert (step.session_text, step.publication_id) == ("22/374", second.pk)


def test_a_corrected_day_moves_the_stage_that_it_opened_and_the_last_step(desk, notice):
    desk.take(ActKind.REPORT, desk.secretary, days=10)
    act = desk.take(ActKind.APPROVE, in_favour=30, against=1, present=40)
    desk.publish()
    day = act.taken_on + timedelta(days=1)
    approved_erratum(desk, act, taken_on=day)
    bill = Bill.objects.get()
    assert bill.stage_entries.get(position=2).entered_on == day
    assert bill.last_step_on == day


@pytest.mark.parametrize("days", [-2, 2])
def test_a_day_out_of_order_is_refused(desk, notice, days):
    desk.take(ActKind.REPORT, desk.secretary)
    with pytest.raises(RuleViolation):
        services.propose_erratum(
            publication_id=notice.publication_id,
            correction=a_correction(notice, taken_on=notice.taken_on + timedelta(days=days)),
            actor=desk.drafter,
            at=AT,
        )
    assert Publication.objects.filter(corrects__isnull=False).count() == 0


@pytest.mark.parametrize(
    "about", [{"reason": " "}, {"session_number": None, "legislature_number": None}]
)
def test_an_erratum_says_why_and_changes_something(desk, notice, about):
    with pytest.raises(RuleViolation):
        services.propose_erratum(
            publication_id=notice.publication_id,
            correction=a_correction(notice, **about),
            actor=desk.drafter,
            at=AT,
        )
    assert Publication.objects.filter(corrects__isnull=False).count() == 0


def test_what_has_an_erratum_is_corrected_there(desk, notice):
    approved_erratum(desk, notice)
    with pytest.raises(RuleViolation):
        services.propose_erratum(
            publication_id=notice.publication_id,
            correction=a_correction(notice, session_number=25),
            actor=desk.drafter,
            at=AT,
        )
    assert Publication.objects.filter(corrects__isnull=False).count() == 1


def test_what_is_not_public_has_no_erratum(desk):
    act = desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
    with pytest.raises(RuleViolation):
        services.propose_erratum(
            publication_id=act.publication_id,
            correction=a_correction(act),
            actor=desk.drafter,
            at=AT,
        )


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.APPROVING_OFFICIAL, Role.SENATOR])
def test_only_who_drafts_proposes_an_erratum(desk, notice, role):
    with pytest.raises(NotPermitted):
        services.propose_erratum(
            publication_id=notice.publication_id,
            correction=a_correction(notice),
            actor=actor_with(role),
            at=AT,
        )
    assert Publication.objects.filter(corrects__isnull=False).count() == 0


class TestWithdrawal:
    def test_it_leaves_a_stone_with_the_reason(self, desk, notice):
        services.withdraw_publication(
            publication_id=notice.publication_id,
            reason="Contenía datos de una persona.",
            actor=desk.approver,
            at=AT,
        )
        step = Bill.objects.get().steps.get(position=2)
        assert step.description == "Publicación retirada: Contenía datos de una persona."
        notice.publication.refresh_from_db()
        assert notice.publication.state == "WITHDRAWN"
        assert LedgerEntry.objects.filter(act="publication.withdrawn").count() == 1

    def test_whoever_drafted_it_does_not_withdraw_it(self, desk, notice, floor):
        author = Actor(floor.user_id, "", floor.roles, confirmed_at=AT)
        with pytest.raises(NotPermitted):
            services.withdraw_publication(
                publication_id=notice.publication_id, reason="Error.", actor=author, at=AT
            )
        notice.publication.refresh_from_db()
        assert notice.publication.state == "PUBLISHED"

    def test_it_says_why(self, desk, notice):
        with pytest.raises(RuleViolation):
            services.withdraw_publication(
                publication_id=notice.publication_id, reason=" ", actor=desk.approver, at=AT
            )
        assert Bill.objects.get().steps.get(position=2).corrected_on is None
