"""Puts what a reader brought on record, finding the names in it first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import DatabaseError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from legislation.bills.enums import BillKind
from legislation.bills.models import Bill
from legislation.bills.observed import ObservedAuthor, ObservedBill, ObservedPaper
from legislation.bills.services import record_observed_bill
from legislation.errors import RuleViolation
from legislation.interchange.enums import LossKind
from legislation.interchange.observed import ReadBill, ReadFile, ReadSenators, ReadVotes
from legislation.interchange.readers import losses as why
from legislation.interchange.readers import printed
from legislation.interchange.readers.journey import senate_sittings
from legislation.interchange.readers.losses import Loss
from legislation.interchange.services.directory import Directory
from legislation.interchange.services.sittings import Key, settle_sittings
from legislation.people.models import Constituency, Mandate, Person, SeatTotal
from legislation.people.naming import fold
from legislation.people.services import record_observed_senator, record_roster
from legislation.procedure.selectors.dossiers import numbers_kept_here
from legislation.provenance.models import Source
from legislation.search.services import index_bills
from legislation.votes.models import Vote
from legislation.votes.observed import ObservedBallot, ObservedVote
from legislation.votes.services import record_observed_votes, recount_votes

TERM = "periodo_hasta"
AUTHOR_PATH = "proyectos/proyecto/autores/autor/PARLAMENTARIO"
BILL = "proyectos/proyecto"
BILL_NUMBER = "proyectos/proyecto/descripcion/boletin"
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

    def add(self, other: "Written") -> None:
        """Take over what a part of the file changed."""
        self.changed_rows += other.changed_rows
        self.created = self.created or other.created
        self.bills += other.bills
        self.sittings |= other.sittings
        self.losses += other.losses


def record_file(read: ReadFile, *, directory: Directory, source: Source, at: datetime) -> Written:
    """Record everything in a file, inside the caller's transaction.

    A bill that officials keep here is theirs: what the file says of it is listed and left. Of a
    day's answer, a bill that the record refuses is listed and the others are recorded.

    :raises RuleViolation: the record refuses something of it
    """
    written = Written(losses=list(read.losses))
    if read.senators:
        _record_senators(read.senators, written, directory, source)
    kept = numbers_kept_here(bill.bill.number for bill in read.bills)
    for bill in read.bills:
        if (bill.bill.kind, bill.bill.number) in kept:
            written.losses.append(_kept_here(bill))
            continue
        part = Written()
        try:
            with transaction.atomic():
                _record_bill(bill, part, directory, source, at)
        except (RuleViolation, DatabaseError) as refusal:
            if not read.is_a_day or is_connection_lost():
                raise
            directory.forget()
            part = Written(losses=[_refused(bill, refusal)])
        written.add(part)
    if read.votes:
        _record_votes_alone(read.votes, written, directory, source)
    return written


def is_connection_lost() -> bool:
    """Whether the database has gone away, and with it the lock that this import holds."""
    held = connection.connection
    return held is None or held.closed or connection.closed_in_transaction


def _kept_here(read: ReadBill) -> Loss:
    number = read.bill.number
    return Loss(LossKind.NOT_STORED, BILL, number, why.KEPT_HERE, number)


def _refused(read: ReadBill, refusal: Exception) -> Loss:
    number = read.bill.number
    return Loss(LossKind.NOT_STORED, BILL, f"{number}: {refusal}", why.BILL_REFUSED, number)


def _record_senators(
    read: ReadSenators, written: Written, directory: Directory, source: Source
) -> None:
    before = Person.objects.count()
    terms = _terms()
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
    written.losses += _terms_moved(terms)
    written.created = Person.objects.count() > before
    if written.changed_rows:
        directory.forget()
        written.changed_rows += recount_votes()


def _terms() -> dict[int, tuple[str, DateRange]]:
    rows = Mandate.objects.values_list("pk", "person__full_name", "during")
    return {mandate: (name, during) for mandate, name, during in rows}


def _terms_moved(before: dict[int, tuple[str, DateRange]]) -> Iterable[Loss]:
    """Seats that the record now dates otherwise: a later term is usually a new one."""
    for mandate, (name, during) in _terms().items():
        _, held = before.get(mandate, (name, during))
        if held != during:
            value = f"{name}: {_days(held)} → {_days(during)}"
            yield Loss(LossKind.WARNING, TERM, value, why.TERM_MOVED)


def _days(during: DateRange) -> str:
    return "–".join(f"{day:%d/%m/%Y}" if day else "…" for day in (during.lower, during.upper))


def _fills_all_seats(read: ReadSenators) -> bool:
    """Whether somebody sits in every seat on the first day that the roster speaks of."""
    if read.covers is None:
        return False
    total = SeatTotal.objects.filter(during__contains=read.covers[0]).first()
    return total is not None and total.seats == len(read.senators)


def _region_losses(read: ReadSenators) -> Iterable[Loss]:
    names = dict(Constituency.objects.values_list("number", "short_name"))
    for number, words in read.regions:
        if fold(names[number]) not in fold(words):
            value = f"{number}: {words}"
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
    own = _without_those_of_other_suffixes(recorded.bill, votes, written)
    rows = recorded.changed_rows + _record_votes(
        own, written, directory, source, path=VOTE_IN_BILL, number=number
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


def _without_those_of_other_suffixes(
    bill: Bill, votes: Sequence[ObservedVote], written: Written
) -> list[ObservedVote]:
    """These votes, less those on record for the bill under another suffix of its number.

    A suffix says which subject a bill is of and is now and then corrected; the number before
    it is the bill's alone. A vote whose own words name this number is always its own.
    """
    others = Bill.objects.filter(kind=bill.kind, serial=bill.serial).exclude(pk=bill.pk)
    names = dict(others.order_by("number").values_list("pk", "number"))
    if not names:
        return list(votes)
    value = f"{bill.number} ≠ {', '.join(names.values())}"
    written.losses.append(Loss(LossKind.WARNING, BILL_NUMBER, value, why.OTHER_SUFFIX, bill.number))
    held = {
        (legislature, number, fold(subject))
        for legislature, number, subject in Vote.objects.filter(bill__in=names).values_list(
            "session__legislature", "session__number", "subject"
        )
    }
    own = []
    for vote in votes:
        key = (vote.legislature_number, vote.session_number, fold(vote.subject))
        if key in held and not _names(vote.subject, bill.number):
            value = f"{vote.session_number}/{vote.legislature_number}: {vote.subject}"
            written.losses.append(
                Loss(
                    LossKind.NOT_STORED, VOTE_IN_BILL, value, why.VOTE_OF_OTHER_SUFFIX, bill.number
                )
            )
        else:
            own.append(vote)
    return own


def _names(subject: str, number: str) -> bool:
    return any(found.number == number for found in printed.bill_numbers_in(subject))


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
