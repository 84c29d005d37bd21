"""Rows of law that migrations load, given back after a test that empties the database.

A test with real transactions ends by emptying every table. Constituencies, legislatures and
dated rules would be gone for whoever comes next in the same process.
"""

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

TABLES = (
    "legislation_constituency",
    "legislation_seattotal",
    "legislation_legislature",
    "legislation_majorityrule",
    "legislation_procedureterm",
    "legislation_urgencyrule",
)
KEPT_IN = "kept_for_tests"


def keep() -> None:
    """Copy the rows aside, where emptying does not reach. Once per test database.

    A run in which no test asks for the database has none, and nothing to keep.
    """
    if connection.settings_dict["NAME"] == settings.DATABASE_ADDRESS.name:
        return
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {KEPT_IN}")
        for table in TABLES:
            cursor.execute(f"CREATE TABLE IF NOT EXISTS {KEPT_IN}.{table} AS TABLE {table}")


def give_back() -> None:
    """Put the rows back where a table was left empty."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(
                f"INSERT INTO {table} SELECT * FROM {KEPT_IN}.{table} "  # noqa: S608 (our names)
                f"WHERE NOT EXISTS (SELECT FROM {table})"
            )


def give_back_after_emptying() -> None:
    """From now on, every emptying is followed by ``give_back``."""
    empty = TransactionTestCase._fixture_teardown

    def empty_and_give_back(case: TransactionTestCase) -> None:
        empty(case)
        give_back()

    TransactionTestCase._fixture_teardown = empty_and_give_back  # type: ignore[method-assign]
