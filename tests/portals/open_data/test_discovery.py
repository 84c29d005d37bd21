"""What crawlers and browsers look for by themselves."""

import pytest
from defusedxml.ElementTree import fromstring
from django.urls import Resolver404, resolve

from legislation.search import selectors_addresses
from tests.factories.bills import BillFactory

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
SITE = "http://testserver"


def addresses_in(client, path: str) -> list[str]:
    return [loc.text for loc in fromstring(client.get(path).content).iter(f"{MAP}loc")]


class TestTheSitemap:
    def test_lists_a_map_for_each_kind_of_thing_with_its_last_change(self, client, senate):
        maps = fromstring(client.get("/sitemap.xml").content).findall(f"{MAP}sitemap")

        assert {one.findtext(f"{MAP}loc"): one.findtext(f"{MAP}lastmod") for one in maps} == {
            f"{SITE}/sitemap-paginas-1.xml": None,
            f"{SITE}/sitemap-proyectos-1.xml": "2026-10-07",
            f"{SITE}/sitemap-asuntos-1.xml": "2026-04-01",
            f"{SITE}/sitemap-textos-1.xml": "2026-03-03",
            f"{SITE}/sitemap-votaciones-1.xml": "2026-10-07",
            f"{SITE}/sitemap-senadores-1.xml": None,
            f"{SITE}/sitemap-comisiones-1.xml": None,
            f"{SITE}/sitemap-sesiones-1.xml": None,
        }

    def test_lists_each_page_in_both_languages_and_says_that_they_are_one(self, client, senate):
        root = fromstring(client.get("/sitemap-proyectos-1.xml").content)
        spanish, english = root.findall(f"{MAP}url")
        known = {
            "es-CL": f"{SITE}/proyectos/17345-11/",
            "en": f"{SITE}/en/proyectos/17345-11/",
            "x-default": f"{SITE}/proyectos/17345-11/",
        }

        assert spanish.findtext(f"{MAP}loc") == known["es-CL"]
        assert english.findtext(f"{MAP}loc") == known["en"]
        for page in (spanish, english):
            assert page.findtext(f"{MAP}lastmod") == "2026-10-07"
            links = {link.get("hreflang"): link.get("href") for link in page.findall(LINK)}
            assert links == known

    def test_leads_only_to_pages_that_exist(self, client, senate):
        for sitemap in addresses_in(client, "/sitemap.xml"):
            for address in addresses_in(client, sitemap.removeprefix(SITE)):
                path = address.removeprefix(SITE)
                if not path.startswith("/en/"):
                    assert is_a_page(path), path

    def test_is_cut_by_primary_keys_so_that_nothing_moves(self, client, monkeypatch):
        monkeypatch.setattr(selectors_addresses, "CHUNK", 2)
        bills = [BillFactory(number=f"{number}-01") for number in range(1, 6)]
        found = [
            [
                address
                for address in addresses_in(client, path.removeprefix(SITE))
                if "/en/" not in address
            ]
            for path in addresses_in(client, "/sitemap.xml")
            if "proyectos" in path
        ]

        assert max(len(chunk) for chunk in found) <= 2
        assert [address for chunk in found for address in chunk] == [
            f"{SITE}/proyectos/{bill.number}/" for bill in bills
        ]

    def test_gives_no_day_in_the_future(self, client, senate):
        root = fromstring(client.get("/sitemap-sesiones-1.xml").content)
        days = {
            page.findtext(f"{MAP}loc"): page.findtext(f"{MAP}lastmod")
            for page in root.findall(f"{MAP}url")
        }

        assert days[f"{SITE}/sesiones/374/39/"] == "2026-10-07"
        assert days[f"{SITE}/sesiones/374/40/"] is None

    def test_tells_a_crawler_that_nothing_changed(self, client, senate, django_assert_num_queries):
        etag = client.get("/sitemap-proyectos-1.xml").headers["ETag"]

        with django_assert_num_queries(1):
            again = client.get("/sitemap-proyectos-1.xml", headers={"if-none-match": etag})

        assert (again.status_code, again.content) == (304, b"")

    @pytest.mark.parametrize("bills", [1, 3])
    def test_costs_a_query_a_kind(self, client, django_assert_num_queries, bills):
        for _ in range(bills):
            BillFactory()

        with django_assert_num_queries(8):
            client.get("/sitemap.xml")
        with django_assert_num_queries(2):
            client.get("/sitemap-proyectos-1.xml")

    def test_of_an_empty_record_has_the_entrances_and_the_regions(self, client):
        pages = addresses_in(client, "/sitemap-paginas-1.xml")

        assert addresses_in(client, "/sitemap.xml") == [f"{SITE}/sitemap-paginas-1.xml"]
        assert {f"{SITE}/", f"{SITE}/en/", f"{SITE}/proyectos/", f"{SITE}/regiones/nuble/"} <= {
            *pages
        }


def is_a_page(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def test_robots_may_read_everything_but_searches(client):
    assert client.get("/robots.txt").content.decode() == (
        "User-agent: *\n"
        "Disallow: /buscar/\n"
        "Disallow: /en/buscar/\n"
        "Allow: /\n"
        "\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )


@pytest.mark.parametrize(
    ("path", "language", "search"),
    [
        ("/opensearch.xml", "es-CL", f"{SITE}/buscar/?q={{searchTerms}}"),
        ("/en/opensearch.xml", "en", f"{SITE}/en/buscar/?q={{searchTerms}}"),
    ],
)
def test_a_browser_is_told_how_to_search_in_each_language(client, path, language, search):
    description = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = fromstring(client.get(path).content)
    found = {url.get("type"): url.get("template") for url in root.findall(f"{description}Url")}

    assert root.findtext(f"{description}Language") == language
    assert len(root.findtext(f"{description}ShortName")) <= 16
    assert found == {
        "text/html": search,
        "application/atom+xml": f"{SITE}/buscar.atom?q={{searchTerms}}",
    }
