"""Brings documents to a dossier: each file is a version, with its publication drafted at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.bills.enums import BillKind
from legislation.documents.enums import DocumentKind, FileState
from legislation.documents.models import Document, StoredFile
from legislation.documents.services import add_version
from legislation.errors import Overtaken, RuleViolation
from legislation.events.services import record
from legislation.procedure import permissions, sentences
from legislation.procedure.events import DocumentAttached
from legislation.procedure.models import Act, AttachedFile, Dossier, DossierDocument
from legislation.procedure.proposals import Attachment
from legislation.procedure.services.acting import OBJECT_KINDS
from legislation.procedure.services.document_content import content_of
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.models import UNDER_WAY, Publication


@transaction.atomic
def attach_documents(
    *,
    dossier_id: int,
    stored_ids: Sequence[int],
    about: Attachment,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
    submits: bool = False,
) -> list[AttachedFile]:
    """Make files that were taken in documents of a dossier: all of them, or none.

    Nothing of them is public before a second person approves. A file that still waits for the
    antivirus is attached, and cannot be approved until it was let pass.

    :param about: what is said of each; without a title, each is called as its file is
    :param expected_revision: the dossier's revision that the actor was looking at
    :param submits: ask a second person to approve them in the same breath
    :raises Dossier.DoesNotExist: there is none
    :raises NotPermitted: the actor brings no documents for this dossier
    :raises Overtaken: the dossier changed since
    :raises RuleViolation: no file, a file that was refused, or something said of it is wrong
    """
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    permissions.can_attach(actor, dossier).require()
    if expected_revision not in (None, dossier.revision):
        raise Overtaken(_("Somebody changed this bill while you were looking at it."))
    if not stored_ids:
        raise RuleViolation(_("Choose a file."))
    return [
        _attach(dossier, _usable(pk), about, actor=actor, at=at, submits=submits)
        for pk in stored_ids
    ]


@transaction.atomic
def attach_document(
    *,
    dossier_id: int,
    stored_id: int,
    about: Attachment,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
    submits: bool = False,
) -> AttachedFile:
    """Make one file a document of a dossier: see ``attach_documents``."""
    (made,) = attach_documents(
        dossier_id=dossier_id,
        stored_ids=[stored_id],
        about=about,
        actor=actor,
        at=at,
        expected_revision=expected_revision,
        submits=submits,
    )
    return made


@transaction.atomic
def attach_version(
    *,
    document_id: int,
    stored_id: int,
    about: Attachment,
    reason: str,
    actor: Actor,
    at: datetime,
    expected_versions: int | None = None,
    submits: bool = False,
) -> AttachedFile:
    """Bring another file for a document: its next version. Those before it stay as they are.

    Of what is public it is an erratum, with its reason; a version of the same author that is not
    public yet is discarded, for this one takes its place. What the document is does not change.

    :param about: its title and its day; its kind is the document's
    :param reason: why it corrects what is public; may be empty where nothing is
    :param expected_versions: how many versions the actor was looking at
    :raises DossierDocument.DoesNotExist: there is none
    :raises NotPermitted: the actor brings no documents for this dossier
    :raises Overtaken: somebody brought another version since
    :raises RuleViolation: it is the same file, no reason is given, or another person's version
        is on its way
    """
    dossier = Dossier.objects.select_for_update().get(documents=document_id)
    permissions.can_attach(actor, dossier).require()
    document = DossierDocument.objects.select_related("document", "act").get(pk=document_id)
    before = list(document.files.select_related("publication").order_by("number"))
    if expected_versions not in (None, len(before)):
        raise Overtaken(_("Somebody brought another version while you were looking at it."))
    stored = _usable(stored_id)
    _make_room(before, stored, actor=actor, at=at)
    corrects = _public_one(before)
    about = replace(about, title=_title(about, stored), kind=document.kind)
    made = _add_file(
        document, stored, about, corrects=corrects, reason=reason.strip(), actor=actor, at=at
    )
    return _told(dossier, made, actor=actor, at=at, submits=submits)


def _attach(
    dossier: Dossier,
    stored: StoredFile,
    about: Attachment,
    *,
    actor: Actor,
    at: datetime,
    submits: bool,
) -> AttachedFile:
    about = replace(about, title=_title(about, stored))
    if about.kind not in sentences.KINDS:
        raise RuleViolation(_("A document of that kind is not attached to a bill."))
    if (about.kind == DocumentKind.TEXT) != bool(about.text_kind):
        raise RuleViolation(_("Say which text of the bill it is."))
    document = DossierDocument.objects.create(
        dossier=dossier,
        position=dossier.documents.count() + 1,
        kind=about.kind,
        text_kind=about.text_kind,
        act=_act(dossier, about.act_position),
        document=Document.objects.create(
            kind=about.kind, title=about.title, dated_on=about.dated_on
        ),
    )
    made = _add_file(document, stored, about, corrects=None, reason="", actor=actor, at=at)
    return _told(dossier, made, actor=actor, at=at, submits=submits)


def _add_file(
    document: DossierDocument,
    stored: StoredFile,
    about: Attachment,
    *,
    corrects: Publication | None,
    reason: str,
    actor: Actor,
    at: datetime,
) -> AttachedFile:
    if about.dated_on > timezone.localdate(at):
        raise RuleViolation(_("The day of the document is still to come."))
    made = AttachedFile(
        document=document,
        number=document.files.count() + 1,
        stored=stored,
        title=about.title,
        dated_on=about.dated_on,
        brought_by_id=actor.user_id,
        brought_at=at,
    )
    made.publication = publications.draft(
        kind=PublicationKind.DOCUMENT,
        object_kind=OBJECT_KINDS[BillKind(document.dossier.kind)],
        object_key=document.dossier.number,
        content=content_of(made, document.dossier),
        actor=actor,
        at=at,
        corrects=corrects,
        reason=reason,
    )
    if stored.state == FileState.CLEAN:
        made.version = add_version(document=document.document, stored=stored, actor=actor, at=at)
    made.save()
    return made


def _told(
    dossier: Dossier, made: AttachedFile, *, actor: Actor, at: datetime, submits: bool
) -> AttachedFile:
    if submits:
        made.publication = publications.submit(
            publication_id=made.publication_id, actor=actor, at=at
        )
    record(
        DocumentAttached(
            number=dossier.number,
            position=made.document.position,
            version=made.number,
            kind=made.document.kind,
            sha256=made.stored.sha256,
            publication=made.publication_id,
        ),
        actor=actor,
        object_kind=OBJECT_KINDS[BillKind(dossier.kind)],
        object_key=dossier.number,
    )
    return made


def _usable(stored_id: int) -> StoredFile:
    """The file, locked: what the antivirus says meanwhile is heard after this."""
    stored = StoredFile.objects.select_for_update().get(pk=stored_id)
    if stored.state == FileState.REFUSED:
        raise RuleViolation(_("The antivirus found something in the file."))
    return stored


def _title(about: Attachment, stored: StoredFile) -> str:
    return about.title.strip() or PurePath(stored.name).stem


def _act(dossier: Dossier, position: int | None) -> Act | None:
    if position is None:
        return None
    act = dossier.acts.filter(position=position).first()
    if act is None:
        raise RuleViolation(_("The bill has no such act."))
    return act


def _make_room(
    before: Sequence[AttachedFile], stored: StoredFile, *, actor: Actor, at: datetime
) -> None:
    """Of what is not public yet, a further version takes the place, if its author is the same."""
    last = before[-1]
    state = last.publication.state
    if last.stored_id == stored.pk and state != PublicationState.DISCARDED:
        raise RuleViolation(_("It is the same file as the latest version."))
    if state not in UNDER_WAY:
        return
    if last.publication.drafted_by_id != actor.user_id:
        raise RuleViolation(
            _("Version %(number)s, of another person, is on its way: it must be decided first.")
            % {"number": last.number}
        )
    publications.discard(
        publication_id=last.publication_id,
        reason=f"Reemplazada por la versión {last.number + 1}.",
        actor=actor,
        at=at,
    )


def _public_one(before: Sequence[AttachedFile]) -> Publication | None:
    """What the public reads of the document now, if no erratum of it stands or stood there."""
    public = [one for one in before if one.publication.state == PublicationState.PUBLISHED]
    if not public or publications.is_being_corrected(public[-1].publication):
        return None
    return public[-1].publication
