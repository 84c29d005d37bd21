"""Where files lie: each under the SHA-256 of its content, written once and checked when read."""

from __future__ import annotations

import logging
import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage

logger = logging.getLogger(__name__)

PIECE = 1024 * 1024
READ_ONLY = 0o440
FOLDER = 0o750


class DamagedFile(Exception):
    """What lies there is not what was put there: nothing of it is given out."""


class ContentStore(FileSystemStorage):
    """Files named by their content, such as ``3f/3f7a…``. None is overwritten, none deleted."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name itself: under it lies this content, or nothing."""
        return name

    def delete(self, name: str) -> None:
        """:raises PermissionError: always; the record keeps what it was given"""
        raise PermissionError("What was taken in is never deleted.")

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        if mode != "rb":
            raise PermissionError("What was taken in is never changed.")
        file = Path(self.path(name)).open("rb")  # noqa: SIM115 - the caller closes it
        if _digest(file) != Path(name).name:
            file.close()
            logger.error("A file is damaged: %s", name)
            raise DamagedFile(name)
        file.seek(0)
        return File(file, name)

    def _save(self, name: str, content: File[bytes]) -> str:
        """Write it aside, let it reach the disk, then give it its name in one step."""
        place = Path(self.path(name))
        if place.exists():
            self._open(name).close()
            return name
        place.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER)
        descriptor, aside = tempfile.mkstemp(dir=place.parent, prefix=".incoming-")
        try:
            with os.fdopen(descriptor, "wb") as written:
                digest = sha256()
                for piece in content.chunks(PIECE):
                    digest.update(piece)
                    written.write(piece)
                written.flush()
                os.fchmod(written.fileno(), READ_ONLY)
                os.fsync(written.fileno())
            if digest.hexdigest() != place.name:
                raise DamagedFile(name)
            _link(Path(aside), place)
        finally:
            Path(aside).unlink()
        return name


def address_of(digest: str) -> str:
    """Where the content with this SHA-256 lies."""
    return f"{digest[:2]}/{digest}"


def store() -> ContentStore:
    """The store of this record."""
    return ContentStore(location=settings.SENATE_FILES_FOLDER)


def _link(aside: Path, place: Path) -> None:
    """Unlike renaming, linking never replaces what somebody else put there meanwhile."""
    try:
        os.link(aside, place)
    except FileExistsError:
        return
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _digest(file: IO[bytes]) -> str:
    digest = sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()
