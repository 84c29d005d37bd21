"""Whatever is typed in the box, the database understands a question."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legislation.search.enums import Found
from legislation.search.questions import Question, cleaned
from legislation.search.selectors import count_bills, find_bills, find_others
from legislation.search.services import index_bills
from tests.factories.bills import BillFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
# What the language of questions gives a meaning to, and what its reader passes over.
SIGNS = "-\"'()|&!:*<>\\/.,; \u2014\u2013\u2212\u00ad\u00b1\uffe9\u0301\u200b_0aoñ"


@pytest.fixture
def glaciers() -> None:
    BillFactory(number="1-01", title="Glaciares y minería")
    BillFactory(number="2-01", title="Glaciares")
    index_bills(None)


def numbers(words: str) -> list[str]:
    hits = find_bills(Question(words=cleaned(words)), on=TODAY).hits
    return sorted(hit.number for hit in hits)


@pytest.mark.usefixtures("glaciers")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("-" * 200, []),
        ("- " * 100, []),
        ("-(" * 100, []),
        ("—" * 200, []),
        ("glaciares " + "-" * 190, ["1-01", "2-01"]),
        ("glaciares " + "- " * 95, ["1-01", "2-01"]),
        ("glaciares — minería", ["1-01"]),
        ("glaciares - minería", ["1-01"]),
        ("glaciares -minería", ["2-01"]),
        ("glaciares ---minería", ["2-01"]),
        ('glaciares -"glaciares y minería"', ["2-01"]),
        ("glaciares " + "- " * 60 + "-minería", ["2-01"]),
        ("glaciares" + "-" * 150 + "minería", ["1-01"]),
    ],
)
def test_a_hyphen_denies_what_it_touches_and_nothing_else(words, found):
    assert numbers(words) == found


odd_questions = st.one_of(
    st.text(SIGNS, max_size=200),
    st.text(max_size=200),
    st.builds(
        lambda piece, times: piece * times,
        st.text(SIGNS, min_size=1, max_size=6),
        st.integers(1, 200),
    ),
    st.lists(st.sampled_from(["or", "O", "-", '"', "agua", "-agua", '-"agua', "(", "!"])).map(
        " ".join
    ),
)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(odd_questions)
def test_no_question_is_more_than_the_database_understands(typed):
    question = Question(words=cleaned(typed))

    bills = find_bills(question, on=TODAY)
    others = find_others(question, (Found.VOTES, Found.SESSIONS), on=TODAY)

    assert count_bills(question, on=TODAY).number == 0 == len(bills.hits)
    assert (others.votes, others.sessions) == ((), ())
