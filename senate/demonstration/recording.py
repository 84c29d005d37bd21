"""Writes the demonstration through the services of each subject, in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from legislation.bills.models import Bill
from legislation.bills.services import record_observed_bills
from legislation.errors import RecordConflict
from legislation.people.enums import Chamber, CommitteeKind
from legislation.people.models import Committee, Person
from legislation.people.observed import ObservedCommittee, ObservedSenator
from legislation.people.services import (
    record_observed_committee,
    record_observed_senator,
    record_roster,
)
from legislation.provenance.enums import Nature
from legislation.provenance.models import RecordNature
from legislation.provenance.services import declare_nature
from legislation.search.services import index_bills, rebuild_words
from legislation.sessions.observed import ObservedAgendaItem, ObservedSession
from legislation.sessions.services import record_observed_sessions
from legislation.votes.services import record_observed_votes
from senate.demonstration import appointing
from senate.demonstration.accounts import record_accounts, record_rights
from senate.demonstration.composing import Plot, Story, conference_committees, plot, tell
from senate.demonstration.desk import record_desk_work
from senate.demonstration.directory import Directory
from senate.demonstration.ideas import load
from senate.demonstration.members import INDEPENDENT, Member, roster_spans
from senate.demonstration.sittings import BillKey, PlannedSession
from senate.demonstration.telling import BUDGET
from senate.demonstration.voting import CHILE

BUDGET_NAME = "Especial Mixta de Presupuestos"
# A service writes so many in the statements of one; more at once only takes more memory.
BILLS_AT_A_TIME, SESSIONS_AT_A_TIME, VOTES_AT_A_TIME = 60, 150, 120
Row = TypeVar("Row")
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Seeded:
    """How much was written."""

    people: int
    bills: int
    sessions: int
    votes: int


def is_seeded() -> bool:
    """Whether this database already holds the fictional Senate."""
    return RecordNature.objects.filter(nature=Nature.FICTIONAL).exists() and Bill.objects.exists()


@transaction.atomic
def seed_demonstration(seed: int, on: date, *, say: Say) -> Seeded:
    """Fill an empty record with the fictional Senate of this seed and day.

    Everything is dated by ``on``, so that the same arguments leave the same record; killed
    half-way it leaves none.

    :param say: told what is being written, for whoever waits
    :raises RecordConflict: the database holds real facts, or facts of unknown nature
    :raises ValueError: a day of which the demonstration cannot tell
    """
    at = datetime.combine(on, time(12), CHILE)
    _refuse_unknown_facts()
    declare_nature(Nature.FICTIONAL, at=at)
    found = plot(seed, on)
    say("people and committees")
    directory = _record_people(found)
    record_accounts(at)
    record_rights()
    story = tell(found, directory)
    say("bills")
    bills = _record_bills(story, at)
    say("sittings and votes")
    _record_sessions(story, bills)
    _record_votes(story, bills)
    appointing.record_pairs(story.pairs, directory)
    say("what lies on the officials' desks")
    record_desk_work(on, at)
    index_bills(None)
    rebuild_words()
    return Seeded(len(directory.people), len(bills), len(story.sessions), len(story.votes))


def _refuse_unknown_facts() -> None:
    """An undeclared record that holds something may be real."""
    is_declared = RecordNature.objects.exists()
    if not is_declared and (Bill.objects.exists() or Person.objects.exists()):
        raise RecordConflict(
            _("This database holds facts of unknown nature. Fictional ones go into an empty one.")
        )


def _record_people(found: Plot) -> Directory:
    for start, end in roster_spans(found.on):
        everybody = list(_roster(found, start, end))
        record_roster(everybody, covers=(start, end))
    for member in found.members.everyone:
        for since, slug in member.parties[1:]:
            record_observed_senator(_observed(found, member, slug, since))
    secretary = load("people.toml")["secretary"]
    general_secretary = record_observed_senator(
        ObservedSenator(
            given_names=secretary["given"],
            paternal_surname=secretary["paternal"],
            maternal_surname=secretary["maternal"],
        )
    ).person
    people = dict(Person.objects.values_list("slug", "pk"))
    directory = Directory(people, _record_committees(found))
    appointing.record_benches(found, directory)
    appointing.record_seats((*found.duties.seats, *found.conference_seats), directory)
    appointing.record_offices(found, directory, general_secretary.pk)
    appointing.record_exclusions(found.members.exclusions, directory)
    return directory


def _roster(found: Plot, start: date, end: date) -> Iterator[ObservedSenator]:
    for member in found.members.everyone:
        for term in member.terms:
            if term[0] < end and term[1] > start:
                seen = _observed(found, member, member.parties[0][1], term[0])
                yield replace(seen, constituency=member.constituency, mandate=term)


def _observed(found: Plot, member: Member, slug: str, since: date) -> ObservedSenator:
    seen = ObservedSenator(
        given_names=member.name.given,
        paternal_surname=member.name.paternal,
        maternal_surname=member.name.maternal,
    )
    if slug == INDEPENDENT:
        return seen
    party = next(one for one in found.members.parties if one.slug == slug)
    return replace(
        seen,
        party_slug=party.slug,
        party_name=party.name,
        party_abbreviation=party.abbreviation,
        party_since=since,
    )


def _record_committees(found: Plot) -> dict[str, int]:
    """By key; conference committees, by name."""
    places = {
        one.key: _committee(one.name, Chamber.SENATE, one.kind, one.remit).pk
        for one in found.duties.committees
    }
    places[BUDGET] = _committee(BUDGET_NAME, Chamber.BOTH, CommitteeKind.BUDGET).pk
    for name in conference_committees(found):
        places[name] = _committee(name, Chamber.BOTH, CommitteeKind.CONFERENCE).pk
    return places


def _committee(name: str, chamber: Chamber, kind: CommitteeKind, remit: str = "") -> Committee:
    seen = ObservedCommittee(name=name, chamber=chamber, kind=kind, remit=remit)
    return record_observed_committee(seen).committee


def _record_bills(story: Story, at: datetime) -> dict[BillKey, int]:
    places: dict[BillKey, int] = {}
    for seen in _batches(story.bills, BILLS_AT_A_TIME):
        recorded = record_observed_bills(seen, source=None, at=at)
        for one, bill in zip(seen, recorded.bills, strict=True):
            places[one.kind, one.number] = bill.pk
    return places


def _record_sessions(story: Story, bills: dict[BillKey, int]) -> None:
    for planned in _batches(story.sessions, SESSIONS_AT_A_TIME):
        record_observed_sessions([_with_agenda(one, bills) for one in planned])


def _with_agenda(planned: PlannedSession, bills: dict[BillKey, int]) -> ObservedSession:
    agenda = tuple(
        ObservedAgendaItem(
            part=line.part,
            heading=line.heading,
            bill_id=bills[line.bill] if line.bill else None,
        )
        for line in planned.agenda
    )
    return replace(planned.seen, agenda=agenda)


def _record_votes(story: Story, bills: dict[BillKey, int]) -> None:
    votes = [replace(vote, bill_id=bills[bill]) for bill, vote in story.votes]
    for seen in _batches(votes, VOTES_AT_A_TIME):
        record_observed_votes(seen)


def _batches(rows: Sequence[Row], size: int) -> Iterator[Sequence[Row]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
