"""Gives numbers (boletines): one national series, shared with the Chamber of Deputies."""

from django.db.models import Max
from django.utils.translation import gettext as _

from legislation.bills.enums import BillKind
from legislation.bills.models import Bill
from legislation.errors import RuleViolation
from legislation.procedure.models import Dossier, NumberSeries

LAST_SERIAL = 99_999


def next_number(kind: BillKind, suffix: int) -> str:
    """The next free number of the series, with the code of its subject behind it.

    Whoever asks next waits until this transaction ends; a number of a transaction that failed
    is given again. Numbers that the other chamber has given are passed over.

    :param suffix: code of the subject, 1 to 99
    :raises RuleViolation: the series is used up
    """
    series = _locked(kind)
    serial = series.last + 1
    while _is_taken(kind, serial):
        serial += 1
    if serial > LAST_SERIAL:
        raise RuleViolation(_("The series of numbers is used up."))
    series.last = serial
    series.save(update_fields=["last"])
    return f"{serial}-{suffix:02}"


def note_given(kind: BillKind, number: str) -> None:
    """Keep a number that the other chamber gave out of what we give.

    :param number: well formed, as given
    :raises RuleViolation: it is on record already
    """
    series, serial = _locked(kind), int(number.split("-")[0])
    if _is_taken(kind, serial):
        raise RuleViolation(_("The number %(number)s is on record already.") % {"number": number})
    if serial > series.last:
        series.last = serial
        series.save(update_fields=["last"])


def _locked(kind: BillKind) -> NumberSeries:
    """The series, locked; begun after the highest number on record if it is new."""
    if not NumberSeries.objects.filter(pk=kind).exists():
        highest = Bill.objects.filter(kind=kind).aggregate(last=Max("serial"))["last"] or 0
        NumberSeries.objects.bulk_create(
            [NumberSeries(kind=kind, last=highest)], ignore_conflicts=True
        )
    return NumberSeries.objects.select_for_update().get(pk=kind)


def _is_taken(kind: BillKind, serial: int) -> bool:
    return (
        Dossier.objects.filter(kind=kind, serial=serial).exists()
        or Bill.objects.filter(kind=kind, serial=serial).exists()
    )
