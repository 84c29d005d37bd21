"""Pairs (RS 9): a senator is paired with one other at a time."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from legislation.people.models import Person
from legislation.votes.models import Pair
from tests.factories.people import PersonFactory, days
from tests.factories.votes import pair

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 8)


@pytest.fixture
def people() -> tuple[Person, Person, Person, Person]:
    return PersonFactory(), PersonFactory(), PersonFactory(), PersonFactory()


@pytest.mark.parametrize("places", [(0, 2), (2, 0), (1, 2), (2, 1), (1, 0), (0, 1)])
def test_nobody_is_in_two_pairs_on_one_day_whichever_is_named_first(
    people: tuple[Person, ...], places: tuple[int, int]
) -> None:
    pair(people[0], people[1], FIRST, LAST)

    with pytest.raises(IntegrityError, match="one_pair_at_a_time"), transaction.atomic():
        pair(people[places[0]], people[places[1]], date(2026, 10, 7), None)


def test_a_pair_may_follow_another_and_others_may_be_paired_meanwhile(
    people: tuple[Person, ...],
) -> None:
    pair(people[0], people[1], FIRST, LAST)

    pair(people[1], people[0], LAST, None)
    pair(people[2], people[3], FIRST, LAST)

    assert Pair.objects.count() == 3


def test_a_second_pair_is_found_before_it_is_written(people: tuple[Person, ...]) -> None:
    pair(people[0], people[1], FIRST, LAST)

    with pytest.raises(ValidationError, match="one_pair_at_a_time"):
        Pair(one=people[2], other=people[0], during=days(FIRST, None)).full_clean()
