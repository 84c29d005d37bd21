"""Links with which staff add a passkey: two people, once, for a short time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.actors import Actor
from accounts.decisions import NotPermitted
from accounts.errors import AccountRule
from accounts.ledger.models import LedgerEntry
from accounts.models import Enrolment, User
from accounts.roles import Role
from accounts.selectors import actor_for
from accounts.services import (
    approve_enrolment,
    ask_enrolment,
    disable_account,
    first_administrator,
    use_enrolment,
)
from accounts.services.enrolment import LINK_LASTS
from tests.accounts.signing_in import person, sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=30)


def administrator(local: str, at: datetime = NOW) -> Actor:
    user = person(local, Role.IT_ADMINISTRATOR, since=BEFORE)
    return actor_for(user, at=at, confirmed_at=at)


@pytest.fixture
def asks() -> Actor:
    return administrator("informatica.1")


@pytest.fixture
def approves() -> Actor:
    return administrator("informatica.2")


@pytest.fixture
def subject() -> User:
    return person("redactora", Role.DRAFTING_OFFICIAL, since=BEFORE)


def acts() -> list[str]:
    return list(LedgerEntry.objects.order_by("sequence").values_list("act", flat=True))


def test_two_administrators_give_a_link_that_serves_once(
    asks: Actor, approves: Actor, subject: User
) -> None:
    asked = ask_enrolment(user_id=subject.pk, actor=asks, at=NOW)
    token = approve_enrolment(enrolment_id=asked.pk, actor=approves, at=NOW)

    assert use_enrolment(token=token, at=NOW + LINK_LASTS - timedelta(seconds=1)) == subject
    with pytest.raises(AccountRule):
        use_enrolment(token=token, at=NOW + timedelta(minutes=2))

    assert acts() == ["enrolment.asked", "enrolment.approved", "enrolment.used"]
    asked.refresh_from_db()
    assert (asked.asked_by_id, asked.approved_by_id) == (asks.user_id, approves.user_id)
    assert token not in (asked.token_hash or "")
    assert all(token not in entry.payload for entry in LedgerEntry.objects.all())


def test_the_one_who_asked_does_not_approve(asks: Actor, subject: User) -> None:
    asked = ask_enrolment(user_id=subject.pk, actor=asks, at=NOW)

    with pytest.raises(NotPermitted):
        approve_enrolment(enrolment_id=asked.pk, actor=asks, at=NOW)

    asked.refresh_from_db()
    assert (asked.approved_by_id, asked.token_hash) == (None, None)
    assert acts() == ["enrolment.asked"]


def test_an_administrator_neither_asks_nor_approves_for_themselves(
    asks: Actor, approves: Actor
) -> None:
    assert asks.user_id is not None
    assert approves.user_id is not None

    with pytest.raises(NotPermitted):
        ask_enrolment(user_id=asks.user_id, actor=asks, at=NOW)
    asked = ask_enrolment(user_id=approves.user_id, actor=asks, at=NOW)
    with pytest.raises(NotPermitted):
        approve_enrolment(enrolment_id=asked.pk, actor=approves, at=NOW)

    assert acts() == ["enrolment.asked"]


@pytest.mark.parametrize(
    ("asker", "approver", "refused_by"),
    [
        ("redactora", "informatica.2", "nobody_asks_for_their_own_link"),
        ("informatica.1", "redactora", "nobody_approves_their_own_link"),
        ("informatica.1", "informatica.1", "a_link_takes_two_people"),
        ("informatica.1", None, "a_link_exists_once_it_is_approved"),
    ],
)
def test_the_database_itself_refuses_a_link_that_one_person_gave(
    asks: Actor, approves: Actor, subject: User, asker: str, approver: str | None, refused_by: str
) -> None:
    by = {user.email.removesuffix("@senado.example"): user for user in User.objects.all()}

    with pytest.raises(IntegrityError, match=refused_by), transaction.atomic():
        Enrolment.objects.create(
            subject=subject,
            asked_by=by[asker],
            asked_at=NOW,
            approved_by=by.get(approver or ""),
            approved_at=NOW,
            expires_at=NOW + LINK_LASTS,
            token_hash="0" * 64,
        )


def test_a_link_that_came_too_late_or_was_replaced_or_whose_account_closed_does_not_serve(
    asks: Actor, approves: Actor, subject: User
) -> None:
    first = ask_enrolment(user_id=subject.pk, actor=asks, at=NOW)
    replaced = approve_enrolment(enrolment_id=first.pk, actor=approves, at=NOW)
    second = ask_enrolment(user_id=subject.pk, actor=asks, at=NOW)
    token = approve_enrolment(enrolment_id=second.pk, actor=approves, at=NOW)

    for wrong, at in ((replaced, NOW), (token, NOW + LINK_LASTS), ("", NOW), ("x" * 43, NOW)):
        with pytest.raises(AccountRule):
            use_enrolment(token=wrong, at=at)
    disable_account(user_id=subject.pk, reason="Se fue.", actor=asks, at=NOW)
    with pytest.raises(AccountRule):
        use_enrolment(token=token, at=NOW)

    assert "enrolment.used" not in acts()


def test_an_approved_link_is_not_approved_again(
    asks: Actor, approves: Actor, subject: User
) -> None:
    asked = ask_enrolment(user_id=subject.pk, actor=asks, at=NOW)
    token = approve_enrolment(enrolment_id=asked.pk, actor=approves, at=NOW)
    third = administrator("informatica.3")

    with pytest.raises(AccountRule):
        approve_enrolment(enrolment_id=asked.pk, actor=third, at=NOW)

    assert use_enrolment(token=token, at=NOW) == subject


def test_using_a_link_ends_the_factors_and_the_sessions_of_before(
    asks: Actor, approves: Actor, subject: User, client: Client
) -> None:
    sign_in(client, subject, passkey_at=NOW)
    Authenticator.objects.create(user=subject, type=Authenticator.Type.WEBAUTHN, data={})
    asked = ask_enrolment(user_id=subject.pk, actor=asks, at=NOW)
    token = approve_enrolment(enrolment_id=asked.pk, actor=approves, at=NOW)

    use_enrolment(token=token, at=NOW)

    assert not Authenticator.objects.filter(user=subject).exists()
    assert client.get("/cuenta/").status_code == 302


def test_the_page_of_a_link_shows_a_button_and_using_it_opens_the_page_to_add_a_passkey(
    client: Client,
) -> None:
    now = timezone.now()
    asks, approves = (administrator(f"informatica.{one}", at=now) for one in (1, 2))
    subject = person("redactora", Role.DRAFTING_OFFICIAL, since=BEFORE)
    asked = ask_enrolment(user_id=subject.pk, actor=asks, at=now)
    address = (
        f"/cuenta/inscripcion/{approve_enrolment(enrolment_id=asked.pk, actor=approves, at=now)}/"
    )

    assert client.get(address).status_code == 200
    assert client.get("/cuenta/").status_code == 302  # looking uses nothing up
    assert client.post(address).headers["Location"] == "/cuenta/llaves/agregar/"
    assert client.get("/cuenta/llaves/agregar/").status_code == 200
    assert client.post(address).status_code == 422


def test_staff_who_came_by_a_code_alone_may_not_add_a_passkey(client: Client) -> None:
    subject = person("redactora", Role.DRAFTING_OFFICIAL, since=BEFORE)
    sign_in(client, subject, code_at=timezone.now())

    for path in ("llaves/agregar", "aplicacion/activar", "respaldo/renovar"):
        assert client.get(f"/cuenta/{path}/").status_code == 403
        assert client.post(f"/cuenta/{path}/").status_code == 403


def test_a_citizen_who_came_by_a_code_may_add_a_passkey(client: Client) -> None:
    sign_in(client, person("ciudadana", since=BEFORE), code_at=timezone.now())

    assert client.get("/cuenta/llaves/agregar/").status_code == 200


def test_the_first_administrator_is_made_from_the_machine_and_no_second_one_is() -> None:
    out = StringIO()
    call_command("create_administrator", "Jefa@senado.example", name="La Jefa", stdout=out)
    address = out.getvalue().strip()

    user = User.objects.get()
    assert user.email == "jefa@senado.example"
    assert address.startswith("http://localhost:8000/cuenta/inscripcion/")
    assert use_enrolment(token=address.split("/")[-2], at=timezone.now()) == user
    assert acts() == ["account.created", "enrolment.used"]

    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={})
    with pytest.raises(CommandError):
        call_command("create_administrator", "otro@senado.example", name="Otro", stdout=out)
    with pytest.raises(AccountRule):
        first_administrator(email="jefa@senado.example", name="La Jefa", at=timezone.now())
    assert User.objects.count() == 1


def test_the_first_administrator_who_let_the_link_lapse_gets_another() -> None:
    first = first_administrator(email="jefa@senado.example", name="La Jefa", at=NOW)
    later = NOW + timedelta(days=1)
    second = first_administrator(email="jefa@senado.example", name="La Jefa", at=later)

    with pytest.raises(AccountRule):
        use_enrolment(token=first, at=NOW)
    assert use_enrolment(token=second, at=later).email == "jefa@senado.example"
