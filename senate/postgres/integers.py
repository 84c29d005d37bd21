"""No integer is ever stored as another one.

The driver packs a parameter of two or four bytes without looking whether it fits, so that
99,999,999,999 would be kept as 1,215,752,191 without a word. Here it is an error, as it is
where the server reads the digits itself.
"""

import struct

from psycopg import DataError, adapters
from psycopg.abc import Buffer
from psycopg.adapt import Dumper
from psycopg.types import numeric

OUT_OF_RANGE = "A number is out of the range of its column."


class Refusing(Dumper):
    """Goes before the variant of the driver's packing that looks, and says what it found."""

    def dump(self, obj: int) -> Buffer | None:
        try:
            return super().dump(obj)  # type: ignore[safe-super] # that packing comes next
        except struct.error as wrong:
            raise DataError(OUT_OF_RANGE) from wrong


class TwoBytes(Refusing, numeric.Int2BinaryDumper):
    """A ``smallint``."""


class FourBytes(Refusing, numeric.Int4BinaryDumper):
    """An ``integer``."""


class EightBytes(Refusing, numeric.Int8BinaryDumper):
    """A ``bigint``."""


def refuse_what_does_not_fit() -> None:
    """Make every connection opened from now on refuse integers that their column cannot hold."""
    adapters.register_dumper(numeric.Int2, TwoBytes)
    adapters.register_dumper(numeric.Int4, FourBytes)
    adapters.register_dumper(numeric.Int8, EightBytes)
