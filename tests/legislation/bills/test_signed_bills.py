from datetime import date

import pytest

from legislation.bills.enums import BillKind
from legislation.bills.selectors.signed import signed_bills
from tests.factories.bills import AuthorshipFactory, BillFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def test_the_bills_signed_come_by_their_last_movement_and_are_the_signers_own():
    ana, other = PersonFactory(), PersonFactory()
    for number, day in (("1-01", 1), ("2-01", 3), ("3-01", 2)):
        bill = BillFactory(number=number, last_step_on=date(2026, 5, day))
        AuthorshipFactory(bill=bill, person=ana)
    AuthorshipFactory(bill=BillFactory(number="4-01", last_step_on=date(2026, 6, 1)), person=other)

    assert [bill.number for bill in signed_bills(ana.id, limit=5)] == ["2-01", "3-01", "1-01"]
    assert [bill.number for bill in signed_bills(ana.id, limit=1)] == ["2-01"]


def test_matters_of_the_senate_are_not_bills():
    ana = PersonFactory()
    AuthorshipFactory(bill=BillFactory(kind=BillKind.MATTER), person=ana)

    assert signed_bills(ana.id, limit=5) == []


@pytest.mark.parametrize("bills", [1, 3])
def test_they_are_one_query(bills, django_assert_num_queries):
    ana = PersonFactory()
    for _each in range(bills):
        AuthorshipFactory(bill=BillFactory(), person=ana)
    with django_assert_num_queries(1):
        assert len(signed_bills(ana.id, limit=5)) == bills
