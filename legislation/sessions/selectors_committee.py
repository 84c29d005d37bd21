"""The work of a committee that is not a sitting: the reports that it issued."""

from datetime import date
from typing import NamedTuple

from django.db.models import F

from legislation.bills.enums import PaperKind
from legislation.bills.journey import BillPaper


class ReportRow(NamedTuple):
    """A report of a committee on a bill. ``url`` is None where only its mention is known."""

    dated_on: date | None
    title: str
    bill_kind: str
    bill_number: str
    bill_title: str
    bill_plain_title: str
    url: str | None


def reports_of(committee_id: int, *, limit: int) -> list[ReportRow]:
    """The latest reports of a committee, newest first. One query."""
    rows = (
        BillPaper.objects.filter(committee_id=committee_id, kind=PaperKind.REPORT)
        .order_by(F("dated_on").desc(nulls_last=True), "-pk")
        .values_list(
            "dated_on",
            "title",
            "bill__kind",
            "bill__number",
            "bill__title",
            "bill__plain_title",
            "document__url",
        )
    )
    return [ReportRow(*row) for row in rows[:limit]]
