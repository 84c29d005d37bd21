"""A bill's amendment papers, and one of them with what was filed in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from legislation.amendments import lifecycle, permissions, selectors
from legislation.amendments.enums import (
    Admissibility,
    AmendmentKind,
    Author,
    Deed,
    Outcome,
    PaperState,
    SignedAs,
    State,
)
from legislation.amendments.guards import AMENDING, IN_COMMITTEE
from legislation.amendments.models import AmendmentPaper
from legislation.amendments.selectors import AmendmentRow, PaperRow
from legislation.procedure.enums import Standing
from legislation.procedure.models import Dossier
from legislation.procedure.selectors.dossiers import get_dossier
from legislation.publishing.enums import PublicationState
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parameters import asked
from portals.shared.parts import Column, Fact, Filter, Link

SIZE = 50
FEW_WORDS = 160

Row = tuple[str | int | Markup | None, ...]


@dataclass(frozen=True)
class PapersPage:
    """``reason`` says why no paper can be opened now, empty if one can."""

    number: str
    title: str
    crumbs: tuple[Link, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pages: PageLinks
    reason: str
    open_href: str


@dataclass(frozen=True)
class PaperPage:
    """``file_reason`` and ``close_reason`` say why not, empty if it can be done."""

    number: str
    title: str
    kicker: str
    is_open: bool
    facts: tuple[Fact, ...]
    crumbs: tuple[Link, ...]
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pages: PageLinks
    file_href: str
    file_reason: str
    close_href: str
    close_reason: str
    publication_href: str


@dataclass(frozen=True)
class EntryPage:
    """A form about a bill's amendments; ``reason`` says why there is none."""

    title: str
    lead: str
    kicker: str
    citation: str
    reason: str
    crumbs: tuple[Link, ...]
    back_href: str
    key: int
    revision: int


def build(number: str, query: Mapping[str, str], actor: Actor) -> PapersPage:
    """:raises Dossier.DoesNotExist: there is no such bill here"""
    dossier = get_dossier(number)
    page = keyset_page(
        selectors.papers_of(dossier),
        order=selectors.NEWEST_FIRST,
        size=SIZE,
        cursor=query.get(CURSOR_PARAMETER),
    )
    return PapersPage(
        number=number,
        title=dossier.title,
        crumbs=crumbs_of(number),
        columns=(
            Column(_("Paper"), "head"),
            Column(_("Term to file")),
            Column(_("State")),
            Column(_("Amendments"), "number"),
            Column(_("Not decided"), "number"),
            Column(_("Publication"), hide_small=True),
        ),
        rows=tuple(_paper_line(number, row) for row in page.items),
        pages=page_links(page, path=reverse("officials:amendment-papers", args=[number])),
        reason=_why_not_open(dossier, actor),
        open_href=reverse("officials:amendment-paper-open", args=[number]),
    )


def build_opening(number: str, actor: Actor) -> EntryPage:
    """:raises Dossier.DoesNotExist: there is no such bill here"""
    dossier = get_dossier(number)
    return EntryPage(
        title=_("Open an amendment paper"),
        lead=dossier.title,
        kicker=number,
        citation=lifecycle.citation_of(Deed.OPEN),
        reason=_why_not_open(dossier, actor),
        crumbs=(*crumbs_of(number, is_last=False), Link(_("Open an amendment paper"))),
        back_href=reverse("officials:amendment-papers", args=[number]),
        key=dossier.pk,
        revision=dossier.revision,
    )


def build_paper(number: str, paper: int, query: Mapping[str, str], actor: Actor) -> PaperPage:
    """:raises AmendmentPaper.DoesNotExist: there is none"""
    found = selectors.get_paper(number, paper)
    words, state = asked(query, "texto"), asked(query, "estado")
    states = (State(state),) if state in State.values else ()
    page = keyset_page(
        selectors.amendments_of(found, states=states, words=words),
        order=selectors.IN_ORDER,
        size=SIZE,
        cursor=query.get(CURSOR_PARAMETER),
    )
    address = paper_href(number, paper)
    kept = {name: value for name, value in (("texto", words), ("estado", state)) if value}
    filing = permissions.can_file_amendment(actor, found.dossier)
    closing = permissions.can_keep_papers(actor, found.dossier)
    return PaperPage(
        number=number,
        title=_("Amendment paper No. %(number)s") % {"number": paper},
        kicker=found.dossier.title,
        is_open=found.state == PaperState.OPEN,
        facts=_facts(found),
        crumbs=(*crumbs_of(number, is_last=False), Link(_("No. %(number)s") % {"number": paper})),
        address=address,
        filters=_filters(words, state if states else ""),
        clear_href=address if kept else "",
        columns=_columns(),
        rows=_lines(number, paper, page.items),
        pages=page_links(page, path=address, params=kept),
        file_href=reverse("officials:amendment-file", args=[number, paper]),
        file_reason=filing.reason,
        close_href=reverse("officials:amendment-paper-close", args=[number, paper]),
        close_reason=closing.reason,
        publication_href=_publication_href(found.publication_id),
    )


def build_closing(number: str, paper: int, actor: Actor) -> EntryPage:
    """:raises AmendmentPaper.DoesNotExist: there is none"""
    found = selectors.get_paper(number, paper)
    reason = permissions.can_keep_papers(actor, found.dossier).reason
    if not reason and found.state == PaperState.CLOSED:
        reason = _("It is closed already.")
    return _entry(found, _("Close the amendment paper"), Deed.CLOSE, reason)


def build_filing(number: str, paper: int, actor: Actor) -> EntryPage:
    """:raises AmendmentPaper.DoesNotExist: there is none"""
    found = selectors.get_paper(number, paper)
    reason = permissions.can_file_amendment(actor, found.dossier).reason
    if not reason and found.state == PaperState.CLOSED:
        reason = _("This amendment paper is closed: nothing more is filed into it.")
    return _entry(found, _("File an amendment"), Deed.FILE, reason)


def article_choices(number: str) -> list[tuple[str, str]]:
    """The articles of the bill's latest public text, to choose from."""
    return selectors.articles_of(get_dossier(number))


def crumbs_of(number: str, *, is_last: bool = True) -> tuple[Link, ...]:
    """The way from the bills to this one's amendments."""
    here = None if is_last else reverse("officials:amendment-papers", args=[number])
    return (
        Link(_("Bills"), reverse("officials:bills")),
        Link(number, reverse("officials:dossier", kwargs={"number": number})),
        Link(_("Amendments"), here),
    )


def paper_href(number: str, paper: int) -> str:
    """Where a paper is."""
    return reverse("officials:amendment-paper", args=[number, paper])


def _entry(found: AmendmentPaper, title: str, deed: Deed, reason: str) -> EntryPage:
    number = found.dossier.number
    back = paper_href(number, found.number)
    paper = _("No. %(number)s") % {"number": found.number}
    return EntryPage(
        title=title,
        lead=found.dossier.title,
        kicker=number,
        citation=lifecycle.citation_of(deed),
        reason=reason,
        crumbs=(*crumbs_of(number, is_last=False), Link(paper, back), Link(title)),
        back_href=back,
        key=found.pk,
        revision=found.revision,
    )


def _why_not_open(dossier: Dossier, actor: Actor) -> str:
    decision = permissions.can_keep_papers(actor, dossier)
    if not decision:
        return decision.reason
    if dossier.is_treaty:
        return _("A treaty is approved or rejected as a whole: it takes no amendments.")
    if Standing(dossier.standing) not in AMENDING | IN_COMMITTEE:
        return _(
            "A bill is amended after its approval in general, or in committee if discussed at once."
        )
    return ""


def _paper_line(number: str, row: PaperRow) -> Row:
    href = paper_href(number, row.number)
    state = row.publication_state
    return (
        Markup('<a href="{}">{}</a>').format(href, _("No. %(number)s") % {"number": row.number}),
        f"{plain_date(row.opened_on)} – {plain_date(row.deadline_on)}",
        str(PaperState(row.state).label),
        row.filed,
        row.waiting,
        Markup('<a href="{}">{}</a>').format(
            _publication_href(row.publication_id), PublicationState(state).label
        )
        if state
        else _("When it closes"),
    )


def _publication_href(pk: int | None) -> str:
    return reverse("officials:publication", kwargs={"pk": pk}) if pk else ""


def _facts(paper: AmendmentPaper) -> tuple[Fact, ...]:
    published = paper.publication
    known = (
        (_("State"), str(PaperState(paper.state).label), None),
        (_("It opens on"), plain_date(paper.opened_on), None),
        (_("Last day to file"), plain_date(paper.deadline_on), None),
        (_("It closes on"), plain_date(paper.closed_on) if paper.closed_on else "", None),
        (
            _("Publication"),
            str(PublicationState(published.state).label) if published else "",
            _publication_href(paper.publication_id) or None,
        ),
    )
    return tuple(Fact(term, value, href) for term, value, href in known if value)


def _filters(words: str, state: str) -> tuple[Filter, ...]:
    states = (("", _("Any")), *((one.value, str(one.label)) for one in State))
    return (
        Filter("texto", _("Article or text"), words),
        Filter("estado", _("It stands"), state, states),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("No.")),
        Column(_("Amendment"), "head"),
        Column(_("Of"), hide_small=True),
        Column(_("It stands")),
    )


def _lines(number: str, paper: int, rows: list[AmendmentRow]) -> tuple[Row, ...]:
    signed = selectors.signatories_of([row.id for row in rows])
    return tuple(_line(number, paper, row, signed.get(row.id, {})) for row in rows)


def _line(number: str, paper: int, row: AmendmentRow, signed: Mapping[SignedAs, list[str]]) -> Row:
    href = reverse("officials:amendment", args=[number, paper, row.number])
    text = row.text if len(row.text) <= FEW_WORDS else f"{row.text[:FEW_WORDS].rstrip()}…"
    said = f"{AmendmentKind(row.kind).label}: {row.article_label}"
    return (
        str(row.number),
        Markup('<a href="{}">{}</a> <span class="muted">{}</span>').format(href, said, text),
        authors(row.author, signed),
        str(standing(row).label),
    )


def authors(author: str, signed: Mapping[SignedAs, list[str]]) -> str:
    """Who an amendment is of, and who took it over."""
    if author == Author.PRESIDENT:
        of = str(Author.PRESIDENT.label)
    else:
        of = "; ".join(signed.get(SignedAs.AUTHOR, ()))
    takers = "; ".join(signed.get(SignedAs.TAKER, ()))
    return (
        _("%(author)s, taken over by %(takers)s") % {"author": of, "takers": takers}
        if takers
        else of
    )


def standing(row: AmendmentRow) -> State:
    """Where a row's amendment stands."""
    return lifecycle.state_of(
        Admissibility(row.admissibility),
        Outcome(row.outcome),
        is_renewed=row.renewed_on is not None,
    )
