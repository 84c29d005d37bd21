"""What is left at the address of a document that was withdrawn: that it was, when and why."""

from dataclasses import dataclass

from django.utils import timezone

from legislation.bills.enums import BillKind
from legislation.procedure.selectors.documents import PublicFile
from portals.citizens.pages.bill_head import PAPERS, bill_address
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Fact, Link


@dataclass(frozen=True)
class StonePage:
    """Nothing of what the document said is here, but for what it was called."""

    title: str
    reason: str
    facts: tuple[Fact, ...]
    bill: Link


def build(found: PublicFile) -> StonePage:
    """Of a document that was published and withdrawn. Asks the database nothing."""
    known = ((_("Published"), found.published_at), (_("Withdrawn"), found.withdrawn_at))
    address = bill_address(found.number, kind=BillKind(found.bill_kind))
    return StonePage(
        title=found.title,
        reason=found.reason,
        facts=(
            *(
                Fact(term, plain_date(timezone.localtime(moment).date()))
                for term, moment in known
                if moment
            ),
            Fact("SHA-256", found.sha256),
        ),
        bill=Link(_("Documents of this bill"), address + PAPERS),
    )
