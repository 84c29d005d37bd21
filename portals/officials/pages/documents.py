"""The documents of one bill, and the page that brings more of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from legislation.bills.enums import TextKind
from legislation.documents.enums import DocumentKind, FileState
from legislation.procedure import permissions
from legislation.procedure.models import Dossier
from legislation.procedure.selectors.documents import NEWEST_FIRST, DocumentRow, list_documents
from legislation.procedure.selectors.dossiers import acts_of, get_dossier
from legislation.publishing.enums import PublicationState
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parts import Column, Link

SIZE = 50
LONGEST_ACT = 80
Row = tuple[str | int | Markup, ...]


@dataclass(frozen=True)
class DocumentsPage:
    """``reason`` says why this person brings none, «» if they may."""

    number: str
    title: str
    crumbs: tuple[Link, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pages: PageLinks
    upload_href: str
    reason: str


@dataclass(frozen=True)
class UploadPage:
    """``acts`` are those that a document may have come with: position and words."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    back_href: str
    reason: str
    dossier_id: int
    revision: int
    acts: tuple[tuple[str, str], ...]


def build(number: str, query: Mapping[str, str], actor: Actor) -> DocumentsPage:
    """The documents of a dossier, newest first: 2 queries, and one of rights.

    :raises Dossier.DoesNotExist: there is none
    """
    dossier = get_dossier(number)
    page = keyset_page(
        list_documents(dossier), order=NEWEST_FIRST, size=SIZE, cursor=query.get(CURSOR_PARAMETER)
    )
    may = permissions.can_attach(actor, dossier)
    return DocumentsPage(
        number=number,
        title=dossier.title,
        crumbs=(*crumbs_of(dossier), Link(_("Documents"))),
        columns=(
            Column(_("No."), "number"),
            Column(_("Document"), "head"),
            Column(_("Day"), hide_small=True),
            Column(_("Versions"), "number"),
            Column(_("Publication")),
        ),
        rows=tuple(_row(number, row) for row in page.items),
        pages=page_links(page, path=list_address(number)),
        upload_href=reverse("officials:documents-upload", kwargs={"number": number}),
        reason=may.reason,
    )


def build_upload(number: str, actor: Actor) -> UploadPage:
    """:raises Dossier.DoesNotExist: there is none"""
    dossier = get_dossier(number)
    return UploadPage(
        title=_("Bring documents"),
        lead=_("Nothing of them is public before a second person has approved it."),
        crumbs=(
            *crumbs_of(dossier),
            Link(_("Documents"), list_address(number)),
            Link(_("Bring documents")),
        ),
        back_href=list_address(number),
        reason=permissions.can_attach(actor, dossier).reason,
        dossier_id=dossier.pk,
        revision=dossier.revision,
        acts=tuple(
            (str(act.position), f"{plain_date(act.taken_on)}: {act.description[:LONGEST_ACT]}")
            for act in acts_of(dossier)
        ),
    )


def crumbs_of(dossier: Dossier) -> tuple[Link, ...]:
    """The way to a dossier."""
    return (
        Link(_("Bills"), reverse("officials:bills")),
        Link(dossier.number, reverse("officials:dossier", kwargs={"number": dossier.number})),
    )


def list_address(number: str) -> str:
    """Where the documents of a bill are."""
    return reverse("officials:documents", kwargs={"number": number})


def kind_name(kind: str, text_kind: str) -> str:
    """What a document is: of a text of the bill, which."""
    return str(TextKind(text_kind).label if text_kind else DocumentKind(kind).label)


def _row(number: str, row: DocumentRow) -> Row:
    href = reverse("officials:document", kwargs={"number": number, "position": row.position})
    publication = reverse("officials:publication", kwargs={"pk": row.publication_id})
    state = Markup('<a href="{}">{}</a>').format(
        publication, PublicationState(row.publication_state).label
    )
    if row.file_state != FileState.CLEAN:
        state += Markup(' <span class="tag">{}</span>').format(FileState(row.file_state).label)
    told = Markup('<a href="{}">{}</a> <span class="muted">{}</span>').format(
        href, row.title, kind_name(row.kind, row.text_kind)
    )
    return (row.position, told, plain_date(row.dated_on), row.versions, state)
