"""No engine runs here, so the file is held against the specification and against the tested commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from senate.embedded.postgres import LOCALE
from senate.processes import SERVICES, STREAM_PATH, WEB, in_this_environment
from tests.senate.machine import CHECKOUT

COMPOSE = CHECKOUT / "docker-compose.yml"
PROXY = CHECKOUT / "docs" / "deploy" / "nginx.conf"
WANTED = re.compile(r"\$\{(\w+)")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(YAML(typ="safe").load(COMPOSE))


def test_it_follows_the_compose_specification() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema"),
            *("--builtin-schema", "vendor.compose-spec", str(COMPOSE)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


def test_its_commands_are_the_tested_ones(compose: dict[str, Any]) -> None:
    commands = {
        name: tuple(service["command"])
        for name, service in compose["services"].items()
        if "build" in service
    }

    assert commands == SERVICES


def test_the_image_serves_pages_when_told_nothing_else() -> None:
    last = (CHECKOUT / "Dockerfile").read_text().strip().splitlines()[-1]

    assert last == f"CMD {list(WEB)}".replace("'", '"')


def test_every_program_that_is_named_is_installed() -> None:
    programs = {in_this_environment(command)[0] for command in SERVICES.values()}

    assert [program for program in programs if not os.access(program, os.X_OK)] == []


def test_the_database_is_made_as_the_embedded_one_is(compose: dict[str, Any]) -> None:
    postgres = compose["services"]["postgres"]

    assert postgres["image"] == "postgres:18"
    assert postgres["environment"]["POSTGRES_INITDB_ARGS"] == " ".join(LOCALE)
    assert postgres["volumes"][0] == "postgres:/var/lib/postgresql"
    assert postgres["volumes"][1].startswith("./senate/embedded/roles.sql:")
    assert (CHECKOUT / "senate" / "embedded" / "roles.sql").exists()


def test_only_the_migration_may_change_the_schema(compose: dict[str, Any]) -> None:
    roles = {
        name: service["environment"]["DATABASE_URL"].split("//")[1].split(":")[0]
        for name, service in compose["services"].items()
        if "build" in service
    }

    assert roles.pop("migrate") == "senado_owner"
    assert set(roles.values()) == {"senado_app"}


def test_the_broker_loses_nothing(compose: dict[str, Any]) -> None:
    command = compose["services"]["redis"]["command"]

    assert command == [
        *("redis-server", "--appendonly", "yes"),
        *("--maxmemory-policy", "noeviction"),
    ]


def test_every_variable_it_wants_is_in_the_example() -> None:
    example = (CHECKOUT / ".env.example").read_text()
    offered = {line.split("=")[0] for line in example.splitlines() if re.match(r"[A-Z_]+=", line)}

    assert set(WANTED.findall(COMPOSE.read_text())) == offered


def test_the_proxy_sends_streams_to_asgi_and_the_rest_to_wsgi() -> None:
    text = PROXY.read_text()
    locations = dict(re.findall(r"location (\S+) \{\s*proxy_pass http://(\w+);", text))
    upstreams = dict(re.findall(r"upstream (\w+) \{\s*server (\S+);", text))

    assert locations == {"/": "pages", STREAM_PATH: "streams"}
    assert upstreams == {"pages": "web:8000", "streams": "stream:8000"}


def test_pages_believe_the_one_proxy_that_says_who_asks(compose: dict[str, Any]) -> None:
    assert compose["services"]["web"]["environment"]["SENATE_PROXIES"] == "1"
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in PROXY.read_text()
    assert "ports" not in compose["services"]["web"]


@pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx on this machine")
def test_the_proxys_configuration_is_understood(tmp_path: Path) -> None:
    text = (
        PROXY.read_text()
        .replace("web:8000", "127.0.0.1:8000")
        .replace("stream:8000", "127.0.0.1:8001")
    )
    path = tmp_path / "nginx.conf"
    path.write_text(re.sub(r"pid \S+;", f"pid {tmp_path / 'pid'};", text))

    done = subprocess.run(["nginx", "-t", "-c", path], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
