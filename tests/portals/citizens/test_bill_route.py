from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from django.utils import translation

from legislation.bills.enums import BillKind, Stage, Status
from legislation.bills.selectors import Dossier, StageLine, get_dossier
from portals.citizens.pages.bill_route import route_of
from tests.factories.bills import BillFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def bill() -> Dossier:
    BillFactory(number="1-01")
    return get_dossier("1-01")


def entered(*stages: Stage) -> tuple[StageLine, ...]:
    """Stages entered one a month, from January 2026."""
    return tuple(
        StageLine(stage, "SENATE", date(2026 + place // 12, place % 12 + 1, 1))
        for place, stage in enumerate(stages)
    )


def shown(bill: Dossier) -> list[tuple[str, str, int]]:
    return [(stage.label, stage.state, stage.lane) for stage in route_of(bill).stages]


def test_a_bill_in_second_reading_has_the_first_behind_and_the_rest_ahead(bill):
    second = replace(bill, stage=Stage.SECOND, stages=entered(Stage.FIRST, Stage.SECOND))

    assert shown(second) == [
        ("First reading", "done", 1),
        ("Second reading: it is here", "now", 2),
        ("Third reading", "maybe", 1),
        ("Conference committee", "maybe", 0),
        ("Approval and review", "next", 0),
        ("Law", "next", 0),
    ]


def test_what_a_bill_did_not_need_is_left_out_once_past(bill):
    approved = replace(
        bill, stage=Stage.COURT, stages=entered(Stage.FIRST, Stage.SECOND, Stage.COURT)
    )

    assert shown(approved) == [
        ("First reading", "done", 1),
        ("Second reading", "done", 2),
        ("Approval and review: it is here", "now", 0),
        ("Law", "next", 0),
    ]
    assert route_of(approved).stages[2].note == "Constitutional Court, since 1 Mar 2026"


def test_the_date_is_that_of_the_stage_and_not_of_arriving_where_several_stages_happen(bill):
    in_court = replace(
        bill,
        stage=Stage.COURT,
        stages=entered(Stage.FIRST, Stage.SECOND, Stage.PRESIDENT, Stage.COURT, Stage.COURT),
    )

    assert route_of(in_court).stages[2].note == "Constitutional Court, since 1 Apr 2026"


def test_a_bill_that_came_back_is_there_since_it_came_back(bill):
    insisted = replace(
        bill,
        stage=Stage.FIRST_INSISTED,
        stages=entered(Stage.FIRST, Stage.SECOND, Stage.FIRST_INSISTED),
    )

    assert route_of(insisted).stages[0].note == "First reading, insisted upon, since 1 Mar 2026"


def test_a_stage_that_no_entry_speaks_of_has_no_date(bill):
    in_court = replace(
        bill, stage=Stage.COURT, stages=entered(Stage.FIRST, Stage.SECOND, Stage.PRESIDENT)
    )

    assert route_of(in_court).stages[2].note == "Constitutional Court"


def test_a_law_is_all_done_with_its_number_and_day(bill):
    law = replace(
        bill,
        status=Status.PUBLISHED,
        stage=Stage.FINISHED,
        law_number=21821,
        law_published_on=date(2026, 5, 30),
        stages=entered(Stage.FIRST, Stage.SECOND, Stage.THIRD, Stage.PRESIDENT),
    )

    last = route_of(law).stages[-1]
    assert [state for _label, state, _lane in shown(law)] == ["done"] * 5
    assert (last.label, last.note, last.on) == ("Law", "Law 21.821", date(2026, 5, 30))


def test_an_archived_bill_stopped_at_the_last_place_it_came_to(bill):
    archived = replace(
        bill, status=Status.ARCHIVED, stage=Stage.ARCHIVED,
        stages=entered(Stage.FIRST, Stage.SECOND, Stage.ARCHIVED),
    )  # fmt: skip

    assert shown(archived) == [("First reading", "done", 1), ("Second reading", "now", 2)]
    assert route_of(archived).stages[1].note == "It stopped here: archived"


@pytest.mark.parametrize("status", [Status.REJECTED, Status.WITHDRAWN, Status.INADMISSIBLE])
def test_a_bill_that_ended_went_no_further_than_it_went(bill, status):
    ended = replace(
        bill, status=status, stage=Stage.FINISHED, stages=entered(Stage.FIRST, Stage.FINISHED)
    )

    assert shown(ended) == [("First reading", "now", 1)]


def test_a_bill_at_a_stage_that_nobody_can_read_stays_where_it_last_was(bill):
    suspended = replace(
        bill, stage=Stage.UNRECOGNISED, stage_text="Suspendido",
        stages=entered(Stage.FIRST, Stage.UNRECOGNISED),
    )  # fmt: skip

    here = route_of(suspended).stages[0]
    assert (here.label, here.note) == (
        "First reading: it is here",
        "Suspendido, since 1 Feb 2026",
    )


def test_a_budget_goes_first_through_its_joint_committee(bill):
    budget = replace(
        bill, stage=Stage.FIRST,
        stages=entered(Stage.FIRST, Stage.CONFERENCE_BUDGET, Stage.FIRST),
    )  # fmt: skip

    assert shown(budget)[:2] == [
        ("Joint budget committee", "done", 0),
        ("First reading: it is here", "now", 1),
    ]


def test_each_station_says_when_it_began_and_ended(bill):
    third = replace(bill, stage=Stage.THIRD, stages=entered(Stage.FIRST, Stage.SECOND, Stage.THIRD))

    assert [stage.note for stage in route_of(third).stages[:3]] == [
        "1 Jan 2026 to 1 Feb 2026",
        "1 Feb 2026 to 1 Mar 2026",
        "Since 1 Mar 2026",
    ]


def test_the_lane_of_the_chamber_of_origin_comes_first(bill):
    assert route_of(bill).lanes == ("Senate", "Chamber of Deputies")
    assert route_of(replace(bill, origin_chamber="DEPUTIES")).lanes == (
        "Chamber of Deputies",
        "Senate",
    )


def test_a_matter_and_a_bill_whose_place_nobody_can_read_have_no_route(bill):
    assert route_of(replace(bill, kind=BillKind.MATTER)).stages == ()
    assert route_of(replace(bill, stage=Stage.UNRECOGNISED)).stages == ()


def test_every_stage_of_every_state_draws_at_most_nine_stations_and_one_place(bill):
    for stage, status in product(Stage, Status):
        drawn = route_of(replace(bill, stage=stage, status=status, stages=entered(*Stage))).stages
        here = [step.state for step in drawn].count("now")

        assert len(drawn) <= 9, (stage, status)
        assert here == (status != Status.PUBLISHED), (stage, status)
