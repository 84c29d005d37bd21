"""Every address of the portal is known here, and those that moved say where they lead."""

import pytest
from django.urls import resolve

from tests.journeys.addresses import (
    MOVED,
    NOT_FOUND,
    PAGES,
    VARIANTS,
    in_both_languages,
    in_english,
    routes,
)


def routes_of(addresses):
    return {resolve(address.partition("?")[0]).route for address in addresses}


def test_every_address_of_the_portal_is_among_the_pages_or_the_moved():
    assert set(routes()) - routes_of(PAGES) - routes_of(MOVED) == set()


def test_the_pages_are_one_a_route():
    assert len(PAGES) == len(routes_of(PAGES))


def test_the_variants_bring_no_route_of_their_own():
    assert routes_of(VARIANTS) - routes_of(PAGES) == set()


@pytest.mark.parametrize("address", MOVED)
def test_a_moved_address_leads_where_it_should_in_each_language(reader, address):
    assert reader.get(address).headers["Location"] == MOVED[address]
    assert reader.get(in_english(address)).headers["Location"] == in_english(MOVED[address])


@pytest.mark.parametrize("address", in_both_languages(*NOT_FOUND))
def test_what_does_not_exist_is_not_found(reader, address):
    assert reader.get(address).status_code == 404
