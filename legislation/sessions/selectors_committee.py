"""The work of a committee that is not a sitting: the reports that it issued."""

from datetime import date
from typing import NamedTuple

from legislation.sessions.selectors.rows import fetch


class ReportRow(NamedTuple):
    """A report of a committee on a bill. ``url`` is None where only its mention is known."""

    dated_on: date | None
    title: str
    bill_kind: str
    bill_number: str
    bill_title: str
    bill_plain_title: str
    url: str | None


_REPORTS = """
SELECT r.dated_on, r.title, b.kind, b.number, b.title, b.plain_title, d.url
FROM legislation_billpaper r
JOIN legislation_bill b ON b.id = r.bill_id
LEFT JOIN legislation_document d ON d.id = r.document_id
WHERE r.committee_id = %(committee)s AND r.kind = 'REPORT'
ORDER BY r.dated_on DESC NULLS LAST, r.id DESC LIMIT {limit:d}
"""


def reports_of(committee_id: int, *, limit: int) -> list[ReportRow]:
    """The latest reports of a committee, newest first. One query."""
    rows = fetch(_REPORTS.format(limit=limit), {"committee": committee_id})
    return [ReportRow._make(row) for row in rows]
