"""What was published, corrected and withdrawn, for everyone: what is not public yet is not here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from accounts.models import RoleAssignment
from accounts.roles import WRITERS
from legislation.publishing.enums import PublicationState
from legislation.publishing.models import Publication

PUBLIC = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
ERRATA_ORDER = ("-happened_at", "-id")


class Later(NamedTuple):
    """An erratum of a publication that is public, or was."""

    id: int
    corrects_id: int
    state: str
    published_at: datetime
    reason: str


class Answerable(NamedTuple):
    """Who answers for something, and the roles of staff that they held then."""

    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Something that is public or was. ``later`` are its errata, each of the one before.

    ``drafted_by`` is None where the system drafted it on the strength of a vote.
    """

    id: int
    kind: str
    object_kind: str
    object_key: str
    state: str
    content: dict[str, Any]
    content_hash: str
    published_at: datetime
    withdrawn_at: datetime | None
    reason: str
    corrects_id: int | None
    drafted_by: Answerable | None
    drafted_at: datetime
    approved_by: Answerable
    approved_at: datetime
    later: tuple[Later, ...]

    @property
    def is_withdrawn(self) -> bool:
        return self.state == PublicationState.WITHDRAWN

    @property
    def are_words_withdrawn(self) -> bool:
        """Whether nobody may read its words any more: it was withdrawn, or what corrects it."""
        return self.is_withdrawn or any(
            one.state == PublicationState.WITHDRAWN for one in self.later
        )


_LATER = """
WITH RECURSIVE later AS (
  SELECT id, corrects_id, state, published_at, reason, corrects_id AS root, 1 AS place
  FROM legislation_publication
  WHERE corrects_id = ANY(%(roots)s) AND state = ANY(%(states)s)
  UNION ALL
  SELECT n.id, n.corrects_id, n.state, n.published_at, n.reason, later.root, later.place + 1
  FROM legislation_publication n JOIN later ON n.corrects_id = later.id
  WHERE n.state = ANY(%(states)s)
)
SELECT root, id, corrects_id, state, published_at, reason FROM later ORDER BY root, place
"""


def get_published(pk: int) -> Published:
    """One publication with who answers for it and what corrected it. Three queries.

    :raises Publication.DoesNotExist: there is none, or it is not public: both alike
    """
    found = Publication.objects.select_related("drafted_by", "approved_by").get(
        pk=pk, state__in=PUBLIC
    )
    drafted_by, approved_by = _answerable(found)
    return Published(
        id=found.pk,
        kind=found.kind,
        object_kind=found.object_kind,
        object_key=found.object_key,
        state=found.state,
        content=found.content,
        content_hash=found.content_hash,
        published_at=_known(found.published_at),
        withdrawn_at=found.withdrawn_at,
        reason=found.reason,
        corrects_id=found.corrects_id,
        drafted_by=drafted_by,
        drafted_at=found.drafted_at,
        approved_by=approved_by,
        approved_at=_known(found.approved_at),
        later=later_of_each([found.pk])[found.pk],
    )


def errata() -> "QuerySet[Any, Any]":
    """Every erratum and every withdrawal, to be paged by ``ERRATA_ORDER``.

    An erratum that was withdrawn is one withdrawal. ``old_content`` is of what it corrects.
    """
    rows = Publication.objects.filter(
        Q(state=PublicationState.WITHDRAWN)
        | Q(state=PublicationState.PUBLISHED, corrects__isnull=False)
    )
    return rows.annotate(
        happened_at=Coalesce("withdrawn_at", "published_at"), old_content=F("corrects__content")
    ).values(
        "id",
        "object_kind",
        "object_key",
        "state",
        "content",
        "old_content",
        "corrects_id",
        "reason",
        "happened_at",
    )


def later_of_each(ids: Collection[int]) -> dict[int, tuple[Later, ...]]:
    """The public errata of each of these, and theirs, in order. One query."""
    found: dict[int, list[Later]] = {pk: [] for pk in ids}
    with connection.cursor() as cursor:
        cursor.execute(_LATER, {"roots": list(ids), "states": [state.value for state in PUBLIC]})
        for root, *columns in cursor.fetchall():
            found[root].append(Later(*columns))
    return {pk: tuple(lines) for pk, lines in found.items()}


def _answerable(found: Publication) -> tuple[Answerable | None, Answerable]:
    """Who drafted and who approved, with the roles that they held when they did it."""
    drafter, approver = found.drafted_by, found.approved_by
    held = RoleAssignment.objects.filter(
        Q(user=drafter, during__contains=found.drafted_at)
        | Q(user=approver, during__contains=found.approved_at),
        role__in=WRITERS,
    ).order_by("role")
    roles = list(held.values_list("user_id", "role", "during"))

    def then(user: Any, at: datetime) -> Answerable:
        mine = (role for pk, role, during in roles if pk == user.pk and at in during)
        return Answerable(user.name, tuple(mine))

    drafted_by = then(drafter, found.drafted_at) if drafter else None
    return drafted_by, then(approver, _known(found.approved_at))


def _known(at: datetime | None) -> datetime:
    """A moment that the database's constraints see to.

    :raises ValueError: it is missing all the same
    """
    if at is None:
        raise ValueError("What is published says who approved it and when.")
    return at
