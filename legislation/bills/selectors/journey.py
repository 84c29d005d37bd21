"""The long parts of a bill, one query each: steps, urgencies, papers and texts."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from legislation.bills.enums import PaperKind
from legislation.bills.journey import BillPaper, Step, Urgency
from legislation.bills.models import BillText


class StepLine(NamedTuple):
    """A step of the procedure as published. The session is None where none is named."""

    position: int
    taken_on: date
    description: str
    stage: str
    stage_text: str
    chamber: str
    session_number: int | None
    legislature_number: int | None


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
    committee: str | None
    committee_slug: str | None
    url: str | None


class TextLine(NamedTuple):
    """A text of the bill, in the order of the journey; its articles are in ``version_id``."""

    position: int
    slug: str
    kind: str
    dated_on: date
    version_id: int
    sha256: str


def steps_of(bill_id: int) -> list[StepLine]:
    """Every step of a bill, oldest first, in the order of publication. One query."""
    rows = (
        Step.objects.filter(bill_id=bill_id).order_by("position").values_list(*StepLine._fields)
    )
    return [StepLine(*row) for row in rows]


def urgencies_of(bill_id: int) -> list[UrgencyLine]:
    """Every urgency of a bill, newest first. One query."""
    rows = (
        Urgency.objects.filter(bill_id=bill_id)
        .order_by("-set_on", "-position")
        .values_list(*UrgencyLine._fields)
    )
    return [UrgencyLine(*row) for row in rows]


def papers_of(bill_id: int, *, kinds: Iterable[PaperKind] = PaperKind) -> list[PaperLine]:
    """The papers of a bill of these kinds, by kind and then as the Senate orders them.

    One query.
    """
    rows = (
        BillPaper.objects.filter(bill_id=bill_id, kind__in=tuple(kinds))
        .order_by("kind", "position")
        .values_list(
            *PaperLine._fields[:-3], "committee__name", "committee__slug", "document__url"
        )
    )
    return [PaperLine(*row) for row in rows]


def texts_of(bill_id: int) -> list[TextLine]:
    """The texts of a bill, oldest first. One query."""
    rows = (
        BillText.objects.filter(bill_id=bill_id)
        .order_by("position")
        .values_list("position", "slug", "kind", "dated_on", "version_id", "version__sha256")
    )
    return [TextLine(*row) for row in rows]
