"""Every address that a page of the portal names leads somewhere, and at once."""

import html
import re
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders

from tests.journeys.addresses import EVERYTHING, in_both_languages

HERE = "http://testserver"
STATIC = "/static/"
NAMED = re.compile(r'\b(?:href|action|src)="([^"]+)"')
PLACE = re.compile(r'\bid="([^"]+)"')


class Destination(NamedTuple):
    """What an address answers; ``named_by`` is one page that names it."""

    address: str
    named_by: str
    status: int
    places: frozenset[str]


@pytest.fixture(scope="module")
def links(reader):
    """Every address of this site that a page names, with one page that names it."""
    found = {}
    for address in in_both_languages(*EVERYTHING):
        for name in NAMED.findall(reader.get(address).content.decode()):
            target = urljoin(f"{HERE}{address}", html.unescape(name))
            if urlsplit(target).netloc == "testserver":
                found.setdefault(target.removeprefix(HERE), address)
    return found


@pytest.fixture(scope="module")
def destinations(reader, links):
    """Each of those addresses, asked for once, without the place inside it."""
    named_by = {urldefrag(link).url: page for link, page in links.items()}
    return {address: ask(reader, address, page) for address, page in named_by.items()}


def ask(reader, address, named_by):
    if address.startswith(STATIC):
        is_there = finders.find(address.removeprefix(STATIC)) is not None
        return Destination(address, named_by, 200 if is_there else 404, frozenset())
    answer = reader.get(address)
    text = answer.content.decode() if "html" in answer.headers["Content-Type"] else ""
    return Destination(address, named_by, answer.status_code, frozenset(PLACE.findall(text)))


def test_every_link_leads_somewhere(destinations):
    broken = {
        place.address: f"{place.status}, named by {place.named_by}"
        for place in destinations.values()
        if place.status not in (200, 301, 302)
    }
    assert broken == {}


def test_no_page_names_an_address_that_has_moved_for_good(destinations):
    moved = {
        place.address: place.named_by for place in destinations.values() if place.status == 301
    }
    assert moved == {}


def test_what_only_leads_elsewhere_leads_to_a_page(reader, destinations):
    elsewhere = [place.address for place in destinations.values() if place.status == 302]
    ends = {address: reader.get(address, follow=True).status_code for address in elsewhere}
    assert {address: status for address, status in ends.items() if status != 200} == {}


def test_every_link_into_a_page_finds_its_place(destinations, links):
    lost = {
        link: page
        for link, page in links.items()
        if (split := urldefrag(link)).fragment
        and destinations[split.url].status == 200
        and split.fragment not in destinations[split.url].places
    }
    assert lost == {}
