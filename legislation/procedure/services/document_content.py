"""What a second person approves of a document, and what is filled in once its text was read."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.actors import SYSTEM
from legislation.documents.enums import DocumentKind
from legislation.documents.selectors import articles_of
from legislation.documents.services import ArticleText, add_version, text_digest
from legislation.people.enums import Chamber
from legislation.procedure import sentences
from legislation.procedure.enums import Standing
from legislation.procedure.models import AttachedFile, Dossier
from legislation.procedure.places import PLACES, chamber_of
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationState

DOCUMENT = "ATTACHED_FILE"
COMPLETED = (PublicationState.DRAFT, PublicationState.IN_REVIEW)


def content_of(made: AttachedFile, dossier: Dossier) -> dict[str, Any]:
    """Everything that the public record will say of this version, by name.

    Its articles are not known before its file was read: see ``note_text``.
    """
    document, stored = made.document, made.stored
    act = document.act
    standing = Standing((act.came_from or act.led_to) if act else dossier.standing)
    place = PLACES[standing]
    committee = dossier.committee if document.kind == DocumentKind.REPORT else None
    return {
        "document": DOCUMENT,
        "number": dossier.number,
        "title": dossier.title,
        "description": sentences.describe_document(
            document.kind, document.text_kind, made.title, made.dated_on, version=made.number
        ),
        "position": document.position,
        "version": made.number,
        "kind": document.kind,
        "text_kind": document.text_kind,
        "name": made.title,
        "dated_on": made.dated_on.isoformat(),
        "act_position": act.position if act else None,
        "stage": place.stage.value,
        "chamber": str(chamber_of(place.holder, Chamber(dossier.origin_chamber))),
        "committee": committee.slug if committee else "",
        "committee_name": committee.name if committee else "",
        "sha256": stored.sha256,
        "file_kind": stored.kind,
        "size": stored.size,
        "pages": stored.pages,
        "address": sentences.public_address(stored.sha256, made.title, stored.kind),
        "articles": 0,
        "articles_sha256": "",
    }


def digest_of(version_id: int) -> tuple[int, str]:
    """How many articles a version has, and the hash that stands for them; «» for none."""
    articles = [ArticleText(*line) for line in articles_of(version_id)]
    return len(articles), text_digest(articles) if articles else ""


@transaction.atomic
def note_text(*, document_id: int) -> int:
    """Put the articles of a document's versions into what is to be approved of them.

    :param document_id: of ``documents.Document``, whose file was read
    :returns: how many publications were completed; run again, none
    """
    done = 0
    for made in _locked(document__document=document_id, version__isnull=False):
        found = publications.locked(made.publication_id)
        count, digest = digest_of(made.version_id) if made.version_id else (0, "")
        told = (found.content["articles"], found.content["articles_sha256"])
        if found.state in COMPLETED and told != (count, digest):
            more = {"articles": count, "articles_sha256": digest}
            publications.complete(found, content={**found.content, **more})
            done += 1
    return done


@transaction.atomic
def add_cleared_versions(*, sha256: str, at: datetime) -> int:
    """Make versions of what was brought with this file while it waited for the antivirus.

    :returns: how many; run again, none
    """
    waiting = [
        made
        for made in _locked(stored__sha256=sha256, version__isnull=True)
        if made.publication.state != PublicationState.DISCARDED
    ]
    for made in waiting:
        made.version = add_version(
            document=made.document.document, stored=made.stored, actor=SYSTEM, at=at
        )
        made.save(update_fields=["version"])
    return len(waiting)


def _locked(**which: object) -> list[AttachedFile]:
    """Files with what surrounds them; their dossiers locked, always before their publications."""
    found = AttachedFile.objects.filter(**which)
    dossiers = Dossier.objects.filter(documents__files__in=found).order_by("pk")
    list(Dossier.objects.select_for_update().filter(pk__in=dossiers.values("pk")).order_by("pk"))
    return list(found.select_related("document__document", "stored", "publication").order_by("pk"))
