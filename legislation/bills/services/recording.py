"""Makes the record of one bill agree with what a source says of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from legislation.bills.models import Bill
from legislation.bills.observed import ObservedBill
from legislation.bills.services.circumstances import (
    record_authors,
    record_merges,
    record_stages,
    record_steps,
    record_subjects,
)
from legislation.bills.services.papers import record_filed_text, record_papers
from legislation.bills.services.target import Target
from legislation.bills.services.texts import record_texts
from legislation.bills.services.urgencies import record_urgencies
from legislation.provenance.models import Source
from legislation.provenance.services import amend

# Written by people here, and seldom by a source: an empty observation leaves them alone.
KEPT_WHEN_NOT_OBSERVED = ("plain_title", "summary", "quorum_matter")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A bill as it is now on record, and how many rows this observation wrote."""

    bill: Bill
    created: bool
    changed_rows: int


@transaction.atomic
def record_observed_bill(seen: ObservedBill, *, source: Source | None, at: datetime) -> Recorded:
    """Make the record agree with this observation of a bill, complete as its source has it.

    Known by kind and number, so that a Senate matter never meets the bill that bears the
    same number. Authors, subjects, stages, steps, urgencies, papers and merged bills become
    exactly those observed; a plain title, a summary, a quorum matter and texts stay as they
    were where the source has none. Rows that already agree are not written and keep the
    source that they had. An urgency's due day comes from the dated rules (LOC 27 and 28).

    The caller keeps the search index: ``search.services.index_bills``.

    :param at: when it is recorded
    :raises RuleViolation: an urgency of a kind and day that no rule covers
    """
    known = Bill.objects.select_related("filed_text").select_for_update(of=("self",))
    bill = known.filter(kind=seen.kind, number=seen.number).order_by("pk").first()
    created = bill is None
    values = _values(seen, bill)
    if bill is None:
        bill = Bill.objects.create(kind=seen.kind, number=seen.number, source=source, **values)
        changed = 1
    else:
        changed = amend(bill, source=source, **values)
    target = Target(bill, is_new=created, source=source)
    changed += record_filed_text(target, seen)
    changed += record_authors(target, seen.authors)
    changed += record_subjects(target, seen.subjects)
    changed += record_stages(target, seen.stages)
    changed += record_steps(target, seen.steps)
    changed += record_urgencies(target, seen)
    changed += record_papers(target, seen.papers)
    changed += record_merges(target, seen.merged_with)
    if seen.texts:
        changed += record_texts(target, seen.texts, at=at)
    return Recorded(bill, created=created, changed_rows=changed)


def _values(seen: ObservedBill, bill: Bill | None) -> dict[str, object]:
    values: dict[str, object] = {
        "title": seen.title,
        "initiative": seen.initiative,
        "origin_chamber": seen.origin_chamber,
        "filed_on": seen.filed_on,
        "stage": seen.stage,
        "stage_text": seen.stage_text,
        "chamber": seen.chamber,
        "step_text": seen.step_text,
        "status": seen.status,
        "urgency_text": seen.urgency_text,
        "committee_id": seen.committee_id,
        "law_text": seen.law_text,
        "law_number": seen.law_number,
        "law_published_on": seen.law_published_on,
        "last_step_on": max((step.taken_on for step in seen.steps), default=seen.filed_on),
    }
    for name in KEPT_WHEN_NOT_OBSERVED:
        if bill is None or getattr(seen, name):
            values[name] = getattr(seen, name)
    return values
