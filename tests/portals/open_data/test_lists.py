"""Lists are walked from end to end: nothing is lost, nothing comes twice."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.factories.bills import BillFactory
from tests.factories.people import PersonFactory
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

FIRST = date(2026, 1, 1)
# A few days, so that many bills move on the same one.
DAYS = some.lists(some.integers(0, 4), max_size=12)
SIZES = some.integers(1, 5)


def walk(start: str, way: str = "next") -> list[str]:
    """Every identifier from an address on, page by page."""
    found: list[str] = []
    address: str | None = start
    while address:
        page = Client().get(address).json()
        ids = [one["id"] for one in page["results"]]
        found = found + ids if way == "next" else ids + found
        address = page[way]
    return found


def bills_that_moved_on(days: list[int]) -> list[str]:
    """Their identifiers in the order of the list: the last movement first, then the last made."""
    made = [
        BillFactory(number=f"{place + 1}-01", last_step_on=FIRST + timedelta(days=day))
        for place, day in enumerate(days)
    ]
    made.sort(key=lambda bill: (bill.last_step_on, bill.pk), reverse=True)
    return [f"bill/{bill.number}" for bill in made]


@settings(max_examples=20, deadline=None)
@given(days=DAYS, size=SIZES)
def test_a_walk_gives_every_bill_once_and_in_order(days, size):
    with transaction.atomic():
        expected = bills_that_moved_on(days)

        assert walk(f"/api/v1/bills?limite={size}") == expected

        transaction.set_rollback(True)


@settings(max_examples=20, deadline=None)
@given(days=DAYS, size=SIZES)
def test_a_walk_back_gives_the_same(days, size):
    with transaction.atomic():
        expected = bills_that_moved_on(days)
        address, last = f"/api/v1/bills?limite={size}", None
        while address:
            last = address
            address = Client().get(address).json()["next"]

        assert walk(last, "previous") == expected

        transaction.set_rollback(True)


@settings(max_examples=20, deadline=None)
@given(days=some.lists(some.integers(0, 4), min_size=2, max_size=8), arriving=some.integers(0, 6))
def test_what_arrives_during_a_walk_hides_nothing_and_repeats_nothing(days, arriving):
    with transaction.atomic():
        expected = bills_that_moved_on(days)
        first = Client().get("/api/v1/bills?limite=1").json()
        BillFactory(number="9999-99", last_step_on=FIRST + timedelta(days=arriving))

        found = [first["results"][0]["id"], *walk(first["next"])]

        assert [one for one in found if one != "bill/9999-99"] == expected
        assert found.count("bill/9999-99") <= 1

        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "address", ["/api/v1/votes", "/api/v1/senators", "/api/v1/sessions", "/votaciones.json"]
)
def test_every_list_is_walked_alike(client, address):
    people = [PersonFactory(slug=f"persona-{n}") for n in range(5)]
    for number in range(1, 6):
        take_vote(yes=people, session=sitting(number))

    whole = walk(address)

    assert len(whole) == len(set(whole)) == 5
    assert walk(f"{address}?limite=2") == whole


def test_the_addresses_of_neighbours_keep_the_filters_and_are_in_a_header_too(client):
    for number in range(1, 4):
        BillFactory(number=f"{number}-01")

    response = client.get("/api/v1/bills?estado=en-tramitacion&limite=1")
    second = client.get(response.json()["next"])

    query = parse_qs(urlsplit(response.json()["next"]).query)
    assert (query["estado"], query["limite"]) == (["en-tramitacion"], ["1"])
    assert response.headers["Link"] == f'<{response.json()["next"]}>; rel="next"'
    assert second.headers["Link"] == (
        f'<{second.json()["next"]}>; rel="next", <{second.json()["previous"]}>; rel="prev"'
    )


def test_the_only_page_has_no_neighbours(client):
    BillFactory()

    response = client.get("/api/v1/bills")

    assert (response.json()["next"], response.json()["previous"]) == (None, None)
    assert "Link" not in response.headers
