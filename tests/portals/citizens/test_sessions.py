import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.sessions.models import Session
from tests.factories.bills import BillFactory, StepFactory
from tests.factories.people import CommitteeFactory, senator
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting, take_vote
from tests.portals.citizens.reading import left_out, notices_of, text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
HOSTILE = "Plazos <script>alert(1)</script> & más"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def page(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def cells(table) -> list[list[str]]:
    return [[text_of(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]


def a_whole_sitting(*, each: int = 1) -> Session:
    """Sitting 39/374 with ``each`` of everything."""
    people = [senator(f"Ana{n} Calfún Riffo", slug=f"ana-{n}") for n in range(each)]
    session = sitting(
        39,
        held_on=TODAY,
        kind=SessionKind.ORDINARY,
        starts_at=datetime(2026, 11, 24, 19, tzinfo=UTC),
        ended_at=datetime(2026, 11, 24, 22, 42, tzinfo=UTC),
        place="Valparaíso",
        attendance=dict.fromkeys(people, (AttendanceState.JUSTIFIED, "Licencia médica")),
    )
    for number in range(each):
        bill = BillFactory(number=f"{number + 1}-01", title="Glaciares", plain_title="Hielos")
        list_item(session, "Cuenta de oficios", part=AgendaPart.NOTICE)
        list_item(session, "Glaciares", bill=bill)
        take_vote(session=session, yes=people, bill=bill)
        StepFactory(bill=bill, legislature_number=374, session_number=39, description="Aprobado .")
    return session


class TestList:
    def test_says_when_what_and_where_each_sitting_is(self, client):
        a_whole_sitting()
        sitting(40, held_on=TODAY + timedelta(days=1), state=SessionState.FAILED)

        soup = page(client, "/sesiones/")

        rows = cells(soup.select_one("table"))
        assert [row[0] for row in rows] == ["Sesión 40/374", "Sesión 39/374"]
        assert rows[1][3] == "16:00 a 19:42"
        assert soup.select_one("tbody a")["href"] == "/sesiones/374/40/"

    def test_is_narrowed_to_a_legislature(self, client):
        sitting(1, legislature=373, held_on=date(2025, 3, 18))
        sitting(2, legislature=374, held_on=date(2026, 3, 17))

        soup = page(client, "/sesiones/?legislatura=373")

        assert [row[0] for row in cells(soup.select_one("table"))] == ["Sesión 1/373"]
        assert soup.select_one(".chosen a")["href"] == "/sesiones/"

    @pytest.mark.parametrize("wrong", ["372", "x", "0", "3740", "0374", "9" * 5000])
    def test_leaves_out_a_legislature_without_sittings_and_says_so(self, client, wrong):
        sitting(1, legislature=373, held_on=date(2025, 3, 18))
        sitting(2, legislature=374, held_on=date(2026, 3, 17))

        soup = page(client, f"/en/sesiones/?legislatura={wrong}")

        assert notices_of(soup) == [left_out(f"legislatura={wrong}")]
        assert [row[0] for row in cells(soup.select_one("table"))] == [
            "Sitting 2/374",
            "Sitting 1/373",
        ]
        assert soup.select(".chosen a") == []
        assert soup.select_one(".downloads a")["href"] == "/sesiones.csv?organo=sala"

    def test_that_understood_everything_says_nothing_of_it(self, client):
        sitting(1, legislature=374)

        assert notices_of(page(client, "/sesiones/?legislatura=374")) == []

    def test_has_no_page_that_was_not_given_by_it(self, client):
        assert client.get("/sesiones/?pagina=x").status_code == 404

    def test_goes_on_by_pages(self, client):
        for number in range(1, 33):
            sitting(number, held_on=date(2026, 3, 11) + timedelta(days=number))

        first = page(client, "/sesiones/?legislatura=374")
        second = page(client, first.select_one(".pager a[rel=next]")["href"])

        assert len(cells(first.select_one("table"))) == 30
        assert [row[0] for row in cells(second.select_one("table"))] == [
            "Sesión 2/374",
            "Sesión 1/374",
        ]
        assert "legislatura=374" in second.select_one(".pager a[rel=prev]")["href"]

    def test_an_empty_record_says_so(self, client):
        assert page(client, "/sesiones/").select_one(".empty") is not None


class TestOne:
    def test_holds_agenda_votes_what_was_done_and_attendance(self, client):
        a_whole_sitting()

        soup = page(client, "/sesiones/374/39/")

        agenda = soup.select_one("section[aria-labelledby=agenda]")
        assert [text_of(part) for part in agenda.select("h3")] == ["Cuenta", "Orden del Día"]
        assert agenda.select_one("a")["href"] == "/proyectos/1-01/"
        assert text_of(agenda.select_one("a")) == "Hielos"
        votes = soup.select_one("section[aria-labelledby=votaciones]")
        assert votes.select_one("h3 a")["href"] == "/votaciones/374/39/1/"
        done = soup.select_one("section[aria-labelledby=tramites]")
        assert [text_of(step) for step in done.select("li")] == ["Aprobado."]
        attendance = soup.select_one("section[aria-labelledby=asistencia]")
        assert cells(attendance.select_one("table"))[0][0] == "Ana0 Calfún Riffo"
        assert "Licencia médica" in cells(attendance.select_one("table"))[0][2]
        assert len(attendance.select("svg.strokes[role=img]")) == 1

    def test_says_of_one_person_what_is_of_one_person(self, client):
        person = senator("Ana Calfún Riffo")
        sitting(39, held_on=TODAY, attendance={person: AttendanceState.ABSENT})

        table = page(client, "/sesiones/374/39/").select_one("#asistencia").find_next("table")

        assert cells(table) == [["Ana Calfún Riffo", "Maule", "Ausente"]]

    def test_leaves_no_space_before_a_stop(self, client):
        sitting(39, held_on=TODAY)
        bill = BillFactory(number="1-01")
        for said in ("Discusión general . Aprobado , sin votos .", " . ", "Cuenta  del oficio"):
            StepFactory(
                bill=bill,
                legislature_number=374,
                session_number=39,
                description=said,
                stage_text="",
            )

        done = page(client, "/sesiones/374/39/").select("section[aria-labelledby=tramites] li")

        assert [step.get_text() for step in done] == [
            "Discusión general. Aprobado, sin votos.",
            "Cuenta del oficio.",
        ]

    def test_senators_of_the_day_who_are_not_listed_are_named_apart(self, client):
        senator("Zoila Olvidada Riffo")
        a_whole_sitting()

        attendance = page(client, "/sesiones/374/39/").select_one(
            "section[aria-labelledby=asistencia]"
        )

        assert "Zoila Olvidada Riffo" not in text_of(attendance.select_one("table"))
        assert "Zoila Olvidada Riffo" in text_of(attendance)

    def test_what_is_not_known_is_said(self, client):
        sitting(1, held_on=TODAY)

        soup = page(client, "/sesiones/374/1/")

        assert len(soup.select(".empty")) == 3
        assert soup.select("svg.strokes") == []

    @pytest.mark.parametrize(
        ("state", "votes", "attendance"),
        [
            (
                SessionState.HELD,
                "No vote of this sitting is on record.",
                "The attendance of this sitting was not published.",
            ),
            (
                SessionState.SUMMONED,
                "It is summoned; that it was held is not on record yet.",
                "It is summoned; that it was held is not on record yet.",
            ),
            (
                SessionState.FAILED,
                "It could not be held for want of quorum.",
                "It could not be held for want of quorum.",
            ),
            (SessionState.CANCELLED, "It was cancelled.", "It was cancelled."),
        ],
    )
    def test_says_why_there_are_no_votes_and_no_attendance(self, client, state, votes, attendance):
        sitting(1, held_on=TODAY, state=state)

        soup = page(client, "/en/sesiones/374/1/")

        said = [
            text_of(soup.select_one(f"section[aria-labelledby={name}] .empty"))
            for name in ("votaciones", "asistencia")
        ]
        assert said == [votes, attendance]

    def test_leads_to_the_sittings_around_it(self, client):
        for number in (3, 7, 9):
            sitting(number, held_on=TODAY)

        links = page(client, "/sesiones/374/7/").select("nav.spread a")

        assert [link["href"] for link in links] == ["/sesiones/374/3/", "/sesiones/374/9/"]

    def test_escapes_what_the_record_says(self, client):
        session = sitting(1, held_on=TODAY, place=HOSTILE)
        list_item(session, HOSTILE)

        html = client.get("/sesiones/374/1/").content.decode()

        assert "<script>alert" not in html
        assert "Plazos &lt;script&gt;" in html

    def test_describes_itself_to_machines(self, client):
        a_whole_sitting()

        data = json.loads(
            page(client, "/sesiones/374/39/")
            .select_one("script[type='application/ld+json']")
            .string
        )

        assert (data["@type"], data["name"]) == ("Event", "Sesión 39/374")
        assert data["startDate"] == "2026-11-24T19:00:00+00:00"

    @pytest.mark.parametrize("address", ["/sesiones/374/1/", "/sesiones/1/39/", "/sesiones/0/39/"])
    def test_one_that_is_not_there_answers_404(self, client, address):
        a_whole_sitting()

        assert client.get(address).status_code == 404

    def test_a_committees_sitting_is_not_found_by_number(self, client):
        session = committee_sitting(CommitteeFactory(), TODAY)

        assert client.get(f"/sesiones/374/{session.number}/").status_code == 404

    @pytest.mark.parametrize("written", ["/sesiones/0374/039/", "/sesiones/374/39"])
    def test_other_ways_of_writing_it_moved_for_good(self, client, written):
        response = client.get(written)

        assert (response.status_code, response.url) == (301, "/sesiones/374/39/")


class TestWeek:
    def test_today_is_the_week_without_a_date(self, client):
        session = a_whole_sitting()
        room = CommitteeFactory(name="Salud", slug="salud")
        committee_sitting(
            room, TODAY + timedelta(days=1), state=SessionState.CANCELLED, place="Sala 3"
        )

        soup = page(client, "/agenda/")

        days = soup.select(".week .day")
        assert len(days) == 5
        assert days[1].select_one("a")["href"] == f"/sesiones/374/{session.number}/"
        assert "day--today" in days[1]["class"]
        assert days[2].select_one("li.is-cancelled a")["href"] == "/comisiones/salud/"
        day = soup.select_one("section[aria-labelledby=dia]")
        assert text_of(day.select_one("h2")) == "Martes 24 de noviembre de 2026"
        assert [a["href"] for a in day.select(".links a")] == ["/proyectos/1-01/"]

    def test_a_weekend_is_drawn_only_where_somebody_sits(self, client):
        sitting(1, held_on=date(2026, 11, 28))

        assert len(page(client, "/agenda/2026/11/24/").select(".week .day")) == 6

    def test_weeks_lead_to_each_other_and_to_their_month(self, client):
        soup = page(client, "/agenda/2026/11/24/")

        nav = [a["href"] for a in soup.select("nav.spread a")]
        assert nav == ["/agenda/2026/11/16/", "/agenda/2026/11/", "/agenda/2026/11/30/"]

    def test_a_day_without_sittings_leads_to_the_nearest(self, client):
        sitting(1, held_on=date(2026, 11, 10))
        sitting(2, held_on=date(2026, 12, 1))

        links = page(client, "/agenda/2026/11/24/").select(".empty a")

        assert [a["href"] for a in links] == ["/agenda/2026/11/10/", "/agenda/2026/12/01/"]

    def test_the_week_of_today_and_its_date_are_one_page(self, client):
        canonical = page(client, "/agenda/").select_one("link[rel=canonical]")["href"]

        assert canonical.endswith("/agenda/2026/11/24/")

    def test_hoy_leads_there(self, client):
        response = client.get("/agenda/hoy/")

        assert (response.status_code, response.url) == (302, "/agenda/")


@pytest.mark.parametrize("address", ["/en/", "/en/agenda/", "/en/sesiones/"])
def test_only_what_is_debated_or_voted_is_a_matter_of_the_agenda(client, address):
    session = sitting(1, held_on=TODAY, state=SessionState.SUMMONED)
    for part in AgendaPart:
        list_item(session, part=part)
    list_item(sitting(2, held_on=TODAY, state=SessionState.SUMMONED), part=AgendaPart.NOTICE)

    main = page(client, address).main

    assert re.findall(r"\d+ matters? on the agenda", text_of(main)) == ["3 matters on the agenda"]


class TestMonthAndYear:
    def test_a_month_counts_the_sittings_of_each_day(self, client):
        sitting(1, held_on=TODAY)
        committee_sitting(CommitteeFactory(), TODAY)
        sitting(2, held_on=date(2026, 12, 1))

        soup = page(client, "/agenda/2026/11/")

        links = {a["href"]: text_of(a) for a in soup.select("table.month a")}
        assert links == {"/agenda/2026/11/24/": "24 2 sesiones"}
        assert text_of(soup.select_one("td[aria-current=date] b")) == "24"
        assert [a["href"] for a in soup.select("nav.spread a")] == [
            "/agenda/2026/10/",
            "/agenda/2026/12/",
        ]

    def test_a_year_counts_those_of_each_month(self, client):
        sitting(1, held_on=TODAY)

        months = page(client, "/agenda/2026/").select(".links li")

        assert len(months) == 12
        assert text_of(months[10]) == "Noviembre de 2026 1 sesión"
        assert text_of(months[0]) == "Enero de 2026 0 sesiones"

    @pytest.mark.parametrize(
        "address",
        ["/agenda/2026/13/", "/agenda/2026/02/30/", "/agenda/1900/", "/agenda/2999/01/01/"],
    )
    def test_what_is_in_no_calendar_does_not_exist(self, client, address):
        assert client.get(address).status_code == 404

    @pytest.mark.parametrize(
        ("written", "canonical"),
        [
            ("/agenda/2026/8/", "/agenda/2026/08/"),
            ("/agenda/2026/8/9/", "/agenda/2026/08/09/"),
            ("/agenda/2026", "/agenda/2026/"),
            ("/agenda/2026/08/09", "/agenda/2026/08/09/"),
        ],
    )
    def test_dates_have_one_form(self, client, written, canonical):
        response = client.get(written)

        assert (response.status_code, response.url) == (301, canonical)


@pytest.mark.parametrize("each", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/sesiones/", 3),
        ("/sesiones/374/39/", 3),
        ("/agenda/", 3),
        ("/agenda/2026/11/24/", 3),
        ("/agenda/2026/11/", 2),
        ("/agenda/2026/", 2),
    ],
)
def test_pages_cost_the_same_for_any_number_of_things(
    client, django_assert_num_queries, address, queries, each
):
    a_whole_sitting(each=each)
    for number in range(each):
        session = sitting(100 + number, held_on=TODAY)
        list_item(session)
        list_item(committee_sitting(CommitteeFactory(), TODAY))

    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize(
    "address",
    ["/en/sesiones/", "/en/sesiones/374/39/", "/en/agenda/2026/11/24/", "/en/agenda/2026/11/",
     "/en/agenda/2026/"],
)  # fmt: skip
def test_english_pages_lead_to_english_pages(client, address):
    a_whole_sitting()

    links = [a["href"] for a in page(client, address).select("main a[href]:not([type])")]

    assert links
    assert [a for a in links if not a.startswith(("/en/", "#"))] == []
