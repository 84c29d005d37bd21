"""Accounts as those who manage them see them: the list, and everything that one of them holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet

from accounts import grants
from accounts.models import Enrolment, RoleAssignment, User
from accounts.roles import Role

BY_ADDRESS = ("email", "id")


class HeldRole(NamedTuple):
    """A role and its span; ``until`` is None while nobody has ended it."""

    role: Role
    since: datetime
    until: datetime | None
    given_by: str


class Factor(NamedTuple):
    """Something that proves this person: webauthn, totp or recovery_codes. Never its secret."""

    kind: str
    added_at: datetime
    used_at: datetime | None


class OpenSession(NamedTuple):
    began_at: datetime
    seen_at: datetime
    browser: str


@dataclass(frozen=True, slots=True)
class AccountDetail:
    """``rights`` are pairs of a right of ``grants`` and the number of its thing.

    ``enrolment`` is the link that was asked for and neither used nor withdrawn, if any.
    """

    user: User
    roles: tuple[HeldRole, ...]
    rights: tuple[tuple[str, int], ...]
    factors: tuple[Factor, ...]
    sessions: tuple[OpenSession, ...]
    enrolment: Enrolment | None

    def roles_at(self, at: datetime) -> frozenset[Role]:
        """Those in force at that moment."""
        return frozenset(
            one.role
            for one in self.roles
            if one.since <= at and (one.until is None or at < one.until)
        )


def list_accounts(
    *, at: datetime, words: str = "", role: Role | None = None
) -> QuerySet[User, tuple[int, str, str, bool, list[str]]]:
    """Accounts as named rows: id, email, name, is_active, held. For pages by ``BY_ADDRESS``.

    :param at: the moment at which ``held``, their roles, are in force
    :param words: part of a name or of an address
    :param role: only those who hold it then
    """
    in_force = Q(role_assignments__during__contains=at)
    found = User.objects.filter(Q(name__icontains=words) | Q(email__icontains=words))
    if role is not None:
        holders = RoleAssignment.objects.filter(role=role, during__contains=at)
        found = found.filter(is_active=True, pk__in=holders.values("user_id"))
    held = ArrayAgg(
        "role_assignments__role", filter=in_force, default=[], order_by="role_assignments__role"
    )
    return found.annotate(held=held).values_list(
        "id", "email", "name", "is_active", "held", named=True
    )


def get_account(user_id: int, *, at: datetime) -> AccountDetail:
    """Everything that an account holds. 6 queries.

    :param at: now: a link that came too late is none
    :raises User.DoesNotExist: there is none
    """
    user = User.objects.get(pk=user_id)
    held = RoleAssignment.objects.filter(user=user).select_related("given_by").order_by("-during")
    factors = Authenticator.objects.filter(user=user).order_by("created_at", "pk")
    sessions = UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk")
    return AccountDetail(
        user=user,
        roles=tuple(
            HeldRole(
                Role(one.role),
                one.during.lower,
                one.during.upper,
                (one.given_by.name or one.given_by.email) if one.given_by else "",
            )
            for one in held
        ),
        rights=tuple(grants.rights_of(user.pk)),
        factors=tuple(
            Factor(*row) for row in factors.values_list("type", "created_at", "last_used_at")
        ),
        sessions=tuple(
            OpenSession(*row)
            for row in sessions.values_list("created_at", "last_seen_at", "user_agent")
        ),
        enrolment=_open_link(user, at),
    )


def _open_link(user: User, at: datetime) -> Enrolment | None:
    still_open = Enrolment.objects.filter(subject=user, used_at=None, withdrawn_at=None)
    in_time = still_open.filter(Q(expires_at=None) | Q(expires_at__gt=at))
    return in_time.select_related("asked_by").first()
