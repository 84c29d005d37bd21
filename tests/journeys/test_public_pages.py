"""What every public page promises to caches, to other machines and to whoever reads its source."""

from collections import Counter
from functools import lru_cache
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders

from tests.journeys.addresses import EVERYTHING, PAGES, in_both_languages

BOTH = in_both_languages(*EVERYTHING)


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("address", BOTH)
def test_anybody_may_keep_it(reader, address):
    response = reader.get(address)
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()
    assert "public" in response.headers["Cache-Control"]
    assert response.headers["Content-Language"] == ("en" if address.startswith("/en/") else "es")


@pytest.mark.parametrize("address", BOTH)
def test_whoever_has_it_already_is_told_so(reader, address):
    etag = reader.get(address).headers["ETag"]
    again = reader.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert reader.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_one_may_ask_for_its_head_and_may_not_post(reader, address):
    head = reader.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == reader.get(address).headers["ETag"]
    assert reader.post(address).status_code == 405


@pytest.mark.parametrize("address", BOTH)
def test_it_has_neither_script_nor_style_of_its_own(reader, address):
    soup = soup_of(reader.get(address))
    scripts = [tag for tag in soup.find_all("script") if tag.get("type") != "application/ld+json"]
    assert [tag for tag in scripts if not tag.get("src")] == []
    assert soup.find_all("style") == []
    assert soup.find_all(style=True) == []
    assert [t for t in soup.find_all(True) if any(name.startswith("on") for name in t.attrs)] == []


@pytest.mark.parametrize("address", BOTH)
def test_it_has_one_title_and_no_identifier_twice(reader, address):
    soup = soup_of(reader.get(address))
    ids = Counter(tag["id"] for tag in soup.find_all(id=True))
    assert len(soup.find_all("h1")) == 1
    assert [name for name, times in ids.items() if times > 1] == []
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget")
    asked = {word for tag in soup.find_all(True) for n in names for word in tag.get(n, "").split()}
    assert asked - ids.keys() == set()


@pytest.mark.parametrize("address", BOTH)
def test_headings_never_skip_a_level(reader, address):
    headings = soup_of(reader.get(address)).main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    levels = [int(heading.name[1]) for heading in headings]
    assert levels[0] == 1
    skipped = [
        heading.get_text(" ", strip=True)
        for before, level, heading in zip(levels, levels[1:], headings[1:], strict=False)
        if level > before + 1
    ]
    assert skipped == []


@pytest.mark.parametrize("english", [False, True])
def test_every_page_has_a_title_of_its_own(reader, english):
    titles = Counter()
    for address in in_both_languages(*PAGES)[english::2]:
        soup = soup_of(reader.get(address))
        # Another order of the seats is the same page, and says so.
        if soup.find("link", rel="canonical")["href"].endswith(address):
            titles[soup.title.get_text()] += 1
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.fixture(scope="module")
def links(reader):
    """Every address of this site that a page names, with one page that names it."""
    found = {}
    for address in BOTH:
        soup = soup_of(reader.get(address))
        for tag in soup.find_all(["a", "link", "form", "img", "script", "use"]):
            href = tag.get("href") or tag.get("action") or tag.get("src") or ""
            target = urljoin(f"http://testserver{address}", href)
            if urlsplit(target).netloc == "testserver":
                found.setdefault(target.removeprefix("http://testserver"), address)
    return found


def test_every_link_leads_somewhere(reader, links):
    pages = {urldefrag(link).url: page for link, page in links.items()}
    broken = {link: page for link, page in pages.items() if not leads_somewhere(reader, link)}
    assert broken == {}


def leads_somewhere(reader, address):
    if address.startswith("/static/"):
        return finders.find(address.removeprefix("/static/")) is not None
    response = reader.get(address, follow=True)
    if getattr(response, "streaming", False):
        response.close()
    return response.status_code == 200


def test_every_link_into_a_page_finds_its_place(reader, links):
    @lru_cache
    def places(address):
        return {tag["id"] for tag in soup_of(reader.get(address, follow=True)).find_all(id=True)}

    lost = {
        link: page
        for link, page in links.items()
        if (split := urldefrag(link)).fragment
        and not split.url.startswith("/static/")
        and split.fragment not in places(split.url)
    }
    assert lost == {}


@pytest.mark.parametrize("address", BOTH)
def test_it_asks_the_database_eight_questions_at_most(
    reader, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        reader.get(address)
