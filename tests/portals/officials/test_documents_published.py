"""Amendment papers and letters before their second person: read whole, and approved."""

import pytest
from django.utils import timezone

from legislation.bills.journey import BillPaper
from legislation.letters.models import Letter
from legislation.procedure.models import Act
from legislation.publishing.models import Publication
from tests.portals.officials.conftest import HOME
from tests.portals.officials.test_amendments import amended, close, file_amendment, open_one
from tests.portals.officials.test_publications import address, approve, submit

__all__ = ["amended"]


@pytest.fixture
def public(amended, drafter, secretary, floor, approver):
    """The bill's acts, all of them out."""
    authors = {client.user.pk: client for client in (drafter, secretary, floor)}
    for act in Act.objects.filter(dossier=amended).order_by("position"):
        submit(authors[act.recorded_by_id], act.publication)
        approve(approver, act.publication)
    return amended


def test_a_second_person_reads_the_whole_paper_and_the_public_then_its_mention(
    public, secretary, approver, client
):
    open_one(secretary, public)
    file_amendment(secretary, public)
    close(secretary, public)
    publication = Publication.objects.get(kind="DOCUMENT")
    page = approver.get(address(publication)).content.decode()
    assert "Artículo 3.- El plazo será de treinta días." in page
    assert "Apellido0 Segundo, Persona" in page
    assert approve(approver, publication).status_code == 302
    said = client.get(f"/proyectos/{public.number}/indicaciones/").content.decode()
    assert "Boletín de indicaciones N° 1" in said


def test_letters_and_acts_are_approved_together_from_the_queue(public, drafter, approver):
    typed = {
        "kind": "SUPREME_COURT",
        "dated_on": timezone.localdate().isoformat(),
        "correspondent": "Corte Suprema",
        "subject": "Pide su informe.",
        "bill": public.number,
    }
    drafter.post(f"{HOME}oficios/enviar/", typed)
    publication = Letter.objects.get().publication
    assert address(publication) in approver.get(f"{HOME}publicaciones/").content.decode()
    chosen = {"chosen": [f"{publication.pk}:{publication.revision}"]}
    assert approver.post(f"{HOME}publicaciones/aprobar/", chosen).status_code == 302
    assert BillPaper.objects.get().letter_type == "Oficio a la Corte Suprema"
