"""Makes the accounts of staff and senators, and closes them."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.errors import AccountRule
from accounts.ledger.services import append
from accounts.models import Enrolment, RoleAssignment, User
from accounts.permissions import can_manage, can_manage_accounts
from accounts.roles import STAFF, Role
from accounts.services.roles import KIND, locked
from accounts.services.sessions import end_sessions


@transaction.atomic
def create_staff_account(*, email: str, name: str, role: Role, actor: Actor, at: datetime) -> User:
    """Make an account that holds a role of staff and can sign in only after an enrolment link.

    :raises NotPermitted: not an IT administrator
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises AccountRule: no role of staff, no name, no address, or one that has an account
    """
    can_manage_accounts(actor, at=at).require()
    user = open_account(email=email, name=name, role=role)
    RoleAssignment.objects.create(
        user=user, role=role, during=(at, None), given_by_id=actor.user_id
    )
    append(
        act="account.created",
        actor=actor,
        object_kind=KIND,
        object_key=str(user.pk),
        data={"role": role.value},
    )
    return user


@transaction.atomic
def disable_account(*, user_id: int, reason: str, actor: Actor, at: datetime) -> None:
    """Close an account: nobody signs in to it, its roles and sessions end, its links are void.

    :param reason: why, in words that go into the ledger
    :raises NotPermitted: not an IT administrator, or one's own
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises AccountRule: no reason given
    :raises User.DoesNotExist: there is none, or it is disabled already
    """
    user = locked(user_id)
    can_manage(actor, user, at=at).require()
    if not reason.strip():
        raise AccountRule(_("Say why."))
    for held in RoleAssignment.objects.filter(user=user, during__contains=at):
        held.during = (held.during.lower, at)
        held.save(update_fields=["during"])
    open_links = Enrolment.objects.filter(subject=user, used_at=None, withdrawn_at=None)
    open_links.update(withdrawn_at=at)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user=user)
    append(
        act="account.disabled",
        actor=actor,
        object_kind=KIND,
        object_key=str(user.pk),
        data={"reason": reason.strip()},
    )


def open_account(*, email: str, name: str, role: Role) -> User:
    """An account for somebody of staff, whose address an administrator vouches for.

    :raises AccountRule: no role of staff, no name, no address, or one that has an account
    """
    address = email.strip().lower()
    if role not in STAFF:
        raise AccountRule(_("That is no role of staff."))
    if not name.strip():
        raise AccountRule(_("Say whose account it is."))
    try:
        validate_email(address)
    except ValidationError:
        raise AccountRule(_("That is no e-mail address.")) from None
    if User.objects.filter(email__iexact=address).exists():
        raise AccountRule(_("That address has an account already."))
    user = User.objects.create_user(address, name=name.strip())
    EmailAddress.objects.create(user=user, email=address, primary=True, verified=True)
    return user
