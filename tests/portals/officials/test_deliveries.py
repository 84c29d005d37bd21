"""What was given up, through the screens: seen by those who look after it, and run again."""

import pytest
from django.utils import timezone

from accounts.ledger.models import LedgerEntry
from accounts.roles import Role
from legislation.events.enums import DeliveryState
from legislation.events.models import Delivery
from tests.portals.officials.conftest import HOME, file_one

LIST = f"{HOME}entregas/"


def give_up(entry: LedgerEntry, reaction: str) -> Delivery:
    return Delivery.objects.create(
        entry=entry,
        reaction=reaction,
        state=DeliveryState.DEAD,
        attempts=6,
        next_at=timezone.now(),
        last_error="OSError: no espacio <b>",
    )


@pytest.fixture
def dead(drafter) -> Delivery:
    file_one(drafter)
    return give_up(LedgerEntry.objects.latest("sequence"), "bills.tell")


def replay(client, delivery: Delivery):
    return client.post(f"{LIST}{delivery.pk}/repetir/")


@pytest.mark.parametrize("role", [Role.IT_ADMINISTRATOR, Role.FLOOR_SECRETARIAT])
def test_whoever_looks_after_it_sees_what_went_wrong_and_has_it_run_again(enter, dead, role):
    client = enter("iris", role)
    page = client.get(LIST).content.decode()
    assert "bills.tell" in page
    assert "OSError: no espacio &lt;b&gt;" in page
    answer = replay(client, dead)
    assert (answer.status_code, answer.url) == (302, LIST)
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == (DeliveryState.PENDING, 0)
    assert LedgerEntry.objects.latest("sequence").act == "delivery.replayed"
    assert "bills.tell" not in client.get(LIST).content.decode()


@pytest.mark.parametrize("role", [Role.QUALITY, Role.AUDITOR])
def test_others_read_it_with_the_reason_why_they_have_no_button(enter, dead, role):
    client = enter("nora", role)
    page = client.get(LIST).content.decode()
    assert "bills.tell" in page
    assert "repetir/" not in page
    assert 'class="refusal"' in page
    assert replay(client, dead).status_code == 403
    dead.refresh_from_db()
    assert dead.state == DeliveryState.DEAD


def test_no_other_official_sees_them(drafter, approver, secretary, dead):
    for client in (drafter, approver, secretary):
        assert client.get(LIST).status_code == 403
        assert replay(client, dead).status_code == 403


def test_one_that_was_not_given_up_is_refused_and_one_that_is_not_there_not_found(floor, dead):
    assert replay(floor, dead).status_code == 302
    assert replay(floor, dead).status_code == 422
    assert floor.post(f"{LIST}999999/repetir/").status_code == 404
    assert floor.get(f"{LIST}{dead.pk}/repetir/").url == LIST


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number(floor, drafter, count, django_assert_num_queries):
    file_one(drafter)
    entry = LedgerEntry.objects.latest("sequence")
    for number in range(count):
        give_up(entry, f"bills.tell.{number}")
    floor.get(LIST)
    with django_assert_num_queries(5):
        page = floor.get(LIST, {"reaccion": "tell"}).content.decode()
    assert page.count("repetir/") == count
