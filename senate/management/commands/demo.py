"""The whole Senate on one machine, with one command: `manage.py demo`.

SENATE_RECORD=real shows the Senate's own record instead of the fictional one.
"""

from __future__ import annotations

import errno
import socket
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from senate import preparation, processes
from senate.embedded.locks import hold_now, is_free
from senate.embedded.unprivileged import end_with_our_parent
from senate.settings import env
from senate.supervisor import ProcessEnded, Supervisor, ToldToStop, stop_signals_heard

OPEN_SECONDS = 60.0
LOWEST_PORT, HIGHEST_PORT = 1, 65535
ADDRESSES = (
    ("Portal", "/"),
    ("In English", "/en/"),
    ("For machines", "/api/v1/"),
)
ENTERING = ("Enter as …", "/demostracion/entrar/")


class Command(BaseCommand):
    help = "Prepare and run everything: web, worker, beat and, if needed, the servers beneath."
    # They import every page and double the time to open; make check runs them.
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--empty", action="store_true", help="leave an empty record empty: fill nothing in"
        )

    def handle(self, *_arguments: Any, empty: bool, **_options: Any) -> None:
        self.begun = time.monotonic()
        self.host = env.text("SENATE_HOST", "127.0.0.1")
        self.port = env.integer("SENATE_PORT", 8000, low=LOWEST_PORT, high=HIGHEST_PORT)
        with ExitStack() as stack:
            self.refuse_second_demo(stack)
            refuse_taken_port(self.host, self.port, "SENATE_PORT")
            supervisor = Supervisor(settings.PLACES.logs, self.environment(), settings.BASE_DIR)
            stack.enter_context(stop_signals_heard())
            stack.callback(supervisor.stop)
            try:
                if env.flag("SENATE_ENDS_WITH_PARENT", default=False):
                    end_with_our_parent()
                self.prepare(supervisor, fill=not empty)
                self.open(supervisor)
                supervisor.watch(refuse_lost_servers)
            except ToldToStop:
                self.stdout.write("\nStopping.")
            except ProcessEnded as ended:
                raise CommandError(str(ended)) from ended

    def refuse_second_demo(self, stack: ExitStack) -> None:
        settings.PLACES.make()
        lock = hold_now(settings.PLACES.root / f"demo-{settings.SENATE_RECORD}.lock")
        if lock is None:
            raise CommandError(f"The {settings.SENATE_RECORD} record is being shown already.")
        stack.enter_context(lock)

    def environment(self) -> dict[str, str]:
        """What the processes are told: addresses, and the role that may not change the schema."""
        database = settings.DATABASE_ADDRESS
        if not env.is_set("DATABASE_URL"):
            url = settings.PLACES.database_url(database.name)
        else:
            url = database.url
        return {
            "DATABASE_URL": url,
            "REDIS_URL": settings.REDIS_URL,
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
            "SENATE_RECORD": settings.SENATE_RECORD,
            "GRANIAN_HOST": self.host,
            "GRANIAN_PORT": str(self.port),
            "GRANIAN_WORKERS": str(env.integer("SENATE_WEB_WORKERS", 2, low=1)),
            "GRANIAN_BLOCKING_THREADS": str(env.integer("SENATE_WEB_THREADS", 4, low=1)),
            "GRANIAN_WORKERS_KILL_TIMEOUT": "3",
            "CELERY_SKIP_CHECKS": "yes",
        }

    def prepare(self, supervisor: Supervisor, *, fill: bool) -> None:
        preparation.migrate(self.stdout.write)
        preparation.make_ledger_key(self.stdout.write)
        preparation.compile_catalogues(self.stdout.write)
        preparation.collect_static(self.stdout.write)
        contents = preparation.waiting_contents(self.stdout.write) if fill else None
        if contents is not None:
            self.stdout.write(f"Filling the {settings.SENATE_RECORD} record, once.")
            command = (sys.executable, "manage.py", contents.command, *contents.arguments)
            if supervisor.run(command) == 0:
                preparation.mark_filled()
            else:
                self.stderr.write(f"{contents.command} had trouble; it runs again next time.")
        connections.close_all()

    def open(self, supervisor: Supervisor) -> None:
        """Start everything and return once the portal answers."""
        for name in ("web", "worker", "beat"):
            supervisor.start(name, processes.in_this_environment(processes.SERVICES[name]))
        if settings.SENATE_STREAMS:
            port = env.integer("SENATE_STREAM_PORT", 8001, low=LOWEST_PORT, high=HIGHEST_PORT)
            refuse_taken_port(self.host, port, "SENATE_STREAM_PORT")
            supervisor.environment["GRANIAN_PORT"] = str(port)
            supervisor.start("stream", processes.in_this_environment(processes.STREAM))
        limit = time.monotonic() + OPEN_SECONDS
        while not answers(f"http://{address_of(self.host)}:{self.port}/healthz"):
            supervisor.check()
            if time.monotonic() > limit:
                raise CommandError(f"The portal does not answer; see {settings.PLACES.logs}.")
            time.sleep(0.05)
        self.announce()

    def announce(self) -> None:
        seconds = time.monotonic() - self.begun
        lines = [f"Open after {seconds:.1f} s: the {settings.SENATE_RECORD} record."]
        base = f"http://{'localhost' if self.host == '127.0.0.1' else self.host}:{self.port}"
        addresses = (*ADDRESSES, ENTERING) if settings.DEMONSTRATION_ENTERING else ADDRESSES
        lines += [f"  {name:<14}{base}{path}" for name, path in addresses]
        lines.append(f"  Logs          {settings.PLACES.logs}")
        lines.append("Ctrl-C stops everything.")
        self.stdout.write("\n".join(lines))


def refuse_lost_servers() -> None:
    """Nothing works without the embedded servers, if it is they who are used.

    :raises ProcessEnded: their keeper is gone
    """
    is_embedded = not (env.is_set("DATABASE_URL") and env.is_set("REDIS_URL"))
    if is_embedded and is_free(settings.PLACES.keeper_lock):
        raise ProcessEnded(f"The embedded servers ended; see {settings.PLACES.logs}.")


def refuse_taken_port(host: str, port: int, setting: str) -> None:
    """Find out before anything starts.

    :raises CommandError: somebody listens there, or we may not
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as wrong:
            why = "is taken" if wrong.errno == errno.EADDRINUSE else f"cannot be used: {wrong}"
            raise CommandError(
                f"Port {port} of {host} {why}. Choose another: make demo {setting}={port + 10}"
            ) from wrong


def address_of(host: str) -> str:
    """Where to ask a server that listens on this host."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - not listening


def answers(url: str) -> bool:
    """Whether a web server answers, whatever it says."""
    try:
        with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own address
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
