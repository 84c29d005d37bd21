"""What happens to a publication on its way."""

from dataclasses import dataclass
from typing import ClassVar

from legislation.events.catalogue import Event


@dataclass(frozen=True)
class ContentSubmitted(Event):
    """Somebody asked a second person to approve these very words."""

    act: ClassVar[str] = "publication.submitted"
    publication: int
    content_hash: str


@dataclass(frozen=True)
class ContentReturned(Event):
    """The second person sent it back, with the reason."""

    act: ClassVar[str] = "publication.returned"
    publication: int
    reason: str


@dataclass(frozen=True)
class ContentApproved(Event):
    """A second person approved these very words."""

    act: ClassVar[str] = "publication.approved"
    publication: int
    content_hash: str
    due_at: str = ""


@dataclass(frozen=True)
class ContentPublished(Event):
    """What was approved came to be public, word for word."""

    act: ClassVar[str] = "publication.published"
    publication: int
    content_hash: str
    corrects: int | None = None


@dataclass(frozen=True)
class ContentDiscarded(Event):
    """It will not be published."""

    act: ClassVar[str] = "publication.discarded"
    publication: int
    reason: str


@dataclass(frozen=True)
class PublicationWithdrawn(Event):
    """What was public no longer is; a stone with the reason stands in its place."""

    act: ClassVar[str] = "publication.withdrawn"
    publication: int
    reason: str
