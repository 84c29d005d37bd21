"""Takes files in from outside and makes them documents of a dossier.

Judging a file takes its time and holds no lock: what was fit is kept before anything is attached.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from accounts.actors import Actor
from legislation.documents.intake.receiving import Readable
from legislation.documents.models import StoredFile
from legislation.documents.refusals import RefusedFile
from legislation.documents.services import take_in
from legislation.errors import RuleViolation
from legislation.procedure import permissions
from legislation.procedure.models import AttachedFile, Dossier
from legislation.procedure.proposals import Attachment
from legislation.procedure.services.documents import attach_documents, attach_version


class Upload(NamedTuple):
    """A file as it arrives: what gives its bytes, and what it is called."""

    name: str
    file: Readable


def bring_documents(
    *,
    dossier_id: int,
    uploads: Sequence[Upload],
    about: Attachment,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
    submits: bool = False,
) -> list[AttachedFile]:
    """Take files in and attach them: all of them or, if one is refused, none.

    :raises RefusedFile: with the reason; where there are several, it says of which
    :raises NotPermitted, Overtaken, RuleViolation: as ``attach_documents``
    """
    _check(actor, Dossier.objects.select_related("committee").get(pk=dossier_id))
    stored = [_taken(one, actor, at, is_alone=len(uploads) == 1) for one in uploads]
    return attach_documents(
        dossier_id=dossier_id,
        stored_ids=[one.pk for one in stored],
        about=about,
        actor=actor,
        at=at,
        expected_revision=expected_revision,
        submits=submits,
    )


def bring_version(
    *,
    document_id: int,
    upload: Upload,
    about: Attachment,
    reason: str,
    actor: Actor,
    at: datetime,
    expected_versions: int | None = None,
    submits: bool = False,
) -> AttachedFile:
    """Take a file in and make it the next version of a document.

    :raises RefusedFile: with the reason
    :raises NotPermitted, Overtaken, RuleViolation: as ``attach_version``
    """
    _check(actor, Dossier.objects.select_related("committee").get(documents=document_id))
    stored = _taken(upload, actor, at, is_alone=True)
    return attach_version(
        document_id=document_id,
        stored_id=stored.pk,
        about=about,
        reason=reason,
        actor=actor,
        at=at,
        expected_versions=expected_versions,
        submits=submits,
    )


def _check(actor: Actor, dossier: Dossier) -> None:
    """Nobody's file is even looked at who could not attach it."""
    permissions.can_attach(actor, dossier).require()


def _taken(upload: Upload, actor: Actor, at: datetime, *, is_alone: bool) -> StoredFile:
    try:
        return take_in(file=upload.file, name=upload.name, actor=actor, at=at)
    except RefusedFile as refused:
        if is_alone:
            raise
        raise RuleViolation(f"{upload.name}: {refused}") from refused
