"""The long parts of a bill, one query each: steps, urgencies, papers and texts.

Written by hand: these are on every page of a bill, and composing them through the ORM took
longer than reading them.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from legislation.bills.enums import PaperKind


class StepLine(NamedTuple):
    """A step of the procedure as published. The session is None where none is named.

    ``publication_id`` is where its words were approved, None where they were observed
    elsewhere; ``corrected_on`` the day of the last erratum, or of the withdrawal. The last two
    are given by ``steps_with_records_of`` alone: when we wrote it down, as far as is known, and
    where the procedure says it led.
    """

    position: int
    taken_on: date
    description: str
    stage: str
    stage_text: str
    chamber: str
    session_number: int | None
    legislature_number: int | None
    publication_id: int | None = None
    corrected_on: date | None = None
    is_withdrawn: bool = False
    recorded_at: datetime | None = None
    led_to: str = ""


class UrgencyLine(NamedTuple):
    """An urgency and how it ended; ``ended_on`` None and ``end`` empty: nobody recorded it."""

    position: int
    kind: str
    chamber: str
    set_on: date
    message: str
    due_on: date
    ended_on: date | None
    end: str
    end_message: str
    end_chamber: str


class PaperLine(NamedTuple):
    """A paper as the Senate lists it. ``url`` is empty where only its mention is published."""

    kind: str
    position: int
    dated_on: date | None
    number: str
    title: str
    description: str
    letter_type: str
    stage: str
    stage_text: str
    chamber: str
    committee: str
    committee_slug: str
    url: str


class TextLine(NamedTuple):
    """A text of the bill, in the order of the journey; its articles are in ``version_id``."""

    position: int
    slug: str
    kind: str
    dated_on: date
    version_id: int
    sha256: str


_STEPS = """
SELECT s.position, s.taken_on, s.description, s.stage, s.stage_text, s.chamber,
  s.session_number, s.legislature_number, s.publication_id, s.corrected_on,
  coalesce(p.state = 'WITHDRAWN', false)
FROM legislation_step s LEFT JOIN legislation_publication p ON p.id = s.publication_id
WHERE s.bill_id = %s ORDER BY s.position
"""
_STEPS_WITH_RECORDS = """
SELECT s.position, s.taken_on, s.description, s.stage, s.stage_text, s.chamber,
  s.session_number, s.legislature_number, s.publication_id, s.corrected_on,
  coalesce(p.state = 'WITHDRAWN', false), coalesce(p.published_at, o.read_at),
  coalesce(p.content ->> 'led_to', '')
FROM legislation_step s LEFT JOIN legislation_publication p ON p.id = s.publication_id
LEFT JOIN legislation_source o ON o.id = s.source_id
WHERE s.bill_id = %s ORDER BY s.position
"""
_URGENCIES = """
SELECT position, kind, chamber, set_on, message, due_on, ended_on, "end", end_message,
  end_chamber
FROM legislation_urgency WHERE bill_id = %s ORDER BY set_on DESC, position DESC
"""
_PAPERS = """
SELECT p.kind, p.position, p.dated_on, p.number, p.title, p.description, p.letter_type,
  p.stage, p.stage_text, p.chamber, coalesce(c.name, ''), coalesce(c.slug, ''),
  coalesce(d.url, '')
FROM legislation_billpaper p
LEFT JOIN legislation_committee c ON c.id = p.committee_id
LEFT JOIN legislation_document d ON d.id = p.document_id
WHERE p.bill_id = %s AND p.kind = ANY(%s) ORDER BY p.kind, p.position
"""
_TEXTS = """
SELECT t.position, t.slug, t.kind, t.dated_on, t.version_id, v.sha256
FROM legislation_billtext t JOIN legislation_version v ON v.id = t.version_id
WHERE t.bill_id = %s ORDER BY t.position
"""


def steps_of(bill_id: int) -> list[StepLine]:
    """Every step of a bill, oldest first, in the order of publication. One query."""
    return [StepLine(*row) for row in _rows(_STEPS, bill_id)]


def steps_with_records_of(bill_id: int) -> list[StepLine]:
    """The same, each with when it was written down here and where it led. One query."""
    return [StepLine._make(row) for row in _rows(_STEPS_WITH_RECORDS, bill_id)]


def urgencies_of(bill_id: int) -> list[UrgencyLine]:
    """Every urgency of a bill, newest first. One query."""
    return [UrgencyLine._make(row) for row in _rows(_URGENCIES, bill_id)]


def papers_of(bill_id: int, *, kinds: Iterable[PaperKind] = PaperKind) -> list[PaperLine]:
    """The papers of a bill of these kinds, by kind and then as the Senate orders them.

    One query.
    """
    wanted = [kind.value for kind in kinds]
    return [PaperLine._make(row) for row in _rows(_PAPERS, bill_id, wanted)]


def texts_of(bill_id: int) -> list[TextLine]:
    """The texts of a bill, oldest first. One query."""
    return [TextLine._make(row) for row in _rows(_TEXTS, bill_id)]


def _rows(sql: str, *parameters: int | list[str]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())
