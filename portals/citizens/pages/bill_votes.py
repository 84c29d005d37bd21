"""The votes that the floor of the Senate took on a bill, newest first."""

from dataclasses import dataclass

from legislation.bills.enums import BillKind
from legislation.bills.selectors import get_dossier
from legislation.votes.selectors_of_bills import results_of_bill
from portals.citizens.pages.bill_head import VOTES, BillHead, head_of
from portals.citizens.pages.vote_addresses import addresses
from portals.citizens.pages.vote_lines import vote_line
from portals.shared.parts import VoteLine


@dataclass(frozen=True)
class BillVotesPage:
    head: BillHead
    votes: tuple[VoteLine, ...]


def build(number: str, *, kind: BillKind) -> BillVotesPage:
    """List the votes of a bill. Two queries.

    :raises ObjectDoesNotExist: there is no such bill
    """
    bill = get_dossier(number, kind=kind)
    votes, at = results_of_bill(bill.id), addresses()
    return BillVotesPage(
        head=head_of(bill, current=VOTES, vote_count=len(votes)),
        votes=tuple(vote_line(vote, at, has_bill=False) for vote in votes),
    )
