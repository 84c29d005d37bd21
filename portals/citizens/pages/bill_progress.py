"""How far a bill got in the chamber that has it: whether it was approved in general there.

Pure: read in the Senate's words for the steps taken since the bill came to its stage.
"""

import re
from collections.abc import Sequence

from legislation.bills.enums import BillKind, Stage, Status
from legislation.bills.selectors import Dossier, StepLine
from portals.citizens.pages.bill_sentences import chamber_words
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _

# The only stages where a chamber votes first in general and then article by article.
_IN_TWO_VOTES = (Stage.FIRST, Stage.SECOND)
_DEBATE = re.compile(r"^\s*discusi[oó]n\b", re.IGNORECASE)
_PENDING = re.compile(r"\bpendiente\b", re.IGNORECASE)
_IN_GENERAL_ALONE = re.compile(
    r"^\s*discusi[oó]n general\b.*\baprobad[oa] en general\b(?!\s+y\b)", re.IGNORECASE | re.DOTALL
)


def progress_sentence(bill: Dossier, steps: Sequence[StepLine]) -> str:
    """«The Senate approved it in general on 3 November 2026; …», or that it has not yet.

    «» where the steps say something else, or the stage has no such votes.
    """
    is_open = bill.kind == BillKind.BILL and bill.status == Status.IN_PROGRESS
    if not is_open or bill.stage not in _IN_TWO_VOTES:
        return ""
    words = chamber_words(bill.origin_chamber)
    chamber = words["Origin"] if bill.stage == Stage.FIRST else words["Revising"]
    debates = [
        step
        for step in steps
        if step.stage == bill.stage
        and _DEBATE.match(step.description)
        and not _PENDING.search(step.description)
    ]
    if not debates:
        return _("No vote on it in general is on record there yet.")
    approved = next((one for one in debates if _IN_GENERAL_ALONE.match(one.description)), None)
    if approved is None:
        return ""
    return _(
        "%(Chamber)s approved it in general on %(date)s; the vote article by article follows."
    ) % {
        "Chamber": chamber,
        "date": plain_date(approved.taken_on),
    }
