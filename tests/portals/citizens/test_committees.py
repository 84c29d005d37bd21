from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.bills.enums import Status
from legislation.people.enums import Chamber, CommitteeKind, CommitteeRole
from legislation.people.models import Committee
from legislation.sessions.enums import SessionState
from tests.factories.bills import BillFactory, PaperFactory
from tests.factories.people import (
    CommitteeFactory,
    CommitteeSeatFactory,
    PartyFactory,
    days,
    senator,
)
from tests.factories.sessions import committee_sitting, list_item
from tests.portals.citizens.reading import text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def page(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def section(soup: BeautifulSoup, name: str):
    return soup.select_one(f"section[aria-labelledby={name}]")


def a_whole_committee(*, each: int = 1) -> Committee:
    """The committee of health, with ``each`` of everything."""
    room = CommitteeFactory(slug="salud", name="Salud", remit="Salud pública")
    for n in range(each):
        member = senator(f"Ana{n} Riffo Tapia", slug=f"ana-{n}", party=PartyFactory())
        CommitteeSeatFactory(committee=room, person=member)
        CommitteeSeatFactory(
            committee=room,
            person=senator(f"Eva{n} Calfún Tapia", slug=f"eva-{n}"),
            during=days(date(2022, 3, 11), date(2024, 3, 11)),
        )
        bill = BillFactory(number=f"{n + 1}-11", title="Plazos de espera", committee=room)
        PaperFactory(bill=bill, committee=room, title="Primer informe")
        list_item(committee_sitting(room, TODAY + timedelta(days=n)), bill=bill)
        list_item(committee_sitting(room, TODAY - timedelta(days=n + 1)), "Audiencia")
    return room


class TestList:
    def test_the_senates_come_first_by_kind_and_the_others_apart(self, client):
        health = CommitteeFactory(slug="salud", name="Salud")
        CommitteeFactory(slug="agua", name="Aguas", kind=CommitteeKind.SPECIAL)
        CommitteeFactory(slug="mixta", name="Presupuestos", chamber=Chamber.BOTH)
        CommitteeFactory(slug="salud-camara", name="Salud", chamber=Chamber.DEPUTIES)
        chair = senator("Ana Riffo Tapia", slug="ana")
        CommitteeSeatFactory(committee=health, person=chair, role=CommitteeRole.CHAIR)

        soup = page(client, "/comisiones/")

        permanent, special = soup.select("table")
        row = [text_of(cell) for cell in permanent.select("tbody tr th, tbody tr td")]
        assert row == ["Salud", "Ana Riffo Tapia", "1"]
        assert special.select_one("tbody a")["href"] == "/comisiones/agua/"
        assert section(soup, "mixtas").select_one("li a")["href"] == "/comisiones/mixta/"
        assert section(soup, "camara").select_one("li a")["href"] == "/comisiones/salud-camara/"

    def test_conference_committees_go_apart_from_the_latest_bill_back(self, client):
        for name in (
            "Comisión Mixta para Boletín N° 8575-05",
            "Comisión Mixta para Boletín N° 70604-27",
            "Comisión Mixta para Boletín N° 17.345-11",
            "Comisión Mixta de Zonas Extremas",
        ):
            CommitteeFactory(name=name, chamber=Chamber.BOTH, kind=CommitteeKind.CONFERENCE)
        CommitteeFactory(
            name="Especial Mixta de Presupuestos", chamber=Chamber.BOTH, kind=CommitteeKind.BUDGET
        )

        soup = page(client, "/comisiones/")

        assert [text_of(li) for li in section(soup, "mixtas").select("li")] == [
            "Especial Mixta de Presupuestos"
        ]
        assert [text_of(li) for li in section(soup, "conferencia").select("li")] == [
            "Comisión Mixta para Boletín N° 70604-27",
            "Comisión Mixta para Boletín N° 17.345-11",
            "Comisión Mixta para Boletín N° 8575-05",
            "Comisión Mixta de Zonas Extremas",
        ]

    def test_nobody_on_record_is_not_nobody(self, client):
        CommitteeFactory(name="Salud")

        row = page(client, "/comisiones/").select_one("tbody tr")

        assert "0" not in text_of(row)
        assert "sin datos" in text_of(row).lower()


class TestOne:
    def test_holds_members_bills_reports_and_sittings(self, client):
        room = a_whole_committee()
        chair = senator("Zoe Abarca Tapia", slug="zoe")
        CommitteeSeatFactory(committee=room, person=chair, role=CommitteeRole.CHAIR)
        committee_sitting(room, TODAY + timedelta(days=9), state=SessionState.CANCELLED)

        soup = page(client, "/comisiones/salud/")

        members = section(soup, "integrantes")
        assert [a["href"] for a in members.select("tbody a")] == [
            "/senadores/zoe/",
            "/senadores/ana-0/",
        ]
        assert members.select_one("details a")["href"] == "/senadores/eva-0/"
        assert section(soup, "proyectos").select_one("li a")["href"] == "/proyectos/1-11/"
        assert "Primer informe" in text_of(section(soup, "informes").select_one("li a"))
        coming = section(soup, "proximas").select(".chron > li")
        assert [text_of(entry.select_one("time")) for entry in coming] == [
            "24 nov 2026",
            "3 dic 2026",
        ]
        assert coming[0].select_one("a")["href"] == "/proyectos/1-11/"
        assert coming[1].select_one(".chron__tag") is not None
        assert "Audiencia" in text_of(section(soup, "anteriores"))

    def test_says_the_days_of_those_before_and_of_those_to_come(self, client):
        room = CommitteeFactory(slug="salud", name="Salud")
        for name, begins, ends in (
            ("Ana Riffo Tapia", date(2022, 3, 11), date(2024, 3, 11)),
            ("Eva Riffo Tapia", date(2026, 3, 11), date(2027, 3, 11)),
            ("Luz Riffo Tapia", date(2027, 3, 11), date(2030, 3, 11)),
            ("Sol Riffo Tapia", date(2027, 1, 5), None),
        ):
            CommitteeSeatFactory(committee=room, person=senator(name), during=days(begins, ends))

        members = section(page(client, "/en/comisiones/salud/"), "integrantes")

        assert [text_of(a) for a in members.select("tbody a")] == ["Eva Riffo Tapia"]
        assert text_of(members.h3) == "Who will sit on it"
        assert [text_of(li) for li in members.h3.find_next("ul").select("li")] == [
            "Sol Riffo Tapia Member. Will begin on 5 January 2027",
            "Luz Riffo Tapia Member. Will go from 11 March 2027 to 10 March 2030",
        ]
        assert [text_of(li) for li in members.select("details li")] == [
            "Ana Riffo Tapia 11 March 2022 to 10 March 2024"
        ]

    def test_bills_that_ended_are_no_longer_in_its_hands(self, client):
        room = CommitteeFactory(slug="salud")
        BillFactory(committee=room, status=Status.ARCHIVED)

        assert section(page(client, "/comisiones/salud/"), "proyectos").select("li") == []

    def test_its_bills_go_on_by_pages_that_hold_nothing_else(self, client):
        room = a_whole_committee()
        for n in range(2, 24):
            BillFactory(number=f"{n}-11", committee=room)

        first = page(client, "/comisiones/salud/")
        second = page(client, first.select_one(".pager a[rel=next]")["href"])

        assert len(section(first, "proyectos").select("li")) == 20
        assert len(section(second, "proyectos").select("li")) == 3
        assert section(second, "integrantes") is None
        assert "23" in text_of(section(first, "proyectos").select_one("header"))

    def test_one_that_is_not_there_answers_404(self, client):
        assert client.get("/comisiones/no-hay/").status_code == 404

    def test_what_is_not_known_is_said(self, client):
        CommitteeFactory(slug="salud")

        soup = page(client, "/comisiones/salud/")

        assert len(soup.select(".empty")) == 2
        assert section(soup, "informes") is None

    def test_escapes_what_the_record_says(self, client):
        CommitteeFactory(slug="salud", name="<b>Salud</b>", remit="<script>alert(1)</script>")

        html = client.get("/comisiones/salud/").content.decode()

        assert "<script>alert" not in html
        assert "&lt;b&gt;Salud&lt;/b&gt;" in html


@pytest.mark.parametrize("each", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/comisiones/", 2), ("/comisiones/salud/", 6)])
def test_pages_cost_the_same_for_any_number_of_things(
    client, django_assert_num_queries, address, queries, each
):
    a_whole_committee(each=each)

    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("address", ["/en/comisiones/", "/en/comisiones/salud/"])
def test_english_pages_lead_to_english_pages(client, address):
    a_whole_committee()

    links = [a["href"] for a in page(client, address).select("main a[href]:not([type])")]

    assert links
    assert [a for a in links if not a.startswith(("/en/", "https://papers.example/"))] == []
