"""Checkpoints as files that outsiders keep. A checkpoint once written is never written over."""

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

LATEST = "checkpoint"
EACH = "checkpoints"
SIZE = re.compile(r"[1-9][0-9]*")


class AnotherCheckpoint(Exception):
    """The folder holds another checkpoint of the same size: one of the two is a lie."""


def keep(folder: Path, size: int, note: str) -> None:
    """Write the checkpoint under its size and as the latest. Whole or not at all.

    :raises AnotherCheckpoint: there is one of this size that says something else
    """
    own = folder / EACH / str(size)
    if own.exists():
        if own.read_text() != note:
            raise AnotherCheckpoint(f"{own} says something else than the checkpoint of now.")
    else:
        _write(own, note)
    latest = folder / LATEST
    if not latest.exists() or latest.read_text() != note:
        _write(latest, note)


def kept(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every checkpoint of a folder, by size, and the latest last."""
    each = [path for path in (folder / EACH).glob("*") if SIZE.fullmatch(path.name)]
    for path in sorted(each, key=lambda path: int(path.name)):
        yield path, path.read_text(errors="replace")
    if (folder / LATEST).exists():
        yield folder / LATEST, (folder / LATEST).read_text(errors="replace")


def _write(path: Path, note: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(note)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(0o644)
        Path(aside).rename(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
