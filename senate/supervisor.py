"""Runs several processes as one: all start, any end ends all, and nothing is left behind.

Each child leads a session of its own, so that Ctrl-C reaches the supervisor alone and
everything a child started ends with it. The kernel ends the children when the supervisor is
killed outright.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from senate.embedded.unprivileged import die_with_parent, last_lines, start

GRACE_SECONDS = 10.0
POLL_SECONDS = 0.1
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class ToldToStop(Exception):
    """Somebody pressed Ctrl-C, or ended the supervisor politely."""


class ProcessEnded(Exception):
    """A process that should run for ever did not; the message quotes its log."""


class Supervisor:
    """Starts processes, watches them and stops them."""

    def __init__(self, logs: Path, environment: Mapping[str, str], cwd: Path) -> None:
        self.logs, self.environment, self.cwd = logs, {**os.environ, **environment}, cwd
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: tuple[str, ...]) -> None:
        self.log_of(name).unlink(missing_ok=True)
        self.running[name] = start(
            command,
            log=self.log_of(name),
            when_parent_dies=signal.SIGTERM,
            cwd=self.cwd,
            env=self.environment,
        )

    def run(self, command: tuple[str, ...]) -> int:
        """Run something to its end in sight of the person at the shell; its exit status."""
        process = subprocess.Popen(
            command,
            cwd=self.cwd,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGTERM),
        )
        self.running["preparation"] = process
        status = process.wait()
        del self.running["preparation"]
        return status

    def log_of(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def check(self) -> None:
        """Return if all run.

        :raises ProcessEnded: one does not
        """
        for name, process in self.running.items():
            if process.poll() is not None:
                log = self.log_of(name)
                raise ProcessEnded(
                    f"{name} ended with status {process.returncode}; {log} ends:\n"
                    f"{last_lines(log, 20)}"
                )

    def watch(self, check_more: Callable[[], None]) -> NoReturn:
        """Stay until a process ends or somebody says stop.

        :param check_more: looks at what the processes rest on; raises when it is gone
        :raises ProcessEnded: a process ended
        """
        while True:
            self.check()
            check_more()
            time.sleep(POLL_SECONDS)

    def stop(self) -> None:
        """Stop all politely and at once; after the grace, and for stragglers, for certain."""
        for heard in STOP_SIGNALS:
            signal.signal(heard, signal.SIG_IGN)
        for process in self.running.values():
            tell_group(process, signal.SIGTERM)
        limit = time.monotonic() + GRACE_SECONDS
        for process in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, limit - time.monotonic()))
            tell_group(process, signal.SIGKILL)
            process.wait()
        self.running.clear()


def tell_group(process: subprocess.Popen[bytes], what: signal.Signals) -> None:
    """Send to the process and to all that it started, which may outlive it."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, what)


@contextmanager
def stop_signals_heard() -> Iterator[None]:
    """Inside, Ctrl-C, a closed terminal and a polite kill raise ToldToStop, once."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        for heard in STOP_SIGNALS:
            signal.signal(heard, signal.SIG_IGN)
        raise ToldToStop

    before = {heard: signal.signal(heard, stop) for heard in STOP_SIGNALS}
    try:
        yield
    finally:
        for heard, handler in before.items():
            signal.signal(heard, handler)
