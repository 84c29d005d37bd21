"""The account of each import: what was read, what it changed, what was lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from legislation.errors import RuleViolation
from legislation.interchange.enums import RunState
from legislation.interchange.models import ImportedFile, ImportRun

# Any number, as long as nobody else's lock bears it: «SENADO» on a telephone's keys.
LOCK = 736236
ORIGIN_LIMIT = 500


class ImportUnderway(RuleViolation):
    """Two imports never run at once: their files would interleave."""


@contextmanager
def the_only_import() -> Iterator[None]:
    """Hold the imports' lock. The server drops it if this process dies.

    :raises ImportUnderway: another import holds it
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise ImportUnderway(_("Another import is running; try again when it has finished."))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@transaction.atomic
def open_run(origin: str, *, at: datetime) -> ImportRun:
    """Begin a run. Whatever still says that it is running was killed, and is marked failed.

    To be called under ``the_only_import``.
    """
    abandoned = ImportRun.objects.filter(state=RunState.RUNNING)
    abandoned.update(state=RunState.FAILED, finished_at=at)
    return ImportRun.objects.create(started_at=at, origin=origin[:ORIGIN_LIMIT])


def files_of_interrupted_runs() -> dict[int, int]:
    """What the runs that were killed had read: each source's newest file, by source.

    To be called under ``the_only_import``, before ``open_run``.
    """
    rows = ImportedFile.objects.filter(run__state=RunState.RUNNING, source__isnull=False)
    return dict(rows.order_by("pk").values_list("source_id", "pk"))


def was_interrupted() -> bool:
    """Whether some run was killed. Under ``the_only_import``, before ``open_run``."""
    return ImportRun.objects.filter(state=RunState.RUNNING).exists()


@transaction.atomic
def close_run(run: ImportRun, *, refused: int, at: datetime) -> None:
    """End a run: failed if any file was refused."""
    run.state = RunState.FAILED if refused else RunState.FINISHED
    run.finished_at = at
    run.save(update_fields=["state", "finished_at"])
