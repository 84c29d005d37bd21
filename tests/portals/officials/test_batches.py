"""The same act with several bills: with all of them or with none."""

import pytest
from django.utils import timezone

from legislation.procedure.models import Act
from tests.portals.officials.conftest import HOME, file_one
from tests.portals.officials.test_bills import act_address

URGENCY = f"{HOME}proyectos/varios/poner-urgencia/"


@pytest.fixture
def in_committee(drafter, floor, committee):
    """Two bills of which notice was given."""
    both = [file_one(drafter), file_one(drafter)]
    for one in both:
        floor.post(
            act_address(one, "dar-cuenta"),
            {
                "taken_on": timezone.localdate().isoformat(),
                "committee": committee.slug,
                "revision": one.revision,
            },
        )
    return both


def typed(*numbers: str) -> dict[str, str]:
    return {
        "numbers": "\n".join(numbers),
        "taken_on": timezone.localdate().isoformat(),
        "urgency": "SUMA",
        "requester": "PRESIDENT",
        "letter": "120-374",
    }


def test_one_letter_sets_the_urgency_of_several(drafter, in_committee):
    response = drafter.post(URGENCY, typed(*(one.number for one in in_committee)))
    assert response.status_code == 302
    assert Act.objects.filter(kind="SET_URGENCY").count() == 2


def test_if_one_is_refused_none_is_taken_and_it_is_named(drafter, in_committee):
    filed = file_one(drafter)
    response = drafter.post(URGENCY, typed(in_committee[0].number, filed.number))
    page = response.content.decode()
    assert response.status_code == 422
    assert f"{filed.number}:" in page
    assert "art. 74" in page
    assert in_committee[0].number in page
    assert Act.objects.filter(kind="SET_URGENCY").count() == 0


@pytest.mark.parametrize("numbers", [("99999-01",), ()])
def test_a_bill_that_is_not_kept_here_and_none_at_all_are_said(drafter, in_committee, numbers):
    response = drafter.post(URGENCY, typed(*numbers))
    assert response.status_code == 422
    assert Act.objects.filter(kind="SET_URGENCY").count() == 0


def test_an_act_that_is_not_taken_with_several_is_not_there(drafter):
    assert drafter.get(f"{HOME}proyectos/varios/publicar-ley/").status_code == 404
    assert drafter.post(f"{HOME}proyectos/varios/publicar-ley/", {}).status_code == 404


def test_the_choice_of_acts_is_a_page(drafter):
    page = drafter.get(f"{HOME}proyectos/varios/").content.decode()
    assert URGENCY in page
