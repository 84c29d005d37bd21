"""Four eyes through the screens, and the desk of whoever looks."""

import pytest
from django.utils import timezone

from accounts.roles import Role
from legislation.bills.models import Bill
from legislation.publishing.models import Publication
from tests.portals.officials.conftest import HOME, file_one


def of(dossier) -> Publication:
    return Publication.objects.get(act__dossier=dossier)


def address(publication: Publication, deed: str = "") -> str:
    return f"{HOME}publicaciones/{publication.pk}/{deed}"


def submit(client, publication: Publication):
    return client.post(address(publication), {"revision": publication.revision})


def approve(client, publication: Publication, **typed):
    publication.refresh_from_db()
    return client.post(
        address(publication, "aprobar/"), {"revision": publication.revision, **typed}
    )


def test_what_another_person_approves_is_public(drafter, approver, dossier, client):
    publication = of(dossier)
    submit(drafter, publication)
    assert client.get(f"/proyectos/{dossier.number}/").status_code == 404

    response = approve(approver, publication)
    assert (response.status_code, response.url) == (302, address(publication))
    page = client.get(f"/proyectos/{dossier.number}/")
    assert page.status_code == 200
    assert "Ingreso de proyecto" in page.content.decode()


def test_the_author_sees_why_they_cannot_approve(enter, dossier, db):
    both = enter("eva", Role.DRAFTING_OFFICIAL, Role.APPROVING_OFFICIAL)
    publication = of(file_one(both))
    submit(both, publication)
    page = both.get(address(publication)).content.decode()
    assert "aprobar/" not in page
    assert approve(both, publication).status_code == 403
    assert Bill.objects.count() == 0


def test_an_older_passkey_is_asked_for_again_before_approving(enter, drafter, dossier):
    publication = of(dossier)
    submit(drafter, publication)
    late = enter("fabio", Role.APPROVING_OFFICIAL, minutes_ago=6)
    page = late.get(address(publication)).content.decode()
    assert "/cuenta/confirmar/?next=" in page
    response = approve(late, publication)
    assert response.status_code == 302
    assert response.url.startswith("/cuenta/confirmar/?next=")
    assert Bill.objects.count() == 0


def test_what_is_sent_back_returns_with_its_reason(drafter, approver, dossier):
    publication = of(dossier)
    submit(drafter, publication)
    publication.refresh_from_db()
    approver.post(
        address(publication, "devolver/"),
        {"revision": publication.revision, "reason": "Falta la materia."},
    )
    assert "Falta la materia." in drafter.get(address(publication)).content.decode()
    publication.refresh_from_db()
    assert publication.state == "DRAFT"


def test_it_goes_back_only_with_a_reason(drafter, approver, dossier):
    publication = of(dossier)
    submit(drafter, publication)
    publication.refresh_from_db()
    response = approver.post(
        address(publication, "devolver/"), {"revision": publication.revision, "reason": ""}
    )
    assert response.status_code == 422
    publication.refresh_from_db()
    assert publication.state == "IN_REVIEW"


def test_it_waits_for_its_hour(drafter, approver, dossier):
    publication = of(dossier)
    submit(drafter, publication)
    hour = timezone.localtime() + timezone.timedelta(hours=3)
    approve(approver, publication, due_at=hour.strftime("%Y-%m-%dT%H:%M"))
    publication.refresh_from_db()
    assert publication.state == "APPROVED"
    assert Bill.objects.count() == 0


def test_the_second_of_two_approvers_is_told(enter, drafter, approver, dossier):
    publication = of(dossier)
    submit(drafter, publication)
    publication.refresh_from_db()
    seen = publication.revision
    other = enter("gina", Role.APPROVING_OFFICIAL)
    approve(other, publication)
    response = approver.post(address(publication, "aprobar/"), {"revision": seen})
    assert response.status_code == 409
    publication.refresh_from_db()
    assert publication.approved_by == other.user


def test_an_auditor_reads_all_and_writes_nothing(enter, drafter, dossier):
    auditor = enter("hugo", Role.AUDITOR)
    publication = of(dossier)
    for page in ("", "proyectos/", "publicaciones/", "bitacora/", f"proyectos/{dossier.number}/"):
        assert auditor.get(HOME + page).status_code == 200
    assert submit(auditor, publication).status_code == 403
    publication.refresh_from_db()
    assert publication.state == "DRAFT"


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_costs_the_same_however_much_waits(
    drafter, approver, count, django_assert_num_queries
):
    for _ in range(count):
        submit(drafter, of(file_one(drafter)))
    approver.get(HOME)
    with django_assert_num_queries(10):
        page = approver.get(HOME).content.decode()
    assert page.count("publicaciones/") == count + 1  # and the section


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_however_much_waits(
    drafter, approver, count, django_assert_num_queries
):
    for _ in range(count):
        submit(drafter, of(file_one(drafter)))
    approver.get(f"{HOME}publicaciones/")
    with django_assert_num_queries(7):
        approver.get(f"{HOME}publicaciones/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_ledger_costs_the_same_for_any_number_of_acts(
    drafter, count, django_assert_num_queries
):
    for _ in range(count):
        file_one(drafter)
    drafter.get(f"{HOME}bitacora/")
    with django_assert_num_queries(5):
        page = drafter.get(f"{HOME}bitacora/", {"acto": "bill.filed"}).content.decode()
    assert page.count('<th scope="row"') == count


class TestSeveralAtOnce:
    def chosen(self, *publications: Publication) -> dict[str, list[str]]:
        for one in publications:
            one.refresh_from_db()
        return {"chosen": [f"{one.pk}:{one.revision}" for one in publications]}

    def test_those_chosen_are_all_approved(self, drafter, approver):
        both = [of(file_one(drafter)), of(file_one(drafter))]
        for one in both:
            submit(drafter, one)
        response = approver.post(f"{HOME}publicaciones/aprobar/", self.chosen(*both))
        assert response.status_code == 302
        assert Bill.objects.count() == 2

    def test_if_one_is_refused_none_is_approved_and_it_is_named(self, drafter, approver):
        submitted, draft = of(file_one(drafter)), of(file_one(drafter))
        submit(drafter, submitted)
        response = approver.post(f"{HOME}publicaciones/aprobar/", self.chosen(submitted, draft))
        assert response.status_code == 422
        assert f"{draft.object_key}:" in response.content.decode()
        assert Bill.objects.count() == 0

    @pytest.mark.parametrize("typed", [{}, {"chosen": ["x"]}, {"chosen": ["1"]}])
    def test_nothing_chosen_is_said(self, approver, typed):
        response = approver.post(f"{HOME}publicaciones/aprobar/", typed)
        assert response.status_code == 422
        assert Bill.objects.count() == 0

    def test_a_drafting_official_approves_none(self, drafter, enter):
        publication = of(file_one(drafter))
        submit(drafter, publication)
        other = enter("ines", Role.DRAFTING_OFFICIAL)
        response = other.post(f"{HOME}publicaciones/aprobar/", self.chosen(publication))
        assert response.status_code == 403
        assert Bill.objects.count() == 0
