"""The parts of addresses, in the one form that each has."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter


class FromOne(IntConverter):
    """A number from 1, without leading zeros."""

    regex = "[1-9][0-9]{0,4}"


class BillNumber(StringConverter):
    """A number as the record writes it: 8575-05."""

    regex = "[1-9][0-9]{0,4}-[0-9]{2}"


register_converter(FromOne, "from_one")
register_converter(BillNumber, "bill_number")
