"""Links with which staff add a passkey: for a new account, or after losing every one.

Two officials give it, it serves once and for a short time, and using it ends what was before.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import SYSTEM, Actor
from accounts.errors import AccountRule
from accounts.ledger.services import append
from accounts.models import Enrolment, RoleAssignment, User
from accounts.permissions import can_approve_enrolment, can_manage
from accounts.roles import Role
from accounts.selectors import actor_for
from accounts.services.roles import KIND, locked
from accounts.services.sessions import end_sessions
from accounts.services.staff import open_account

LINK_LASTS = timedelta(hours=1)


@transaction.atomic
def ask_enrolment(*, user_id: int, actor: Actor, at: datetime) -> Enrolment:
    """Ask for a link for this account; one asked for before and not used is void.

    :raises NotPermitted: not an IT administrator, or for oneself
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises User.DoesNotExist: there is no such account, or it is disabled
    """
    user = locked(user_id)
    can_manage(actor, user, at=at).require()
    _void(user, at)
    asked = Enrolment.objects.create(subject=user, asked_by_id=actor.user_id, asked_at=at)
    _say("enrolment.asked", actor, asked)
    return asked


@transaction.atomic
def approve_enrolment(*, enrolment_id: int, actor: Actor, at: datetime) -> str:
    """Approve a link and get what goes into its address, which is shown this once.

    :raises NotPermitted: not an IT administrator, the one who asked, or for oneself
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises AccountRule: approved, used or void already
    :raises Enrolment.DoesNotExist: there is none
    """
    asked = Enrolment.objects.select_for_update(of=("self",)).select_related("subject")
    enrolment = asked.get(pk=enrolment_id)
    can_approve_enrolment(actor, enrolment, at=at).require()
    if enrolment.approved_at or enrolment.withdrawn_at:
        raise AccountRule(_("That link was approved already, or is void. Ask for another."))
    enrolment.approved_by_id = actor.user_id
    token = _give(enrolment, at)
    _say("enrolment.approved", actor, enrolment)
    return token


@transaction.atomic
def use_enrolment(*, token: str, at: datetime) -> User:
    """Take a link as used: factors and sessions of before end, and its person may add a passkey.

    :raises AccountRule: it is not a link, or was used, is void or came too late: without saying
        which
    """
    found = Enrolment.objects.select_for_update(of=("self",)).select_related("subject")
    enrolment = found.filter(
        token_hash=_hash(token),
        used_at=None,
        withdrawn_at=None,
        expires_at__gt=at,
        subject__is_active=True,
    ).first()
    if enrolment is None:
        raise AccountRule(_("This link does not serve, or no longer. Ask for another."))
    enrolment.used_at = at
    enrolment.save(update_fields=["used_at"])
    user = enrolment.subject
    removed, _kinds = Authenticator.objects.filter(user=user).delete()
    end_sessions(user=user)
    _say("enrolment.used", actor_for(user, at=at), enrolment, factors_removed=removed)
    return user


@transaction.atomic
def first_administrator(*, email: str, name: str, at: datetime) -> str:
    """Make the very first IT administrator and get what goes into their link's address.

    :raises AccountRule: there is one already; or no name, no address, or one that has an account
    """
    administrators = RoleAssignment.objects.filter(
        role=Role.IT_ADMINISTRATOR, user__is_active=True, during__contains=at
    )
    waiting = administrators.exclude(user__authenticator__type=Authenticator.Type.WEBAUTHN)
    if administrators.exists():
        again = waiting.filter(user__email__iexact=email.strip(), given_by=None).first()
        if again is None or administrators.count() > 1:
            raise AccountRule(_("There is an IT administrator already: ask them."))
        user = again.user
    else:
        user = open_account(email=email, name=name, role=Role.IT_ADMINISTRATOR)
        RoleAssignment.objects.create(user=user, role=Role.IT_ADMINISTRATOR, during=(at, None))
    _void(user, at)
    enrolment = Enrolment(subject=user, asked_at=at)
    token = _give(enrolment, at)
    _say("account.created", SYSTEM, enrolment, role=Role.IT_ADMINISTRATOR.value)
    return token


def _give(enrolment: Enrolment, at: datetime) -> str:
    token = secrets.token_urlsafe(32)
    enrolment.approved_at = at
    enrolment.expires_at = at + LINK_LASTS
    enrolment.token_hash = _hash(token)
    enrolment.save()
    return token


def _void(user: User, at: datetime) -> None:
    still_open = Enrolment.objects.filter(subject=user, used_at=None, withdrawn_at=None)
    still_open.update(withdrawn_at=at)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _say(act: str, actor: Actor, enrolment: Enrolment, **data: object) -> None:
    append(
        act=act,
        actor=actor,
        object_kind=KIND,
        object_key=str(enrolment.subject_id),
        data={"enrolment": enrolment.pk, **data},
    )
