"""Gives roles and ends them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.errors import AccountRule
from accounts.ledger.services import append
from accounts.models import RoleAssignment, User
from accounts.permissions import can_manage
from accounts.roles import Role, conflict
from accounts.selectors import roles_of
from accounts.services.sessions import end_sessions

KIND = "account"


@transaction.atomic
def give_role(
    *, user_id: int, role: Role, actor: Actor, at: datetime, until: datetime | None = None
) -> RoleAssignment:
    """Give a role from ``at`` on, until it is ended or ``until`` comes. Their sessions end.

    :raises NotPermitted: not an IT administrator, or for oneself
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises AccountRule: held already, or never to be joined with one that they hold
    :raises User.DoesNotExist: there is no such account, or it is disabled
    """
    user = locked(user_id)
    can_manage(actor, user, at=at).require()
    refuse_conflict(roles_of(user, at=at), role)
    given = RoleAssignment.objects.create(
        user=user, role=role, during=(at, until), given_by_id=actor.user_id
    )
    end_sessions(user=user)
    append(
        act="role.given",
        actor=actor,
        object_kind=KIND,
        object_key=str(user.pk),
        data={"role": role.value, "until": until.isoformat() if until else None},
    )
    return given


@transaction.atomic
def end_role(*, user_id: int, role: Role, actor: Actor, at: datetime) -> None:
    """End a role now. Their sessions end.

    :raises NotPermitted: not an IT administrator, or one's own
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises AccountRule: they do not hold it
    :raises User.DoesNotExist: there is no such account, or it is disabled
    """
    user = locked(user_id)
    can_manage(actor, user, at=at).require()
    held = RoleAssignment.objects.filter(user=user, role=role, during__contains=at).first()
    if held is None:
        raise AccountRule(_("They do not hold that role."))
    held.during = (held.during.lower, at)
    held.save(update_fields=["during"])
    end_sessions(user=user)
    append(
        act="role.ended",
        actor=actor,
        object_kind=KIND,
        object_key=str(user.pk),
        data={"role": role.value},
    )


def locked(user_id: int) -> User:
    """The account, which nobody else changes meanwhile.

    :raises User.DoesNotExist: there is none, or it is disabled
    """
    return User.objects.select_for_update().get(pk=user_id, is_active=True)


def refuse_conflict(held: frozenset[Role], wanted: Role) -> None:
    """Refuse a role that is held already or cannot be joined with one that is.

    :raises AccountRule: says with which one
    """
    if wanted in held:
        raise AccountRule(_("They hold that role already."))
    other = conflict(held, wanted)
    if other is not None:
        raise AccountRule(
            _("«%(wanted)s» and «%(other)s» are never the same person's.")
            % {"wanted": wanted.label, "other": other.label}
        )
