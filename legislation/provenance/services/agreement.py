"""Makes rows say what was observed, writing only those that differ."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import Any, TypeVar

from django.db import models

from legislation.provenance.models import Source, Sourced

Row = TypeVar("Row", bound=models.Model)


def agree(
    model: type[Row],
    rows: Iterable[Row],
    wanted: Iterable[Row],
    *,
    key: Callable[[Row], Hashable],
    source: Source | None,
    replace: bool = False,
) -> int:
    """Make ``rows`` (what the table holds) equal ``wanted`` (unsaved, what was observed).

    Rows are paired by ``key``; a pair that differs takes the observed values and the
    source, the others keep the source that they had. What is not wanted is deleted.
    Afterwards every row of ``wanted`` has the primary key of its row in the table.

    :param source: where it was observed, for tables that keep it
    :param replace: delete and insert again what differs, for tables with a constraint that
        an exchange of values between two rows would break half-way
    :returns: how many rows were written or deleted
    """
    held = {key(row): row for row in rows}
    pairs = [(row, held.pop(key(row), None)) for row in wanted]
    new = [row for row, old in pairs if old is None]
    changed = [row for row, old in pairs if old is not None and _differs(row, old)]
    gone = [row.pk for row in held.values()]
    for row, old in pairs:
        row.pk = old.pk if old is not None else None
    if replace:
        gone += [row.pk for row in changed]
        new, changed = new + changed, []
        for row in new:
            row.pk = None
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    _stamp(changed + new, source)
    if changed:
        model._default_manager.bulk_update(changed, _written_names(model))
    if new:
        model._default_manager.bulk_create(new)
    return len(held) + len(changed) + len(new)


def amend(row: models.Model, *, source: Source | None, **values: Any) -> int:
    """Give a row these values and the source, if any of them differs.

    :returns: 1 if the row was written, otherwise 0
    """
    if all(getattr(row, name) == value for name, value in values.items()):
        return 0
    for name, value in values.items():
        setattr(row, name, value)
    if isinstance(row, Sourced):
        row.source = source
        row.save(update_fields=[*values, "source"])
    else:
        row.save(update_fields=list(values))
    return 1


def _differs(row: models.Model, other: models.Model) -> bool:
    return any(
        getattr(row, field.attname) != getattr(other, field.attname)
        for field in _observed_fields(type(row))
    )


@cache
def _observed_fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    """Fields that are observed: neither keys nor computed, and not the source itself."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if field.editable and not (field.primary_key or field.generated or field.name == "source")
    )


def _written_names(model: type[models.Model]) -> list[str]:
    names = [field.name for field in _observed_fields(model)]
    return [*names, "source"] if issubclass(model, Sourced) else names


def _stamp(rows: Iterable[models.Model], source: Source | None) -> None:
    for row in rows:
        if isinstance(row, Sourced):
            row.source = source
