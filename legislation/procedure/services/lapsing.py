"""Ends the urgencies that die with the legislature (LOC 29): the law does it, not a person."""

from datetime import date

from django.db import transaction

from accounts.actors import SYSTEM
from legislation.bills.deadlines import lapses_on
from legislation.bills.enums import UrgencyEnd
from legislation.bills.journey import Urgency
from legislation.bills.models import Bill
from legislation.events.services import record
from legislation.procedure.events import UrgenciesLapsed

LOC_29 = "Ley 18.918, art. 29"


@transaction.atomic
def lapse_urgencies(*, on: date) -> int:
    """End the urgencies of bills kept here whose legislature was over before that day.

    Again on the same day, it ends none. Those of bills that are only observed are left as their
    source has them. Writes one row of the ledger if any ended.

    :returns: how many ended
    """
    running = Urgency.objects.select_for_update(of=("self",)).filter(
        bill__dossier__isnull=False, ended_on__isnull=True, end="", set_on__lt=on
    )
    over = [urgency for urgency in running if lapses_on(urgency.set_on) < on]
    for urgency in over:
        urgency.ended_on, urgency.end = lapses_on(urgency.set_on), UrgencyEnd.LAPSED
    Urgency.objects.bulk_update(over, ["ended_on", "end"])
    bills = {urgency.bill_id for urgency in over}
    Bill.objects.filter(pk__in=bills).update(urgency_text="")
    if over:
        numbers = Bill.objects.filter(pk__in=bills).order_by("number")
        record(
            UrgenciesLapsed(
                ended_on=max(urgency.ended_on for urgency in over if urgency.ended_on).isoformat(),
                numbers=tuple(numbers.values_list("number", flat=True)),
                citation=LOC_29,
            ),
            actor=SYSTEM,
            object_kind="urgencies",
            object_key=on.isoformat(),
        )
    return len(over)
