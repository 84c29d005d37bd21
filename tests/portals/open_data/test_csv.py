"""Tables for spreadsheets and programs."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portals.open_data.views import files
from portals.shared.csv import harmless, written
from tests.factories.bills import BillFactory
from tests.factories.people import PersonFactory, RosterSpanFactory, senator
from tests.factories.votes import sitting, take_vote

BOM = "\ufeff"
# What anybody may put in a title, and no spreadsheet may run.
FORMULAS = (
    '=HYPERLINK("http://evil.example","clic")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "＝1+1",
)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


class TestTheFormat:
    def test_begins_with_a_mark_and_ends_lines_as_the_standard_says(self):
        assert written(("a", "b"), [("ñ", 1), ("x", None)]) == (
            f"{BOM}a,b\r\nñ,1\r\nx,\r\n".encode()
        )

    def test_quotes_commas_quotes_and_lines(self):
        assert written(("a",), [('dice "no", y\ncalla',)]) == (
            f'{BOM}a\r\n"dice ""no"", y\ncalla"\r\n'.encode()
        )

    def test_writes_truth_and_days_as_the_api(self):
        row = (True, False, date(2026, 10, 7), datetime(2026, 10, 7, 19, tzinfo=UTC))

        assert rows_of(written(("a", "b", "c", "d"), [row]))[1] == [
            "true", "false", "2026-10-07", "2026-10-07T16:00:00-03:00",
        ]  # fmt: skip

    @pytest.mark.parametrize("text", FORMULAS)
    def test_writes_a_formula_as_a_text(self, text):
        assert rows_of(written(("a",), [(text,)]))[1] == [f"'{text}"]

    @pytest.mark.parametrize("text", ["Fija plazos", "3-2", "a=b", "", "«=1»", "'=1"])
    def test_leaves_other_texts_alone(self, text):
        assert harmless(text) == text

    @given(some.lists(some.tuples(some.text(), some.text()), max_size=5))
    def test_gives_back_what_was_written(self, rows):
        kept = [[harmless(cell) for cell in row] for row in rows]

        assert rows_of(written(("a", "b"), [tuple(row) for row in rows]))[1:] == kept


@pytest.mark.django_db
class TestTheRollCall:
    def test_names_everybody_with_the_bench_of_that_day(self, client, senate):
        response = client.get("/votaciones/374/39/1.csv")

        assert response.content.decode() == (
            f"{BOM}name,person_slug,party,party_slug,caucus,caucus_slug,region,region_slug,"
            "choice,reason\r\n"
            "Irene Calfún Ovalle,irene-calfun,Partido del Sur,del-sur,Bancada del Sur,"
            "bancada-sur,Maule,maule,YES,\r\n"
            "Bruno Pellero,bruno-pellero,,,,,Ñuble,nuble,NO,\r\n"
            "Celia Ñancupil,celia-nancupil,,,,,Biobío,biobio,ABSENT,Licencia médica\r\n"
        )
        assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
        assert response.headers["Content-Disposition"] == (
            'attachment; filename="votacion-374-39-1.csv"'
        )

    def test_names_as_printed_whoever_was_matched_to_nobody(self, client):
        take_vote(yes=["=Alguien, Otro"], session=sitting(1))

        assert rows_of(client.get("/votaciones/374/1/1.csv").content)[1] == [
            "'=Alguien, Otro", "", "", "", "", "", "", "", "YES", "",
        ]  # fmt: skip

    def test_of_a_secret_vote_is_only_a_heading(self, client, senate):
        assert len(rows_of(client.get("/votaciones/374/39/2.csv").content)) == 1

    @pytest.mark.parametrize("people", [1, 3])
    def test_costs_four_queries(self, client, django_assert_num_queries, people):
        RosterSpanFactory()
        answering, silent = ([senator() for _ in range(people)] for _ in range(2))
        take_vote(yes=answering, session=sitting(1, attendance=dict.fromkeys(silent, "ABSENT")))

        with django_assert_num_queries(4):
            client.get("/votaciones/374/1/1.csv")


@pytest.mark.django_db
class TestLists:
    def test_of_bills_have_the_names_and_codes_of_the_api(self, client, senate):
        rows = rows_of(client.get("/proyectos.csv").content)

        assert dict(zip(*rows, strict=True)) == {
            "kind": "BILL",
            "number": "17345-11",
            "title": "Fija plazos máximos de espera",
            "plain_title": "Esperas más cortas",
            "initiative": "MOTION",
            "origin_chamber": "SENATE",
            "filed_on": "2026-03-03",
            "status": "IN_PROGRESS",
            "stage": "FIRST",
            "stage_text": "",
            "chamber": "SENATE",
            "committee": "Comisión de Salud",
            "committee_slug": "salud",
            "last_step_on": "2026-10-07",
            "law_number": "",
            "law_published_on": "",
            "page": "http://testserver/proyectos/17345-11/",
        }

    def test_take_the_filters_of_the_pages(self, client, senate):
        assert len(rows_of(client.get("/proyectos.csv?estado=publicado").content)) == 1
        assert len(rows_of(client.get("/votaciones.csv?resultado=aprobada").content)) == 2
        assert len(rows_of(client.get("/senadores.csv?region=maule").content)) == 2
        assert len(rows_of(client.get("/comisiones.csv?camara=camara").content)) == 1
        assert len(rows_of(client.get("/sesiones.csv?organo=sala").content)) == 3

    def test_of_votes_have_the_outcome(self, client, senate):
        heading, secret, tie = rows_of(client.get("/votaciones.csv").content)

        assert dict(zip(heading, tie, strict=True))["result"] == "TIE"
        assert dict(zip(heading, secret, strict=True))["yes"] == "2"

    def test_of_what_a_senator_answered_have_the_answer(self, client, senate):
        heading, vote = rows_of(client.get("/senadores/bruno-pellero/votaciones.csv").content)
        narrowed = client.get("/senadores/bruno-pellero/votaciones.csv?respuesta=si")

        assert (heading[-1], vote[-1]) == ("choice", "NO")
        assert len(rows_of(narrowed.content)) == 1

    def test_that_do_not_fit_in_a_file_say_where_they_go_on(self, client, monkeypatch):
        monkeypatch.setattr(files, "ROWS_IN_A_FILE", 2)
        for number in range(1, 6):
            BillFactory(number=f"{number}-01")
        found, address = [], "/proyectos.csv?estado=en-tramitacion"
        while address:
            response = client.get(address)
            found += [row[1] for row in rows_of(response.content)[1:]]
            link = response.headers.get("Link", "")
            address = link.partition("<")[2].partition('>; rel="next"')[0] if "next" in link else ""

        assert found == ["5-01", "4-01", "3-01", "2-01", "1-01"]

    @pytest.mark.parametrize("each", [1, 3])
    @pytest.mark.parametrize(
        ("path", "queries"),
        [
            ("/proyectos.csv", 1),
            ("/votaciones.csv", 1),
            ("/senadores.csv", 1),
            ("/comisiones.csv", 1),
            ("/sesiones.csv", 1),
            ("/senadores/ana/votaciones.csv", 2),
        ],
    )
    def test_cost_what_they_cost(self, client, django_assert_num_queries, each, path, queries):
        ana = PersonFactory(slug="ana")
        for number in range(each):
            take_vote(yes=[ana], session=sitting(number + 1), bill=BillFactory())

        with django_assert_num_queries(queries):
            client.get(path)
