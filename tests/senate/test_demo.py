"""`manage.py demo` as a person runs it: opening, a taken port, and every way of ending.

One machine for all, so that only the first opening makes a cluster; each later one also shows
that what came before left nothing in its way.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.senate.machine import Machine, eventually, free_port, fresh_machine

LAST_LINE = "Ctrl-C stops everything."
BARE_STARTS = 10


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    with fresh_machine() as fresh:
        yield fresh


class Demo:
    """A demonstration that has opened, or said why not."""

    def __init__(self, machine: Machine, *options: str, **more: str) -> None:
        self.port = free_port()
        begun = time.monotonic()
        self.process = machine.start(
            *(sys.executable, "manage.py", "demo", "--empty", *options),
            **{
                "SENATE_PORT": str(self.port),
                "SENATE_ENDS_WITH_PARENT": "on",
                "SENATE_WEB_WORKERS": "1",
                **more,
            },
        )
        assert self.process.stdout is not None
        self.lines: list[str] = []
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if line.startswith(LAST_LINE):
                break
        self.seconds = time.monotonic() - begun
        assert self.lines[-1:] == [LAST_LINE], "\n".join(self.lines)

    def ask(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as answer:
                return int(answer.status)
        except urllib.error.HTTPError as wrong:
            return wrong.code

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode


def test_it_opens_refuses_a_second_and_ends_at_ctrl_c_leaving_nothing(machine: Machine) -> None:
    demo = Demo(machine)

    assert f"  Portal        http://localhost:{demo.port}/" in demo.lines
    assert demo.ask("/readyz") == 200
    second = machine.run("demo", SENATE_PORT=str(free_port()))
    assert second.stderr == "CommandError: The fictional record is being shown already.\n"
    assert second.returncode == 1
    names = " ".join(machine.processes().values())
    assert [name for name in ("senate.wsgi", "worker", "beat") if name not in names] == []

    assert demo.end(signal.SIGINT) == 0
    assert eventually(machine.is_quiet)


def test_killed_outright_it_leaves_nothing_and_opens_again_with_nothing_to_do(
    machine: Machine,
) -> None:
    demo = Demo(machine)
    demo.end(signal.SIGKILL)
    assert eventually(machine.is_quiet)

    again = Demo(machine)

    assert again.lines[0].startswith("Open after ")
    assert again.ask("/readyz") == 200
    assert again.end(signal.SIGTERM) == 0
    assert eventually(machine.is_quiet)


@pytest.mark.slow
@pytest.mark.parametrize("victim", ["senate.embedded.keeper", "granian", "worker", "beat"])
def test_when_a_part_is_killed_outright_the_rest_ends_and_says_so(
    machine: Machine, victim: str
) -> None:
    demo = Demo(machine)

    os.kill(machine.process(victim), signal.SIGKILL)
    out, _nothing = demo.process.communicate(timeout=60)

    assert demo.process.returncode == 1
    assert "ended" in out
    assert eventually(machine.is_quiet)


@pytest.mark.slow
def test_killing_make_ends_what_make_started(machine: Machine) -> None:
    port = str(free_port())
    make = machine.start("make", "demo", SENATE_PORT=port)
    assert make.stdout is not None
    assert f"{LAST_LINE}\n" in iter(make.stdout.readline, "")

    make.kill()

    assert eventually(machine.is_quiet)


@pytest.mark.slow
def test_a_second_opening_costs_less_than_ten_bare_starts_of_django(machine: Machine) -> None:
    """About ten seconds on a quiet machine; a ratio, since seconds mean nothing on a busy one."""
    Demo(machine).end(signal.SIGTERM)
    begun = time.monotonic()
    machine.run("diffsettings", DJANGO_SETTINGS_MODULE="senate.settings.demo")
    bare = time.monotonic() - begun

    again = Demo(machine)
    again.end(signal.SIGTERM)

    assert again.seconds < BARE_STARTS * bare


@pytest.mark.slow
def test_both_records_are_shown_at_once_from_databases_of_their_own(machine: Machine) -> None:
    fictional = Demo(machine)
    real = Demo(machine, SENATE_RECORD="real")

    assert [fictional.ask("/readyz"), real.ask("/readyz")] == [200, 200]
    assert "the fictional record." in " ".join(fictional.lines)
    assert "the real record." in " ".join(real.lines)
    assert fictional.end(signal.SIGTERM) == 0
    assert real.ask("/readyz") == 200
    assert real.end(signal.SIGTERM) == 0
    assert eventually(machine.is_quiet)


def test_a_taken_port_is_one_clear_sentence(machine: Machine) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = machine.run("demo", SENATE_PORT=str(port))

    assert done.returncode == 1
    assert done.stderr == (
        f"CommandError: Port {port} of 127.0.0.1 is taken. "
        f"Choose another: make demo SENATE_PORT={port + 10}\n"
    )
    assert eventually(machine.is_quiet)


def test_a_port_that_is_none_is_refused_by_name(machine: Machine) -> None:
    done = machine.run("demo", SENATE_PORT="80000")

    assert done.returncode == 1
    assert "SENATE_PORT is 80000; it must lie between 1 and 65535." in done.stderr
