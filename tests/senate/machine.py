"""Running the project's own commands as a person would, and looking at what they leave behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
OURS = (
    "DATABASE_URL",
    "REDIS_URL",
    "SENATE_",
    "GRANIAN_",
    "DJANGO_",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "LEDGER_",
)
PATIENCE_SECONDS = 90.0


@dataclass(frozen=True)
class Machine:
    """A var folder of its own, and everything that was started with it."""

    var: Path
    children: list[subprocess.Popen[str]] = field(default_factory=list)

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a fresh shell: nothing of the running tests' own servers."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        return {**kept, "SENATE_VAR": str(self.var), "PYTHONUNBUFFERED": "1", **more}

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a manage.py command to its end."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=CHECKOUT,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_SECONDS,
        )

    def start(self, *command: str, **more: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env=self.environment(**more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.children.append(child)
        return child

    def processes(self) -> dict[int, str]:
        """Every living process that was started with this folder, servers included."""
        folder, found = os.fsencode(self.var), {}
        for place in Path("/proc").glob("[0-9]*"):
            try:
                words = (place / "cmdline").read_bytes()
                # A server that writes its own title overwrites its environment with it.
                is_ours = b"SENATE_VAR=" + folder + b"\0" in (place / "environ").read_bytes()
                state = (place / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
            if (is_ours or folder in words) and state not in "ZX":
                found[int(place.name)] = words.replace(b"\0", b" ").decode(errors="replace").strip()
        return found

    def process(self, words: str) -> int:
        """The oldest process whose command line holds these words."""
        return min(pid for pid, line in self.processes().items() if words in line)

    def is_quiet(self) -> bool:
        return not self.processes()


@contextmanager
def fresh_machine() -> Iterator[Machine]:
    """A machine whose folder the servers' unprivileged user can enter, removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="senado-machine-"))
    folder.chmod(0o755)
    machine = Machine(folder / "var")
    try:
        yield machine
    finally:
        for pid in machine.processes():
            os.kill(pid, signal.SIGKILL)
        for child in machine.children:
            if child.stdout is not None and not child.stdout.closed:
                child.communicate()
        shutil.rmtree(folder, ignore_errors=True)


def eventually(question: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Whether the answer becomes yes within some seconds."""
    limit = time.monotonic() + seconds
    while not question():
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    return True


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
