"""What is to be published, in its exact words, and who answers for it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from legislation.publishing.enums import PublicationKind, PublicationState

ANSWERED_FOR = (PublicationState.APPROVED, PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
UNDER_WAY = (PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.APPROVED)


class Publication(models.Model):
    """One thing on its way to the public record, or already there.

    ``content`` is what will be read, word for word; ``content_hash`` its SHA-256 in canonical
    form. An approval is of a hash: content that changes afterwards has none. ``corrects``
    makes it an erratum of another, which stays at its address beside this one.
    """

    kind = models.CharField(max_length=12, choices=PublicationKind)
    object_kind = models.CharField(max_length=24)
    object_key = models.CharField(max_length=120)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    state = models.CharField(
        max_length=12, choices=PublicationState, default=PublicationState.DRAFT
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty: the system, on the strength of a vote.",
    )
    drafted_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_hash = models.CharField(max_length=64, blank=True)
    due_at = models.DateTimeField(
        null=True, blank=True, help_text="Not before this hour; empty, as soon as approved."
    )
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="errata"
    )
    reason = models.TextField(
        blank=True, help_text="Why it corrects, was returned or withdrawn, for all to read."
    )
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                name="nobody_approves_what_they_drafted",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ANSWERED_FOR)
                | Q(
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                    approved_hash=F("content_hash"),
                ),
                name="an_approval_is_of_this_very_content",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=(PublicationState.PUBLISHED, PublicationState.WITHDRAWN),
                    published_at__isnull=False,
                )
                | Q(
                    ~Q(state__in=(PublicationState.PUBLISHED, PublicationState.WITHDRAWN)),
                    published_at__isnull=True,
                ),
                name="what_is_published_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=PublicationState.WITHDRAWN)
                | (Q(withdrawn_at__isnull=False) & ~Q(reason="")),
                name="a_withdrawal_gives_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""),
                name="an_erratum_gives_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=PublicationState.values), name="a_publication_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(content_hash__regex=r"^[0-9a-f]{64}$"),
                name="a_publication_hash_is_sha256",
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=Q(corrects__isnull=False) & ~Q(state=PublicationState.DISCARDED),
                name="a_publication_is_corrected_by_one_erratum",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["object_kind", "object_key", "id"], name="publication_by_object"),
            models.Index(
                fields=["submitted_at", "id"],
                condition=Q(state=PublicationState.IN_REVIEW),
                name="publication_awaiting_review",
            ),
            models.Index(
                Coalesce("withdrawn_at", "published_at").desc(),
                F("id").desc(),
                condition=Q(state=PublicationState.WITHDRAWN)
                | Q(state=PublicationState.PUBLISHED, corrects__isnull=False),
                name="erratum_by_day",
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=Q(state=PublicationState.APPROVED),
                name="publication_by_due_hour",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.object_kind} {self.object_key}: {self.kind}"
