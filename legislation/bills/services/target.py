"""The bill that an observation is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model

from legislation.bills.models import Bill
from legislation.provenance.models import Source

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Target:
    """A bill on record, whether it has just come to be, and where it was observed."""

    bill: Bill
    is_new: bool
    source: Source | None

    def held(self, rows: Iterable[Row]) -> Iterable[Row]:
        """These rows of the bill; a bill that has just come to be has none to ask for."""
        return () if self.is_new else rows
