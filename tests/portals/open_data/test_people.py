"""Senators and committees for machines."""

from datetime import date

import pytest

from legislation.people.enums import Chamber, CommitteeKind, CommitteeRole
from tests.factories.people import (
    CommitteeFactory,
    CommitteeSeatFactory,
    ExclusionFactory,
    PartyFactory,
    PersonFactory,
    RosterSpanFactory,
    days,
    senator,
)

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def slugs(client, query: str) -> list[str]:
    return [one["slug"] for one in client.get(f"/api/v1/senators{query}").json()["results"]]


class TestSenators:
    def test_are_listed_with_what_they_hold_today_or_held_last(self, client, senate):
        irene = client.get("/api/v1/senators?partido=del-sur").json()["results"][0]

        assert irene == {
            "id": "senator/irene-calfun",
            "url": f"{SITE}/api/v1/senators/irene-calfun",
            "page": f"{SITE}/senadores/irene-calfun/",
            "slug": "irene-calfun",
            "senate_id": 901,
            "name": "Irene Calfún Ovalle",
            "given_names": "Irene",
            "paternal_surname": "Calfún",
            "maternal_surname": "Ovalle",
            "is_in_office": True,
            "region": {
                "since": "2022-03-11",
                "until": "2030-03-10",
                "slug": "maule",
                "name": "Maule",
            },
            "party": {
                "since": "2022-03-11",
                "until": "2030-03-10",
                "slug": "del-sur",
                "name": "Partido del Sur",
            },
            "caucus": {
                "since": "2022-03-11",
                "until": "2030-03-10",
                "slug": "bancada-sur",
                "name": "Bancada del Sur",
            },
            "email": None,
            "phone": None,
            "curriculum_url": None,
            "source": None,
        }

    def test_are_in_spanish_order(self, client):
        for surname in ("Ñancupil", "Orellana", "Nuñez", "Ábalos"):
            PersonFactory(slug=surname[1:].lower(), given_names="Ana", paternal_surname=surname)

        assert slugs(client, "") == ["balos", "uñez", "ancupil", "rellana"]

    def test_hold_a_future_seat_only_when_it_begins(self, client):
        senator(slug="ana", region="maule", during=days(date(2018, 3, 11), date(2026, 3, 11)))
        senator(slug="eva", region="nuble", during=days(date(2027, 3, 11)))

        ana, eva = client.get("/api/v1/senators").json()["results"]
        people = {one["slug"]: one for one in (ana, eva)}

        assert people["ana"]["region"]["until"] == "2026-03-10"
        assert people["eva"]["region"] is None

    def test_are_in_office_or_not_or_not_known(self, client):
        senator(slug="seated")
        ExclusionFactory(person=senator(slug="excluded"))
        PersonFactory(slug="unseated")
        found = {
            one["slug"]: one["is_in_office"]
            for one in client.get("/api/v1/senators").json()["results"]
        }
        assert found == {"seated": True, "excluded": False, "unseated": None}

        RosterSpanFactory()
        found = {
            one["slug"]: one["is_in_office"]
            for one in client.get("/api/v1/senators").json()["results"]
        }
        assert found == {"seated": True, "excluded": False, "unseated": False}

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?region=nuble", ["ana"]),
            ("?partido=del-norte", ["ana"]),
            ("?escano=con", ["ana"]),
            ("?escano=sin", ["eva"]),
        ],
    )
    def test_are_narrowed(self, client, query, found):
        senator(slug="ana", region="nuble", party=PartyFactory(slug="del-norte"))
        PersonFactory(slug="eva")

        assert slugs(client, query) == found

    def test_one_has_everything_held_and_fair_figures(self, client, senate):
        one = client.get("/api/v1/senators/irene-calfun").json()

        assert one["mandates"] == [
            {"since": "2022-03-11", "until": "2030-03-10", "slug": "maule", "name": "Maule"}
        ]
        assert one["offices"] == [
            {"since": "2022-03-11", "until": "2030-03-10", "kind": "PRESIDENT"}
        ]
        assert one["committees"] == [
            {
                "since": "2022-03-11",
                "until": "2030-03-10",
                "slug": "salud",
                "name": "Comisión de Salud",
                "role": "CHAIR",
            }
        ]
        assert one["participation"] == {
            "votes": 1,
            "answered": 1,
            "paired": 0,
            "recused": 0,
            "with_leave": 0,
            "unrecognised": 0,
            "counted": 1,
            "unanswered": 0,
        }
        assert one["attendance"] == {
            "sittings": 1,
            "attended": 1,
            "with_leave": 0,
            "unmentioned": 0,
            "counted": 1,
            "missed": 0,
        }

    def test_one_that_was_excluded_says_why(self, client):
        ExclusionFactory(person=senator(slug="ana"), during=days(until=None))

        exclusions = client.get("/api/v1/senators/ana").json()["exclusions"]

        assert exclusions == [{"since": "2022-03-11", "until": None, "reason": "ABROAD"}]

    @pytest.mark.parametrize("people", [1, 3])
    def test_cost_two_queries_in_a_list_and_five_alone(
        self, client, django_assert_num_queries, people
    ):
        for number in range(people):
            senator(slug=f"ana-{number}", party=PartyFactory())

        with django_assert_num_queries(2):
            client.get("/api/v1/senators")
        with django_assert_num_queries(5):
            client.get("/api/v1/senators/ana-0")


class TestCommittees:
    def test_are_listed_with_chair_and_size(self, client, senate):
        assert client.get("/api/v1/committees").json()["results"] == [
            {
                "id": "committee/salud",
                "url": f"{SITE}/api/v1/committees/salud",
                "page": f"{SITE}/comisiones/salud/",
                "slug": "salud",
                "senate_id": None,
                "name": "Comisión de Salud",
                "kind": "PERMANENT",
                "chamber": "SENATE",
                "remit": None,
                "members": 1,
                "chair": {
                    "slug": "irene-calfun",
                    "name": "Irene Calfún Ovalle",
                    "url": f"{SITE}/api/v1/senators/irene-calfun",
                },
                "source": None,
            }
        ]

    @pytest.mark.parametrize("query", ["?camara=camara", "?tipo=especial"])
    def test_are_narrowed(self, client, query):
        CommitteeFactory(slug="una")
        CommitteeFactory(slug="otra", chamber=Chamber.DEPUTIES, kind=CommitteeKind.SPECIAL)

        found = client.get(f"/api/v1/committees{query}").json()["results"]

        assert [committee["slug"] for committee in found] == ["otra"]

    def test_one_has_its_seats_and_the_sittings_to_come(self, client, senate):
        one = client.get("/api/v1/committees/salud").json()

        assert [
            (seat["senator"]["slug"], seat["role"], seat["until"]) for seat in one["seats"]
        ] == [("irene-calfun", "CHAIR", "2030-03-10")]
        assert [(sitting["held_on"], sitting["state"]) for sitting in one["upcoming"]] == [
            ("2026-12-02", "CANCELLED")
        ]

    @pytest.mark.parametrize("seats", [1, 3])
    def test_cost_two_queries_in_a_list_and_four_alone(
        self, client, django_assert_num_queries, seats
    ):
        committee = CommitteeFactory(slug="salud")
        for _ in range(seats):
            CommitteeSeatFactory(committee=committee, role=CommitteeRole.MEMBER)
            CommitteeFactory()

        with django_assert_num_queries(2):
            client.get("/api/v1/committees")
        with django_assert_num_queries(4):
            client.get("/api/v1/committees/salud")
