"""The RUN: its check digit, and the keyed hash that stands for it. Pure."""

import hmac
from hashlib import sha256

from django.utils.translation import gettext as _

LONGEST = 8  # digits: the State has given fewer than a hundred million


class InvalidRun(ValueError):
    """That is no RUN. Its text never holds what was given."""


def check_digit(number: int) -> str:
    """The digit of a RUN, from 0 to 9 or K: weights 2 to 7 from the right, eleven minus the rest."""
    total = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(reversed(str(number))))
    return {11: "0", 10: "K"}.get(11 - total % 11, str(11 - total % 11))


def checked_run(number: object, digit: object) -> str:
    """A RUN as it is hashed: ``12345678-5``, with its letter in capitals.

    :raises InvalidRun: not a number of at most 8 digits, or another digit than the one due
    """
    written, given = str(number).strip(), str(digit).strip().upper()
    is_plain = written.isascii() and written.isdigit() and len(written) <= LONGEST
    if isinstance(number, bool) or not is_plain or int(written) == 0:
        raise InvalidRun(_("ClaveÚnica gave no valid RUN."))
    if check_digit(int(written)) != given:
        raise InvalidRun(_("ClaveÚnica gave no valid RUN."))
    return f"{int(written)}-{given}"


def blinded(run: str, key: bytes) -> str:
    """What is kept instead of a RUN: 64 hexadecimal digits that only the key's holder can make."""
    return hmac.new(key, run.encode(), sha256).hexdigest()
