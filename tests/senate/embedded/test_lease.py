"""Real servers, real processes: who starts them, who may use them, and when they stop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from senate.embedded import valkey
from senate.embedded.errors import ServersUnavailable
from senate.embedded.lease import lease
from senate.embedded.locks import hold, is_free
from senate.embedded.places import Places, sockets_of
from tests.senate.machine import Machine, eventually

KEEPER = "senate.embedded.keeper"
# Uses the servers until it is told to leave by a line on its standard input.
USER = (
    "import sys; from pathlib import Path; from senate.embedded.lease import lease;"
    "from senate.embedded.places import Places, sockets_of; root = Path(sys.argv[1]);"
    "places = Places(root=root, sockets=sockets_of(root));\n"
    "with lease(places):\n    print('using', flush=True); sys.stdin.readline()\n"
    "print('left', flush=True)"
)


def start_user(machine: Machine) -> subprocess.Popen[str]:
    return machine.start(sys.executable, "-c", USER, str(machine.var))


def line_of(user: subprocess.Popen[str]) -> str:
    assert user.stdout is not None
    return user.stdout.readline().strip()


def dismiss(user: subprocess.Popen[str]) -> str:
    out, _nothing = user.communicate("go\n", timeout=60)
    return out.strip()


def places_of(machine: Machine) -> Places:
    return Places(root=machine.var, sockets=sockets_of(machine.var))


def test_inside_a_lease_both_servers_answer_and_afterwards_nothing_runs(machine: Machine) -> None:
    places = places_of(machine)

    with lease(places):
        inside = (valkey.answers(places.valkey_socket), (places.sockets / ".s.PGSQL.5432").exists())

    assert inside == (True, True)
    assert is_free(places.keeper_lock)
    assert not valkey.answers(places.valkey_socket)
    assert not (places.data / "postmaster.pid").exists()


def test_the_first_user_may_leave_before_the_last(machine: Machine) -> None:
    first = start_user(machine)
    assert line_of(first) == "using"
    second = start_user(machine)
    assert line_of(second) == "using"

    assert dismiss(first) == "left"
    between = valkey.answers(places_of(machine).valkey_socket)
    assert dismiss(second) == "left"

    assert between is True
    assert eventually(machine.is_quiet)


def test_many_users_at_once_share_one_keeper(machine: Machine) -> None:
    users = [start_user(machine) for _ in range(4)]
    assert [line_of(user) for user in users] == ["using"] * 4

    keepers = [line for line in machine.processes().values() if KEEPER in line]
    assert len(keepers) == 1

    assert [dismiss(user) for user in users] == ["left"] * 4
    assert eventually(machine.is_quiet)


def test_users_who_come_as_others_go_are_never_turned_away(machine: Machine) -> None:
    for _ in range(3):
        leaving = start_user(machine)
        assert line_of(leaving) == "using"
        assert leaving.stdin is not None
        leaving.stdin.write("go\n")
        leaving.stdin.flush()
        coming = start_user(machine)
        assert line_of(coming) == "using"
        assert dismiss(coming) == "left"
        assert dismiss(leaving) == "left"

    assert eventually(machine.is_quiet)


def test_a_killed_user_leaves_nothing_running(machine: Machine) -> None:
    user = start_user(machine)
    assert line_of(user) == "using"

    user.kill()
    user.communicate()

    assert eventually(machine.is_quiet)


def test_a_killed_keeper_takes_its_servers_along(machine: Machine) -> None:
    user = start_user(machine)
    assert line_of(user) == "using"

    os.kill(machine.process(KEEPER), signal.SIGKILL)

    assert eventually(lambda: list(machine.processes()) == [user.pid])
    assert dismiss(user) == "left"


@pytest.mark.parametrize("server", ["bin/postgres -D", "valkey-server"])
def test_when_one_server_dies_the_other_stops_and_the_next_user_finds_both(
    machine: Machine, server: str
) -> None:
    user = start_user(machine)
    assert line_of(user) == "using"

    os.kill(machine.process(server), signal.SIGKILL)
    assert eventually(lambda: list(machine.processes()) == [user.pid])

    following = start_user(machine)
    assert line_of(following) == "using"
    assert [dismiss(user), dismiss(following)] == ["left", "left"]
    assert eventually(machine.is_quiet)


def test_a_half_made_cluster_is_made_again(machine: Machine) -> None:
    places = places_of(machine)
    places.make()
    unfinished = places.root / "postgres.unfinished"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")

    with lease(places):
        assert (places.data / "PG_VERSION").exists()

    assert not unfinished.exists()


def test_data_of_another_version_is_refused_and_left_alone(machine: Machine) -> None:
    places = places_of(machine)
    places.make()
    places.data.mkdir()
    (places.data / "PG_VERSION").write_text("16\n")

    with (
        pytest.raises(ServersUnavailable, match="was made by PostgreSQL 16, this is 18"),
        lease(places),
    ):
        pass

    assert [path.name for path in places.data.iterdir()] == ["PG_VERSION"]
    assert eventually(machine.is_quiet)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives its servers away")
def test_root_is_told_which_folder_the_server_cannot_enter(machine: Machine) -> None:
    machine.var.mkdir(mode=0o700)
    inner = machine.var / "inner"

    with (
        pytest.raises(ServersUnavailable, match=f"cannot enter {machine.var}. Set SENATE_VAR"),
        lease(Places(root=inner, sockets=inner / "run")),
    ):
        pass

    assert machine.var.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives its servers away")
def test_roots_servers_run_without_privileges(machine: Machine) -> None:
    user = start_user(machine)
    assert line_of(user) == "using"

    servers = [machine.process(server) for server in ("bin/postgres -D", "valkey-server")]
    owners = [Path(f"/proc/{pid}").stat().st_uid for pid in servers]

    assert dismiss(user) == "left"
    assert owners == [65534, 65534]


def test_the_three_roles_may_do_what_they_are_for_and_no_more(machine: Machine) -> None:
    script = (
        "import psycopg, sys\n"
        "from senate.command_line import CHECKOUT\n"
        "from senate.embedded.places import find_places\n"
        "from senate.embedded.lease import lease\n"
        "places = find_places(CHECKOUT)\n"
        "def attempt(role, sql):\n"
        "    try:\n"
        "        with psycopg.connect(places.database_url('senado_demo', role=role)) as line:\n"
        "            line.execute(sql)\n"
        "        print(role, sql.split()[0], 'yes')\n"
        "    except psycopg.errors.InsufficientPrivilege:\n"
        "        print(role, sql.split()[0], 'no')\n"
        "    except psycopg.errors.ReadOnlySqlTransaction:\n"
        "        print(role, sql.split()[0], 'read-only')\n"
        "with lease(places):\n"
        "    for role, sql in (line.split(': ') for line in sys.argv[1:]):\n"
        "        attempt(role, sql)\n"
    )
    attempts = [
        "senado_owner: CREATE TABLE acts (id int GENERATED ALWAYS AS IDENTITY, name text)",
        "senado_app: INSERT INTO acts (name) VALUES ('one')",
        "senado_app: ANALYZE acts",
        "senado_app: TRUNCATE acts",
        "senado_app: DROP TABLE acts",
        "senado_auditor: SELECT * FROM acts",
        "senado_auditor: DELETE FROM acts",
        "senado_owner: DROP TABLE acts",
    ]
    user = machine.start(sys.executable, "-c", script, *attempts)
    out, _nothing = user.communicate(timeout=60)

    assert out.splitlines() == [
        "senado_owner CREATE yes",
        "senado_app INSERT yes",
        "senado_app ANALYZE yes",
        "senado_app TRUNCATE no",
        "senado_app DROP no",
        "senado_auditor SELECT yes",
        "senado_auditor DELETE read-only",
        "senado_owner DROP yes",
    ]


def test_a_lock_is_free_again_when_its_holder_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "lock"

    with hold(path):
        assert not is_free(path)
    with hold(path, shared=True):
        assert (is_free(path), is_free(path, shared=True)) == (False, True)

    assert is_free(path)
