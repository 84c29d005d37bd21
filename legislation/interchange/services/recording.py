"""Puts what a reader brought on record, finding the names in it first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from legislation.bills.enums import BillKind
from legislation.bills.models import Bill
from legislation.bills.observed import ObservedAuthor, ObservedBill, ObservedPaper
from legislation.bills.services import record_observed_bill
from legislation.interchange.enums import LossKind
from legislation.interchange.observed import ReadBill, ReadFile, ReadSenators, ReadVotes
from legislation.interchange.readers import losses as why
from legislation.interchange.readers.journey import senate_sittings
from legislation.interchange.readers.losses import Loss
from legislation.interchange.services.directory import Directory
from legislation.interchange.services.sittings import Key, settle_sittings
from legislation.people.models import Constituency, Person, SeatTotal
from legislation.people.naming import fold
from legislation.people.services import record_observed_senator, record_roster
from legislation.provenance.models import Source
from legislation.search.services import index_bills
from legislation.votes.models import Vote
from legislation.votes.observed import ObservedBallot, ObservedVote
from legislation.votes.services import record_observed_votes

AUTHOR_PATH = "proyectos/proyecto/autores/autor/PARLAMENTARIO"
VOTE_IN_BILL = "proyectos/proyecto/votaciones/votacion"
VOTE_ALONE = "votaciones/votacion"
VOTER = "DETALLE_VOTACION/VOTO/PARLAMENTARIO"


@dataclass
class Written:
    """What one file changed."""

    changed_rows: int = 0
    created: bool = False
    bills: list[int] = field(default_factory=list)
    sittings: set[Key] = field(default_factory=set)
    losses: list[Loss] = field(default_factory=list)


def record_file(read: ReadFile, *, directory: Directory, source: Source, at: datetime) -> Written:
    """Record everything in a file, inside the caller's transaction.

    :raises RuleViolation: the record refuses something of it
    """
    written = Written(losses=list(read.losses))
    if read.senators:
        _record_senators(read.senators, written, directory, source)
    for bill in read.bills:
        _record_bill(bill, written, directory, source, at)
    if read.votes:
        _record_votes_alone(read.votes, written, directory, source)
    return written


def _record_senators(
    read: ReadSenators, written: Written, directory: Directory, source: Source
) -> None:
    before = Person.objects.count()
    written.losses += _region_losses(read)
    if read.covers is None:
        people = list(Person.objects.all())
        for seen in read.senators:
            recorded = record_observed_senator(seen, source=source, people=people)
            written.changed_rows += recorded.changed_rows
            if recorded.created:
                people.append(recorded.person)
    else:
        covers: tuple[date, date] | None = read.covers
        if not _fills_all_seats(read):
            written.losses.append(
                Loss(LossKind.WARNING, "nombre", str(len(read.senators)), why.INCOMPLETE_ROSTER)
            )
            covers = None
        written.changed_rows += record_roster(read.senators, covers=covers, source=source)
    written.created = Person.objects.count() > before
    if written.changed_rows:
        directory.forget()


def _fills_all_seats(read: ReadSenators) -> bool:
    """Whether somebody sits in every seat on the first day that the roster speaks of."""
    if read.covers is None:
        return False
    total = SeatTotal.objects.filter(during__contains=read.covers[0]).first()
    return total is not None and total.seats == len(read.senators)


def _region_losses(read: ReadSenators) -> Iterable[Loss]:
    names = dict(Constituency.objects.values_list("number", "short_name"))
    for number, printed in read.regions:
        if fold(names[number]) not in fold(printed):
            value = f"{number}: {printed}"
            yield Loss(LossKind.DISAGREES, "region", value, why.REGION_DISAGREES)


def _record_bill(
    read: ReadBill, written: Written, directory: Directory, source: Source, at: datetime
) -> None:
    number = read.bill.number
    committee, rows = directory.committee(read.committee, source)
    written.changed_rows += rows
    seen = replace(
        read.bill,
        committee_id=committee,
        authors=tuple(_authors(read.bill, written, directory)),
        papers=tuple(_papers(read, written, directory, source)),
    )
    recorded = record_observed_bill(seen, source=source, at=at)
    votes = [replace(vote, bill_id=recorded.bill.pk) for vote in read.votes]
    rows = recorded.changed_rows + _record_votes(
        votes, written, directory, source, path=VOTE_IN_BILL, number=number
    )
    if not recorded.created:
        written.losses += _votes_no_longer_listed(recorded.bill, votes)
    cited = dict(senate_sittings(seen.steps)) | _sittings_of(votes)
    rows += settle_sittings(cited, source=source)
    written.sittings |= cited.keys()
    written.changed_rows += rows
    written.created = written.created or recorded.created
    written.bills.append(recorded.bill.pk)
    if recorded.changed_rows:
        index_bills([recorded.bill.pk])


def _authors(
    bill: ObservedBill, written: Written, directory: Directory
) -> Iterable[ObservedAuthor]:
    """Each signature with its person. Two signatures of one person stay two printed names."""
    met: set[int] = set()
    for author in bill.authors:
        person, reason = directory.person(author.printed_name)
        if person in met:
            person, reason = None, why.SAME_PERSON_TWICE
        if person is None:
            written.losses.append(
                Loss(LossKind.NOT_MATCHED, AUTHOR_PATH, author.printed_name, reason, bill.number)
            )
        else:
            met.add(person)
        yield replace(author, person_id=person)


def _papers(
    read: ReadBill, written: Written, directory: Directory, source: Source
) -> Iterable[ObservedPaper]:
    for paper, named in zip(read.bill.papers, read.paper_committees, strict=True):
        committee, rows = directory.committee(named, source)
        written.changed_rows += rows
        yield replace(paper, committee_id=committee)


def _record_votes_alone(
    read: ReadVotes, written: Written, directory: Directory, source: Source
) -> None:
    bill = _bill_of(read)
    number = read.number.number if read.number else str(read.serial or "")
    if bill is None:
        written.losses.append(Loss(LossKind.WARNING, VOTE_ALONE, number, why.BILL_UNKNOWN, number))
    votes = [replace(vote, bill_id=bill.pk if bill else None) for vote in read.votes]
    written.changed_rows += _record_votes(
        votes, written, directory, source, path=VOTE_ALONE, number=number
    )
    cited = _sittings_of(votes)
    written.changed_rows += settle_sittings(cited, source=source)
    written.sittings |= cited.keys()


def _bill_of(read: ReadVotes) -> Bill | None:
    """The bill by its whole number, else the only one on record with that serial."""
    bills = Bill.objects.filter(kind=BillKind.BILL)
    if read.number:
        return bills.filter(number=read.number.number).first()
    found = list(bills.filter(serial=read.serial)[:2]) if read.serial else []
    return found[0] if len(found) == 1 else None


def _record_votes(
    votes: Sequence[ObservedVote],
    written: Written,
    directory: Directory,
    source: Source,
    *,
    path: str,
    number: str,
) -> int:
    if not votes:
        return 0
    known = []
    for vote in votes:
        ballots = tuple(_ballots(vote, written, directory, f"{path}/{VOTER}", number))
        known.append(replace(vote, ballots=ballots))
    recorded = record_observed_votes(known, source=source)
    written.created = written.created or recorded.created > 0
    return recorded.changed_rows


def _ballots(
    vote: ObservedVote, written: Written, directory: Directory, path: str, number: str
) -> Iterable[ObservedBallot]:
    met: set[int] = set()
    where = f"{vote.session_number}/{vote.legislature_number}, {vote.taken_on:%d/%m/%Y}"
    for ballot in vote.ballots:
        name = ballot.printed_name
        person, reason = directory.person(name)
        if person is None:
            written.losses.append(Loss(LossKind.NOT_MATCHED, path, name, reason, number))
        elif person in met:
            person, value = None, f"{name} ({where})"
            written.losses.append(
                Loss(LossKind.NOT_MATCHED, path, value, why.SAME_PERSON_TWICE, number)
            )
        else:
            met.add(person)
            if directory.held_no_seat(person, vote.taken_on):
                value = f"{name} ({where})"
                written.losses.append(
                    Loss(LossKind.WARNING, path, value, why.NOT_IN_OFFICE, number)
                )
        yield replace(ballot, person_id=person)


def _sittings_of(votes: Sequence[ObservedVote]) -> dict[Key, date]:
    return {(vote.legislature_number, vote.session_number): vote.taken_on for vote in votes}


def _votes_no_longer_listed(bill: Bill, votes: Sequence[ObservedVote]) -> Iterable[Loss]:
    listed = {fold(vote.subject) for vote in votes}
    held = Vote.objects.filter(bill=bill).values_list(
        "subject", "session__number", "session__legislature", "position"
    )
    for subject, number, legislature, position in held:
        if fold(subject) not in listed:
            value = f"{number}/{legislature}, {position}"
            yield Loss(LossKind.WARNING, VOTE_IN_BILL, value, why.NO_LONGER_LISTED, bill.number)
