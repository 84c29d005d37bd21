"""What the law asks of a bill when it enters, and that its number is its own."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from accounts.actors import Actor
from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.roles import Role
from legislation.bills.enums import Stage
from legislation.errors import RuleViolation
from legislation.people.enums import Chamber
from legislation.procedure import services, terms
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.models import Act, Dossier, ProcedureTerm
from legislation.procedure.proposals import Signature
from legislation.publishing.models import Publication
from tests.factories.accounts import actor_with
from tests.factories.bills import BillFactory
from tests.legislation.procedure.conftest import AT, a_filing

TOGETHER = 100
THREADS = 10


def signatures(count: int) -> list[Signature]:
    return [Signature(printed_name=f"Apellido {n}, Persona") for n in range(count)]


@pytest.mark.django_db
class TestFiling:
    def test_five_senators_may_sign_and_keep_their_order(self, drafter):
        dossier = services.file_bill(
            filing=a_filing(signatures=signatures(5)), actor=drafter, at=AT
        )
        assert [one.printed_name for one in dossier.signatories.order_by("position")] == [
            f"Apellido {n}, Persona" for n in range(5)
        ]
        assert dossier.standing == Standing.FILED

    @pytest.mark.parametrize("count", [0, 6])
    def test_a_motion_of_none_or_of_six_senators_is_refused(self, drafter, count):
        with pytest.raises(Unlawful) as refusal:
            services.file_bill(filing=a_filing(signatures=signatures(count)), actor=drafter, at=AT)
        assert refusal.value.citation == "Constitución, art. 65"
        assert nothing_is_on_record()

    def test_ten_deputies_may_sign_and_eleven_may_not(self, drafter):
        services.receive_bill(
            filing=a_filing(signatures=signatures(10)),
            number="18230-13",
            letter="1",
            actor=drafter,
            at=AT,
        )
        with pytest.raises(Unlawful):
            services.receive_bill(
                filing=a_filing(signatures=signatures(11)),
                number="18231-13",
                letter="2",
                actor=drafter,
                at=AT,
            )
        assert list(Dossier.objects.values_list("number", flat=True)) == ["18230-13"]

    @pytest.mark.parametrize(
        ("about", "article"),
        [
            ({"only_deputies": True}, "art. 65"),
            ({"mixes_reform": True}, "art. 15"),
            ({"is_treaty": True}, "54 N° 1"),
        ],
    )
    def test_what_cannot_begin_here_is_refused_with_its_article(self, drafter, about, article):
        with pytest.raises(Unlawful) as refusal:
            services.file_bill(filing=a_filing(**about), actor=drafter, at=AT)
        assert article in refusal.value.citation
        assert nothing_is_on_record()

    def test_an_amnesty_does_not_begin_in_the_chamber_of_deputies(self, drafter):
        with pytest.raises(Unlawful):
            services.receive_bill(
                filing=a_filing(only_senate=True),
                number="18230-07",
                letter="1",
                actor=drafter,
                at=AT,
            )
        assert nothing_is_on_record()

    def test_a_bill_rejected_in_general_waits_a_year(self, desk, drafter):
        rejected_on = take_to_rejection(desk)
        for day, may in ((rejected_on.replace(year=2027), True), (date(2027, 1, 2), False)):
            filing = a_filing(renews=desk.dossier.number, filed_on=day)
            if may:
                services.file_bill(filing=filing, actor=drafter, at=AT)
                continue
            with pytest.raises(Unlawful) as refusal:
                services.file_bill(filing=filing, actor=drafter, at=AT)
            assert refusal.value.citation == "Constitución, art. 68"

    @pytest.mark.parametrize(
        "role", [Role.APPROVING_OFFICIAL, Role.COMMITTEE_SECRETARY, Role.AUDITOR, Role.SENATOR]
    )
    def test_only_the_secretariat_enters_bills(self, db, role):
        with pytest.raises(NotPermitted):
            services.file_bill(filing=a_filing(), actor=actor_with(role), at=AT)
        assert nothing_is_on_record()


@pytest.mark.django_db
class TestNumbers:
    def test_the_series_begins_after_the_highest_number_on_record(self, drafter):
        BillFactory(number="17500-07")
        dossier = services.file_bill(filing=a_filing(), actor=drafter, at=AT)
        assert dossier.number == "17501-11"

    def test_numbers_that_the_other_chamber_gave_are_passed_over(self, drafter):
        services.file_bill(filing=a_filing(), actor=drafter, at=AT)
        BillFactory(number="2-07")
        assert services.file_bill(filing=a_filing(), actor=drafter, at=AT).number == "3-11"

    @pytest.mark.parametrize("number", ["18.230-13", "18230", "182301-13", "١٨٢٣٠-13", ""])
    def test_a_malformed_number_is_refused(self, drafter, number):
        with pytest.raises(RuleViolation):
            services.receive_bill(
                filing=a_filing(), number=number, letter="1", actor=drafter, at=AT
            )
        assert nothing_is_on_record()

    def test_a_number_on_record_is_refused_whatever_its_ending(self, drafter):
        BillFactory(number="18230-13")
        with pytest.raises(RuleViolation):
            services.receive_bill(
                filing=a_filing(), number="18230-07", letter="1", actor=drafter, at=AT
            )
        assert nothing_is_on_record()

    def test_a_filing_that_fails_half_way_gives_its_number_back(self, drafter):
        with pytest.raises(Unlawful), transaction.atomic():
            file_and_fail(drafter)
        assert nothing_is_on_record()
        assert services.file_bill(filing=a_filing(), actor=drafter, at=AT).number == "1-11"


@pytest.mark.django_db(transaction=True)
def test_a_hundred_filings_at_once_get_a_hundred_numbers():
    drafter = actor_with(Role.DRAFTING_OFFICIAL)
    numbers, failures = [], []
    begin = threading.Barrier(THREADS)

    def work(who: Actor) -> None:
        try:
            begin.wait()
            for _ in range(TOGETHER // THREADS):
                dossier = services.file_bill(filing=a_filing(), actor=who, at=AT)
                numbers.append(dossier.number)
        except Exception as failure:  # noqa: BLE001 (told to the test below)
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(drafter,)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(int(number.split("-")[0]) for number in numbers) == list(range(1, 101))
    assert LedgerEntry.objects.filter(act="bill.filed").count() == TOGETHER


@pytest.mark.django_db
class TestTakingUp:
    def test_a_bill_of_the_record_goes_on_from_the_stage_it_is_at(self, drafter):
        bill = BillFactory(stage=Stage.SECOND, origin_chamber=Chamber.DEPUTIES)
        dossier = services.take_up(number=bill.number, actor=drafter, at=AT)
        assert (dossier.standing, dossier.number) == (Standing.SECOND_COMMITTEE, bill.number)
        again = services.take_up(number=bill.number, actor=drafter, at=AT)
        assert again == dossier
        assert LedgerEntry.objects.filter(act="dossier.opened").count() == 1

    def test_a_number_that_nobody_has_is_refused(self, drafter):
        with pytest.raises(RuleViolation):
            services.take_up(number="99999-01", actor=drafter, at=AT)
        assert nothing_is_on_record()

    def test_a_bill_that_has_ended_is_not_taken_up(self, drafter):
        bill = BillFactory(stage=Stage.FINISHED)
        with pytest.raises(RuleViolation):
            services.take_up(number=bill.number, actor=drafter, at=AT)
        assert nothing_is_on_record()


@pytest.mark.django_db
def test_the_terms_on_record_are_those_of_the_module():
    rows = ProcedureTerm.objects.order_by("term")
    assert [(one.term, one.number, one.citation, one.confidence) for one in rows] == sorted(
        (row.term.value, row.number, row.citation, row.confidence) for row in terms.ROWS
    )


def file_and_fail(drafter: Actor) -> None:
    services.file_bill(filing=a_filing(), actor=drafter, at=AT)
    services.file_bill(filing=a_filing(mixes_reform=True), actor=drafter, at=AT)


def take_to_rejection(desk) -> date:
    desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(ActKind.REPORT, desk.secretary)
    desk.take(ActKind.REJECT_GENERAL, in_favour=10, against=30, present=40)
    return desk.day


def nothing_is_on_record() -> bool:
    return not (
        Dossier.objects.exists()
        or Act.objects.exists()
        or Publication.objects.exists()
        or LedgerEntry.objects.exists()
    )
