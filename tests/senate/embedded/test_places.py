from __future__ import annotations

import os
from pathlib import Path

import pytest

from senate.embedded import places
from senate.embedded.errors import ServersUnavailable
from senate.embedded.places import Places, closed_parent, find_places, sockets_of


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SENATE_VAR", raising=False)


def test_an_ordinary_user_keeps_data_in_the_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert find_places(tmp_path).root == tmp_path / "var"


def test_root_keeps_data_where_the_servers_can_reach_it_one_place_a_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    first, second = find_places(tmp_path / "one").root, find_places(tmp_path / "two").root

    assert first.parent == second.parent == Path("/var/lib")
    assert first != second
    assert first == find_places(tmp_path / "one").root


def test_a_chosen_place_goes_before_the_usual_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SENATE_VAR", str(tmp_path / "chosen"))

    assert find_places(tmp_path).root == tmp_path / "chosen"


def test_sockets_lie_beside_the_data_as_long_as_the_kernel_can_name_them() -> None:
    longest = Path("/" + "d" * (107 - len("/run/.s.PGSQL.5432.lock") - 1))

    assert sockets_of(longest) == longest / "run"
    assert len(str(sockets_of(longest) / ".s.PGSQL.5432.lock")) == 107


def test_a_deep_checkout_gets_a_short_folder_for_its_sockets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    deep = Path("/" + "d" * (107 - len("/run/.s.PGSQL.5432.lock")))

    sockets = sockets_of(deep)

    assert sockets.parent == Path("/run/user/1000")
    assert len(str(sockets / ".s.PGSQL.5432.lock")) <= 107
    assert sockets != sockets_of(deep / "another")


def test_a_socket_folder_that_somebody_else_made_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere, target = tmp_path / "shared", tmp_path / "target"
    target.mkdir()
    elsewhere.symlink_to(target)

    with pytest.raises(ServersUnavailable, match="belongs to somebody else"):
        Places(root=tmp_path / "var", sockets=elsewhere).make()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(ServersUnavailable, match=r"Cannot write .*file.*Set SENATE_VAR"):
        Places(root=tmp_path / "file" / "var", sockets=tmp_path / "run").make()


def test_each_record_has_an_address_of_its_own(tmp_path: Path) -> None:
    here = Places(root=tmp_path, sockets=tmp_path / "run")

    assert here.database_url("senado_demo") == (
        f"postgresql://senado_app@/senado_demo?host={tmp_path}/run"
    )
    assert here.database_url("senado_real", role=places.OWNER) == (
        f"postgresql://senado_owner@/senado_real?host={tmp_path}/run"
    )
    assert here.redis_url(1) == f"unix://{tmp_path}/run/valkey.sock?db=1"


def test_the_outermost_closed_folder_is_the_one_to_tell_about(tmp_path: Path) -> None:
    closed = Path("/root") if Path("/root").stat().st_mode & 1 == 0 else None
    if closed is None or os.geteuid() != 0:
        pytest.skip("root's home is open here, or we may not look into it")

    assert closed_parent(closed / "checkout" / "var" / "postgres") == closed
    assert closed_parent(Path("/usr/lib/postgres")) is None
