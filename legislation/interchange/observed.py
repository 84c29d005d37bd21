"""What the readers bring: observations whose people and committees are still names.

The services of this subject find those names on record and hand the observations, complete,
to the subjects that own them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from legislation.bills.observed import ObservedBill
from legislation.interchange.readers.losses import Loss
from legislation.interchange.readers.printed import BillNumber
from legislation.people.observed import ObservedCommittee, ObservedSenator
from legislation.votes.observed import ObservedVote


@dataclass(frozen=True, kw_only=True)
class ReadBill:
    """One ``proyecto``: the bill, the committees it names, and its votes in the Senate.

    ``paper_committees`` goes along ``bill.papers``, one for one.
    """

    bill: ObservedBill
    committee: ObservedCommittee | None
    paper_committees: tuple[ObservedCommittee | None, ...]
    votes: tuple[ObservedVote, ...]


@dataclass(frozen=True, kw_only=True)
class ReadVotes:
    """The votes of one bill, without the bill. The format does not name it: ``number`` is
    read from the subjects, ``serial`` from the request or the file's name."""

    serial: int | None
    number: BillNumber | None
    votes: tuple[ObservedVote, ...]


@dataclass(frozen=True, kw_only=True)
class ReadSenators:
    """Senators; ``covers`` where the source gives everybody's term, None where it does not.

    ``regions``: each constituency's number and the name that the source gives it.
    """

    senators: tuple[ObservedSenator, ...]
    covers: tuple[date, date] | None = None
    regions: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadFile:
    """Everything in one file, and what of it could not be stored as such.

    ``is_a_day``: the bills have only a day in common. One that the record refuses does not
    hold back the others.
    """

    bills: Sequence[ReadBill] = ()
    votes: ReadVotes | None = None
    senators: ReadSenators | None = None
    is_a_day: bool = False
    losses: Sequence[Loss] = field(default=())
