"""Reads of bills: one bill with all that surrounds it, and lists of them.

Plain values only, in the record's own words: no HTML, no language. Pages, feeds and the
API use the same ones. A bill that is not there raises ``Bill.DoesNotExist``.
"""

from legislation.bills.selectors.browse import (
    BROWSE_ORDER,
    BY_FILING,
    BillFilter,
    BillRow,
    Narrowing,
    RunningUrgency,
    browse_bills,
    committees_with_bills,
    count_up_to,
    narrowing_of,
    order_of,
    running_urgencies_of,
)
from legislation.bills.selectors.dossier import (
    AuthorLine,
    Dossier,
    MergedLine,
    StageLine,
    SubjectLine,
    full_number,
    get_dossier,
)
from legislation.bills.selectors.journey import (
    PaperLine,
    StepLine,
    TextLine,
    UrgencyLine,
    papers_of,
    steps_of,
    steps_with_records_of,
    texts_of,
    urgencies_of,
)

__all__ = [
    "BROWSE_ORDER",
    "BY_FILING",
    "AuthorLine",
    "BillFilter",
    "BillRow",
    "Dossier",
    "MergedLine",
    "Narrowing",
    "PaperLine",
    "RunningUrgency",
    "StageLine",
    "StepLine",
    "SubjectLine",
    "TextLine",
    "UrgencyLine",
    "browse_bills",
    "committees_with_bills",
    "count_up_to",
    "full_number",
    "get_dossier",
    "narrowing_of",
    "order_of",
    "papers_of",
    "running_urgencies_of",
    "steps_of",
    "steps_with_records_of",
    "texts_of",
    "urgencies_of",
]
