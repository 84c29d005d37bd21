"""Gives rights over one thing and ends them: secretary of this committee, adviser of this senator."""

from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from accounts import grants
from accounts.actors import Actor
from accounts.errors import AccountRule
from accounts.ledger.services import append
from accounts.permissions import can_manage
from accounts.roles import Role
from accounts.selectors import actor_for, roles_of
from accounts.services.roles import KIND, locked

# Whose right each one is: it serves nobody else.
NEEDED = {
    grants.SERVE_COMMITTEE: Role.COMMITTEE_SECRETARY,
    grants.ADVISE_SENATOR: Role.ADVISER,
}


@transaction.atomic
def give_right(*, user_id: int, permission: str, obj: Model, actor: Actor, at: datetime) -> None:
    """Give a right over this thing to somebody who holds the role that it goes with.

    :param permission: one of ``grants``: ``SERVE_COMMITTEE``, ``ADVISE_SENATOR``
    :raises NotPermitted: not an IT administrator, or for oneself
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises AccountRule: no such right, without its role, or held already
    :raises User.DoesNotExist: there is no such account, or it is disabled
    """
    user = locked(user_id)
    can_manage(actor, user, at=at).require()
    needed = NEEDED.get(permission)
    if needed is None or needed not in roles_of(user, at=at):
        raise AccountRule(_("They do not hold the role that goes with this."))
    if grants.holds(actor_for(user, at=at), permission, obj):
        raise AccountRule(_("They hold that already."))
    grants.give(user, permission, obj)
    _say("grant.given", actor, user_id, permission, obj)


@transaction.atomic
def end_right(*, user_id: int, permission: str, obj: Model, actor: Actor, at: datetime) -> None:
    """Take a right over this thing back.

    :raises NotPermitted: not an IT administrator, or one's own
    :raises ConfirmationNeeded: their passkey is not fresh
    :raises AccountRule: they do not hold it
    :raises User.DoesNotExist: there is no such account, or it is disabled
    """
    user = locked(user_id)
    can_manage(actor, user, at=at).require()
    if not grants.holds(actor_for(user, at=at), permission, obj):
        raise AccountRule(_("They do not hold that."))
    grants.revoke(user, permission, obj)
    _say("grant.ended", actor, user_id, permission, obj)


def _say(act: str, actor: Actor, user_id: int, permission: str, obj: Model) -> None:
    thing = (obj._meta.model_name or "", str(obj.pk))
    append(
        act=act,
        actor=actor,
        object_kind=KIND,
        object_key=str(user_id),
        data={"permission": permission, "kind": thing[0], "key": thing[1]},
        others=[thing],
    )
