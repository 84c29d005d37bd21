"""The database itself refuses a row that is wrong, and any change of one that is right."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from accounts.ledger.canonical import canonical, entry_hash, instant
from accounts.ledger.models import LedgerEntry
from accounts.ledger.services import make_checkpoint
from legislation.documents.models import Article, Version
from legislation.documents.services import ArticleText, record_versions
from tests.accounts.ledger.acts import act
from tests.accounts.ledger.moments import NOW
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db(transaction=True)

COLUMNS = [field.attname for field in LedgerEntry._meta.concrete_fields]


def next_row(**changed: Any) -> dict[str, Any]:
    """What ``append`` would write next, with some columns changed and the hash made to fit."""
    last = act(1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (now,) = cursor.fetchone()
    row: dict[str, Any] = {
        "sequence": last.sequence + 1, "recorded_at": now, "act": "bill.filed", "actor_id": None,
        "authority": "", "object_kind": "bill", "object_key": "90002-07", "others": [],
        "previous_hash": last.hash,
    }  # fmt: skip
    said = {key: value for key, value in row.items() if key != "previous_hash"}
    said |= {"data": {}, "before": None, "after": None, "recorded_at": instant(now)}
    row["payload"] = canonical(said)
    row |= {name: value for name, value in changed.items() if name != "hash"}
    row["hash"] = entry_hash(row["previous_hash"], row["payload"])
    return row | changed


def insert(row: dict[str, Any], into: psycopg.Connection[Any]) -> None:
    names, marks = ", ".join(COLUMNS), ", ".join(f"%({name})s" for name in COLUMNS)
    into.execute(f"INSERT INTO accounts_ledgerentry ({names}) VALUES ({marks})", row)  # noqa: S608


def test_a_row_that_is_right_is_taken(application: psycopg.Connection[Any]) -> None:
    insert(next_row(), application)

    assert LedgerEntry.objects.count() == 2


@pytest.mark.parametrize(
    "changed",
    [
        {"hash": bytes(32)},
        {"previous_hash": bytes(32)},
        {"previous_hash": b""},
        {"sequence": 3},
        {"sequence": 1},
        {"payload": "{}"},
        {"payload": "not json"},
        {"act": "bill.withdrawn"},
        {"actor_id": 1},
        {"authority": "Presidente del Senado"},
        {"object_kind": "matter"},
        {"object_key": "90003-07"},
        {"others": ["committee:salud"]},
    ],
    ids=lambda changed: "-".join(f"{k}={v!r}"[:30] for k, v in changed.items()),
)
def test_a_row_that_is_wrong_is_refused(
    application: psycopg.Connection[Any], changed: dict[str, Any]
) -> None:
    row = next_row(**changed)

    with pytest.raises(psycopg.Error):
        insert(row, application)
    assert LedgerEntry.objects.count() == 1


def test_a_row_of_another_time_is_refused(application: psycopg.Connection[Any]) -> None:
    row = next_row()
    old = row["recorded_at"].replace(year=2020)
    payload = row["payload"].replace(instant(row["recorded_at"]), instant(old))
    row |= {
        "recorded_at": old,
        "payload": payload,
        "hash": entry_hash(row["previous_hash"], payload),
    }

    with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="is not of now"):
        insert(row, application)


def test_a_temporary_table_of_the_same_name_is_not_read_instead(
    application: psycopg.Connection[Any],
) -> None:
    row = next_row(sequence=1, previous_hash=bytes(32))
    application.execute("CREATE TEMPORARY TABLE accounts_ledgerentry (sequence bigint, hash bytea)")
    names, marks = ", ".join(COLUMNS), ", ".join(f"%({name})s" for name in COLUMNS)

    with pytest.raises(psycopg.Error):
        application.execute(
            f"INSERT INTO public.accounts_ledgerentry ({names}) VALUES ({marks})",  # noqa: S608
            row,
        )


KEPT = ("accounts_ledgerentry", "accounts_checkpoint")
WRITTEN_ONCE = (*KEPT, "legislation_version", "legislation_article")
REFUSED_TO_THE_APPLICATION = [
    statement.format(table=table)
    for table in WRITTEN_ONCE
    for statement in (
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "TRUNCATE {table} CASCADE",
        "ALTER TABLE {table} DISABLE TRIGGER ALL",
        "ALTER TABLE {table} ADD COLUMN more int",
        "DROP TABLE {table} CASCADE",
        "CREATE TRIGGER mine BEFORE INSERT ON {table} EXECUTE FUNCTION senate_ledger_is_kept()",
    )
    for statement in [
        statement.replace(
            "{column}",
            {
                "accounts_ledgerentry": "act",
                "accounts_checkpoint": "note",
                "legislation_version": "number",
                "legislation_article": "body",
            }[table],
        )
    ]
] + [
    "SET session_replication_role = replica",
    "ALTER TABLE accounts_ledgerentry DROP CONSTRAINT a_hash_covers_what_came_before",
    "DROP TRIGGER row_follows ON accounts_ledgerentry",
    "DROP FUNCTION senate_ledger_row_follows() CASCADE",
    "CREATE OR REPLACE FUNCTION senate_lock_ledger() RETURNS void LANGUAGE sql AS 'SELECT'",
]


@pytest.mark.parametrize("statement", REFUSED_TO_THE_APPLICATION)
def test_the_application_is_refused(application: psycopg.Connection[Any], statement: str) -> None:
    application.execute("SET senado.allow_truncate = 'on'")

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        application.execute(statement)


@pytest.mark.usefixtures("as_application")
def test_the_application_still_records_versions() -> None:
    document = DocumentFactory()
    first = [ArticleText("art_1", "Artículo 1", "", "Regístrese.")]
    second = [ArticleText("art_1", "Artículo 1", "", "Regístrese y archívese.")]

    record_versions([(document, first)], at=NOW)
    record_versions([(document, second)], at=NOW)

    assert (Version.objects.count(), Article.objects.count()) == (2, 2)


def test_the_auditor_reads_and_writes_nothing(auditor: psycopg.Connection[Any]) -> None:
    act(1)
    auditor.execute("SET default_transaction_read_only = off")

    assert auditor.execute("SELECT count(*) FROM accounts_ledgerentry").fetchone() == (1,)
    for statement in (
        "DELETE FROM accounts_ledgerentry",
        "UPDATE accounts_ledgerentry SET act = ''",
        "INSERT INTO accounts_checkpoint SELECT * FROM accounts_checkpoint",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            auditor.execute(statement)


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_not_even_the_owner_changes_a_row(table: str, statement: str) -> None:
    act(1)
    make_checkpoint(at=NOW)
    column = {"accounts_ledgerentry": "act", "accounts_checkpoint": "note"}[table]

    with pytest.raises(DatabaseError, match=f"rows of {table} are kept as they are"):
        _run(statement.format(table, column, column))
    assert LedgerEntry.objects.count() == 1


def _run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL senado.allow_truncate = 'off'")
        cursor.execute(statement)
