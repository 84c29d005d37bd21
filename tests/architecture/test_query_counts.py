"""Every page that shows several of something is counted with one and with three of them.

The same literal number of queries for both, in a test named here, so that no list ever asks
the database once more for each of its rows.
"""

import ast

import pytest
from django.urls import URLPattern

from portals.citizens import urls
from tests.architecture.sources import ROOT, functions, parsed

CITIZENS = "tests/portals/citizens/"
EVERY_PAGE_OF_A_BILL = (
    "test_bills.py::test_costs_the_same_queries_with_one_of_each_thing_as_with_three"
)
SESSIONS = "test_sessions.py::test_pages_cost_the_same_for_any_number_of_things"
COMMITTEES = "test_committees.py::test_pages_cost_the_same_for_any_number_of_things"
COUNTED = {
    "home": "test_learn.py::test_the_front_page_costs_the_same_however_much_happens",
    "law-making": "test_learn.py::test_the_path_of_a_law_costs_the_same_for_any_record",
    "about-data": "test_learn.py::test_the_account_costs_the_same_for_any_record",
    "search": "test_search.py::test_a_search_costs_the_same_for_any_number_of_results",
    "bill-list": "test_bill_list.py::test_the_list_costs_the_same_queries_with_one_bill_as_with_three",
    "bill": EVERY_PAGE_OF_A_BILL,
    "bill-texts": EVERY_PAGE_OF_A_BILL,
    "bill-text": EVERY_PAGE_OF_A_BILL,
    "bill-compare": EVERY_PAGE_OF_A_BILL,
    "bill-votes": EVERY_PAGE_OF_A_BILL,
    "bill-papers": EVERY_PAGE_OF_A_BILL,
    "bill-amendments": EVERY_PAGE_OF_A_BILL,
    "bill-urgencies": EVERY_PAGE_OF_A_BILL,
    "publication": "test_publications.py::test_costs_four_queries_however_long_its_chain",
    "errata-list": "test_publications.py::test_cost_three_queries_for_any_number",
    "published-file": "test_documents.py::test_a_file_costs_the_same_however_often_it_was_published",
    "vote-list": "test_votes.py::test_costs_four_queries",
    "vote": "test_votes.py::test_is_four_queries_however_many_voted",
    "vote-by-answer": "test_votes.py::test_is_eight_with_everything_there_is_to_ask",
    "senator-list": "test_people.py::test_costs_three_queries",
    "senator": "test_people.py::test_costs_seven_queries",
    "senator-votes": "test_people.py::test_all_cost_six_queries",
    "senator-attendance": "test_people.py::test_cost_six_queries",
    "senator-compare": "test_people.py::test_cost_five_queries",
    "region": "test_people.py::test_costs_six_queries",
    "party": "test_people.py::test_costs_four_queries",
    "session-list": SESSIONS,
    "session": SESSIONS,
    "agenda": SESSIONS,
    "committee-list": COMMITTEES,
    "committee": COMMITTEES,
}
# They show nothing of the record that may grow, or lead to an address that is counted.
WITHOUT_LISTS = {
    "learn",
    "glossary",
    "my-senators",
    "senator-choose-comparison",
    "senator-bills",
    "agenda-today",
    "bill-choose-comparison",
    "bill-by-another-form",
    "bill-by-old-address",
    "vote-by-another-form",
    "session-by-another-form",
    "agenda-by-another-form",
}


def counted_name(pattern: URLPattern) -> str:
    """A matter of the Senate has the very views of a bill: counting one counts the other."""
    name = str(pattern.name)
    return name.replace("matter", "bill", 1) if name.startswith("matter") else name


def test_every_page_is_counted_or_has_nothing_to_count():
    names = {counted_name(pattern) for pattern in urls.urlpatterns}
    assert names - COUNTED.keys() - WITHOUT_LISTS == set()
    assert (COUNTED.keys() | WITHOUT_LISTS) - names == set()


@pytest.mark.parametrize("test", sorted(set(COUNTED.values())))
def test_a_count_is_taken_with_one_and_with_three(test):
    module, name = test.split("::")
    found = [f for f in functions(parsed(ROOT / CITIZENS / module)) if f.name == name]
    assert found, f"{test} is gone"
    assert all(is_taken_with_one_and_three(function) for function in found)


def is_taken_with_one_and_three(function: ast.FunctionDef) -> bool:
    asked = {argument.arg for argument in function.args.args}
    values = [
        ast.literal_eval(decorator.args[1])
        for decorator in function.decorator_list
        if isinstance(decorator, ast.Call)
        and len(decorator.args) == 2
        and isinstance(decorator.args[1], ast.List)
        and all(isinstance(item, ast.Constant) for item in decorator.args[1].elts)
    ]
    return "django_assert_num_queries" in asked and [1, 3] in values
