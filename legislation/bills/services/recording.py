"""Makes the record of bills agree with what a source says of them."""

from collections.abc import Sequence
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
from legislation.bills.services.target import Target, Targets
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


@dataclass(frozen=True, slots=True)
class RecordedBills:
    """The bills in the order observed, and how many rows this observation wrote."""

    bills: tuple[Bill, ...]
    created: int
    changed_rows: int


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
    recorded = record_observed_bills([seen], source=source, at=at)
    return Recorded(
        recorded.bills[0],
        created=recorded.created == 1,
        changed_rows=recorded.changed_rows,
    )


@transaction.atomic
def record_observed_bills(
    seen: Sequence[ObservedBill], *, source: Source | None, at: datetime
) -> RecordedBills:
    """Record these bills as ``record_observed_bill`` does each, in the statements of one.

    All of them or, where one is refused, none.

    :param seen: no bill twice
    :param at: when they are recorded
    :raises RuleViolation: an urgency of a kind and day that no rule covers
    :raises ValueError: a bill is there twice
    """
    targets, changed = _targets(seen, source)
    changed += sum(record_filed_text(target, source) for target in targets)
    changed += record_authors(targets)
    changed += record_subjects(targets)
    changed += record_stages(targets)
    changed += record_steps(targets)
    changed += record_urgencies(targets)
    changed += record_papers(targets)
    changed += record_merges(targets)
    changed += record_texts(targets, at=at)
    return RecordedBills(
        bills=tuple(target.bill for target in targets),
        created=sum(target.is_new for target in targets),
        changed_rows=changed,
    )


def _targets(seen: Sequence[ObservedBill], source: Source | None) -> tuple[Targets, int]:
    """The bills as now on record, and how many of them were written."""
    numbers = {(one.kind, one.number) for one in seen}
    if len(numbers) != len(seen):
        raise ValueError("A bill is observed twice at once.")
    known = Bill.objects.select_related("filed_text").select_for_update(of=("self",))
    rows = known.filter(
        kind__in={kind for kind, _ in numbers}, number__in={number for _, number in numbers}
    ).order_by("pk")
    held = {(row.kind, row.number): row for row in rows}
    changed, new, each = 0, [], []
    for one in seen:
        bill = held.get((one.kind, one.number))
        is_new, values = bill is None, _values(one, bill)
        if bill is None:
            bill = Bill(kind=one.kind, number=one.number, source=source, **values)
            new.append(bill)
        else:
            changed += amend(bill, source=source, **values)
        each.append(Target(bill, one, is_new=is_new))
    Bill.objects.bulk_create(new)
    return Targets(tuple(each), source), changed + len(new)


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
