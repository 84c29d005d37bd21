"""What must be so before the Senate opens: schema, catalogues, static files, first contents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.ledger.keys import make_key_file
from senate.catalogues import LANGUAGES, Catalogues

Say = Callable[[str], None]
COLLECTED_MARK = ".collected"
FILLED = "filled"


@dataclass(frozen=True)
class FirstContents:
    """The command that fills an empty record, once."""

    command: str
    arguments: tuple[str, ...] = ()


def migrate(say: Say) -> None:
    """Bring the schema up to date; quick when it is."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Migrating the database.")
        call_command("migrate", interactive=False, verbosity=0)


def compile_catalogues(say: Say) -> None:
    catalogues = Catalogues(settings.BASE_DIR)
    for language in LANGUAGES:
        if catalogues.compile(language):
            say(f"Compiled the catalogue: {language}.")


def make_ledger_key(say: Say) -> None:
    """Make the key that checkpoints are signed with, where it is ours to make."""
    path = Path(settings.LEDGER_SIGNING_KEY)
    if path.is_relative_to(settings.PLACES.root) and make_key_file(path):
        say("Made a key to sign the ledger with.")


def collect_static(say: Say) -> None:
    """Collect the static files unless none of them changed since the last time."""
    mark = Path(settings.STATIC_ROOT) / COLLECTED_MARK
    wanted = fingerprint_of_static()
    if mark.exists() and mark.read_text() == wanted:
        return
    say("Collecting the static files.")
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    mark.write_text(wanted)


def fingerprint_of_static() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def first_contents(record: str, real_data: Path) -> FirstContents:
    """The fictional Senate, or the Senate's own files where they lie."""
    if record == "real":
        return FirstContents("import_senate", (str(real_data),))
    return FirstContents("seed_demo")


def waiting_contents(say: Say) -> FirstContents | None:
    """What is still to be filled in, if anything can be; says so when it cannot."""
    if is_filled():
        return None
    contents = first_contents(settings.SENATE_RECORD, settings.SENATE_REAL_DATA)
    if contents.command not in get_commands():
        say(f"The record stays empty: there is no command {contents.command} yet.")
        return None
    if settings.SENATE_RECORD == "real" and not settings.SENATE_REAL_DATA.exists():
        say(
            f"No files in {settings.SENATE_REAL_DATA}. Set SENATE_REAL_DATA to a folder of them, "
            "or ask the Senate's own service: manage.py import_senate --since 2026-08-01"
        )
        return None
    return contents


def is_filled() -> bool:
    """Whether the first contents went in whole. The mark is kept in the database it is about."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
            "WHERE datname = current_database()"
        )
        row = cursor.fetchone()
    return row is not None and row[0] == FILLED


def mark_filled() -> None:
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"COMMENT ON DATABASE {name} IS '{FILLED}'")
