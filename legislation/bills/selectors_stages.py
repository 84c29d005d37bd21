"""How many bills stand where."""

from collections.abc import Mapping

from django.db.models import Count

from legislation.bills.enums import BillKind, Stage, Status
from legislation.bills.models import Bill


def open_bills_by_stage() -> Mapping[Stage, int]:
    """Count the bills in progress at each stage. One query."""
    rows = (
        Bill.objects.filter(kind=BillKind.BILL, status=Status.IN_PROGRESS)
        .values_list("stage")
        .annotate(bills=Count("pk"))
        .order_by("stage")
    )
    return {Stage(stage): bills for stage, bills in rows}


def bills_by_status() -> Mapping[Status, int]:
    """Count all bills by how they stand. One query."""
    rows = (
        Bill.objects.filter(kind=BillKind.BILL)
        .values_list("status")
        .annotate(bills=Count("pk"))
        .order_by("status")
    )
    return {Status(status): bills for status, bills in rows}
