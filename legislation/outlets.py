"""Which subject brings out which publication: the whole table.

Whoever approves names a publication; the subject that owns its content writes it into the
public record.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.amendments import services as amendments
from legislation.errors import RuleViolation
from legislation.letters import services as letters
from legislation.membership import services as membership
from legislation.procedure import services as procedure
from legislation.procedure.lifecycle import Unlawful
from legislation.publishing.enums import PublicationKind
from legislation.publishing.models import Publication


class Approval(Protocol):
    """How a subject approves what is its own."""

    def __call__(
        self,
        *,
        publication_id: int,
        actor: Actor,
        at: datetime,
        due_at: datetime | None = None,
        expected_revision: int | None = None,
    ) -> Publication: ...


# By what the content says that it is; an act of the procedure says it by its kind.
DOCUMENTS: dict[str, Approval] = {
    "AMENDMENT_PAPER": amendments.approve_paper,
    "LETTER": letters.approve_letter,
    "PERSON_ACT": membership.approve_change,
    "ATTACHED_FILE": procedure.approve_document,
}


def approve(
    *,
    publication_id: int,
    actor: Actor,
    at: datetime,
    due_at: datetime | None = None,
    expected_revision: int | None = None,
) -> Publication:
    """Approve a publication, whatever it is of, and bring it out unless it waits for its hour.

    :param due_at: not to be published before it; None at once
    :raises Publication.DoesNotExist: there is none
    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises OutOfPlace: it is not in review
    """
    approval = _approval_of(Publication.objects.only("kind", "content").get(pk=publication_id))
    return approval(
        publication_id=publication_id,
        actor=actor,
        at=at,
        due_at=due_at,
        expected_revision=expected_revision,
    )


@transaction.atomic
def approve_several(*, seen: Sequence[tuple[int, int]], actor: Actor, at: datetime) -> int:
    """Approve several publications at once: all of them or, if one is refused, none.

    :param seen: each publication with the revision that the actor was looking at
    :returns: how many
    :raises RuleViolation: nothing was chosen; or as ``approve``, naming which one
    """
    if not seen:
        raise RuleViolation(_("Choose at least one."))
    for publication_id, revision in sorted(seen):
        try:
            approve(publication_id=publication_id, actor=actor, at=at, expected_revision=revision)
        except RuleViolation as refusal:
            key = Publication.objects.values_list("object_key", flat=True).get(pk=publication_id)
            raise _named(refusal, key) from refusal
    return len(seen)


def _named(refusal: RuleViolation, key: str) -> RuleViolation:
    """The same refusal, saying of which one it is."""
    sentence = f"{key}: {refusal}"
    if isinstance(refusal, Unlawful):
        return Unlawful(sentence, refusal.citation)
    return type(refusal)(sentence)


def _approval_of(found: Publication) -> Approval:
    if found.kind == PublicationKind.ACT:
        return procedure.approve_act
    return DOCUMENTS[found.content["document"]]
