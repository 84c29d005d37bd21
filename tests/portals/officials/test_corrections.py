"""Mending through the screens: other words, errata, withdrawals, undoings."""

import pytest
from django.utils import timezone

from legislation.bills.models import Bill
from legislation.procedure.enums import Standing
from legislation.procedure.models import Act
from legislation.publishing.models import Publication
from tests.portals.officials.conftest import HOME
from tests.portals.officials.test_publications import address, approve, of, submit


@pytest.fixture
def published(drafter, approver, dossier) -> Publication:
    publication = of(dossier)
    submit(drafter, publication)
    approve(approver, publication)
    publication.refresh_from_db()
    return publication


def test_other_words_ask_for_another_approval(drafter, approver, dossier):
    publication = of(dossier)
    submit(drafter, publication)
    publication.refresh_from_db()
    drafter.post(
        address(publication, "redactar/"),
        {"description": "Ingreso de moción.", "revision": publication.revision},
    )
    publication.refresh_from_db()
    assert (publication.state, publication.content["description"]) == (
        "IN_REVIEW",
        "Ingreso de moción.",
    )
    approve(approver, publication)
    assert Bill.objects.get().steps.get().description == "Ingreso de moción."


def test_only_its_author_puts_it_in_other_words(drafter, floor, dossier):
    publication = of(dossier)
    response = floor.post(
        address(publication, "redactar/"),
        {"description": "Otra cosa.", "revision": publication.revision},
    )
    assert response.status_code == 403
    publication.refresh_from_db()
    assert publication.content["description"] == "Ingreso de proyecto."


def test_an_erratum_is_proposed_approved_and_read(drafter, approver, published, client):
    response = drafter.post(
        address(published, "errata/"),
        {
            "description": "Ingreso de moción.",
            "taken_on": published.content["taken_on"],
            "reason": "Es una moción.",
        },
    )
    erratum = Publication.objects.get(corrects=published)
    assert (response.status_code, response.url) == (302, address(erratum))
    approve(approver, erratum)
    assert Bill.objects.get().steps.get().description == "Ingreso de moción."
    published.refresh_from_db()
    assert published.content["description"] == "Ingreso de proyecto."


def test_an_erratum_without_a_reason_keeps_what_was_typed(drafter, published):
    response = drafter.post(
        address(published, "errata/"),
        {"description": "Ingreso de moción.", "taken_on": published.content["taken_on"]},
    )
    assert response.status_code == 422
    assert "Ingreso de moción." in response.content.decode()
    assert Publication.objects.filter(corrects=published).count() == 0


def test_what_is_withdrawn_leaves_a_stone(approver, published, client):
    approver.post(address(published, "retirar/"), {"reason": "Contenía datos de una persona."})
    assert Bill.objects.get().steps.get().description.endswith("Contenía datos de una persona.")


def test_its_author_does_not_withdraw_it(drafter, published):
    response = drafter.post(address(published, "retirar/"), {"reason": "Error."})
    assert response.status_code == 403
    published.refresh_from_db()
    assert published.state == "PUBLISHED"


@pytest.mark.parametrize("deed", ["errata/", "retirar/"])
def test_what_is_not_public_is_not_corrected(drafter, dossier, deed):
    assert drafter.get(address(of(dossier), deed)).status_code == 404


def test_the_last_act_is_left_without_effect(floor, dossier, committee):
    today = timezone.localdate().isoformat()
    floor.post(
        f"{HOME}proyectos/{dossier.number}/actos/dar-cuenta/",
        {"taken_on": today, "committee": committee.slug, "revision": dossier.revision},
    )
    dossier.refresh_from_db()
    response = floor.post(
        f"{HOME}proyectos/{dossier.number}/deshacer/",
        {"on": today, "reason": "Se registró por error.", "revision": dossier.revision},
    )
    dossier.refresh_from_db()
    assert response.status_code == 302
    assert (dossier.standing, Act.objects.count()) == (Standing.FILED, 3)


def test_there_is_no_form_to_undo_the_entry(floor, dossier):
    page = floor.get(f"{HOME}proyectos/{dossier.number}/deshacer/").content.decode()
    assert "<form method" not in page
