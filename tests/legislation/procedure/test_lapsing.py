"""Urgencies die with the legislature, on 10 March (LOC 29)."""

from datetime import date

import pytest

from accounts.ledger.models import LedgerEntry
from legislation.bills.enums import UrgencyEnd
from legislation.bills.models import Bill
from legislation.procedure import services
from legislation.procedure.enums import ActKind, Requester
from legislation.procedure.lifecycle import Unlawful
from tests.factories.bills import BillFactory, UrgencyFactory

pytestmark = pytest.mark.django_db

LAST_DAY, NEXT_DAY = date(2027, 3, 10), date(2027, 3, 11)


@pytest.fixture
def urgent(desk):
    desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(ActKind.SET_URGENCY, desk.drafter, urgency="SIMPLE", requester=Requester.PRESIDENT)
    desk.publish()
    return Bill.objects.get()


def test_they_run_on_the_tenth_and_are_dead_on_the_eleventh(urgent):
    assert services.lapse_urgencies(on=LAST_DAY) == 0
    assert services.lapse_urgencies(on=NEXT_DAY) == 1
    urgency = urgent.urgencies.get()
    assert (urgency.ended_on, urgency.end) == (LAST_DAY, UrgencyEnd.LAPSED)
    urgent.refresh_from_db()
    assert urgent.urgency_text == ""


def test_again_it_ends_none_and_says_nothing(urgent):
    services.lapse_urgencies(on=NEXT_DAY)
    assert services.lapse_urgencies(on=NEXT_DAY) == 0
    [entry] = LedgerEntry.objects.filter(act="urgencies.lapsed")
    assert f'"{urgent.number}"' in entry.payload


def test_a_bill_that_is_only_observed_is_left_as_its_source_has_it(urgent):
    observed = UrgencyFactory(bill=BillFactory(), set_on=date(2027, 3, 1))
    services.lapse_urgencies(on=NEXT_DAY)
    observed.refresh_from_db()
    assert observed.ended_on is None


def test_what_lapsed_cannot_be_withdrawn(desk, urgent):
    desk.day = LAST_DAY
    with pytest.raises(Unlawful) as refusal:
        desk.take(ActKind.WITHDRAW_URGENCY, desk.drafter, requester=Requester.PRESIDENT)
    assert refusal.value.citation == "Ley 18.918, art. 27"
