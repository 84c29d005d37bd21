"""Using the embedded servers: they run while at least one lease is held."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from senate.embedded import keeper, valkey
from senate.embedded.errors import ServersUnavailable
from senate.embedded.locks import held, hold, is_free
from senate.embedded.places import Places

CHECKOUT = Path(__file__).resolve().parents[2]
ANSWER_SECONDS = 120.0
STOP_SECONDS = 60.0


@contextmanager
def lease(places: Places) -> Iterator[None]:
    """Inside, both servers answer. The last to leave waits until they have stopped.

    :raises ServersUnavailable: they cannot run here; says why
    """
    mark = take(places)
    try:
        yield
    finally:
        mark.close()
        wait_for_the_end(places)


def take(places: Places) -> IO[str]:
    """Share the users' lock and make sure that a keeper is at work.

    The order matters: with the lock shared first, a keeper that is found alive cannot stop,
    and one that is stopping has to end before the lock is ours.
    """
    places.make()
    with held(places.start_lock):
        mark = hold(places.users_lock, shared=True)
        try:
            find_or_start_keeper(places)
        except BaseException:
            mark.close()
            raise
    return mark


def find_or_start_keeper(places: Places) -> None:
    """Return once the servers answer; a keeper may be at work, starting, or just ending."""
    limit = time.monotonic() + ANSWER_SECONDS
    while True:
        if is_free(places.keeper_lock):
            if start_keeper(places):
                return
        elif answers(places):
            return
        if time.monotonic() > limit:
            raise ServersUnavailable(f"The embedded servers do not answer; see {places.logs}.")
        time.sleep(0.02)


def start_keeper(places: Places) -> bool:
    """Start a keeper; false if there was one after all.

    :raises ServersUnavailable: in the keeper's own words
    """
    with (places.logs / "keeper.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "senate.embedded.keeper", places.root, places.sockets],
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )
    with cast(IO[bytes], process.stdout) as words:
        said = words.readline().decode().strip()
        if said not in {keeper.KEPT, keeper.READY}:
            said += "\n" + words.read().decode()
            process.wait()
            raise ServersUnavailable(said.strip() or f"The keeper died; see {log.name}.")
    # The keeper may outlive us; Python would warn that we leave a child behind.
    process.returncode = 0
    return said == keeper.READY


def answers(places: Places) -> bool:
    return valkey.answers(places.valkey_socket) and (places.sockets / ".s.PGSQL.5432").exists()


def wait_for_the_end(places: Places) -> None:
    """Return when the servers have stopped, or at once when others use them."""
    limit = time.monotonic() + STOP_SECONDS
    while not is_free(places.keeper_lock) and time.monotonic() < limit:
        nobody = is_free(places.users_lock)
        if not nobody and is_free(places.users_lock, shared=True):
            return
        time.sleep(0.01)
