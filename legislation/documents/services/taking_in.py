"""Takes files in: found fit, scanned, and kept under the hash of their content."""

import logging
from datetime import datetime
from typing import IO

from django.conf import settings
from django.core.files import File
from django.db import transaction

from accounts.actors import SYSTEM, Actor
from legislation.documents import permissions
from legislation.documents.antivirus import Verdict, scan
from legislation.documents.enums import FileState
from legislation.documents.events import FileCleared, FileRefused, FileStored
from legislation.documents.intake.judging import judged
from legislation.documents.intake.receiving import Readable
from legislation.documents.intake.verdicts import Ground, Inspected, Unfit
from legislation.documents.models import StoredFile
from legislation.documents.refusals import RefusedFile
from legislation.documents.store import DamagedFile, address_of, store
from legislation.events.services import record

logger = logging.getLogger(__name__)

SCANNED_AT_ONCE = 100


def take_in(*, file: Readable, name: str, actor: Actor, at: datetime) -> StoredFile:
    """Keep a file from outside. The same content again is the same row.

    What comes back may still wait for the antivirus (``state``): nothing can be made of it until
    then. Judging and scanning hold no lock; only keeping is a transaction. A file whose row was
    lost on the way lies in the store unseen, and is the same one when it comes again.

    :param file: an upload or an open file; read piece by piece, up to SENATE_UPLOAD_LIMIT bytes
    :param name: as it was called; cleaned, and shown to people alone
    :param at: when it was brought
    :raises NotPermitted: the actor brings no documents in
    :raises RefusedFile: with the reason, in a sentence; nothing was kept
    """
    permissions.can_take_in(actor).require()
    try:
        with judged(file, name=name, limit=settings.SENATE_UPLOAD_LIMIT) as (inspected, content):
            return _keep(inspected, content, _unless_infected(content), actor, at)
    except Unfit as unfit:
        logger.warning("A file of user %s was refused: %s", actor.user_id, unfit.ground)
        raise RefusedFile(unfit.ground, unfit.detail) from unfit


def scan_waiting() -> int:
    """Ask the antivirus about the files that wait for it, the oldest first.

    :returns: about how many it spoke
    """
    waiting = StoredFile.objects.filter(state=FileState.WAITING).order_by("stored_at", "pk")
    spoken = 0
    for pk, digest in waiting.values_list("pk", "sha256")[:SCANNED_AT_ONCE]:
        try:
            with store().open(address_of(digest)) as content:
                verdict = scan(content, address=settings.SENATE_ANTIVIRUS)
        except (DamagedFile, OSError):
            logger.exception("A file that waits cannot be read: %s", digest)
            continue
        if not verdict.is_known:
            return spoken  # it does not answer: the others wait as well
        spoken += _settle(pk, verdict, SYSTEM)
    return spoken


def _unless_infected(content: IO[bytes]) -> Verdict:
    verdict = scan(content, address=settings.SENATE_ANTIVIRUS)
    if verdict.virus:
        raise Unfit(Ground.VIRUS, verdict.virus)
    return verdict


@transaction.atomic
def _keep(
    inspected: Inspected, content: IO[bytes], verdict: Verdict, actor: Actor, at: datetime
) -> StoredFile:
    content.seek(0)
    store().save(address_of(inspected.sha256), File(content))
    stored, is_new = StoredFile.objects.get_or_create(
        sha256=inspected.sha256,
        defaults={
            "size": inspected.size,
            "kind": inspected.kind,
            "name": inspected.name,
            "pages": inspected.pages,
            "stored_at": at,
            "state": FileState.CLEAN if verdict.is_known else FileState.WAITING,
        },
    )
    if not is_new:
        return _again(stored, verdict, actor)
    record(
        FileStored(inspected.sha256, inspected.size, inspected.kind, stored.state),
        actor=actor,
        object_kind="file",
        object_key=inspected.sha256,
    )
    return stored


def _again(stored: StoredFile, verdict: Verdict, actor: Actor) -> StoredFile:
    """Content that is known already: refused for good, or cleared by what was found out now."""
    if stored.state == FileState.REFUSED:
        raise Unfit(Ground.VIRUS, stored.reason)
    if stored.state == FileState.WAITING and verdict.is_known:
        _settle(stored.pk, verdict, actor)
        stored.refresh_from_db()
    return stored


@transaction.atomic
def _settle(pk: int, verdict: Verdict, actor: Actor) -> bool:
    """Say what the antivirus said, unless somebody did meanwhile."""
    stored = StoredFile.objects.select_for_update().get(pk=pk)
    if stored.state != FileState.WAITING:
        return False
    stored.state = FileState.REFUSED if verdict.virus else FileState.CLEAN
    stored.reason = verdict.virus
    stored.save(update_fields=["state", "reason"])
    event = (
        FileRefused(stored.sha256, verdict.virus) if verdict.virus else FileCleared(stored.sha256)
    )
    record(event, actor=actor, object_kind="file", object_key=stored.sha256)
    return True
