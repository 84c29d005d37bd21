"""Signing in without a browser: what is said to whom, what is limited, and what the ledger keeps."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import authenticate
from django.core import mail
from django.core.cache import cache
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import timezone

from accounts.adapters import FactorAdapter
from accounts.ledger.models import LedgerEntry
from accounts.models import User
from accounts.roles import Role
from accounts.urls import urlpatterns
from tests.accounts.signing_in import person, sign_in

pytestmark = pytest.mark.django_db
PASSKEY = {"name": "Llave"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture(autouse=True)
def nothing_counted_before() -> None:
    cache.clear()


def said(client: Client, path: str, address: str) -> tuple[object, ...]:
    """Everything of an answer, and of the page after it, that could tell one address from another."""
    first = client.post(path, {"login": address, "email": address})
    after = client.get(first.headers.get("Location", path))
    body = TOKEN.sub("", after.content.decode()).replace(address, "ADDRESS")
    return first.status_code, first.headers.get("Location"), first.content, after.status_code, body


def code_in_mail() -> str:
    found = re.search(r"^([A-Z0-9-]{6,9})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize("path", ["/cuenta/entrar/", "/cuenta/entrar/codigo/", "/cuenta/crear/"])
def test_an_address_with_an_account_is_answered_as_one_without(path: str) -> None:
    person("conocida", since=timezone.now())

    known = said(Client(), path, "conocida@senado.example")
    unknown = said(Client(), path, "inventada@senado.example")

    assert known == unknown
    assert [len(one.to) for one in mail.outbox] == [1, 1]


def test_asking_for_an_account_that_exists_tells_its_mailbox_alone() -> None:
    person("conocida", since=timezone.now())

    Client().post("/cuenta/crear/", {"email": "conocida@senado.example"})

    assert "http://testserver/cuenta/entrar/" in mail.outbox[0].body
    assert User.objects.count() == 1


@pytest.mark.parametrize("path", ["/cuenta/", "/en/cuenta/"])
def test_the_pages_of_an_account_send_to_sign_in_whoever_is_not(client: Client, path: str) -> None:
    for page in ("", "llaves/", "sesiones/", "factores/", "correo/", "respaldo/", "confirmar/"):
        answer = client.get(f"{path}{page}")
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(f"{path}entrar/")


def test_staff_who_come_by_a_code_are_told_that_a_passkey_is_missing(client: Client) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, since=timezone.now() - timedelta(days=1))
    client.post("/cuenta/entrar/", {"login": user.email})

    answer = client.post("/cuenta/entrar/codigo/confirmar/", {"code": code_in_mail()})

    assert answer.headers["Location"] == "/cuenta/"
    assert "notice--stop" in client.get("/cuenta/").content.decode()


def test_sign_ins_of_staff_are_in_the_ledger_and_those_of_citizens_are_not(client: Client) -> None:
    staff = person("redactora", Role.DRAFTING_OFFICIAL, since=timezone.now() - timedelta(days=1))
    citizen = person("vecina", since=timezone.now())
    for user in (citizen, staff):
        Client().post("/cuenta/entrar/", {"login": user.email})
        fresh = Client()
        fresh.post("/cuenta/entrar/", {"login": user.email})
        fresh.post("/cuenta/entrar/codigo/confirmar/", {"code": code_in_mail()})

    entry = LedgerEntry.objects.get()
    assert (entry.act, entry.object_key, entry.actor_id) == (
        "account.signed_in",
        str(staff.pk),
        staff.pk,
    )
    assert json.loads(entry.payload)["data"] == {"methods": ["code"]}
    assert staff.email not in entry.payload


def test_a_code_serves_three_tries(client: Client) -> None:
    user = person("vecina", since=timezone.now())
    client.post("/cuenta/entrar/", {"login": user.email})
    right = code_in_mail()

    for _attempt in range(3):
        client.post("/cuenta/entrar/codigo/confirmar/", {"code": "ZZZZZZ"})
    client.post("/cuenta/entrar/codigo/confirmar/", {"code": right})

    assert client.get("/cuenta/").status_code == 302


def test_whoever_holds_a_factor_is_asked_for_it_after_the_code(client: Client) -> None:
    user = person("vecina", since=timezone.now())
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    client.post("/cuenta/entrar/", {"login": user.email})

    answer = client.post("/cuenta/entrar/codigo/confirmar/", {"code": code_in_mail()})

    assert answer.headers["Location"] == "/cuenta/entrar/segundo-factor/"
    assert client.get("/cuenta/").status_code == 302


def test_a_recovery_code_lets_staff_in_to_mend_and_to_no_portal(client: Client) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, since=timezone.now() - timedelta(days=1))
    TOTP.activate(user, generate_totp_secret())
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    client.post("/cuenta/entrar/", {"login": user.email})
    client.post("/cuenta/entrar/codigo/confirmar/", {"code": code_in_mail()})

    answer = client.post("/cuenta/entrar/segundo-factor/", {"code": code})

    assert answer.headers["Location"] == "/cuenta/"
    assert "portal/funcionarios" not in client.get("/cuenta/").content.decode()
    assert LedgerEntry.objects.get(act="account.signed_in").payload.count("recovery_codes") == 1


def test_secrets_of_factors_are_encrypted_and_read_after_the_key_is_changed() -> None:
    user = person("vecina", since=timezone.now())
    secret = generate_totp_secret()
    with override_settings(SECRET_KEY="the first one"):
        TOTP.activate(user, secret)
    kept = Authenticator.objects.get(user=user).data["secret"]

    assert secret not in kept
    with override_settings(SECRET_KEY="the next one", SECRET_KEY_FALLBACKS=["the first one"]):
        assert FactorAdapter().decrypt(kept) == secret


def attempt(address: str, ip: str) -> None:
    request = RequestFactory().post("/cuenta/entrar/", REMOTE_ADDR=ip)
    authenticate(request, email=address, password="x")


def is_locked(address: str, ip: str) -> bool:
    request = RequestFactory().post("/cuenta/entrar/", REMOTE_ADDR=ip)
    return not AxesProxyHandler.is_allowed(request, {"email": address.upper()})


@pytest.mark.parametrize("address", ["conocida@senado.example", "inventada@senado.example"])
def test_attempts_lock_out_who_makes_them_and_nobody_else(address: str) -> None:
    person("conocida", since=timezone.now())
    for _attempt in range(10):
        attempt(address, "203.0.113.7")

    assert is_locked(address, "203.0.113.7")
    assert not is_locked(address, "203.0.113.8")
    assert not is_locked("otra@senado.example", "203.0.113.7")


def test_the_page_to_sign_in_holds_no_password(client: Client) -> None:
    page = client.get("/cuenta/entrar/").content.decode()

    assert 'type="password"' not in page
    assert client.get("/cuenta/password/reset/").status_code == 404


def test_a_disabled_account_is_answered_as_any_and_signs_nobody_in(client: Client) -> None:
    user = person("cerrada", since=timezone.now())
    User.objects.update(is_active=False)

    closed = said(client, "/cuenta/entrar/", user.email)

    assert closed == said(Client(), "/cuenta/entrar/", "inventada@senado.example")
    assert client.get("/cuenta/").status_code == 302


def test_one_cannot_end_the_session_of_another(client: Client) -> None:
    sign_in(client, person("una", since=timezone.now()), code_at=timezone.now())

    assert client.post("/cuenta/sesiones/999/terminar/").status_code == 404
    assert client.get("/cuenta/sesiones/999/terminar/").status_code == 405


@pytest.mark.parametrize("elsewhere", ["https://mal.example/", "//mal.example/", "javascript:1"])
def test_after_confirming_one_goes_nowhere_else(client: Client, elsewhere: str) -> None:
    sign_in(client, person("una", since=timezone.now()), code_at=timezone.now())

    answer = client.get("/cuenta/confirmar/", {"next": elsewhere})

    assert answer.headers["Location"] == "/cuenta/reautenticar/llave/?next=%2Fcuenta%2F"


def test_every_address_of_staff_is_one_that_was_confirmed() -> None:
    user = person("redactora", since=timezone.now())

    assert EmailAddress.objects.get(user=user).verified


def test_too_many_codes_for_one_address_are_refused_alike_whether_it_has_an_account() -> None:
    person("conocida", since=timezone.now())
    refusals = []
    for local in ("conocida", "inventada"):
        address = f"{local}@senado.example"
        answers = [Client().post("/cuenta/entrar/", {"login": address}) for _time in range(4)]
        assert [one.status_code for one in answers] == [302, 302, 302, 200]
        page = TOKEN.sub("", answers[-1].content.decode())
        assert "field__err" in page
        refusals.append(page.replace(address, "ADDRESS"))

    assert refusals[0] == refusals[1]


def test_too_many_requests_are_answered_in_our_own_page(client: Client) -> None:
    statuses = [client.post("/cuenta/entrar/llave/").status_code for _time in range(11)]
    page = client.post("/cuenta/entrar/llave/").content.decode()

    assert statuses == [302] * 10 + [429]
    assert '<main id="contenido"' in page


def addresses() -> list[str]:
    """Every address of an account, with something in the place of what varies."""
    filled = {"token": "no-es", "pk": 999}
    return [
        reverse(one.name, kwargs={key: filled[key] for key in one.pattern.converters})
        for one in urlpatterns
    ]


@pytest.mark.parametrize("is_signed_in", [False, True], ids=["anybody", "signed in"])
def test_every_address_answers_and_says_no_more_than_it_should(
    client: Client, is_signed_in: bool
) -> None:
    if is_signed_in:
        sign_in(client, person("vecina", since=timezone.now()), code_at=timezone.now())

    for address in addresses():
        for ask in (client.get, client.post):
            if is_signed_in and ask is client.post and address.endswith(("/salir/", "/no-es/")):
                continue
            answer = ask(address)
            assert answer.status_code in {200, 302, 401, 404, 405, 422}, (
                address,
                answer.status_code,
            )
            location = answer.headers.get("Location", "/").removeprefix("http://testserver")
            assert location.startswith("/"), (address, location)


def test_passkeys_may_be_used_on_our_own_pages_alone(client: Client) -> None:
    policy = client.get("/cuenta/entrar/").headers["Permissions-Policy"]

    assert "publickey-credentials-get=(self)" in policy
    assert "publickey-credentials-create=(self)" in policy


@pytest.mark.parametrize("sessions", [1, 4])
def test_a_page_of_one_s_own_asks_little_whatever_one_has(
    client: Client, django_assert_max_num_queries: Any, sessions: int
) -> None:
    user = person("vecina", since=timezone.now())
    for _session in range(sessions):
        Authenticator.objects.create(user=user, type="webauthn", data=PASSKEY)
    sign_in(client, user, passkey_at=timezone.now())
    client.get("/cuenta/")

    for page in ("", "llaves/", "factores/", "correo/", "clave-unica/"):
        with django_assert_max_num_queries(8):
            assert client.get(f"/cuenta/{page}").status_code == 200, page
