"""«Enter as …»: for the demonstration's fictional people, in its settings, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import Resolver404, include, path, resolve
from django.utils import timezone

from accounts import grants
from accounts.grants import SERVE_COMMITTEE
from accounts.models import RoleAssignment, User
from accounts.requests import ENTERED_AT
from accounts.roles import STAFF, Role, conflict
from accounts.selectors import actor_for
from legislation.people.enums import Chamber
from legislation.people.models import Committee
from senate import urls
from senate.demonstration.accounts import DOMAIN, PEOPLE, record_accounts, record_rights
from tests.accounts.signing_in import person
from tests.senate.machine import Machine

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
EVERY = Committee.objects.order_by("pk")
ADDRESS = "/demostracion/entrar/"
urlpatterns = [
    path("demostracion/", include("senate.demonstration.entering.urls")),
    *urls.urlpatterns,
]
handler404 = urls.handler404
in_the_demonstration = override_settings(ROOT_URLCONF=__name__, DEMONSTRATION_ENTERING=True)


@pytest.fixture
def people(db: None) -> None:
    record_accounts(timezone.now() - timedelta(days=1))


def enter(client: Client, local: str) -> str:
    user = User.objects.get(email=f"{local}@{DOMAIN}")
    return client.post(ADDRESS, {"person": user.pk}).headers["Location"]


def test_there_is_somebody_for_every_role_and_two_where_two_are_needed(db: None) -> None:
    assert record_accounts(NOW) == record_accounts(NOW) == len(PEOPLE) == User.objects.count()
    held = list(RoleAssignment.objects.values_list("role", flat=True))

    assert set(held) == set(Role)
    for role in (Role.DRAFTING_OFFICIAL, Role.COMMITTEE_SECRETARY, Role.IT_ADMINISTRATOR):
        assert held.count(role) == 2
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_both_secretaries_share_the_committees_of_the_senate(people: None) -> None:
    for name in ("Salud", "Hacienda", "Trabajo"):
        Committee.objects.create(name=name, slug=name.lower(), chamber=Chamber.SENATE)
    Committee.objects.create(name="Obras", slug="obras", chamber=Chamber.DEPUTIES)

    assert record_rights() == record_rights() == 3

    held = [
        [one.name for one in grants.objects_of(actor_for(user, at=NOW), SERVE_COMMITTEE, EVERY)]
        for user in User.objects.filter(email__startswith="comision.").order_by("email")
    ]
    assert held == [["Salud", "Trabajo"], ["Hacienda"]]


@pytest.mark.parametrize(
    ("local", "landing"),
    [
        ("redaccion.1", "/portal/funcionarios/"),
        ("informatica.2", "/portal/funcionarios/"),
        ("senadora", "/portal/senadores/"),
        ("asesoria", "/portal/senadores/"),
        ("ciudadana", "/cuenta/"),
    ],
)
@in_the_demonstration
def test_one_enters_as_somebody_and_lands_in_their_portal(
    client: Client, people: None, local: str, landing: str
) -> None:
    assert enter(client, local) == landing
    assert client.get("/cuenta/").status_code == 200
    assert client.session[ENTERED_AT] == pytest.approx(timezone.now().timestamp(), abs=60)


@in_the_demonstration
def test_entering_as_another_leaves_nothing_of_who_one_was(client: Client, people: None) -> None:
    enter(client, "auditoria")
    first = client.session.session_key
    assert enter(client, "ciudadana") == "/cuenta/"

    assert client.session.session_key != first
    assert "Rosario" in client.get("/cuenta/").content.decode()


@in_the_demonstration
def test_the_page_lists_everybody_under_a_banner_and_nobody_keeps_it(
    client: Client, people: None
) -> None:
    answer = client.get(ADDRESS)
    page = answer.content.decode()

    assert page.count('name="person"') == len(PEOPLE)
    assert "ribbon--loud" in page
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("wrong", ["", "0", "x", "999999", "٣", "9" * 30])
@in_the_demonstration
def test_nobody_enters_as_somebody_who_is_not_fictional(
    client: Client, people: None, wrong: str
) -> None:
    real = person("de.verdad", Role.AUDITOR, since=NOW)
    User.objects.filter(pk=real.pk).update(email="alguien@senado.cl")

    assert client.post(ADDRESS, {"person": wrong}).status_code == 404
    assert client.post(ADDRESS, {"person": real.pk}).status_code == 404
    assert "_auth_user_id" not in client.session


@in_the_demonstration
def test_confirming_takes_a_button_there(client: Client, people: None) -> None:
    enter(client, "aprobacion")
    session = client.session
    session[ENTERED_AT] = before = timezone.now().timestamp() - 3600
    session.save()

    assert client.get("/cuenta/confirmar/").status_code == 200
    answer = client.post("/cuenta/confirmar/", {"next": "/portal/funcionarios/"})

    assert answer.headers["Location"] == "/portal/funcionarios/"
    assert client.session[ENTERED_AT] > before


@override_settings(ROOT_URLCONF=__name__)
def test_even_mounted_it_answers_nothing_where_the_settings_do_not_say_so(
    client: Client, people: None
) -> None:
    assert client.get(ADDRESS).status_code == 404
    assert client.post(ADDRESS, {"person": User.objects.all()[0].pk}).status_code == 404


def test_it_is_not_mounted_in_these_settings() -> None:
    assert not settings.DEMONSTRATION_ENTERING
    with pytest.raises(Resolver404):
        resolve(ADDRESS)


@pytest.mark.parametrize(
    ("record", "is_mounted"), [("fictional", True), ("real", False)], ids=["fictional", "real"]
)
def test_the_demonstration_mounts_it_over_the_fictional_record_alone(
    machine: Machine, record: str, is_mounted: bool
) -> None:
    elsewhere = {"DATABASE_URL": "postgresql://nobody@nowhere/none", "REDIS_URL": "redis://nowhere"}
    done = machine.run(
        "shell",
        "-v",
        "0",
        "-c",
        "from django.conf import settings; print(settings.DEMONSTRATION_ENTERING)",
        DJANGO_SETTINGS_MODULE="senate.settings.demo",
        SENATE_RECORD=record,
        **elsewhere,
    )

    assert done.stdout.strip() == str(is_mounted)


@pytest.mark.parametrize("role", sorted(STAFF))
def test_an_auditor_and_an_it_administrator_stand_alone_among_staff(role: Role) -> None:
    for alone in (Role.AUDITOR, Role.IT_ADMINISTRATOR):
        expected = None if role is alone else role
        assert conflict(frozenset({role}), alone) == expected
