"""Folders for checkpoints, and connections as others than the owner of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection, connections

from senate.embedded.places import APPLICATION, AUDITOR, SUPERUSER


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    """Where checkpoints are written."""
    settings.LEDGER_CHECKPOINT_FOLDER = str(tmp_path / "ours")
    return tmp_path / "ours"


@pytest.fixture
def witness(settings: Any, tmp_path: Path) -> Path:
    """Where somebody else keeps them."""
    settings.LEDGER_WITNESS_FOLDER = str(tmp_path / "witness")
    return tmp_path / "witness"


def connect(role: str) -> psycopg.Connection[Any]:
    said = connection.settings_dict
    return psycopg.connect(
        host=said["HOST"], port=said["PORT"] or None, dbname=said["NAME"], user=role
    )


@pytest.fixture
def superuser(transactional_db: None) -> Iterator[psycopg.Connection[Any]]:
    """Whoever rules the database: no trigger runs for them."""
    with connect(SUPERUSER) as found:
        found.autocommit = True
        found.execute("SET session_replication_role = replica")
        yield found


@pytest.fixture
def application(transactional_db: None) -> Iterator[psycopg.Connection[Any]]:
    """The role that web and worker have."""
    with connect(APPLICATION) as found:
        found.autocommit = True
        yield found


@pytest.fixture
def auditor(transactional_db: None) -> Iterator[psycopg.Connection[Any]]:
    with connect(AUDITOR) as found:
        found.autocommit = True
        yield found


@pytest.fixture
def as_application(transactional_db: None) -> Iterator[None]:
    """Django itself with the role that web and worker have."""
    owner = connections["default"]
    ours = owner.copy()
    ours.settings_dict["USER"] = APPLICATION
    connections["default"] = ours
    try:
        yield
    finally:
        ours.close()
        connections["default"] = owner
