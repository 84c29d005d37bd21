from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from legislation.bills.enums import BillKind, Stage, Status
from legislation.bills.selectors import Dossier, get_dossier, steps_of
from portals.citizens.pages.bill_progress import progress_sentence
from tests.factories.bills import BillFactory, StepFactory

pytestmark = pytest.mark.django_db

APPROVED = "Discusión general . Aprobado en general Se fija plazo para indicaciones ."
NOT_YET = "No vote on it in general is on record there yet."


@pytest.fixture
def bill() -> Dossier:
    BillFactory(number="1-01")
    return get_dossier("1-01")


def said(bill: Dossier, *descriptions: str, steps_at: Stage = Stage.FIRST) -> str:
    for position, description in enumerate(descriptions, start=1):
        StepFactory(
            bill_id=bill.id, position=position, stage=steps_at, description=description,
            taken_on=date(2026, 11, position),
        )  # fmt: skip
    with translation.override("en"):
        return progress_sentence(bill, steps_of(bill.id))


def test_a_bill_just_filed_was_not_voted_in_general(bill):
    assert said(bill, "Cuenta de proyecto .") == NOT_YET


def test_a_bill_whose_debate_is_pending_was_not_voted_either(bill):
    assert said(bill, "Discusión general . Queda pendiente .") == NOT_YET


def test_a_bill_approved_in_general_says_when_and_what_follows(bill):
    assert said(bill, "Cuenta de proyecto .", APPROVED, "Boletín de indicaciones .") == (
        "The Senate approved it in general on 2 November 2026; the vote article by article follows."
    )


def test_what_the_first_chamber_did_says_nothing_of_the_second(bill):
    second = replace(bill, stage=Stage.SECOND)

    assert said(second, APPROVED, steps_at=Stage.FIRST) == NOT_YET


def test_the_second_chamber_is_named_where_it_approved(bill):
    second = replace(bill, stage=Stage.SECOND)

    assert said(second, APPROVED, steps_at=Stage.SECOND) == (
        "The Chamber of Deputies approved it in general on 1 November 2026; the vote article by"
        " article follows."
    )


@pytest.mark.parametrize(
    "description",
    [
        "Discusión general . Aprobado en general y particular a la vez .",
        "Discusión general . Rechazado .",
        "Discusión única . Aprobado .",
    ],
)
def test_a_debate_that_ended_otherwise_is_left_to_the_steps(bill, description):
    assert said(bill, description) == ""


@pytest.mark.parametrize(
    "facts",
    [
        {"stage": Stage.THIRD},
        {"status": Status.ARCHIVED},
        {"kind": BillKind.MATTER},
    ],
)
def test_only_open_bills_where_a_chamber_votes_twice_are_spoken_of(bill, facts):
    assert said(replace(bill, **facts), "Cuenta de proyecto .") == ""
