"""What happens to amendments. Persons are counted, never named."""

from dataclasses import dataclass
from typing import ClassVar

from legislation.events.catalogue import Event


@dataclass(frozen=True)
class AmendmentPaperOpened(Event):
    """A term to file amendments began."""

    act: ClassVar[str] = "amendment_paper.opened"
    number: str
    paper: int
    deadline_on: str


@dataclass(frozen=True)
class AmendmentPaperClosed(Event):
    """The term ended, and the paper with all its amendments was drafted for publication."""

    act: ClassVar[str] = "amendment_paper.closed"
    number: str
    paper: int
    amendments: int
    publication: int


@dataclass(frozen=True)
class AmendmentFiled(Event):
    """The President or some senators proposed a change of the text."""

    act: ClassVar[str] = "amendment.filed"
    number: str
    paper: int
    amendment: int
    author: str
    senators: int
    text_hash: str


@dataclass(frozen=True)
class AmendmentRuled(Event):
    """Its admissibility was ruled upon, or reconsidered."""

    act: ClassVar[str] = "amendment.ruled"
    number: str
    paper: int
    amendment: int
    deed: str
    led_to: str
    ruled_by: str
    ground: str
    citation: str


@dataclass(frozen=True)
class AmendmentDecided(Event):
    """The committee decided on it."""

    act: ClassVar[str] = "amendment.decided"
    number: str
    paper: int
    amendment: int
    led_to: str
    in_favour: int | None
    against: int | None
    citation: str


@dataclass(frozen=True)
class AmendmentRenewed(Event):
    """The President or enough senators take it, as it is, before the floor."""

    act: ClassVar[str] = "amendment.renewed"
    number: str
    paper: int
    amendment: int
    by_president: bool
    senators: int
    citation: str


@dataclass(frozen=True)
class AmendmentWithdrawn(Event):
    """Its author gave it up before it was voted."""

    act: ClassVar[str] = "amendment.withdrawn"
    number: str
    paper: int
    amendment: int
    citation: str


@dataclass(frozen=True)
class AmendmentTaken(Event):
    """Senators made their own what its author had withdrawn."""

    act: ClassVar[str] = "amendment.taken"
    number: str
    paper: int
    amendment: int
    led_to: str
    senators: int
    citation: str
