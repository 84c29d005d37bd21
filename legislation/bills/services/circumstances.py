"""What surrounds bills, in the order observed: signatures, subjects, stages, steps, merges."""

from operator import attrgetter

from legislation.bills.journey import StageEntry, Step
from legislation.bills.models import Authorship, BillSubject, MergedBill, Subject
from legislation.bills.services.target import Targets
from legislation.people import naming
from legislation.provenance.services import agree

by_position = attrgetter("bill_id", "position")
by_number = attrgetter("bill_id", "number")
SLUG_LIMIT = 120


def record_authors(targets: Targets) -> int:
    wanted = [
        Authorship(
            bill=target.bill,
            position=position,
            printed_name=author.printed_name,
            person_id=author.person_id,
        )
        for target in targets
        for position, author in enumerate(target.seen.authors, start=1)
    ]
    rows = targets.held(Authorship.objects.all())
    return agree(Authorship, rows, wanted, key=by_position, source=targets.source, replace=True)


def record_subjects(targets: Targets) -> int:
    """Subjects are one where their addresses are: case and accents do not make another."""
    named = [(target.bill, _by_slug(target.seen.subjects)) for target in targets]
    # Of several spellings, the first bill's is kept.
    known, new = _subjects(dict(pair for _, names in reversed(named) for pair in names.items()))
    wanted = [
        BillSubject(bill=bill, subject=known[slug], position=position)
        for bill, names in named
        for position, slug in enumerate(names, start=1)
    ]
    rows = targets.held(BillSubject.objects.all())
    return new + agree(BillSubject, rows, wanted, key=by_position, source=None)


def _by_slug(names: tuple[str, ...]) -> dict[str, str]:
    found = {naming.slug(name)[:SLUG_LIMIT]: name for name in names}
    found.pop("", None)
    return found


def _subjects(names: dict[str, str]) -> tuple[dict[str, Subject], int]:
    """The subjects at these addresses, and how many of them are new."""
    known = {row.slug: row for row in Subject.objects.filter(slug__in=names)} if names else {}
    new = [Subject(slug=slug, name=names[slug]) for slug in names if slug not in known]
    Subject.objects.bulk_create(new)
    return known | {row.slug: row for row in new}, len(new)


def record_stages(targets: Targets) -> int:
    wanted = [
        StageEntry(
            bill=target.bill,
            position=position,
            stage=entry.stage,
            chamber=entry.chamber,
            entered_on=entry.entered_on,
        )
        for target in targets
        for position, entry in enumerate(target.seen.stages, start=1)
    ]
    rows = targets.held(StageEntry.objects.all())
    return agree(StageEntry, rows, wanted, key=by_position, source=targets.source)


def record_steps(targets: Targets) -> int:
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
        for target in targets
        for position, step in enumerate(target.seen.steps, start=1)
    ]
    rows = targets.held(Step.objects.all())
    return agree(Step, rows, wanted, key=by_position, source=targets.source)


def record_merges(targets: Targets) -> int:
    wanted = [
        MergedBill(bill=target.bill, position=position, number=other.number, is_lead=other.is_lead)
        for target in targets
        for position, other in enumerate(target.seen.merged_with, start=1)
    ]
    rows = targets.held(MergedBill.objects.all())
    return agree(MergedBill, rows, wanted, key=by_number, source=targets.source)
