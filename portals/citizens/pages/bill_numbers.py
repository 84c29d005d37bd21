"""The one way of writing a bill's number, from the ways that people write it."""

import re

from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist

from legislation.bills.enums import BillKind
from legislation.bills.selectors import full_number

_WRITTEN = re.compile(r"0*(?P<serial>[0-9]{1,5})(?:-(?P<suffix>[0-9]{1,2}))?", re.ASCII)


def written_in_full(printed: str, *, kind: BillKind) -> str:
    """«8575», «8.575-05», «08575-05» or «S 1.500-09» as the record writes them.

    Asks the database only where the suffix is missing: one query.

    :raises ObjectDoesNotExist: no bill has that number, or more than one has it
    """
    written = _WRITTEN.fullmatch(printed.removeprefix("S").strip().replace(".", ""))
    number = int(written["serial"]) if written else 0
    if not written or not number:
        raise ObjectDoesNotExist(printed)
    if suffix := written["suffix"]:
        return f"{number}-{suffix:0>2}"
    try:
        return full_number(number, kind=kind)
    except MultipleObjectsReturned as unclear:
        raise ObjectDoesNotExist(printed) from unclear
