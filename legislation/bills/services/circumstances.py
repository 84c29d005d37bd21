"""What surrounds a bill, in the order observed: signatures, subjects, stages, steps, merges."""

from collections.abc import Sequence
from operator import attrgetter

from legislation.bills.journey import StageEntry, Step
from legislation.bills.models import Authorship, BillSubject, MergedBill, Subject
from legislation.bills.observed import (
    ObservedAuthor,
    ObservedMerge,
    ObservedStage,
    ObservedStep,
)
from legislation.bills.services.target import Target
from legislation.people import naming
from legislation.provenance.services import agree

by_position = attrgetter("position")
SLUG_LIMIT = 120


def record_authors(target: Target, authors: Sequence[ObservedAuthor]) -> int:
    wanted = [
        Authorship(
            bill=target.bill,
            position=position,
            printed_name=author.printed_name,
            person_id=author.person_id,
        )
        for position, author in enumerate(authors, start=1)
    ]
    rows = target.held(target.bill.authorships.all())
    return agree(Authorship, rows, wanted, key=by_position, source=target.source, replace=True)


def record_subjects(target: Target, names: Sequence[str]) -> int:
    """Subjects are one where their addresses are: case and accents do not make another."""
    by_slug = {naming.slug(name)[:SLUG_LIMIT]: name for name in names}
    by_slug.pop("", None)
    known = {row.slug: row for row in Subject.objects.filter(slug__in=by_slug)} if by_slug else {}
    new = [Subject(slug=slug, name=by_slug[slug]) for slug in by_slug if slug not in known]
    Subject.objects.bulk_create(new)
    known |= {row.slug: row for row in new}
    wanted = [
        BillSubject(bill=target.bill, subject=known[slug], position=position)
        for position, slug in enumerate(by_slug, start=1)
    ]
    rows = target.held(target.bill.bill_subjects.all())
    return len(new) + agree(BillSubject, rows, wanted, key=by_position, source=None)


def record_stages(target: Target, stages: Sequence[ObservedStage]) -> int:
    wanted = [
        StageEntry(
            bill=target.bill,
            position=position,
            stage=entry.stage,
            chamber=entry.chamber,
            entered_on=entry.entered_on,
        )
        for position, entry in enumerate(stages, start=1)
    ]
    return agree(
        StageEntry,
        target.held(target.bill.stage_entries.all()),
        wanted,
        key=by_position,
        source=target.source,
    )


def record_steps(target: Target, steps: Sequence[ObservedStep]) -> int:
    wanted = [
        Step(
            bill=target.bill,
            position=position,
            taken_on=step.taken_on,
            description=step.description,
            stage=step.stage,
            stage_text=step.stage_text,
            chamber=step.chamber,
            session_text=step.session_text,
            session_number=step.session_number,
            legislature_number=step.legislature_number,
        )
        for position, step in enumerate(steps, start=1)
    ]
    return agree(
        Step, target.held(target.bill.steps.all()), wanted, key=by_position, source=target.source
    )


def record_merges(target: Target, merges: Sequence[ObservedMerge]) -> int:
    wanted = [
        MergedBill(bill=target.bill, position=position, number=other.number, is_lead=other.is_lead)
        for position, other in enumerate(merges, start=1)
    ]
    rows = target.held(target.bill.merged_with.all())
    return agree(MergedBill, rows, wanted, key=attrgetter("number"), source=target.source)
