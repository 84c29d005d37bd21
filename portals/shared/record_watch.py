"""Knowing, without asking, whether the record changed.

One daemon thread per process listens to the database. Every NOTIFY moves the *epoch*;
what was computed under an older epoch is never served again. When the listener loses its
connection the epoch is unknown and nothing is served from memory until it is back.
"""

import logging
import threading
import time
from typing import Any

import psycopg
from django.conf import settings
from django.db import DatabaseError, connection

from legislation.provenance.selectors import RecordState, record_state

logger = logging.getLogger(__name__)

CHANNEL = "public_revision"
HEARTBEAT_SECONDS = 5.0
RETRY_SECONDS = 1.0
# In seconds, but for the milliseconds of tcp_user_timeout. Failed machines and proxies drop a
# silent connection without telling either side; DATABASE_URL may say otherwise.
NOTICES_SILENCE = {
    "connect_timeout": 10,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8_000,
}
# What Django wants of its own connections: their cursors, values and planned statements.
_OF_DJANGO = frozenset({"context", "cursor_factory", "prepare_threshold"})


class RecordWatch:
    """The latest state of the record, kept current by LISTEN.

    ``epoch`` is None while changes could be missed; ``state`` belongs to ``epoch``.
    """

    def __init__(self) -> None:
        self.epoch: int | None = None
        self.state: RecordState | None = None
        self._count = 0
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin to listen, once per process, and again if the thread is gone. Returns at once."""
        if self._is_running():
            return
        with self._lock:
            if not self._is_running():
                self.epoch = None
                self._stop.clear()
                self._thread = threading.Thread(target=self._run, name="record-watch", daemon=True)
                self._thread.start()

    def _is_running(self) -> bool:
        """A thread dies without a word where a process is forked, or is killed by the system."""
        return self._thread is not None and self._thread.is_alive()

    def stop(self) -> None:
        """Stop listening; memory is not trusted from here on."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(HEARTBEAT_SECONDS * 2)
        self._thread = None
        self.epoch = None

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen()
            except (psycopg.Error, DatabaseError, OSError) as error:
                logger.warning("The record watch lost its connection: %s", error)
            except Exception:
                logger.exception("The record watch failed in a way that nobody foresaw.")
            finally:
                # Whatever ended the listening, what was known by it is known no more.
                self.epoch = None
            self._stop.wait(RETRY_SECONDS)

    def _listen(self) -> None:
        with psycopg.connect(**_connection_parameters(), autocommit=True) as listener:
            listener.execute(f"LISTEN {CHANNEL}")
            self._advance()
            beat = time.monotonic()
            while not self._stop.is_set():
                changed = False
                for _notice in listener.notifies(timeout=0.5, stop_after=1):
                    changed = True
                if changed:
                    self._advance()
                elif time.monotonic() - beat > HEARTBEAT_SECONDS:
                    listener.execute("SELECT 1")
                    beat = time.monotonic()

    def _advance(self) -> None:
        # No epoch until the new state is known: what began before the change is filed under
        # the old one, and what is computed meanwhile is not kept.
        self.epoch = None
        try:
            self.state = record_state()
        finally:
            connection.close()
        self._count += 1
        self.epoch = self._count


def _connection_parameters() -> dict[str, Any]:
    """Those of every other connection, and what notices soon that the other side is gone."""
    parameters = connection.get_connection_params()
    return {**NOTICES_SILENCE, **{k: v for k, v in parameters.items() if k not in _OF_DJANGO}}


watch = RecordWatch()


def known_epoch() -> int | None:
    """The epoch of the record; None where changes could be missed, so that nothing is kept."""
    if not settings.RECORD_WATCH:
        return None
    watch.start()
    return watch.epoch


def current_state() -> RecordState:
    """Return the record's state: from memory while the watch is current, else by a query."""
    if known_epoch() is not None and watch.state is not None:
        return watch.state
    return record_state()
