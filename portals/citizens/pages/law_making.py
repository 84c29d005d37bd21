"""How a law is made, with how many bills stand at each step today."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from legislation.bills import selectors_stages
from legislation.bills.enums import Stage, Status
from portals.citizens.pages.learn import crumbs_to
from portals.shared.address_words import STAGES
from portals.shared.formats import number
from portals.shared.parts import Link

STAGE_WORDS = {stage: word for word, stage in STAGES.items()}


@dataclass(frozen=True)
class Chapter:
    """One step of the explanation. ``bills`` is how many stand there; None: not counted.

    ``links`` lead to the lists of those bills, one for each stage that has any.
    """

    slug: str
    title: Promise
    body: tuple[Promise, ...]
    source: str
    bills: int | None
    links: tuple[Link, ...]

    @property
    def count_text(self) -> str:
        if not self.bills:
            return gettext("No bill stands here today.")
        return ngettext(
            "%(bills)s bill stands here today.", "%(bills)s bills stand here today.", self.bills
        ) % {"bills": number(self.bills)}


@dataclass(frozen=True)
class LawMakingPage:
    """``elsewhere``: the bills on their way that stand at no chapter's step, by their stage.

    With them the steps add up to the bills that ``lead`` counts.
    """

    chapters: tuple[Chapter, ...]
    elsewhere: tuple[Link, ...]
    lead: str
    crumbs: tuple[Link, ...]


_CHAPTERS: tuple[tuple[str, Promise, tuple[Promise, ...], str, tuple[Stage, ...]], ...] = (
    (
        "idea",
        _("An idea is filed"),
        (
            _(
                "The President of the Republic may propose a law: that is a message. So may one to "
                "five senators or one to ten deputies: that is a motion."
            ),
            _(
                "Some matters, such as taxes or public employment, may only be proposed by the "
                "President. Taxes and the budget start in the Chamber of Deputies; amnesties, in "
                "the Senate."
            ),
        ),
        "CPR 65",
        (),
    ),
    (
        "primer-tramite",
        _("The first chamber debates it"),
        (
            _(
                "The bill is announced in a sitting and goes to a committee, which hears those "
                "concerned and reports to the floor."
            ),
            _(
                "The floor first votes in general: whether to legislate at all. Then it receives "
                "amendments and votes article by article, in particular."
            ),
        ),
        "CPR 65-66; LOC 23-24",
        (Stage.FIRST, Stage.FIRST_INSISTED),
    ),
    (
        "segundo-tramite",
        _("The other chamber revises it"),
        (
            _("The second chamber repeats the path: committee, general vote, particular vote."),
            _(
                "If it approves the same text, the bill goes to the President. If it changes it, "
                "the bill returns. If it rejects it whole, a conference committee is formed."
            ),
        ),
        "CPR 69-70",
        (Stage.SECOND,),
    ),
    (
        "tercer-tramite",
        _("The first chamber votes on the changes"),
        (
            _(
                "Only the changes are voted on. What is approved is settled; what is rejected goes "
                "to a conference committee."
            ),
        ),
        "CPR 71",
        (Stage.THIRD, Stage.COMPLETION),
    ),
    (
        "comision-mixta",
        _("A conference committee looks for agreement"),
        (
            _(
                "Five senators and five deputies propose a solution. Each chamber votes it as a "
                "whole, without amendments."
            ),
        ),
        "CPR 70-71",
        (
            Stage.CONFERENCE_CHANGES,
            Stage.CONFERENCE_IDEA,
            Stage.CONFERENCE_BUDGET,
            Stage.CONFERENCE_REPORT_ORIGIN,
            Stage.CONFERENCE_REPORT_REVISING,
        ),
    ),
    (
        "tribunal",
        _("Some bills are checked by the Constitutional Court"),
        (
            _(
                "Organic laws and laws that interpret the Constitution are always checked before "
                "they are published; others when they are challenged."
            ),
        ),
        "CPR 93",
        (Stage.COURT,),
    ),
    (
        "presidencia",
        _("The President signs or sends observations"),
        (
            _(
                "The President has 30 days. If nothing is said, the bill is approved. Observations "
                "(a veto) are voted on by both chambers, which may insist on their text with two "
                "thirds of those present."
            ),
        ),
        "CPR 72-73",
        (Stage.PRESIDENT, Stage.VETO_ORIGIN, Stage.VETO_REVISING, Stage.INSISTENCE),
    ),
    (
        "publicacion",
        _("It is published and becomes law"),
        (_("The law appears in the Diario Oficial and binds everybody from then on."),),
        "CPR 75",
        (),
    ),
)


def build() -> LawMakingPage:
    """Two queries."""
    by_stage = selectors_stages.open_bills_by_stage()
    by_status = selectors_stages.bills_by_status()
    chapters = tuple(
        Chapter(
            slug=slug,
            title=title,
            body=body,
            source=source,
            bills=sum(by_stage.get(stage, 0) for stage in stages) if stages else None,
            links=tuple(_link(stage, by_stage[stage]) for stage in stages if stage in by_stage),
        )
        for slug, title, body, source, stages in _CHAPTERS
    )
    told = {stage for *_others, stages in _CHAPTERS for stage in stages}
    return LawMakingPage(
        chapters=chapters,
        elsewhere=tuple(
            _link(stage, bills) for stage, bills in by_stage.items() if stage not in told
        ),
        lead=_lead(by_status.get(Status.IN_PROGRESS, 0), by_status.get(Status.PUBLISHED, 0)),
        crumbs=crumbs_to(gettext("How a law is made"), below=True),
    )


def _link(stage: Stage, bills: int) -> Link:
    if stage not in STAGE_WORDS:
        return Link(gettext("At a stage that is not stated"), None, number(bills))
    address = f"{reverse('citizens:bill-list')}?etapa={STAGE_WORDS[stage]}"
    return Link(str(stage.label), address, number(bills))


def _lead(in_progress: int, published: int) -> str:
    return gettext(
        "Of the bills on record, %(in_progress)s are on their way and %(published)s became law."
    ) % {"in_progress": number(in_progress), "published": number(published)}
