"""File locks. The kernel drops them when their holder dies, however it dies."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


def hold(path: Path, *, shared: bool = False) -> IO[str]:
    """Wait for the lock; it is held until the returned file is closed."""
    file = path.open("a")
    try:
        fcntl.flock(file, kind(shared))
    except BaseException:
        file.close()
        raise
    return file


def hold_now(path: Path, *, shared: bool = False) -> IO[str] | None:
    """Take the lock without waiting; None when somebody else has it."""
    file = path.open("a")
    try:
        fcntl.flock(file, kind(shared) | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def hold_soon(path: Path, seconds: float) -> IO[str] | None:
    """Take the lock within some seconds, or None. Outlasts those who only look (is_free)."""
    limit = time.monotonic() + seconds
    while (file := hold_now(path)) is None and time.monotonic() < limit:
        time.sleep(0.01)
    return file


def kind(shared: bool) -> int:
    return fcntl.LOCK_SH if shared else fcntl.LOCK_EX


def is_free(path: Path, *, shared: bool = False) -> bool:
    """Whether the lock could be taken at this moment."""
    file = hold_now(path, shared=shared)
    if file is None:
        return False
    file.close()
    return True


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Inside, nobody else holds the lock; waits for it first."""
    with hold(path):
        yield
