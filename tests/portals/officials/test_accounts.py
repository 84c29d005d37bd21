"""Accounts through the screens: who sees them, who changes them, and what the ledger then says."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import grants
from accounts.ledger.models import LedgerEntry
from accounts.models import Enrolment, RoleAssignment, User
from accounts.roles import Role
from accounts.selectors import roles_of
from tests.accounts.signing_in import person
from tests.factories.people import senator
from tests.portals.officials.conftest import HOME

LIST = f"{HOME}usuarios/"


@pytest.fixture
def administrator(enter) -> Client:
    return enter("iris", Role.IT_ADMINISTRATOR)


@pytest.fixture
def another(enter) -> Client:
    return enter("jorge", Role.IT_ADMINISTRATOR)


@pytest.fixture
def somebody(db) -> User:
    since = timezone.now() - timedelta(days=50)
    return person("karina", Role.COMMITTEE_SECRETARY, since=since, name="Karina Tapia")


def at(user: User, deed: str = "") -> str:
    return f"{LIST}{user.pk}/{deed}"


def text(response) -> str:
    return response.content.decode()


def held(user: User) -> frozenset[Role]:
    return roles_of(User.objects.get(pk=user.pk), at=timezone.now())


def acts() -> list[str]:
    return list(LedgerEntry.objects.order_by("sequence").values_list("act", flat=True))


def test_an_administrator_sees_accounts_and_deliveries_and_no_content(administrator):
    desk = administrator.get(HOME)
    assert (desk.status_code, desk.url) == (302, LIST)
    page = text(administrator.get(LIST))
    assert f'href="{LIST}"' in page
    assert f'href="{HOME}entregas/"' in page
    assert f'href="{HOME}proyectos/"' not in page
    assert administrator.get(f"{HOME}proyectos/").status_code == 403


def test_the_list_is_searched_by_name_and_by_address_and_filtered_by_role(administrator, somebody):
    assert "karina@senado.example" in text(administrator.get(LIST, {"texto": "tapia"}))
    assert "karina@senado.example" in text(administrator.get(LIST, {"texto": "KARINA@"}))
    assert "karina@senado.example" not in text(administrator.get(LIST, {"texto": "otro"}))
    secretaries = text(administrator.get(LIST, {"rol": "COMMITTEE_SECRETARY"}))
    assert "karina@senado.example" in secretaries
    assert "iris@senado.example" not in secretaries


def test_a_role_is_given_and_ended(administrator, somebody):
    answer = administrator.post(at(somebody, "dar-rol/"), {"role": "DRAFTING_OFFICIAL"})
    assert (answer.status_code, answer.url) == (302, at(somebody))
    assert held(somebody) == {Role.COMMITTEE_SECRETARY, Role.DRAFTING_OFFICIAL}
    administrator.post(at(somebody, "terminar-rol/"), {"role": "COMMITTEE_SECRETARY"})
    assert held(somebody) == {Role.DRAFTING_OFFICIAL}
    assert acts() == ["role.given", "role.ended"]


def test_roles_that_are_never_joined_are_refused_with_the_reason(administrator, somebody):
    page = text(administrator.get(at(somebody)))
    assert '<option value="AUDITOR"' not in page
    assert "nunca" in page or "never together" in page
    answer = administrator.post(at(somebody, "dar-rol/"), {"role": "AUDITOR"})
    assert answer.status_code == 422
    assert held(somebody) == {Role.COMMITTEE_SECRETARY}
    assert acts() == []


def test_a_committee_is_given_to_its_secretary_and_taken_back(administrator, somebody, committee):
    right = {"right": f"committee:{committee.pk}"}
    assert administrator.post(at(somebody, "dar-derecho/"), right).status_code == 302
    assert grants.holders_of(grants.SERVE_COMMITTEE, committee) == [somebody]
    assert "Hacienda" in text(administrator.get(at(somebody)))
    assert administrator.post(at(somebody, "dar-derecho/"), right).status_code == 422
    assert administrator.post(at(somebody, "terminar-derecho/"), right).status_code == 302
    assert grants.holders_of(grants.SERVE_COMMITTEE, committee) == []
    assert acts() == ["grant.given", "grant.ended"]


def test_a_senator_is_given_to_an_adviser_alone(administrator, somebody):
    irene = senator("Irene Calfún Ovalle", slug="irene-calfun")
    right = {"right": f"senator:{irene.pk}"}
    assert administrator.post(at(somebody, "dar-derecho/"), right).status_code == 422
    administrator.post(at(somebody, "dar-rol/"), {"role": "ADVISER"})
    assert "Irene Calfún Ovalle" in text(administrator.get(at(somebody)))
    assert administrator.post(at(somebody, "dar-derecho/"), right).status_code == 302
    assert grants.holders_of(grants.ADVISE_SENATOR, irene) == [somebody]


def test_a_link_takes_two_administrators_and_is_shown_once(administrator, another, somebody):
    administrator.post(at(somebody, "pedir-enlace/"))
    asked = Enrolment.objects.get(subject=somebody)
    own = administrator.post(at(somebody, "aprobar-enlace/"), {"enrolment": asked.pk})
    assert own.status_code == 403
    answer = another.post(at(somebody, "aprobar-enlace/"), {"enrolment": asked.pk})
    assert answer.status_code == 200
    link = re.search(r"http://testserver(/cuenta/inscripcion/[^<]+)", text(answer)).group(1)
    assert link not in text(another.get(at(somebody)))
    assert "no-store" in answer["Cache-Control"]
    assert Client().post(link).status_code == 302
    again = another.post(at(somebody, "aprobar-enlace/"), {"enrolment": asked.pk})
    assert again.status_code == 422
    assert acts() == ["enrolment.asked", "enrolment.approved", "enrolment.used"]


def test_the_screen_offers_approval_to_the_second_administrator_alone(
    administrator, another, somebody
):
    administrator.post(at(somebody, "pedir-enlace/"))
    assert "aprobar-enlace/" not in text(administrator.get(at(somebody)))
    assert "aprobar-enlace/" in text(another.get(at(somebody)))


def test_an_account_is_opened_with_its_role(administrator):
    typed = {"name": "Luz Riffo", "email": "luz@senado.example", "role": "QUALITY"}
    answer = administrator.post(f"{LIST}crear/", typed)
    made = User.objects.get(email="luz@senado.example")
    assert (answer.status_code, answer.url) == (302, at(made))
    assert held(made) == {Role.QUALITY}
    assert administrator.post(f"{LIST}crear/", typed).status_code == 422
    assert administrator.post(f"{LIST}crear/", {**typed, "role": "CITIZEN"}).status_code == 422
    assert acts() == ["account.created"]


def test_an_account_is_closed_with_the_reason_and_nothing_more_is_done_with_it(
    administrator, somebody
):
    assert administrator.post(at(somebody, "cerrar/"), {"reason": " "}).status_code == 422
    answer = administrator.post(at(somebody, "cerrar/"), {"reason": "Dejó el Senado."})
    assert answer.status_code == 302
    assert held(somebody) == frozenset()
    page = text(administrator.get(at(somebody)))
    assert "dar-rol/" not in page
    late = administrator.post(at(somebody, "dar-rol/"), {"role": "QUALITY"})
    assert late.status_code == 404
    assert acts() == ["account.disabled"]


def test_nobody_manages_their_own_account(administrator):
    page = text(administrator.get(at(administrator.user)))
    assert "cerrar/" not in page
    answer = administrator.post(at(administrator.user, "dar-rol/"), {"role": "QUALITY"})
    assert answer.status_code == 403
    assert acts() == []


def test_an_older_passkey_is_asked_for_again(enter, somebody):
    late = enter("mario", Role.IT_ADMINISTRATOR, minutes_ago=6)
    assert "/cuenta/confirmar/?next=" in text(late.get(at(somebody)))
    answer = late.post(at(somebody, "dar-rol/"), {"role": "QUALITY"})
    assert answer.status_code == 302
    assert answer.url.startswith("/cuenta/confirmar/?next=")
    assert held(somebody) == {Role.COMMITTEE_SECRETARY}


def test_an_auditor_reads_accounts_and_changes_none(enter, somebody):
    auditor = enter("nora", Role.AUDITOR)
    assert auditor.get(LIST).status_code == 200
    assert "dar-rol/" not in text(auditor.get(at(somebody)))
    assert auditor.post(at(somebody, "dar-rol/"), {"role": "QUALITY"}).status_code == 403
    assert auditor.get(f"{LIST}crear/").status_code == 403
    assert RoleAssignment.objects.filter(user=somebody).count() == 1


def test_no_other_official_sees_them(drafter, approver, floor, secretary, somebody):
    for client in (drafter, approver, floor, secretary):
        assert client.get(LIST).status_code == 403
        assert client.get(at(somebody)).status_code == 403


@pytest.mark.parametrize("deed", ["dar-rol/", "terminar-rol/", "dar-derecho/", "terminar-derecho/"])
def test_what_is_not_of_the_list_is_refused(administrator, somebody, deed):
    typed = {"role": "KING", "right": "party:1"}
    assert administrator.post(at(somebody, deed), typed).status_code == 422
    assert acts() == []


def test_what_is_not_there_is_not_found(administrator, somebody):
    assert administrator.get(f"{LIST}999999/").status_code == 404
    role = {"role": "QUALITY"}
    assert administrator.post(f"{LIST}999999/dar-rol/", role).status_code == 404
    right = {"right": "committee:999999"}
    assert administrator.post(at(somebody, "dar-derecho/"), right).status_code == 404
    link = {"enrolment": 999999}
    assert administrator.post(at(somebody, "aprobar-enlace/"), link).status_code == 404


def test_a_deed_looked_at_leads_to_the_account(administrator, somebody):
    for deed in ("dar-rol/", "terminar-rol/", "pedir-enlace/", "aprobar-enlace/", "cerrar/"):
        answer = administrator.get(at(somebody, deed))
        assert (answer.status_code, answer.url) == (302, at(somebody))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_accounts(
    administrator, count, django_assert_num_queries
):
    for number in range(count):
        person(f"otra{number}", Role.QUALITY, since=timezone.now() - timedelta(days=1))
    administrator.get(LIST)
    with django_assert_num_queries(5):
        page = text(administrator.get(LIST, {"texto": "otra"}))
    assert page.count('<th scope="row"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_an_account_costs_the_same_whatever_it_holds(
    administrator, somebody, committee, count, django_assert_num_queries
):
    for role in (Role.QUALITY, Role.FLOOR_SECRETARIAT, Role.DRAFTING_OFFICIAL)[:count]:
        administrator.post(at(somebody, "dar-rol/"), {"role": role.value})
    administrator.get(at(somebody))
    with django_assert_num_queries(11):
        page = text(administrator.get(at(somebody)))
    assert page.count("terminar-rol/") == count + 1


def test_the_list_is_paged_onwards_and_back(administrator, monkeypatch):
    monkeypatch.setattr("portals.officials.pages.accounts.SIZE", 2)
    for number in range(4):
        person(f"fila{number}", since=timezone.now())
    first = text(administrator.get(LIST, {"texto": "fila"}))
    onwards = re.search(r'rel="next" href="([^"]+)"', first).group(1).replace("&amp;", "&")
    second = text(administrator.get(onwards))
    assert re.findall(r"fila\d@", first) == ["fila0@", "fila1@"]
    assert re.findall(r"fila\d@", second) == ["fila2@", "fila3@"]
    assert 'rel="prev"' in second
