"""How long a session lives, by whose it is; and where it is looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.middleware import SEEN_AT
from accounts.requests import BEGAN_AT
from accounts.roles import Role
from accounts.sessions import EVERYBODY, IT_ADMINISTRATORS, Limits, is_over, limits_for
from tests.accounts.signing_in import person, sign_in

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


def test_the_limits_are_those_that_were_declared() -> None:
    assert Limits(30 * MINUTE, 12 * HOUR) == EVERYBODY
    assert Limits(15 * MINUTE, 8 * HOUR) == IT_ADMINISTRATORS


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_it_administrators_have_the_stricter_limits_and_nobody_else(role: Role) -> None:
    expected = IT_ADMINISTRATORS if role is Role.IT_ADMINISTRATOR else EVERYBODY

    assert limits_for({role}) == expected
    assert limits_for({role, Role.CITIZEN}) == expected


@pytest.mark.parametrize("limits", [EVERYBODY, IT_ADMINISTRATORS])
def test_a_session_ends_one_second_after_its_limits_and_not_before(limits: Limits) -> None:
    def over(began: timedelta, seen: timedelta) -> bool:
        return is_over(limits, began_at=NOW - began, seen_at=NOW - seen, at=NOW)

    assert not over(limits.idle, limits.idle)
    assert over(limits.idle + SECOND, limits.idle + SECOND)
    assert not over(limits.absolute, SECOND)
    assert over(limits.absolute + SECOND, SECOND)


def test_a_session_of_the_future_is_over_unless_clocks_differ_by_little() -> None:
    assert not is_over(EVERYBODY, began_at=NOW + SECOND, seen_at=NOW + SECOND, at=NOW)
    assert is_over(EVERYBODY, began_at=NOW, seen_at=NOW + HOUR, at=NOW)


def aged(client: Client, *, began: timedelta, seen: timedelta) -> None:
    """A session that began and was last seen that long ago."""
    now, session = timezone.now(), client.session
    session[BEGAN_AT] = int((now - began).timestamp())
    session[SEEN_AT] = int((now - seen).timestamp())
    session.save()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "began", "seen", "status"),
    [
        (Role.CITIZEN, HOUR, 29 * MINUTE, 200),
        (Role.CITIZEN, HOUR, 31 * MINUTE, 302),
        (Role.SENATOR, 12 * HOUR - MINUTE, MINUTE, 200),
        (Role.SENATOR, 12 * HOUR + MINUTE, MINUTE, 302),
        (Role.DRAFTING_OFFICIAL, HOUR, 29 * MINUTE, 200),
        (Role.DRAFTING_OFFICIAL, HOUR, 31 * MINUTE, 302),
        (Role.IT_ADMINISTRATOR, HOUR, 14 * MINUTE, 200),
        (Role.IT_ADMINISTRATOR, HOUR, 16 * MINUTE, 302),
        (Role.IT_ADMINISTRATOR, 8 * HOUR + MINUTE, MINUTE, 302),
    ],
)
def test_a_session_over_is_signed_out_and_sent_to_sign_in(
    client: Client, role: Role, began: timedelta, seen: timedelta, status: int
) -> None:
    user = person("quien", role, since=NOW - timedelta(days=3650))
    sign_in(client, user, passkey_at=timezone.now())
    aged(client, began=began, seen=seen)

    answer = client.get("/cuenta/")

    assert answer.status_code == status
    if status == 302:
        expected = "/cuenta/entrar/?next=%2Fcuenta%2F&sesion=vencida"
        assert answer.headers["Location"] == expected
        assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_using_a_session_keeps_it_and_is_written_once_a_minute_at_most(client: Client) -> None:
    sign_in(client, person("quien", since=NOW), code_at=timezone.now())
    aged(client, began=HOUR, seen=30 * SECOND)
    before = client.session[SEEN_AT]
    client.get("/cuenta/")
    assert client.session[SEEN_AT] == before

    aged(client, began=HOUR, seen=2 * MINUTE)
    client.get("/cuenta/")
    assert timezone.now().timestamp() - client.session[SEEN_AT] < 60


@pytest.mark.django_db
def test_private_pages_are_kept_by_nobody(client: Client) -> None:
    for path in ("/cuenta/", "/cuenta/entrar/", "/en/cuenta/entrar/"):
        assert "no-store" in client.get(path).headers["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("cookie", ["", "x", "a" * 32, "ñ" * 40])
def test_a_public_page_takes_no_notice_of_a_session(client: Client, cookie: str) -> None:
    clean = client.get("/aprender/glosario/")
    if cookie:
        client.cookies["sesion"] = cookie

    answer = client.get("/aprender/glosario/")

    assert answer.status_code == 200
    assert answer.content == clean.content
    assert answer.headers["Cache-Control"] == clean.headers["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.django_db
def test_a_public_page_asks_the_same_of_the_database_whoever_is_signed_in(client: Client) -> None:
    path = "/aprender/glosario/"
    Client().get(path)
    with CaptureQueriesContext(connection) as of_nobody:
        Client().get(path)
    sign_in(client, person("quien", Role.SENATOR, since=NOW), passkey_at=timezone.now())

    with CaptureQueriesContext(connection) as of_somebody:
        answer = client.get(path)

    assert len(of_somebody) == len(of_nobody)
    assert not [one for one in of_somebody.captured_queries if "session" in one["sql"]]
    assert not answer.cookies


@pytest.mark.django_db
def test_signing_out_removes_the_session_itself(client: Client) -> None:
    sign_in(client, person("quien", since=NOW), code_at=timezone.now())
    assert Session.objects.count() == 1

    client.post("/cuenta/salir/")

    assert Session.objects.count() == 0
    assert client.get("/cuenta/").status_code == 302
