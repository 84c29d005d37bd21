"""The things found, as lines of a list, with the words found marked."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from markupsafe import Markup

from legislation.bills.enums import BillKind, Stage, Status
from legislation.search.selectors import (
    HIGHLIGHT_START,
    HIGHLIGHT_STOP,
    BillHit,
    CommitteeHit,
    SenatorHit,
    SessionHit,
    VoteHit,
)
from legislation.sessions.enums import SessionState
from portals.citizens.pages.bill_sentences import law_name
from portals.citizens.pages.bill_words import (
    chamber_name,
    filled,
    in_spanish,
    initiative_name,
    stage_name,
    standing_name,
    urgency_name,
)
from portals.citizens.pages.session_names import committee_address, session_address, session_name
from portals.shared.formats import highlighted, plain_date, short_date
from portals.shared.language import gettext as _
from portals.shared.parts import VoteLine

_SENTENCE_ENDS = '.!?»")…'


class FoundLine(NamedTuple):
    """One thing found, ready for ``search_result``."""

    kind: str
    title: str | Markup
    href: str
    facts: tuple[str | Markup, ...]
    excerpt: str | Markup = ""


def bill_lines(hits: Iterable[BillHit]) -> tuple[FoundLine, ...]:
    """Bills. Every address is that of the list and the number, resolved once."""
    roots = {
        BillKind.BILL.value: reverse("citizens:bill-list"),
        BillKind.MATTER.value: reverse("citizens:matter-list"),
    }
    return tuple(_bill_line(hit, f"{roots[hit.kind]}{hit.number}/") for hit in hits)


def _bill_line(hit: BillHit, address: str) -> FoundLine:
    """A bill: its plain title if it has one, where it stands, and why it was found."""
    return FoundLine(
        kind=_("Senate matter") if hit.kind == BillKind.MATTER else _("Bill"),
        title=_marked(hit.plain_title or hit.title),
        href=address,
        facts=(
            hit.number,
            _standing(hit),
            urgency_name(hit.urgency) if hit.urgency else "",
            initiative_name(hit.initiative),
            in_spanish(hit.committee) if hit.committee else "",
            _("last movement on %(date)s") % {"date": short_date(hit.last_step_on)},
            _found_elsewhere(hit),
        ),
        excerpt=_excerpt(hit, address),
    )


def _standing(hit: BillHit) -> str:
    if hit.status == Status.PUBLISHED and hit.law_number:
        return law_name(hit.law_number, "")
    if hit.status == Status.IN_PROGRESS and hit.stage != Stage.UNRECOGNISED:
        return stage_name(hit.stage)
    return standing_name(hit.kind, hit.status, hit.stage)


def _excerpt(hit: BillHit, address: str) -> str | Markup:
    """The text that shows why a bill was found; without one, the beginning of its summary."""
    if hit.passage:
        where = f"{address}textos/{hit.text_slug}/#{hit.article_eid}"
        return Markup('<a href="{}">{}</a>: {}').format(
            where, in_spanish(hit.article_label or ""), _marked(cut_shown(hit.passage))
        )
    if hit.plain_title and HIGHLIGHT_START not in hit.plain_title + hit.summary:
        return _marked(hit.title)
    return _marked(cut_shown(hit.summary))


def cut_shown(piece: str) -> str:
    """A piece of a text with an ellipsis at each end where it begins or stops inside a sentence."""
    words = piece.replace(HIGHLIGHT_START, "").replace(HIGHLIGHT_STOP, "").strip()
    if not words:
        return piece
    before = "… " if words[0].islower() else ""
    after = "" if words[-1] in _SENTENCE_ENDS else " …"
    return f"{before}{piece.strip()}{after}"


def _found_elsewhere(hit: BillHit) -> str:
    if HIGHLIGHT_START in hit.title + hit.plain_title + hit.summary or hit.passage:
        return ""
    if hit.is_in_heading:
        return _("found by its number, authors, subjects or committee")
    return _("found in its text")


def vote_line(hit: VoteHit) -> VoteLine:
    """A vote by what was put to it; the line says how it came out."""
    sitting = session_name(hit.legislature, hit.session_number)
    return VoteLine(
        sentence=_marked(hit.subject),
        href=(
            f"{reverse('citizens:vote-list')}{hit.legislature}/{hit.session_number}/{hit.position}/"
        ),
        outcome=hit.result,
        counts={
            "YES": hit.yes,
            "NO": hit.no,
            "ABSTAIN": hit.abstain,
            "PAIRED": hit.paired,
            "RECUSED": hit.recused,
        },
        on=hit.taken_on,
        needed=hit.needed,
        seats=hit.in_office,
        facts=(_("Bill %(number)s") % {"number": hit.bill_number}, sitting)
        if hit.bill_number
        else (sitting,),
    )


def session_line(hit: SessionHit) -> FoundLine:
    """A sitting: of the floor, by its number; of a committee, which nobody cites by a number, by
    its committee and day."""
    state = str(SessionState(hit.state).label) if hit.state != SessionState.HELD else ""
    if hit.committee and hit.committee_slug:
        day = short_date(hit.held_on)
        return FoundLine(
            kind=_("Committee sitting"),
            title=filled("%(committee)s, %(day)s", committee=in_spanish(hit.committee), day=day),
            href=committee_address(hit.committee_slug),
            facts=(state,),
            excerpt=_marked(hit.heading),
        )
    return FoundLine(
        kind=_("Sitting"),
        title=session_name(hit.legislature, hit.number),
        href=session_address(hit.legislature, hit.number),
        facts=(_("The floor"), plain_date(hit.held_on), state),
        excerpt=_marked(hit.heading),
    )


def senator_line(hit: SenatorHit) -> FoundLine:
    office = "" if hit.is_in_office or hit.is_in_office is None else _("No longer in office")
    return FoundLine(
        kind=_("Senator"),
        title=hit.full_name,
        href=reverse("citizens:senator", kwargs={"slug": hit.slug}),
        facts=(hit.region or "", hit.party or "", office),
    )


def committee_line(hit: CommitteeHit) -> FoundLine:
    return FoundLine(
        kind=_("Committee"),
        title=in_spanish(hit.name),
        href=committee_address(hit.slug),
        facts=(chamber_name(hit.chamber),),
    )


def _marked(text: str) -> str | Markup:
    return in_spanish(highlighted(text))
