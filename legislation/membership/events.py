"""What happens to those who sit. People are named by their address in the record alone."""

from dataclasses import dataclass
from typing import ClassVar

from legislation.events.catalogue import Event


@dataclass(frozen=True)
class PersonChangeProposed(Event):
    """An official entered a change that a second person has yet to approve."""

    act: ClassVar[str] = "person.change_proposed"
    person: str
    kind: str
    taken_on: str
    reason: str
    publication: int


@dataclass(frozen=True)
class PersonChanged(Event):
    """A change that was approved is in the record."""

    act: ClassVar[str] = "person.changed"
    person: str
    kind: str
    taken_on: str
    publication: int
    votes_recounted: int


@dataclass(frozen=True)
class PersonRowCorrected(Event):
    """Days that were wrong were put right; the ledger keeps what they were."""

    act: ClassVar[str] = "person.row_corrected"
    person: str
    row: str
    reason: str
    publication: int
    votes_recounted: int
