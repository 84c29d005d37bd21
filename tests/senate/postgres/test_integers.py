"""An integer is stored as itself or not at all."""

import pytest
from django.db import DataError, models, transaction
from psycopg.types.numeric import Int8

from legislation.bills.models import Bill
from legislation.people.models import Person
from legislation.provenance.services import amend
from legislation.votes.models import Vote
from senate.postgres.integers import OUT_OF_RANGE, EightBytes
from tests.factories.bills import BillFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

TOO_LARGE = [2**31, 2**32 + 5, 99_999_999_999, 10**30]


@pytest.mark.parametrize("number", TOO_LARGE)
def test_a_row_that_is_saved_never_keeps_another_number(number: int) -> None:
    bill = BillFactory(law_number=21_000)

    with pytest.raises(DataError), transaction.atomic():
        amend(bill, source=None, law_number=number)

    assert Bill.objects.get().law_number == 21_000


@pytest.mark.parametrize("number", TOO_LARGE)
def test_neither_does_one_that_is_created_or_updated(number: int) -> None:
    PersonFactory(senate_id=7)

    with pytest.raises(DataError), transaction.atomic():
        PersonFactory(senate_id=number)
    with pytest.raises(DataError), transaction.atomic():
        Person.objects.update(senate_id=number)

    assert list(Person.objects.values_list("senate_id", flat=True)) == [7]


def test_a_small_column_refuses_what_two_bytes_do_not_hold() -> None:
    small = Vote._meta.get_field("published_yes")
    assert isinstance(small, models.PositiveSmallIntegerField)

    with pytest.raises(DataError), transaction.atomic():
        Vote.objects.filter(published_yes__in=[2**16 + 3]).first()


def test_eight_bytes_hold_no_more_than_they_hold() -> None:
    dumper = EightBytes(Int8)

    assert dumper.dump(-(2**63)) == b"\x80" + bytes(7)
    with pytest.raises(Exception, match=OUT_OF_RANGE):
        dumper.dump(2**63)


def test_the_largest_and_the_smallest_numbers_are_kept() -> None:
    bill = BillFactory(law_number=2**31 - 1)

    assert Bill.objects.get(pk=bill.pk).law_number == 2**31 - 1
