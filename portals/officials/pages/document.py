"""One document of a bill: its versions, what was read in them, and any two of them compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from accounts.actors import Actor
from legislation.documents.enums import FileKind, FileState, Reading
from legislation.documents.selectors import ArticleLine, articles_of_each
from legislation.procedure import permissions
from legislation.procedure.models import AttachedFile, DossierDocument
from legislation.procedure.selectors.documents import FileRow, files_of, get_document
from legislation.publishing.enums import PublicationState
from portals.officials.pages.documents import crumbs_of, kind_name, list_address
from portals.shared.compared import (
    ComparedArticle,
    Unchanged,
    blocks_of,
    compare_lines,
    summary_of,
    summary_sentence,
)
from portals.shared.formats import long_datetime, plain_date
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parameters import asked
from portals.shared.parts import Column, Fact, Filter, Link

OLD_PARAMETER, NEW_PARAMETER = "de", "a"
THOUSAND = 1000
Row = tuple[str | int | Markup, ...]


@dataclass(frozen=True)
class Comparison:
    """Two versions, article by article. ``sentence`` says it in a few words."""

    old_name: str
    new_name: str
    sentence: str
    blocks: tuple[ComparedArticle | Unchanged, ...]


@dataclass(frozen=True)
class DocumentPage:
    """``articles`` are those of the latest version that has any; ``reading`` says why none.
    ``reason`` says why this person brings no further version, «» if they may."""

    title: str
    kicker: tuple[str, ...]
    crumbs: tuple[Link, ...]
    facts: tuple[Fact, ...]
    columns: tuple[Column, ...]
    versions: tuple[Row, ...]
    articles_of: str
    articles: tuple[ArticleLine, ...]
    reading: str
    pickers: tuple[Filter, ...]
    compare_address: str
    comparison: Comparison | None
    version_href: str
    reason: str


@dataclass(frozen=True)
class VersionPage:
    title: str
    lead: str
    crumbs: tuple[Link, ...]
    back_href: str
    reason: str
    document_id: int
    kind: str
    versions: int
    name: str
    dated_on: date


def build(number: str, position: int, query: Mapping[str, str], actor: Actor) -> DocumentPage:
    """A document, and two of its versions compared where the address asks for them: 3 queries.

    :raises DossierDocument.DoesNotExist: there is none
    """
    document = get_document(number, position)
    files = files_of(document)
    readable = [one for one in files if one.articles]
    pair = _pair(readable, query)
    wanted = {one.version_id for one in (*readable[:1], *pair) if one.version_id}
    articles = articles_of_each(wanted) if wanted else {}
    shown = readable[0] if readable else None
    return DocumentPage(
        title=files[0].title,
        kicker=(kind_name(document.kind, document.text_kind), number),
        crumbs=(
            *crumbs_of(document.dossier),
            Link(_("Documents"), list_address(number)),
            Link(files[0].title),
        ),
        facts=_facts(document, files[0]),
        columns=_columns(),
        versions=tuple(_row(number, position, one) for one in files),
        articles_of=_version_name(shown) if shown else "",
        articles=tuple(articles[shown.version_id]) if shown and shown.version_id else (),
        reading=_reading(files[0]),
        pickers=_pickers(readable, pair),
        compare_address=_address("officials:document", number, position),
        comparison=_comparison(pair, articles) if pair else None,
        version_href=_address("officials:document-version", number, position),
        reason=permissions.can_attach(actor, document.dossier).reason,
    )


def build_version(number: str, position: int, actor: Actor) -> VersionPage:
    """The page that brings another version.

    :raises DossierDocument.DoesNotExist: there is none
    """
    document = get_document(number, position)
    files = files_of(document)
    back = _address("officials:document", number, position)
    return VersionPage(
        title=_("Bring another version"),
        lead=_(
            "Those before it stay as they are. Your own version that is not public yet is discarded."
        ),
        crumbs=(
            *crumbs_of(document.dossier),
            Link(_("Documents"), list_address(number)),
            Link(files[0].title, back),
            Link(_("Bring another version")),
        ),
        back_href=back,
        reason=permissions.can_attach(actor, document.dossier).reason,
        document_id=document.pk,
        kind=document.kind,
        versions=len(files),
        name=files[0].title,
        dated_on=files[0].dated_on,
    )


def build_file(number: str, position: int, version: int) -> FileRow:
    """One version whose file may be read here: the antivirus let it pass.

    :raises DossierDocument.DoesNotExist: there is no such document
    :raises AttachedFile.DoesNotExist: it has no such version, or that one waits or was refused
    """
    for one in files_of(get_document(number, position)):
        if one.number == version and one.file_state == FileState.CLEAN:
            return one
    raise AttachedFile.DoesNotExist


def _address(name: str, number: str, position: int) -> str:
    return reverse(name, kwargs={"number": number, "position": position})


def _facts(document: DossierDocument, latest: FileRow) -> tuple[Fact, ...]:
    act = document.act
    known = (
        (_("Day of the document"), plain_date(latest.dated_on)),
        (
            _("It came with the act"),
            f"{plain_date(act.taken_on)}: {act.description}" if act else "",
        ),
        (_("Where the public gets it"), latest.address if latest.published_at else ""),
    )
    return tuple(Fact(term, value) for term, value in known if value)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Version"), "head"),
        Column(_("Attached file")),
        Column(_("Text read")),
        Column(_("Brought by"), hide_small=True),
        Column(_("Publication")),
    )


def _row(number: str, position: int, one: FileRow) -> Row:
    publication = reverse("officials:publication", kwargs={"pk": one.publication_id})
    said = Markup('<a href="{}">{}</a>').format(
        publication, PublicationState(one.publication_state).label
    )
    if one.reason:
        said += Markup('<span class="paper__more">{}</span>').format(one.reason)
    who = f"{one.brought_by or _('The system')}, {_hour(one.brought_at)}"
    return (_version_name(one), _file(number, position, one), _text(one), who, said)


def _file(number: str, position: int, one: FileRow) -> Markup:
    size = _("%(kilobytes)s kB") % {"kilobytes": max(1, round(one.size / THOUSAND))}
    kind = str(FileKind(one.file_kind).label)
    about = f"{kind}, {size}"
    if one.file_state != FileState.CLEAN:
        state = str(FileState(one.file_state).label)
        return Markup('{} <span class="muted">{}</span> <span class="tag">{}</span>').format(
            one.name, about, f"{state}. {one.file_reason}" if one.file_reason else state
        )
    href = reverse(
        "officials:document-file",
        kwargs={"number": number, "position": position, "version": one.number},
    )
    return Markup('<a href="{}">{}</a> <span class="muted">{}</span>').format(href, one.name, about)


def _text(one: FileRow) -> str:
    if one.articles:
        return _("Parts recognised: %(count)s") % {"count": one.articles}
    return str(Reading(one.reading).label)


def _reading(latest: FileRow) -> str:
    return "" if latest.articles else str(Reading(latest.reading).label)


def _version_name(one: FileRow) -> str:
    return _("Version %(number)s, %(day)s") % {
        "number": one.number,
        "day": plain_date(one.dated_on),
    }


def _pair(readable: Sequence[FileRow], query: Mapping[str, str]) -> tuple[FileRow, ...]:
    by_number = {str(one.number): one for one in readable}
    old, new = (
        by_number.get(asked(query, OLD_PARAMETER)),
        by_number.get(asked(query, NEW_PARAMETER)),
    )
    return (old, new) if old and new else ()


def _pickers(readable: Sequence[FileRow], pair: Sequence[FileRow]) -> tuple[Filter, ...]:
    if len(readable) < 2:
        return ()
    choices = tuple((str(one.number), _version_name(one)) for one in readable[::-1])
    old, new = pair or (readable[1], readable[0])
    return (
        Filter(OLD_PARAMETER, _("Earlier text"), str(old.number), choices),
        Filter(NEW_PARAMETER, _("Later text"), str(new.number), choices),
    )


def _comparison(
    pair: Sequence[FileRow], articles: Mapping[int, Sequence[ArticleLine]]
) -> Comparison:
    old, new = pair
    compared = compare_lines(articles[old.version_id or 0], articles[new.version_id or 0])
    return Comparison(
        old_name=_version_name(old),
        new_name=_version_name(new),
        sentence=summary_sentence(summary_of(compared)),
        blocks=tuple(blocks_of(compared, has_unchanged=True, written=_in_spanish)),
    )


def _in_spanish(text: str) -> str | Markup:
    if language() == "es":
        return text
    return Markup('<span lang="es">{}</span>').format(text)


def _hour(moment: datetime) -> str:
    return long_datetime(timezone.localtime(moment))
