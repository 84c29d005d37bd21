import json
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyEnd,
    UrgencyKind,
)
from legislation.bills.models import Bill
from legislation.people.enums import Chamber
from legislation.sessions.enums import AgendaPart, SessionState
from legislation.sessions.models import AgendaItem
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    MergedBillFactory,
    PaperFactory,
    StageEntryFactory,
    StepFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.people import CommitteeFactory, PersonFactory
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
HOSTILE = 'Plazos </script><script>alert("1")</script> & "comillas"'

SUBPAGES = (
    "",
    "textos/",
    "textos/1-mocion/",
    "comparar/1-mocion..2-informe/",
    "votaciones/",
    "documentos/",
    "indicaciones/",
    "urgencias/",
)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def a_whole_bill(number: str = "17345-11", *, each: int = 1, **fields: object) -> Bill:
    """A bill with ``each`` of everything, and two texts."""
    usual = {"committee": CommitteeFactory(name="Salud", slug="salud"), "last_step_on": TODAY}
    bill = BillFactory(number=number, **(usual | fields))
    for place in range(1, each + 1):
        AuthorshipFactory(bill=bill, position=place, person=PersonFactory())
        BillSubjectFactory(bill=bill, position=place)
        MergedBillFactory(bill=bill, position=place, number=f"{20000 + place}-11")
        StageEntryFactory(bill=bill, position=place)
        StepFactory(bill=bill, position=place, session_number=place, legislature_number=374)
        UrgencyFactory(bill=bill, position=place)
        PaperFactory(bill=bill, position=place)
        PaperFactory(bill=bill, position=place, kind=PaperKind.AMENDMENTS)
        take_vote(bill=bill, totals=(31, 12, 3, 0), in_office=50, session=sitting(place))
    text_with(bill, "1-mocion", *["Dentro de ciento ochenta días."] * each, position=1)
    text_with(bill, "2-informe", *["Dentro de noventa días."] * each, position=2)
    return bill


def main_of(response: object) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser").main


def words_of(response: object) -> str:
    return " ".join(main_of(response).get_text(" ").split())


class TestEveryPageOfABill:
    @pytest.mark.parametrize(
        ("subpage", "queries"), list(zip(SUBPAGES, (7, 4, 5, 5, 3, 4, 4, 4), strict=True))
    )
    @pytest.mark.parametrize("each", [1, 3])
    def test_costs_the_same_queries_with_one_of_each_thing_as_with_three(
        self, client, django_assert_num_queries, subpage, queries, each
    ):
        a_whole_bill(each=each)

        with django_assert_num_queries(queries):
            response = client.get(f"/proyectos/17345-11/{subpage}")

        assert response.status_code == 200

    @pytest.mark.parametrize("subpage", SUBPAGES)
    def test_sets_no_cookie_and_names_its_own_address_as_canonical(self, client, subpage):
        a_whole_bill()

        response = client.get(f"/proyectos/17345-11/{subpage}?tipo=")

        head = BeautifulSoup(response.content, "html.parser").head
        canonical = head.find("link", rel="canonical")["href"]
        assert response.cookies == {}
        assert canonical == f"http://testserver/proyectos/17345-11/{subpage}"

    @pytest.mark.parametrize("subpage", SUBPAGES)
    def test_of_an_absent_bill_is_not_found(self, client, subpage):
        a_whole_bill()

        assert client.get(f"/proyectos/17346-11/{subpage}").status_code == 404
        assert client.get(f"/asuntos/17345-11/{subpage}").status_code == 404

    @pytest.mark.parametrize("subpage", SUBPAGES)
    def test_writes_a_hostile_title_as_text(self, client, subpage):
        a_whole_bill(title=HOSTILE, plain_title="", summary=HOSTILE)

        response = client.get(f"/proyectos/17345-11/{subpage}")

        page = BeautifulSoup(response.content, "html.parser")
        scripts = [script.get("type") for script in page.find_all("script")]
        assert page.h1.get_text() == HOSTILE
        assert scripts == (["application/ld+json"] if subpage == "" else [])

    @pytest.mark.parametrize("subpage", SUBPAGES)
    def test_in_english_leaves_in_spanish_only_what_the_record_says(self, client, subpage):
        a_whole_bill(quorum_matter="ORGANIC", plain_title="Esperas más cortas")

        response = client.get(f"/en/proyectos/17345-11/{subpage}")

        page = BeautifulSoup(response.content, "html.parser")
        for element in page.select('[lang="es"], [hreflang], script, .cite, .share'):
            element.decompose()
        words = set(re.findall(r"\w+", page.body.get_text(" ").lower()))
        assert page.html["lang"] == "en"
        assert words & {
            "el", "los", "las", "del", "una", "que", "con", "por", "proyecto", "proyectos",
            "trámite", "cámara", "senado", "sesión", "votación", "urgencia", "comisión",
        } == set()  # fmt: skip


class TestTheDossier:
    def test_says_where_the_bill_stands_and_what_comes_next(self, client):
        a_whole_bill(
            stage=Stage.SECOND, origin_chamber=Chamber.DEPUTIES, plain_title="Esperas más cortas",
            title="Modifica la ley N° 19.966",
        )  # fmt: skip

        main = main_of(client.get("/en/proyectos/17345-11/"))

        assert main.h1.get_text() == "Esperas más cortas"
        assert main.select_one(".official").get_text() == "Modifica la ley N° 19.966"
        assert " ".join(main.select_one(".lead").get_text().split()) == (
            "It is in the Senate, which reviews what the Chamber of Deputies approved. No vote on"
            " it in general is on record there yet. If the"
            " Senate approves it without changes, it goes to the President of the Republic. If it"
            " changes the text, the bill returns to the Chamber of Deputies."
        )

    def test_shows_the_urgency_as_a_clock_with_its_law(self, client):
        bill = BillFactory(number="17345-11")
        UrgencyFactory(bill=bill, kind=UrgencyKind.SUMA, set_on=date(2026, 11, 14))

        clock = main_of(client.get("/en/proyectos/17345-11/")).select_one(".clock")

        assert clock.select_one(".clock__kind").get_text() == "Suma urgency"
        assert " ".join(clock.select_one(".clock__num").get_text().split()) == "Day 10 of 15"
        assert "Sunday 29 November 2026" in clock.select_one(".due").get_text()
        assert clock.select_one(".clock__source").get_text() == "Ley 18.918, art. 27 (Ley 20.447)"

    @pytest.mark.parametrize(
        ("urgency", "bill"),
        [
            ({"ended_on": TODAY, "end": UrgencyEnd.WITHDRAWN}, {}),
            ({"set_on": date(2025, 11, 14)}, {}),
            ({}, {"status": Status.ARCHIVED}),
        ],
    )
    def test_shows_no_clock_for_an_urgency_that_is_over(self, client, urgency, bill):
        UrgencyFactory(bill=BillFactory(number="17345-11", **bill), **urgency)

        assert main_of(client.get("/proyectos/17345-11/")).select(".clock") == []

    def test_lists_authors_in_order_and_links_those_it_knows(self, client):
        bill = BillFactory(number="17345-11")
        AuthorshipFactory(bill=bill, position=2, printed_name="Alguien Pérez, Inés")
        AuthorshipFactory(bill=bill, position=1, person=PersonFactory(slug="irene-calfun"))

        authors = main_of(client.get("/proyectos/17345-11/")).select(".authors li")

        assert authors[0].a["href"] == "/senadores/irene-calfun/"
        assert (authors[1].get_text(), authors[1].a) == ("Alguien Pérez, Inés", None)

    def test_links_the_law_to_the_library_of_congress(self, client):
        BillFactory(
            number="17345-11", stage=Stage.FINISHED, status=Status.PUBLISHED, law_number=21821,
            law_published_on=date(2026, 5, 30),
        )  # fmt: skip

        main = main_of(client.get("/en/proyectos/17345-11/"))

        law = main.find("a", string="Read Law 21.821")
        assert law["href"] == "https://www.bcn.cl/leychile/navegar?idLey=21821"
        assert main.select_one(".lead strong").get_text() == (
            "It is law: Law 21.821, published on 30 May 2026."
        )

    def test_names_the_bills_debated_with_it_and_which_one_leads(self, client):
        bill = BillFactory(number="17345-11")
        BillFactory(number="17001-11", title="Otro proyecto")
        MergedBillFactory(bill=bill, position=1, number="17345-11")
        MergedBillFactory(bill=bill, position=2, number="17001-11", is_lead=True)
        MergedBillFactory(bill=bill, position=3, number="17002-11")

        items = main_of(client.get("/en/proyectos/17345-11/")).select(
            "[aria-labelledby=refundidos] li"
        )

        assert [" ".join(item.get_text().split()) for item in items] == [
            "17001-11: Otro proyecto leads the debate",
            "17002-11",
        ]
        assert items[0].a["href"] == "/en/proyectos/17001-11/"
        assert items[1].a is None

    def test_counts_one_abstention_as_one_and_none_not_at_all(self, client):
        bill = BillFactory(number="17345-11")
        for number, day, abstained in ((70, date(2026, 11, 17), 1), (71, TODAY, 0)):
            StepFactory(bill=bill, description="Discusión general . Aprobado", taken_on=day)
            session = sitting(number, held_on=day)
            take_vote(bill=bill, totals=(31, 12, abstained, 0), session=session, on=day)

        links = main_of(client.get("/en/proyectos/17345-11/")).select(".chron a[href*=votaciones]")

        assert [link.get_text() for link in links] == [
            "31 in favour, 12 against",
            "31 in favour, 12 against, 1 abstention",
        ]

    def test_links_a_debate_to_the_vote_of_that_day(self, client):
        bill = BillFactory(number="17345-11")
        StepFactory(bill=bill, description="Discusión general . Aprobado", taken_on=TODAY)
        session = sitting(71, held_on=TODAY)
        take_vote(bill=bill, totals=(31, 12, 3, 0), session=session, on=TODAY, in_office=50)

        link = main_of(client.get("/en/proyectos/17345-11/")).select_one(".chron a")

        assert link.get_text() == "31 in favour, 12 against, 3 abstentions"
        assert link["href"] == "/en/votaciones/374/71/1/"

    def test_says_when_it_is_dealt_with_next(self, client):
        bill = BillFactory(number="17345-11")
        session = sitting(72, held_on=date(2026, 11, 25), state=SessionState.SUMMONED)
        AgendaItem.objects.create(
            session=session, position=1, part=AgendaPart.ORDER_OF_THE_DAY, heading="", bill=bill
        )

        box = main_of(client.get("/en/proyectos/17345-11/")).select_one(
            "[aria-labelledby=proxima-sesion]"
        )

        assert box.a["href"] == "/en/sesiones/374/72/"
        assert box.a.get_text() == "Sitting 72/374"
        assert "Wednesday 25 November 2026" in box.get_text()

    def test_filters_its_steps_by_kind(self, client):
        bill = BillFactory(number="17345-11")
        StepFactory(bill=bill, description="Oficio de ley al Ejecutivo .")
        StepFactory(bill=bill, description="Discusión general .")

        letters = main_of(client.get("/proyectos/17345-11/?tipo=oficios"))

        assert [step.get_text() for step in letters.select(".chron b")] == [
            "Oficio de ley al Ejecutivo"
        ]
        assert client.get("/proyectos/17345-11/?tipo=informes").status_code == 404

    def test_describes_itself_to_machines_as_legislation(self, client):
        bill = a_whole_bill(title="Fija plazos", initiative=Initiative.MOTION)

        response = client.get("/proyectos/17345-11/")

        script = BeautifulSoup(response.content, "html.parser").find("script")
        described = json.loads(script.string)
        assert described["@type"] == "Legislation"
        assert described["legislationIdentifier"] == "17345-11"
        assert described["name"] == "Fija plazos"
        assert described["url"] == "http://testserver/proyectos/17345-11/"
        assert described["author"][0]["name"] == bill.authorships.get().person.full_name

    def test_says_how_to_cite_it_and_when(self, client):
        BillFactory(number="17345-11", title="Fija plazos")

        cite = main_of(client.get("/en/proyectos/17345-11/")).select_one(".cite")

        assert cite.get_text() == (
            "Senate of Chile, Bill 17345-11, «Fija plazos», consulted on 24 November 2026."
            " http://testserver/en/proyectos/17345-11/"
        )

    def test_of_a_matter_has_no_route_through_both_chambers(self, client):
        BillFactory(number="2734-14", kind=BillKind.MATTER)

        response = client.get("/en/asuntos/2734-14/")

        assert response.status_code == 200
        assert main_of(response).select(".route") == []
        assert "It is before the Senate, which decides it alone." in words_of(response)


class TestTexts:
    def test_are_listed_newest_first_with_what_each_changed(self, client):
        bill = BillFactory(number="17345-11")
        text_with(bill, "1-mocion", "Uno", position=1, kind=TextKind.FILED)
        text_with(bill, "2-informe", "Dos", position=2, kind=TextKind.FIRST_REPORT)

        items = main_of(client.get("/en/proyectos/17345-11/textos/")).select(".texts li")

        assert [item.h3.get_text() for item in items] == [
            "Text of the first report",
            "Text as filed",
        ]
        assert [link["href"] for link in items[0].select("a")] == [
            "/en/proyectos/17345-11/textos/2-informe/",
            "/en/proyectos/17345-11/comparar/1-mocion..2-informe/",
        ]

    def test_give_each_article_an_address(self, client):
        text_with(BillFactory(number="17345-11"), "1-mocion", "Primero.", "Segundo.", position=1)

        main = main_of(client.get("/proyectos/17345-11/textos/1-mocion/"))

        article = main.find(id="art_2")
        assert article.select_one(".law").get_text().strip() == "Segundo."
        assert article.select_one("h3 a")["href"] == "#art_2"
        assert [link["href"] for link in main.select(".toc a")] == ["#art_1", "#art_2"]

    def test_of_a_bill_without_them_lead_to_its_documents(self, client):
        BillFactory(number="17345-11")

        empty = main_of(client.get("/en/proyectos/17345-11/textos/")).select_one(".empty")

        assert empty.p.get_text() == "No text of this bill is held here by article yet."
        assert empty.a["href"] == "/en/proyectos/17345-11/documentos/"

    def test_that_do_not_exist_are_not_found(self, client):
        text_with(BillFactory(number="17345-11"), "1-mocion", "Uno", position=1)
        text_with(BillFactory(number="17346-11"), "2-informe", "Dos", position=1)

        assert client.get("/proyectos/17345-11/textos/2-informe/").status_code == 404
        assert client.get("/proyectos/17345-11/comparar/1-mocion..2-informe/").status_code == 404


class TestVotes:
    def test_are_told_apart_by_what_was_asked_and_not_by_what_the_bill_is_about(self, client):
        bill = BillFactory(number="17345-11", title="Regula la venta", plain_title="La venta")
        session = sitting(71, held_on=TODAY)
        about = "Proyecto de ley, en primer trámite constitucional, que regula la venta"
        for subject in (f"Artículo 5.º, nuevo. {about}. (Boletín N° 17.345-11).", f"{about}."):
            take_vote(bill=bill, subject=subject, totals=(31, 12, 0, 0), session=session, on=TODAY)

        heads = main_of(client.get("/proyectos/17345-11/votaciones/")).select(".vote-row h3")

        assert [head.get_text(strip=True).split(".")[0] for head in heads] == [
            "En general",
            "Artículo 5",
        ]
        assert "regula la venta" not in " ".join(head.get_text() for head in heads)


class TestPapers:
    def test_are_gathered_by_kind_with_their_links(self, client):
        bill = BillFactory(number="17345-11")
        PaperFactory(bill=bill, kind=PaperKind.LETTER, title="Oficio de ley", number="34/SEC/20")
        PaperFactory(bill=bill, document__url="https://papers.example/informe")
        PaperFactory(bill=bill, kind=PaperKind.AMENDMENTS, title="Boletín de indicaciones")

        papers = main_of(client.get("/en/proyectos/17345-11/documentos/"))
        amendments = main_of(client.get("/en/proyectos/17345-11/indicaciones/"))

        assert [title.get_text() for title in papers.select(".bill-body h2")] == [
            "Committee reports",
            "Official letters",
        ]
        assert papers.select_one("tbody a")["href"] == "https://papers.example/informe"
        assert [title.get_text() for title in amendments.select(".bill-body h2")] == [
            "Amendment papers"
        ]

    def test_are_said_to_open_elsewhere_only_where_some_can_be_opened(self, client):
        PaperFactory(bill=BillFactory(number="17345-11"), document__url="https://papers.example/i")
        PaperFactory(bill=BillFactory(number="17346-11"), document=None)
        remark = "Documents with a link open where the Senate publishes them."

        linked = main_of(client.get("/en/proyectos/17345-11/documentos/"))
        unlinked = main_of(client.get("/en/proyectos/17346-11/documentos/"))

        assert remark in linked.get_text()
        assert remark not in unlinked.get_text()

    def test_are_called_by_what_they_are_where_there_are_none(self, client):
        BillFactory(number="17345-11")

        papers = main_of(client.get("/en/proyectos/17345-11/documentos/"))
        amendments = main_of(client.get("/en/proyectos/17345-11/indicaciones/"))

        assert papers.select_one(".empty").get_text(strip=True) == "No document has been published."
        assert amendments.select_one(".empty").get_text(strip=True) == (
            "No amendment paper has been published."
        )

    def test_a_tab_counts_amendment_papers_and_not_amendments(self, client):
        PaperFactory(bill=BillFactory(number="17345-11"), kind=PaperKind.AMENDMENTS)

        tab = main_of(client.get("/en/proyectos/17345-11/")).select_one("a[href$='indicaciones/']")

        assert " ".join(tab.get_text(" ").split()) == "Amendment papers 1"

    def test_without_a_date_or_a_link_are_listed_all_the_same(self, client):
        PaperFactory(
            bill=BillFactory(number="17345-11"), kind=PaperKind.COMPARISON, dated_on=None,
            document=None, title="Comparado",
        )  # fmt: skip

        table = main_of(client.get("/en/proyectos/17345-11/documentos/")).table

        heads = [head.get_text() for head in table.thead.select("th")]
        assert heads == ["Document", "Stage"]
        assert (table.tbody.th.get_text(), table.tbody.th.a) == ("Comparado", None)

    def test_of_letters_are_known_by_what_they_say(self, client):
        PaperFactory(
            bill=BillFactory(number="17345-11"), kind=PaperKind.LETTER, number="290-370",
            title="Primer informe de comisión", letter_type="Otros oficios",
            description="Formula indicaciones", document__url="https://papers.example/o",
        )  # fmt: skip

        row = main_of(client.get("/en/proyectos/17345-11/documentos/")).tbody.tr

        assert row.th.a.get_text() == "Formula indicaciones"
        assert [more.get_text() for more in row.select(".paper__more")] == [
            "Primer informe de comisión",
            "Otros oficios",
        ]


class TestUrgencies:
    @pytest.mark.parametrize(
        ("urgency", "sentence"),
        [
            ({}, "Running: day 10 of 15"),
            (
                {"set_on": date(2026, 10, 1)},
                "Its term ended on 16 October 2026; the record does not say more",
            ),
            (
                {
                    "ended_on": date(2026, 11, 20),
                    "end": UrgencyEnd.WITHDRAWN,
                    "end_message": "12-374",
                },
                "The President withdrew it on 20 November 2026 (message 12-374)",
            ),
            (
                {"ended_on": date(2026, 3, 10), "end": UrgencyEnd.LAPSED},
                "Lapsed on 10 March 2026, at the end of the legislature",
            ),
            (
                {"ended_on": date(2026, 11, 20), "end": UrgencyEnd.UNSTATED},
                "Ended on 20 November 2026; the cause is not stated",
            ),
        ],
    )
    def test_say_how_each_ended(self, client, urgency, sentence):
        UrgencyFactory(bill=BillFactory(number="17345-11"), **urgency)

        row = main_of(client.get("/en/proyectos/17345-11/urgencias/")).tbody.tr

        assert row.find_all("td")[-1].get_text() == sentence

    def test_say_that_one_replaced_another_by_the_same_message(self, client):
        bill = BillFactory(number="17345-11")
        UrgencyFactory(
            bill=bill, position=1, kind=UrgencyKind.SIMPLE, set_on=date(2026, 11, 1),
            due_on=date(2026, 12, 1), ended_on=date(2026, 11, 14), end=UrgencyEnd.WITHDRAWN,
            end_message="77-374",
        )  # fmt: skip
        UrgencyFactory(bill=bill, position=2, set_on=date(2026, 11, 14), message="77-374")

        rows = main_of(client.get("/en/proyectos/17345-11/urgencias/")).tbody.find_all("tr")

        assert rows[1].find_all("td")[-1].get_text() == (
            "Replaced on 14 November 2026 by another: suma urgency (message 77-374)"
        )
        assert " ".join(rows[1].find_all("td")[2].get_text().split()) == (
            "30 days, until 1 December 2026 Ley 18.918, art. 27 (Ley 20.447)"
        )


class TestTheOldAddressesOfTheSenate:
    @pytest.mark.parametrize(
        "old",
        [
            "/tramitacion/",
            "/tramitacion/index.php",
            "/appsenado/templates/tramitacion/",
            "/appsenado/templates/tramitacion/index.php",
        ],
    )
    @pytest.mark.parametrize("printed", ["8575-05", "8575", "8.575-05"])
    def test_move_for_good_to_the_bill_that_they_name(self, client, old, printed):
        BillFactory(number="8575-05")

        response = client.get(f"{old}?boletin_ini={printed}")

        assert (response.status_code, response.headers["Location"]) == (
            301,
            "/proyectos/8575-05/",
        )

    def test_move_to_the_list_where_they_name_none(self, client):
        response = client.get("/appsenado/templates/tramitacion/index.php")

        assert (response.status_code, response.headers["Location"]) == (301, "/proyectos/")

    @pytest.mark.parametrize("printed", ["8576", "nada", "²-05", "-05", "123456-05", "0"])
    def test_that_name_no_bill_are_not_found(self, client, printed):
        assert client.get(f"/tramitacion/?boletin_ini={printed}").status_code == 404


class TestOtherWaysOfWritingANumber:
    @pytest.mark.parametrize(
        ("written", "address"),
        [
            ("/proyectos/8575/", "/proyectos/8575-05/"),
            ("/proyectos/8575", "/proyectos/8575-05/"),
            ("/proyectos/8575-05", "/proyectos/8575-05/"),
            ("/proyectos/8.575-05/", "/proyectos/8575-05/"),
            ("/proyectos/08575-05/", "/proyectos/8575-05/"),
            ("/proyectos/8575-5/", "/proyectos/8575-05/"),
            ("/en/proyectos/8.575", "/en/proyectos/8575-05/"),
            ("/proyectos/8575/votaciones", "/proyectos/8575-05/votaciones/"),
            ("/proyectos/8575-05/votaciones", "/proyectos/8575-05/votaciones/"),
            ("/proyectos/8575/?tipo=oficios", "/proyectos/8575-05/?tipo=oficios"),
            ("/asuntos/S 1.500-09/", "/asuntos/1500-09/"),
        ],
    )
    def test_move_for_good_to_the_one(self, client, written, address):
        BillFactory(number="8575-05")

        response = client.get(written)

        assert (response.status_code, response.headers["Location"]) == (301, address)

    @pytest.mark.parametrize(
        "nowhere",
        [
            "/proyectos/8576/",
            "/proyectos/0/",
            "/proyectos/./",
            "/proyectos/8575-05/nada/",
            "/proyectos/8575-05/nada",
            "/proyectos/8575/nada/",
            "/asuntos/8575/",
        ],
    )
    def test_that_lead_nowhere_are_not_found(self, client, nowhere):
        BillFactory(number="8575-05")

        assert client.get(nowhere).status_code == 404

    def test_that_two_bills_could_answer_are_not_found(self, client):
        BillFactory(number="8575-05")
        BillFactory(number="8575-07")

        assert client.get("/proyectos/8575/").status_code == 404
