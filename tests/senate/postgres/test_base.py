"""A connection whose server has gone is found out before it is used."""

import psycopg
import pytest
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def a_new_connection_afterwards():
    yield
    connection.close()


def end_the_connection() -> None:
    """As an administrator, or a server that stops, ends it."""
    parameters = {
        name: value
        for name, value in connection.get_connection_params().items()
        if name in ("host", "port", "user", "password", "dbname")
    }
    pid = connection.connection.info.backend_pid
    with psycopg.connect(**parameters, autocommit=True) as other:
        ended = other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid]).fetchone()
    assert ended == (True,)


def test_a_living_connection_is_usable_without_being_asked(monkeypatch) -> None:
    connection.ensure_connection()
    monkeypatch.delattr(psycopg.Connection, "cursor")

    assert connection.is_usable()


def test_a_connection_that_the_server_ended_is_not_usable() -> None:
    connection.ensure_connection()

    end_the_connection()

    assert not connection.is_usable()


def test_a_request_after_the_end_gets_a_new_connection() -> None:
    connection.ensure_connection()
    connection.health_check_enabled, connection.health_check_done = True, False
    end_the_connection()

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_a_closed_connection_is_not_usable() -> None:
    connection.ensure_connection()
    connection.connection.close()

    assert not connection.is_usable()


def test_no_connection_is_not_usable() -> None:
    connection.close()

    assert not connection.is_usable()
