"""The votes that the floor of the Senate took on a bill, newest first."""

from dataclasses import dataclass
from datetime import date

from legislation.bills.enums import BillKind
from legislation.bills.selectors import get_dossier
from legislation.votes.selectors_of_bills import results_of_bill
from portals.citizens.pages.bill_head import VOTES, BillHead, bill_address, head_of
from portals.citizens.pages.bill_then import Then, journey_at, then_of
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_lines import vote_line
from portals.shared.parts import VoteLine


@dataclass(frozen=True)
class BillVotesPage:
    head: BillHead
    then: Then
    votes: tuple[VoteLine, ...]


def build(number: str, *, kind: BillKind, on: date, as_of: str = "") -> BillVotesPage:
    """List the votes of a bill. Two queries; six for the past.

    :param on: today
    :param as_of: the day that the address asks for («» for today)
    :raises ObjectDoesNotExist: there is no such bill
    """
    bill = get_dossier(number, kind=kind)
    address = bill_address(bill.number, kind=bill.kind) + VOTES
    then = then_of(as_of, bill, address=address, today=on)
    past = journey_at(bill, then.on) if then.on else None
    votes = past.votes if past else results_of_bill(bill.id)
    at = addresses()
    return BillVotesPage(
        head=head_of(past.bill if past else bill, current=VOTES, vote_count=len(votes), on=then.on),
        then=then,
        votes=tuple(vote_line(vote, at, has_bill=False) for vote in votes),
    )
