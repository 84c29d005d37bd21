"""The parts of addresses, in the one form that each has."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter

# Of the columns that hold numbers of citations and positions.
LARGEST = 32_767


class FromOne(IntConverter):
    """A number from 1, without leading zeros, and no greater than the record can hold."""

    regex = "[1-9][0-9]{0,4}"

    def to_python(self, value: str) -> int:
        number = int(value)
        if number > LARGEST:
            raise ValueError(value)
        return number


class BillNumber(StringConverter):
    """A number as the record writes it: 8575-05."""

    regex = "[1-9][0-9]{0,4}-[0-9]{2}"


class RowsCovered(IntConverter):
    """How many rows of the ledger a checkpoint covers, without leading zeros."""

    regex = "[1-9][0-9]{0,17}"


class PublicationNumber(IntConverter):
    """A publication's number, without leading zeros."""

    regex = "[1-9][0-9]{0,17}"


register_converter(PublicationNumber, "publication_number")
register_converter(RowsCovered, "rows_covered")
register_converter(FromOne, "from_one")
register_converter(BillNumber, "bill_number")
