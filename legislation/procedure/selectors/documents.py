"""Documents of dossiers: as the officials' desk lists and opens them, and as the public gets them."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from legislation.bills.enums import BillKind
from legislation.documents.enums import FileState, Reading
from legislation.procedure.models import AttachedFile, Dossier, DossierDocument
from legislation.publishing.enums import PublicationState
from legislation.publishing.models import Publication

NEWEST_FIRST = ("-position",)


class DocumentRow(NamedTuple):
    """A document as a list names it: what its latest version says and where that stands."""

    id: int
    position: int
    kind: str
    text_kind: str
    versions: int
    title: str
    dated_on: date
    file_state: str
    reading: str
    publication_id: int
    publication_state: str


class FileRow(NamedTuple):
    """One version of a document. ``version_id`` is empty while the antivirus is silent."""

    id: int
    number: int
    title: str
    dated_on: date
    name: str
    size: int
    pages: int | None
    file_kind: str
    sha256: str
    file_state: str
    file_reason: str
    reading: str
    version_id: int | None
    articles: int
    brought_by: str | None
    brought_at: datetime
    publication_id: int
    publication_state: str
    published_at: datetime | None
    corrects_id: int | None
    reason: str
    address: str


class PublicFile(NamedTuple):
    """A version that the public may get, or that was withdrawn: then with the reason."""

    sha256: str
    file_kind: str
    address: str
    state: str
    title: str
    number: str
    bill_kind: str
    published_at: datetime | None
    withdrawn_at: datetime | None
    reason: str


def list_documents(dossier: Dossier) -> QuerySet[Any, Any]:
    """The documents of a dossier, to be paged by ``NEWEST_FIRST``, as ``DocumentRow``."""
    latest = AttachedFile.objects.filter(document=OuterRef("pk")).order_by("-number")

    def of_latest(path: str) -> Subquery:
        return Subquery(latest.values(path)[:1])

    told = DossierDocument.objects.filter(dossier=dossier).annotate(
        versions=Count("files"),
        title=of_latest("title"),
        dated_on=of_latest("dated_on"),
        file_state=of_latest("stored__state"),
        reading=of_latest("stored__reading"),
        publication_id=of_latest("publication_id"),
        publication_state=of_latest("publication__state"),
    )
    return told.values_list(*DocumentRow._fields, named=True)


def get_document(number: str, position: int) -> DossierDocument:
    """A document of a bill's dossier.

    :raises DossierDocument.DoesNotExist: there is none
    """
    return DossierDocument.objects.select_related("dossier__committee", "act").get(
        dossier__kind=BillKind.BILL, dossier__number=number, position=position
    )


def files_of(document: DossierDocument) -> list[FileRow]:
    """Its versions, newest first: one query."""
    rows = (
        AttachedFile.objects.filter(document=document)
        .annotate(articles=Count("version__articles"))
        .order_by("-number")
    )
    return [
        FileRow(*row)
        for row in rows.values_list(
            "id",
            "number",
            "title",
            "dated_on",
            "stored__name",
            "stored__size",
            "stored__pages",
            "stored__kind",
            "stored__sha256",
            "stored__state",
            "stored__reason",
            "stored__reading",
            "version_id",
            "articles",
            "brought_by__name",
            "brought_at",
            "publication_id",
            "publication__state",
            "publication__published_at",
            "publication__corrects_id",
            "publication__reason",
            "publication__content__address",
        )
    ]


def why_not_ready(made: AttachedFile, found: Publication) -> str:
    """Why this version cannot be approved yet; «» if it can."""
    stored = made.stored
    if stored.state == FileState.WAITING:
        return _("The file still waits for the antivirus.")
    if stored.state == FileState.REFUSED:
        return _("The antivirus found something in the file.")
    is_read = stored.reading != Reading.UNREAD and made.version_id is not None
    if not is_read or (stored.reading == Reading.READ and not found.content["articles"]):
        return _("Its text was not read yet. It takes a minute: try again.")
    return ""


def file_of_publication(publication_id: int) -> AttachedFile:
    """The version whose publication it is.

    :raises AttachedFile.DoesNotExist: it is of no document of a dossier
    """
    return AttachedFile.objects.select_related("stored", "document").get(publication=publication_id)


def public_files(sha256: str) -> list[PublicFile]:
    """What was published with this content, the newest first; what was withdrawn as well.

    Whatever is not public yet is not here, as if it did not exist.
    """
    known = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
    rows = AttachedFile.objects.filter(
        stored__sha256=sha256, stored__state=FileState.CLEAN, publication__state__in=known
    ).annotate(address=F("publication__content__address"))
    return [
        PublicFile(*row)
        for row in rows.order_by("-publication__published_at", "-pk").values_list(
            "stored__sha256",
            "stored__kind",
            "address",
            "publication__state",
            "title",
            "document__dossier__number",
            "document__dossier__kind",
            "publication__published_at",
            "publication__withdrawn_at",
            "publication__reason",
        )
    ]
