"""Writes what has no service of its own yet: benches, seats, offices, exclusions, pairs.

The record is empty when they are written, so that they are plain insertions.
"""

from collections.abc import Sequence
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from legislation.people.enums import ExclusionReason, OfficeKind
from legislation.people.models import (
    Caucus,
    CaucusMembership,
    CommitteeSeat,
    ExclusionFromOffice,
    Office,
)
from legislation.votes.models import Pair
from senate.demonstration.composing import Plot
from senate.demonstration.days import FIRST_DAY
from senate.demonstration.directory import Directory
from senate.demonstration.duties import OPEN_ENDED, Seat
from senate.demonstration.members import Absence, Member, Party, Span

HOST_OF_INDEPENDENTS = 2


def record_benches(found: Plot, directory: Directory) -> None:
    """One caucus (Comité) a party; an independent sits with one of them (RS 11)."""
    rows = Caucus.objects.bulk_create(
        Caucus(slug=party.slug, name=_caucus_name(party, place), abbreviation=party.abbreviation)
        for place, party in enumerate(found.members.parties)
    )
    by_slug = {row.slug: row for row in rows}
    CaucusMembership.objects.bulk_create(
        CaucusMembership(
            person_id=directory.people[bench.member.key],
            caucus=by_slug[bench.caucus],
            during=_range(bench.span),
        )
        for bench in found.duties.benches
    )


def record_seats(seats: Sequence[Seat], directory: Directory) -> None:
    CommitteeSeat.objects.bulk_create(
        CommitteeSeat(
            committee_id=directory.committees[seat.committee],
            person_id=directory.people[seat.member.key],
            role=seat.role,
            during=_range(seat.span),
        )
        for seat in seats
    )


def record_offices(found: Plot, directory: Directory, secretary: int) -> None:
    held = [
        Office(
            kind=office.kind,
            person_id=directory.people[office.member.key],
            during=_range(office.span),
        )
        for office in found.duties.offices
    ]
    held.append(
        Office(
            kind=OfficeKind.SECRETARY_GENERAL,
            person_id=secretary,
            during=DateRange(FIRST_DAY, None),
        )
    )
    Office.objects.bulk_create(held)


def record_exclusions(exclusions: Sequence[Absence], directory: Directory) -> None:
    ExclusionFromOffice.objects.bulk_create(
        ExclusionFromOffice(
            person_id=directory.people[one.member.key],
            during=_range(one.span),
            reason=ExclusionReason(one.reason),
            citation=one.citation,
        )
        for one in exclusions
    )


def record_pairs(pairs: Sequence[tuple[Member, Member, Span]], directory: Directory) -> None:
    Pair.objects.bulk_create(
        Pair(
            one_id=directory.people[one.key],
            other_id=directory.people[other.key],
            during=_range(span),
        )
        for one, other, span in pairs
    )


def _caucus_name(party: Party, place: int) -> str:
    joined = " e Independientes" if place == HOST_OF_INDEPENDENTS else ""
    return f"Comité {party.name}{joined}"


def _range(span: Span) -> DateRange:
    until: date | None = None if span[1] == OPEN_ENDED else span[1]
    return DateRange(span[0], until)
