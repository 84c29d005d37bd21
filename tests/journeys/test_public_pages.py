"""What every public page promises to caches, to other machines and to whoever reads its source."""

from collections import Counter
from itertools import pairwise

import pytest

from tests.journeys.addresses import PAGES, VARIANTS, in_both_languages
from tests.journeys.pages import fetch

OWN_TITLE = in_both_languages(*PAGES)


@pytest.fixture(scope="module", params=(*in_both_languages(*PAGES), *VARIANTS))
def seen(request, reader):
    return fetch(reader, request.param)


def test_it_is_there(seen):
    assert seen.response.status_code == 200
    assert seen.response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_anybody_may_keep_it(seen):
    headers = seen.response.headers
    assert not seen.response.cookies
    assert "cookie" not in headers.get("Vary", "").lower()
    assert "public" in headers["Cache-Control"]


def test_whoever_has_it_already_is_told_so(reader, seen):
    again = reader.get(seen.address, headers={"If-None-Match": seen.response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == seen.response.headers["Cache-Control"]


def test_it_costs_eight_queries_at_most(reader, seen, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        reader.get(seen.address, headers={"If-None-Match": '"another"'})


def test_it_has_neither_script_nor_style_of_its_own(seen):
    everything = seen.soup.find_all(True)
    scripts = [tag for tag in everything if tag.name == "script" and not tag.get("src")]
    assert [tag for tag in scripts if tag.get("type") != "application/ld+json"] == []
    assert [tag for tag in everything if tag.name == "style" or tag.has_attr("style")] == []
    assert [tag for tag in everything if any(name.startswith("on") for name in tag.attrs)] == []


def test_it_has_one_first_heading_and_skips_no_level(seen):
    headings = seen.soup.body.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    levels = [int(heading.name[1]) for heading in headings]
    assert levels.count(1) == 1
    inside = [int(h.name[1]) for h in headings if h.find_parent("main")]
    assert inside[0] == 1
    assert [b for a, b in pairwise(inside) if b > a + 1] == []


def test_every_identifier_is_unique_and_every_reference_is_answered(seen):
    ids = Counter(tag["id"] for tag in seen.soup.find_all(id=True))
    assert [name for name, times in ids.items() if times > 1] == []
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget")
    tags = seen.soup.find_all(True)
    asked = {word for tag in tags for name in names for word in tag.get(name, "").split()}
    assert asked - ids.keys() == set()


@pytest.mark.parametrize("address", PAGES)
def test_one_may_ask_for_its_head_and_may_not_post(reader, address):
    head = reader.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == reader.get(address).headers["ETag"]
    assert reader.post(address).status_code == 405


@pytest.mark.parametrize("addresses", [OWN_TITLE[::2], OWN_TITLE[1::2]], ids=["es", "en"])
def test_every_page_has_a_title_of_its_own(reader, addresses):
    pages = [fetch(reader, address) for address in addresses]
    # Another order of the same seats is the same page, and its canonical address says so.
    titles = Counter(
        page.soup.title.get_text() for page in pages if page.canonical.endswith(page.address)
    )
    assert [title for title, times in titles.items() if times > 1] == []
