"""What happens when foreign files are read."""

from dataclasses import dataclass
from typing import ClassVar

from legislation.events.catalogue import Event


@dataclass(frozen=True)
class FileImported(Event):
    """A file of another system changed the record. One that changed nothing announces nothing."""

    act: ClassVar[str] = "file.imported"
    name: str
    sha256: str
    changed_rows: int
    losses: int
