"""The record in a database of its own, the portal on a port of its own, and a reader.

The record is written once a run (once a worker) and only read. It lives apart from the other
tests' database, because a browser sees nothing but what is committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.test.testcases import LiveServerThread
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker

from tests.journeys import record as the_record

# Milliseconds: a machine may be busy with other tests, and slowness is measured elsewhere.
PATIENCE = 120_000


@contextmanager
def database(name: str) -> Iterator[None]:
    """Use another database of the same cluster, in this thread and in those that begin now."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    # What Django remembers of content types is of one database: their numbers differ in another.
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
        ContentType.objects.clear_cache()


@contextmanager
def standing_clock() -> Iterator[None]:
    """It is always the same afternoon; only the portals ask for the hour."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: the_record.NOW)
        yield


@pytest.fixture(scope="session")
def journeys_database(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """The name of the database that holds the record: one for each process that runs tests."""
    name = f"journeys_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    template = connection.settings_dict["TEST"]["TEMPLATE"]
    with django_db_blocker.unblock():
        drop(name)
        with connection._nodb_cursor() as cursor:
            like = f' TEMPLATE "{template}"' if template else ""
            cursor.execute(f'CREATE DATABASE "{name}"{like}')
        with database(name), standing_clock():
            if not template:
                call_command("migrate", verbosity=0)
            the_record.build()
    yield name
    with django_db_blocker.unblock():
        drop(name)


def drop(name: str) -> None:
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def record(journeys_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """While it holds, every page shows the record, and it is 24 November 2026."""
    with (
        django_db_blocker.unblock(),
        database(journeys_database),
        standing_clock(),
        override_settings(ROOT_URLCONF="tests.journeys.site"),
    ):
        yield


@pytest.fixture(scope="module")
def reader(record: None) -> Client:
    """Somebody without a browser."""
    return Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def site(record: None) -> Iterator[str]:
    """Where the portal is being served, such as http://localhost:41234."""
    server = LiveServerThread("localhost", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://{server.host}:{server.port}"
    server.terminate()


@pytest.fixture(scope="module")
def tab(browser: Browser, site: str) -> Iterator[Page]:
    """One tab of a browser that takes Spanish first, for all the pages of a module."""
    context = browser.new_context(base_url=site, locale="es-CL", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
