"""A machine to run commands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.senate.machine import Machine, fresh_machine


@pytest.fixture
def machine() -> Iterator[Machine]:
    with fresh_machine() as fresh:
        yield fresh
