"""Every periodic task in one table, with the reason for its hour.

Times are Santiago's. A row names its task as the task names itself; a test refuses a row
whose task does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from celery.schedules import crontab


@dataclass(frozen=True)
class Periodic:
    """One task that beat sends again and again."""

    task: str
    when: crontab
    because: str


SCHEDULE: tuple[Periodic, ...] = (
    Periodic(
        task="procedure.publish_due",
        when=crontab(),
        because="What was approved for an hour comes out within a minute of it.",
    ),
    Periodic(
        task="amendments.publish_due",
        when=crontab(),
        because="Amendment papers come out at their hour like everything else.",
    ),
    Periodic(
        task="letters.publish_due",
        when=crontab(),
        because="Letters come out at their hour like everything else.",
    ),
    Periodic(
        task="membership.publish_due",
        when=crontab(),
        because="Changes of people take effect in the record at the hour that was approved.",
    ),
    Periodic(
        task="procedure.lapse_urgencies",
        when=crontab(minute=5, hour=0),
        because="Urgencies end with the legislature, on 10 March, and are dead on the 11th.",
    ),
    Periodic(
        task="events.sweep",
        when=crontab(),
        because="What the broker lost and what failed before waits a minute at most; with nothing "
        "due it is one statement.",
    ),
    Periodic(
        task="ledger.make_checkpoint",
        when=crontab(minute="*/5"),
        because="Between two checkpoints whoever rules the database could change the last rows "
        "unseen; the task does nothing when nothing happened.",
    ),
    Periodic(
        task="documents.scan_waiting",
        when=crontab(minute="*/2"),
        because="An official waits for a file while the antivirus is silent; with none waiting it "
        "is one statement.",
    ),
    Periodic(
        task="interchange.sync_senate",
        when=crontab(minute="10,40", hour="8-23"),
        because="The Senate publishes through the working day and its late sittings; the task "
        "does nothing until SENATE_SYNC_ENABLED.",
    ),
    Periodic(
        task="legislation.search.tasks.rebuild_words",
        when=crontab(minute=20, hour=4),
        because="It counts every word of the record, and nobody waits at that hour.",
    ),
)


def beat_schedule() -> dict[str, dict[str, Any]]:
    """The table as Celery wants it."""
    return {row.task: {"task": row.task, "schedule": row.when} for row in SCHEDULE}
