from __future__ import annotations

from collections.abc import Iterator

import pytest

from senate import command_line
from senate.command_line import servers_for
from senate.embedded.places import find_places
from tests.senate.machine import CHECKOUT, Machine, eventually, fresh_machine


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    """One for all: what each command starts, it stops."""
    with fresh_machine() as fresh:
        yield fresh


@pytest.fixture
def leases(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Instead of servers: who asked for them."""
    asked: list[object] = []
    monkeypatch.setattr(command_line, "lease", asked.append)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    return asked


@pytest.mark.parametrize("command", ["migrate", "runserver", "import_senate", "demo", "shell"])
def test_a_command_that_needs_the_record_gets_servers(leases: list[object], command: str) -> None:
    servers_for(command, [])

    assert leases == [find_places(CHECKOUT)]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("", []),
        ("help", []),
        ("--version", []),
        ("catalogues", ["check"]),
        ("collectstatic", ["--no-input"]),
        ("check", ["--deploy"]),
        ("makemessages", []),
        ("migrate", ["--help"]),
    ],
)
def test_a_command_that_needs_no_record_starts_nothing(
    leases: list[object], command: str, arguments: list[str]
) -> None:
    servers_for(command, arguments)

    assert leases == []


@pytest.mark.parametrize("command", ["migrate", "runserver"])
def test_a_given_database_is_used_and_nothing_starts(
    leases: list[object], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/senado")

    servers_for(command, [])

    assert leases == []


@pytest.mark.parametrize(("broker", "count"), [("", 1), ("redis://redis", 0)])
def test_the_demonstration_needs_a_broker_too(
    leases: list[object], monkeypatch: pytest.MonkeyPatch, broker: str, count: int
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/senado")
    monkeypatch.setenv("REDIS_URL", broker)

    servers_for("demo", [])

    assert len(leases) == count


def test_a_command_starts_the_servers_and_stops_what_it_started(machine: Machine) -> None:
    done = machine.run("showmigrations", "accounts", "--skip-checks")

    assert done.stdout.startswith("accounts\n [ ] 0001_accounts\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert eventually(machine.is_quiet)


def test_migrations_run_as_the_owner_and_the_rest_as_the_application(machine: Machine) -> None:
    question = (
        "from django.db import connection as c; k = c.cursor();"
        "k.execute('select current_user'); print(k.fetchone()[0])"
    )

    asked = machine.run("shell", "--no-imports", "-c", question)
    migrated = machine.run("migrate", "contenttypes", "--skip-checks")
    refused = machine.run("migrate", "auth", "--skip-checks", SENATE_DATABASE_ROLE="senado_app")

    assert asked.stdout == "senado_app\n"
    assert migrated.returncode == 0
    assert "permission denied" in refused.stderr


def test_servers_that_cannot_run_are_one_sentence_and_not_a_traceback(machine: Machine) -> None:
    done = machine.run("showmigrations", PG_BIN="/nowhere")

    assert done.returncode == 1
    assert done.stderr == "PG_BIN is /nowhere, and there is no postgres in it.\n"
