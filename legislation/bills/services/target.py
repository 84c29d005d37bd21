"""The bills that an observation is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, QuerySet

from legislation.bills.models import Bill
from legislation.bills.observed import ObservedBill
from legislation.provenance.models import Source

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Target:
    """A bill on record, what is seen of it, and whether it has just come to be."""

    bill: Bill
    seen: ObservedBill
    is_new: bool


@dataclass(frozen=True, slots=True)
class Targets:
    """Bills that are recorded together, and where they were observed."""

    each: tuple[Target, ...]
    source: Source | None

    def __iter__(self) -> Iterator[Target]:
        return iter(self.each)

    def held(self, rows: QuerySet[Row]) -> Iterable[Row]:
        """The rows of these bills; a bill that has just come to be has none to ask for."""
        known = [target.bill.pk for target in self.each if not target.is_new]
        return rows.filter(bill__in=known) if known else ()

    def with_texts(self) -> "Targets":
        """Those of whose texts the source tells."""
        return Targets(tuple(target for target in self.each if target.seen.texts), self.source)
