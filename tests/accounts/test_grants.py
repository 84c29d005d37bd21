"""Rights over one thing: given, held, taken back; and nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from guardian.models import UserObjectPermission

from accounts import grants
from accounts.actors import SYSTEM, Actor
from accounts.decisions import NotPermitted
from accounts.errors import AccountRule
from accounts.grants import ADVISE_SENATOR, SERVE_COMMITTEE
from accounts.ledger.models import LedgerEntry
from accounts.models import User
from accounts.roles import Role
from accounts.selectors import actor_for
from accounts.services import end_right, give_right
from legislation.people.enums import Chamber
from legislation.people.models import Committee
from tests.accounts.signing_in import person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
def health() -> Committee:
    return Committee.objects.create(name="Salud", slug="salud", chamber=Chamber.SENATE)


@pytest.fixture
def finance() -> Committee:
    return Committee.objects.create(name="Hacienda", slug="hacienda", chamber=Chamber.SENATE)


@pytest.fixture
def secretary() -> User:
    return person("secretaria", since=NOW)


def actor(user: User) -> Actor:
    return actor_for(user, at=NOW)


def test_a_right_is_over_the_thing_it_was_given_for_and_no_other(
    secretary: User, health: Committee, finance: Committee
) -> None:
    grants.give(secretary, SERVE_COMMITTEE, health)
    grants.give(secretary, SERVE_COMMITTEE, health)

    assert grants.holds(actor(secretary), SERVE_COMMITTEE, health)
    assert not grants.holds(actor(secretary), SERVE_COMMITTEE, finance)
    assert not grants.holds(actor(secretary), ADVISE_SENATOR, health)
    assert not grants.holds(actor(person("otra", since=NOW)), SERVE_COMMITTEE, health)


def test_a_right_taken_back_is_not_held(secretary: User, health: Committee) -> None:
    grants.give(secretary, SERVE_COMMITTEE, health)
    grants.revoke(secretary, SERVE_COMMITTEE, health)
    grants.revoke(secretary, SERVE_COMMITTEE, health)

    assert not grants.holds(actor(secretary), SERVE_COMMITTEE, health)


def test_those_who_hold_a_right_and_what_they_hold_it_over(
    secretary: User, health: Committee, finance: Committee
) -> None:
    other = person("ayudante", since=NOW)
    grants.give(secretary, SERVE_COMMITTEE, health)
    grants.give(other, SERVE_COMMITTEE, health)
    grants.give(other, SERVE_COMMITTEE, finance)

    everything = Committee.objects.order_by("name")
    assert grants.holders_of(SERVE_COMMITTEE, health) == [other, secretary]
    assert list(grants.objects_of(actor(other), SERVE_COMMITTEE, everything)) == [finance, health]
    assert list(grants.objects_of(actor(secretary), SERVE_COMMITTEE, everything)) == [health]


def test_a_closed_account_and_the_system_hold_nothing(secretary: User, health: Committee) -> None:
    grants.give(secretary, SERVE_COMMITTEE, health)
    asked = actor(secretary)
    User.objects.update(is_active=False, is_superuser=True)

    assert not grants.holds(asked, SERVE_COMMITTEE, health)
    assert not grants.holds(SYSTEM, SERVE_COMMITTEE, health)
    assert grants.holders_of(SERVE_COMMITTEE, health) == []
    assert list(grants.objects_of(asked, SERVE_COMMITTEE, Committee.objects.all())) == []
    assert list(grants.objects_of(SYSTEM, SERVE_COMMITTEE, Committee.objects.all())) == []


@pytest.fixture
def administrator() -> Actor:
    user = person("informatica", Role.IT_ADMINISTRATOR, since=NOW)
    return actor_for(user, at=NOW, confirmed_at=NOW)


def test_an_administrator_gives_and_ends_a_right_and_the_ledger_says_so(
    administrator: Actor, health: Committee
) -> None:
    user = person("secretaria", Role.COMMITTEE_SECRETARY, since=NOW)

    give_right(user_id=user.pk, permission=SERVE_COMMITTEE, obj=health, actor=administrator, at=NOW)
    assert grants.holds(actor(user), SERVE_COMMITTEE, health)
    end_right(user_id=user.pk, permission=SERVE_COMMITTEE, obj=health, actor=administrator, at=NOW)
    assert not grants.holds(actor(user), SERVE_COMMITTEE, health)

    said = LedgerEntry.objects.order_by("sequence").values_list("act", "object_key", "others")
    touched = [f"committee:{health.pk}"]
    assert list(said) == [
        ("grant.given", str(user.pk), touched),
        ("grant.ended", str(user.pk), touched),
    ]


@pytest.mark.parametrize(
    ("role", "permission"),
    [
        (Role.QUALITY, SERVE_COMMITTEE),
        (Role.COMMITTEE_SECRETARY, ADVISE_SENATOR),
        (Role.COMMITTEE_SECRETARY, "legislation.delete_bill"),
    ],
)
def test_a_right_without_its_role_is_not_given(
    administrator: Actor, health: Committee, role: Role, permission: str
) -> None:
    user = person("quien", role, since=NOW)

    with pytest.raises(AccountRule):
        give_right(user_id=user.pk, permission=permission, obj=health, actor=administrator, at=NOW)

    assert not UserObjectPermission.objects.exists()
    assert not LedgerEntry.objects.exists()


def test_a_right_is_neither_given_twice_nor_ended_when_it_is_not_held(
    administrator: Actor, health: Committee
) -> None:
    user = person("secretaria", Role.COMMITTEE_SECRETARY, since=NOW)
    asked = {"user_id": user.pk, "permission": SERVE_COMMITTEE, "obj": health}

    with pytest.raises(AccountRule):
        end_right(**asked, actor=administrator, at=NOW)
    give_right(**asked, actor=administrator, at=NOW)
    with pytest.raises(AccountRule):
        give_right(**asked, actor=administrator, at=NOW)

    assert LedgerEntry.objects.count() == 1


def test_whoever_is_no_administrator_gives_no_right(health: Committee) -> None:
    user = person("secretaria", Role.COMMITTEE_SECRETARY, since=NOW)
    other = actor_for(person("otra", Role.AUDITOR, since=NOW), at=NOW, confirmed_at=NOW)

    with pytest.raises(NotPermitted):
        give_right(user_id=user.pk, permission=SERVE_COMMITTEE, obj=health, actor=other, at=NOW)

    assert not UserObjectPermission.objects.exists()
