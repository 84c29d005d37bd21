"""A bill becomes on record what its source says, and again, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legislation.bills.enums import (
    BillKind,
    PaperKind,
    Stage,
    UrgencyKind,
)
from legislation.bills.models import Authorship, Bill, Subject
from legislation.bills.observed import (
    ObservedAuthor,
    ObservedBill,
    ObservedMerge,
    ObservedPaper,
    ObservedStage,
    ObservedStep,
    ObservedUrgency,
)
from legislation.bills.services import Recorded, record_observed_bill
from legislation.documents.models import Document, Version
from legislation.people.enums import Chamber
from legislation.provenance.models import Source
from legislation.provenance.services import record_source
from tests.factories.people import PersonFactory
from tests.legislation.bills.observations import BILL, NOW, PAPER, STEP, TEXT
from tests.legislation.interchange.record_dump import dump

pytestmark = pytest.mark.django_db


def record(seen: ObservedBill, source: Source | None = None) -> Recorded:
    return record_observed_bill(seen, source=source, at=NOW)


def test_a_bill_arrives_with_everything_around_it() -> None:
    recorded = record(BILL)

    bill = Bill.objects.get()
    assert (recorded.bill, recorded.created) == (bill, True)
    # bill, filed text, author, 2 subjects and their 2 places, stage, step, urgency,
    # paper and its document, merged bill
    assert recorded.changed_rows == 13
    assert bill.last_step_on == date(2026, 3, 3)
    assert bill.filed_text.url == "http://x.example/filed"
    assert list(bill.subjects.order_by("slug").values_list("name", flat=True)) == [
        "Municipios",
        "Plazas",
    ]


def test_the_same_bill_again_changes_nothing() -> None:
    record(BILL)

    again = record(BILL)

    assert (again.created, again.changed_rows) == (False, 0)


def test_only_rows_that_differ_are_written_and_say_where_they_were_seen() -> None:
    first = record_source("a.xml", content=b"a", at=NOW)
    second = record_source("b.xml", content=b"b", at=NOW)
    record(replace(BILL, steps=(STEP, STEP)), first)
    changed = replace(STEP, description="Cuenta.")

    recorded = record(replace(BILL, steps=(STEP, changed)), second)

    assert recorded.changed_rows == 1
    steps = recorded.bill.steps.order_by("position")
    assert list(steps.values_list("description", "source__name")) == [
        ("Ingreso.", "a.xml"),
        ("Cuenta.", "b.xml"),
    ]
    assert recorded.bill.source == first


def test_what_the_source_no_longer_lists_goes() -> None:
    record(BILL)
    bare = replace(BILL, authors=(), subjects=(), steps=(), urgencies=(), papers=(), merged_with=())

    record(bare)

    bill = Bill.objects.get()
    assert not any(
        rows.exists()
        for rows in (
            bill.authorships,
            bill.subjects,
            bill.steps,
            bill.urgencies,
            bill.papers,
            bill.merged_with,
        )
    )
    assert list(Document.objects.values_list("url", flat=True)) == ["http://x.example/filed"]
    assert Subject.objects.count() == 2


def test_a_summary_written_here_outlives_a_source_that_has_none() -> None:
    record(replace(BILL, summary="Qué cambia.", plain_title="Plazas", quorum_matter="ORGANIC"))

    assert record(BILL).changed_rows == 0

    bill = Bill.objects.get()
    assert (bill.summary, bill.plain_title, bill.quorum_matter) == (
        "Qué cambia.",
        "Plazas",
        "ORGANIC",
    )


def test_a_matter_and_a_bill_of_one_number_are_two() -> None:
    record(BILL)

    recorded = record(replace(BILL, kind=BillKind.MATTER, title="Permiso"))

    assert recorded.created is True
    assert Bill.objects.get(kind=BillKind.BILL).title == "Crea el registro de plazas"


def test_authors_may_exchange_their_places() -> None:
    ana, eva = PersonFactory(), PersonFactory()
    signed = [
        ObservedAuthor(printed_name=person.slug, person_id=person.pk) for person in (ana, eva)
    ]
    record(replace(BILL, authors=tuple(signed)))

    record(replace(BILL, authors=tuple(reversed(signed))))

    assert list(Authorship.objects.order_by("position").values_list("person", flat=True)) == [
        eva.pk,
        ana.pk,
    ]


def test_the_newest_step_is_the_newest_and_not_the_last_listed() -> None:
    older = replace(STEP, taken_on=date(2026, 1, 1))
    newest = replace(STEP, taken_on=date(2026, 5, 9))

    assert record(replace(BILL, steps=(newest, older))).bill.last_step_on == date(2026, 5, 9)


def test_a_subject_is_one_however_it_is_spelt() -> None:
    record(BILL)

    record(replace(BILL, number="90003-07", subjects=("PLAZAS", "Plazas ", "Púlpitos")))

    assert list(Subject.objects.order_by("slug").values_list("name", flat=True)) == [
        "Municipios",
        "Plazas",
        "Púlpitos",
    ]


@pytest.mark.parametrize(
    ("kind", "set_on", "due_on"),
    [
        (UrgencyKind.SIMPLE, date(2026, 5, 5), date(2026, 6, 4)),
        (UrgencyKind.SUMA, date(2026, 5, 5), date(2026, 5, 20)),
        (UrgencyKind.IMMEDIATE, date(2026, 5, 5), date(2026, 5, 11)),
        (UrgencyKind.SUMA, date(2010, 6, 1), date(2010, 6, 11)),
    ],
)
def test_trap_9_an_urgency_is_due_when_the_rule_of_its_day_says(
    kind: UrgencyKind, set_on: date, due_on: date
) -> None:
    urgency = ObservedUrgency(kind=kind, set_on=set_on)

    recorded = record(replace(BILL, urgencies=(urgency,)))

    assert recorded.bill.urgencies.get().due_on == due_on


def test_an_urgency_of_a_bill_in_conference_is_due_sooner() -> None:
    entered = ObservedStage(
        stage=Stage.CONFERENCE_CHANGES, chamber=Chamber.BOTH, entered_on=date(2026, 5, 4)
    )
    before = ObservedUrgency(kind=UrgencyKind.SUMA, set_on=date(2026, 5, 3))
    after = ObservedUrgency(kind=UrgencyKind.SUMA, set_on=date(2026, 5, 4))

    recorded = record(replace(BILL, stages=(*BILL.stages, entered), urgencies=(before, after)))

    due = recorded.bill.urgencies.order_by("position").values_list("due_on", flat=True)
    assert list(due) == [date(2026, 5, 18), date(2026, 5, 9)]


def test_papers_are_numbered_within_their_kind_and_share_no_document() -> None:
    letter = replace(PAPER, kind=PaperKind.LETTER, url="")
    second = replace(PAPER, url="http://x.example/2")

    recorded = record(replace(BILL, papers=(PAPER, letter, second)))

    papers = recorded.bill.papers.order_by("kind", "position")
    assert list(papers.values_list("kind", "position", "document__url")) == [
        ("LETTER", 1, None),
        ("REPORT", 1, "http://x.example/1"),
        ("REPORT", 2, "http://x.example/2"),
    ]


def test_a_paper_whose_words_change_keeps_its_document() -> None:
    record(BILL)
    document = Document.objects.get(url=PAPER.url)

    record(replace(BILL, papers=(replace(PAPER, title="Informe corregido"),)))

    document.refresh_from_db()
    assert document.title == "Informe corregido"
    assert Bill.objects.get().papers.get().document == document


def test_texts_come_article_by_article_and_a_change_is_a_new_version() -> None:
    record(replace(BILL, texts=(TEXT,)))
    changed = replace(TEXT, articles=(replace(TEXT.articles[0], body="Créase ya."),))

    recorded = record(replace(BILL, texts=(changed,)))

    text = recorded.bill.texts.get()
    assert (text.version.number, Version.objects.count()) == (2, 2)
    assert text.version.articles.get().body == "Créase ya."
    assert record(replace(BILL, texts=(changed,))).changed_rows == 0


def test_a_source_without_texts_leaves_them() -> None:
    record(replace(BILL, texts=(TEXT,)))

    assert record(BILL).changed_rows == 0
    assert Bill.objects.get().texts.count() == 1


days = st.dates(date(2026, 1, 1), date(2026, 1, 9))
steps = st.builds(
    ObservedStep,
    taken_on=days,
    description=st.sampled_from(["Ingreso.", "Cuenta.", ""]),
    stage=st.sampled_from([Stage.FIRST, Stage.SECOND]),
)
papers = st.builds(
    ObservedPaper,
    kind=st.sampled_from([PaperKind.REPORT, PaperKind.LETTER]),
    dated_on=st.none() | days,
    title=st.sampled_from(["Informe", "Oficio"]),
    url=st.sampled_from(["", "http://x.example/1", "http://x.example/2"]),
)
urgencies = st.builds(ObservedUrgency, kind=st.sampled_from(UrgencyKind), set_on=days)
merges = st.builds(
    ObservedMerge, number=st.sampled_from(["90002-07", "90003-07"]), is_lead=st.booleans()
)
bills = st.builds(
    replace,
    st.just(BILL),
    title=st.sampled_from(["Uno", "Dos"]),
    authors=st.lists(
        st.builds(ObservedAuthor, printed_name=st.sampled_from(["Ana", "Eva"])), max_size=3
    ).map(tuple),
    steps=st.lists(steps, max_size=4).map(tuple),
    papers=st.lists(papers, max_size=4).map(tuple),
    urgencies=st.lists(urgencies, max_size=3).map(tuple),
    merged_with=st.lists(merges, max_size=2, unique_by=lambda merge: merge.number).map(tuple),
)


@given(before=bills, after=bills)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_record_follows_the_last_observation_whatever_was_there(
    before: ObservedBill, after: ObservedBill
) -> None:
    Bill.objects.all().delete()
    Document.objects.all().delete()
    record(after)
    expected = dump(without_sources=True)
    Bill.objects.all().delete()
    Document.objects.all().delete()

    record(before)
    record(after)

    assert dump(without_sources=True) == expected
    assert record(after).changed_rows == 0
