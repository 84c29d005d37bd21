"""What every test may ask for. Servers start earlier, in tests/plugin.py."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation
from pytest_django import DjangoDbBlocker

from tests import chromium, reference_rows
from tests.plugin import NO_CHROMIUM, NO_REAL_DATA

# How long an example takes says more of the machine than of the code under test.
hypothesis.settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any-machine")


# Whole files go to one worker: those that take longest begin first, so that none waits at the end.
LONGEST_FIRST = ("tests/journeys/", "tests/senate/", "tests/matrix/", "tests/hostile/")


# Every cell of the role matrix and every file of the hostile corpus: minutes, in the slow set.
LONG_SETS = (
    "tests/matrix/test_office.py",
    "tests/matrix/test_account.py",
    "tests/matrix/test_public.py",
    "tests/hostile/",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files; within one of them nothing moves."""

    def place(item: pytest.Item) -> int:
        folders = enumerate(LONGEST_FIRST)
        return next(
            (place for place, folder in folders if item.nodeid.startswith(folder)),
            len(LONGEST_FIRST),
        )

    items.sort(key=place)
    for item in items:
        if item.nodeid.startswith(LONG_SETS):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database; tests that empty it get the rows of law back."""
    with django_db_blocker.unblock():
        reference_rows.keep()
    reference_rows.give_back_after_emptying()
    yield
    with django_db_blocker.unblock():
        end_what_was_left_open()


def end_what_was_left_open() -> None:
    """End the connections that threads of tests did not close, and say which they were.

    A database cannot be dropped under them, and a run would fail at its very end.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid, state, left(query, 200), pg_terminate_backend(pid, 5000)"
            "  FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            "   AND backend_type = 'client backend'"
        )
        for left in cursor.fetchall():
            sys.stderr.write(f"A test left a connection open: {left}\n")


@pytest.fixture(autouse=True)
def first_language() -> Iterator[None]:
    """Each test begins in Spanish, whatever the one before it asked for."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of the Senate's own files; without it the test is skipped aloud."""
    folder = Path(settings.SENATE_REAL_DATA)
    if not folder.is_dir():
        pytest.skip(f"{NO_REAL_DATA} ({folder})")
    return folder


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium instead of a downloaded one; without it, skipped aloud.

    Playwright's driver keeps an event loop running in the test's thread, where Django would
    refuse to touch the database.
    """
    program = chromium.find_chromium()
    if program is None:
        pytest.skip(NO_CHROMIUM)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {
        **browser_type_launch_args,
        "executable_path": program,
        "args": list(chromium.ARGUMENTS),
    }
