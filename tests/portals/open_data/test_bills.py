"""Bills and matters for machines."""

from datetime import date

import pytest

from legislation.bills.enums import BillKind, Initiative, PaperKind, Stage, Status, UrgencyKind
from legislation.people.enums import Chamber
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    MergedBillFactory,
    PaperFactory,
    StageEntryFactory,
    StepFactory,
    SubjectFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.people import CommitteeFactory, PersonFactory
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
EVERY_PART = "authors,subjects,stages,merged_with,steps,urgencies,documents,texts,votes"


def numbers(client, query: str) -> list[str]:
    return [bill["number"] for bill in client.get(f"/api/v1/bills{query}").json()["results"]]


def a_bill_with_everything(number: str, each: int) -> None:
    bill = BillFactory(number=number)
    for place in range(1, each + 1):
        AuthorshipFactory(bill=bill, position=place, person=PersonFactory())
        BillSubjectFactory(bill=bill, position=place)
        MergedBillFactory(bill=bill, position=place)
        StageEntryFactory(bill=bill, position=place)
        StepFactory(bill=bill, position=place)
        UrgencyFactory(bill=bill, position=place)
        PaperFactory(bill=bill, position=place)
        text_with(bill, f"{place}-texto", "Artículo.", position=place)
        take_vote(bill=bill, totals=(2, 1, 0, 0), session=sitting())


class TestTheList:
    def test_says_everything_plain_of_each_bill(self, client):
        committee = CommitteeFactory(name="Comisión de Salud", slug="salud")
        BillFactory(
            number="17345-11", title="Fija plazos", plain_title="Esperas", committee=committee,
            stage_text="Primer trámite constitucional", law_number=21000,
        )  # fmt: skip

        assert client.get("/api/v1/bills").json() == {
            "next": None,
            "previous": None,
            "results": [
                {
                    "id": "bill/17345-11",
                    "url": f"{SITE}/api/v1/bills/17345-11",
                    "page": f"{SITE}/proyectos/17345-11/",
                    "kind": "BILL",
                    "number": "17345-11",
                    "title": "Fija plazos",
                    "plain_title": "Esperas",
                    "summary": None,
                    "initiative": "MOTION",
                    "origin_chamber": "SENATE",
                    "filed_on": "2026-03-03",
                    "status": "IN_PROGRESS",
                    "stage": "FIRST",
                    "stage_text": "Primer trámite constitucional",
                    "step_text": None,
                    "chamber": "SENATE",
                    "urgency_text": None,
                    "quorum_matter": None,
                    "last_step_on": "2026-03-03",
                    "law_number": 21000,
                    "law_text": None,
                    "law_published_on": None,
                    "committee": {
                        "id": "committee/salud",
                        "slug": "salud",
                        "name": "Comisión de Salud",
                        "url": f"{SITE}/api/v1/committees/salud",
                    },
                    "filed_text_url": None,
                    "source": None,
                }
            ],
        }

    def test_is_empty_where_nothing_is(self, client):
        assert client.get("/api/v1/bills").json() == {"next": None, "previous": None, "results": []}

    def test_has_bills_or_matters_and_never_both(self, client):
        BillFactory(number="2734-14")
        BillFactory(number="2734-14", kind=BillKind.MATTER)

        bills = client.get("/api/v1/bills").json()["results"]
        matters = client.get("/api/v1/matters").json()["results"]

        assert [bill["id"] for bill in bills] == ["bill/2734-14"]
        assert [matter["id"] for matter in matters] == ["matter/2734-14"]
        assert matters[0]["page"] == f"{SITE}/asuntos/2734-14/"

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?estado=publicado", {"status": Status.PUBLISHED}),
            ("?etapa=segundo-tramite", {"stage": Stage.SECOND}),
            ("?origen=camara", {"origin_chamber": Chamber.DEPUTIES}),
            ("?iniciativa=mensaje", {"initiative": Initiative.MESSAGE}),
            ("?anio=2024", {"filed_on": date(2024, 12, 31)}),
            ("?desde=2026-06-01", {"last_step_on": date(2026, 6, 1)}),
            ("?hasta=2026-01-31", {"last_step_on": date(2026, 1, 31)}),
        ],
    )
    def test_is_narrowed_by_the_words_of_the_pages(self, client, query, found):
        BillFactory(number="1-01")
        BillFactory(number="2-02", **found)

        assert numbers(client, query) == ["2-02"]

    def test_is_narrowed_by_names(self, client):
        committee = CommitteeFactory(slug="salud")
        subject = SubjectFactory(slug="aguas")
        author = PersonFactory(slug="irene-calfun")
        bill = BillFactory(number="1-01", committee=committee)
        BillSubjectFactory(bill=bill, subject=subject)
        AuthorshipFactory(bill=bill, person=author)
        BillFactory(number="2-02")

        for query in ("?comision=salud", "?materia=aguas", "?autor=irene-calfun"):
            assert numbers(client, query) == ["1-01"]

    def test_is_narrowed_by_a_running_urgency(self, client):
        UrgencyFactory(bill=BillFactory(number="1-01"), kind=UrgencyKind.SUMA)
        UrgencyFactory(bill=BillFactory(number="2-02"), due_on=date(2026, 11, 23))

        assert numbers(client, "?urgencia=suma") == ["1-01"]
        assert numbers(client, "?urgencia=cualquiera") == ["1-01"]
        assert numbers(client, "?urgencia=simple") == []

    def test_gives_what_is_asked_to_be_included_and_nothing_else(self, client, senate):
        bill = client.get("/api/v1/bills?include=authors,steps").json()["results"][0]

        assert bill["authors"] == [
            {
                "printed_name": "Calfún Ovalle, Irene",
                "senator": {
                    "id": "senator/irene-calfun",
                    "slug": "irene-calfun",
                    "name": "Irene Calfún Ovalle",
                    "url": f"{SITE}/api/v1/senators/irene-calfun",
                    "page": f"{SITE}/senadores/irene-calfun/",
                },
            },
            {"printed_name": "Alguien, Otro", "senator": None},
        ]
        assert [step["description"] for step in bill["steps"]] == [
            "Ingreso de proyecto",
            "Discusión general",
        ]
        assert {"subjects", "urgencies", "documents", "texts", "votes"} & bill.keys() == set()

    def test_includes_the_same_that_one_bill_says(self, client, senate):
        one = client.get("/api/v1/bills/17345-11").json()
        of_list = client.get(f"/api/v1/bills?include={EVERY_PART}").json()["results"][0]

        del one["content_sha256"]
        one["urgencies"].sort(key=lambda urgency: urgency["position"])
        of_list["urgencies"].sort(key=lambda urgency: urgency["position"])
        assert of_list == one

    @pytest.mark.parametrize("bills", [1, 3])
    def test_costs_two_queries_however_many_bills(self, client, django_assert_num_queries, bills):
        for number in range(bills):
            BillFactory(number=f"{number + 1}-01")

        with django_assert_num_queries(2):
            client.get("/api/v1/bills")

    @pytest.mark.parametrize("bills", [1, 3])
    def test_costs_one_query_more_for_each_list_included(
        self, client, django_assert_num_queries, bills
    ):
        for number in range(bills):
            a_bill_with_everything(f"{number + 1}-01", each=bills)

        with django_assert_num_queries(2 + 9 + 1):
            client.get(f"/api/v1/bills?include={EVERY_PART}")


class TestOneBill:
    def test_says_everything(self, client, senate):
        bill = client.get("/api/v1/bills/17345-11").json()

        assert bill["source"] == {
            "name": "17345-11.xml",
            "url": "https://source.example/17345",
            "sha256": "a" * 64,
            "read_at": "2026-11-01T09:30:00-03:00",
        }
        assert bill["subjects"] == [{"slug": "salud", "name": "Salud"}]
        assert bill["stages"] == [
            {"stage": "FIRST", "chamber": "SENATE", "entered_on": "2026-03-03"}
        ]
        assert bill["merged_with"] == [
            {"id": "bill/17001-11", "number": "17001-11", "title": None, "is_lead": True}
        ]
        assert bill["urgencies"] == [
            {
                "position": 1,
                "kind": "SUMA",
                "chamber": "SENATE",
                "set_on": "2026-10-01",
                "due_on": "2026-10-16",
                "ended_on": None,
                "end": None,
                "message": None,
                "end_message": None,
            }
        ]
        assert [paper["kind"] for paper in bill["documents"]] == ["AMENDMENTS", "REPORT"]
        assert [text["slug"] for text in bill["texts"]] == ["1-mocion", "2-informe"]
        assert [vote["id"] for vote in bill["votes"]] == ["vote/374/39/1"]
        assert bill["votes"][0]["result"] == "TIE"

    def test_is_the_same_at_the_address_of_its_page(self, client, senate):
        assert (
            client.get("/proyectos/17345-11.json").json()
            == client.get("/api/v1/bills/17345-11").json()
        )
        assert (
            client.get("/asuntos/2734-14.json").json()
            == client.get("/api/v1/matters/2734-14").json()
        )

    @pytest.mark.parametrize("each", [1, 3])
    def test_costs_eight_queries(self, client, django_assert_num_queries, each):
        a_bill_with_everything("17345-11", each)

        with django_assert_num_queries(8):
            client.get("/api/v1/bills/17345-11")

    def test_of_the_other_kind_is_absent(self, client, senate):
        assert client.get("/api/v1/matters/17345-11").status_code == 404
        assert client.get("/api/v1/bills/2734-14").status_code == 404


class TestTheHash:
    def test_changes_only_with_the_content(self, client, senate, settings):
        first = client.get("/api/v1/bills/17345-11").json()["content_sha256"]
        again = client.get("/api/v1/bills/17345-11").json()["content_sha256"]
        settings.ALLOWED_HOSTS = ["elsewhere.example"]
        elsewhere = client.get("/api/v1/bills/17345-11", headers={"host": "elsewhere.example"})
        StepFactory(bill=senate.bill, position=3)
        changed = client.get("/api/v1/bills/17345-11", headers={"host": "elsewhere.example"})

        assert len(first) == 64
        assert first == again == elsewhere.json()["content_sha256"]
        assert changed.json()["content_sha256"] != first


class TestDocuments:
    def test_says_whose_paper_it_is(self, client):
        bill = BillFactory(number="17345-11", title="Fija plazos")
        committee = CommitteeFactory(name="Comisión de Salud", slug="salud")
        PaperFactory(
            bill=bill, position=2, committee=committee, document__url="https://p.example/1"
        )

        assert client.get("/api/v1/documents").json()["results"] == [
            {
                "id": "bill/17345-11/document/report/2",
                "bill": {
                    "id": "bill/17345-11",
                    "number": "17345-11",
                    "title": "Fija plazos",
                    "plain_title": None,
                    "url": f"{SITE}/api/v1/bills/17345-11",
                    "page": f"{SITE}/proyectos/17345-11/",
                },
                "kind": "REPORT",
                "position": 2,
                "dated_on": "2026-03-03",
                "number": None,
                "title": "Primer informe de comisión de Salud",
                "description": None,
                "letter_type": None,
                "stage": "FIRST",
                "stage_text": None,
                "chamber": None,
                "committee": {
                    "id": "committee/salud",
                    "slug": "salud",
                    "name": "Comisión de Salud",
                    "url": f"{SITE}/api/v1/committees/salud",
                },
                "original_url": "https://p.example/1",
                "source": None,
            }
        ]

    @pytest.mark.parametrize(
        "query",
        [
            "?tipo=indicaciones",
            "?boletin=2734-14",
            "?clase=asunto",
            "?comision=aguas",
            "?desde=2026-06-01",
        ],
    )
    def test_are_narrowed(self, client, query):
        PaperFactory(bill=BillFactory(number="1-01"), title="otro")
        PaperFactory(
            bill=BillFactory(number="2734-14", kind=BillKind.MATTER),
            kind=PaperKind.AMENDMENTS,
            committee=CommitteeFactory(slug="aguas"),
            dated_on=date(2026, 6, 1),
            title="este",
        )

        found = client.get(f"/api/v1/documents{query}").json()["results"]

        assert [paper["title"] for paper in found] == ["este"]

    def test_those_given_out_here_have_a_whole_address(self, client):
        PaperFactory(bill=BillFactory(), document__url="/documentos/ab/informe.pdf")

        (found,) = client.get("/api/v1/documents").json()["results"]

        assert found["original_url"] == "http://testserver/documentos/ab/informe.pdf"

    def test_without_a_date_have_their_place(self, client):
        bill = BillFactory()
        PaperFactory(bill=bill, position=1, dated_on=None, title="sin fecha")
        PaperFactory(bill=bill, position=2, title="con fecha")

        found = client.get("/api/v1/documents").json()["results"]

        assert [paper["title"] for paper in found] == ["con fecha", "sin fecha"]

    @pytest.mark.parametrize("papers", [1, 3])
    def test_cost_two_queries(self, client, django_assert_num_queries, papers):
        for _ in range(papers):
            PaperFactory()

        with django_assert_num_queries(2):
            client.get("/api/v1/documents")


class TestTexts:
    def test_are_listed_without_their_articles(self, client, senate):
        texts = client.get("/api/v1/texts").json()["results"]

        assert [text["id"] for text in texts] == [
            "bill/17345-11/text/2-informe",
            "bill/17345-11/text/1-mocion",
        ]
        assert "articles" not in texts[0]
        assert texts[0]["sha256"] == senate.texts[1].version.sha256

    @pytest.mark.parametrize(
        "query", ["?tipo=primer-informe&boletin=17345-11&clase=proyecto", "?tipo=primer-informe"]
    )
    def test_are_narrowed(self, client, senate, query):
        found = client.get(f"/api/v1/texts{query}").json()["results"]

        assert [text["slug"] for text in found] == ["2-informe"]

    def test_are_given_one_at_a_time_with_every_article(
        self, client, senate, django_assert_num_queries
    ):
        with django_assert_num_queries(3):
            text = client.get("/api/v1/bills/17345-11/texts/1-mocion").json()

        assert text["page"] == f"{SITE}/proyectos/17345-11/textos/1-mocion/"
        assert text["articles"] == [
            {
                "eid": "art_1",
                "label": "Artículo 1",
                "heading": None,
                "body": "Esta ley fija plazos.",
            }
        ]
        assert client.get("/proyectos/17345-11/textos/1-mocion.json").json() == text

    def test_of_a_matter_are_among_those_of_matters(self, client):
        matter = BillFactory(number="2734-14", kind=BillKind.MATTER)
        text_with(matter, "1-oficio", "Artículo.")

        assert client.get("/api/v1/matters/2734-14/texts/1-oficio").status_code == 200
        assert client.get("/api/v1/bills/2734-14/texts/1-oficio").status_code == 404
