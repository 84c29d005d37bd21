"""Giving and ending roles, closing accounts: by whom, to whom, and what the ledger says."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.actors import SYSTEM, Actor
from accounts.decisions import ConfirmationNeeded, NotPermitted
from accounts.errors import AccountRule
from accounts.ledger.models import LedgerEntry
from accounts.models import RoleAssignment, User
from accounts.roles import Role
from accounts.selectors import actor_for, roles_of
from accounts.services import create_staff_account, disable_account, end_role, give_role
from tests.accounts.signing_in import person, sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=30)


@pytest.fixture
def administrator() -> Actor:
    user = person("informatica", Role.IT_ADMINISTRATOR, since=BEFORE)
    return actor_for(user, at=NOW, confirmed_at=NOW)


def said() -> list[tuple[str, str, dict[str, object]]]:
    """The ledger, from its beginning: act, object, data."""
    return [
        (entry.act, f"{entry.object_kind}:{entry.object_key}", json.loads(entry.payload)["data"])
        for entry in LedgerEntry.objects.order_by("sequence")
    ]


def state() -> tuple[int, list[tuple[int, str]], list[tuple[int, bool]]]:
    held = RoleAssignment.objects.order_by("pk").values_list("user_id", "role")
    users = User.objects.order_by("pk").values_list("pk", "is_active")
    return LedgerEntry.objects.count(), list(held), list(users)


def test_a_role_given_is_held_from_then_on_and_is_in_the_ledger(administrator: Actor) -> None:
    user = person("redactora", since=BEFORE)

    given = give_role(user_id=user.pk, role=Role.DRAFTING_OFFICIAL, actor=administrator, at=NOW)

    assert given.given_by_id == administrator.user_id
    assert roles_of(user, at=NOW) == {Role.DRAFTING_OFFICIAL}
    assert roles_of(user, at=NOW - timedelta(seconds=1)) == frozenset()
    assert said() == [
        ("role.given", f"account:{user.pk}", {"role": "DRAFTING_OFFICIAL", "until": None})
    ]


def test_a_role_given_for_a_time_ends_by_itself(administrator: Actor) -> None:
    user = person("suplente", since=BEFORE)
    until = NOW + timedelta(days=1)

    give_role(user_id=user.pk, role=Role.QUALITY, actor=administrator, at=NOW, until=until)

    assert roles_of(user, at=until - timedelta(seconds=1)) == {Role.QUALITY}
    assert roles_of(user, at=until) == frozenset()


@pytest.mark.parametrize(
    "role", [role for role in Role if role is not Role.IT_ADMINISTRATOR], ids=str
)
def test_whoever_is_no_administrator_gives_nothing(role: Role) -> None:
    asker = person("otra", role, since=BEFORE)
    user = person("redactora", since=BEFORE)
    before = state()

    with pytest.raises(NotPermitted, match=r"administradores informáticos|IT administrators"):
        give_role(
            user_id=user.pk,
            role=Role.QUALITY,
            actor=actor_for(asker, at=NOW, confirmed_at=NOW),
            at=NOW,
        )

    assert state() == before


def test_an_administrator_without_a_fresh_passkey_gives_nothing(administrator: Actor) -> None:
    user = person("redactora", since=BEFORE)
    before = state()

    with pytest.raises(ConfirmationNeeded):
        give_role(
            user_id=user.pk,
            role=Role.QUALITY,
            actor=administrator,
            at=NOW + timedelta(minutes=5, seconds=1),
        )

    assert state() == before


def test_nobody_gives_to_themselves(administrator: Actor) -> None:
    assert administrator.user_id is not None
    before = state()

    with pytest.raises(NotPermitted):
        give_role(user_id=administrator.user_id, role=Role.QUALITY, actor=administrator, at=NOW)

    assert state() == before
    refused = pytest.raises(IntegrityError, match="nobody_gives_a_role_to_themselves")
    with refused, transaction.atomic():
        RoleAssignment.objects.create(
            user_id=administrator.user_id,
            role=Role.QUALITY,
            during=(NOW, None),
            given_by_id=administrator.user_id,
        )


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        (Role.AUDITOR, Role.DRAFTING_OFFICIAL),
        (Role.QUALITY, Role.AUDITOR),
        (Role.SENATOR, Role.IT_ADMINISTRATOR),
        (Role.IT_ADMINISTRATOR, Role.APPROVING_OFFICIAL),
        (Role.DRAFTING_OFFICIAL, Role.DRAFTING_OFFICIAL),
    ],
)
def test_roles_that_exclude_each_other_are_never_joined(
    administrator: Actor, held: Role, wanted: Role
) -> None:
    user = person("alguien", held, since=BEFORE)
    before = state()

    with pytest.raises(AccountRule):
        give_role(user_id=user.pk, role=wanted, actor=administrator, at=NOW)

    assert state() == before


def test_a_role_ended_is_kept_as_history_and_ends_every_session_at_once(
    administrator: Actor, client: Client
) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, since=BEFORE)
    sign_in(client, user, passkey_at=NOW)
    assert client.get("/cuenta/").status_code == 200

    end_role(user_id=user.pk, role=Role.DRAFTING_OFFICIAL, actor=administrator, at=NOW)

    assert roles_of(user, at=NOW) == frozenset()
    assert roles_of(user, at=NOW - timedelta(seconds=1)) == {Role.DRAFTING_OFFICIAL}
    assert client.get("/cuenta/").headers["Location"] == "/cuenta/entrar/?next=/cuenta/"
    assert [act for act, *_rest in said()] == ["role.ended"]


def test_a_role_that_is_not_held_cannot_be_ended(administrator: Actor) -> None:
    user = person("redactora", Role.DRAFTING_OFFICIAL, since=BEFORE)
    before = state()

    with pytest.raises(AccountRule):
        end_role(user_id=user.pk, role=Role.SENATOR, actor=administrator, at=NOW)

    assert state() == before


def test_an_account_of_staff_is_made_without_a_password_or_a_passkey(
    administrator: Actor,
) -> None:
    user = create_staff_account(
        email=" Nueva@Senado.example ",
        name="Nueva Persona",
        role=Role.APPROVING_OFFICIAL,
        actor=administrator,
        at=NOW,
    )

    assert (user.email, user.name) == ("nueva@senado.example", "Nueva Persona")
    assert not user.has_usable_password()
    assert roles_of(user, at=NOW) == {Role.APPROVING_OFFICIAL}
    assert said() == [("account.created", f"account:{user.pk}", {"role": "APPROVING_OFFICIAL"})]
    assert "nueva" not in LedgerEntry.objects.get().payload


@pytest.mark.parametrize(
    ("email", "name", "role"),
    [
        ("ya@senado.example", "Otra", Role.QUALITY),
        ("YA@senado.example", "Otra", Role.QUALITY),
        ("no-es-una-direccion", "Otra", Role.QUALITY),
        ("nueva@senado.example", "  ", Role.QUALITY),
        ("nueva@senado.example", "Otra", Role.CITIZEN),
    ],
)
def test_an_account_of_staff_that_cannot_be_is_not_made(
    administrator: Actor, email: str, name: str, role: Role
) -> None:
    person("ya", since=BEFORE)
    before = state()

    with pytest.raises(AccountRule):
        create_staff_account(email=email, name=name, role=role, actor=administrator, at=NOW)

    assert state() == before


def test_an_account_closed_holds_nothing_and_is_nobody_at_once(
    administrator: Actor, client: Client
) -> None:
    user = person("saliente", Role.SENATOR, Role.QUALITY, since=BEFORE)
    sign_in(client, user, passkey_at=NOW)

    disable_account(user_id=user.pk, reason="Dejó el cargo.", actor=administrator, at=NOW)

    user.refresh_from_db()
    assert not user.is_active
    assert list(user.role_assignments.values_list("during__endswith", flat=True)) == [NOW, NOW]
    assert client.get("/cuenta/").status_code == 302
    assert said() == [("account.disabled", f"account:{user.pk}", {"reason": "Dejó el cargo."})]


def test_an_account_is_not_closed_without_saying_why_nor_by_its_own_holder(
    administrator: Actor,
) -> None:
    user = person("quien", Role.QUALITY, since=BEFORE)
    assert administrator.user_id is not None
    before = state()

    with pytest.raises(AccountRule):
        disable_account(user_id=user.pk, reason=" ", actor=administrator, at=NOW)
    with pytest.raises(NotPermitted):
        disable_account(
            user_id=administrator.user_id, reason="Porque sí", actor=administrator, at=NOW
        )

    assert state() == before


def test_the_system_itself_manages_no_accounts() -> None:
    user = person("quien", since=BEFORE)
    before = state()

    with pytest.raises(NotPermitted):
        give_role(user_id=user.pk, role=Role.QUALITY, actor=SYSTEM, at=NOW)

    assert state() == before
