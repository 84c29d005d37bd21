"""Signing in as people do it: a browser, an authenticator that is only simulated, and a mailbox.

The clock runs here, since a passkey is fresh for five minutes. Accounts live in a database of
their own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core import mail
from django.db import connection
from django.test.testcases import LiveServerThread
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker

from accounts.clave_unica.fake.people import PEOPLE
from accounts.models import User
from accounts.roles import Role
from accounts.selectors import actor_for
from accounts.services import approve_enrolment, ask_enrolment
from tests.accounts.signing_in import person
from tests.journeys.conftest import database, drop
from tests.journeys.test_accessibility import (
    DESK,
    FAULTS,
    RULES,
    RULES_OF_COLOUR,
    SMALL_TARGETS,
    TELEPHONE,
    TOO_WIDE,
    look,
)

PATIENCE = 30_000  # milliseconds
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def accounts_site(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """The whole Senate on a port, with accounts and nothing else in its database."""
    name = f"signing_in_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    template = connection.settings_dict["TEST"]["TEMPLATE"]
    with django_db_blocker.unblock():
        drop(name)
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        with database(name):
            server = LiveServerThread("localhost", StaticFilesHandler)
            server.daemon = True
            server.start()
            server.is_ready.wait()
            if server.error:
                raise server.error
            yield f"http://{server.host}:{server.port}"
            server.terminate()
        drop(name)


@pytest.fixture
def someone(browser: Browser, accounts_site: str) -> Iterator[Page]:
    """A person with a browser and a device that can hold passkeys."""
    context = browser.new_context(base_url=accounts_site, locale="es-CL", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    mail.outbox.clear()
    yield page
    context.close()
    assert [one for one in said if "Failed to load resource" not in one] == []


def path_of(page: Page) -> str:
    return urlsplit(page.url).path


def code_sent_to(address: str) -> str:
    """The code in the last message to this address."""
    message = next(one for one in reversed(mail.outbox) if one.to == [address])
    found = re.search(
        r"^\s*([A-Z0-9]{4}-?[A-Z0-9]{4}|[A-Z0-9]{6})\s*$", str(message.body), re.MULTILINE
    )
    assert found, message.body
    return found[1]


def create_account(page: Page, address: str) -> None:
    page.goto("/cuenta/crear/")
    page.get_by_label("Correo").fill(address)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/cuenta/correo/codigo/")
    page.locator("main input[name=code]").fill(code_sent_to(address))
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/cuenta/")


def add_passkey(page: Page) -> None:
    page.goto("/cuenta/llaves/agregar/")
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/cuenta/reautenticar/llave/**")
    page.locator("#mfa_webauthn_reauthenticate").click()
    page.wait_for_url("**/cuenta/respaldo/")


def sign_out(page: Page) -> None:
    page.goto("/cuenta/salir/")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/")


def sign_in_with_passkey(page: Page) -> None:
    page.goto("/cuenta/entrar/")
    page.locator("#passkey_login").click()


def enrolment_address(user: User) -> str:
    """A link that two administrators gave."""
    now = timezone.now()
    before = now - timedelta(days=1)
    one, other = (
        actor_for(
            person(f"{user.pk}.{which}", Role.IT_ADMINISTRATOR, since=before),
            at=now,
            confirmed_at=now,
        )
        for which in ("pide", "aprueba")
    )
    asked = ask_enrolment(user_id=user.pk, actor=one, at=now)
    token = approve_enrolment(enrolment_id=asked.pk, actor=other, at=now)
    return f"/cuenta/inscripcion/{token}/"


def test_a_citizen_comes_by_code_adds_a_passkey_and_comes_back_with_it(someone: Page) -> None:
    create_account(someone, "vecina@example.org")
    add_passkey(someone)
    expect(someone.locator(".account__codes li")).to_have_count(10)
    held = Authenticator.objects.get(user__email="vecina@example.org", type="webauthn")
    assert held.wrap().is_passwordless is True

    sign_out(someone)
    sign_in_with_passkey(someone)

    someone.wait_for_url("**/cuenta/")
    expect(someone.locator("main")).to_contain_text("vecina@example.org")
    assert not User.objects.get(email="vecina@example.org").has_usable_password()


def test_recovery_codes_are_shown_once_and_are_not_kept_in_clear(someone: Page) -> None:
    create_account(someone, "reservada@example.org")
    add_passkey(someone)
    shown = someone.locator(".account__codes code").first.inner_text()
    kept = Authenticator.objects.get(user__email="reservada@example.org", type="recovery_codes")

    someone.reload()

    expect(someone.locator(".account__codes")).to_have_count(0)
    assert str(kept.data["seed"]).startswith("gAAAA")
    assert shown not in str(kept.data)


def test_an_official_comes_by_a_link_of_two_and_then_only_with_the_passkey(
    someone: Page,
) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, since=timezone.now() - timedelta(days=1))
    someone.goto(enrolment_address(user))
    someone.locator("main form button[type=submit]").click()
    someone.wait_for_url("**/cuenta/llaves/agregar/")
    add_passkey(someone)

    sign_out(someone)
    someone.goto("/cuenta/entrar/")
    with someone.expect_response(
        lambda answer: answer.status == 302 and answer.request.method == "POST"
    ) as came:
        someone.locator("#passkey_login").click()

    assert came.value.headers["location"] == "/portal/funcionarios/"


def test_a_fresh_proof_is_asked_and_leads_back_to_where_one_was(someone: Page) -> None:
    create_account(someone, "prueba@example.org")
    add_passkey(someone)

    someone.goto("/cuenta/confirmar/?next=/cuenta/sesiones/")
    assert path_of(someone) == "/cuenta/reautenticar/llave/"
    someone.locator("#mfa_webauthn_reauthenticate").click()

    someone.wait_for_url("**/cuenta/sesiones/")
    expect(someone.locator("main li")).to_have_count(1)


def test_one_session_ends_another_from_its_list(
    someone: Page, browser: Browser, accounts_site: str
) -> None:
    create_account(someone, "dos@example.org")
    other = browser.new_context(base_url=accounts_site, locale="es-CL").new_page()
    other.goto("/cuenta/entrar/")
    other.get_by_label("Correo").fill("dos@example.org")
    other.locator("main form.account__form button[type=submit]").first.click()
    other.locator("main input[name=code]").fill(code_sent_to("dos@example.org"))
    other.locator("main form button[type=submit]").first.click()
    other.wait_for_url("**/cuenta/")

    someone.goto("/cuenta/sesiones/")
    expect(someone.locator("main li")).to_have_count(2)
    someone.locator("main li form button").click()
    expect(someone.locator("main li")).to_have_count(1)

    other.goto("/cuenta/")
    assert path_of(other) == "/cuenta/entrar/"
    other.context.close()


def test_clave_unica_and_back_and_no_run_anywhere(someone: Page) -> None:
    chosen = PEOPLE[0]
    addresses: list[str] = []
    someone.on("request", lambda request: addresses.append(request.url))
    go_to_clave_unica(someone)
    someone.get_by_role("button", name=chosen.name).click()
    someone.wait_for_url("**/cuenta/clave-unica/correo/")
    someone.get_by_label("Correo").fill("rosa@example.org")
    someone.locator("main form button[type=submit]").click()
    someone.locator("main input[name=code]").fill(code_sent_to("rosa@example.org"))
    someone.locator("main form button[type=submit]").first.click()
    someone.wait_for_url("**/cuenta/")
    expect(someone.locator("main")).to_contain_text(chosen.name)

    kept = SocialAccount.objects.get()
    assert re.fullmatch("[0-9a-f]{64}", kept.uid)
    assert kept.extra_data == {}
    number = str(chosen.number)
    assert not [one for one in addresses if number in one]
    assert not [one for one in Session.objects.all() if number in str(one.get_decoded())]

    sign_out(someone)
    go_to_clave_unica(someone)
    someone.get_by_role("button", name=chosen.name).click()
    someone.wait_for_url("**/cuenta/")
    assert SocialAccount.objects.count() == 1


def go_to_clave_unica(page: Page) -> None:
    page.goto("/cuenta/entrar/")
    page.get_by_role("link", name="ClaveÚnica").click()
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/clave-unica-ficticia/authorize/**")


def test_turning_back_from_clave_unica_says_so_and_signs_nobody_in(someone: Page) -> None:
    go_to_clave_unica(someone)
    someone.locator("button[value=cancel]").click()

    someone.wait_for_url("**/cuenta/clave-unica/cancelada/")
    someone.goto("/cuenta/")
    assert path_of(someone) == "/cuenta/entrar/"


ANYBODYS = (
    "/cuenta/entrar/",
    "/en/cuenta/entrar/",
    "/cuenta/entrar/codigo/",
    "/cuenta/crear/",
    "/cuenta/cerrada/",
    "/cuenta/salir/",
    "/cuenta/clave-unica/entrar/",
    "/cuenta/clave-unica/cancelada/",
    "/cuenta/clave-unica/error/",
    "/cuenta/inscripcion/no-es/",
)
ONES_OWN = (
    "/cuenta/",
    "/en/cuenta/",
    "/cuenta/correo/",
    "/cuenta/factores/",
    "/cuenta/llaves/",
    "/cuenta/llaves/agregar/",
    "/cuenta/aplicacion/activar/",
    "/cuenta/respaldo/",
    "/cuenta/respaldo/renovar/",
    "/cuenta/sesiones/",
    "/cuenta/clave-unica/",
    "/cuenta/reautenticar/llave/",
    "/cuenta/reautenticar/codigo/",
    "/cuenta/salir/",
)


def faults_of(page: Page) -> list[str]:
    """What is wrong with the page in hand, at a desk and on a telephone, by day and by night."""
    page.evaluate(Axe().axe_script)
    found = []
    for size in (DESK, TELEPHONE):
        look(page, size)
        found += page.evaluate(FAULTS, RULES) + page.evaluate(SMALL_TARGETS)
        found += page.evaluate(TOO_WIDE)
        look(page, size, "dark")
        found += page.evaluate(FAULTS, RULES_OF_COLOUR)
    return [f"{path_of(page)} {one}" for one in found]


def test_axe_finds_no_fault_where_anybody_may_come(someone: Page) -> None:
    found = []
    for path in ANYBODYS:
        someone.goto(path)
        assert path_of(someone) in (path, "/"), path
        found += faults_of(someone)
    go_to_clave_unica(someone)

    assert found + faults_of(someone) == []


def test_axe_finds_no_fault_in_ones_own_pages(someone: Page) -> None:
    create_account(someone, "todo@example.org")
    add_passkey(someone)
    found = faults_of(someone)
    for path in ONES_OWN:
        someone.goto(path)
        assert path_of(someone) == path
        found += faults_of(someone)
    key = Authenticator.objects.get(user__email="todo@example.org", type="webauthn").pk
    for path in (f"/cuenta/llaves/{key}/quitar/", f"/cuenta/llaves/{key}/nombrar/"):
        someone.goto(path)
        assert path_of(someone) == path
        found += faults_of(someone)

    assert found == []
