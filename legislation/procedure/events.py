"""What happens to a dossier."""

from dataclasses import dataclass
from typing import ClassVar

from legislation.events.catalogue import Event


@dataclass(frozen=True)
class BillFiled(Event):
    """A message or motion entered, or a bill arrived from the other chamber."""

    act: ClassVar[str] = "bill.filed"
    number: str
    initiative: str
    origin_chamber: str
    title: str


@dataclass(frozen=True)
class DossierOpened(Event):
    """A bill of the record, observed elsewhere until now, was taken up by the officials."""

    act: ClassVar[str] = "dossier.opened"
    number: str
    standing: str


@dataclass(frozen=True)
class ActRecorded(Event):
    """An official, or a vote, took one lawful step with a bill."""

    act: ClassVar[str] = "bill.act_recorded"
    number: str
    position: int
    kind: str
    came_from: str
    led_to: str
    taken_on: str
    citation: str
    publication: int


@dataclass(frozen=True)
class DocumentAttached(Event):
    """An official brought a file for a dossier: a new document, or another version of one."""

    act: ClassVar[str] = "document.attached"
    number: str
    position: int
    version: int
    kind: str
    sha256: str
    publication: int


@dataclass(frozen=True)
class UrgenciesLapsed(Event):
    """The legislature ended, and with it the urgencies that were running (LOC 29)."""

    act: ClassVar[str] = "urgencies.lapsed"
    ended_on: str
    numbers: tuple[str, ...]
    citation: str
