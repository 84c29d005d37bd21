from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.bills.enums import BillKind, Initiative, Stage, Status, UrgencyKind
from legislation.people.enums import Chamber
from portals.citizens.pages import bill_list
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    SubjectFactory,
    UrgencyFactory,
)
from tests.factories.people import CommitteeFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def main_of(response: object) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser").main


def numbers_in(response: object) -> list[str]:
    return [mark["value"] for mark in main_of(response).select(".bill-line data")]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_queries_with_one_bill_as_with_three(
    client, django_assert_num_queries, count
):
    for _each in range(count):
        UrgencyFactory(bill=BillFactory(committee=CommitteeFactory()))

    with django_assert_num_queries(5):
        response = client.get("/proyectos/")

    assert len(numbers_in(response)) == count


def test_a_line_says_what_a_reader_needs_to_choose(client):
    bill = BillFactory(
        number="17345-11",
        title="Modifica la ley N° 19.966",
        plain_title="Esperas más cortas",
        stage=Stage.SECOND,
        origin_chamber=Chamber.DEPUTIES,
        committee=CommitteeFactory(name="Salud"),
        last_step_on=TODAY,
    )
    UrgencyFactory(bill=bill, set_on=date(2026, 11, 11), kind=UrgencyKind.SUMA)

    (line,) = main_of(client.get("/en/proyectos/")).select(".bill-line")

    assert line.h2.get_text() == "Esperas más cortas"
    assert line.h2.a["href"] == "/en/proyectos/17345-11/"
    assert line.time["datetime"] == "2026-11-24"
    assert line.select("p")[0].get_text() == (
        "It is in the Senate, which reviews what the Chamber of Deputies approved."
    )
    assert [fact.get_text() for fact in line.select(".bill-line__facts > *")] == [
        "17345-11",
        "In progress",
        "Members' motion",
        "Salud",
        "Suma urgency, 2 days left",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "estado=publicado",
        "etapa=tercer-tramite",
        "origen=camara",
        "iniciativa=mensaje",
        "urgencia=cualquiera",
        "urgencia=suma",
        "comision=salud",
        "materia=esperas",
        "anio=2025",
        "autor=irene-calfun",
        "estado=publicado&comision=salud&autor=irene-calfun&pagina=",
    ],
)
def test_each_filter_narrows_the_list_by_a_plain_address(client, query):
    wanted = BillFactory(
        number="17345-11",
        status=Status.PUBLISHED,
        stage=Stage.THIRD,
        origin_chamber=Chamber.DEPUTIES,
        initiative=Initiative.MESSAGE,
        committee=CommitteeFactory(slug="salud"),
        filed_on=date(2025, 6, 1),
    )
    UrgencyFactory(bill=wanted)
    BillSubjectFactory(bill=wanted, subject=SubjectFactory(slug="esperas"))
    AuthorshipFactory(bill=wanted, person=PersonFactory(slug="irene-calfun"))
    BillFactory(number="17346-11")

    response = client.get(f"/proyectos/?{query}")

    assert numbers_in(response) == ["17345-11"]


@pytest.mark.parametrize(
    "query",
    [
        "estado=nada",
        "etapa=unrecognised",
        "origen=SENATE",
        "iniciativa=x",
        "urgencia=x",
        "comision=no-hay",
        "materia=no-hay",
        "autor=no-hay",
        "anio=25",
        "anio=veinte",
        "anio=²²²²",
        "anio=0000",
    ],
)
def test_a_filter_that_means_nothing_is_left_out_and_said(client, query):
    BillFactory(number="17345-11")

    response = client.get(f"/en/proyectos/?{query}")

    main = main_of(response)
    assert numbers_in(response) == ["17345-11"]
    assert main.select(".chosen a") == []
    assert main.select_one(".notice p:last-child").get_text() == (
        f"Left out, because it stands for nothing here: {query}."
    )


def test_what_means_something_still_narrows_beside_what_does_not(client):
    BillFactory(number="17345-11", status=Status.PUBLISHED)
    BillFactory(number="17346-11")

    response = client.get("/en/proyectos/?estado=publicado&autor=nadie&anio=25")

    assert numbers_in(response) == ["17345-11"]
    assert main_of(response).select_one(".notice p:last-child").get_text() == (
        "Left out, because it stands for nothing here: anio=25, autor=nadie."
    )


def test_a_list_that_understood_everything_says_nothing_of_it(client):
    assert main_of(client.get("/proyectos/?estado=publicado")).select(".notice") == []


def test_a_page_that_is_not_of_the_list_is_not_found(client):
    BillFactory()

    assert client.get("/proyectos/?pagina=inventada").status_code == 404


def test_every_filter_in_use_is_named_and_can_be_taken_away(client):
    author = PersonFactory(
        slug="irene", given_names="Irene", paternal_surname="Calfún", maternal_surname=""
    )
    AuthorshipFactory(bill=BillFactory(), person=author)

    main = main_of(client.get("/en/proyectos/?estado=en-tramitacion&autor=irene"))

    chips = {
        chip.get_text().replace("Remove filter:", "").replace("×", "").strip(): chip["href"]
        for chip in main.select(".chosen a")
    }
    assert chips == {
        "State: In progress": "/en/proyectos/?autor=irene",
        "Author: Irene Calfún": "/en/proyectos/?estado=en-tramitacion",
    }
    assert main.select_one("input[type=hidden][name=autor]")["value"] == "irene"
    assert main.select_one("select[name=estado] option[selected]")["value"] == "en-tramitacion"


def test_the_list_goes_on_in_pages_that_keep_the_filters(client, monkeypatch):
    monkeypatch.setattr(bill_list, "PAGE_SIZE", 2)
    for day in range(1, 6):
        BillFactory(number=f"{day}-01", last_step_on=date(2026, 11, day))
    BillFactory(number="99-01", status=Status.PUBLISHED, last_step_on=TODAY)

    first = client.get("/proyectos/?estado=en-tramitacion")
    older = main_of(first).select_one("[rel=next]")["href"]
    second = client.get(older)
    newer = main_of(second).select_one("[rel=prev]")["href"]

    assert numbers_in(first) == ["5-01", "4-01"]
    assert "estado=en-tramitacion" in older
    assert numbers_in(second) == ["3-01", "2-01"]
    assert numbers_in(client.get(newer)) == ["5-01", "4-01"]


def test_the_count_stops_where_nobody_reads_on(client, monkeypatch):
    BillFactory.create_batch(3)
    exact = main_of(client.get("/en/proyectos/")).select_one(".found strong").get_text()
    monkeypatch.setattr(bill_list, "COUNT_LIMIT", 2)
    capped = main_of(client.get("/en/proyectos/")).select_one(".found strong").get_text()

    assert (exact, capped) == ("3 bills", "More than 2 bills")


def test_a_list_without_bills_says_so_and_nothing_of_their_order(client):
    main = main_of(client.get("/en/proyectos/"))

    assert main.select_one(".found").get_text() == "No bill is like that"
    assert main.select(".empty") == []


def test_a_list_without_bills_of_that_kind_says_what_to_do(client):
    main = main_of(client.get("/en/proyectos/?estado=publicado"))

    assert main.select_one(".empty").get_text() == "Try with fewer filters."


def test_matters_of_the_senate_have_a_list_of_their_own(client):
    BillFactory(number="2734-14", kind=BillKind.MATTER)
    BillFactory(number="2735-14")

    response = client.get("/asuntos/")

    assert numbers_in(response) == ["2734-14"]
    assert main_of(response).select_one(".bill-line a")["href"] == "/asuntos/2734-14/"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "No Senate matter is like that"), (1, "1 Senate matter"), (2, "2 Senate matters")],
)
def test_matters_are_counted_as_matters(client, count, said):
    BillFactory.create_batch(count, kind=BillKind.MATTER)

    found = main_of(client.get("/en/asuntos/")).select_one(".found strong")

    assert found.get_text() == said


def test_matters_are_narrowed_only_by_what_a_matter_can_be(client):
    main = main_of(client.get("/asuntos/"))

    assert [control["name"] for control in main.select(".filters select")] == [
        "estado",
        "iniciativa",
        "urgencia",
        "anio",
    ]
    assert [option["value"] for option in main.select("[name=estado] option")] == [
        "",
        "en-tramitacion",
        "rechazado",
        "archivado",
        "retirado",
        "inadmisible",
        "terminado",
    ]


def test_bills_are_narrowed_only_by_how_a_bill_ends_unless_the_address_says_more(client):
    def states(address: str) -> set[str]:
        return {
            option["value"]
            for option in main_of(client.get(address)).select("[name=estado] option")
        }

    assert states("/proyectos/?estado=terminado") - states("/proyectos/") == {"terminado"}
    assert states("/asuntos/?estado=publicado") - states("/asuntos/") == {"publicado"}


def test_a_matter_that_the_senate_dealt_with_is_finished_and_not_archived(client):
    BillFactory(kind=BillKind.MATTER, status=Status.ARCHIVED, stage=Stage.FINISHED)
    BillFactory(kind=BillKind.MATTER, status=Status.FINISHED, stage=Stage.FINISHED)
    BillFactory(kind=BillKind.MATTER, status=Status.ARCHIVED, stage=Stage.FIRST)

    facts = main_of(client.get("/en/asuntos/")).select(".bill-line__facts span:first-of-type")

    assert {fact.get_text() for fact in facts} == {"Procedure finished", "Archived"}


@pytest.mark.parametrize(
    ("address", "other"), [("/proyectos/", "/asuntos/"), ("/asuntos/", "/proyectos/")]
)
def test_each_list_leads_to_the_other(client, address, other):
    assert main_of(client.get(address)).select_one(f'a[href="{other}"]') is not None


def test_a_hostile_title_is_text(client):
    BillFactory(title="<script>alert(1)</script>")

    response = client.get("/proyectos/")

    assert main_of(response).select("script") == []
    assert main_of(response).h2.get_text() == "<script>alert(1)</script>"
