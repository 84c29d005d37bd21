"""The papers of a bill: reports, letters, side-by-side texts, observations; and amendments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from legislation.bills.enums import BillKind, PaperKind
from legislation.bills.selectors import PaperLine, get_dossier, papers_of
from legislation.people.enums import Chamber
from legislation.votes.selectors_of_bills import count_votes_of_bill
from portals.citizens.pages.bill_head import AMENDMENTS, PAPERS, BillHead, bill_address, head_of
from portals.citizens.pages.bill_then import Then, journey_at, then_of
from portals.citizens.pages.bill_words import chamber_name, in_spanish, stage_name
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.formats import time_tag
from portals.shared.language import gettext as _
from portals.shared.parts import Column

Row = tuple[str | Markup | None, ...]


class PaperGroup(NamedTuple):
    """Papers of one kind, newest first, as a table of what is known of some of them."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: list[Row]


@dataclass(frozen=True)
class BillPapersPage:
    """``none`` is what is said where there are no groups. ``are_linked``: some paper can be
    opened. ``filed_text_url`` is where the bill as filed is published; «» where nobody says."""

    head: BillHead
    then: Then
    title: str
    groups: tuple[PaperGroup, ...]
    none: str
    are_linked: bool
    filed_text_url: str


def build_papers(number: str, *, kind: BillKind, on: date, as_of: str = "") -> BillPapersPage:
    """Every paper of a bill but the amendment papers. Three queries; six for the past.

    :param on: today
    :param as_of: the day that the address asks for («» for today)
    :raises ObjectDoesNotExist: there is no such bill
    """
    shown = (
        *(PaperKind.REPORT, PaperKind.COMPARISON, PaperKind.LETTER, PaperKind.OBSERVATION),
        PaperKind.OTHER,
    )
    return _build(number, kind, shown, PAPERS, on, as_of)


def build_amendments(number: str, *, kind: BillKind, on: date, as_of: str = "") -> BillPapersPage:
    """The amendment papers of a bill (boletines de indicaciones). Three queries; six for the past.

    :param on: today
    :param as_of: the day that the address asks for («» for today)
    :raises ObjectDoesNotExist: there is no such bill
    """
    return _build(number, kind, (PaperKind.AMENDMENTS,), AMENDMENTS, on, as_of)


def _build(
    number: str,
    kind: BillKind,
    shown: tuple[PaperKind, ...],
    segment: str,
    today: date,
    as_of: str,
) -> BillPapersPage:
    bill = get_dossier(number, kind=kind)
    address = bill_address(bill.number, kind=bill.kind) + segment
    then = then_of(as_of, bill, address=address, today=today)
    past = journey_at(bill, then.on) if then.on else None
    count = len(past.votes) if past else count_votes_of_bill(bill.id)
    head = head_of(past.bill if past else bill, current=segment, vote_count=count, on=then.on)
    papers = past.papers if past else papers_of(bill.id, kinds=shown)
    at = addresses()
    groups = (_group(one, [line for line in papers if line.kind == one], at) for one in shown)
    return BillPapersPage(
        head=head,
        then=then,
        title=_("Amendment papers") if segment == AMENDMENTS else _("Documents"),
        groups=tuple(group for group in groups if group.rows),
        none=_("No amendment paper has been published.")
        if segment == AMENDMENTS
        else _("No document has been published."),
        are_linked=any(
            paper.url and not _is_ours(paper) for paper in papers if paper.kind in shown
        ),
        filed_text_url=bill.filed_text_url if segment == PAPERS else "",
    )


def _group_titles() -> dict[str, tuple[str, str]]:
    return {
        PaperKind.REPORT: ("informes", _("Committee reports")),
        PaperKind.COMPARISON: ("comparados", _("Side-by-side texts")),
        PaperKind.LETTER: ("oficios", _("Official letters")),
        PaperKind.OBSERVATION: ("observaciones", _("Presidential observations")),
        PaperKind.AMENDMENTS: ("indicaciones", _("Amendment papers")),
        PaperKind.OTHER: ("otros", _("Texts and other documents")),
    }


def _group(kind: PaperKind, papers: Sequence[PaperLine], at: Addresses) -> PaperGroup:
    identifier, title = _group_titles()[kind]
    dated = [paper for paper in papers if paper.dated_on]
    dated.sort(key=lambda paper: (paper.dated_on, paper.position), reverse=True)
    # Side-by-side texts never carry a date: they keep the Senate's order, last.
    undated = [paper for paper in papers if not paper.dated_on]
    ordered = [*dated, *undated]
    columns: list[tuple[Column, list[str | Markup | None], bool]] = [
        (Column(_("Date")), [_day(paper) for paper in ordered] if dated else [], False),
        (Column(_("Document"), "head"), [_title(paper) for paper in ordered], True),
        (Column(_("Number")), [paper.number or None for paper in ordered], False),
        (Column(_("Stage")), [_stage(paper) for paper in ordered], False),
        (Column(_("Issued by")), [_origin(paper, at) for paper in ordered], False),
    ]
    # A column that says nothing of any of them is left out.
    kept = [(column, cells) for column, cells, always in columns if always or any(cells)]
    rows = list(zip(*(cells for _column, cells in kept), strict=True))
    return PaperGroup(identifier, title, tuple(column for column, _cells in kept), rows)


def _day(paper: PaperLine) -> str | Markup:
    return time_tag(value=paper.dated_on) if paper.dated_on else _("No date")


def _stage(paper: PaperLine) -> str | Markup | None:
    return in_spanish(stage_name(paper.stage, paper.stage_text)) if paper.stage else None


def _title(paper: PaperLine) -> Markup:
    """What it is, as a link, and beneath it the rest that its listing says.

    Of a letter, the description says more than its title, which is the step it came with.
    """
    said = [text for text in (paper.description, paper.title, paper.letter_type) if text]
    if paper.kind != PaperKind.LETTER and paper.title:
        said = [paper.title, *(text for text in said if text != paper.title)]
    words = in_spanish(said[0]) if said else _("Document")
    if paper.url:
        of = Markup("") if _is_ours(paper) else Markup(' rel="external"')
        words = Markup('<a href="{}"{}>{}</a>').format(paper.url, of, words)
    more = Markup("").join(
        Markup('<span class="paper__more">{}</span>').format(in_spanish(text))
        for text in dict.fromkeys(said[1:])
    )
    return Markup("{}{}").format(words, more)


def _is_ours(paper: PaperLine) -> bool:
    """Whether the file is given out here, and not where the Senate publishes it."""
    return paper.url.startswith("/")


def _origin(paper: PaperLine, at: Addresses) -> str | Markup | None:
    if paper.committee:
        name = in_spanish(paper.committee)
        if paper.committee_slug and paper.chamber in ("", Chamber.SENATE):
            return Markup('<a href="{}">{}</a>').format(at.committee(paper.committee_slug), name)
        return name
    return chamber_name(paper.chamber) or None
