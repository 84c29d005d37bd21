import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.people.enums import CommitteeRole, ExclusionReason
from legislation.sessions.enums import AttendanceState, SessionState
from tests.factories.bills import AuthorshipFactory, BillFactory
from tests.factories.people import (
    CaucusFactory,
    CommitteeFactory,
    CommitteeSeatFactory,
    ExclusionFactory,
    MandateFactory,
    OfficeFactory,
    PartyFactory,
    PartyMembershipFactory,
    PersonFactory,
    RosterSpanFactory,
    days,
    senator,
)
from tests.factories.votes import sitting, take_vote
from tests.portals.citizens.reading import left_out, notices_of, text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
HOSTILE = '<script>alert("1")</script> & «comillas»'
BEFORE = (date(2014, 3, 11), date(2022, 3, 11))


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def main_of(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return BeautifulSoup(response.content, "html.parser").main


def section(main: BeautifulSoup, name: str):
    heading = main.find(id=name)
    return heading.find_parent("section") if heading else None


def rows_of(part) -> list[str]:
    return [text_of(row) for row in part.select("tbody tr")]


class TestTheDirectory:
    def test_goes_by_region_from_north_to_south(self, client):
        RosterSpanFactory()
        party = PartyFactory(name="Frente")
        senator("Ana Abarca Soto", region="nuble", slug="abarca", party=party)
        senator("Luis Paz Soto", region="tarapaca")

        main = main_of(client, "/en/senadores/")

        assert text_of(main.select_one(".lead")) == "2 senators in office."
        groups = main.select("section.rubric")
        assert [text_of(group) for group in groups] == [
            "Tarapacá Luis Paz Soto no party on record",
            "Ñuble Ana Abarca Soto Frente",
        ]
        assert [a["href"] for a in groups[1].select("a")] == [
            "/en/regiones/nuble/",
            "/en/senadores/abarca/",
        ]

    def test_goes_by_party_with_those_without_one_last(self, client):
        senator("Luis Paz Soto", region="tarapaca")
        senator("Ana Abarca Soto", region="nuble", party=PartyFactory(name="Unión", slug="u"))
        senator("Eva Lillo Soto", region="maule", party=PartyFactory(name="Alianza", slug="a"))

        groups = main_of(client, "/en/senadores/?por=partido").select("section.rubric")

        assert [text_of(group) for group in groups] == [
            "Alianza Eva Lillo Soto Maule",
            "Unión Ana Abarca Soto Ñuble",
            "No party on record Luis Paz Soto Tarapacá",
        ]
        assert groups[1].h2.a["href"] == "/en/partidos/u/"

    def test_goes_by_surname_as_spanish_does(self, client):
        for surname in ("Ñancupil", "Nuñez", "Álvarez", "Oyarzo"):
            senator(f"Ana {surname} Soto")

        groups = main_of(client, "/en/senadores/?por=nombre").select("section.rubric")

        assert [text_of(group.h2) for group in groups] == ["A", "N", "Ñ", "O"]
        assert text_of(groups[2].li) == "Ana Ñancupil Soto Maule, no party on record"

    def test_lists_former_senators_with_their_last_seat(self, client):
        gone = senator("Luis Paz Soto", slug="paz", region="nuble", during=days(*BEFORE))
        PartyMembershipFactory(person=gone, during=days(*BEFORE))
        senator("Ana Abarca Soto")

        former = section(main_of(client, "/en/senadores/"), "anteriores")

        assert [text_of(li) for li in former.select("li")] == ["Luis Paz Soto Ñuble, 2014 to 2022"]
        assert former.select_one('a[href="/en/senadores/paz/"]')

    def test_says_that_the_list_may_not_be_complete(self, client):
        senator()

        assert text_of(main_of(client, "/en/senadores/").select_one(".lead")) == (
            "1 senator is on record today; the list may not be complete."
        )

    def test_says_who_is_not_counted_as_in_office(self, client):
        RosterSpanFactory()
        ExclusionFactory(person=senator("Ana Abarca Soto"), reason=ExclusionReason.ABROAD)

        main = main_of(client, "/en/senadores/")

        assert text_of(main.select_one(".lead")) == "0 senators in office."
        assert text_of(main.select_one(".rubric li")) == (
            "Ana Abarca Soto no party on record. Abroad with constitutional permission"
        )

    def test_has_no_other_orders(self, client):
        assert client.get("/senadores/?por=asistencia").status_code == 404

    @pytest.mark.parametrize("order", ["", "?por=partido", "?por=nombre"])
    @pytest.mark.parametrize("people", [1, 3])
    def test_costs_three_queries(self, client, people, order, django_assert_num_queries):
        for _each in range(people):
            senator(party=PartyFactory())
            senator(during=days(*BEFORE))
        with django_assert_num_queries(3):
            client.get(f"/senadores/{order}")


class TestASenator:
    def test_is_told_by_region_party_term_and_offices(self, client):
        party, caucus = PartyFactory(name="Frente", slug="f"), CaucusFactory(name="Comité Frente")
        ana = senator("Ana Abarca Soto", slug="abarca", region="nuble", party=party, caucus=caucus)
        OfficeFactory(person=ana, during=days(date(2026, 3, 18), None))
        chaired = CommitteeFactory(name="Salud", slug="salud")
        CommitteeSeatFactory(
            person=ana,
            committee=chaired,
            role=CommitteeRole.CHAIR,
            during=days(date(2026, 3, 18), None),
        )
        CommitteeSeatFactory(
            person=ana,
            committee=CommitteeFactory(name="Agricultura", slug="agricultura"),
            during=days(date(2026, 4, 1), date(2026, 10, 1)),
        )

        main = main_of(client, "/en/senadores/abarca/")

        assert text_of(main.select_one(".person")) == (
            "AA Ana Abarca Soto Senator for Región de Ñuble, Frente Term 2022 to 2030"
            " President of the Senate Chairs the committee Salud"
        )
        assert rows_of(section(main, "cargos")) == [
            "Seat in the Senate Región de Ñuble 2022 to 2030",
            "Office President of the Senate Since 18 March 2026",
            "Party Frente Since 11 March 2022",
            "Caucus Comité Frente Since 11 March 2022",
        ]
        assert rows_of(section(main, "comisiones")) == [
            "Salud Chair Since 18 March 2026",
            "Agricultura Member 1 April 2026 to 30 September 2026",
        ]
        for address in ("regiones/nuble", "partidos/f", "comisiones/salud"):
            assert main.select_one(f'a[href="/en/{address}/"]')

    def test_a_seat_that_has_not_begun_is_told_in_the_future(self, client):
        ana = senator("Ana Abarca Soto", slug="abarca")
        for name, begins, ends in (
            ("Salud", date(2022, 3, 11), date(2024, 3, 11)),
            ("Hacienda", date(2026, 3, 11), None),
            ("Minería", date(2027, 3, 11), None),
            ("Trabajo", date(2027, 1, 5), date(2027, 3, 11)),
        ):
            CommitteeSeatFactory(
                person=ana, committee=CommitteeFactory(name=name), during=days(begins, ends)
            )

        assert rows_of(section(main_of(client, "/en/senadores/abarca/"), "comisiones")) == [
            "Hacienda Member Since 11 March 2026",
            "Minería Member Will begin on 11 March 2027",
            "Trabajo Member Will go from 5 January 2027 to 10 March 2027",
            "Salud Member 11 March 2022 to 10 March 2024",
        ]

    def test_who_left_is_told_in_the_past(self, client):
        ana = senator("Ana Abarca Soto", slug="abarca", region="nuble", during=days(*BEFORE))
        PartyMembershipFactory(
            person=ana, party=PartyFactory(name="Frente"), during=days(BEFORE[0], None)
        )
        ExclusionFactory(
            person=ana,
            reason=ExclusionReason.SUSPENDED,
            during=days(date(2020, 1, 1), date(2020, 2, 1)),
        )

        main = main_of(client, "/en/senadores/abarca/")

        assert text_of(main.select_one(".person .lead")) == "Former senator for Región de Ñuble"
        assert rows_of(section(main, "cargos"))[-1] == (
            "Not counted as in office Suspended: immunity lifted 1 January 2020 to 31 January 2020"
        )

    def test_without_a_term_on_record_is_not_counted(self, client):
        PersonFactory(slug="nadie")

        main = main_of(client, "/en/senadores/nadie/")

        assert text_of(main.select_one(".person .lead")) == "No term on record"
        assert text_of(section(main, "asistencia").select_one(".empty")) == (
            "Nothing can be counted without the days in office, and the record holds none."
        )
        assert not main.select(".measure")

    def test_can_be_written_to_as_far_as_the_record_says(self, client):
        senator(
            slug="abarca",
            email="abarca@ejemplo.cl",
            phone="+56 32 250 0000",
            curriculum_url="https://ejemplo.cl/abarca",
        )
        senator(slug="lillo", curriculum_url="javascript:alert(1)")

        contact = section(main_of(client, "/en/senadores/abarca/"), "contacto")

        assert [text_of(d) for d in contact.select("dl > div")] == [
            "E-mail abarca@ejemplo.cl",
            "Telephone +56 32 250 0000",
            "Curriculum On the Senate's site",
        ]
        assert [a["href"] for a in contact.select("a")] == [
            "mailto:abarca@ejemplo.cl",
            "https://ejemplo.cl/abarca",
        ]
        assert section(main_of(client, "/en/senadores/lillo/"), "contacto") is None

    def test_shows_the_bills_signed_and_the_latest_votes(self, client):
        ana, other = senator(slug="abarca"), senator()
        bill = BillFactory(number="17345-11", plain_title="Listas de espera")
        AuthorshipFactory(bill=bill, person=ana)
        AuthorshipFactory(bill=BillFactory(), person=other)
        take_vote(no=[ana], yes=[other], bill=bill)
        take_vote(yes=[other], bill=bill)

        main = main_of(client, "/en/senadores/abarca/")

        assert [text_of(li) for li in section(main, "proyectos").select("li")] == [
            "Listas de espera 17345-11, In progress, filed on 3 March 2026"
        ]
        assert section(main, "proyectos").select_one('a[href="/en/proyectos/?autor=abarca"]')
        assert rows_of(section(main, "votaciones")) == [
            "7 Oct 2026 Listas de espera, in general Bill 17345-11 No Tie, 1 to 1"
        ]
        score = section(main, "votaciones").select_one("tbody .nowrap")
        assert text_of(score) == "Tie, 1 to 1"

    def test_that_is_nobody_is_not_found(self, client):
        for end in ("", "votaciones/", "asistencia/"):
            assert client.get(f"/senadores/nadie/{end}").status_code == 404

    @pytest.mark.parametrize("each", [1, 3])
    def test_costs_seven_queries(self, client, each, django_assert_num_queries):
        ana = senator(slug="abarca", party=PartyFactory())
        for _each in range(each):
            CommitteeSeatFactory(person=ana)
            AuthorshipFactory(bill=BillFactory(), person=ana)
            take_vote(yes=[ana], session=sitting(attendance={ana: AttendanceState.PRESENT}))
        with django_assert_num_queries(7):
            client.get("/senadores/abarca/")


class TestFigures:
    """Computed by hand: ten sittings with attendance, of which two with leave and one that
    does not mention her leave seven; she attended five. Six votes with a roll call, of which
    one paired, one recused and one with leave leave three; she answered two."""

    @pytest.fixture
    def ana(self):
        ana, luis, eva = senator(slug="abarca"), senator(), senator()
        states = ["PRESENT"] * 5 + ["ABSENT"] * 2 + ["JUSTIFIED"] * 2
        sittings = [
            sitting(number, attendance={ana: (AttendanceState(state), "")})
            for number, state in enumerate(states, 1)
        ]
        sitting(10, attendance={luis: AttendanceState.PRESENT})
        sitting(11)
        take_vote(yes=[ana, luis], session=sittings[0])
        take_vote(abstain=[ana], yes=[luis], session=sittings[0])
        take_vote(yes=[luis], session=sittings[1])
        take_vote(paired=[ana, eva], yes=[luis], session=sittings[2])
        take_vote(recused=[ana], yes=[luis], session=sittings[2])
        take_vote(yes=[luis], session=sittings[7])
        take_vote(totals=(30, 2, 0, 0), session=sittings[2])
        return ana

    def test_have_fair_denominators_and_say_what_is_left_out(self, client, ana):
        part = section(main_of(client, "/en/senadores/abarca/"), "asistencia")

        floor, votes = part.select(".measure")
        assert text_of(part.header) == (
            "Attendance and participation Legislature 374:"
            " 11 March 2026 to 24 November 2026. Sitting by sitting"
        )
        assert text_of(floor.select_one(".measure__n")) == "5 of 7 sittings"
        assert text_of(floor).endswith(
            "10 sittings with published attendance while in office, leaving out:"
            " 2 absences with leave;"
            " 1 sitting whose attendance does not mention this person."
        )
        assert text_of(votes.select_one(".measure__n")) == "2 of 3 votes"
        assert text_of(votes).endswith(
            "6 votes with a roll call while in office, leaving out:"
            " 1 as paired; 1 as recused; 1 with leave."
        )

    def test_say_how_many_sittings_could_not_be_held(self, client, ana):
        sitting(12, attendance={ana: AttendanceState.PRESENT}, state=SessionState.FAILED)
        sitting(13, state=SessionState.FAILED)

        for address in ("/en/senadores/abarca/", "/en/senadores/abarca/asistencia/"):
            floor = main_of(client, address).select_one(".measure")
            assert text_of(floor.select_one(".measure__n")) == "5 of 7 sittings"
            assert text_of(floor).endswith(
                "1 sitting whose attendance does not mention this person."
                " 2 sittings more could not be held for want of quorum, and are not counted."
            )

    def test_give_no_percentage_of_few(self, client, ana):
        part = section(main_of(client, "/en/senadores/abarca/"), "asistencia")

        assert "%" not in text_of(part)
        assert text_of(part).count("Too few to give a percentage.") == 2

    def test_stand_beside_what_they_do_not_say(self, client, ana):
        for address in ("/en/senadores/abarca/", "/en/senadores/abarca/asistencia/"):
            caveat = text_of(main_of(client, address).select_one(".caveat"))
            assert caveat.startswith("What these figures do not say. They count presence")
            assert "They are no basis for ranking anybody" in caveat

    def test_compare_nobody_with_anybody(self, client, ana):
        for address in ("/en/senadores/abarca/", "/en/senadores/abarca/asistencia/"):
            words = text_of(main_of(client, address)).lower()
            assert "median" not in words
            assert "average" not in words

    def test_draw_one_stroke_a_sitting(self, client, ana):
        part = main_of(client, "/en/senadores/abarca/asistencia/")

        drawing = part.select_one("svg.strokes")
        strokes = {path["class"][0]: path["d"].count("M") for path in drawing.select("path")}
        assert strokes == {
            "att-present": 5,
            "att-absent": 2,
            "att-excused": 2,
            "att-unknown": 1,
        }
        assert drawing["aria-label"] == "Attended 5 of 7 sittings that count"

    def test_list_each_sitting_missed_with_what_is_known(self, client, ana):
        missed = section(main_of(client, "/en/senadores/abarca/asistencia/"), "ausencias")

        assert rows_of(missed) == [
            "7 Oct 2026 10/374 The attendance does not mention this person; not counted",
            "7 Oct 2026 9/374 With leave; not counted",
            "7 Oct 2026 8/374 With leave; not counted",
            "7 Oct 2026 7/374 Absent, without a reason on record",
            "7 Oct 2026 6/374 Absent, without a reason on record",
        ]
        assert missed.select_one('a[href="/en/sesiones/374/7/"]')

    def test_of_an_earlier_year_are_asked_for_by_its_number(self, client, ana):
        sitting(
            1,
            legislature=373,
            held_on=date(2025, 6, 4),
            attendance={ana: (AttendanceState.JUSTIFIED, "Enfermedad")},
        )

        main = main_of(client, "/en/senadores/abarca/asistencia/?legislatura=373")

        assert text_of(main.select_one('.viewsw [aria-current="true"]')) == "Legislature 373 (2025)"
        assert text_of(section(main, "cifras").header) == (
            "Attendance and participation 11 March 2025 to 10 March 2026"
        )
        assert text_of(main.select_one(".measure__n")) == "0 of 0 sittings"
        assert rows_of(section(main, "ausencias")) == [
            "4 June 2025 1/373 With leave: Enfermedad; not counted"
        ]

    @pytest.mark.parametrize("number", ["366", "375", "x"])
    def test_of_a_year_out_of_office_do_not_exist(self, client, ana, number):
        address = f"/senadores/abarca/asistencia/?legislatura={number}"

        assert client.get(address).status_code == 404

    def test_count_no_day_after_the_term_nor_a_gap_in_it(self, client):
        ana = senator(slug="lillo", during=days(date(2025, 5, 1), date(2026, 6, 1)))
        ExclusionFactory(person=ana, during=days(date(2026, 4, 1), date(2026, 4, 15)))
        MandateFactory(person=senator(during=days(*BEFORE)), during=days())
        there = {ana: AttendanceState.PRESENT}
        for day in (date(2026, 3, 31), date(2026, 4, 14), date(2026, 4, 15), date(2026, 6, 1)):
            sitting(held_on=day, attendance=there)

        main = main_of(client, "/en/senadores/lillo/asistencia/")

        assert text_of(main.select_one(".measure__n")) == "2 of 2 sittings"
        assert text_of(section(main, "cifras").header) == (
            "Attendance and participation 11 March 2026 to 31 March 2026;"
            " 15 April 2026 to 31 May 2026"
        )

    def test_count_committees_apart(self, client, ana):
        salud = CommitteeFactory(name="Salud", slug="salud")
        CommitteeSeatFactory(person=ana, committee=salud)
        for state in ("PRESENT", "ABSENT", "JUSTIFIED"):
            sitting(committee=salud, attendance={ana: AttendanceState(state)})
        sitting(committee=salud, attendance={})
        work = CommitteeFactory(name="Trabajo")
        CommitteeSeatFactory(person=ana, committee=work)
        sitting(committee=work, attendance={ana: AttendanceState.PRESENT})

        part = section(main_of(client, "/en/senadores/abarca/asistencia/"), "comisiones")

        assert rows_of(part) == [
            "Trabajo 1 of 1 Nothing",
            "Salud 1 of 2 1 absence with leave;"
            " 1 sitting whose attendance does not mention this person",
        ]

    @pytest.mark.parametrize("each", [1, 3])
    def test_cost_six_queries(self, client, each, django_assert_num_queries):
        ana = senator(slug="abarca")
        for _each in range(each):
            take_vote(yes=[ana], session=sitting(attendance={ana: AttendanceState.ABSENT}))
        with django_assert_num_queries(6):
            client.get("/senadores/abarca/asistencia/")


class TestVotesOfASenator:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("", ["Ajeno", "Tres", "Dos", "Uno"]),
            ("?respuesta=no", ["Dos"]),
            ("?respuesta=impedido", []),
            ("?anio=2025", ["Uno"]),
            ("?anio=2026&respuesta=si", ["Tres"]),
            ("?respuesta=sin-respuesta", ["Ajeno"]),
            ("?respuesta=sin-respuesta&anio=2025", []),
            ("?tipo=particular", ["Ajeno", "Tres", "Dos", "Uno"]),
            ("?tipo=general", []),
        ],
    )
    def test_are_narrowed_by_answer_year_and_kind(self, client, query, found):
        ana, other = senator(slug="abarca"), senator()
        ways = {"Uno": {"yes": [ana]}, "Dos": {"no": [ana]}, "Tres": {"yes": [ana, other]}}
        for subject, answers in ways.items():
            day = date(2025, 6, 4) if subject == "Uno" else date(2026, 6, 3)
            take_vote(**answers, subject=subject, on=day, kind="PARTICULAR")
        take_vote(yes=[other], subject="Ajeno", kind="PARTICULAR")

        main = main_of(client, f"/en/senadores/abarca/votaciones/{query}")

        assert [text_of(link) for link in main.select("tbody th a")] == found
        said = "1 vote" if len(found) == 1 else f"{len(found)} votes"
        assert text_of(main.select_one(".found strong")) == said

    def test_are_those_taken_while_in_office_with_a_roll_call(self, client):
        ana = senator(slug="abarca", during=days(date(2026, 5, 1), date(2026, 9, 1)))
        other = senator()
        for subject, day, answers in (
            ("Antes", date(2026, 4, 30), {"yes": [other]}),
            ("Antes y votó", date(2026, 4, 30), {"yes": [ana]}),
            ("Primer día", date(2026, 5, 1), {"yes": [other]}),
            ("Secreta", date(2026, 6, 3), {"totals": (20, 3, 0, 0)}),
            ("Último día", date(2026, 8, 31), {"yes": [other]}),
            ("Después", date(2026, 9, 1), {"yes": [other]}),
        ):
            take_vote(**answers, subject=subject, on=day, kind="PARTICULAR")

        main = main_of(client, "/en/senadores/abarca/votaciones/")

        assert rows_of(main) == [
            "31 Aug 2026 Último día No answer on record Approved, 1 to 0",
            "1 May 2026 Primer día No answer on record Approved, 1 to 0",
            "30 Apr 2026 Antes y votó Yes Approved, 1 to 0",
        ]

    def test_say_absent_only_where_the_record_allows_it(self, client):
        RosterSpanFactory()
        ana, other = senator(slug="abarca"), senator()
        take_vote(yes=[other, "Otra O., Ana"], subject="Dudosa", kind="PARTICULAR")
        take_vote(yes=[other], subject="Clara", kind="PARTICULAR")
        suspended = days(date(2026, 5, 1), date(2026, 6, 1))
        ExclusionFactory(person=ana, during=suspended)
        take_vote(yes=[other], subject="Suspendida", kind="PARTICULAR", on=date(2026, 5, 5))

        assert rows_of(main_of(client, "/en/senadores/abarca/votaciones/")) == [
            "7 Oct 2026 Clara Absent Approved, 1 to 0",
            "7 Oct 2026 Dudosa No answer on record Approved, 2 to 0",
        ]

    @pytest.mark.parametrize(
        ("query", "told"),
        [
            ("", {"Sí", "No", "Antes", "Callada"}),
            ("?respuesta=no", {"No"}),
            ("?respuesta=sin-respuesta", {"Callada"}),
            ("?respuesta=sin-respuesta&anio=2025", set()),
            ("?anio=2025", {"Antes"}),
        ],
    )
    def test_are_offered_as_a_table_of_the_same_votes(self, client, query, told):
        ana = senator(slug="abarca", during=days(date(2026, 3, 11), date(2026, 9, 1)))
        for subject, day, answers in (
            ("Sí", date(2026, 6, 3), {"yes": [ana]}),
            ("No", date(2026, 6, 3), {"no": [ana]}),
            ("Callada", date(2026, 6, 3), {"yes": [senator()]}),
            ("Antes", date(2025, 6, 4), {"yes": [ana]}),
            ("Ajena", date(2026, 9, 1), {"yes": [senator()]}),
            ("Secreta", date(2026, 6, 3), {"totals": (20, 3, 0, 0)}),
        ):
            take_vote(**answers, subject=subject, on=day, kind="PARTICULAR")

        main = main_of(client, f"/senadores/abarca/votaciones/{query}")
        (offered,) = main.select(".downloads a")
        table = client.get(offered["href"]).content.decode("utf-8-sig")

        rows = list(csv.DictReader(io.StringIO(table, newline="")))
        assert offered["href"] == f"/senadores/abarca/votaciones.csv{query}"
        assert {text_of(link) for link in main.select("tbody th a")} == told
        assert [row["page"] for row in rows] == [
            f"http://testserver{link['href']}" for link in main.select("tbody th a")
        ]
        answers = {"Sí": "YES", "No": "NO", "Antes": "YES", "Callada": ""}
        assert {row["subject"]: row["choice"] for row in rows} == {
            subject: answers[subject] for subject in told
        }

    def test_are_asked_for_by_years_in_office(self, client):
        senator(slug="abarca", during=days(date(2024, 5, 1), date(2026, 9, 1)))
        for year in (2023, 2024, 2025, 2026):
            take_vote(yes=[senator()], on=date(year, 6, 3))

        options = main_of(client, "/en/senadores/abarca/votaciones/").select("#f-anio option")

        assert [option["value"] for option in options] == ["", "2026", "2025", "2024"]

    @pytest.mark.parametrize("query", ["respuesta=quizas", "anio=x", "tipo=x"])
    def test_leave_out_a_filter_that_means_nothing_and_say_so(self, client, query):
        ana = senator(slug="abarca")
        take_vote(yes=[ana], subject="Uno", kind="PARTICULAR")
        take_vote(no=[ana], subject="Dos")

        main = main_of(client, f"/en/senadores/abarca/votaciones/?{query}")

        assert notices_of(main) == [left_out(query)]
        assert text_of(main.select_one(".found strong")) == "2 votes"
        assert len(main.select("tbody tr")) == 2

    def test_are_still_narrowed_by_what_means_something_beside_what_does_not(self, client):
        ana = senator(slug="abarca")
        take_vote(yes=[ana], subject="Uno", kind="PARTICULAR")
        take_vote(no=[ana], subject="Dos", kind="PARTICULAR")

        main = main_of(client, "/en/senadores/abarca/votaciones/?respuesta=no&anio=x&tipo=x")

        assert notices_of(main) == [left_out("anio=x", "tipo=x")]
        assert [text_of(link) for link in main.select("tbody th a")] == ["Dos"]

    def test_that_were_understood_say_nothing_of_it(self, client):
        senator(slug="abarca")
        address = "/en/senadores/abarca/votaciones/?respuesta=sin-respuesta&anio=2026&tipo=general"

        assert notices_of(main_of(client, address)) == []

    def test_have_no_page_that_was_not_given_by_them(self, client):
        senator(slug="abarca")

        assert client.get("/senadores/abarca/votaciones/?pagina=x").status_code == 404

    def test_go_on_where_a_page_ends(self, client):
        ana, session = senator(slug="abarca"), sitting(1)
        for _each in range(51):
            take_vote(no=[ana], session=session)

        first = main_of(client, "/en/senadores/abarca/votaciones/?respuesta=no")
        second = main_of(client, first.select_one('.pager a[rel="next"]')["href"])

        assert len(first.select("tbody tr")) == 50
        assert [a["href"] for a in second.select("tbody th a")] == ["/en/votaciones/374/1/1/"]

    @pytest.mark.parametrize("votes", [1, 3])
    def test_all_cost_six_queries(self, client, votes, django_assert_num_queries):
        ana = senator(slug="abarca")
        for _each in range(votes):
            take_vote(yes=[ana], bill=BillFactory())
            take_vote(yes=[senator()])
        with django_assert_num_queries(6):
            client.get("/senadores/abarca/votaciones/")


class TestTwoSenators:
    @pytest.fixture(autouse=True)
    def people(self):
        ana = senator("Ana Abarca Soto", slug="abarca", region="nuble")
        luis = senator("Luis Paz Soto", slug="paz", region="maule")
        take_vote(yes=[ana, luis], subject="Uno", kind="PARTICULAR")
        take_vote(no=[ana, luis], subject="Dos", kind="PARTICULAR")
        take_vote(yes=[ana], abstain=[luis], subject="Tres", kind="PARTICULAR")
        take_vote(yes=[ana], paired=[luis], subject="Cuatro", kind="PARTICULAR")
        take_vote(yes=[ana], subject="Cinco", kind="PARTICULAR")

    def test_are_counted_over_the_votes_that_both_answered(self, client):
        main = main_of(client, "/en/senadores/comparar/abarca..paz/")

        assert text_of(main.h1) == "Ana Abarca Soto and Luis Paz Soto"
        assert text_of(main.select_one(".measure__n")) == "2 of 3 shared votes"
        assert "In 1 vote they answered differently." in text_of(main.select_one(".measure"))
        assert text_of(main.select_one(".caveat")).endswith("This is not a measure of affinity.")
        assert [text_of(tab) for tab in main.select(".tabs a")] == [
            "All shared votes 3",
            "Answered alike 2",
            "Answered differently 1",
        ]

    @pytest.mark.parametrize(
        ("view", "rows"),
        [
            ("", ["Tres Yes Abstention", "Dos No No", "Uno Yes Yes"]),
            ("?ver=iguales", ["Dos No No", "Uno Yes Yes"]),
            ("?ver=distintas", ["Tres Yes Abstention"]),
        ],
    )
    def test_are_listed_vote_by_vote(self, client, view, rows):
        main = main_of(client, f"/en/senadores/comparar/abarca..paz/{view}")

        assert [row.removeprefix("7 Oct 2026 ") for row in rows_of(main)] == rows

    def test_have_one_address(self, client):
        for wrong, status, right in (
            ("comparar/paz..abarca/", 301, "comparar/abarca..paz/"),
            ("comparar/paz..abarca/?ver=iguales", 301, "comparar/abarca..paz/?ver=iguales"),
            ("comparar/paz..paz/", 302, "paz/"),
            ("comparar/?a=paz&b=abarca", 302, "comparar/abarca..paz/"),
        ):
            response = client.get(f"/en/senadores/{wrong}")
            assert response.status_code == status, wrong
            assert response.headers["Location"] == f"/en/senadores/{right}"

    def test_that_do_not_exist_are_not_found(self, client):
        assert client.get("/senadores/comparar/abarca..nadie/").status_code == 404
        assert client.get("/senadores/comparar/abarca..paz/?ver=x").status_code == 404

    def test_are_chosen_from_everybody_on_record(self, client):
        senator("Eva Lillo Soto", slug="lillo", during=days(*BEFORE))

        main = main_of(client, "/en/senadores/comparar/?a=paz")

        assert [o["value"] for o in main.select("#p-a option")] == ["abarca", "paz", "lillo"]
        assert main.select_one("#p-a option[selected]")["value"] == "paz"

    @pytest.mark.parametrize("more", [1, 3])
    def test_cost_five_queries(self, client, more, django_assert_num_queries):
        for _each in range(more):
            take_vote(yes=list(_persons("abarca", "paz")), bill=BillFactory())
        with django_assert_num_queries(5):
            client.get("/senadores/comparar/abarca..paz/")


def _persons(*slugs):
    return PersonFactory._meta.model.objects.filter(slug__in=slugs)


class TestARegion:
    def test_tells_its_senators_and_how_they_voted_lately(self, client):
        party = PartyFactory(name="Frente")
        ana = senator("Ana Abarca Soto", slug="abarca", region="nuble", party=party)
        luis = senator("Luis Paz Soto", region="nuble")
        senator("Eva Lillo Soto", region="nuble", during=days(*BEFORE))
        senator("Sol Tapia Soto", region="maule")
        take_vote(yes=[ana], subject="Uno", kind="PARTICULAR", session=sitting(39))

        main = main_of(client, "/en/regiones/nuble/")

        assert text_of(main.h1) == "Región de Ñuble"
        assert text_of(main.select_one(".lead")) == "Senatorial constituency 16. 2 seats."
        assert [text_of(li) for li in section(main, "senadores").select("li")] == [
            "Ana Abarca Soto Frente, 2022 to 2030",
            "Luis Paz Soto no party on record, 2022 to 2030",
        ]
        assert [text_of(li) for li in section(main, "anteriores").select("li")] == [
            "Eva Lillo Soto 2014 to 2022"
        ]
        votes = section(main, "votaciones")
        assert [text_of(th) for th in votes.select("thead th")] == [
            "Date",
            "What was voted",
            "Ana Abarca Soto",
            luis.full_name,
            "Result",
        ]
        assert rows_of(votes) == ["7 Oct 2026 Uno Yes No answer on record Approved, 1 to 0"]
        RosterSpanFactory()
        again = section(main_of(client, "/en/regiones/nuble/"), "votaciones")
        assert rows_of(again) == ["7 Oct 2026 Uno Yes Absent Approved, 1 to 0"]
        assert votes.select_one("tbody a")["href"] == "/en/votaciones/374/39/1/?region=nuble"

    def test_is_chosen_without_a_cookie(self, client):
        main = main_of(client, "/en/mis-senadores/")

        assert len(main.select("#p-region option")) == 16
        assert len(section(main, "regiones").select("li a")) == 16
        response = client.get("/en/mis-senadores/?region=nuble")
        assert response.status_code == 302
        assert response.headers["Location"] == "/en/regiones/nuble/"
        assert not response.cookies

    def test_that_does_not_exist_is_not_found(self, client):
        assert client.get("/regiones/atlantida/").status_code == 404

    @pytest.mark.parametrize("people", [1, 3])
    def test_costs_six_queries(self, client, people, django_assert_num_queries):
        for _each in range(people):
            take_vote(yes=[senator(region="nuble", party=PartyFactory())])
            take_vote(yes=[senator()])
        with django_assert_num_queries(6):
            client.get("/regiones/nuble/")


class TestAParty:
    def test_tells_who_sits_for_it_and_who_did(self, client):
        party = PartyFactory(name="Frente", slug="frente", abbreviation="FL")
        senator("Ana Abarca Soto", slug="abarca", region="nuble", party=party)
        left = senator("Luis Paz Soto")
        PartyMembershipFactory(person=left, party=party, during=days(until=date(2024, 5, 2)))
        retired = senator("Sol Tapia Soto", during=days(*BEFORE))
        PartyMembershipFactory(person=retired, party=party, during=days(BEFORE[0], None))

        main = main_of(client, "/en/partidos/frente/")

        assert text_of(main.select_one(".pagehead")) == "Party FL Frente 1 senator today."
        assert [text_of(li) for li in section(main, "senadores").select("li")] == [
            "Ana Abarca Soto Ñuble"
        ]
        assert [text_of(li) for li in section(main, "anteriores").select("li")] == [
            "Luis Paz Soto 11 March 2022 to 1 May 2024"
        ]
        assert [text_of(li) for li in section(main, "integrantes").select("li")] == [
            "Sol Tapia Soto Since 11 March 2014"
        ]

    def test_that_does_not_exist_is_not_found(self, client):
        assert client.get("/partidos/ninguno/").status_code == 404

    @pytest.mark.parametrize("people", [1, 3])
    def test_costs_four_queries(self, client, people, django_assert_num_queries):
        party = PartyFactory(slug="frente")
        for _each in range(people):
            senator(party=party)
        with django_assert_num_queries(4):
            client.get("/partidos/frente/")


def test_the_bills_of_a_senator_are_the_list_of_bills_by_author(client):
    response = client.get("/en/senadores/abarca/proyectos/")

    assert response.status_code == 301
    assert response.headers["Location"] == "/en/proyectos/?autor=abarca"


def test_nothing_of_the_record_is_markup(client):
    party = PartyFactory(name=HOSTILE, abbreviation="<b>P</b>", slug="p")
    ana = senator(slug="abarca", party=party, phone="<b>1</b>", region="nuble")
    ana.given_names = HOSTILE
    ana.save()
    CommitteeSeatFactory(person=ana, committee=CommitteeFactory(name=HOSTILE))
    session = sitting(attendance={ana: (AttendanceState.JUSTIFIED, HOSTILE)})
    take_vote(yes=[ana, senator(slug="paz")], session=session, subject=HOSTILE, kind="PARTICULAR")
    AuthorshipFactory(bill=BillFactory(plain_title=HOSTILE), person=ana)

    for address in (
        "senadores/",
        "senadores/?por=partido",
        "senadores/abarca/",
        "senadores/abarca/votaciones/",
        "senadores/abarca/asistencia/",
        "senadores/comparar/?a=abarca",
        "senadores/comparar/abarca..paz/",
        "regiones/nuble/",
        "partidos/p/",
    ):
        content = client.get(f"/en/{address}").content.decode()
        assert "<script>alert" not in content, address
        assert "<b>P</b>" not in content, address
        assert "<b>1</b>" not in content, address
        assert "&lt;script&gt;" in content, address


@pytest.mark.parametrize(
    "address",
    [
        "senadores/",
        "senadores/abarca/",
        "senadores/abarca/votaciones/",
        "senadores/abarca/asistencia/",
        "senadores/comparar/",
        "regiones/nuble/",
        "mis-senadores/",
    ],
)
def test_every_page_is_public_and_sets_no_cookie(client, address):
    senator(slug="abarca", region="nuble")

    response = client.get(f"/en/{address}")

    assert response.status_code == 200
    assert not response.cookies
    assert response.headers["ETag"]
    assert response.headers["Content-Language"] == "en"
