"""Moments for tests."""

from datetime import UTC, datetime

NOW = datetime(2026, 4, 7, 15, 30, tzinfo=UTC)
