from datetime import UTC, date, datetime

import pytest
from django.db import connection

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    UrgencyEnd,
    UrgencyKind,
)
from legislation.bills.models import Bill
from legislation.bills.selectors import (
    AuthorLine,
    BillFilter,
    MergedLine,
    StageLine,
    SubjectLine,
    browse_bills,
    committees_with_bills,
    count_up_to,
    full_number,
    get_dossier,
    narrowing_of,
    papers_of,
    running_urgencies_of,
    steps_of,
    texts_of,
    urgencies_of,
)
from legislation.documents.selectors import articles_of, articles_of_each
from legislation.people.enums import Chamber
from legislation.people.models import Committee
from legislation.provenance.models import Source
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    BillTextFactory,
    MergedBillFactory,
    PaperFactory,
    StageEntryFactory,
    StepFactory,
    SubjectFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.people import CommitteeFactory, PersonFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def numbers(chosen: BillFilter = BillFilter(), *, on: date = TODAY) -> list[str]:  # noqa: B008
    return [row.number for row in browse_bills(chosen, on=on)]


class TestDossier:
    def test_carries_everything_short_in_one_query(self, django_assert_num_queries):
        source = Source.objects.create(
            name="17345-11.xml", sha256="a" * 64, size=1, read_at=datetime(2026, 11, 24, tzinfo=UTC)
        )
        committee = CommitteeFactory(name="Salud", slug="salud")
        bill = BillFactory(
            number="17345-11", title="Fija plazos", committee=committee, source=source
        )
        person = PersonFactory(slug="irene-calfun", given_names="Irene", paternal_surname="Calfún",
                               maternal_surname="Ovalle")  # fmt: skip
        AuthorshipFactory(bill=bill, position=2, printed_name="Alguien, Otro")
        AuthorshipFactory(bill=bill, position=1, printed_name="Calfún Ovalle, Irene", person=person)
        BillSubjectFactory(bill=bill, subject=SubjectFactory(name="Salud", slug="salud"))
        BillFactory(number="17001-11", title="Otro", plain_title="Uno parecido")
        MergedBillFactory(bill=bill, position=1, number="17001-11", is_lead=True)
        MergedBillFactory(bill=bill, position=2, number="17002-11")
        StageEntryFactory(bill=bill, position=1)
        BillTextFactory(bill=bill)
        PaperFactory(bill=bill, position=1)
        PaperFactory(bill=bill, position=1, kind=PaperKind.AMENDMENTS)
        UrgencyFactory(bill=bill, position=1)

        with django_assert_num_queries(1):
            dossier = get_dossier("17345-11")

        assert (dossier.id, dossier.number, dossier.title) == (bill.id, "17345-11", "Fija plazos")
        assert (dossier.committee, dossier.committee_slug) == ("Salud", "salud")
        assert (dossier.source_name, dossier.source_read_at) == (source.name, source.read_at)
        assert dossier.authors == (
            AuthorLine("Calfún Ovalle, Irene", "Irene Calfún Ovalle", "irene-calfun"),
            AuthorLine("Alguien, Otro", "", ""),
        )
        assert dossier.subjects == (SubjectLine("Salud", "salud"),)
        assert dossier.merged_with == (
            MergedLine("17001-11", True, "Otro", "Uno parecido"),
            MergedLine("17002-11", False, "", ""),
        )
        assert dossier.stages == (StageLine("FIRST", "SENATE", date(2026, 3, 3)),)
        assert (dossier.text_count, dossier.amendment_count) == (1, 1)
        assert (dossier.paper_count, dossier.urgency_count) == (1, 1)
        assert dossier.open_urgency is not None
        assert dossier.open_urgency.due_on == date(2026, 11, 29)

    def test_of_a_bare_bill_is_empty_where_nothing_is_known(self):
        BillFactory(number="1-01")

        dossier = get_dossier("1-01")

        assert dossier.authors == dossier.subjects == dossier.merged_with == dossier.stages == ()
        assert dossier.open_urgency is None
        assert (dossier.committee, dossier.source_name, dossier.filed_text_url) == ("", "", "")
        assert dossier.text_count == dossier.paper_count == 0

    def test_shows_the_plain_title_first_and_the_official_one_without_it(self):
        BillFactory(number="1-01", title="Modifica la ley N° 18.918", plain_title="Plazos claros")
        BillFactory(number="2-01", title="Modifica la ley N° 18.918")

        assert get_dossier("1-01").shown_title == "Plazos claros"
        assert get_dossier("2-01").shown_title == "Modifica la ley N° 18.918"

    def test_forgets_urgencies_that_ended(self):
        bill = BillFactory(number="1-01")
        UrgencyFactory(bill=bill, ended_on=date(2026, 11, 20), end=UrgencyEnd.WITHDRAWN)
        UrgencyFactory(bill=bill, end=UrgencyEnd.LAPSED)

        assert get_dossier("1-01").open_urgency is None

    def test_tells_a_bill_from_a_matter_of_the_same_number(self):
        BillFactory(number="2734-14", title="Un proyecto")
        BillFactory(number="2734-14", title="Un asunto", kind=BillKind.MATTER)

        assert get_dossier("2734-14").title == "Un proyecto"
        assert get_dossier("2734-14", kind=BillKind.MATTER).title == "Un asunto"

    def test_of_an_absent_bill_does_not_exist(self):
        BillFactory(number="1-01", kind=BillKind.MATTER)

        with pytest.raises(Bill.DoesNotExist):
            get_dossier("1-01")


class TestFullNumber:
    def test_completes_a_serial(self):
        BillFactory(number="8575-05")

        assert full_number(8575) == "8575-05"

    def test_refuses_a_serial_that_nobody_has_or_that_two_share(self):
        BillFactory(number="8575-05")
        BillFactory(number="8575-07")

        with pytest.raises(Bill.DoesNotExist):
            full_number(8576)
        with pytest.raises(Bill.MultipleObjectsReturned):
            full_number(8575)


class TestTheLongParts:
    def test_steps_come_in_their_order(self, django_assert_num_queries):
        bill = BillFactory()
        StepFactory(bill=bill, position=2, description="Segundo")
        StepFactory(bill=bill, position=1, description="Primero")
        StepFactory()

        with django_assert_num_queries(1):
            steps = steps_of(bill.id)

        assert [step.description for step in steps] == ["Primero", "Segundo"]

    def test_urgencies_come_newest_first(self):
        bill = BillFactory()
        UrgencyFactory(bill=bill, position=1, set_on=date(2026, 5, 4))
        UrgencyFactory(bill=bill, position=2, set_on=date(2026, 6, 4), kind=UrgencyKind.SIMPLE)

        assert [row.kind for row in urgencies_of(bill.id)] == ["SIMPLE", "SUMA"]

    def test_papers_come_by_kind_with_their_links(self):
        bill = BillFactory()
        PaperFactory(bill=bill, kind=PaperKind.REPORT, document__url="https://papers.example/r")
        PaperFactory(bill=bill, kind=PaperKind.AMENDMENTS)
        PaperFactory(bill=bill, kind=PaperKind.LETTER, document=None)

        kinds = [(paper.kind, bool(paper.url)) for paper in papers_of(bill.id)]
        reports = papers_of(bill.id, kinds=[PaperKind.REPORT])

        assert kinds == [("AMENDMENTS", True), ("LETTER", False), ("REPORT", True)]
        assert [paper.url for paper in reports] == ["https://papers.example/r"]

    def test_texts_and_their_articles_come_in_order(self, django_assert_num_queries):
        bill = BillFactory()
        text_with(bill, "2-informe", "Uno", "Dos", position=2)
        text_with(bill, "1-mocion", "Uno", position=1)

        with django_assert_num_queries(2):
            first, second = texts_of(bill.id)
            articles = articles_of_each([first.version_id, second.version_id])

        assert (first.slug, second.slug) == ("1-mocion", "2-informe")
        assert [article.body for article in articles[second.version_id]] == ["Uno", "Dos"]
        assert articles_of(first.version_id) == articles[first.version_id]
        assert articles_of(0) == []


class TestBrowsing:
    def test_puts_the_newest_movement_first_and_leaves_matters_out(self):
        BillFactory(number="1-01", last_step_on=date(2026, 5, 1))
        BillFactory(number="2-01", last_step_on=date(2026, 7, 1))
        BillFactory(number="3-01", last_step_on=date(2026, 6, 1))
        BillFactory(number="4-01", kind=BillKind.MATTER)

        assert numbers() == ["2-01", "3-01", "1-01"]
        assert numbers(BillFilter(kind=BillKind.MATTER)) == ["4-01"]

    @pytest.mark.parametrize(
        ("chosen", "different"),
        [
            (BillFilter(status="PUBLISHED"), {"status": Status.IN_PROGRESS}),
            (BillFilter(stage="THIRD"), {"stage": Stage.SECOND}),
            (BillFilter(origin="DEPUTIES"), {"origin_chamber": Chamber.SENATE}),
            (BillFilter(initiative="MESSAGE"), {"initiative": Initiative.MOTION}),
            (BillFilter(year=2025), {"filed_on": date(2026, 1, 1)}),
            (BillFilter(year=2025), {"filed_on": date(2024, 12, 31)}),
        ],
    )
    def test_narrows_by_what_a_bill_is(self, chosen, different):
        wanted = {
            "status": Status.PUBLISHED,
            "stage": Stage.THIRD,
            "origin_chamber": Chamber.DEPUTIES,
            "initiative": Initiative.MESSAGE,
            "filed_on": date(2025, 12, 31),
        }
        BillFactory(number="1-01", **wanted)
        BillFactory(number="2-01", **(wanted | different))

        assert numbers(chosen) == ["1-01"]

    def test_puts_the_newest_filing_first_within_a_year(self):
        BillFactory(number="1-01", filed_on=date(2025, 5, 1), last_step_on=TODAY)
        BillFactory(number="2-01", filed_on=date(2025, 7, 1), last_step_on=date(2025, 7, 1))

        assert numbers(BillFilter(year=2025)) == ["2-01", "1-01"]

    def test_narrows_by_committee_subject_and_author(self):
        committee, subject, author = CommitteeFactory(), SubjectFactory(), PersonFactory()
        bill = BillFactory(number="1-01", committee=committee)
        BillSubjectFactory(bill=bill, subject=subject)
        AuthorshipFactory(bill=bill, person=author)
        other = BillFactory(number="2-01", committee=CommitteeFactory())
        BillSubjectFactory(bill=other)
        AuthorshipFactory(bill=other, person=PersonFactory())

        assert numbers(BillFilter(committee_id=committee.id)) == ["1-01"]
        assert numbers(BillFilter(subject_id=subject.id)) == ["1-01"]
        assert numbers(BillFilter(author_id=author.id)) == ["1-01"]

    def test_narrows_by_an_urgency_that_runs_that_day(self):
        running = BillFactory(number="1-01")
        UrgencyFactory(bill=running, set_on=date(2026, 11, 14), due_on=TODAY)
        UrgencyFactory(bill=running, set_on=date(2026, 11, 15), due_on=TODAY)
        past = BillFactory(number="2-01")
        UrgencyFactory(bill=past, set_on=date(2026, 11, 1), due_on=date(2026, 11, 23))
        withdrawn = BillFactory(number="3-01")
        UrgencyFactory(bill=withdrawn, ended_on=date(2026, 11, 20), end=UrgencyEnd.WITHDRAWN)

        assert numbers(BillFilter(urgency=[UrgencyKind.SUMA])) == ["1-01"]
        assert numbers(BillFilter(urgency=[UrgencyKind.SIMPLE])) == []
        assert numbers(BillFilter(urgency=[UrgencyKind.SUMA]), on=date(2026, 11, 23)) == [
            "2-01",
            "1-01",
        ]

    def test_counts_no_further_than_asked(self):
        BillFactory.create_batch(4)
        bills = browse_bills(BillFilter(), on=TODAY)

        assert (count_up_to(bills, 2), count_up_to(bills, 10)) == (3, 4)

    def test_knows_the_latest_urgency_of_each_bill_of_a_page(self, django_assert_num_queries):
        one, other = BillFactory(), BillFactory()
        UrgencyFactory(bill=one, set_on=date(2026, 11, 13), kind=UrgencyKind.SIMPLE)
        UrgencyFactory(bill=one, set_on=date(2026, 11, 14), kind=UrgencyKind.SUMA)

        with django_assert_num_queries(1):
            running = running_urgencies_of([one.id, other.id], on=TODAY)

        assert list(running) == [one.id]
        assert (running[one.id].kind, running[one.id].due_on) == ("SUMA", date(2026, 11, 29))

    def test_resolves_the_slugs_of_a_narrowing(self):
        CommitteeFactory(slug="salud", name="Salud")

        assert narrowing_of(committee="salud").committee[1:] == ("salud", "Salud")
        assert narrowing_of() == narrowing_of(committee="", subject="", author="")
        with pytest.raises(Committee.DoesNotExist):
            narrowing_of(committee="no-hay")

    def test_offers_only_committees_that_have_a_bill_in_hand(self):
        BillFactory(committee=CommitteeFactory(slug="salud", name="Salud"))
        BillFactory(committee=CommitteeFactory(slug="economia", name="Economía"))
        CommitteeFactory(slug="ociosa", name="Ociosa")

        assert committees_with_bills() == [
            ("economia", "Economía", "SENATE"),
            ("salud", "Salud", "SENATE"),
        ]


def test_the_first_page_of_the_list_walks_an_index_backwards():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
    plan = browse_bills(BillFilter(), on=TODAY)[:31].explain()

    assert "bill_by_last_step" in plan
    assert "Sort" not in plan
