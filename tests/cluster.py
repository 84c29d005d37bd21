"""A PostgreSQL cluster for one test run, migrated before and used by one run at a time.

The shelf holds, for each state of the migrations, a pristine cluster that never runs and as
many copies of it as there have been runs at once. A run takes a copy that nobody holds, so
that most runs start a server and copy nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO

from senate.embedded import binaries, postgres, unprivileged
from senate.embedded.errors import ServersUnavailable
from senate.embedded.locks import held, hold_now, is_free
from senate.embedded.places import OWNER, Places, find_places, sockets_of

CHECKOUT = Path(__file__).resolve().parents[1]
TEMPLATE = "senado_template"
STATES_KEPT = 3


@dataclass
class RunCluster:
    """A running cluster that is ours until we stop it."""

    places: Places
    process: subprocess.Popen[bytes]
    lock: IO[str]

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DATABASE_URL": self.places.database_url("senado", role=OWNER),
            "SENATE_TEST_TEMPLATE": TEMPLATE,
        }

    def stop(self) -> None:
        unprivileged.stop(self.process)
        self.lock.close()


def start_cluster() -> RunCluster:
    """A migrated cluster that no other run uses, started.

    :raises SystemExit: the migrations fail
    """
    shelf = find_places(CHECKOUT).root / "test"
    shelf.mkdir(parents=True, exist_ok=True)
    state = shelf / fingerprint()
    with held(shelf / "lock"):
        state.mkdir(exist_ok=True)
        if not (state / "pristine").exists():
            make_pristine(state)
        os.utime(state)
        places, lock = take_copy(state)
        drop_old_states(shelf)
    return RunCluster(places, start_copy(places, state / "pristine", lock), lock)


def make_pristine(state: Path) -> None:
    """Make a cluster whose template database is migrated; aside first, then renamed."""
    places = places_in(state / "unfinished")
    shutil.rmtree(places.root, ignore_errors=True)
    places.root.mkdir()
    cluster = cluster_in(places)
    cluster.initialise()
    process = cluster.start(careless=True)
    try:
        cluster.prepare(TEMPLATE)
        cluster.query(f"ALTER ROLE {OWNER} CREATEDB")
        migrate(places.database_url(TEMPLATE, role=OWNER))
    finally:
        unprivileged.stop(process)
    places.root.rename(state / "pristine")


def take_copy(state: Path) -> tuple[Places, IO[str]]:
    """The first copy that nobody holds; the shelf's lock keeps two from taking the same."""
    for number in count(1):
        places = places_in(state / f"copy-{number}")
        places.root.mkdir(exist_ok=True)
        lock = hold_now(places.root / "lock")
        if lock is not None:
            return places, lock
    raise AssertionError("unreachable")


def start_copy(places: Places, pristine: Path, lock: IO[str]) -> subprocess.Popen[bytes]:
    """Start it; copied anew when there is none, or when a power cut spoilt the old one."""
    if places.data.exists():
        try:
            return cluster_in(places).start(inherits=lock, careless=True)
        except ServersUnavailable:
            shutil.rmtree(places.data)
    unfinished = places.root / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    subprocess.run(["cp", "-Rp", pristine / "postgres", unfinished], check=True)
    unfinished.rename(places.data)
    return cluster_in(places).start(inherits=lock, careless=True)


def drop_old_states(shelf: Path) -> None:
    """Keep the states used last; never one that a run still uses."""
    states = sorted(
        (path for path in shelf.iterdir() if path.is_dir()), key=lambda path: -path.stat().st_mtime
    )
    for state in states[STATES_KEPT:]:
        if all(is_free(lock) for lock in state.glob("copy-*/lock")):
            shutil.rmtree(state, ignore_errors=True)


def migrate(database_url: str) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "manage.py",
            "migrate",
            "--run-syncdb",
            "--skip-checks",
            "--verbosity",
            "0",
        ],
        cwd=CHECKOUT,
        env={
            **os.environ,
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "senate.settings.test",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"The test database could not be migrated.\n{done.stdout}{done.stderr}")


def fingerprint() -> str:
    """Changes when a migration, a package or a role does."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(schema_files()):
        digest.update(str(path.relative_to(CHECKOUT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def schema_files() -> Iterator[Path]:
    yield CHECKOUT / "requirements-dev.lock"
    yield postgres.ROLES
    yield CHECKOUT / "senate" / "settings" / "base.py"
    for application in ("accounts", "legislation", "metrics", "portals", "senate"):
        for folder in (CHECKOUT / application).rglob("migrations"):
            yield from (path for path in folder.rglob("*") if path.suffix in {".py", ".sql"})


def places_in(root: Path) -> Places:
    return Places(root=root, sockets=sockets_of(root))


def cluster_in(places: Places) -> postgres.Cluster:
    programs = binaries.postgres_folder(find_places(CHECKOUT).root / "servers")
    return postgres.Cluster(programs, places.data, places.sockets, places.root / "postgres.log")
