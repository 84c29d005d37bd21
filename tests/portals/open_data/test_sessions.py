"""Sittings for machines."""

from datetime import date

import pytest

from legislation.sessions.enums import AttendanceState, SessionState
from tests.factories.people import CommitteeFactory, PersonFactory
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def ids(client, query: str) -> list[str]:
    return [one["id"] for one in client.get(f"/api/v1/sessions{query}").json()["results"]]


class TestTheList:
    def test_has_the_floor_and_the_committees(self, client, senate):
        found = client.get("/api/v1/sessions?hasta=2026-10-07").json()["results"]

        assert found[0] == {
            "id": "session/374/39",
            "url": f"{SITE}/api/v1/sessions/374/39",
            "page": f"{SITE}/sesiones/374/39/",
            "legislature": 374,
            "number": 39,
            "committee": None,
            "kind": "ORDINARY",
            "state": "HELD",
            "held_on": "2026-10-07",
            "starts_at": "2026-10-07T16:00:00-03:00",
            "ended_at": None,
            "place": None,
            "revision": 0,
            "has_attendance": True,
            "agenda_count": 1,
            "source": None,
        }
        assert found[1]["committee"]["slug"] == "salud"
        assert found[1]["url"].startswith(f"{SITE}/api/v1/committees/salud/sessions/374/")
        assert found[1]["page"] == f"{SITE}/comisiones/salud/"

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?organo=sala", ["session/374/2", "session/373/1"]),
            ("?organo=comisiones", ["committee/salud/session/374/7"]),
            ("?comision=salud", ["committee/salud/session/374/7"]),
            ("?legislatura=373", ["session/373/1"]),
            ("?estado=suspendida", ["session/374/2"]),
            ("?desde=2026-10-07&hasta=2026-10-07", ["session/374/2"]),
        ],
    )
    def test_is_narrowed(self, client, query, found):
        sitting(1, legislature=373, held_on=date(2025, 5, 6))
        sitting(2, held_on=date(2026, 10, 7), state=SessionState.CANCELLED)
        sitting(7, held_on=date(2026, 10, 6), committee=CommitteeFactory(slug="salud"))

        assert ids(client, query) == found

    def test_gives_agendas_and_attendance_if_asked(self, client, senate):
        floor = client.get("/api/v1/sessions?organo=sala&include=agenda,attendance").json()
        coming, held = floor["results"]

        assert (coming["agenda"], coming["attendance"]) == ([], [])
        assert held["agenda"] == [
            {
                "position": 1,
                "part": "ORDER_OF_THE_DAY",
                "heading": "Plazos máximos para las listas de espera",
                "bill": {
                    "number": "17345-11",
                    "title": "Fija plazos máximos de espera",
                    "plain_title": "Esperas más cortas",
                    "url": f"{SITE}/api/v1/bills/17345-11",
                },
            }
        ]
        assert [(who["senator"]["slug"], who["state"]) for who in held["attendance"]] == [
            ("irene-calfun", "PRESENT"),
            ("celia-nancupil", "JUSTIFIED"),
            ("bruno-pellero", "PRESENT"),
        ]

    @pytest.mark.parametrize("sittings", [1, 3])
    def test_costs_two_queries_and_one_for_each_list_included(
        self, client, django_assert_num_queries, sittings
    ):
        for number in range(sittings):
            came = {PersonFactory(): AttendanceState.PRESENT for _ in range(sittings)}
            list_item(sitting(number + 1, attendance=came))

        with django_assert_num_queries(2):
            client.get("/api/v1/sessions")
        with django_assert_num_queries(4):
            client.get("/api/v1/sessions?include=agenda,attendance")


class TestOneSitting:
    def test_of_the_floor_has_its_votes_and_what_it_did_with_bills(self, client, senate):
        one = client.get("/api/v1/sessions/374/39").json()

        assert [vote["id"] for vote in one["votes"]] == ["vote/374/39/1", "vote/374/39/2"]
        assert [(step["bill"]["number"], step["description"]) for step in one["steps"]] == [
            ("17345-11", "Discusión general")
        ]
        assert client.get("/sesiones/374/39.json").json() == one

    def test_of_a_committee_has_agenda_and_attendance(self, client):
        session = committee_sitting(CommitteeFactory(slug="salud"), date(2026, 10, 6))
        list_item(session)

        one = client.get(f"/api/v1/committees/salud/sessions/374/{session.number}").json()

        assert one["id"] == f"committee/salud/session/374/{session.number}"
        assert [item["position"] for item in one["agenda"]] == [1]
        assert one["attendance"] == []
        assert {"votes", "steps"} & one.keys() == set()

    def test_of_another_body_with_the_same_number_is_another(self, client):
        sitting(7, committee=CommitteeFactory(slug="salud"))

        assert client.get("/api/v1/sessions/374/7").status_code == 404
        assert client.get("/api/v1/committees/aguas/sessions/374/7").status_code == 404

    @pytest.mark.parametrize("each", [1, 3])
    def test_costs_six_queries(self, client, django_assert_num_queries, each):
        session = sitting(
            1, attendance={PersonFactory(): AttendanceState.PRESENT for _ in range(each)}
        )
        for _ in range(each):
            list_item(session)
            take_vote(totals=(2, 1, 0, 0), session=session)

        with django_assert_num_queries(6):
            client.get("/api/v1/sessions/374/1")
