"""Listening to the record: with the connection of everybody, and never believed when it ended."""

import time

import psycopg
import pytest
from django.db import connection, connections

from portals.shared import record_watch
from portals.shared.record_watch import NOTICES_SILENCE, known_epoch
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def soon_tried_again(monkeypatch) -> None:
    monkeypatch.setattr(record_watch, "RETRY_SECONDS", 0.05)


def test_a_failure_that_nobody_foresaw_ends_nothing(watching, monkeypatch, caplog):
    epoch, listen = watching.epoch, psycopg.Connection.notifies

    def fail(*_asked, **_named):
        monkeypatch.setattr(psycopg.Connection, "notifies", listen)
        assert watching.epoch == epoch
        raise ValueError("of another kind")

    monkeypatch.setattr(psycopg.Connection, "notifies", fail)

    wait_until(lambda: watching.epoch not in (None, epoch))
    assert "in a way that nobody foresaw" in caplog.text


def test_while_it_is_not_listening_nothing_is_known(watching, monkeypatch):
    def fail(*_asked, **_named):
        raise ValueError("of another kind")

    monkeypatch.setattr(psycopg.Connection, "notifies", fail)
    monkeypatch.setattr(record_watch.psycopg, "connect", fail)

    wait_until(lambda: known_epoch() is None)
    time.sleep(0.2)
    assert known_epoch() is None


def test_a_thread_that_is_gone_is_not_believed_and_another_begins(watching, monkeypatch):
    """As in a process that was forked: the threads stay behind."""
    gone = watching._thread
    watching._stop.set()
    gone.join()
    watching.epoch = 7

    assert known_epoch() is None
    wait_until(lambda: known_epoch() is not None)
    assert watching._thread is not gone


def test_it_connects_as_everybody_does(monkeypatch):
    # The server's own options too: what is asked of every connection is asked of this one.
    options = {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem", "keepalives_idle": "60"}
    asked = {**connection.get_connection_params(), **options}
    monkeypatch.setattr(connections["default"], "get_connection_params", lambda: dict(asked))

    parameters = record_watch._connection_parameters()

    assert parameters == {
        **NOTICES_SILENCE,
        **options,
        "client_encoding": "UTF8",
        **{
            name: asked[name]
            for name in ("dbname", "user", "host", "port", "options")
            if name in asked
        },
    }


def test_a_silent_connection_is_noticed_within_seconds():
    with psycopg.connect(**record_watch._connection_parameters()) as listener:
        known = psycopg.conninfo.conninfo_to_dict(listener.info.dsn)

    assert {name: int(known[name]) for name in NOTICES_SILENCE} == {
        "connect_timeout": 10,
        "keepalives": 1,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "tcp_user_timeout": 8000,
    }
