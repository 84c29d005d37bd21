"""Who somebody is when they act."""

from datetime import datetime

from accounts.actors import Actor
from accounts.models import RoleAssignment, User
from accounts.roles import Role


def roles_of(user: User, *, at: datetime) -> frozenset[Role]:
    """The roles that this account holds at that moment; none once it is disabled."""
    if not user.is_active:
        return frozenset()
    held = RoleAssignment.objects.filter(user=user, during__contains=at)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def actor_for(user: User, *, at: datetime, confirmed_at: datetime | None = None) -> Actor:
    """This account as whoever acts now.

    :param confirmed_at: when a passkey last proved them in this session
    """
    return Actor(
        user_id=user.pk,
        name=user.name or user.email,
        roles=roles_of(user, at=at),
        confirmed_at=confirmed_at,
    )
