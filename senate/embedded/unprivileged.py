"""Starting a server so that it has no privilege and no life of its own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

from senate.embedded.places import NOBODY

IS_ROOT = os.geteuid() == 0
AS_NOBODY: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if IS_ROOT else {}
PR_SET_PDEATHSIG = 1
STOP_SECONDS = 60.0


def die_with_parent(by: signal.Signals, parent: int | None = None) -> Callable[[], None] | None:
    """What a child runs before its program so that it ends when we do, even by kill -9.

    Linux alone knows this; elsewhere a killed process leaves its children behind.

    :param parent: whose end is meant, when it is not ours
    """
    if sys.platform != "linux":
        return None
    libc, parent = ctypes.CDLL(None), parent or os.getpid()

    def arrange() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(by))
        if os.getppid() != parent:  # the parent died before the arrangement was made
            os.kill(os.getpid(), by)

    return arrange


def end_with_our_parent() -> None:
    """End politely when the process that started us ends, however it ends."""
    arrange = die_with_parent(signal.SIGTERM, os.getppid())
    if arrange is not None:
        arrange()


def start(
    command: Sequence[str | Path],
    *,
    log: Path,
    when_parent_dies: signal.Signals,
    inherits: IO[str] | None = None,
    cwd: str | Path = "/",
    **more: Any,
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, writing to the log, ending when we end."""
    with log.open("ab") as out:
        return subprocess.Popen(
            [os.fspath(part) for part in command],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            pass_fds=[inherits.fileno()] if inherits is not None else [],
            preexec_fn=die_with_parent(when_parent_dies),
            **more,
        )


def stop(process: subprocess.Popen[bytes], by: signal.Signals = signal.SIGINT) -> None:
    """Stop a server; SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one."""
    if process.poll() is None:
        process.send_signal(by)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def give_away(folder: Path) -> None:
    """Make the folder, closed to all but the servers' user."""
    folder.mkdir(exist_ok=True)
    if IS_ROOT:
        os.chown(folder, NOBODY, NOBODY)
    folder.chmod(0o700)


def last_lines(log: Path, count: int = 8) -> str:
    """The end of a log, for the message that says why a server did not start."""
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-count:])
    except OSError:
        return ""
