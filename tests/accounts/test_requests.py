"""Who asks: what a session shows of somebody, by how it was proved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings

from accounts.models import User
from accounts.requests import ENTERED_AT, actor_of
from accounts.roles import Role
from tests.accounts.signing_in import person, sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=30)


def asked_by(user: User | AnonymousUser, client: Client | None = None) -> HttpRequest:
    request = RequestFactory().get("/portal/funcionarios/")
    request.user = user
    request.session = client.session if client else SessionStore()
    return request


def test_nobody_asks_where_nobody_is_signed_in() -> None:
    assert actor_of(asked_by(AnonymousUser()), NOW) is None


def test_a_disabled_account_is_nobody(client: Client) -> None:
    user = person("quien", Role.AUDITOR, since=BEFORE)
    sign_in(client, user, passkey_at=NOW)
    user.is_active = False

    assert actor_of(asked_by(user, client), NOW) is None


def test_a_code_by_mail_shows_a_citizen_whatever_the_account_holds(client: Client) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, Role.SENATOR, since=BEFORE)
    sign_in(client, user, code_at=NOW)

    actor = actor_of(asked_by(user, client), NOW)

    assert actor is not None
    assert (actor.roles, actor.confirmed_at) == (frozenset({Role.CITIZEN}), None)


def test_a_passkey_shows_what_the_account_holds_and_when_it_was_proved(client: Client) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, since=BEFORE, name="Amanda R.")
    sign_in(client, user, code_at=NOW, passkey_at=NOW - timedelta(minutes=2))

    actor = actor_of(asked_by(user, client), NOW)

    assert actor is not None
    assert actor.user_id == user.pk
    assert actor.name == "Amanda R."
    assert actor.roles == {Role.DRAFTING_OFFICIAL, Role.CITIZEN}
    assert actor.confirmed_at == NOW - timedelta(minutes=2)
    assert actor.confirmed_by(NOW)
    assert not actor.confirmed_by(NOW + timedelta(minutes=4))


def test_the_passkey_of_another_account_in_the_same_session_proves_nothing(client: Client) -> None:
    mine, theirs = (person(one, Role.QUALITY, since=BEFORE) for one in ("yo", "otra"))
    sign_in(client, theirs, passkey_at=NOW)

    actor = actor_of(asked_by(mine, client), NOW)

    assert actor is not None
    assert actor.roles == {Role.CITIZEN}


def test_a_role_that_ended_is_not_shown(client: Client) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, since=BEFORE)
    user.role_assignments.update(during=(BEFORE, NOW))
    sign_in(client, user, passkey_at=NOW)

    actor = actor_of(asked_by(user, client), NOW)

    assert actor is not None
    assert actor.roles == {Role.CITIZEN}


@pytest.mark.parametrize(
    ("is_allowed", "roles"),
    [(True, {Role.AUDITOR, Role.CITIZEN}), (False, {Role.CITIZEN})],
    ids=["in the demonstration", "anywhere else"],
)
def test_the_mark_of_entering_counts_only_where_entering_is_allowed(
    client: Client, is_allowed: bool, roles: set[Role]
) -> None:
    user = person("auditora", Role.AUDITOR, since=BEFORE)
    sign_in(client, user)
    session = client.session
    session[ENTERED_AT] = NOW.timestamp()
    session.save()

    with override_settings(DEMONSTRATION_ENTERING=is_allowed):
        actor = actor_of(asked_by(user, client), NOW)

    assert actor is not None
    assert actor.roles == roles
