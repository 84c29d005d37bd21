"""What was read, how much of it the record holds, and what is wrong in it."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Max, Q, Sum

from legislation.interchange.enums import FileOutcome, RunState
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun


class RunRow(NamedTuple):
    """A run of the import. ``files`` is how many it read, ``changed`` how many changed anything."""

    started_at: datetime
    finished_at: datetime | None
    state: str
    origin: str
    files: int
    refused: int


class LossRow(NamedTuple):
    """The same remark on the same element of the input, and how often it was made."""

    kind: str
    path: str
    reason: str
    occurrences: int
    files: int


class CoverageRow(NamedTuple):
    """How many rows of one kind are on record, and the first and last day they speak of.

    A kind is what pages list together: bills apart from matters, the floor from committees.
    """

    what: str
    rows: int
    first: date | None
    last: date | None


class Doubts(NamedTuple):
    """What a reader should know before trusting a figure."""

    votes: int
    votes_that_disagree: int
    votes_without_result: int
    ballots: int
    ballots_without_person: int


_COVERAGE = """
    SELECT 'bills', count(*), min(filed_on), max(last_step_on) FROM legislation_bill
     WHERE kind = 'BILL'
    UNION ALL SELECT 'matters', count(*), min(filed_on), max(last_step_on) FROM legislation_bill
              WHERE kind = 'MATTER'
    UNION ALL SELECT 'votes', count(*), min(taken_on), max(taken_on)
              FROM legislation_vote JOIN legislation_session s ON s.id = session_id
              WHERE s.committee_id IS NULL
    UNION ALL SELECT 'sittings', count(*), min(held_on), max(held_on) FROM legislation_session
              WHERE committee_id IS NULL
    UNION ALL SELECT 'committee_sittings', count(*), min(held_on), max(held_on)
              FROM legislation_session WHERE committee_id IS NOT NULL
    UNION ALL SELECT 'senators', count(DISTINCT person_id), min(lower(during)), NULL
              FROM legislation_mandate
    UNION ALL SELECT 'committees', count(*), NULL, NULL FROM legislation_committee
              WHERE chamber = 'SENATE'
    UNION ALL SELECT 'other_committees', count(*), NULL, NULL FROM legislation_committee
              WHERE chamber <> 'SENATE'
    UNION ALL SELECT 'papers', count(*), min(dated_on), max(dated_on) FROM legislation_billpaper
    UNION ALL SELECT 'urgencies', count(*), min(set_on), max(set_on) FROM legislation_urgency
"""

_DOUBTS = """
    SELECT (SELECT count(*) FROM legislation_vote),
           (SELECT count(*) FROM legislation_vote WHERE NOT totals_agree),
           (SELECT count(*) FROM legislation_vote WHERE result = 'UNKNOWN'),
           (SELECT count(*) FROM legislation_ballot),
           (SELECT count(*) FROM legislation_ballot WHERE person_id IS NULL)
"""


def latest_run() -> RunRow | None:
    """The last run that came to its end, or None. One query."""
    refused = Count("files", filter=Q(files__outcome=FileOutcome.REFUSED))
    row = (
        ImportRun.objects.exclude(state=RunState.RUNNING)
        .order_by("-started_at")
        .annotate(file_count=Count("files"), refused_count=refused)
        .values_list("started_at", "finished_at", "state", "origin", "file_count", "refused_count")
        .first()
    )
    return RunRow(*row) if row else None


def remarks() -> list[LossRow]:
    """Everything of the input that the record does not hold as such, by element. Two queries.

    Of each file only the last reading counts.
    """
    latest = (
        ImportedFile.objects.exclude(outcome=FileOutcome.REFUSED)
        .values("name")
        .annotate(latest=Max("pk"))
        .values_list("latest", flat=True)
    )
    rows = (
        ImportLoss.objects.filter(file_id__in=list(latest))
        .values_list("kind", "path", "reason")
        .annotate(times=Sum("occurrences"), files=Count("file", distinct=True))
        .order_by("kind", "path", "reason")
    )
    return [LossRow(*row) for row in rows]


def coverage() -> list[CoverageRow]:
    """How much of each kind is on record. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_COVERAGE)
        return [CoverageRow(*row) for row in cursor.fetchall()]


def doubts() -> Doubts:
    """Known disagreements and gaps, counted. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_DOUBTS)
        return Doubts(*cursor.fetchone())
