from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import get_resolver, resolve
from django.utils import translation

from senate.management.commands.demo import ADDRESSES
from senate.processes import STREAM_PATH


def test_the_stream_process_runs_exactly_where_there_are_streams() -> None:
    routes = [str(found.pattern) for found in get_resolver().url_patterns]
    streams = [route for route in routes if route.startswith(STREAM_PATH.lstrip("/"))]

    assert bool(streams) is settings.SENATE_STREAMS


@pytest.mark.parametrize(("name", "path"), ADDRESSES)
def test_every_address_that_the_demonstration_tells_exists(name: str, path: str) -> None:
    with translation.override("en" if path.startswith("/en/") else "es"):
        assert resolve(path).func is not None, name
