"""Votes for machines: the outcome, and everybody's answer."""

from datetime import date

import pytest

from legislation.votes.enums import DebateKind
from tests.factories.bills import BillFactory
from tests.factories.people import RosterSpanFactory, days, senator
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def ids(client, query: str) -> list[str]:
    return [vote["id"] for vote in client.get(f"/api/v1/votes{query}").json()["results"]]


class TestOneVote:
    def test_says_how_it_came_out_and_why(self, client, senate):
        vote = client.get("/api/v1/votes/374/39/1").json()
        for part in (
            "ballots",
            "absent",
            "knows_absent",
            "content_sha256",
            "result_sentence",
            "why",
            "bill",
        ):
            del vote[part]

        assert vote == {
            "id": "vote/374/39/1",
            "url": f"{SITE}/api/v1/votes/374/39/1",
            "page": f"{SITE}/votaciones/374/39/1/",
            "legislature": 374,
            "session_number": 39,
            "position": 1,
            "session": "session/374/39",
            "session_url": f"{SITE}/api/v1/sessions/374/39",
            "taken_on": "2026-10-07",
            "taken_at": None,
            "subject": "Plazos máximos para las listas de espera",
            "kind": "GENERAL",
            "kind_text": None,
            "stage": None,
            "stage_text": None,
            "attempt": 1,
            "counts": {"yes": 1, "no": 1, "abstain": 0, "paired": 0, "recused": 0},
            "published_counts": {"yes": None, "no": None, "abstain": None, "paired": None},
            "totals_agree": True,
            "result": "TIE",
            "stated_result": None,
            "reason": "TIED",
            "needed": 2,
            "missing": 1,
            "in_office": 3,
            "in_office_basis": "ROSTER",
            "quorum_text": None,
            "rule": {
                "code": "SIMPLE",
                "base": "PRESENT",
                "numerator": 1,
                "denominator": 2,
                "is_strict": True,
                "citation": senate.vote.rule.citation,
            },
            "source": None,
        }

    def test_names_each_senator_with_the_bench_of_that_day(self, client, senate):
        ballots = client.get("/api/v1/votes/374/39/1").json()["ballots"]

        assert ballots[0] == {
            "senator": {
                "id": "senator/irene-calfun",
                "slug": "irene-calfun",
                "name": "Irene Calfún Ovalle",
                "url": f"{SITE}/api/v1/senators/irene-calfun",
                "page": f"{SITE}/senadores/irene-calfun/",
                "senate_id": 901,
            },
            "printed_name": "Irene Calfún Ovalle",
            "choice": "YES",
            "party": {"slug": "del-sur", "name": "Partido del Sur", "abbreviation": "PS"},
            "caucus": {"slug": "bancada-sur", "name": "Bancada del Sur", "abbreviation": "BS"},
            "region": {"slug": "maule", "name": "Maule"},
        }
        assert (ballots[1]["party"], ballots[1]["caucus"]) == (None, None)

    def test_says_who_was_absent_and_why(self, client, senate):
        vote = client.get("/api/v1/votes/374/39/1").json()
        absent = vote["absent"]

        assert vote["knows_absent"] is True
        assert [(one["senator"]["id"], one["attendance"], one["reason"]) for one in absent] == [
            ("senator/celia-nancupil", "JUSTIFIED", "Licencia médica")
        ]

    def test_calls_nobody_absent_where_the_roster_is_not_complete(self, client):
        take_vote(yes=[senator()], session=sitting(1))

        vote = client.get("/api/v1/votes/374/1/1").json()

        assert (vote["knows_absent"], vote["absent"]) == (False, [])

    def test_calls_nobody_absent_where_a_name_was_not_recognised(self, client):
        RosterSpanFactory()
        take_vote(yes=[senator(), "Alguien, Otro"], session=sitting(1))

        vote = client.get("/api/v1/votes/374/1/1").json()

        assert (vote["knows_absent"], vote["absent"]) == (False, [])
        assert [ballot["senator"] for ballot in vote["ballots"]][1] is None
        assert vote["ballots"][1]["printed_name"] == "Alguien, Otro"

    def test_of_a_secret_vote_has_counts_and_no_names(self, client, senate):
        vote = client.get("/api/v1/votes/374/39/2").json()

        assert vote["counts"]["yes"] == 2
        assert (vote["ballots"], vote["knows_absent"]) == ([], False)

    def test_keeps_published_totals_that_disagree(self, client):
        take_vote(yes=[senator()], session=sitting(1), published=(2, 0, 0, 0))

        vote = client.get("/api/v1/votes/374/1/1").json()

        assert vote["published_counts"] == {"yes": 2, "no": 0, "abstain": 0, "paired": 0}
        assert (vote["counts"]["yes"], vote["totals_agree"]) == (1, False)

    def test_says_unknown_rather_than_guess(self, client):
        take_vote(
            yes=[senator()], session=sitting(1), rule="THREE_FIFTHS_IN_OFFICE", in_office=None
        )

        vote = client.get("/api/v1/votes/374/1/1").json()

        assert (vote["result"], vote["needed"], vote["in_office"]) == ("UNKNOWN", None, None)
        assert vote["in_office_basis"] == "UNKNOWN"

    def test_is_the_same_at_the_address_of_its_page(self, client, senate):
        assert (
            client.get("/votaciones/374/39/1.json").json()
            == client.get("/api/v1/votes/374/39/1").json()
        )

    @pytest.mark.parametrize("people", [1, 3])
    def test_costs_four_queries_and_one_for_the_reasons(
        self, client, django_assert_num_queries, people
    ):
        RosterSpanFactory()
        answering, silent = ([senator() for _ in range(people)] for _ in range(2))
        session = sitting(1, attendance=dict.fromkeys(silent, "ABSENT"))
        take_vote(yes=answering, session=session)

        with django_assert_num_queries(5):
            client.get("/api/v1/votes/374/1/1")


class TestTheList:
    def test_is_the_newest_first_without_ballots(self, client, senate):
        take_vote(totals=(2, 1, 0, 0), session=sitting(3, held_on=date(2026, 11, 3)))

        votes = client.get("/api/v1/votes").json()["results"]

        assert [vote["id"] for vote in votes] == ["vote/374/3/1", "vote/374/39/2", "vote/374/39/1"]
        assert ["ballots" in vote for vote in votes] == [False, False, False]

    def test_gives_the_ballots_if_asked(self, client, senate):
        votes = client.get("/api/v1/votes?include=ballots").json()["results"]

        assert [len(vote["ballots"]) for vote in votes] == [0, 2]
        assert "absent" not in votes[1]

    @pytest.mark.parametrize(
        "query",
        [
            "?tipo=particular",
            "?resultado=rechazada",
            "?anio=2025",
            "?boletin=8575-05",
            "?legislatura=373",
            "?hasta=2025-12-31",
        ],
    )
    def test_is_narrowed_by_the_words_of_the_pages(self, client, query):
        take_vote(totals=(2, 1, 0, 0), session=sitting(1))
        take_vote(
            totals=(1, 2, 0, 0),
            session=sitting(2, legislature=373, held_on=date(2025, 5, 6)),
            kind=DebateKind.PARTICULAR,
            bill=BillFactory(number="8575-05"),
        )

        assert ids(client, query) == ["vote/373/2/1"]

    @pytest.mark.parametrize("votes", [1, 3])
    def test_costs_two_queries_and_one_for_every_ballot(
        self, client, django_assert_num_queries, votes
    ):
        person = senator(during=days())
        for number in range(votes):
            take_vote(yes=[person], session=sitting(number + 1))

        with django_assert_num_queries(2):
            client.get("/api/v1/votes")
        with django_assert_num_queries(3):
            client.get("/api/v1/votes?include=ballots")

    def test_never_has_votes_of_committees(self, client, senate):
        session = sitting(1, committee=senate.committee)
        take_vote(totals=(2, 1, 0, 0), session=session)

        assert ids(client, "") == ["vote/374/39/2", "vote/374/39/1"]
