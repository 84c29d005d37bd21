"""What the record is and when it last changed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from legislation.provenance.enums import Nature

_STATE = """
    SELECT (SELECT nature FROM legislation_recordnature), latest.id, latest.changed_at
      FROM (VALUES (1)) AS always
      LEFT JOIN LATERAL (SELECT id, changed_at FROM legislation_publicrevision
                          ORDER BY id DESC LIMIT 1) AS latest ON true
"""


@dataclass(frozen=True)
class RecordState:
    """The record as a whole at one moment.

    ``nature`` is None where nothing was ever written; ``revision`` counts the transactions
    that changed what the public sees.
    """

    nature: Nature | None
    revision: int
    changed_at: datetime | None

    @property
    def is_fictional(self) -> bool:
        return self.nature == Nature.FICTIONAL


def record_state() -> RecordState:
    """Say what the record is and when it last changed. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        nature, revision, changed_at = cursor.fetchone()
    return RecordState(
        nature=Nature(nature) if nature else None,
        revision=revision or 0,
        changed_at=changed_at,
    )
