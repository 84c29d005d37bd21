"""A closed paper is public once a second person has approved it, word for word."""

from datetime import timedelta

import pytest

from accounts.decisions import NotPermitted
from legislation import outlets
from legislation.amendments import services
from legislation.bills.enums import PaperKind
from legislation.bills.journey import BillPaper
from legislation.publishing.lifecycle import OutOfPlace
from legislation.publishing.models import Publication
from tests.legislation.procedure.conftest import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(amending):
    amending.open()
    amending.file()
    amending.close(submits=True)
    return amending


def approve(closed, **about) -> Publication:
    return outlets.approve(
        publication_id=closed.paper.publication_id, actor=closed.desk.approver, at=AT, **about
    )


def test_it_comes_out_as_a_paper_of_the_public_bill(closed):
    closed.desk.publish()
    assert BillPaper.objects.count() == 0
    assert approve(closed).state == "PUBLISHED"
    paper = BillPaper.objects.get(bill__number=closed.desk.dossier.number)
    assert (paper.kind, paper.number, paper.dated_on) == (
        PaperKind.AMENDMENTS,
        "1",
        closed.paper.closed_on,
    )
    assert paper.description == "Boletín de indicaciones N° 1: una indicación."
    article = paper.document.versions.get().articles.get()
    assert (article.eid, article.label) == ("ind_1", "Indicación 1")
    assert "El plazo será de treinta días." in article.body


def test_whoever_closed_it_does_not_approve_it(closed, floor):
    closed.desk.publish()
    with pytest.raises(NotPermitted):
        outlets.approve(
            publication_id=closed.paper.publication_id, actor=closed.desk.secretary, at=AT
        )
    assert BillPaper.objects.count() == 0


def test_it_waits_for_its_bill_and_follows(closed):
    assert approve(closed).state == "APPROVED"
    assert (services.publish_due(at=AT), BillPaper.objects.count()) == (0, 0)
    closed.desk.publish()
    assert (services.publish_due(at=AT), BillPaper.objects.count()) == (1, 1)
    assert (services.publish_due(at=AT), BillPaper.objects.count()) == (0, 1)


def test_it_waits_for_its_hour(closed):
    closed.desk.publish()
    hour = AT + timedelta(hours=2)
    assert approve(closed, due_at=hour).state == "APPROVED"
    assert services.publish_due(at=AT) == 0
    assert services.publish_due(at=hour) == 1


def test_acts_and_papers_are_approved_together_or_not_at_all(closed):
    acts = list(closed.desk.dossier.acts.order_by("position"))
    draft = acts[0].publication
    paper = Publication.objects.get(pk=closed.paper.publication_id)
    seen = [(paper.pk, paper.revision), (draft.pk, draft.revision)]
    with pytest.raises(OutOfPlace, match=closed.desk.dossier.number):
        outlets.approve_several(seen=seen, actor=closed.desk.approver, at=AT)
    paper.refresh_from_db()
    assert paper.state == "IN_REVIEW"
    assert outlets.approve_several(seen=seen[:1], actor=closed.desk.approver, at=AT) == 1
