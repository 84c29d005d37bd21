"""Opens and closes amendment papers, files amendments and enters what becomes of them."""

from legislation.amendments.services.deciding import decide_outcome, reconsider, rule_admissibility
from legislation.amendments.services.filing import file_amendment
from legislation.amendments.services.papers import close_paper, open_paper
from legislation.amendments.services.publishing import approve_paper, publish_due
from legislation.amendments.services.renewing import renew, take_over, withdraw

__all__ = [
    "approve_paper",
    "close_paper",
    "decide_outcome",
    "file_amendment",
    "open_paper",
    "publish_due",
    "reconsider",
    "renew",
    "rule_admissibility",
    "take_over",
    "withdraw",
]
