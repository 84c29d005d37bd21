"""Ends and opens rows of what a person holds, and remembers how they were."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from legislation.errors import RuleViolation


@dataclass(slots=True)
class Written:
    """The rows that a change wrote: days before and after, by table and number."""

    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None

    def opened(self, row: Any) -> None:
        self.after[_name(row)] = _days(row.during)

    def changed(self, row: Any, was: DateRange) -> None:
        self.before[_name(row)] = _days(was)
        self.after[_name(row)] = _days(row.during)


def in_force(rows: QuerySet[Any], day: date) -> Any | None:
    """The row that held the day before and would hold this day too."""
    eve = day - timedelta(days=1)
    return rows.filter(during__contains=DateRange(eve, day, "[]")).first()


def end(rows: QuerySet[Any], day: date, told: Written) -> Any:
    """End what is held, so that this is the first day on which it no longer is.

    :raises RuleViolation: nothing like that is held, or it began that very day
    """
    row = in_force(rows, day)
    if row is None:
        if rows.filter(during__startswith=day).exists():
            raise RuleViolation(
                _("It began that very day: what never was is corrected, not ended.")
            )
        raise RuleViolation(_("Nothing like that is held on that day."))
    close(row, day, told)
    return row


def close(row: Any, day: date, told: Written) -> None:
    """End a row on a day that is within it."""
    was = row.during
    row.during = DateRange(was.lower, day)
    row.save(update_fields=["during"])
    told.changed(row, was)


def end_all(tables: Iterable[QuerySet[Any]], day: date, told: Written) -> None:
    """End everything in these tables that is held on that day.

    :raises RuleViolation: something begins on that day or later
    """
    for rows in tables:
        if rows.filter(during__startswith__gte=day).exists():
            raise RuleViolation(
                _("They hold something that begins on that day or later: correct that first.")
            )
        for row in rows.filter(during__contains=day):
            close(row, day, told)


def open_row(table: type[Any], told: Written, **values: Any) -> Any:
    row = table._default_manager.create(**values)
    told.opened(row)
    return row


def _name(row: Any) -> str:
    return f"{row._meta.model_name}:{row.pk}"


def _days(during: DateRange) -> list[str]:
    return [one.isoformat() if one else "" for one in (during.lower, during.upper)]
