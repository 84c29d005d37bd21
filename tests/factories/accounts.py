"""Fictional accounts and the roles they hold."""

from datetime import UTC, datetime

import factory
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from accounts.actors import Actor
from accounts.models import RoleAssignment, User
from accounts.roles import Role

LONG_AGO = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody with an account and no role."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"persona{n}@senado.example")
    name = factory.Sequence(lambda n: f"Persona {n}")


def user_with(*roles: Role) -> User:
    """An account that has held these roles since long ago."""
    user = UserFactory()
    for role in roles:
        RoleAssignment.objects.create(user=user, role=role, during=DateTimeTZRange(LONG_AGO, None))
    return user


def actor_with(*roles: Role, confirmed_at: datetime | None = None) -> Actor:
    """That account as whoever acts."""
    user = user_with(*roles)
    return Actor(user_id=user.pk, name=user.name, roles=frozenset(roles), confirmed_at=confirmed_at)
