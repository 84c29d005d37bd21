"""The person or service account that signs in. Custom from the first migration."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.ledger.models import Checkpoint, LedgerEntry
from accounts.roles import Role

__all__ = ["Checkpoint", "LedgerEntry", "RoleAssignment", "User", "UserManager"]


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, name: str = "") -> "User":
        """Create an account that signs in with this address.

        :raises ValueError: the address is empty
        """
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Who is asking. Roles, identities and grants hang from here."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="an_address_belongs_to_one_account")
        ]

    def __str__(self) -> str:
        return self.email


class RoleAssignment(models.Model):
    """A role that somebody holds for a span of time. Ended by closing the span, never deleted."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_assignments")
    role = models.CharField(max_length=24, choices=Role)
    during = DateTimeRangeField()
    given_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            ExclusionConstraint(
                name="a_person_holds_a_role_once_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(during__isempty=False), name="a_role_is_held_for_some_time"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="a_role_is_known"),
            models.CheckConstraint(
                condition=Q(given_by__isnull=True) | ~Q(given_by=models.F("user")),
                name="nobody_gives_a_role_to_themselves",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"


class Enrolment(models.Model):
    """A link with which somebody adds a passkey anew: one IT administrator asks, another approves.

    Only the hash of what is in the link is kept. The very first administrator, whom nobody can
    approve, is made from the machine itself: nobody asked, nobody approved.
    """

    subject = models.ForeignKey(User, on_delete=models.PROTECT, related_name="enrolments")
    asked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, null=True, blank=True, unique=True)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(asked_by=models.F("subject")), name="nobody_asks_for_their_own_link"
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=models.F("subject")), name="nobody_approves_their_own_link"
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=models.F("asked_by")), name="a_link_takes_two_people"
            ),
            models.CheckConstraint(
                condition=(
                    Q(approved_at__isnull=True, approved_by__isnull=True, token_hash__isnull=True)
                    | Q(
                        approved_at__isnull=False,
                        expires_at__isnull=False,
                        token_hash__isnull=False,
                        asked_by__isnull=False,
                        approved_by__isnull=False,
                    )
                    | Q(
                        approved_at__isnull=False,
                        expires_at__isnull=False,
                        token_hash__isnull=False,
                        asked_by__isnull=True,
                        approved_by__isnull=True,
                    )
                ),
                name="a_link_exists_once_it_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(approved_at__isnull=False),
                name="only_an_approved_link_is_used",
            ),
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="one_open_link_for_each_person",
            ),
        ]

    def __str__(self) -> str:
        return f"enrolment {self.pk} of {self.subject_id}"
