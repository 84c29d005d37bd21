"""What happens to files and to the documents that they become versions of."""

from dataclasses import dataclass
from typing import ClassVar

from legislation.events.catalogue import Event


@dataclass(frozen=True)
class FileStored(Event):
    """A file from outside was found fit and is kept; the antivirus may not have spoken yet."""

    act: ClassVar[str] = "file.stored"
    sha256: str
    size: int
    kind: str
    state: str


@dataclass(frozen=True)
class FileCleared(Event):
    """The antivirus let a file pass that had waited for it."""

    act: ClassVar[str] = "file.cleared"
    sha256: str


@dataclass(frozen=True)
class FileRefused(Event):
    """The antivirus found something in a file that had waited for it."""

    act: ClassVar[str] = "file.refused"
    sha256: str
    reason: str


@dataclass(frozen=True)
class VersionAdded(Event):
    """A document got its next version, with this file."""

    act: ClassVar[str] = "document.version_added"
    document: int
    number: int
    sha256: str


@dataclass(frozen=True)
class TextRead(Event):
    """The articles of a version were read in its file; the hash stands for them."""

    act: ClassVar[str] = "document.text_read"
    document: int
    number: int
    articles: int
    text_sha256: str
