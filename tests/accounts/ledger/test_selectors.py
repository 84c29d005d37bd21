"""Officials search the ledger by object, person and period, page after page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts.actors import SYSTEM, Actor
from accounts.ledger import permissions, selectors
from accounts.ledger.models import LedgerEntry
from accounts.models import User
from accounts.roles import OFFICIALS_PORTAL, Role
from tests.accounts.ledger.acts import act, acts, official

pytestmark = pytest.mark.django_db


def numbers(found: list[selectors.Act]) -> list[int]:
    return [one.sequence for one in found]


def test_the_newest_comes_first_and_the_next_page_goes_on() -> None:
    acts(5)

    first = selectors.entries(limit=2)
    second = selectors.entries(limit=2, after_sequence=first[-1].sequence)

    assert (numbers(first), numbers(second)) == ([5, 4], [3, 2])


def test_an_object_is_found_by_what_is_about_it_and_what_touches_it() -> None:
    act(1)
    act(2, others=[("bill", "90001-07")])
    act(3)
    act(4, object_kind="matter", object_key="90001-07")

    assert numbers(selectors.entries(object=("bill", "90001-07"))) == [2, 1]


def test_a_person_is_found_with_their_name() -> None:
    named = User.objects.create_user("ana@senado.example", name="Ana Ríos")
    unnamed = User.objects.create_user("b@senado.example")
    act(1, actor=official(named.pk))
    act(2, actor=official(unnamed.pk))
    act(3)
    act(4, actor=official(999_999))

    assert [one.actor for one in selectors.entries()] == ["", "", "b@senado.example", "Ana Ríos"]
    assert [one.actor_id for one in selectors.entries()] == [999_999, None, unnamed.pk, named.pk]
    assert numbers(selectors.entries(actor=named.pk)) == [1]


def test_a_period_has_its_beginning_and_not_its_end() -> None:
    first, second, third = acts(3)

    found = selectors.entries(since=first.recorded_at, until=third.recorded_at)

    assert numbers(found) == [2, 1]
    assert numbers(selectors.entries(since=second.recorded_at)) == [3, 2]
    assert selectors.entries(since=third.recorded_at + timedelta(microseconds=1)) == []


def test_conditions_are_met_together() -> None:
    act(1, act="bill.filed")
    act(1, act="bill.admitted")
    act(2, act="bill.admitted")

    assert numbers(selectors.entries(act="bill.admitted", object=("bill", "90001-07"))) == [2]


@pytest.mark.parametrize("count", [1, 6])
def test_a_page_takes_one_statement_however_many_acts(
    count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        user = User.objects.create_user(f"{number}@senado.example", name=f"N{number}")
        act(number, actor=official(user.pk))

    with django_assert_num_queries(1):
        assert {one.actor for one in selectors.entries()} == {f"N{n}" for n in range(count)}


def test_one_row_is_read_with_its_payload_and_who_acted() -> None:
    row = act(1)

    assert selectors.get_entry(row.sequence).payload == row.payload
    with pytest.raises(LedgerEntry.DoesNotExist):
        selectors.get_entry(row.sequence + 1)


def test_the_size_is_the_number_of_the_last_row() -> None:
    assert selectors.size() == 0
    acts(3)
    assert selectors.size() == 3


@pytest.mark.parametrize("role", Role)
def test_officials_read_the_ledger_and_others_are_told_who_does(role: Role) -> None:
    decision = permissions.can_read(Actor(user_id=1, name="Ana", roles=frozenset({role})))

    assert bool(decision) is (role in OFFICIALS_PORTAL)
    assert bool(decision.reason) is not bool(decision)
    assert permissions.can_read(SYSTEM)
