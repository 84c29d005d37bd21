from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone, translation

from legislation.people.enums import ExclusionReason, HeadcountBasis
from legislation.provenance.models import Source
from legislation.sessions.enums import AttendanceState
from legislation.votes.enums import DebateKind
from legislation.votes.models import Vote
from legislation.votes.selectors import latest_votes, vote_detail
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_lines import question
from tests.factories.bills import BillFactory
from tests.factories.people import (
    CaucusFactory,
    CommitteeFactory,
    ExclusionFactory,
    PartyFactory,
    RosterSpanFactory,
    senator,
)
from tests.factories.votes import pair, sitting, take_vote
from tests.portals.citizens.reading import left_out, notices_of, text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
NO_PARTY = "No party on record"
HOSTILE = '<script>alert("1")</script> & «comillas»'


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def address_of(vote: Vote, *, end: str = "") -> str:
    session = vote.session
    return f"/en/votaciones/{session.legislature_id}/{session.number}/{vote.position}/{end}"


def main_of(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return BeautifulSoup(response.content, "html.parser").main


def section(main: BeautifulSoup, name: str):
    heading = main.find(id=name)
    return heading.find_parent("section") if heading else None


def senators(count: int, **fields):
    return [senator(**fields) for _each in range(count)]


class TestTheList:
    def test_says_each_result_in_a_sentence(self, client):
        bill = BillFactory(number="17345-11", plain_title="Plazos para las listas de espera")
        people = senators(3)
        take_vote(yes=people[:2], no=people[2:], bill=bill, session=sitting(39))

        row = main_of(client, "/en/votaciones/").select_one(".vote-row")

        assert text_of(row.h2) == (
            "Plazos para las listas de espera, in general."
            " Approved: 2 votes in favour; 2 of the 3 who voted were needed."
        )
        assert row.h2.a["href"] == "/en/votaciones/374/39/1/"
        facts = [text_of(fact) for fact in row.select(".vote-row__meta > *")]
        assert facts == ["Bill 17345-11", "In general", "Sitting 39/374", "7 October 2026"]

    def test_names_by_its_subject_a_vote_in_particular(self, client):
        bill = BillFactory(number="17345-11", plain_title="Plazos para las listas de espera")
        take_vote(
            yes=senators(1),
            bill=bill,
            kind=DebateKind.PARTICULAR,
            subject="17.345-11 Artículo 9, inciso primero (Boletín N° 17.345-11). APROBADO.",
        )

        row = main_of(client, "/en/votaciones/").select_one(".vote-row")

        assert text_of(row.h2).startswith("Artículo 9, inciso primero. Approved: 1 vote")

    def test_shortens_a_subject_between_words(self, client):
        take_vote(yes=senators(1), subject="palabra " * 60, kind=DebateKind.PARTICULAR)

        heading = text_of(main_of(client, "/en/votaciones/").select_one(".vote-row h2"))

        assert heading.startswith("palabra " * 21 + "palabra… Approved")

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("", {1, 2, 3}),
            ("?tipo=particular", {2}),
            ("?resultado=rechazada", {3}),
            ("?anio=2025", {1}),
            ("?boletin=17345-11", {3}),
            ("?boletin=17345-11&resultado=aprobada", set()),
            ("?otra=cosa", {1, 2, 3}),
        ],
    )
    def test_is_narrowed_by_its_filters(self, client, query, found):
        people, bill = senators(2), BillFactory(number="17345-11")
        take_vote(yes=people, session=sitting(1, legislature=373, held_on=date(2025, 6, 4)))
        take_vote(yes=people, session=sitting(2), kind=DebateKind.PARTICULAR)
        take_vote(no=people, session=sitting(3), bill=bill)

        links = main_of(client, f"/en/votaciones/{query}").select(".vote-row h2 a")

        assert {int(link["href"].split("/")[4]) for link in links} == found

    @pytest.mark.parametrize(
        "query", ["tipo=otro", "resultado=x", "anio=hoy", "anio=0", "anio=99999"]
    )
    def test_leaves_out_a_filter_that_means_nothing_and_says_so(self, client, query):
        people = senators(1)
        take_vote(yes=people, session=sitting(1))
        take_vote(no=people, session=sitting(2), kind=DebateKind.PARTICULAR)

        main = main_of(client, f"/en/votaciones/?{query}")

        assert notices_of(main) == [left_out(query)]
        assert text_of(main.select_one(".found strong")) == "2 votes"
        assert len(main.select(".vote-row")) == 2
        assert not main.select("option[selected]:not([value=''])")
        assert main.select_one(".downloads a")["href"] == "/votaciones.csv"

    def test_is_still_narrowed_by_what_means_something_beside_what_does_not(self, client):
        people = senators(1)
        take_vote(yes=people, session=sitting(1))
        take_vote(no=people, session=sitting(2), kind=DebateKind.PARTICULAR)

        main = main_of(client, "/en/votaciones/?tipo=particular&resultado=x&anio=hoy")

        assert notices_of(main) == [left_out("resultado=x", "anio=hoy")]
        assert [a["href"] for a in main.select(".vote-row h2 a")] == ["/en/votaciones/374/2/1/"]
        assert main.select_one(".downloads a")["href"] == "/votaciones.csv?tipo=particular"

    def test_that_understood_everything_says_nothing_of_it(self, client):
        address = "/en/votaciones/?tipo=general&resultado=aprobada&anio=2026&boletin=1"

        assert notices_of(main_of(client, address)) == []

    def test_has_no_page_that_was_not_given_by_it(self, client):
        assert client.get("/votaciones/?pagina=x").status_code == 404

    def test_goes_on_where_a_page_ends(self, client):
        people = senators(1)
        session = sitting(1)
        for _each in range(31):
            take_vote(yes=people, session=session)

        first = main_of(client, "/en/votaciones/?tipo=general")
        older = first.select_one('.pager a[rel="next"]')["href"]
        second = main_of(client, older)

        assert len(first.select(".vote-row")) == 30
        assert "tipo=general" in older
        assert [a["href"] for a in second.select(".vote-row h2 a")] == ["/en/votaciones/374/1/1/"]
        assert second.select_one('.pager a[rel="prev"]')

    def test_says_when_nothing_is_found(self, client):
        main = main_of(client, "/en/votaciones/")

        assert text_of(main.select_one(".empty")) == "No vote is like that. Try with fewer filters."

    def test_holds_no_votes_of_committees(self, client):
        take_vote(yes=senators(1), session=sitting(committee=CommitteeFactory()))

        assert not main_of(client, "/en/votaciones/").select(".vote-row")

    def test_says_how_many_votes_its_filters_leave(self, client):
        for kind in (DebateKind.GENERAL, DebateKind.PARTICULAR, DebateKind.PARTICULAR):
            take_vote(yes=senators(1), kind=kind)
        take_vote(yes=senators(1), session=sitting(committee=CommitteeFactory()))

        said = [
            text_of(main_of(client, f"/en/votaciones/{query}").select_one(".found"))
            for query in ("", "?tipo=general", "?anio=2020")
        ]

        assert said == ["3 votes newest first", "1 vote newest first", "0 votes newest first"]

    @pytest.mark.parametrize("votes", [1, 3])
    def test_costs_four_queries(self, client, votes, django_assert_num_queries):
        for _each in range(votes):
            take_vote(yes=senators(1), bill=BillFactory())
        with django_assert_num_queries(4):
            client.get("/votaciones/")


class TestTheResult:
    def test_is_the_title_and_says_why(self, client):
        people = senators(3)
        vote = take_vote(
            yes=people[:2],
            no=people[2:],
            rule="QUALIFIED_QUORUM",
            in_office=3,
            bill=BillFactory(number="17345-11", plain_title="Listas de espera"),
            taken_at=datetime(2026, 10, 7, 21, 52, tzinfo=UTC),
        )

        main = main_of(client, address_of(vote))

        assert text_of(main.h1) == "The Senate approved, 2 to 1: Listas de espera, in general"
        assert text_of(main.select_one(".kicker")) == (
            "Approved In general Wednesday 7 October 2026, 18:52"
        )
        why = section(main, "por-que")
        assert text_of(why.h2) == "Why it was approved"
        assert text_of(why.select_one(".lead")) == (
            "Approved: 2 votes in favour; 2 of the 3 members in office were needed."
        )
        assert text_of(why.select(".lead + p")[0]) == (
            "Required: more than half of the members in office, that is 2 of 3."
            " Legal basis: Constitución, art. 66 (Ley 21.535)."
        )
        assert "2 needed of 3 in office." in text_of(why)
        assert main.select_one('.pagehead a[href="/en/proyectos/17345-11/"]')

    @pytest.mark.parametrize(
        ("answers", "fields", "title"),
        [
            ((2, 1, 0), {}, "The Senate approved, 2 to 1: Letra e)"),
            ((1, 2, 0), {}, "The Senate rejected, with 1 in favour and 2 against: Letra e)"),
            (
                (2, 1, 0),
                {"rule": "QUALIFIED_QUORUM", "in_office": 50},
                "The Senate rejected, with 2 in favour and 1 against: Letra e)",
            ),
            ((2, 2, 0), {}, "The Senate tied, 2 to 2: Letra e)"),
            ((2, 1, 1), {}, "The Senate did not resolve, because of abstentions: Letra e)"),
            (
                (2, 1, 0),
                {"rule": None},
                "The Senate voted, with a result that is not known: Letra e)",
            ),
        ],
    )
    def test_says_what_was_voted(self, client, answers, fields, title):
        given = [senators(count) for count in answers]
        choices = dict(zip(("yes", "no", "abstain"), given, strict=True))
        vote = take_vote(**choices, **fields, subject="17345-11. Letra e).", kind="PARTICULAR")

        assert text_of(main_of(client, address_of(vote)).h1) == title

    def test_leaves_to_the_line_beneath_what_its_bill_is_about(self, client):
        said = "Proyecto de ley, en primer trámite constitucional, que regula las colmenas"
        vote = take_vote(
            yes=senators(1),
            kind=DebateKind.PARTICULAR,
            bill=BillFactory(number="17345-11", title=said, plain_title="Colmenas sanas"),
            subject=f"17.345-11. Indicación N° 19 al artículo 8.º. {said}.",
        )

        main = main_of(client, address_of(vote))

        assert text_of(main.h1) == "The Senate approved, 1 to 0: Indicación N° 19 al artículo 8.º"
        assert text_of(main.select_one(".official")).endswith("que regula las colmenas.")
        assert text_of(main.select_one(".pagehead .lead")) == "Bill 17345-11: Colmenas sanas"

    def test_measures_a_share_of_those_present_on_those_who_voted(self, client):
        people = senators(5)
        vote = take_vote(yes=people[:2], no=people[2:3], recused=people[3:4])

        main = main_of(client, address_of(vote))

        why = text_of(section(main, "por-que"))
        assert "2 needed of the 3 who voted." in why
        assert (
            "Required: more than half of those present, that is 2 of the 3 who voted."
            " 1 paired or recused member counts as absent."
        ) in why
        assert "of the 3 who voted" in text_of(main.select_one("svg.hemi"))

    def test_shows_the_rule_with_its_days_and_where_the_number_in_office_comes_from(self, client):
        vote = take_vote(yes=senators(1), rule="ORGANIC", in_office=50, basis=HeadcountBasis.SEATS)

        facts = main_of(client, address_of(vote)).select_one(".facts")
        said = {text_of(d.dt): text_of(d.dd) for d in facts.find_all("div")}

        assert said == {
            "Majority required": "Constitutional organic law",
            "Legal basis": "Constitución, art. 66 (Ley 21.535); in force since 27 January 2023",
            "Members in office": "50 senators in office, from the number of elected seats",
            "Kind of debate": "In general",
        }

    def test_of_an_older_rule_says_until_when_it_was_in_force(self, client):
        vote = take_vote(
            yes=senators(1),
            rule="ORGANIC",
            in_office=43,
            session=sitting(legislature=367, held_on=date(2019, 5, 7)),
        )

        assert "Constitución, art. 66; in force until 26 January 2023" in text_of(
            main_of(client, address_of(vote)).select_one(".facts")
        )

    def test_is_not_known_where_the_members_in_office_are_not(self, client):
        people = senators(3)
        vote = take_vote(yes=people[:2], no=people[2:], rule="QUALIFIED_QUORUM")

        main = main_of(client, address_of(vote))

        assert text_of(main.h1).startswith("The Senate voted, with a result that is not known: ")
        assert text_of(section(main, "por-que").select_one(".lead")) == (
            "Result not known: 2 votes in favour and 1 vote against;"
            " the number of members in office is not known."
        )
        assert "How many votes were needed is not known." in text_of(section(main, "por-que"))
        assert "How many senators were in office that day is not known." in text_of(
            section(main, "regla")
        )
        assert not main.select(".u-need")

    def test_without_a_rule_on_record_says_so(self, client):
        vote = take_vote(yes=senators(1), rule=None)

        main = main_of(client, address_of(vote))

        assert "The majority that this vote needed is not on record." in text_of(main)
        assert "Majority required Not known" in text_of(section(main, "regla"))

    def test_of_a_number_in_office_without_the_excluded_says_where_it_comes_from(self, client):
        vote = take_vote(yes=senators(1), in_office=49, basis=HeadcountBasis.EXCLUDED)

        assert (
            "49 senators in office, from the number of elected seats, less the exclusions on record"
        ) in text_of(section(main_of(client, address_of(vote)), "regla"))

    def test_by_fewer_than_a_third_of_those_in_office_is_shown_with_a_notice(self, client):
        people = senators(6)
        vote = take_vote(yes=people[:2], paired=people[2:], in_office=7)

        main = main_of(client, address_of(vote))

        assert text_of(main.select_one(".notice")) == (
            "Fewer answered than a third of the senators in office For the Senate to decide, a"
            " third of the senators in office must be present: 3 of 7 (Constitución, art. 56)."
            " Answers on record, without the paired and the recused: 2. The source does not say"
            " who was present without voting; the vote is shown as published."
        )
        assert text_of(main.h1).startswith("The Senate approved, 2 to 0: ")

    def test_by_a_third_of_those_in_office_needs_no_notice(self, client):
        vote = take_vote(yes=senators(3), in_office=7)

        assert not main_of(client, address_of(vote)).select(".notice")

    def test_stated_otherwise_by_the_source_is_shown_beside_ours(self, client):
        people = senators(2)
        vote = take_vote(yes=people[:1], no=people[1:], stated="REJECTED")

        notice = main_of(client, address_of(vote)).select_one(".notice")

        assert text_of(notice) == (
            "The result stated and the result worked out differ The source says: Rejected."
            " By the rule and the figures on record it is: Tie."
            " Both are shown; neither is corrected here."
        )

    def test_stated_and_not_checkable_is_shown_as_stated(self, client):
        vote = take_vote(yes=senators(2), rule="QUALIFIED_QUORUM", stated="APPROVED")

        assert text_of(main_of(client, address_of(vote)).select_one(".notice")) == (
            "The source states a result The source says: Approved."
            " The figures on record are not enough to check it."
        )

    def test_stated_alike_needs_no_notice(self, client):
        vote = take_vote(yes=senators(1), stated="APPROVED", published=(1, 0, 0, 0))

        assert not main_of(client, address_of(vote)).select(".notice")


class TestTotals:
    def test_that_disagree_with_the_roll_call_are_shown_side_by_side(self, client):
        people = senators(4)
        vote = take_vote(yes=people[:2], no=people[2:3], paired=people[3:], published=(3, 1, 0, 0))

        main = main_of(client, address_of(vote))

        assert text_of(main.select_one(".notice")) == (
            "The published totals and the roll call disagree"
            " The source publishes both. The result is worked out from the roll call."
        )
        rows = section(main, "totales").select("tbody tr")
        assert [text_of(row) for row in rows] == [
            "Yes 3 2",
            "No 1 1",
            "Abstention 0 0",
            "Paired 0 1",
        ]

    def test_that_the_source_does_not_publish_are_not_made_up(self, client):
        vote = take_vote(yes=senators(1), recused=senators(1), published=(2, 0, 0, 0))

        rows = section(main_of(client, address_of(vote)), "totales").select("tbody tr")

        assert text_of(rows[-1]) == "Recused No data 1"

    def test_that_agree_are_not_repeated(self, client):
        vote = take_vote(yes=senators(1), published=(1, 0, 0, 0))

        assert section(main_of(client, address_of(vote)), "totales") is None


class TestTheChamber:
    def test_keeps_each_seat_where_it_was_whatever_is_answered(self, client):
        benches = [CaucusFactory(abbreviation=name) for name in ("ZZ", "AA")]
        people = [
            senator(f"Persona {surname} Soto", region=region, caucus=bench)
            for surname, region, bench in (
                ("Uribe", "maule", benches[0]),
                ("Abarca", "maule", benches[0]),
                ("Zúñiga", "tarapaca", benches[0]),
                ("Lillo", "biobio", benches[1]),
            )
        ]
        one = take_vote(yes=people)
        other = take_vote(no=people[:2], abstain=people[2:3], yes=[*people[3:], "Otra O., Ana"])

        def seats(vote):
            titles = main_of(client, address_of(vote)).select("svg.hemi use title")
            return [text_of(title).split(":")[0] for title in titles]

        fixed = [
            "Persona Lillo Soto (AA)",
            "Persona Zúñiga Soto (ZZ)",
            "Persona Abarca Soto (ZZ)",
            "Persona Uribe Soto (ZZ)",
        ]
        assert seats(one) == fixed
        assert seats(other) == [*fixed, "Otra O., Ana"]

    def test_is_described_for_those_who_do_not_see_it_and_has_a_table(self, client):
        people = senators(3)
        vote = take_vote(yes=people[:2], no=people[2:], rule="QUALIFIED_QUORUM", in_office=3)

        main = main_of(client, address_of(vote))

        assert text_of(main.select_one("svg.hemi desc")) == (
            "3 seats: 2 in favour, 1 against. 2 needed of 3 in office."
            " The table below names everybody."
        )
        assert main.select_one('figure.twin a[href="#nomina"]')
        assert main.find(id="nomina")

    def test_by_answer_draws_the_line_after_the_needed_seat(self, client):
        people = senators(3)
        vote = take_vote(yes=people[:2], no=people[2:], rule="QUALIFIED_QUORUM", in_office=3)

        by_bench = main_of(client, address_of(vote))
        response = client.get(address_of(vote, end="por-respuesta/"))
        page = BeautifulSoup(response.content, "html.parser")

        assert not by_bench.select("svg.hemi .hemi__need")
        assert len(page.select("svg.hemi .hemi__need")) == 1
        canonical = page.find("link", rel="canonical")["href"]
        assert canonical == f"http://testserver{address_of(vote)}"
        assert text_of(page.select_one('.viewsw [aria-current="true"]')) == "By answer"

    def test_is_not_drawn_for_a_secret_vote(self, client):
        RosterSpanFactory()
        senators(3)
        vote = take_vote(totals=(2, 1, 0, 0), in_office=3, rule="QUALIFIED_QUORUM")

        main = main_of(client, address_of(vote))

        assert text_of(main.h1).startswith("The Senate approved, 2 to 1: ")
        assert text_of(main.select_one(".notice")) == (
            "There is no roll call Only totals were published, as in a secret vote."
            " Who answered what is not on record."
        )
        assert not main.select("svg.hemi")
        assert section(main, "nomina") is None
        assert "Absent" not in text_of(main)


class TestPartiesAndRegions:
    def test_are_those_of_the_day_of_the_vote(self, client):
        frente, union = PartyFactory(name="Frente", slug="f"), PartyFactory(name="Unión", slug="u")
        people = [
            senator(party=frente, region="maule"),
            senator(party=frente, region="tarapaca"),
            senator(party=union, region="tarapaca"),
            senator(region="nuble"),
        ]
        vote = take_vote(yes=people[:1], no=people[1:3], abstain=people[3:])

        main = main_of(client, address_of(vote))

        parties = [text_of(row) for row in section(main, "partidos").select("tbody tr")]
        assert parties == [
            f"Frente {frente.abbreviation} 1 1 0 0",
            f"Unión {union.abbreviation} 0 1 0 0",
            "No party on record 0 0 1 0",
        ]
        regions = [text_of(row) for row in section(main, "regiones").select("tbody tr")]
        assert regions == ["Tarapacá 0 2 0 0", "Maule 1 0 0 0", "Ñuble 0 0 1 0"]
        assert main.select_one('a[href="/en/partidos/f/"]')
        assert main.select_one('a[href="/en/regiones/nuble/"]')

    def test_benches_and_parties_are_said_to_be_different_things(self, client):
        people = [senator(caucus=CaucusFactory()), senator()]
        with_caucus = take_vote(yes=people)
        without = take_vote(yes=people[1:])

        def note(vote):
            return text_of(section(main_of(client, address_of(vote)), "partidos").header)

        assert note(with_caucus) == (
            "By party A bench may join senators of several parties, and some of no party:"
            " its size need not be that of a party."
        )
        assert note(without) == "By party"

    def test_nobodys_party_is_an_empty_cell(self, client):
        party = PartyFactory(name="Frente", abbreviation="F")
        vote = take_vote(yes=[senator(party=party), senator()])

        rows = section(main_of(client, address_of(vote)), "nomina").select("#yes tr")[1:]

        assert sorted(text_of(row.td) for row in rows) == ["F", "No party on record"]


class TestTheAbsent:
    def test_are_named_with_what_is_known_where_the_roster_is_complete(self, client):
        RosterSpanFactory()
        ana, eva, luis, _sol, voter = (
            senator(f"{name} Soto Paz") for name in ("Ana", "Eva", "Luis", "Sol", "Una")
        )
        session = sitting(
            attendance={
                ana: (AttendanceState.JUSTIFIED, "Enfermedad"),
                eva: AttendanceState.PRESENT,
                luis: AttendanceState.ABSENT,
            }
        )
        vote = take_vote(yes=[voter], session=session)

        body = main_of(client, address_of(vote)).find("tbody", id="absent")

        assert [text_of(row) for row in body.select("tr")] == [
            "Absent 4",
            f"Ana Soto Paz {NO_PARTY}, Maule with leave: Enfermedad {NO_PARTY} Maule Absent",
            f"Eva Soto Paz {NO_PARTY}, Maule attended the sitting and did not vote"
            f" {NO_PARTY} Maule Absent",
            f"Luis Soto Paz {NO_PARTY}, Maule did not attend the sitting {NO_PARTY} Maule Absent",
            f"Sol Soto Paz {NO_PARTY}, Maule {NO_PARTY} Maule Absent",
        ]

    def test_are_nobody_where_the_roster_is_not_complete(self, client):
        voter, _other = senators(2)
        main = main_of(client, address_of(take_vote(yes=[voter])))

        assert main.find("tbody", id="absent") is None
        assert "Absent" not in text_of(section(main, "por-que"))
        assert text_of(section(main, "nomina").header) == (
            "Roll call The list of senators in office that day is not complete,"
            " so who was absent is not known."
        )

    def test_are_nobody_where_a_name_was_matched_to_nobody(self, client):
        RosterSpanFactory()
        voter, _other = senators(2)
        main = main_of(client, address_of(take_vote(yes=[voter, "Otra O., Ana"])))

        assert main.find("tbody", id="absent") is None
        assert text_of(section(main, "nomina").header) == (
            "Roll call 1 name of this roll call was matched to nobody,"
            " so who was absent is not known."
        )
        assert "Otra O., Ana name as printed Yes" in text_of(section(main, "nomina"))

    def test_are_counted_even_when_they_are_none(self, client):
        RosterSpanFactory()
        main = main_of(client, address_of(take_vote(yes=senators(2))))

        assert "Absent 0" in text_of(section(main, "por-que"))

    def test_are_not_those_out_of_office(self, client):
        RosterSpanFactory()
        voter, suspended = senators(2)
        ExclusionFactory(person=suspended, reason=ExclusionReason.SUSPENDED)

        main = main_of(client, address_of(take_vote(yes=[voter])))

        assert main.find("tbody", id="absent") is None
        nomina = text_of(section(main, "nomina"))
        assert nomina.endswith(
            f"Not in office that day {suspended.full_name} Suspended: immunity lifted"
        )


def test_the_paired_are_named_with_whom_and_until_when(client):
    ana, luis, eva = senator("Ana Abarca Soto"), senator("Luis Paz Soto"), senator("Eva Lillo Soto")
    pair(ana, luis, date(2026, 10, 1), date(2026, 11, 1))
    vote = take_vote(paired=[ana, luis, eva], yes=senators(1))

    body = main_of(client, address_of(vote)).find("tbody", id="paired")

    assert [text_of(row) for row in body.select("tr")[1:]] == [
        f"Ana Abarca Soto {NO_PARTY}, Maule with Luis Paz Soto, until 31 Oct 2026"
        f" {NO_PARTY} Maule Paired",
        f"Eva Lillo Soto {NO_PARTY}, Maule {NO_PARTY} Maule Paired",
        f"Luis Paz Soto {NO_PARTY}, Maule with Ana Abarca Soto, until 31 Oct 2026"
        f" {NO_PARTY} Maule Paired",
    ]


@pytest.mark.parametrize(
    ("second", "third", "name"),
    [
        ("TIED_AGAIN", "TIED_A_THIRD_TIME", "Third vote: in the next ordinary sitting"),
        ("ABSTENTIONS_DECIDE", "ABSTENTIONS_ADDED", "Third vote: repeated at once"),
    ],
)
def test_a_third_vote_waited_only_where_the_second_was_a_second_tie(client, second, third, name):
    people, bill, session = senators(2), BillFactory(), sitting(40)
    given = {"yes": people[:1], "no": people[1:], "session": session, "bill": bill}
    votes = [take_vote(**given, attempt=attempt) for attempt in (1, 2, 3)]
    for vote, reason in zip(votes[1:], (second, third), strict=True):
        Vote.objects.filter(pk=vote.pk).update(reason=reason)

    main = main_of(client, address_of(votes[2]))

    last = section(main, "repeticiones").select("li")[-1]
    assert text_of(last).startswith(f"{name}. ")


def test_repetitions_lead_to_each_other(client):
    people, bill, session = senators(4), BillFactory(), sitting(40)
    tie = take_vote(yes=people[:2], no=people[2:], session=session, bill=bill)
    again = take_vote(yes=people[:3], no=people[3:], session=session, bill=bill, attempt=2)

    items = section(main_of(client, address_of(again)), "repeticiones").select("li")

    assert [text_of(item) for item in items] == [
        "First vote. Tie: 2 votes in favour and 2 votes against; the vote is repeated at once."
        " 7 October 2026",
        "Second vote: the repetition. Approved: 3 votes in favour; 3 of the 4 who voted were needed."
        " 7 October 2026",
    ]
    assert items[0].a["href"] == address_of(tie)
    assert items[1].a is None
    assert section(main_of(client, address_of(tie)), "repeticiones").select("a")[0][
        "href"
    ] == address_of(again)


class TestMySenators:
    def test_come_first_when_the_address_names_their_region(self, client):
        mine, other = senator("Ana Abarca Soto", region="nuble"), senator(region="maule")
        vote = take_vote(yes=[mine], no=[other])

        response = client.get(f"{address_of(vote)}?region=nuble")
        main = BeautifulSoup(response.content, "html.parser").main

        first = main.select_one("section.rubric")
        assert text_of(first.h2) == "Senators of Ñuble"
        assert [text_of(row) for row in first.select("tbody tr")] == [
            "Ana Abarca Soto No party on record Yes"
        ]
        assert not response.cookies
        assert response.headers["ETag"]
        assert "Cookie" not in response.headers.get("Vary", "")

    def test_are_chosen_among_the_regions_of_the_vote(self, client):
        vote = take_vote(yes=[senator(region="nuble"), senator(region="tarapaca")])

        main = main_of(client, address_of(vote))
        options = main.select("#p-region option")
        order = [part.get("id") for part in main.select("#por-que, #region, #regla, #sala")]
        assert order == ["por-que", "region", "regla", "sala"]

        assert [(o["value"], text_of(o)) for o in options] == [
            ("tarapaca", "Tarapacá"),
            ("nuble", "Ñuble"),
        ]

    def test_of_a_region_without_anybody_in_the_vote_are_nobody(self, client):
        vote = take_vote(yes=[senator(region="nuble")])

        main = main_of(client, f"{address_of(vote)}?region=aysen")

        assert text_of(section(main, "mis-senadores").select_one(".empty")) == (
            "Nobody from this region is in the record of this vote."
        )

    def test_of_no_region_do_not_exist(self, client):
        vote = take_vote(yes=senators(1))

        assert client.get(f"{address_of(vote)}?region=atlantida").status_code == 404


class TestTheAddress:
    def test_has_one_form(self, client):
        take_vote(yes=senators(1), session=sitting(39))

        for wrong, right in (
            ("/votaciones/0374/039/01/", "/votaciones/374/39/1/"),
            ("/en/votaciones/374/39/01/?region=maule", "/en/votaciones/374/39/1/?region=maule"),
            ("/votaciones/374/39/01/por-respuesta/", "/votaciones/374/39/1/por-respuesta/"),
            ("/votaciones/374/39/1", "/votaciones/374/39/1/"),
        ):
            response = client.get(wrong)
            assert (response.status_code, response.headers["Location"]) == (301, right)

    @pytest.mark.parametrize("path", ["374/39/2/", "374/40/1/", "373/39/1/", "374/39/0/"])
    def test_of_a_vote_that_is_not_there_is_not_found(self, client, path):
        take_vote(yes=senators(1), session=sitting(39))

        assert client.get(f"/votaciones/{path}").status_code == 404

    def test_of_a_vote_of_a_committee_is_not_found(self, client):
        vote = take_vote(yes=senators(1), session=sitting(7, committee=CommitteeFactory()))

        assert client.get(address_of(vote)).status_code == 404


def test_a_vote_leads_to_its_sitting_its_people_and_its_other_formats(client):
    person = senator("Ana Abarca Soto", slug="abarca-soto-ana")
    vote = take_vote(yes=[person], session=sitting(39))

    main = main_of(client, address_of(vote))

    assert section(main, "citar").select_one('a[href="/en/sesiones/374/39/"]')
    assert main.select_one('table a[href="/en/senadores/abarca-soto-ana/"]')
    assert [(a["href"], a["type"]) for a in main.select(".downloads a")] == [
        ("/votaciones/374/39/1.csv", "text/csv"),
        ("/votaciones/374/39/1.json", "application/json"),
    ]
    assert text_of(main.select_one(".cite")) == (
        "Senate of Chile, vote 1 of sitting 39/374, 7 October 2026, consulted on 24 November 2026."
        " http://testserver/en/votaciones/374/39/1/"
    )


def test_a_vote_says_where_it_was_read(client):
    vote = take_vote(yes=senators(1))
    vote.source = Source.objects.create(
        name="votaciones.php?boletin=17345",
        sha256="a" * 64,
        size=1,
        read_at=datetime(2026, 8, 19, 15, 0, tzinfo=UTC),
    )
    vote.save()

    assert text_of(main_of(client, address_of(vote)).select_one(".sources")) == (
        "Source: votaciones.php?boletin=17345, read on 19 August 2026."
    )


def test_nothing_of_the_record_is_markup(client):
    RosterSpanFactory()
    person = senator(party=PartyFactory(name=HOSTILE, abbreviation="<b>P</b>"))
    person.given_names = HOSTILE
    person.save()
    absent = senator()
    session = sitting(attendance={absent: (AttendanceState.JUSTIFIED, HOSTILE)})
    vote = take_vote(
        yes=[person],
        session=session,
        subject=HOSTILE,
        bill=BillFactory(plain_title=HOSTILE),
        kind=DebateKind.PARTICULAR,
    )
    Vote.objects.update(stage_text=HOSTILE, quorum_text=HOSTILE)

    for address in (
        address_of(vote),
        address_of(vote, end="por-respuesta/?region=maule"),
        "/en/votaciones/",
    ):
        content = client.get(address).content.decode()
        assert "<script>alert" not in content
        assert "<b>P</b>" not in content
        assert "&lt;script&gt;" in content


class TestTheCost:
    @pytest.mark.parametrize("people", [1, 3])
    def test_is_four_queries_however_many_voted(self, client, people, django_assert_num_queries):
        vote = take_vote(yes=senators(people), bill=BillFactory())
        with django_assert_num_queries(4):
            client.get(address_of(vote))

    @pytest.mark.parametrize("people", [1, 3])
    def test_is_eight_with_everything_there_is_to_ask(
        self, client, people, django_assert_num_queries
    ):
        RosterSpanFactory()
        ones, others, absent = senators(people), senators(people), senators(people)
        for one, other in zip(ones, others, strict=True):
            pair(one, other)
        session = sitting(attendance=dict.fromkeys(absent, AttendanceState.JUSTIFIED))
        yes, no = senators(2)
        vote = take_vote(
            yes=[yes], no=[no], paired=[*ones, *others], session=session, bill=BillFactory()
        )
        with django_assert_num_queries(8):
            client.get(f"{address_of(vote)}?region=maule")


@pytest.mark.parametrize("language", ["es", "en"])
def test_joined_addresses_are_those_that_the_site_answers_at(language):
    vote = take_vote(yes=senators(1), session=sitting(39))
    with translation.override(language):
        at = addresses()
        joined = (
            at.votes,
            at.vote(vote_detail(legislature=374, session_number=39, position=vote.position).row),
            at.sitting(374, 39),
            at.senators,
            at.senator("abarca"),
            at.region("nuble"),
            at.party("frente"),
            at.committee("salud"),
        )
        numbers = {"legislature": 374, "session": 39, "position": 1}
        answered = (
            reverse("citizens:vote-list"),
            reverse("citizens:vote", kwargs=numbers),
            reverse("citizens:session", kwargs={"legislature": 374, "number": 39}),
            reverse("citizens:senator-list"),
            reverse("citizens:senator", kwargs={"slug": "abarca"}),
            reverse("citizens:region", kwargs={"slug": "nuble"}),
            reverse("citizens:party", kwargs={"slug": "frente"}),
            reverse("citizens:committee", kwargs={"slug": "salud"}),
        )
    assert joined == answered


@pytest.mark.parametrize(
    ("subject", "asked"),
    [
        ("17.117-03 Aprobación de la letra e).", "Aprobación de la letra e)"),
        ("17117-03. Letra e) (Boletín N° 17.117-03).", "Letra e)"),
        ("Crea un fondo (Boletines N°s 17.117-03 y 9.100-07). RECHAZADO.", "Crea un fondo"),
        ("Crea un fondo. Boletín Nº 17.117-03", "Crea un fondo"),
        (
            "Que el Boletín N° 16.481-25 pase a comisión.",
            "Que el Boletín N° 16.481-25 pase a comisión",
        ),
        ("", "Listas de espera"),
        ("17.117-03", "Listas de espera"),
    ],
)
def test_the_question_leaves_out_what_its_line_says_already(subject, asked):
    bill = BillFactory(plain_title="Listas de espera")
    take_vote(yes=senators(1), subject=subject, kind=DebateKind.PARTICULAR, bill=bill)

    assert question(latest_votes(limit=1)[0]) == asked


def test_a_vote_of_which_nothing_is_said_is_named_as_it_is_cited():
    take_vote(yes=senators(1), subject="", session=sitting(39))

    with translation.override("en"):
        assert question(latest_votes(limit=1)[0]) == "Vote 1 of sitting 39/374"


def test_english_and_spanish_are_each_others_alternates(client):
    vote = take_vote(yes=senators(1), session=sitting(39))

    page = BeautifulSoup(client.get(address_of(vote)).content, "html.parser")

    assert page.html["lang"] == "en"
    alternates = {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")}
    assert alternates["es-CL"] == "http://testserver/votaciones/374/39/1/"
    assert alternates["en"] == "http://testserver/en/votaciones/374/39/1/"
    assert page.select_one('.official [lang="es"]')
