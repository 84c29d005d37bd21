"""The one way of writing a bill's number, from the ways that people write it."""

from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist

from legislation.bills.enums import BillKind
from legislation.bills.selectors import full_number


def written_in_full(printed: str, *, kind: BillKind) -> str:
    """«8575», «8.575-05», «08575-05» or «S 1.500-09» as the record writes them.

    Asks the database only where the suffix is missing: one query.

    :raises ObjectDoesNotExist: no bill has that number, or more than one has it
    """
    serial, _dash, suffix = printed.removeprefix("S").strip().replace(".", "").partition("-")
    number = int(serial) if serial else 0
    if not number:
        raise ObjectDoesNotExist(printed)
    if suffix:
        return f"{number}-{suffix:0>2}"
    try:
        return full_number(number, kind=kind)
    except MultipleObjectsReturned as unclear:
        raise ObjectDoesNotExist(printed) from unclear
