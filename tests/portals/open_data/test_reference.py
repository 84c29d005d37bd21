"""The page for people who write programs."""

from collections import Counter
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.django_db

BOTH = ["/api/", "/en/api/"]


@pytest.fixture(params=BOTH)
def soup(client, request) -> BeautifulSoup:
    return BeautifulSoup(client.get(request.param).content, "html.parser")


def test_has_every_operation_and_every_shape(soup, client):
    document = client.get("/api/v1/openapi.json").json()
    ids = {element["id"] for element in soup.find_all(id=True)}
    operations = {methods["get"]["operationId"] for methods in document["paths"].values()}
    shapes = {
        f"forma-{name}"
        for name in document["components"]["schemas"]
        if not name.startswith("One") and not name.endswith("List")
    }

    assert operations | shapes <= ids


def test_every_link_inside_it_leads_somewhere(soup):
    ids = {element["id"] for element in soup.find_all(id=True)}
    inside = {link["href"][1:] for link in soup.select('main a[href^="#"]')}

    assert inside
    assert inside <= ids


def test_explains_every_problem_where_the_problems_lead(soup):
    problems = ("parameters", "absent", "method", "format", "limit", "failure")

    assert all(soup.find(id=f"problem-{problem}") for problem in problems)


def test_states_the_limits(soup):
    words = soup.main.get_text(" ")

    assert "300" in words
    assert {"100", "50"} <= set(words.replace(",", " ").split())


def test_has_no_script_nor_style_of_its_own(soup):
    assert [script for script in soup.find_all("script") if not script.get("src")] == []
    assert soup.find_all(style=True) == []
    assert soup.find_all(["iframe", "style"]) == []


def test_has_one_title_headings_in_order_and_no_identifier_twice(soup):
    ids = Counter(element["id"] for element in soup.find_all(id=True))
    levels = [int(one.name[1]) for one in soup.main.find_all(["h1", "h2", "h3", "h4"])]

    assert [name for name, times in ids.items() if times > 1] == []
    assert levels[0] == levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_language_leads_to_the_other(client):
    spanish, english = (BeautifulSoup(client.get(path).content, "html.parser") for path in BOTH)

    assert spanish.html["lang"] == "es-CL"
    assert english.html["lang"] == "en"
    alternates = {link["hreflang"]: link["href"] for link in spanish.select("link[hreflang]")}
    assert alternates["en"] == "http://testserver/en/api/"
    assert "Datos abiertos" in spanish.h1.get_text()
    assert "Open data" in english.h1.get_text()


@pytest.mark.parametrize("path", BOTH)
def test_costs_one_query(client, django_assert_num_queries, path):
    client.get(path)

    with django_assert_num_queries(1):
        client.get(path)
