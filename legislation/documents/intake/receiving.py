"""Takes a file in piece by piece: never whole in memory, never a byte beyond the limit."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, Protocol

from legislation.documents.intake.verdicts import Ground, Unfit

PIECE = 64 * 1024


class Readable(Protocol):
    """What gives bytes when asked for that many: an upload, an open file, an answer."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Received:
    """A file on our disk, under no name. It is gone once it is closed."""

    content: IO[bytes]
    size: int
    sha256: str


@contextmanager
def received(file: Readable, *, limit: int, folder: str | None = None) -> Iterator[Received]:
    """The whole file, for as long as the block lasts.

    :param limit: bytes; reading stops with the first piece beyond
    :param folder: where it lies meanwhile; the system's own place for such files if not said
    :raises Unfit: it is empty, or larger than the limit
    """
    with tempfile.TemporaryFile(dir=folder) as content:
        digest, size = sha256(), 0
        while piece := file.read(PIECE):
            size += len(piece)
            if size > limit:
                raise Unfit(Ground.TOO_LARGE)
            digest.update(piece)
            content.write(piece)
        if not size:
            raise Unfit(Ground.EMPTY)
        content.flush()
        content.seek(0)
        yield Received(content, size, digest.hexdigest())
