from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legislation.bills.models import Bill
from legislation.provenance.models import PublicRevision
from legislation.search.models import SearchWord
from legislation.search.services import index_bills, rebuild_words
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    SubjectFactory,
    text_with,
)
from tests.factories.people import CommitteeFactory, PersonFactory
from tests.factories.votes import take_vote

pytestmark = pytest.mark.django_db


def lexemes(bill: Bill, weight: str, vector: str = "search_vector") -> set[str]:
    """The words under a weight in a bill's index."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT tsvector_to_array(ts_filter({vector}, '{{{weight}}}'))"  # noqa: S608
            " FROM legislation_bill WHERE id = %s",
            [bill.pk],
        )
        return set(cursor.fetchone()[0])


def full_bill() -> Bill:
    person = PersonFactory(
        given_names="Inés", paternal_surname="Ñancupil", maternal_surname="Riffo"
    )
    bill = BillFactory(
        number="8575-05",
        title="Protege los glaciares",
        plain_title="Hielos",
        summary="Cuida cuencas",
        committee=CommitteeFactory(name="Minería"),
        law_number=20641,
        law_published_on=date(2026, 5, 5),
    )
    AuthorshipFactory(bill=bill, printed_name="Ñancupil R., Inés", person=person)
    BillSubjectFactory(bill=bill, subject=SubjectFactory(name="AGUAS"))
    text_with(bill, "1-mocion", "Texto antiguo sobre turberas", position=1)
    text_with(bill, "2-informe", "Se prohíbe la extracción", "", "Rige mañana", position=2)
    index_bills([bill.pk])
    return bill


def test_number_title_and_plain_title_weigh_most():
    assert lexemes(full_bill(), "a") == {
        "8575", "-05", "8.575", "proteg", "glaci", "hiel",
    }  # fmt: skip


def test_summary_authors_subjects_committee_and_law_weigh_next():
    assert lexemes(full_bill(), "b") == {
        "cuid", "cuenc", "nancupil", "r", "ines", "riff", "agu", "mineri", "ley", "20641",
        "20.641",
    }  # fmt: skip


def test_articles_of_the_newest_text_weigh_least():
    assert lexemes(full_bill(), "c") == {"prohib", "extraccion", "rig", "manan"}


def test_subjects_and_authors_are_kept_by_their_keys():
    bill = full_bill()
    BillSubjectFactory(bill=bill, subject=bill.subjects.get())
    AuthorshipFactory(bill=bill, person=None)

    index_bills([bill.pk])

    bill.refresh_from_db()
    assert bill.subject_keys == [bill.subjects.first().pk]
    assert bill.author_keys == [bill.authorships.exclude(person=None).get().person_id]


def test_a_bill_that_only_changed_its_author_is_written():
    bill = BillFactory()
    signature = AuthorshipFactory(bill=bill, printed_name="Riffo T., Ana", person=PersonFactory())
    index_bills(None)
    AuthorshipFactory(
        bill=bill,
        printed_name="Riffo T., Ana",
        person=PersonFactory(given_names=signature.person.given_names),
    )

    assert index_bills([bill.pk]) == 1
    bill.refresh_from_db()
    assert len(bill.author_keys) == 2


def test_the_text_is_left_out_of_the_vector_that_ranks():
    bill = full_bill()

    assert lexemes(bill, "c", "rank_vector") == set()
    assert lexemes(bill, "a", "rank_vector") == lexemes(bill, "a")
    assert lexemes(bill, "b", "rank_vector") == lexemes(bill, "b")


def test_only_the_bills_named_are_indexed():
    one, other = BillFactory(), BillFactory()

    assert index_bills([one.pk]) == 1

    other.refresh_from_db()
    assert other.search_vector is None


def test_none_means_every_bill_and_an_empty_list_means_none():
    BillFactory.create_batch(3)

    with CaptureQueriesContext(connection) as nothing:
        assert index_bills([]) == 0
    assert len([q for q in nothing if "UPDATE" in q["sql"]]) == 0
    assert index_bills(None) == 3


def test_what_agrees_already_is_not_written_again():
    bill, untouched = BillFactory(), BillFactory()
    index_bills(None)
    Bill.objects.filter(pk=bill.pk).update(title="Otro título")

    assert index_bills(None) == 1

    assert "titul" in lexemes(bill, "a")
    assert untouched.pk != bill.pk


def test_a_text_is_indexed_up_to_a_hundred_thousand_characters():
    bill = BillFactory()
    text_with(bill, "1-mocion", "ab " * 33_331 + "ríos balsas glaciares")

    index_bills([bill.pk])

    assert lexemes(bill, "c") == {"ab", "rio", "ba"}


def test_indexing_tells_readers_that_the_record_changed():
    BillFactory()
    before = PublicRevision.objects.count()

    index_bills(None)

    # One revision a transaction: the test's own had one already.
    assert PublicRevision.objects.count() == max(before, 1)


def test_words_are_kept_as_people_write_them_with_how_many_records_have_them():
    BillFactory(title="Minería y minería en la región", plain_title="", summary="")
    BillFactory(title="Fomenta la mineria", plain_title="", summary="Minería limpia")
    PersonFactory(given_names="Inés", paternal_surname="Calfún", maternal_surname="")
    take_vote(subject="Plazos de la minería", totals=(1, 0, 0, 0))

    held = rebuild_words()

    words = dict(SearchWord.objects.values_list("word", "records"))
    assert held == len(words)
    assert words["minería"] == 4
    assert "mineria" not in words
    assert words["calfún"] == 1
    assert "la" not in words


def test_a_word_is_kept_with_every_shape_that_lacks_one_letter():
    BillFactory(title="Ñuñoa", plain_title="", summary="")

    rebuild_words()

    word = SearchWord.objects.get(word="ñuñoa")
    assert word.plain == "nunoa"
    assert sorted(word.shapes) == ["nnoa", "nuna", "nuno", "nunoa", "nuoa", "unoa"]


def test_words_that_left_the_record_leave_the_list():
    bill = BillFactory(title="Glaciares", plain_title="", summary="")
    rebuild_words()
    Bill.objects.filter(pk=bill.pk).update(title="Turberas")

    rebuild_words()

    assert list(SearchWord.objects.values_list("word", flat=True)) == ["turberas"]
