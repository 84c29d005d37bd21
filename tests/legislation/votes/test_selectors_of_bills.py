from datetime import date

import pytest

from legislation.people.enums import Chamber
from legislation.people.models import Committee
from legislation.votes.selectors import votes_of_bill
from legislation.votes.selectors_of_bills import count_votes_of_bill, results_of_bill
from tests.factories.bills import BillFactory
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db


def test_the_votes_of_a_bill_come_newest_first_and_of_the_floor_only(django_assert_num_queries):
    bill = BillFactory()
    committee = Committee.objects.create(slug="salud", name="Salud", chamber=Chamber.SENATE)
    older = take_vote(bill=bill, totals=(20, 10, 0, 0), on=date(2026, 5, 1), rule=None)
    newer = take_vote(bill=bill, totals=(31, 12, 3, 2), on=date(2026, 6, 1), in_office=50)
    take_vote(bill=bill, totals=(3, 2, 0, 0), session=sitting(committee=committee))
    take_vote(bill=BillFactory(), totals=(1, 0, 0, 0))

    with django_assert_num_queries(2):
        results, count = results_of_bill(bill.id), count_votes_of_bill(bill.id)

    assert [row.id for row in results] == [newer.id, older.id]
    assert count == 2


def test_a_result_says_the_same_as_any_other_row_of_a_vote():
    bill = BillFactory(plain_title="Esperas más cortas")
    take_vote(bill=bill, totals=(31, 12, 3, 2), in_office=50, published=(31, 12, 3, 1))
    take_vote(bill=bill, totals=(20, 10, 0, 0), rule=None)

    assert results_of_bill(bill.id) == [tuple(row) for row in votes_of_bill(bill.id)]
