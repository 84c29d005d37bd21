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


def people_by_role(suffix: str, *, at: datetime) -> list[tuple[User, Role]]:
    """Accounts whose address ends so, with each role in force then, in the order of roles.

    :param suffix: the end of an address, such as ``@senado.example``
    """
    order = list(Role)
    held = RoleAssignment.objects.filter(
        user__email__endswith=suffix, user__is_active=True, during__contains=at
    ).select_related("user")
    found = [(one.user, Role(one.role)) for one in held]
    return sorted(found, key=lambda pair: (order.index(pair[1]), pair[0].email))
