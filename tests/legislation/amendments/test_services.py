"""Papers are opened, filled, closed and decided; what is refused leaves nothing behind."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.roles import Role
from legislation.amendments import services
from legislation.amendments.enums import (
    Admissibility,
    AmendmentKind,
    Author,
    Body,
    Deed,
    Ground,
    Outcome,
    PaperState,
    SignedAs,
)
from legislation.amendments.models import Amendment, AmendmentPaper, AmendmentSignatory
from legislation.amendments.proposals import Asking
from legislation.errors import Overtaken, RuleViolation
from legislation.procedure.enums import ActKind, Requester, Standing
from legislation.procedure.lifecycle import Unlawful
from legislation.publishing.models import Publication
from tests.factories.accounts import actor_with
from tests.factories.people import MandateFactory, PersonFactory, RosterSpanFactory
from tests.legislation.amendments.conftest import Amending, senators
from tests.legislation.procedure.conftest import AT

pytestmark = pytest.mark.django_db


class TestPapers:
    def test_a_paper_is_opened_filled_and_closed_with_its_publication_drafted(self, amending):
        paper = amending.open()
        assert (paper.number, paper.state) == (1, PaperState.OPEN)
        first, second = amending.file(), amending.file(kind=AmendmentKind.DELETE, text="")
        assert (first.number, second.number) == (1, 2)
        amending.close()
        content = amending.paper.publication.content
        assert amending.paper.publication.state == "DRAFT"
        assert content["description"] == "Boletín de indicaciones N° 1: 2 indicaciones."
        assert [one["said"] for one in content["amendments"]] == [
            "Para reemplazar: Artículo 3.",
            "Para suprimir: Artículo 3.",
        ]
        assert content["amendments"][0]["authors"] == list(senators(2))

    def test_one_term_is_open_at_a_time_and_the_next_has_the_next_number(self, amending):
        amending.open()
        with pytest.raises(Unlawful, match="Another amendment paper"):
            amending.open()
        amending.close()
        assert amending.open().number == 2

    def test_it_is_not_closed_before_its_term_ends(self, amending):
        amending.open()
        with pytest.raises(Unlawful, match="still runs"):
            amending.close(on=amending.day + timedelta(days=6))
        assert Publication.objects.filter(kind="DOCUMENT").count() == 0

    def test_a_bill_in_committee_is_amended_only_if_it_is_discussed_at_once(self, in_committee):
        amending = Amending(in_committee)
        with pytest.raises(Unlawful) as refusal:
            amending.open()
        assert "127" in refusal.value.citation
        amending.open(is_at_once=True)
        amending.file()
        assert amending.is_pending is False  # the first report covers what was filed so

    def test_a_treaty_takes_none(self, in_committee):
        in_committee.dossier.refresh_from_db()
        in_committee.dossier.is_treaty = True
        in_committee.dossier.save()
        with pytest.raises(Unlawful) as refusal:
            Amending(in_committee).open(is_at_once=True)
        assert refusal.value.citation == "Constitución, art. 54 N° 1"
        assert AmendmentPaper.objects.count() == 0

    @pytest.mark.parametrize(
        "role", [Role.DRAFTING_OFFICIAL, Role.COMMITTEE_SECRETARY, Role.AUDITOR, Role.SENATOR]
    )
    def test_only_the_floor_and_the_secretary_of_its_committee_open_one(self, amending, role):
        before = LedgerEntry.objects.count()
        with pytest.raises(NotPermitted):
            amending.open(actor=actor_with(role))
        assert (AmendmentPaper.objects.count(), LedgerEntry.objects.count()) == (0, before)


class TestFiling:
    def test_five_senators_sign_and_a_sixth_is_refused(self, amending):
        amending.open()
        amending.file(senators=senators(5))
        before = LedgerEntry.objects.count()
        with pytest.raises(Unlawful) as refusal:
            amending.file(senators=senators(6))
        assert refusal.value.citation == "Reglamento del Senado, art. 118"
        assert (Amendment.objects.count(), AmendmentSignatory.objects.count()) == (1, 5)
        assert LedgerEntry.objects.count() == before

    def test_the_database_refuses_a_sixth_too(self, amending):
        amending.open()
        amendment = amending.file(senators=senators(5))
        with pytest.raises(IntegrityError), transaction.atomic():
            AmendmentSignatory.objects.create(
                amendment=amendment, signed_as=SignedAs.AUTHOR, position=6, printed_name="Sexta"
            )

    def test_the_president_signs_alone_and_may_propose_what_senators_may_not(self, amending):
        amending.open()
        made = amending.file(author=Author.PRESIDENT, senators=(), is_exclusive=True)
        assert made.signatories.count() == 0
        with pytest.raises(Unlawful) as refusal:
            amending.file(is_exclusive=True)
        assert "Constitución, art. 65" in refusal.value.citation

    def test_a_senator_signs_once_however_the_name_is_written(self, amending):
        amending.open()
        with pytest.raises(RuleViolation, match="twice"):
            amending.file(senators=("Riffo Soto, Irene", "RIFFO SOTO, Irene"))
        assert Amendment.objects.count() == 0

    def test_where_the_roster_is_known_only_who_sits_that_day_signs(self, amending):
        irene = PersonFactory(
            given_names="Irene", paternal_surname="Riffo", maternal_surname="Soto"
        )
        MandateFactory(person=irene)
        RosterSpanFactory()
        amending.open()
        made = amending.file(senators=("Riffo S., Irene",))
        assert made.signatories.get().person == irene
        with pytest.raises(RuleViolation, match="No one senator in office"):
            amending.file(senators=("Tapia Lillo, Bruno",))
        with pytest.raises(RuleViolation, match="twice"):
            amending.file(senators=("Riffo S., Irene", "Irene Riffo Soto"))
        assert Amendment.objects.count() == 1

    def test_nothing_is_filed_after_the_term_nor_into_a_closed_paper(self, amending):
        amending.open()
        with pytest.raises(Unlawful, match="within their term"):
            amending.file(on=amending.paper.deadline_on + timedelta(days=1))
        amending.close()
        with pytest.raises(Unlawful, match="closed"):
            amending.file()
        assert Amendment.objects.count() == 0

    def test_a_drafting_official_files(self, amending, drafter):
        amending.open()
        assert amending.file(actor=drafter).recorded_by_id == drafter.user_id

    def test_its_words_and_signatures_are_never_changed(self, amending):
        amending.open()
        made = amending.file()
        for change in (
            lambda: Amendment.objects.filter(pk=made.pk).update(text="Otro."),
            lambda: Amendment.objects.filter(pk=made.pk).delete(),
            lambda: made.signatories.update(printed_name="Otra"),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                change()


class TestRulings:
    def test_it_is_inadmissible_with_its_ground(self, amending):
        amending.open()
        made = amending.file()
        with pytest.raises(Unlawful, match="on which ground"):
            amending.rule(made, Deed.REFUSE)
        amending.rule(made, Deed.REFUSE, ground=Ground.UNRELATED)
        made.refresh_from_db()
        assert (made.admissibility, made.ground) == (Admissibility.INADMISSIBLE, "UNRELATED")

    def test_the_committee_turns_its_own_ruling_round_at_once(self, amending):
        amending.open()
        made = amending.file()
        amending.rule(made, Deed.REFUSE, ground=Ground.UNFUNDED)
        with pytest.raises(Unlawful, match="at once"):
            amending.reconsider(made, days=1)
        amending.reconsider(made)
        made.refresh_from_db()
        assert (made.admissibility, made.ground) == (Admissibility.ADMISSIBLE, "")

    def test_once_the_floor_ruled_the_committee_does_not_revise_it(self, amending, floor):
        amending.open()
        made = amending.file()
        amending.rule(made, Deed.REFUSE, by=Body.FLOOR, actor=floor, ground=Ground.EXCLUSIVE)
        with pytest.raises(Unlawful, match="cannot revise") as refusal:
            amending.reconsider(made)
        assert refusal.value.citation == "Ley 18.918, art. 25"
        made.refresh_from_db()
        assert made.admissibility == Admissibility.INADMISSIBLE

    def test_a_committees_secretary_does_not_enter_what_the_floor_rules(self, amending):
        amending.open()
        made = amending.file()
        with pytest.raises(NotPermitted):
            amending.rule(made, by=Body.FLOOR)
        made.refresh_from_db()
        assert made.admissibility == Admissibility.PENDING


class TestOutcomes:
    def test_the_committee_approves_with_changes_and_its_text_is_kept(self, amending):
        amending.open()
        made = amending.rule(amending.file())
        amending.close()
        with pytest.raises(Unlawful, match="as the committee approved"):
            amending.decide(made, Deed.MODIFY)
        amending.decide(made, Deed.MODIFY, text="Artículo 3.- Veinte días.", in_favour=4, against=1)
        made.refresh_from_db()
        assert (made.outcome, made.outcome_text) == (Outcome.MODIFIED, "Artículo 3.- Veinte días.")
        assert made.text == "Artículo 3.- El plazo será de treinta días."

    def test_what_is_not_ruled_admissible_is_not_decided(self, amending):
        amending.open()
        waiting = amending.file()
        refused = amending.rule(amending.file(), Deed.REFUSE, ground=Ground.UNRELATED)
        amending.close()
        for one in (waiting, refused):
            with pytest.raises(Unlawful):
                amending.decide(one, Deed.APPROVE)
        assert Amendment.objects.exclude(outcome=Outcome.PENDING).count() == 0

    def test_a_drafting_official_decides_nothing(self, amending, drafter):
        amending.open()
        made = amending.rule(amending.file())
        amending.close()
        with pytest.raises(NotPermitted):
            amending.decide(made, Deed.APPROVE, actor=drafter)
        made.refresh_from_db()
        assert made.outcome == Outcome.PENDING

    def test_the_second_of_two_people_is_told(self, amending):
        amending.open()
        made = amending.file()
        amending.rule(made)
        with pytest.raises(Overtaken):
            services.withdraw(
                amendment_id=made.pk,
                asking=Asking(on=amending.day, requester=Requester.AUTHOR),
                actor=amending.actor,
                at=AT,
                expected_revision=1,
            )
        made.refresh_from_db()
        assert made.outcome == Outcome.PENDING


class TestRenewal:
    def test_ten_senators_renew_what_was_rejected_and_nine_do_not(self, amending):
        made = amending.rejected()
        before = LedgerEntry.objects.count()
        with pytest.raises(Unlawful) as refusal:
            amending.ask(services.renew, made, count=9, at_desk=True)
        assert refusal.value.citation == "Reglamento del Senado, art. 124"
        assert LedgerEntry.objects.count() == before
        assert made.signatories.filter(signed_as=SignedAs.RENEWER).count() == 0
        amending.ask(services.renew, made, count=10, at_desk=True)
        made.refresh_from_db()
        assert made.renewed_on == amending.desk.day
        assert made.text == "Artículo 3.- El plazo será de treinta días."
        assert made.signatories.filter(signed_as=SignedAs.RENEWER).count() == 10

    def test_nine_and_one_of_them_again_are_not_ten(self, amending):
        made = amending.rejected()
        names = (*senators(9), senators(1)[0].upper())
        with pytest.raises(RuleViolation, match="twice"):
            amending.ask(services.renew, made, senators=names, at_desk=True)
        made.refresh_from_db()
        assert made.renewed_on is None

    def test_the_president_renews_alone(self, amending):
        made = amending.rejected()
        amending.ask(services.renew, made, Requester.PRESIDENT, at_desk=True)
        made.refresh_from_db()
        assert made.renewed_by_president is True

    def test_what_was_inadmissible_is_never_renewed(self, amending):
        amending.open()
        made = amending.rule(amending.file(), Deed.REFUSE, ground=Ground.UNRELATED)
        with pytest.raises(Unlawful, match="inadmissible cannot be renewed"):
            amending.ask(services.renew, made, count=10)

    def test_it_waits_for_the_report(self, amending):
        amending.open()
        made = amending.rule(amending.file())
        amending.close()
        amending.decide(made, Deed.REJECT)
        with pytest.raises(Unlawful, match="reported in detail"):
            amending.ask(services.renew, made, count=10)


class TestWithdrawal:
    def test_its_author_withdraws_it_and_another_senator_takes_it_over(self, amending):
        amending.open()
        made = amending.rule(amending.file())
        amending.ask(services.withdraw, made, Requester.AUTHOR)
        made.refresh_from_db()
        assert made.outcome == Outcome.WITHDRAWN
        amending.ask(services.take_over, made, senators=("Tapia Lillo, Bruno",))
        made.refresh_from_db()
        assert (made.outcome, made.admissibility) == (Outcome.PENDING, Admissibility.ADMISSIBLE)
        assert made.signatories.get(signed_as=SignedAs.TAKER).printed_name == "Tapia Lillo, Bruno"

    def test_nobody_else_withdraws_it(self, amending):
        amending.open()
        made = amending.file()
        with pytest.raises(Unlawful, match="Only its author"):
            amending.ask(services.withdraw, made, Requester.SENATOR)

    def test_once_voted_it_stays(self, amending):
        made = amending.rejected()
        with pytest.raises(Unlawful) as refusal:
            amending.ask(services.withdraw, made, Requester.AUTHOR, at_desk=True)
        assert refusal.value.citation == "Reglamento del Senado, art. 132"

    def test_no_senator_takes_over_what_is_for_the_president_alone(self, amending):
        amending.open()
        made = amending.file(author=Author.PRESIDENT, senators=(), is_exclusive=True)
        amending.ask(services.withdraw, made, Requester.PRESIDENT)
        with pytest.raises(Unlawful, match="President alone"):
            amending.ask(services.take_over, made, count=1)
        made.refresh_from_db()
        assert made.outcome == Outcome.WITHDRAWN


class TestPending:
    def test_a_bill_without_amendments_is_approved_in_detail_once_the_term_is_over(self, amending):
        amending.open()
        assert amending.is_pending is True
        amending.close()
        assert amending.is_pending is False
        amending.desk.day = amending.day
        amending.desk.take(ActKind.APPROVE)
        assert amending.desk.standing == Standing.SECOND_ELSEWHERE

    def test_one_live_amendment_sends_it_to_the_committee(self, amending):
        amending.open()
        amending.file()
        amending.close()
        amending.desk.day = amending.day
        with pytest.raises(Unlawful) as refusal:
            amending.desk.take(ActKind.APPROVE)
        assert refusal.value.citation == "Reglamento del Senado, art. 120"

    @pytest.mark.parametrize("how", ["withdrawn", "inadmissible"])
    def test_what_was_withdrawn_or_inadmissible_is_not_waited_for(self, amending, how):
        amending.open()
        made = amending.file()
        amending.close()
        if how == "withdrawn":
            amending.ask(services.withdraw, made, Requester.AUTHOR)
        else:
            amending.rule(made, Deed.REFUSE, ground=Ground.UNRELATED)
        assert amending.is_pending is False

    def test_taking_it_over_makes_it_pending_again(self, amending):
        amending.open()
        made = amending.file()
        amending.close()
        amending.ask(services.withdraw, made, Requester.AUTHOR)
        amending.ask(services.take_over, made, count=1)
        assert amending.is_pending is True


def test_every_deed_is_in_the_ledger_of_its_bill(amending):
    made = amending.rejected()
    amending.ask(services.renew, made, count=10, at_desk=True)
    said = LedgerEntry.objects.filter(act__startswith="amendment").order_by("sequence")
    assert [one.act for one in said] == [
        "amendment_paper.opened",
        "amendment.filed",
        "amendment.ruled",
        "amendment_paper.closed",
        "amendment.decided",
        "amendment.renewed",
    ]
    assert {(one.object_kind, one.object_key) for one in said} == {
        ("bill", amending.desk.dossier.number)
    }
