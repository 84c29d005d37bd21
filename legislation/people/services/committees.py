"""Committees as observed."""

from dataclasses import dataclass

from django.db import transaction

from legislation.people import naming
from legislation.people.enums import Chamber, CommitteeKind
from legislation.people.models import Committee
from legislation.people.observed import ObservedCommittee
from legislation.provenance.models import Source
from legislation.provenance.services import amend

SLUG_LIMIT = 150
DEPUTIES_SUFFIX = "-camara"


@dataclass(frozen=True, slots=True)
class RecordedCommittee:
    committee: Committee
    created: bool
    changed_rows: int


@transaction.atomic
def record_observed_committee(
    seen: ObservedCommittee, *, source: Source | None = None
) -> RecordedCommittee:
    """Make the record hold this committee as observed.

    Known by its number in the Senate's service, else by chamber and name. A name that
    changed under a known number is corrected; the address (slug) never changes. What the
    source leaves empty stays as it was.
    """
    committee = _find(seen)
    if committee is None:
        return RecordedCommittee(_create(seen, source), created=True, changed_rows=1)
    values: dict[str, object] = {"name": seen.name}
    if seen.kind != CommitteeKind.UNSTATED:
        values["kind"] = seen.kind
    if seen.senate_id is not None:
        values["senate_id"] = seen.senate_id
    if seen.remit:
        values["remit"] = seen.remit
    changed = amend(committee, source=source, **values)
    return RecordedCommittee(committee, created=False, changed_rows=changed)


def _find(seen: ObservedCommittee) -> Committee | None:
    if seen.senate_id is not None:
        numbered = Committee.objects.filter(senate_id=seen.senate_id).first()
        if numbered:
            return numbered
    return Committee.objects.filter(chamber=seen.chamber, name=seen.name).first()


def _create(seen: ObservedCommittee, source: Source | None) -> Committee:
    return Committee.objects.create(
        slug=_free_slug(seen),
        name=seen.name,
        kind=seen.kind,
        chamber=seen.chamber,
        senate_id=seen.senate_id,
        remit=seen.remit,
        source=source,
    )


def _free_slug(seen: ObservedCommittee) -> str:
    """Plain for the Senate; the Chamber's committees, often of the same name, say so."""
    stem = naming.slug(seen.name)[:SLUG_LIMIT].strip("-") or "comision"
    if seen.chamber == Chamber.DEPUTIES:
        stem = f"{stem[: SLUG_LIMIT - len(DEPUTIES_SUFFIX)]}{DEPUTIES_SUFFIX}"
    taken = set(Committee.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
