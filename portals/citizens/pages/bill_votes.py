"""The votes that the floor of the Senate took on a bill, newest first."""

from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from legislation.bills.enums import BillKind
from legislation.bills.selectors import get_dossier
from legislation.votes.enums import DebateKind
from legislation.votes.selectors import VoteRow, votes_of_bill
from legislation.votes.selectors_outcome import outcome_of, tally_of
from legislation.votes.sentences import headline
from portals.citizens.pages.bill_head import VOTES, BillHead, head_of
from portals.citizens.pages.bill_words import in_spanish
from portals.shared.parts import VoteLine


class BillVote(NamedTuple):
    """A vote as a list shows it, and the words that were put to the vote."""

    line: VoteLine
    subject: str | Markup


@dataclass(frozen=True)
class BillVotesPage:
    head: BillHead
    votes: tuple[BillVote, ...]


def build(number: str, *, kind: BillKind) -> BillVotesPage:
    """List the votes of a bill. Two queries.

    :raises ObjectDoesNotExist: there is no such bill
    """
    bill = get_dossier(number, kind=kind)
    votes = votes_of_bill(bill.id)
    return BillVotesPage(
        head=head_of(bill, current=VOTES, vote_count=len(votes)),
        votes=tuple(bill_vote(vote) for vote in votes),
    )


def bill_vote(vote: VoteRow) -> BillVote:
    """A vote in a line: its result sentence, the seats and when it was."""
    outcome, tally = outcome_of(vote), tally_of(vote)
    line = VoteLine(
        sentence=headline(outcome, tally),
        href=vote_address(vote),
        outcome=str(outcome.result.value),
        counts={
            "YES": tally.yes,
            "NO": tally.no,
            "ABSTAIN": tally.abstain,
            "PAIRED": tally.paired,
            "RECUSED": tally.recused,
        },
        on=vote.taken_on,
        needed=outcome.needed,
        seats=vote.in_office,
        facts=_facts(vote),
    )
    return BillVote(line, in_spanish(vote.subject))


def vote_address(vote: VoteRow) -> str:
    return f"{reverse('citizens:vote-list')}{vote.legislature}/{vote.session_number}/{vote.position}/"


def _facts(vote: VoteRow) -> tuple[str, ...]:
    sitting = _("Sitting %(number)d/%(legislature)d") % {
        "number": vote.session_number,
        "legislature": vote.legislature,
    }
    if vote.kind == DebateKind.UNSTATED:
        return (sitting,)
    return str(DebateKind(vote.kind).label), sitting
