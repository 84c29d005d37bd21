"""What waits to be public, and for whom."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, QuerySet
from django.db.models.fields.json import KT

from accounts.actors import Actor
from legislation.publishing.enums import PublicationState
from legislation.publishing.models import Publication

OLDEST_FIRST = ("submitted_at", "id")


class PublicationRow(NamedTuple):
    """A publication as a queue names it."""

    id: int
    kind: str
    object_kind: str
    object_key: str
    state: str
    drafted_by_id: int | None
    drafter: str | None
    drafted_at: datetime
    submitted_at: datetime | None
    due_at: datetime | None
    corrects_id: int | None
    reason: str
    revision: int
    description: str | None


FIELDS = (
    "id",
    "kind",
    "object_kind",
    "object_key",
    "state",
    "drafted_by_id",
    "drafter",
    "drafted_at",
    "submitted_at",
    "due_at",
    "corrects_id",
    "reason",
    "revision",
    "description",
)


def _told(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    return rows.annotate(drafter=F("drafted_by__name"), description=KT("content__description"))


def in_review() -> QuerySet[Any, Any]:
    """What waits for a second person, to be paged by ``OLDEST_FIRST``."""
    rows = Publication.objects.filter(state=PublicationState.IN_REVIEW)
    return _told(rows).values_list(*FIELDS, named=True)


def for_review_by(actor: Actor, *, limit: int) -> list[PublicationRow]:
    """What this person may review: in review and not theirs; what waits longest first."""
    rows = Publication.objects.filter(state=PublicationState.IN_REVIEW)
    rows = rows.exclude(drafted_by=actor.user_id).order_by(*OLDEST_FIRST)
    return [PublicationRow(*row) for row in _told(rows).values_list(*FIELDS)[:limit]]


def drafts_of(actor: Actor, *, limit: int) -> list[PublicationRow]:
    """What this person drafted and has not submitted, or was sent back; newest first."""
    rows = Publication.objects.filter(
        state=PublicationState.DRAFT, drafted_by=actor.user_id
    ).order_by("-drafted_at", "-id")
    return [PublicationRow(*row) for row in _told(rows).values_list(*FIELDS)[:limit]]


def awaiting_hour(*, limit: int) -> list[PublicationRow]:
    """What was approved and is not out yet; what is due first first."""
    rows = Publication.objects.filter(state=PublicationState.APPROVED).order_by("due_at", "id")
    return [PublicationRow(*row) for row in _told(rows).values_list(*FIELDS)[:limit]]


def get_publication(pk: int) -> Publication:
    """One publication with the people who answer for it and what it corrects.

    :raises Publication.DoesNotExist: there is none
    """
    return Publication.objects.select_related("drafted_by", "approved_by", "corrects").get(pk=pk)
