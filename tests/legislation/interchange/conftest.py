"""What the tests of the import share."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from legislation.interchange.services import Report, import_inputs
from tests.legislation.interchange.service import FakeService, serving

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
Import = Callable[..., Report]


class Killed(BaseException):
    """What a kill looks like from the inside."""


@pytest.fixture
def run() -> Import:
    """Import these inputs."""

    def run(*inputs: Any, **options: Any) -> Report:
        return import_inputs(inputs, origin="tests", clock=lambda: NOW, **options)

    return run


@pytest.fixture
def service() -> Iterator[FakeService]:
    """The Senate's service, on this machine."""
    with serving() as fake:
        yield fake
