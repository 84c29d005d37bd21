"""Rights over one thing: secretary of this committee, adviser of this senator.

The only module that knows django-guardian. Nothing is granted by a superuser's flag, and a
disabled account holds nothing.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from guardian.models import UserObjectPermission
from guardian.shortcuts import assign_perm, remove_perm

from accounts.actors import Actor
from accounts.models import User

SERVE_COMMITTEE = "legislation.serve_committee"
ADVISE_SENATOR = "legislation.advise_senator"

ModelT = TypeVar("ModelT", bound=Model)


def holds(actor: Actor, permission: str, obj: Model) -> bool:
    """Whether this person was given this right over this very thing. One query.

    :param permission: application and code: ``legislation.serve_committee``
    """
    if actor.user_id is None:
        return False
    rows = _rows(permission, obj)
    return rows.filter(user_id=actor.user_id, user__is_active=True).exists()


def give(user: User, permission: str, obj: Model) -> None:
    """Give this right over this thing; twice is as once."""
    assign_perm(permission, user, obj)


def revoke(user: User, permission: str, obj: Model) -> None:
    """Take it back; nothing happens if it was not held."""
    remove_perm(permission, user, obj)


def holders_of(permission: str, obj: Model) -> list[User]:
    """Who holds this right over this thing, by address."""
    users = _rows(permission, obj).filter(user__is_active=True).values("user_id")
    return list(User.objects.filter(pk__in=users).order_by("email"))


def objects_of(actor: Actor, permission: str, among: QuerySet[ModelT]) -> QuerySet[ModelT]:
    """Of these things, the ones that this person holds this right over. Two queries at most."""
    if actor.user_id is None:
        return among.none()
    keys: Iterable[str] = UserObjectPermission.objects.filter(
        user_id=actor.user_id,
        user__is_active=True,
        permission__in=_permission(permission),
    ).values_list("object_pk", flat=True)
    return among.filter(pk__in=[int(key) for key in keys])


def rights_of(user_id: int) -> list[tuple[str, int]]:
    """Every right that this account was given: which one, and the number of its thing. One query."""
    rows = UserObjectPermission.objects.filter(user_id=user_id).order_by("pk")
    found = rows.values_list(
        "permission__content_type__app_label", "permission__codename", "object_pk"
    )
    return [(f"{application}.{code}", int(key)) for application, code, key in found]


def _rows(permission: str, obj: Model) -> QuerySet[UserObjectPermission]:
    kind = ContentType.objects.get_for_model(obj)
    rows: QuerySet[UserObjectPermission] = UserObjectPermission.objects.filter(
        content_type=kind,
        object_pk=str(obj.pk),
        permission__codename=permission.partition(".")[2],
        permission__content_type=kind,
    )
    return rows


def _permission(name: str) -> QuerySet[Permission]:
    application, _point, code = name.partition(".")
    return Permission.objects.filter(content_type__app_label=application, codename=code)
