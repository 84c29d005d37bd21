"""Four eyes: no sequence of acts by one person makes anything public."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.actors import Actor
from accounts.decisions import ConfirmationNeeded, NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.roles import Role
from legislation.errors import Overtaken, RuleViolation
from legislation.publishing import services
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.models import Publication
from tests.factories.accounts import actor_with

AT = datetime(2026, 6, 1, 14, 0, tzinfo=UTC)
WORDS = {"description": "Cuenta de proyecto."}
OTHER_WORDS = {"description": "Cuenta de proyecto. Pasa a Comisión de Hacienda."}


def a_draft(actor: Actor, **about) -> Publication:
    return services.draft(
        kind=PublicationKind.ACT,
        object_kind="bill",
        object_key="18230-13",
        content=WORDS,
        actor=actor,
        at=AT,
        **about,
    )


def published(drafter: Actor, approver: Actor) -> Publication:
    found = a_draft(drafter)
    services.submit(publication_id=found.pk, actor=drafter, at=AT)
    services.approve(publication_id=found.pk, actor=approver, at=AT)
    with transaction.atomic():
        found = services.locked(found.pk)
        services.bring_out(found, at=AT)
    return found


@pytest.fixture
def drafter(db) -> Actor:
    return actor_with(Role.DRAFTING_OFFICIAL)


@pytest.fixture
def approver(db) -> Actor:
    return actor_with(Role.APPROVING_OFFICIAL, confirmed_at=AT)


class TestApproval:
    def test_a_second_person_approves_these_very_words(self, drafter, approver):
        found = published(drafter, approver)
        assert found.state == PublicationState.PUBLISHED
        assert (found.approved_by_id, found.approved_hash) == (
            approver.user_id,
            found.content_hash,
        )

    def test_an_edit_after_the_approval_takes_it_back(self, drafter, approver):
        found = a_draft(drafter)
        services.submit(publication_id=found.pk, actor=drafter, at=AT)
        services.approve(publication_id=found.pk, actor=approver, at=AT)
        services.edit(publication_id=found.pk, content=OTHER_WORDS, actor=drafter, at=AT)
        found.refresh_from_db()
        assert (found.state, found.approved_by_id, found.approved_hash) == ("DRAFT", None, "")

    def test_a_passkey_of_five_minutes_ago_is_enough_and_an_older_one_is_not(self, drafter, db):
        found = a_draft(drafter)
        services.submit(publication_id=found.pk, actor=drafter, at=AT)
        late = actor_with(
            Role.APPROVING_OFFICIAL, confirmed_at=AT - timedelta(minutes=5, seconds=1)
        )
        with pytest.raises(ConfirmationNeeded):
            services.approve(publication_id=found.pk, actor=late, at=AT)
        found.refresh_from_db()
        assert found.state == "IN_REVIEW"
        in_time = actor_with(Role.APPROVING_OFFICIAL, confirmed_at=AT - timedelta(minutes=5))
        services.approve(publication_id=found.pk, actor=in_time, at=AT)

    @pytest.mark.parametrize(
        "role", [Role.DRAFTING_OFFICIAL, Role.COMMITTEE_SECRETARY, Role.AUDITOR, Role.SENATOR]
    )
    def test_only_who_approves_approves(self, drafter, role):
        found = a_draft(drafter)
        services.submit(publication_id=found.pk, actor=drafter, at=AT)
        rows = LedgerEntry.objects.count()
        with pytest.raises(NotPermitted):
            services.approve(
                publication_id=found.pk, actor=actor_with(role, confirmed_at=AT), at=AT
            )
        found.refresh_from_db()
        assert (found.state, LedgerEntry.objects.count()) == ("IN_REVIEW", rows)

    def test_it_does_not_come_out_before_its_hour(self, drafter, approver):
        found = a_draft(drafter)
        services.submit(publication_id=found.pk, actor=drafter, at=AT)
        hour = AT + timedelta(hours=2)
        services.approve(publication_id=found.pk, actor=approver, at=AT, due_at=hour)
        with pytest.raises(RuleViolation), transaction.atomic():
            services.bring_out(services.locked(found.pk), at=hour - timedelta(seconds=1))
        with transaction.atomic():
            services.bring_out(services.locked(found.pk), at=hour)
        found.refresh_from_db()
        assert found.published_at == hour

    def test_what_is_sent_back_says_why_and_is_a_draft_again(self, drafter, approver):
        found = a_draft(drafter)
        services.submit(publication_id=found.pk, actor=drafter, at=AT)
        with pytest.raises(RuleViolation):
            services.send_back(publication_id=found.pk, reason=" ", actor=approver, at=AT)
        services.send_back(
            publication_id=found.pk, reason="Falta la comisión.", actor=approver, at=AT
        )
        found.refresh_from_db()
        assert (found.state, found.reason) == ("DRAFT", "Falta la comisión.")

    def test_whoever_looked_at_older_words_does_not_approve_the_newer(self, drafter, approver):
        found = a_draft(drafter)
        services.submit(publication_id=found.pk, actor=drafter, at=AT)
        found.refresh_from_db()
        seen = found.revision
        services.edit(publication_id=found.pk, content=OTHER_WORDS, actor=drafter, at=AT)
        services.submit(publication_id=found.pk, actor=drafter, at=AT)
        with pytest.raises(Overtaken):
            services.approve(publication_id=found.pk, actor=approver, at=AT, expected_revision=seen)
        found.refresh_from_db()
        assert found.state == "IN_REVIEW"


class TestErrata:
    def test_only_what_is_published_is_corrected_and_with_a_reason(self, drafter, approver):
        unpublished = a_draft(drafter)
        with pytest.raises(RuleViolation):
            a_draft(drafter, corrects=unpublished, reason="Fecha equivocada.")
        found = published(drafter, approver)
        with pytest.raises(RuleViolation):
            a_draft(drafter, corrects=found)
        erratum = a_draft(drafter, corrects=found, reason="Fecha equivocada.")
        assert erratum.corrects == found


class TestTheDatabase:
    def test_it_refuses_an_approval_by_the_author(self, drafter):
        found = a_draft(drafter)
        with pytest.raises(IntegrityError, match="nobody_approves_what_they_drafted"):
            Publication.objects.filter(pk=found.pk).update(
                approved_by_id=drafter.user_id, approved_at=AT
            )

    def test_it_refuses_an_approval_of_other_words(self, drafter, approver):
        found = a_draft(drafter)
        with pytest.raises(IntegrityError, match="an_approval_is_of_this_very_content"):
            Publication.objects.filter(pk=found.pk).update(
                state="APPROVED", approved_by_id=approver.user_id, approved_at=AT,
                approved_hash="0" * 64,
            )  # fmt: skip

    def test_published_words_are_never_changed(self, drafter, approver):
        found = published(drafter, approver)
        with pytest.raises(IntegrityError, match="erratum"):
            Publication.objects.filter(pk=found.pk).update(content=OTHER_WORDS)

    def test_a_publication_is_never_deleted(self, drafter):
        found = a_draft(drafter)
        with pytest.raises(IntegrityError, match="never deleted"):
            Publication.objects.filter(pk=found.pk).delete()


ACTS = ("submit", "approve", "send_back", "edit", "bring_out", "discard")


class OnePersonAlone(TestCase):
    """Whatever roles one person holds and whatever they try, nothing comes to be public."""

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(st.sampled_from(ACTS), max_size=12),
        st.sets(st.sampled_from(sorted(set(Role)))),
    )
    def test_nothing_is_published_by_one_person(self, acts, roles):
        alone = actor_with(*roles, confirmed_at=AT)
        found = a_draft(alone)
        for act in acts:
            try:
                with transaction.atomic():
                    attempt(act, found.pk, alone)
            except (NotPermitted, RuleViolation):
                continue
        found.refresh_from_db()
        assert found.published_at is None
        assert found.approved_by_id is None


def attempt(act: str, pk: int, actor: Actor) -> None:
    if act == "bring_out":
        services.bring_out(services.locked(pk), at=AT)
        return
    more = {
        "send_back": {"reason": "Por mejorar."},
        "discard": {"reason": "No se publicará."},
        "edit": {"content": OTHER_WORDS},
    }
    getattr(services, act)(publication_id=pk, actor=actor, at=AT, **more.get(act, {}))
