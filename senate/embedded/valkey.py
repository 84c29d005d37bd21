"""A Valkey server of our own, reached through a socket only, keeping nothing on disk."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import IO

from senate.embedded.errors import ServersUnavailable
from senate.embedded.unprivileged import AS_NOBODY, give_away, last_lines, start

START_SECONDS = 30.0


def start_valkey(
    program: Path, address: Path, log: Path, *, inherits: IO[str] | None = None
) -> subprocess.Popen[bytes]:
    """Start the server and return once it answers.

    :param inherits: an open file that stays open in the server for as long as it runs
    :raises ServersUnavailable: it ended, or did not answer in time
    """
    give_away(address.parent)
    process = start(
        [program, "--port", "0", "--unixsocket", address, "--unixsocketperm", "700",
         "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction",
         "--dir", address.parent],
        log=log,
        when_parent_dies=signal.SIGTERM,
        inherits=inherits,
        cwd=address.parent,
        **AS_NOBODY,
    )  # fmt: skip
    limit = time.monotonic() + START_SECONDS
    while not answers(address):
        if process.poll() is not None or time.monotonic() > limit:
            process.kill()
            raise ServersUnavailable(f"Valkey did not start; {log} ends:\n{last_lines(log)}")
        time.sleep(0.01)
    return process


def answers(address: Path) -> bool:
    return say(address, b"PING\r\n").startswith(b"+PONG")


def say(address: Path, words: bytes) -> bytes:
    """What the server answers to a line, or nothing where nobody listens."""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(2)
            line.connect(str(address))
            line.sendall(words)
            return line.recv(64)
    except OSError:
        return b""
