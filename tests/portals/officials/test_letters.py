"""Letters through the screens: entered, answered, overdue, and for whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.roles import Role
from legislation.letters import services
from legislation.letters.enums import LetterKind
from legislation.letters.models import Letter
from legislation.letters.proposals import Draft
from tests.portals.officials.conftest import HOME, actor

LETTERS = f"{HOME}oficios/"


def today():
    return timezone.localdate()


def typed(**about) -> dict[str, str]:
    return {
        "kind": "AUTHORITY",
        "dated_on": today().isoformat(),
        "correspondent": "Ministerio de Salud",
        "subject": "Pide los plazos de espera por hospital.",
        **about,
    }


def send(client, *, days_ago: int = 0, **about) -> Letter:
    on = today() - timedelta(days=days_ago)
    draft = Draft(
        **{
            "kind": LetterKind.AUTHORITY,
            "dated_on": on,
            "correspondent": "Ministerio de Salud",
            "subject": "Pide los plazos de espera.",
            **about,
        }
    )
    return services.send_letter(draft=draft, actor=actor(client), at=timezone.now())


class TestEntering:
    def test_a_letter_goes_out_under_the_next_number_of_its_year(self, drafter):
        response = drafter.post(f"{LETTERS}enviar/", typed(answer_days="30"))
        made = Letter.objects.get()
        assert (response.status_code, response.url) == (302, f"{LETTERS}{made.pk}/")
        assert made.reference == f"1/SEC/{today():%y}"
        assert made.answer_due_on == today() + timedelta(days=30)
        assert made.reference in drafter.get(response.url).content.decode()

    def test_senators_ask_in_their_own_name_or_not_at_all(self, drafter):
        response = drafter.post(f"{LETTERS}enviar/", typed(kind="REQUESTED"))
        page = response.content.decode()
        assert response.status_code == 422
        assert "Ley 18.918, art. 9" in page
        assert "Pide los plazos de espera por hospital." in page
        assert Letter.objects.count() == 0
        named = typed(kind="REQUESTED", senators="Riffo Soto, Irene")
        assert drafter.post(f"{LETTERS}enviar/", named).status_code == 302

    def test_one_received_keeps_its_senders_number(self, drafter, dossier):
        page = drafter.get(f"{LETTERS}recibir/", {"boletin": dossier.number}).content.decode()
        assert f'value="{dossier.number}"' in page
        drafter.post(f"{LETTERS}recibir/", typed(reference="B-7", bill=dossier.number))
        made = Letter.objects.get()
        assert (made.reference, made.dossier, made.publication.state) == (
            "B-7",
            dossier,
            "IN_REVIEW",
        )

    @pytest.mark.parametrize("left_out", ["subject", "correspondent", "dated_on"])
    def test_what_is_missing_is_said_beside_its_field(self, drafter, left_out):
        about = {name: value for name, value in typed().items() if name != left_out}
        response = drafter.post(f"{LETTERS}enviar/", about)
        assert response.status_code == 422
        assert f'href="#id_{left_out}"' in response.content.decode()
        assert Letter.objects.count() == 0

    def test_an_answer_ends_the_term(self, drafter):
        asked = send(drafter, days_ago=40, answer_days=30)
        page = drafter.get(f"{LETTERS}{asked.pk}/responder/").content.decode()
        assert 'value="Ministerio de Salud"' in page
        response = drafter.post(
            f"{LETTERS}{asked.pk}/responder/", typed(reference="B-7", revision="1")
        )
        asked.refresh_from_db()
        assert (response.status_code, asked.answered_on) == (302, today())
        again = drafter.post(
            f"{LETTERS}{asked.pk}/responder/", typed(reference="B-8", revision="1")
        )
        assert again.status_code == 409
        assert Letter.objects.count() == 2


class TestWho:
    def test_an_approving_official_enters_none_and_is_told(self, approver):
        page = approver.get(LETTERS).content.decode()
        assert f"{LETTERS}enviar/" not in page
        assert '<form method="post"' not in approver.get(f"{LETTERS}enviar/").content.decode()
        assert approver.post(f"{LETTERS}enviar/", typed()).status_code == 403
        assert Letter.objects.count() == 0

    @pytest.mark.parametrize("role", [Role.CITIZEN, Role.SENATOR, Role.IT_ADMINISTRATOR])
    def test_those_who_do_not_work_on_the_record_are_told(self, enter, drafter, role):
        made = send(drafter)
        response = enter("zoe", role).get(f"{LETTERS}{made.pk}/")
        assert response.status_code == 403
        assert made.subject not in response.content.decode()

    def test_one_that_is_not_there_is_not_found(self, drafter):
        for rest in ("7/", "7/responder/"):
            assert drafter.get(f"{LETTERS}{rest}").status_code == 404
        assert drafter.post(f"{LETTERS}7/responder/", typed()).status_code == 404

    def test_no_screen_says_that_the_senate_oversees(self, drafter):
        made = send(drafter, kind=LetterKind.REQUESTED, senators=("Riffo Soto, Irene",))
        for rest in ("", "enviar/", "recibir/", f"{made.pk}/", f"{made.pk}/responder/"):
            assert "fiscaliza" not in drafter.get(LETTERS + rest).content.decode().lower()


class TestList:
    def test_what_is_overdue_is_counted_and_listed_alone(self, drafter):
        late = send(drafter, days_ago=40, answer_days=30)
        in_time = send(drafter, answer_days=30)
        page = drafter.get(LETTERS).content.decode()
        assert f"{LETTERS}?respuesta=vencida" in page
        page = drafter.get(LETTERS, {"respuesta": "vencida"}).content.decode()
        assert (f">{late.reference}<" in page, f">{in_time.reference}<" in page) == (True, False)

    def test_it_is_narrowed_by_bill_way_kind_and_words(self, drafter, dossier):
        of_bill = send(drafter, bill=dossier.number, kind=LetterKind.SUPREME_COURT)
        other = send(drafter, subject="Sobre humedales.")
        for query, shown in (
            ({"boletin": dossier.number}, of_bill),
            ({"con": "SUPREME_COURT"}, of_bill),
            ({"texto": "HUMEDALES"}, other),
        ):
            page = drafter.get(LETTERS, query).content.decode()
            hidden = other if shown is of_bill else of_bill
            assert f">{shown.reference}<" in page
            assert f">{hidden.reference}<" not in page
        page = drafter.get(LETTERS, {"sentido": "recibido"}).content.decode()
        assert '<th scope="row"' not in page

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_list_costs_the_same_for_any_number_of_letters(
        self, drafter, dossier, count, django_assert_num_queries
    ):
        for _ in range(count):
            send(drafter, days_ago=40, answer_days=30, bill=dossier.number)
        drafter.get(LETTERS)
        with django_assert_num_queries(6):
            page = drafter.get(LETTERS).content.decode()
        assert page.count('<th scope="row"') == count

    @pytest.mark.parametrize("count", [1, 3])
    def test_a_letter_costs_the_same_for_any_number_of_answers(
        self, drafter, dossier, count, django_assert_num_queries
    ):
        asked = send(drafter, days_ago=40, answer_days=30, bill=dossier.number)
        for number in range(count):
            services.answer(
                letter_id=asked.pk,
                draft=Draft(
                    kind=LetterKind.AUTHORITY,
                    dated_on=today(),
                    correspondent="Ministerio de Salud",
                    subject="Responde.",
                    reference=f"B-{number}",
                ),
                actor=actor(drafter),
                at=timezone.now(),
            )
        drafter.get(f"{LETTERS}{asked.pk}/")
        with django_assert_num_queries(6):
            page = drafter.get(f"{LETTERS}{asked.pk}/").content.decode()
        assert page.count('<th scope="row"') == count
