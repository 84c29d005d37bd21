"""One PostgreSQL cluster of our own, reached through a socket only."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from senate.embedded.errors import ServersUnavailable
from senate.embedded.places import SUPERUSER
from senate.embedded.unprivileged import AS_NOBODY, give_away, last_lines, start

# The same order and the same comparison everywhere: see also docker-compose.yml.
LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
OLDEST_VERSION = 17  # the first that has this locale within it
START_SECONDS = 120.0
# For tests, which lose nothing that they cannot make again.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
ROLES = Path(__file__).with_name("roles.sql")


class Cluster:
    """A data folder and the server that runs on it."""

    def __init__(self, programs: Path, data: Path, sockets: Path, log: Path) -> None:
        self.programs, self.data, self.sockets, self.log = programs, data, sockets, log

    def initialise(self) -> None:
        """Make the cluster unless it exists. Made aside and renamed: never half a cluster.

        :raises ServersUnavailable: too old a version, another one's data, initdb's error
        """
        version = self.major_version()
        if version < OLDEST_VERSION:
            raise ServersUnavailable(
                f"{self.programs} holds PostgreSQL {version}; {OLDEST_VERSION} or newer is needed."
            )
        if self.data.exists():
            made_by = (self.data / "PG_VERSION").read_text().strip()
            if int(made_by) != version:
                raise ServersUnavailable(
                    f"{self.data} was made by PostgreSQL {made_by}, this is {version}. "
                    "Move that folder away to begin anew, or set PG_BIN."
                )
            return
        unfinished = self.data.with_name(f"{self.data.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        give_away(unfinished)
        self.run("initdb", "-D", unfinished, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8",
                 "--no-sync", "--no-instructions", *LOCALE)  # fmt: skip
        unfinished.rename(self.data)

    def start(
        self,
        *,
        inherits: IO[str] | None = None,
        careless: bool = False,
        options: Sequence[str] = (),
    ) -> subprocess.Popen[bytes]:
        """Start the server and return once it answers.

        :param inherits: an open file that stays open in the server for as long as it runs
        :param careless: trade safety against a power cut for speed (tests)
        :raises ServersUnavailable: it ended, or did not answer in time
        """
        give_away(self.sockets)
        wanted = ["listen_addresses=", f"unix_socket_directories={self.sockets}",
                  "unix_socket_permissions=0700", "jit=off", *options]  # fmt: skip
        if careless:
            wanted += [f"{name}=off" for name in CARELESS]
        process = start(
            [self.programs / "postgres", "-D", self.data, *(x for o in wanted for x in ("-c", o))],
            log=self.log,
            when_parent_dies=signal.SIGINT,
            inherits=inherits,
            **AS_NOBODY,
        )
        limit = time.monotonic() + START_SECONDS
        while not self.answers():
            if process.poll() is not None or time.monotonic() > limit:
                process.kill()
                raise ServersUnavailable(
                    f"PostgreSQL did not start; {self.log} ends:\n{last_lines(self.log)}"
                )
            time.sleep(0.02)
        return process

    def prepare(self, *databases: str) -> None:
        """Make the roles and these databases, unless they are there."""
        present = self.query("SELECT datname FROM pg_database").split()
        for name in databases:
            if name not in present:
                self.query(f'CREATE DATABASE "{name}"')
            self.query(ROLES.read_text(), database=name)

    def query(self, sql: str, database: str = "postgres") -> str:
        """What psql prints for these statements, run by the superuser; bare rows."""
        return self.run("psql", "-h", self.sockets, "-U", SUPERUSER, "-d", database, "-X", "-q",
                        "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", "-", words=sql)  # fmt: skip

    def answers(self) -> bool:
        command = [
            *(self.programs / "pg_isready", "-q", "-h", self.sockets),
            *("-U", SUPERUSER, "-d", "postgres", "-t", "1"),
        ]
        return subprocess.run(list(map(str, command)), check=False).returncode == 0

    def major_version(self) -> int:
        return int(self.run("postgres", "--version").split()[2].split(".")[0])

    def run(self, program: str, *arguments: str | Path, words: str = "") -> str:
        """Run one of PostgreSQL's programs as the servers' user, reading words; its output.

        :raises ServersUnavailable: it failed
        """
        done: subprocess.CompletedProcess[str] = subprocess.run(
            [str(self.programs / program), *map(str, arguments)],
            input=words,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env={"LC_ALL": "C", "PATH": os.defpath},
            **AS_NOBODY,
        )
        if done.returncode:
            raise ServersUnavailable(
                f"{program} failed: {done.stderr.strip() or done.stdout.strip()}"
            )
        return done.stdout
