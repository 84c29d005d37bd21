"""Amendment papers through the screens: opened, filled, decided, refused with the reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from legislation.amendments.enums import Admissibility, Outcome
from legislation.amendments.models import Amendment, AmendmentPaper
from legislation.procedure import services
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.proposals import Step
from tests.portals.officials.conftest import HOME, actor, file_one

NAMES = "\n".join(f"Apellido{n} Segundo, Persona" for n in range(2))


def today():
    return timezone.localdate()


@pytest.fixture
def amended(drafter, floor, secretary, committee):
    """A bill approved in general today."""
    dossier = file_one(drafter)
    for client, kind, details in (
        (floor, ActKind.GIVE_NOTICE, {"committee": committee.slug}),
        (secretary, ActKind.REPORT, {}),
        (floor, ActKind.APPROVE_GENERAL, {"in_favour": 30, "against": 8, "present": 40}),
    ):
        services.take_act(
            dossier_id=dossier.pk,
            step=Step(kind=kind, taken_on=today(), details=ActDetails(**details)),
            actor=actor(client),
            at=timezone.now(),
        )
    dossier.refresh_from_db()
    assert dossier.standing == Standing.FIRST_SECOND_REPORT
    return dossier


def home(dossier, rest: str = "") -> str:
    return f"{HOME}proyectos/{dossier.number}/indicaciones/{rest}"


def open_one(client, dossier, *, days: int = 0):
    return client.post(
        home(dossier, "abrir/"),
        {
            "opened_on": today().isoformat(),
            "deadline_on": (today() + timedelta(days=days)).isoformat(),
        },
    )


def file_amendment(client, dossier, **typed):
    return client.post(
        home(dossier, "1/presentar/"),
        {
            "filed_on": today().isoformat(),
            "author": "SENATORS",
            "senators": NAMES,
            "kind": "REPLACE",
            "article_label": "Artículo 3",
            "text": "Artículo 3.- El plazo será de treinta días.",
            **typed,
        },
    )


def close(client, dossier):
    paper = AmendmentPaper.objects.get(dossier=dossier)
    return client.post(
        home(dossier, "1/cerrar/"),
        {"closed_on": today().isoformat(), "revision": paper.revision},
    )


def do(client, dossier, deed: str, **typed):
    found = Amendment.objects.get(paper__dossier=dossier, number=1)
    return client.post(
        home(dossier, f"1/1/{deed}/"),
        {"on": today().isoformat(), "revision": found.revision, **typed},
    )


class TestWork:
    def test_a_committees_secretary_takes_an_amendment_from_filing_to_its_outcome(
        self, secretary, drafter, amended
    ):
        response = open_one(secretary, amended)
        assert (response.status_code, response.url) == (302, home(amended, "1/"))
        response = file_amendment(drafter, amended)
        assert (response.status_code, response.url) == (302, home(amended, "1/1/"))
        assert do(secretary, amended, "declarar-admisible", by="COMMITTEE").status_code == 302
        assert close(secretary, amended).status_code == 302
        response = do(secretary, amended, "aprobar", in_favour="4", against="1")
        assert response.status_code == 302
        found = Amendment.objects.get()
        assert (found.admissibility, found.outcome) == (
            Admissibility.ADMISSIBLE,
            Outcome.APPROVED,
        )
        page = secretary.get(home(amended, "1/1/")).content.decode()
        assert "Artículo 3.- El plazo será de treinta días." in page
        assert found.paper.publication.state == "IN_REVIEW"

    def test_a_sixth_author_is_refused_with_the_article_and_what_was_typed_stays(
        self, secretary, amended
    ):
        open_one(secretary, amended)
        names = "\n".join(f"Apellido{n} Segundo, Persona" for n in range(6))
        response = file_amendment(secretary, amended, senators=names)
        page = response.content.decode()
        assert response.status_code == 422
        assert "Reglamento del Senado, art. 118" in page
        assert "Apellido5 Segundo, Persona" in page
        assert Amendment.objects.count() == 0

    def test_nine_senators_do_not_renew(self, secretary, floor, amended):
        open_one(secretary, amended)
        file_amendment(secretary, amended)
        do(secretary, amended, "declarar-admisible", by="COMMITTEE")
        close(secretary, amended)
        do(secretary, amended, "rechazar")
        services.take_act(
            dossier_id=amended.pk,
            step=Step(kind=ActKind.REPORT_DETAIL, taken_on=today()),
            actor=actor(secretary),
            at=timezone.now(),
        )
        for count, status in ((9, 422), (10, 302)):
            names = "\n".join(f"Apellido{n} Segundo, Persona" for n in range(count))
            response = do(floor, amended, "renovar", requester="SENATOR", senators=names)
            assert response.status_code == status
        assert Amendment.objects.get().renewed_on == today()

    def test_what_does_not_follow_shows_why_and_no_form(self, secretary, amended):
        open_one(secretary, amended)
        file_amendment(secretary, amended)
        page = secretary.get(home(amended, "1/1/renovar/")).content.decode()
        assert "Reglamento del Senado, art. 124" in page
        assert '<form method="post"' not in page

    def test_the_second_of_two_people_gets_409_and_keeps_what_they_typed(self, secretary, amended):
        open_one(secretary, amended)
        file_amendment(secretary, amended)
        typed = {"on": today().isoformat(), "by": "COMMITTEE", "revision": 1}
        secretary.post(home(amended, "1/1/declarar-admisible/"), typed)
        response = secretary.post(
            home(amended, "1/1/declarar-inadmisible/"), {**typed, "ground": "UNRELATED"}
        )
        assert response.status_code == 409
        assert '<option value="UNRELATED" selected>' in response.content.decode()
        assert Amendment.objects.get().admissibility == Admissibility.ADMISSIBLE

    def test_what_is_missing_is_said_beside_its_field(self, secretary, amended):
        response = secretary.post(home(amended, "abrir/"), {"opened_on": "x"})
        page = response.content.decode()
        assert response.status_code == 422
        assert 'href="#id_deadline_on"' in page
        assert AmendmentPaper.objects.count() == 0


class TestWho:
    def test_a_drafting_official_opens_no_paper_and_is_told(self, drafter, amended):
        page = drafter.get(home(amended)).content.decode()
        assert f'href="{home(amended, "abrir/")}"' not in page
        assert open_one(drafter, amended).status_code == 403
        assert AmendmentPaper.objects.count() == 0

    @pytest.mark.parametrize("role", [Role.CITIZEN, Role.SENATOR, Role.IT_ADMINISTRATOR])
    def test_those_who_do_not_work_on_the_record_are_told(self, enter, role, amended):
        response = enter("zoe", role).get(home(amended))
        assert response.status_code == 403
        assert amended.title not in response.content.decode()

    def test_an_auditor_reads_and_writes_nothing(self, enter, secretary, amended):
        open_one(secretary, amended)
        file_amendment(secretary, amended)
        auditor = enter("hugo", Role.AUDITOR)
        for rest in ("", "1/", "1/1/", "1/1/declarar-admisible/", "1/presentar/", "1/cerrar/"):
            assert auditor.get(home(amended, rest)).status_code == 200
        assert do(auditor, amended, "declarar-admisible", by="COMMITTEE").status_code == 403
        assert file_amendment(auditor, amended).status_code == 403
        assert Amendment.objects.get().admissibility == Admissibility.PENDING

    @pytest.mark.parametrize("rest", ["2/", "1/9/", "1/1/borrar/"])
    def test_what_is_not_there_is_not_found(self, secretary, amended, rest):
        open_one(secretary, amended)
        file_amendment(secretary, amended)
        assert secretary.get(home(amended, rest)).status_code == 404
        assert secretary.post(home(amended, rest)).status_code in (404, 405)


class TestCost:
    @pytest.mark.parametrize("count", [1, 3])
    def test_a_paper_costs_the_same_for_any_number_of_amendments(
        self, secretary, amended, count, django_assert_num_queries
    ):
        open_one(secretary, amended)
        for _ in range(count):
            file_amendment(secretary, amended)
        secretary.get(home(amended, "1/"))
        with django_assert_num_queries(9):
            page = secretary.get(home(amended, "1/")).content.decode()
        assert page.count('<th scope="row"') == count

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_papers_cost_the_same_for_any_number(
        self, secretary, amended, count, django_assert_num_queries
    ):
        for _ in range(count):
            open_one(secretary, amended)
            paper = AmendmentPaper.objects.latest("number")
            secretary.post(
                home(amended, f"{paper.number}/cerrar/"),
                {"closed_on": today().isoformat(), "revision": paper.revision},
            )
        secretary.get(home(amended))
        with django_assert_num_queries(7):
            page = secretary.get(home(amended)).content.decode()
        assert page.count('<th scope="row"') == count

    @pytest.mark.parametrize("count", [1, 3])
    def test_an_amendment_costs_the_same_for_any_number_of_signatures(
        self, secretary, amended, count, django_assert_num_queries
    ):
        open_one(secretary, amended)
        names = "\n".join(f"Apellido{n} Segundo, Persona" for n in range(count))
        file_amendment(secretary, amended, senators=names)
        do(secretary, amended, "declarar-admisible", by="COMMITTEE")
        secretary.get(home(amended, "1/1/"))
        with django_assert_num_queries(9):
            page = secretary.get(home(amended, "1/1/")).content.decode()
        assert page.count("Segundo, Persona") == count

    def test_the_list_is_narrowed_by_state_and_by_words(self, secretary, amended):
        open_one(secretary, amended)
        file_amendment(secretary, amended, article_label="Artículo 7")
        file_amendment(secretary, amended, article_label="Artículo 9", text="Sobre humedales.")
        do(secretary, amended, "declarar-admisible", by="COMMITTEE")
        page = secretary.get(home(amended, "1/"), {"estado": "ADMISSIBLE"}).content.decode()
        assert ("Artículo 7" in page, "Artículo 9" in page) == (True, False)
        page = secretary.get(home(amended, "1/"), {"texto": "HUMEDALES"}).content.decode()
        assert ("Artículo 7" in page, "Artículo 9" in page) == (False, True)
