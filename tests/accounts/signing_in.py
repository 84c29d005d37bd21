"""Signing people in as tests need them: with a passkey's proof, or without one."""

from __future__ import annotations

from datetime import datetime

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as METHODS_OF,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from allauth.account.models import EmailAddress
from django.test import Client

from accounts.models import RoleAssignment, User
from accounts.roles import Role

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def person(local: str, *roles: Role, since: datetime, name: str = "") -> User:
    """A fictional account that holds these roles from then on."""
    user = User.objects.create_user(f"{local}@senado.example", name=name or local.title())
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    for role in roles:
        RoleAssignment.objects.create(user=user, role=role, during=(since, None))
    return user


def sign_in(
    client: Client,
    user: User,
    *,
    passkey_at: datetime | None = None,
    code_at: datetime | None = None,
) -> Client:
    """Sign this account in; ``passkey_at`` is when a passkey proved it in this session.

    The marks in the session are those that allauth itself leaves.
    """
    client.force_login(user, backend=BACKEND)
    records: list[dict[str, object]] = []
    if code_at is not None:
        records.append({"method": "code", "at": code_at.timestamp(), "email": user.email})
    if passkey_at is not None:
        records.append(
            {
                "method": "mfa",
                "type": "webauthn",
                "at": passkey_at.timestamp(),
                "passwordless": True,
            }
        )
    session = client.session
    session[METHODS], session[METHODS_OF] = records, str(user.pk)
    session.save()
    return client
