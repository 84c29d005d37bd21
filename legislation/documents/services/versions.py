"""Makes files versions of documents."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.documents import permissions
from legislation.documents.enums import FileState
from legislation.documents.events import VersionAdded
from legislation.documents.models import Document, StoredFile, Version
from legislation.errors import RuleViolation
from legislation.events.services import record


@transaction.atomic
def add_version(*, document: Document, stored: StoredFile, actor: Actor, at: datetime) -> Version:
    """The next version of the document, which is this file. The latest one again is itself.

    Its articles follow once the file was read. It is not public by this alone.

    :param at: when it is added
    :raises NotPermitted: the actor brings no documents in
    :raises RuleViolation: the antivirus has not let the file pass
    """
    permissions.can_take_in(actor).require()
    document = Document.objects.select_for_update().get(pk=document.pk)
    stored = StoredFile.objects.get(pk=stored.pk)
    if stored.state == FileState.WAITING:
        raise RuleViolation(_("The file still waits for the antivirus."))
    if stored.state != FileState.CLEAN:
        raise RuleViolation(_("The antivirus found something in the file."))
    latest = document.versions.order_by("-number").first()
    if latest is not None and latest.file_id == stored.pk:
        return latest
    version = Version.objects.create(
        document=document,
        number=latest.number + 1 if latest else 1,
        sha256=stored.sha256,
        file=stored,
        created_at=at,
    )
    record(
        VersionAdded(document.pk, version.number, stored.sha256),
        actor=actor,
        object_kind="document",
        object_key=str(document.pk),
        others=[("file", stored.sha256)],
    )
    return version
