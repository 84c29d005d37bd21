"""Feeds of what moved, was voted, was signed or is found."""

from datetime import UTC, date, datetime
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from legislation.bills.enums import BillKind
from portals.open_data.formats.atom import Entry, Feed, written
from tests.factories.bills import BillFactory, StepFactory
from tests.factories.people import PersonFactory
from tests.factories.small_senate import make_searchable
from tests.factories.votes import sitting, take_vote

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = 'Plazos <script>alert("1")</script> & ]]> \x00\x08\ufffe fin'
HARMLESS = 'Plazos <script>alert("1")</script> & ]]>  fin'


def entries_of(response) -> list[Element]:
    return fromstring(response.content).findall(f"{ATOM}entry")


def said(entry: Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}")


def test_a_feed_is_written_so():
    feed = Feed(
        id="tag:senado.example,2026:proyectos.atom",
        title="Proyectos",
        href="https://senado.example/proyectos/",
        own_href="https://senado.example/proyectos.atom",
        author="Senado de Chile",
        entries=(
            Entry(
                id="tag:senado.example,2026:bill/1-01/2026-10-07",
                title="1-01: Uno",
                href="https://senado.example/proyectos/1-01/?a=1&b=2",
                at=datetime(2026, 10, 7, 19, tzinfo=UTC),
                summary="En tramitación.",
            ),
        ),
    )

    assert written(feed).decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-CL">\n'
        "<id>tag:senado.example,2026:proyectos.atom</id>\n"
        "<title>Proyectos</title>\n"
        "<updated>2026-10-07T16:00:00-03:00</updated>\n"
        "<author><name>Senado de Chile</name></author>\n"
        '<link rel="self" type="application/atom+xml"'
        ' href="https://senado.example/proyectos.atom"/>\n'
        '<link rel="alternate" type="text/html" href="https://senado.example/proyectos/"/>\n'
        "<entry><id>tag:senado.example,2026:bill/1-01/2026-10-07</id><title>1-01: Uno</title>"
        "<updated>2026-10-07T16:00:00-03:00</updated>"
        '<link rel="alternate" type="text/html"'
        ' href="https://senado.example/proyectos/1-01/?a=1&amp;b=2"/>'
        "<summary>En tramitación.</summary></entry>\n"
        "</feed>\n"
    )


pytestmark = pytest.mark.django_db


def test_a_bill_that_moves_again_is_another_entry(client):
    bill = BillFactory(number="1-01", title="Uno", last_step_on=date(2026, 10, 7))
    before = entries_of(client.get("/proyectos.atom"))[0]
    bill.last_step_on = date(2026, 10, 8)
    bill.save()
    after = entries_of(client.get("/proyectos.atom"))[0]

    assert said(before, "id") == "tag:testserver,2026:bill/1-01/2026-10-07"
    assert said(after, "id") == "tag:testserver,2026:bill/1-01/2026-10-08"
    assert said(before, "title") == "1-01: Uno"
    assert said(before, "summary") == "En tramitación. Primer trámite."
    assert said(before, "updated") == "2026-10-07T00:00:00-03:00"


def test_of_a_list_take_its_filters_and_follow_its_page(client, senate):
    root = fromstring(client.get("/proyectos.atom?estado=publicado").content)
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}

    assert root.findall(f"{ATOM}entry") == []
    assert links == {
        "self": "http://testserver/proyectos.atom?estado=publicado",
        "alternate": "http://testserver/proyectos/?estado=publicado",
    }


def test_of_matters_are_apart(client, senate):
    ids = [said(entry, "id") for entry in entries_of(client.get("/asuntos.atom"))]

    assert ids == ["tag:testserver,2026:matter/2734-14/2026-04-01"]


def test_of_a_bill_has_every_step_the_newest_first(client, senate):
    steps = entries_of(client.get("/proyectos/17345-11.atom"))

    assert [(said(step, "id"), said(step, "title")) for step in steps] == [
        ("tag:testserver,2026:bill/17345-11/step/2", "Discusión general"),
        ("tag:testserver,2026:bill/17345-11/step/1", "Ingreso de proyecto"),
    ]


def test_of_votes_says_how_each_came_out(client, senate):
    secret, tie = entries_of(client.get("/votaciones.atom"))

    assert said(tie, "id") == "tag:testserver,2026:vote/374/39/1"
    assert said(tie, "title") == "17345-11: Plazos máximos para las listas de espera"
    assert said(tie, "summary").startswith("Empate: ")
    assert said(secret, "title") == "Plazos máximos para las listas de espera"


def test_of_a_senator_has_what_was_signed_and_answered(client, senate):
    entries = entries_of(client.get("/senadores/irene-calfun.atom"))

    assert [(said(entry, "id"), said(entry, "title")) for entry in entries] == [
        (
            "tag:testserver,2026:senator/irene-calfun/vote/374/39/1",
            "Sí: 17345-11: Plazos máximos para las listas de espera",
        ),
        (
            "tag:testserver,2026:senator/irene-calfun/bill/17345-11",
            "Firmó 17345-11: Esperas más cortas",
        ),
    ]


class TestOfASearch:
    def test_has_the_bills_that_it_finds_without_marks(self, client, senate):
        entries = entries_of(client.get("/buscar.atom?q=plazo"))

        assert [said(entry, "title") for entry in entries] == ["17345-11: Esperas más cortas"]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("estado=en-tramitacion", 1),
            ("estado=publicado", 0),
            ("clase=asunto", 0),
            ("anio=2026&comision=salud&autor=irene-calfun&materia=salud", 1),
            ("anio=2025", 0),
            ("urgencia=cualquiera", 0),
        ],
    )
    def test_is_narrowed_as_the_search_is(self, client, senate, query, found):
        assert len(entries_of(client.get(f"/buscar.atom?q=plazo&{query}"))) == found

    def test_without_a_question_is_refused(self, client):
        assert client.get("/buscar.atom").status_code == 400
        assert client.get("/buscar.atom?q=").status_code == 400

    @pytest.mark.parametrize("words", ["'", '"', "a & b | !", "%00x", "%ED%A0%80", "x" * 401])
    def test_survives_any_question(self, client, words):
        assert client.get(f"/buscar.atom?q={words}").status_code in (200, 400)


def test_a_hostile_title_is_text(client):
    BillFactory(number="1-01", title=HOSTILE.replace("\x00", ""))
    make_searchable()

    for path in ("/proyectos.atom", "/proyectos/1-01.atom", "/buscar.atom?q=plazos"):
        document = client.get(path).content
        assert b"<script" not in document
        assert HARMLESS in " ".join(fromstring(document).itertext())


def test_a_title_of_many_words_is_cut_between_two(client):
    BillFactory(number="1-01", title="palabra " * 100)

    title = said(entries_of(client.get("/proyectos.atom"))[0], "title")

    assert title.endswith("palabra…")
    assert len(title) < 200


def test_a_feed_without_entries_is_valid_too(client):
    root = fromstring(client.get("/votaciones.atom").content)

    assert root.findtext(f"{ATOM}updated").startswith("1811-07-0")


@pytest.mark.parametrize("each", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/proyectos.atom", 1),
        ("/proyectos/1-01.atom", 2),
        ("/votaciones.atom", 1),
        ("/senadores/ana.atom", 3),
        ("/buscar.atom?q=plazos", 1),
    ],
)
def test_feeds_cost_what_they_cost(client, django_assert_num_queries, each, path, queries):
    bill = BillFactory(number="1-01", title="Plazos", kind=BillKind.BILL)
    ana = PersonFactory(slug="ana")
    for number in range(each):
        StepFactory(bill=bill, position=number + 1)
        take_vote(yes=[ana], session=sitting(number + 1), bill=bill)
    make_searchable()

    with django_assert_num_queries(queries):
        client.get(path)
