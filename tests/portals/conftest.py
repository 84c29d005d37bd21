"""What tests of any portal may ask for."""

from collections.abc import Iterator

import pytest

from portals.shared import record_watch
from tests.waiting import wait_until


@pytest.fixture
def watching(settings, transactional_db) -> Iterator[record_watch.RecordWatch]:
    """The process's watch, listening to this test's database."""
    settings.RECORD_WATCH = True
    record_watch.watch.start()
    wait_until(lambda: record_watch.watch.epoch is not None)
    yield record_watch.watch
    record_watch.watch.stop()
