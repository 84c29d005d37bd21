"""Every page says where its data, its feed and its calendar are, and they are there."""

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.bills.enums import BillKind, Initiative, Status, UrgencyKind
from tests.factories.bills import BillFactory, UrgencyFactory
from tests.factories.small_senate import SmallSenate, a_small_senate, make_searchable

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)

OFFERED = {
    "/proyectos/": ["/proyectos.csv", "/proyectos.json", "/proyectos.atom"],
    "/asuntos/": ["/asuntos.csv", "/asuntos.json", "/asuntos.atom"],
    "/proyectos/17345-11/": ["/proyectos/17345-11.json", "/proyectos/17345-11.atom"],
    "/asuntos/2734-14/": ["/asuntos/2734-14.json", "/asuntos/2734-14.atom"],
    "/votaciones/": ["/votaciones.csv", "/votaciones.json", "/votaciones.atom"],
    "/votaciones/374/39/1/": ["/votaciones/374/39/1.csv", "/votaciones/374/39/1.json"],
    "/senadores/": ["/senadores.csv", "/senadores.json"],
    "/senadores/irene-calfun/": [
        "/senadores/irene-calfun.json",
        "/senadores/irene-calfun.atom",
    ],
    "/senadores/irene-calfun/votaciones/": ["/senadores/irene-calfun/votaciones.csv"],
    "/comisiones/": ["/comisiones.csv", "/comisiones.json"],
    "/comisiones/salud/": ["/comisiones/salud/agenda.ics", "/comisiones/salud.json"],
    "/sesiones/": [
        "/sesiones.csv?organo=sala",
        "/sesiones.json?organo=sala",
        "/sesiones/sala.ics",
    ],
    "/sesiones/374/39/": ["/sesiones/374/39.json"],
    "/agenda/": ["/agenda.ics", "/sesiones/sala.ics"],
    "/agenda/2026/10/": [
        "/sesiones.csv?desde=2026-10-01&hasta=2026-10-31",
        "/sesiones.json?desde=2026-10-01&hasta=2026-10-31",
    ],
    "/agenda/2026/": [
        "/sesiones.csv?desde=2026-01-01&hasta=2026-12-31",
        "/sesiones.json?desde=2026-01-01&hasta=2026-12-31",
    ],
}


@pytest.fixture(autouse=True)
def it_is_november(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def senate(db) -> SmallSenate:
    return a_small_senate()


def page(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def shown(soup: BeautifulSoup) -> list[str]:
    return [link["href"] for link in soup.select("main .downloads a")]


def named(soup: BeautifulSoup) -> list[str]:
    return [link["href"] for link in soup.select("head link[rel=alternate][type]")]


def numbers(client, address: str) -> list[str]:
    return [bill["number"] for bill in client.get(address).json()["results"]]


@pytest.mark.parametrize("root", ["", "/en"])
@pytest.mark.parametrize("path", OFFERED)
def test_a_page_shows_its_other_forms_and_names_them_to_programs(client, root, path):
    soup = page(client, root + path)

    assert shown(soup) == OFFERED[path]
    assert named(soup) == OFFERED[path]


@pytest.mark.parametrize("path", OFFERED)
def test_each_form_is_there_and_is_what_it_is_said_to_be(client, path):
    for link in page(client, path).select("main .downloads a"):
        response = client.get(link["href"])

        assert response.status_code == 200, link["href"]
        assert response.headers["Content-Type"].partition(";")[0] == link["type"]


def test_a_feed_is_named_after_its_page_and_its_form(client):
    soup = page(client, "/en/senadores/irene-calfun/")

    assert [(link["title"], link["type"]) for link in soup.select("head link[type*=atom]")] == [
        ("Irene Calfún Ovalle · Atom", "application/atom+xml")
    ]


def test_a_search_names_the_feed_of_its_bills(client, senate):
    make_searchable()

    soup = page(client, "/buscar/?q=espera&estado=en-tramitacion")

    assert named(soup) == ["/buscar.atom?q=espera&estado=en-tramitacion"]
    assert client.get(named(soup)[0]).status_code == 200


@pytest.mark.parametrize("path", ["/", "/aprende/", "/glosario/", "/senadores/comparar/"])
def test_a_page_without_other_forms_offers_none(client, path):
    soup = BeautifulSoup(client.get(path).content, "html.parser")

    assert (shown(soup), named(soup)) == ([], [])


EVERY_FILTER = {
    "estado": "en-tramitacion",
    "etapa": "primer-tramite",
    "origen": "senado",
    "iniciativa": "mensaje",
    "urgencia": "suma",
    "comision": "salud",
    "materia": "salud",
    "anio": "2026",
    "autor": "irene-calfun",
}


@pytest.mark.parametrize("name", EVERY_FILTER)
@pytest.mark.parametrize("root", ["/proyectos", "/asuntos"])
def test_bills_narrowed_by_anything_are_narrowed_alike_in_every_form(client, root, name):
    query = f"?{name}={EVERY_FILTER[name]}"

    forms = shown(page(client, f"{root}/{query}"))

    assert forms == [f"{root}.{ending}{query}" for ending in ("csv", "json", "atom")]
    assert [client.get(form).status_code for form in forms] == [200, 200, 200]


def test_narrowed_bills_are_the_same_ones_in_the_data(client):
    one = BillFactory(number="100-01", initiative=Initiative.MESSAGE, status=Status.PUBLISHED)
    BillFactory(number="200-01", initiative=Initiative.MESSAGE, status=Status.ARCHIVED)
    BillFactory(number="300-01", kind=BillKind.MATTER, status=Status.PUBLISHED)
    UrgencyFactory(bill=one, position=1, kind=UrgencyKind.SUMA)

    soup = page(client, "/proyectos/?estado=publicado&iniciativa=mensaje")
    table, data, _feed = shown(soup)

    assert [line["value"] for line in soup.select(".bill-line data")] == ["100-01"]
    assert numbers(client, data) == ["100-01"]
    rows = list(csv.DictReader(StringIO(client.get(table).content.decode("utf-8-sig"))))
    assert [row["number"] for row in rows] == ["100-01"]


def test_a_page_further_on_still_offers_the_whole_list(client):
    for n in range(31):
        BillFactory(number=f"{n + 100}-01")
    onwards = page(client, "/proyectos/?origen=senado").select_one("a[rel=next]")

    assert shown(page(client, onwards["href"])) == [
        f"/proyectos.{ending}?origen=senado" for ending in ("csv", "json", "atom")
    ]


@pytest.mark.parametrize(
    "query",
    [
        "tipo=general",
        "resultado=empate",
        "anio=2026",
        "boletin=17345-11",
        "tipo=general&resultado=empate&anio=2026&boletin=17345-11",
        "anio=1900",
    ],
)
def test_votes_narrowed_by_anything_are_narrowed_alike_in_every_form(client, query):
    forms = shown(page(client, f"/votaciones/?{query}"))

    assert forms == [f"/votaciones.{ending}?{query}" for ending in ("csv", "json", "atom")]
    assert [client.get(form).status_code for form in forms] == [200, 200, 200]


def test_votes_of_a_bill_are_the_same_ones_in_the_data(client):
    _table, data, _feed = shown(page(client, "/votaciones/?boletin=17345-11"))

    votes = client.get(data).json()["results"]

    assert [vote["position"] for vote in votes] == [1]


@pytest.mark.parametrize("number", ["17345", "<b>", "no-hay", "1-01"])
def test_a_number_that_finds_nothing_leads_to_no_data(client, number):
    soup = page(client, f"/votaciones/?boletin={number}")

    assert (shown(soup), named(soup)) == ([], [])


@pytest.mark.parametrize("query", ["respuesta=si", "anio=2026", "tipo=general", "anio=1900"])
def test_votes_of_a_senator_keep_their_filters(client, query):
    [table] = shown(page(client, f"/senadores/irene-calfun/votaciones/?{query}"))

    assert table == f"/senadores/irene-calfun/votaciones.csv?{query}"
    assert client.get(table).status_code == 200


def test_sittings_of_a_legislature_are_the_same_ones_in_the_data(client):
    _table, data, _calendar = shown(page(client, "/sesiones/?legislatura=374"))

    assert data == "/sesiones.json?organo=sala&legislatura=374"
    sittings = client.get(data).json()["results"]
    assert [one["number"] for one in sittings] == [40, 39]
    assert {one["committee"] for one in sittings} == {None}


def test_a_month_of_the_agenda_gives_the_sittings_of_that_month(client):
    data = shown(page(client, "/agenda/2026/10/"))[1]

    assert {one["held_on"] for one in client.get(data).json()["results"]} == {
        "2026-10-06",
        "2026-10-07",
    }


def described(client, address: str) -> dict[str, object]:
    [script] = page(client, address).select('script[type="application/ld+json"]')
    return json.loads(script.string)


def test_a_senator_is_described_to_machines(client, senate):
    senate.irene.email = "irene@senado.example"
    senate.irene.curriculum_url = "https://senado.example/irene"
    senate.irene.save()

    assert described(client, "/en/senadores/irene-calfun/") == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "Irene Calfún Ovalle",
        "jobTitle": "Senator for Región del Maule",
        "worksFor": {"@type": "GovernmentOrganization", "name": "Senado de Chile"},
        "areaServed": {"@type": "AdministrativeArea", "name": "Región del Maule"},
        "affiliation": {"@type": "Organization", "name": "Partido del Sur"},
        "email": "irene@senado.example",
        "sameAs": ["https://senado.example/irene"],
        "url": "http://testserver/en/senadores/irene-calfun/",
    }


def test_what_a_senator_wrote_becomes_no_address(client, senate):
    senate.irene.curriculum_url = "javascript:alert(1)"
    senate.irene.given_names = "</script><script>alert(1)</script>"
    senate.irene.save()

    person = described(client, "/senadores/irene-calfun/")

    assert "sameAs" not in person
    assert "</script>" in str(person["name"])


def test_a_former_senator_has_no_office(client, senate, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2090, 1, 1, tzinfo=UTC))

    person = described(client, "/senadores/irene-calfun/")

    assert {"jobTitle", "worksFor", "areaServed"} & set(person) == set()


RESULT = "Tie: 1 vote in favour and 1 vote against; the vote is repeated at once."


def test_a_vote_is_described_to_machines(client, senate):
    assert described(client, "/en/votaciones/374/39/1/") == {
        "@context": "https://schema.org",
        "@type": "VoteAction",
        "name": "Vote 1 of sitting 39/374",
        "description": senate.vote.subject,
        "agent": {"@type": "GovernmentOrganization", "name": "Senado de Chile"},
        "startTime": "2026-10-07",
        "result": {"@type": "CreativeWork", "text": RESULT},
        "object": {
            "@type": "Legislation",
            "legislationIdentifier": "17345-11",
            "name": "Esperas más cortas",
            "legislationJurisdiction": "CL",
        },
        "url": "http://testserver/en/votaciones/374/39/1/",
    }


def test_a_vote_on_no_bill_has_no_object(client, senate):
    assert "object" not in described(client, "/votaciones/374/39/2/")
