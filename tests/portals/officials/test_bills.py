"""Entering bills and taking acts, through the screens."""

import pytest
from django.utils import timezone

from accounts.roles import Role
from legislation.bills.models import Bill
from legislation.procedure.enums import Standing
from legislation.procedure.models import Act, Dossier
from tests.portals.officials.conftest import HOME, file_one

FILING = {
    "initiative": "MOTION",
    "title": "Proyecto de ley sobre plazos de espera",
    "suffix": "11",
    "filed_on": "2026-06-01",
    "authors": "Riffo, Persona\nTapia, Persona",
}


def act_address(dossier: Dossier, slug: str) -> str:
    return f"{HOME}proyectos/{dossier.number}/actos/{slug}/"


class TestFiling:
    def test_a_motion_gets_the_next_number_and_its_dossier_opens(self, drafter):
        response = drafter.post(f"{HOME}proyectos/ingresar/", FILING)
        dossier = Dossier.objects.get()
        assert (response.status_code, response.url) == (
            302,
            f"{HOME}proyectos/{dossier.number}/",
        )
        assert dossier.number == "1-11"
        assert [one.printed_name for one in dossier.signatories.order_by("position")] == [
            "Riffo, Persona",
            "Tapia, Persona",
        ]

    def test_six_authors_are_refused_with_the_article_and_what_was_typed_stays(self, drafter):
        typed = {**FILING, "authors": "\n".join(f"Apellido {n}, Persona" for n in range(6))}
        response = drafter.post(f"{HOME}proyectos/ingresar/", typed)
        page = response.content.decode()
        assert response.status_code == 422
        assert "Constitución, art. 65" in page
        assert "Apellido 5, Persona" in page
        assert Dossier.objects.count() == 0

    @pytest.mark.parametrize("left_out", ["title", "suffix", "filed_on"])
    def test_what_is_missing_is_said_beside_its_field(self, drafter, left_out):
        typed = {name: value for name, value in FILING.items() if name != left_out}
        response = drafter.post(f"{HOME}proyectos/ingresar/", typed)
        assert response.status_code == 422
        assert f'href="#id_{left_out}"' in response.content.decode()
        assert Dossier.objects.count() == 0

    def test_a_bill_of_the_other_chamber_keeps_its_number(self, drafter):
        typed = {**FILING, "number": "18230-13", "letter": "21.004"}
        drafter.post(f"{HOME}proyectos/recibir/", typed)
        dossier = Dossier.objects.get()
        assert (dossier.number, dossier.standing) == ("18230-13", Standing.SECOND_NOTICE)

    def test_an_approving_official_enters_nothing(self, approver):
        response = approver.post(f"{HOME}proyectos/ingresar/", FILING)
        assert response.status_code == 403
        assert Dossier.objects.count() == 0


class TestActs:
    def test_notice_is_given_with_its_committee(self, floor, dossier, committee):
        response = floor.post(
            act_address(dossier, "dar-cuenta"),
            {
                "taken_on": timezone.localdate().isoformat(),
                "committee": committee.slug,
                "revision": dossier.revision,
            },
        )
        dossier.refresh_from_db()
        assert response.status_code == 302
        assert (dossier.standing, dossier.committee) == (Standing.FIRST_COMMITTEE, committee)
        assert Bill.objects.count() == 0

    def test_a_step_out_of_order_shows_why_and_no_form(self, floor, dossier):
        page = floor.get(act_address(dossier, "aprobar-en-general")).content.decode()
        assert "art. 23" in page
        assert "<form method" not in page

    def test_a_step_out_of_order_is_refused_if_sent_all_the_same(self, floor, dossier):
        response = floor.post(
            act_address(dossier, "aprobar-en-general"),
            {"taken_on": "2026-06-02", "revision": dossier.revision},
        )
        assert response.status_code == 422
        assert "art. 23" in response.content.decode()
        assert Act.objects.count() == 1

    def test_the_second_of_two_people_gets_409_and_keeps_what_they_typed(
        self, floor, dossier, committee
    ):
        typed = {
            "taken_on": timezone.localdate().isoformat(),
            "committee": committee.slug,
            "description": "Cuenta dada por otro.",
            "revision": dossier.revision,
        }
        floor.post(act_address(dossier, "dar-cuenta"), typed)
        response = floor.post(act_address(dossier, "dar-cuenta"), typed)
        assert response.status_code == 409
        assert "Cuenta dada por otro." in response.content.decode()
        assert Act.objects.count() == 2

    def test_a_report_is_entered_by_the_secretary_of_its_committee_alone(
        self, floor, secretary, dossier, committee
    ):
        floor.post(
            act_address(dossier, "dar-cuenta"),
            {
                "taken_on": timezone.localdate().isoformat(),
                "committee": committee.slug,
                "revision": dossier.revision,
            },
        )
        dossier.refresh_from_db()
        typed = {"taken_on": timezone.localdate().isoformat(), "revision": dossier.revision}
        assert floor.post(act_address(dossier, "primer-informe"), typed).status_code == 403
        assert Act.objects.count() == 2
        assert secretary.post(act_address(dossier, "primer-informe"), typed).status_code == 302
        dossier.refresh_from_db()
        assert dossier.standing == Standing.FIRST_FLOOR

    def test_an_act_that_nobody_knows_is_not_there(self, floor, dossier):
        assert floor.get(act_address(dossier, "borrar")).status_code == 404


class TestPages:
    def test_a_dossier_shows_what_may_follow_and_why_not(self, drafter, dossier):
        page = drafter.get(f"{HOME}proyectos/{dossier.number}/").content.decode()
        assert f"{HOME}proyectos/{dossier.number}/actos/retirar/" in page
        assert "Sólo la Secretaría de Sala" in page or "Only the floor secretariat" in page

    @pytest.mark.parametrize("count", [1, 3])
    def test_a_dossier_costs_the_same_for_any_number_of_acts(
        self, drafter, floor, dossier, committee, count, django_assert_num_queries
    ):
        revision = dossier.revision
        for number in range(count):
            slug = "dar-cuenta" if number == 0 else "dar-destino"
            floor.post(
                act_address(dossier, slug),
                {
                    "taken_on": timezone.localdate().isoformat(),
                    "committee": committee.slug,
                    "revision": revision + number,
                },
            )
        assert dossier.acts.count() == count + 1
        drafter.get(f"{HOME}proyectos/{dossier.number}/")
        with django_assert_num_queries(8):
            drafter.get(f"{HOME}proyectos/{dossier.number}/")

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_list_costs_the_same_for_any_number_of_bills(
        self, drafter, count, django_assert_num_queries
    ):
        for _ in range(count):
            file_one(drafter)
        drafter.get(f"{HOME}proyectos/")
        with django_assert_num_queries(5):
            page = drafter.get(f"{HOME}proyectos/").content.decode()
        assert page.count('<th scope="row"') == count

    def test_the_list_is_narrowed_by_standing_and_by_words(self, drafter):
        file_one(drafter, title="Proyecto de ley sobre humedales")
        file_one(drafter, title="Proyecto de ley sobre puertos")
        page = drafter.get(f"{HOME}proyectos/", {"texto": "HUMEDALES"}).content.decode()
        assert ("humedales" in page, "puertos" in page) == (True, False)
        page = drafter.get(f"{HOME}proyectos/", {"estado": "LAW"}).content.decode()
        assert "humedales" not in page


class TestWhoEnters:
    @pytest.mark.parametrize("role", [Role.CITIZEN, Role.SENATOR, Role.IT_ADMINISTRATOR])
    def test_those_who_do_not_work_on_the_record_are_told(self, enter, role, dossier):
        response = enter("zoe", role).get(f"{HOME}proyectos/{dossier.number}/")
        assert response.status_code == 403
        assert dossier.title not in response.content.decode()

    def test_nobody_enters_without_signing_in(self, client, dossier):
        response = client.get(f"{HOME}proyectos/")
        assert (response.status_code, response.url) == (
            302,
            "/cuenta/entrar/?next=%2Fportal%2Ffuncionarios%2Fproyectos%2F",
        )

    def test_nothing_of_it_is_kept_by_a_cache(self, drafter):
        assert "no-store" in drafter.get(HOME).headers["Cache-Control"]


class TestFile:
    def test_the_list_is_also_a_file_and_no_cell_of_it_is_a_formula(self, drafter):
        file_one(drafter, title="=HYPERLINK(1)")
        response = drafter.get(f"{HOME}proyectos.csv")
        lines = response.content.decode("utf-8-sig").splitlines()
        assert response.headers["Content-Disposition"] == 'attachment; filename="proyectos.csv"'
        assert lines[1].startswith("1-11,'=HYPERLINK(1),FILED,")
        assert len(lines) == 2

    def test_it_is_narrowed_like_the_list(self, drafter):
        file_one(drafter, title="Proyecto de ley sobre humedales")
        file_one(drafter, title="Proyecto de ley sobre puertos")
        response = drafter.get(f"{HOME}proyectos.csv", {"texto": "puertos"})
        assert len(response.content.decode("utf-8-sig").splitlines()) == 2
