from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legislation.bills.enums import BillKind, Initiative, Stage, Status, UrgencyKind
from legislation.people.enums import Chamber
from legislation.search import selectors
from legislation.search.enums import Facet, Found, Order
from legislation.search.questions import Question
from legislation.search.selectors import (
    Tally,
    count_bills,
    find_bills,
    find_others,
    ids_of_bills,
)
from legislation.search.services import index_bills
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    SubjectFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.people import (
    CommitteeFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
DEFAULTS = {"title": "Protege los glaciares", "filed_on": date(2020, 1, 1)}


def bill(number: str, **fields):
    return BillFactory(number=number, **(DEFAULTS | fields))


def found(words: str, **kwargs):
    narrowed = kwargs.pop("narrowed", {})
    order = kwargs.pop("order", Order.RELEVANCE)
    question = Question(words=words, narrowed=narrowed, order=order)
    return find_bills(question, on=TODAY, **kwargs)


def numbers(words: str, **kwargs) -> list[str]:
    return [hit.number for hit in found(words, **kwargs).hits]


class TestWords:
    def test_all_of_them_must_be_there(self):
        bill("1-01", title="Glaciares y minería")
        bill("2-01", title="Glaciares")
        index_bills(None)

        assert numbers("glaciares minería") == ["1-01"]

    def test_a_phrase_is_found_in_its_order(self):
        bill("1-01", title="Listas de espera")
        bill("2-01", title="Espera las listas")
        index_bills(None)

        assert numbers('"listas de espera"') == ["1-01"]

    def test_either_of_two_and_without_a_third(self):
        bill("1-01", title="Glaciares")
        bill("2-01", title="Turberas")
        bill("3-01", title="Turberas y pesca")
        index_bills(None)

        assert sorted(numbers("glaciar or turbera -pesca")) == ["1-01", "2-01"]
        assert sorted(numbers("glaciar O turbera -pesca")) == ["1-01", "2-01"]
        assert numbers("glaciar o turbera") == []

    @pytest.mark.parametrize(
        "nonsense", ["'", '"', "a & | ! <-> :*", "\\", "%s %(words)s", "de la", "()", "-"]
    )
    def test_nothing_that_can_be_typed_breaks_the_search(self, nonsense):
        bill("1-01")
        index_bills(None)

        assert numbers(nonsense) == []
        assert find_others(Question(words=nonsense), tuple(Found), on=TODAY).votes == ()

    @pytest.mark.parametrize("asked", ["8575-05", "8575", "8.575"])
    def test_a_number_among_the_words_finds_its_bill(self, asked):
        bill("8575-05")
        bill("8576-05")
        index_bills(None)

        assert numbers(f"{asked} glaciares") == ["8575-05"]


class TestOrder:
    def test_the_title_counts_more_than_the_summary_and_that_more_than_the_text(self):
        text_with(bill("1-01", title="Uno", last_step_on=date(2026, 1, 3)), "1-a", "De glaciares")
        bill("2-01", title="Dos", summary="Sobre glaciares", last_step_on=date(2026, 1, 2))
        bill("3-01", title="Tres glaciares", last_step_on=date(2026, 1, 1))
        index_bills(None)

        assert numbers("glaciares") == ["3-01", "2-01", "1-01"]
        assert numbers("glaciares", order=Order.NEWEST) == ["1-01", "2-01", "3-01"]

    def test_equals_go_newest_first(self):
        for day in (1, 3, 2):
            bill(f"{day}-01", last_step_on=date(2026, 1, day))
        index_bills(None)

        assert numbers("glaciares") == ["3-01", "2-01", "1-01"]

    def test_pages_follow_each_other(self):
        for day in range(1, 6):
            bill(f"{day}-01", last_step_on=date(2026, 1, day))
        index_bills(None)

        pages = [numbers("glaciares", size=2, offset=offset) for offset in (0, 2, 4, 6)]

        assert pages == [["5-01", "4-01"], ["3-01", "2-01"], ["1-01"], []]


class TestWhy:
    def test_titles_and_summary_mark_the_words(self):
        bill(
            "1-01",
            title="Ley de glaciares",
            plain_title="Cuidar el glaciar",
            summary="Un glaciar guarda agua.",
        )
        index_bills(None)

        (hit,) = found("glaciares").hits

        assert hit.title == "Ley de \ue000glaciares\ue001"
        assert hit.plain_title == "Cuidar el \ue000glaciar\ue001"
        assert hit.summary == "Un \ue000glaciar\ue001 guarda agua."
        assert (hit.is_in_heading, hit.passage) == (True, None)

    def test_hostile_text_is_given_back_as_it_is_for_others_to_escape(self):
        bill("1-01", title='<img src=x onerror="alert(1)"> & glaciares')
        index_bills(None)

        (hit,) = found("glaciares").hits

        assert hit.title == '<img src=x onerror="alert(1)"> & \ue000glaciares\ue001'

    def test_what_only_the_text_says_is_shown_from_the_first_article_that_says_it(self):
        one = bill("1-01", title="Uno")
        text_with(one, "1-mocion", "Sobre glaciáres antiguos", position=1)
        text_with(
            one, "2-informe", "Nada de eso", "Del glaciar y su cuenca", "Otro glaciar", position=2
        )
        index_bills(None)

        (hit,) = found("glaciares").hits

        assert hit.passage == "Del \ue000glaciar\ue001 y su cuenca"
        assert (hit.text_slug, hit.article_eid, hit.article_label) == (
            "2-informe",
            "art_2",
            "Artículo 2",
        )
        assert hit.is_in_heading is False


class TestFacets:
    def test_count_every_bill_found_once_in_each_value(self):
        health, mining = CommitteeFactory(slug="salud"), CommitteeFactory(slug="mineria")
        ice, water = SubjectFactory(slug="hielo"), SubjectFactory(slug="agua")
        ana, eva = PersonFactory(slug="ana"), PersonFactory(slug="eva")
        one = bill("1-01", committee=health, status=Status.PUBLISHED, stage=Stage.FINISHED)
        two = bill("2-01", committee=mining, initiative=Initiative.MESSAGE)
        three = bill(
            "3-01", committee=mining, origin_chamber=Chamber.DEPUTIES, filed_on=date(2021, 5, 5)
        )
        bill("4-01", title="Otra cosa", committee=mining)
        matter = bill("5-01", kind=BillKind.MATTER)
        for filed, subject in ((one, ice), (two, ice), (three, ice), (three, water)):
            BillSubjectFactory(bill=filed, subject=subject)
        for signed, person in ((one, ana), (two, ana), (two, eva)):
            AuthorshipFactory(bill=signed, person=person)
        UrgencyFactory(bill=two, kind=UrgencyKind.SUMA, set_on=TODAY, due_on=TODAY)
        UrgencyFactory(bill=two, kind=UrgencyKind.SUMA, set_on=TODAY, due_on=TODAY)
        UrgencyFactory(bill=three, set_on=date(2026, 1, 1), due_on=date(2026, 1, 16))
        UrgencyFactory(bill=matter, set_on=TODAY, due_on=TODAY, ended_on=TODAY, end="WITHDRAWN")
        index_bills(None)

        counted = {}
        for count in found("glaciares").facets:
            counted.setdefault(count.facet, {})[count.value] = count.records

        assert counted == {
            Facet.STATUS: {"IN_PROGRESS": 3, "PUBLISHED": 1},
            Facet.STAGE: {"FIRST": 3, "FINISHED": 1},
            Facet.ORIGIN: {"SENATE": 3, "DEPUTIES": 1},
            Facet.INITIATIVE: {"MOTION": 3, "MESSAGE": 1},
            Facet.KIND: {"BILL": 3, "MATTER": 1},
            Facet.COMMITTEE: {"mineria": 2, "salud": 1},
            Facet.SUBJECT: {"hielo": 3, "agua": 1},
            Facet.YEAR: {"2020": 3, "2021": 1},
            Facet.URGENCY: {"SUMA": 1},
            Facet.AUTHOR: {"ana": 2, "eva": 1},
        }

    @pytest.mark.parametrize(
        ("facet", "value"),
        [
            (Facet.STATUS, "PUBLISHED"),
            (Facet.STAGE, "SECOND"),
            (Facet.ORIGIN, "DEPUTIES"),
            (Facet.INITIATIVE, "MESSAGE"),
            (Facet.KIND, "MATTER"),
            (Facet.COMMITTEE, "salud"),
            (Facet.SUBJECT, "hielo"),
            (Facet.YEAR, 2021),
            (Facet.URGENCY, ["SUMA"]),
            (Facet.AUTHOR, "ana"),
        ],
    )
    def test_choosing_a_value_leaves_the_bills_that_it_counted(self, facet, value):
        wanted = bill(
            "1-01",
            status=Status.PUBLISHED,
            stage=Stage.SECOND,
            origin_chamber=Chamber.DEPUTIES,
            initiative=Initiative.MESSAGE,
            kind=BillKind.MATTER,
            committee=CommitteeFactory(slug="salud"),
            filed_on=date(2021, 12, 31),
        )
        BillSubjectFactory(bill=wanted, subject=SubjectFactory(slug="hielo"))
        AuthorshipFactory(bill=wanted, person=PersonFactory(slug="ana"))
        UrgencyFactory(bill=wanted, set_on=TODAY, due_on=TODAY)
        bill("2-01")
        index_bills(None)

        assert numbers("glaciares", narrowed={facet: value}) == ["1-01"]
        question = Question(words="glaciares", narrowed={facet: value})
        assert count_bills(question, on=TODAY) == Tally(1)

    def test_a_value_that_does_not_exist_finds_nothing(self):
        bill("1-01")
        index_bills(None)

        assert numbers("glaciares", narrowed={Facet.COMMITTEE: "no-hay"}) == []


class TestCounts:
    def test_stop_at_the_cap_and_say_so(self, monkeypatch):
        monkeypatch.setattr(selectors, "COUNTED", 2)
        for serial in range(1, 4):
            bill(f"{serial}-01")
        index_bills(None)

        assert found("glaciares").count == Tally(2, is_more=True)
        assert found("glaciares", narrowed={Facet.YEAR: 2020}).ranked == 3

    def test_are_exact_below_it(self):
        for serial in range(1, 4):
            bill(f"{serial}-01")
        index_bills(None)

        result = found("glaciares", size=1)

        assert (result.count, result.is_capped, len(result.hits)) == (Tally(3), False, 1)

    @pytest.mark.parametrize("bills", [1, 3])
    def test_one_query_for_any_number_of_bills(self, bills):
        for serial in range(1, bills + 1):
            filed = bill(f"{serial}-01")
            AuthorshipFactory(bill=filed, person=PersonFactory())
        index_bills(None)

        with CaptureQueriesContext(connection) as queries:
            assert len(found("glaciares").hits) == bills
            find_others(Question(words="glaciares"), tuple(Found), on=TODAY)
            count_bills(Question(words="glaciares"), on=TODAY)

        assert len(queries) == 3


def test_every_bill_and_matter_has_an_id_to_index():
    first, second = bill("1-01"), bill("1-01", kind=BillKind.MATTER)

    assert ids_of_bills() == [first.pk, second.pk]
