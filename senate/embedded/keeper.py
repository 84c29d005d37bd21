"""The keeper: starts both servers, waits until nobody uses them, stops them.

A process apart from those who use the servers, so that the first user may leave before the
last. It needs no message to know when to stop: users share a file lock, and the kernel gives
the keeper that lock exclusively when the last user has ended, by whatever end.

    python -m senate.embedded.keeper ROOT SOCKETS
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

from senate.embedded import binaries
from senate.embedded.errors import ServersUnavailable
from senate.embedded.locks import hold, hold_soon
from senate.embedded.places import RECORDS, Places, closed_parent
from senate.embedded.postgres import Cluster
from senate.embedded.unprivileged import IS_ROOT, stop
from senate.embedded.valkey import start_valkey

READY, KEPT = "ready", "kept"
REASONS_TO_STOP = (signal.SIGTERM, signal.SIGCHLD)


class Leave(Exception):
    """Told to stop, or one of the servers ended."""


def leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Leave


def keep(places: Places) -> None:
    """Run the servers for as long as anybody shares the users' lock.

    :raises ServersUnavailable: one of them cannot run
    """
    mine = hold_soon(places.keeper_lock, seconds=1)
    if mine is None:
        say(KEPT)
        return
    last = run_servers(places, mine)
    mine.close()  # before the users' lock: who shares that next must not find us alive
    if last is not None:
        last.close()


def run_servers(places: Places, mine: IO[str]) -> IO[str] | None:
    """Start, wait, stop. The servers inherit our lock: it is free when they have ended too."""
    refuse_closed_folder(places)
    copies = places.root / "servers"
    cluster = Cluster(
        binaries.postgres_folder(copies), places.data, places.sockets, places.logs / "postgres.log"
    )
    program = binaries.valkey_server(copies)
    servers, last = [], None
    try:
        servers.append(
            start_valkey(program, places.valkey_socket, places.logs / "valkey.log", inherits=mine)
        )
        cluster.initialise()
        servers.append(cluster.start(inherits=mine))
        cluster.prepare(*RECORDS.values())
        for reason in REASONS_TO_STOP:
            signal.signal(reason, leave)
        say(READY)
        last = hold(places.users_lock)
    except Leave:
        pass
    finally:
        for reason in REASONS_TO_STOP:
            signal.signal(reason, signal.SIG_IGN if reason == signal.SIGTERM else signal.SIG_DFL)
        for server in reversed(servers):
            stop(server)
    return last


def refuse_closed_folder(places: Places) -> None:
    """Root's servers run without privileges, and must be able to enter their folder.

    :raises ServersUnavailable: they are not
    """
    closed = closed_parent(places.data) if IS_ROOT else None
    if closed is not None:
        raise ServersUnavailable(
            f"The servers run without privileges and cannot enter {closed}. "
            "Set SENATE_VAR to a folder that all may enter."
        )


def say(word: str) -> None:
    """Tell whoever started us, who may be gone already."""
    try:
        os.write(sys.stdout.fileno(), f"{word}\n".encode())
    except OSError:
        return


def main(root: str, sockets: str) -> int:
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        keep(Places(root=Path(root), sockets=Path(sockets)))
    except ServersUnavailable as wrong:
        say(str(wrong))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
