"""A bill as it stood at the end of a day, by the legal dates of what happened to it. Pure.

What bears no date cannot be placed, and is left out rather than guessed: undated papers, the
bills debated together with it, the majority that it needs, and the committee in charge unless
a step until that day tells it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from legislation.bills.enums import PaperKind, Stage, Status
from legislation.bills.selectors import (
    Dossier,
    PaperLine,
    StageLine,
    StepLine,
    TextLine,
    UrgencyLine,
)
from legislation.bills.selectors.dossier import OpenUrgency
from legislation.procedure.enums import Standing
from legislation.procedure.places import PLACES
from legislation.votes.selectors import VoteRow

# «Pasa a Comisión de Hacienda», until the sentence ends or another committee follows.
_REFERRAL = re.compile(
    r"\bpasa a (?:la )?(comisi[oó]n(?! mixta)(?:(?!, a (?:la )?comisi)[^.;])*)", re.IGNORECASE
)
_AFTER_ALL = (Stage.FINISHED, Stage.ARCHIVED)


@dataclass(frozen=True)
class Journey:
    """A bill with everything of it that bears a date.

    Steps and texts are oldest first; votes and urgencies, newest first.
    """

    bill: Dossier
    steps: Sequence[StepLine]
    votes: Sequence[VoteRow]
    papers: Sequence[PaperLine]
    texts: Sequence[TextLine]
    urgencies: Sequence[UrgencyLine]


def as_of(whole: Journey, on: date) -> Journey:
    """The same bill as it stood at the end of a day, no earlier than that of its filing."""
    steps = [step for step in whole.steps if step.taken_on <= on]
    papers = [one for one in whole.papers if one.dated_on is not None and one.dated_on <= on]
    texts = [text for text in whole.texts if text.dated_on <= on]
    urgencies = [_urgency(one, on) for one in whole.urgencies if one.set_on <= on]
    amendments = sum(paper.kind == PaperKind.AMENDMENTS for paper in papers)
    return Journey(
        bill=replace(
            _standing(whole.bill, steps, on),
            text_count=len(texts),
            amendment_count=amendments,
            paper_count=len(papers) - amendments,
            urgency_count=len(urgencies),
            open_urgency=_open_urgency(urgencies),
        ),
        steps=steps,
        votes=[vote for vote in whole.votes if vote.taken_on <= on],
        papers=papers,
        texts=texts,
        urgencies=urgencies,
    )


def _standing(bill: Dossier, steps: Sequence[StepLine], on: date) -> Dossier:
    """Where it stood; whatever is written of the bill without a date is left out."""
    stages = tuple(entry for entry in bill.stages if entry.entered_on <= on)
    here = stages[-1] if stages else StageLine(Stage.UNRECOGNISED, "", bill.filed_on)
    last = steps[-1] if steps else None
    status = _status(bill, last, on)
    is_law = status == Status.PUBLISHED
    return replace(
        bill,
        stage=here.stage,
        stage_text=last.stage_text if last and last.stage == here.stage else "",
        chamber=here.chamber,
        step_text="",
        status=status,
        urgency_text="",
        law_text=bill.law_text if is_law else "",
        law_number=bill.law_number if is_law else None,
        law_published_on=bill.law_published_on if is_law else None,
        quorum_matter="",
        last_step_on=max((step.taken_on for step in steps), default=bill.filed_on),
        committee=_committee(steps, here),
        committee_slug="",
        committee_chamber="",
        merged_with=(),
        stages=stages,
    )


def _status(bill: Dossier, last: StepLine | None, on: date) -> str:
    """As the last step says; of steps observed elsewhere, in progress until the day it ended."""
    if last is not None and last.led_to in Standing.values:
        return PLACES[Standing(last.led_to)].status
    return bill.status if on >= _ended_on(bill) else Status.IN_PROGRESS


def _ended_on(bill: Dossier) -> date:
    """The day of the end of a bill that ended; of another, one after which it stands as it does."""
    if bill.law_published_on is not None and bill.status == Status.PUBLISHED:
        return bill.law_published_on
    if bill.stages and bill.stages[-1].stage in _AFTER_ALL:
        return bill.stages[-1].entered_on
    return bill.last_step_on


def _committee(steps: Sequence[StepLine], here: StageLine) -> str:
    """The committee that the last referral of the present stage names, in its words; or «»."""
    for step in reversed(steps):
        if (step.stage, step.chamber) != (here.stage, here.chamber):
            return ""
        if found := _REFERRAL.search(step.description):
            return " ".join(found[1].split())
    return ""


def _urgency(urgency: UrgencyLine, on: date) -> UrgencyLine:
    """An urgency that ended later had not ended yet."""
    if urgency.ended_on is None or urgency.ended_on <= on:
        return urgency
    return urgency._replace(ended_on=None, end="", end_message="", end_chamber="")


def _open_urgency(urgencies: Sequence[UrgencyLine]) -> OpenUrgency | None:
    for one in urgencies:
        if one.ended_on is None and not one.end:
            return OpenUrgency(one.kind, one.set_on, one.due_on, one.chamber, one.message)
    return None
