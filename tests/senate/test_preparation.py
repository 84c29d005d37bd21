from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import Settings

from senate import preparation
from senate.preparation import (
    FirstContents,
    collect_static,
    first_contents,
    is_filled,
    make_ledger_key,
    mark_filled,
    migrate,
    waiting_contents,
)

COMMANDS = {"seed_demo": "senate", "import_senate": "senate"}


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.mark.django_db
def test_a_schema_that_is_up_to_date_is_left_alone(said: list[str]) -> None:
    migrate(said.append)

    assert said == []


def test_a_key_of_the_ledger_is_made_once_and_only_where_it_is_ours_to_make(
    settings: Settings, tmp_path: Path, said: list[str]
) -> None:
    ours, elsewhere = settings.PLACES.root / tmp_path.name, tmp_path / "key"
    for path in (ours, ours, elsewhere):
        settings.LEDGER_SIGNING_KEY = str(path)
        make_ledger_key(said.append)

    assert said == ["Made a key to sign the ledger with."]
    assert len(ours.read_text()) == 45
    assert not elsewhere.exists()
    ours.unlink()


@pytest.mark.django_db
def test_a_record_is_filled_once_and_its_database_remembers(
    monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    monkeypatch.setattr(preparation, "get_commands", lambda: COMMANDS)
    assert waiting_contents(said.append) == FirstContents("seed_demo")
    assert not is_filled()

    mark_filled()

    assert is_filled()
    assert waiting_contents(said.append) is None
    assert said == []


@pytest.mark.django_db
def test_without_the_command_the_record_stays_empty_and_one_is_told(
    monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    monkeypatch.setattr(preparation, "get_commands", dict)

    assert waiting_contents(said.append) is None
    assert said == ["The record stays empty: there is no command seed_demo yet."]


def test_each_record_has_contents_of_its_own(tmp_path: Path) -> None:
    assert first_contents("fictional", tmp_path) == FirstContents("seed_demo")
    assert first_contents("real", tmp_path) == FirstContents("import_senate", (str(tmp_path),))


@pytest.mark.django_db
def test_without_its_files_the_real_record_says_how_to_ask_the_service(
    monkeypatch: pytest.MonkeyPatch, said: list[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(preparation, "get_commands", lambda: COMMANDS)
    monkeypatch.setattr(settings, "SENATE_RECORD", "real")
    monkeypatch.setattr(settings, "SENATE_REAL_DATA", tmp_path / "absent")

    assert waiting_contents(said.append) is None
    assert len(said) == 1
    assert said[0].startswith(f"No files in {tmp_path / 'absent'}. Set SENATE_REAL_DATA")
    assert said[0].endswith("manage.py import_senate --since 2026-08-01")


def test_static_files_are_collected_again_only_when_one_changed(
    settings: Settings, said: list[str], tmp_path: Path
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("a {}")
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [source]
    preparation.get_finders.__globals__["get_finder"].cache_clear()

    collect_static(said.append)
    collect_static(said.append)
    assert said == ["Collecting the static files."]
    os.utime(source / "page.css", ns=(1, 1))
    collect_static(said.append)

    preparation.get_finders.__globals__["get_finder"].cache_clear()
    assert said == ["Collecting the static files."] * 2
    assert (tmp_path / "collected" / "page.css").read_text() == "a {}"
