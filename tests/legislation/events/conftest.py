"""Reactions for a test alone; afterwards those of the house follow again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from legislation import wiring
from legislation.events import dispatch


@pytest.fixture
def react() -> Iterator[Callable[..., None]]:
    yield lambda *reactions: dispatch.use(reactions)
    wiring.connect()
