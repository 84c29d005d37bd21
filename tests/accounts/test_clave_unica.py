"""ClaveÚnica: the RUN's digit, what stands for it, and every way in which an answer may be wrong."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.core import context
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import ProviderException
from django.test import Client, RequestFactory, override_settings
from hypothesis import given
from hypothesis import strategies as some

from accounts.clave_unica.exchange import NONCE, _check_nonce
from accounts.clave_unica.fake.people import PEOPLE
from accounts.clave_unica.provider import ClaveUnicaProvider, key, uid_of
from accounts.clave_unica.run import InvalidRun, blinded, check_digit, checked_run
from accounts.models import User

SECRET = "fictional" * 4


@pytest.mark.parametrize(
    ("number", "digit"),
    [(12_345_678, "5"), (11_111_111, "1"), (1_000_005, "K"), (44_444_444, "4"), (1, "9")],
)
def test_the_digit_of_a_run_is_the_one_that_the_rule_gives(number: int, digit: str) -> None:
    assert check_digit(number) == digit
    assert checked_run(number, digit.lower()) == f"{number}-{digit}"


@given(some.integers(1, 99_999_999), some.integers(0, 7), some.integers(1, 9))
def test_one_wrong_figure_is_always_noticed(number: int, place: int, change: int) -> None:
    figures = [int(one) for one in f"{number:08d}"]
    figures[place] = (figures[place] + change) % 10
    wrong = int("".join(map(str, figures)))

    assert check_digit(wrong) != check_digit(number)


@pytest.mark.parametrize(
    ("number", "digit"),
    [
        (12_345_678, "K"),
        (12_345_678, ""),
        ("", "5"),
        (0, "0"),
        (-1, "9"),
        (123_456_789, "2"),
        ("12.345.678", "5"),
        ("１２３４５６７８", "5"),
        ("12345678x", "5"),
        (None, "0"),
        (True, "9"),
        (12_345_678.0, "5"),
    ],
)
def test_what_is_no_run_is_refused_without_being_repeated(number: object, digit: object) -> None:
    with pytest.raises(InvalidRun) as refused:
        checked_run(number, digit)

    assert not [one for one in str(refused.value) if one.isdigit()]


def test_what_stands_for_a_run_depends_on_the_key_and_says_nothing_of_it() -> None:
    mark = blinded("12345678-5", b"one")

    assert len(mark) == 64
    assert mark == blinded("12345678-5", b"one") != blinded("12345678-5", b"other")
    assert "12345678" not in mark


def test_the_key_is_its_own_where_it_is_set() -> None:
    with override_settings(CLAVE_UNICA_KEY="", SECRET_KEY="one"):
        derived = key()
    with override_settings(CLAVE_UNICA_KEY="k" * 32, SECRET_KEY="one"):
        own = key()
    with override_settings(CLAVE_UNICA_KEY="k" * 32, SECRET_KEY="other"):
        assert key() == own
    assert derived != own
    assert len(own) == len(derived) == 32


def provider() -> ClaveUnicaProvider:
    return ClaveUnicaProvider(RequestFactory().get("/"), app=object())


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"RolUnico": None},
        {"RolUnico": "12345678-5"},
        {"RolUnico": {"numero": 12_345_678}},
        {"RolUnico": {"numero": 12_345_678, "DV": "4"}},
        {"sub": "12345678-5"},
    ],
)
def test_an_answer_without_a_right_run_is_nobody(answer: dict[str, Any]) -> None:
    with pytest.raises(ProviderException) as refused:
        provider().extract_uid(answer)

    assert "12345678" not in str(refused.value)


def test_of_an_answer_only_the_mark_and_the_name_are_taken() -> None:
    answer = {
        "sub": "1",
        "RolUnico": {"numero": 12_345_678, "DV": "5", "tipo": "RUN"},
        "name": {"nombres": ["Ana", "María"], "apellidos": ["Soto", "Rey"]},
        "email": "ana@example.org",
    }

    assert provider().extract_uid(answer) == uid_of("12345678", "5")
    assert provider().extract_extra_data(answer) == {}
    assert provider().extract_common_fields(answer) == {"name": "Ana María Soto Rey"}


@pytest.mark.parametrize("name", [None, "Ana", {}, {"nombres": "Ana"}, {"nombres": [1, None]}])
def test_a_name_that_is_not_as_promised_is_no_name(name: object) -> None:
    assert provider().extract_common_fields({"name": name}) == {"name": ""}


def test_the_answer_must_bring_back_our_number() -> None:
    right = jwt.encode({"nonce": "ours"}, SECRET, algorithm="HS256")

    _check_nonce(right, "ours")
    for token, nonce in ((right, "another"), (right, ""), ("not.a.token", "ours")):
        with pytest.raises(ProviderException):
            _check_nonce(token, nonce)


@pytest.mark.django_db
def test_we_ask_with_state_nonce_and_challenge_and_for_no_more_than_we_need(
    client: Client,
) -> None:
    answer = client.post("/cuenta/clave-unica/entrar/?scope=email&auth_params=prompt=none")
    asked = parse_qs(urlsplit(answer.headers["Location"]).query)

    assert set(asked) == {
        "client_id",
        "redirect_uri",
        "scope",
        "response_type",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
    }
    assert set(asked["scope"][0].split()) == {"openid", "run", "name"}
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["nonce"] == [client.session[NONCE]]
    assert asked["redirect_uri"] == ["http://testserver/cuenta/clave-unica/respuesta/"]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?code=x&state=invented", "?error=server_error&state=x"])
def test_an_answer_that_nobody_asked_for_signs_nobody_in(client: Client, query: str) -> None:
    answer = client.get(f"/cuenta/clave-unica/respuesta/{query}")

    assert "ClaveÚnica" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert User.objects.count() == SocialAccount.objects.count() == 0


@pytest.mark.django_db
def test_the_fictional_one_gives_a_token_only_for_its_own_code_and_challenge(
    client: Client,
) -> None:
    asked = urlsplit(client.post("/cuenta/clave-unica/entrar/").headers["Location"])
    address = f"{asked.path}?{asked.query}"
    back = client.post(address, {"person": PEOPLE[0].number}).headers["Location"]
    code = parse_qs(urlsplit(back).query)["code"][0]
    given = {
        "grant_type": "authorization_code",
        "client_secret": "fictional",
        "client_id": "senado",
        "redirect_uri": "http://testserver/cuenta/clave-unica/respuesta/",
        "code": code,
        "code_verifier": "another",
    }

    for wrong in ({}, {"code": f"{code}x"}, {"client_secret": "x"}, {"redirect_uri": "x"}):
        answer = client.post("/clave-unica-ficticia/token/", {**given, **wrong})
        assert (answer.status_code, answer.json()) == (400, {"error": "invalid_grant"})
    assert client.post("/clave-unica-ficticia/userinfo/").status_code == 401
    assert client.get("/clave-unica-ficticia/userinfo/").status_code == 405


@pytest.mark.django_db
def test_the_fictional_one_sends_nobody_elsewhere(client: Client) -> None:
    elsewhere = (
        "/clave-unica-ficticia/authorize/?response_type=code&redirect_uri=https://mal.example/"
    )

    assert client.get(elsewhere).status_code == 400
    assert client.post(elsewhere, {"person": PEOPLE[0].number}).status_code == 400


def test_where_it_is_not_set_up_it_is_not_offered(client: Client, db: None) -> None:
    with override_settings(CLAVE_UNICA_IS_FAKE=False, CLAVE_UNICA_CLIENT_ID=""):
        assert "ClaveÚnica" not in client.get("/cuenta/entrar/").content.decode()
    assert "ClaveÚnica" in client.get("/cuenta/entrar/").content.decode()


def test_a_refusal_leaves_no_number_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with context.request_context(RequestFactory().get("/")), pytest.raises(ProviderException):
        provider().extract_uid({"RolUnico": {"numero": 12_345_678, "DV": "4"}})

    assert "12345678" not in caplog.text
