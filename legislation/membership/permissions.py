"""Who enters changes of people. Every answer has its reason."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from accounts import grants
from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import Role
from legislation.membership.enums import ChangeKind
from legislation.membership.guards import OF_COMMITTEES
from legislation.people.models import Committee


def can_change(actor: Actor, kind: ChangeKind, committee: Committee | None = None) -> Decision:
    """Whether they may propose this change, of this committee where it is of one."""
    served = [committee.pk] if committee and _serves(actor, committee) else []
    return can_change_some(actor, kind, served)


def can_change_some(actor: Actor, kind: ChangeKind, serves: Collection[int]) -> Decision:
    """Whether they may propose this change at all.

    :param serves: the committees whose secretary they are
    """
    if actor.has(Role.FLOOR_SECRETARIAT):
        return ALLOWED
    if kind not in OF_COMMITTEES:
        return denied(_("Only the floor secretariat enters who sits and what they hold."))
    if actor.has(Role.COMMITTEE_SECRETARY) and serves:
        return ALLOWED
    return denied(_("Only the floor secretariat, or the committee's own secretary, enters it."))


def _serves(actor: Actor, committee: Committee) -> bool:
    return actor.has(Role.COMMITTEE_SECRETARY) and grants.holds(
        actor, grants.SERVE_COMMITTEE, committee
    )
