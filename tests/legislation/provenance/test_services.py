"""What the record is, where rows come from, and how observed rows reach the tables."""

from collections.abc import Sequence
from datetime import UTC, datetime
from operator import attrgetter

import pytest
from pytest_django import DjangoAssertNumQueries

from legislation.bills.models import Authorship, Bill, MergedBill, Subject
from legislation.errors import RecordConflict
from legislation.provenance.enums import Nature
from legislation.provenance.models import RecordNature, Source
from legislation.provenance.services import agree, amend, declare_nature, record_source
from tests.factories.bills import BillFactory
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 9, 1, 9, tzinfo=UTC)
EVENING = datetime(2026, 9, 1, 20, tzinfo=UTC)


def source(name: str = "a.xml") -> Source:
    return record_source(name, content=b"content", at=MORNING)


@pytest.mark.parametrize(
    ("first", "second"), [(Nature.REAL, Nature.FICTIONAL), (Nature.FICTIONAL, Nature.REAL)]
)
def test_fictional_and_real_facts_never_share_a_database(first: Nature, second: Nature) -> None:
    declare_nature(first, at=MORNING)

    with pytest.raises(RecordConflict):
        declare_nature(second, at=EVENING)

    assert RecordNature.objects.get().nature == first


def test_declaring_the_same_nature_again_changes_nothing() -> None:
    assert declare_nature(Nature.REAL, at=MORNING) is True
    assert declare_nature(Nature.REAL, at=EVENING) is False

    assert RecordNature.objects.get().declared_at == MORNING


def test_the_same_content_under_the_same_name_is_one_source() -> None:
    first = record_source("a.xml", content=b"content", at=MORNING)
    again = record_source("a.xml", content=b"content", at=EVENING)
    other_name = record_source("b.xml", content=b"content", at=EVENING)
    other_content = record_source("a.xml", content=b"other", at=EVENING)

    assert again.pk == first.pk
    assert (again.read_at, again.size) == (MORNING, 7)
    assert first.sha256 == "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73"
    assert len({first.pk, other_name.pk, other_content.pk}) == 3


def merged(bill: Bill, *numbers: str) -> list[MergedBill]:
    return [
        MergedBill(bill=bill, position=place, number=number)
        for place, number in enumerate(numbers, start=1)
    ]


def agree_on(bill: Bill, wanted: Sequence[MergedBill], from_source: Source) -> int:
    rows = bill.merged_with.all()
    return agree(MergedBill, rows, wanted, key=attrgetter("number"), source=from_source)


def test_rows_that_agree_are_not_written_and_keep_their_source() -> None:
    bill, first, second = BillFactory(), source("a.xml"), source("b.xml")
    agree_on(bill, merged(bill, "10001-07", "10002-07"), first)

    written = agree_on(bill, merged(bill, "10001-07", "10003-07"), second)

    assert written == 2
    assert set(bill.merged_with.values_list("number", "position", "source__name")) == {
        ("10001-07", 1, "a.xml"),
        ("10003-07", 2, "b.xml"),
    }


def test_observing_the_same_again_only_reads(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    bill, other = BillFactory(), source("b.xml")
    agree_on(bill, merged(bill, "10001-07"), source())

    with django_assert_num_queries(1):
        assert agree_on(bill, merged(bill, "10001-07"), other) == 0


def test_observed_rows_know_their_row_in_the_table() -> None:
    bill = BillFactory()
    agree_on(bill, merged(bill, "10001-07"), source())
    wanted = merged(bill, "10001-07", "10002-07")

    agree_on(bill, wanted, source())

    assert [row.pk for row in wanted] == list(
        bill.merged_with.order_by("position").values_list("pk", flat=True)
    )


def test_two_rows_exchange_what_only_one_may_hold() -> None:
    bill, ana, eva = BillFactory(), PersonFactory(), PersonFactory()

    def signed(*people: object) -> list[Authorship]:
        return [
            Authorship(bill=bill, position=place, printed_name="x", person=person)
            for place, person in enumerate(people, start=1)
        ]

    def sign(*people: object) -> int:
        return agree(
            Authorship,
            bill.authorships.all(),
            signed(*people),
            key=attrgetter("position"),
            source=None,
            replace=True,
        )

    assert sign(ana, eva) == 2
    assert sign(eva, ana) == 2
    assert sign(eva, ana) == 0
    assert list(bill.authorships.order_by("position").values_list("person", flat=True)) == [
        eva.pk,
        ana.pk,
    ]


def test_amending_a_row_writes_only_a_difference_and_says_where_it_was_seen() -> None:
    bill = BillFactory(title="Uno")

    assert amend(bill, source=source(), title="Uno") == 0
    assert amend(bill, source=source("b.xml"), title="Dos", summary="s") == 1

    bill.refresh_from_db()
    assert (bill.title, bill.summary, bill.source.name) == ("Dos", "s", "b.xml")


def test_amending_a_row_that_keeps_no_source() -> None:
    subject = Subject.objects.create(slug="plazas", name="Plaza")

    assert amend(subject, source=source(), name="Plazas") == 1

    subject.refresh_from_db()
    assert subject.name == "Plazas"
