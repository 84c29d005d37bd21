from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.test import Client

from senate import health


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_machines_only_read(address: str, method: str) -> None:
    answer = Client(enforce_csrf_checks=True).generic(method, address)

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_a_living_process_may_be_asked_for_the_head_alone(client: Client) -> None:
    answer = client.head("/healthz")

    assert (answer.status_code, answer.content) == (200, b"")


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "QUESTIONS", {"database": lambda: None, "broker": lambda: None})


def test_a_living_process_says_so_without_asking_anybody(client: Client) -> None:
    """No database is allowed in this test: asking it would fail."""
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.usefixtures("answering")
def test_ready_when_all_answer(client: Client) -> None:
    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (200, {"database": True, "broker": True})


def test_not_ready_names_the_one_that_is_silent(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent() -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(health, "QUESTIONS", {"database": silent, "broker": lambda: None})

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, {"database": False, "broker": True})


@pytest.mark.django_db
def test_the_database_is_really_asked(client: Client, settings: object) -> None:
    """Here is no broker, so the answer to that half is no."""
    settings.REDIS_URL = "unix:///nowhere/valkey.sock"  # type: ignore[attr-defined]

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, {"database": True, "broker": False})
