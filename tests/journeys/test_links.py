"""Every address that a page of the portal names leads somewhere."""

from functools import lru_cache
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders

from tests.journeys.addresses import EVERYTHING, in_both_languages
from tests.journeys.pages import fetch

HERE = "http://testserver"
STATIC = "/static/"


@pytest.fixture(scope="module")
def links(reader):
    """Every address of this site that a page names, with one page that names it."""
    found = {}
    for address in in_both_languages(*EVERYTHING):
        for tag in fetch(reader, address).soup.find_all(["a", "link", "form", "img", "script"]):
            href = tag.get("href") or tag.get("action") or tag.get("src") or ""
            target = urljoin(f"{HERE}{address}", href)
            if urlsplit(target).netloc == "testserver":
                found.setdefault(target.removeprefix(HERE), address)
    return found


def test_every_link_leads_somewhere(reader, links):
    pages = {urldefrag(link).url: page for link, page in links.items()}
    broken = {link: page for link, page in pages.items() if not leads_somewhere(reader, link)}
    assert broken == {}


def leads_somewhere(reader, address):
    if address.startswith(STATIC):
        return finders.find(address.removeprefix(STATIC)) is not None
    return reader.get(address, follow=True).status_code == 200


def test_no_link_leads_by_way_of_another_address(reader, links):
    """One step, not two: but for those that choose among several, which are forms."""
    moved = {
        link: page
        for link, page in links.items()
        if not link.startswith(STATIC)
        and reader.get(urldefrag(link).url).status_code in (301, 308)
    }
    assert moved == {}


def test_every_link_into_a_page_finds_its_place(reader, links):
    @lru_cache
    def places(address):
        return {tag["id"] for tag in fetch(reader, address).soup.find_all(id=True)}

    lost = {
        link: page
        for link, page in links.items()
        if (split := urldefrag(link)).fragment
        and not link.startswith(STATIC)
        and split.fragment not in places(split.url)
    }
    assert lost == {}
