"""A small fictional Senate, and a day on which to ask about it."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from tests.factories.small_senate import SmallSenate, a_small_senate, make_searchable

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def it_is_november(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def senate(db) -> SmallSenate:
    made = a_small_senate()
    make_searchable()
    return made
