"""Keyset pages: onwards and back through a list by the place of its last row, never by counting.

A page costs the same at the beginning and at the end of a million rows, and rows that arrive
meanwhile neither repeat nor hide others. The cursor in the address is signed and belongs to
one ordering. A cursor that is not ours answers 404 (``InvalidCursor``), rather than the first
page: an address that shows one thing today and another tomorrow would be cached and cited.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.core import signing
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.dateparse import parse_date, parse_datetime

from portals.shared.language import gettext as _

CURSOR_PARAMETER = "pagina"

Row = TypeVar("Row")
Values = tuple[Any, ...]
Fetch = Callable[[Values | None, bool, int], Sequence[Row]]


class InvalidCursor(Http404):
    """The cursor was not made by this list. Pages answer 404; the API may answer 400."""


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows in order, with the cursors of the pages before (newer) and after (older)."""

    items: list[Row]
    newer: str | None
    older: str | None


class PageLinks(NamedTuple):
    newer_href: str | None
    older_href: str | None


def keyset_page(
    queryset: "QuerySet[Any, Any]",
    *,
    order: Sequence[str],
    size: int = 50,
    cursor: str | None = None,
) -> Page[Any]:
    """One page of a queryset of models, of ``values()`` or of named ``values_list`` rows.

    ``order`` is as for ``order_by`` («-held_at», «-id»); its last field must be unique, and none
    may be null. Costs one query.

    :raises InvalidCursor: the cursor is not one that this ordering made
    """
    ordering = tuple(order)

    def fetch(after: Values | None, is_backwards: bool, limit: int) -> Sequence[Any]:
        rows = queryset.order_by(*(_reversed(ordering) if is_backwards else ordering))
        if after is not None:
            rows = rows.filter(beyond(ordering, after, is_backwards=is_backwards))
        return list(rows[:limit])

    return page_of(fetch, order=ordering, size=size, cursor=cursor)


def page_of(fetch: Fetch[Row], *, order: Sequence[str], size: int, cursor: str | None) -> Page[Row]:
    """One page of anything that can give ``limit`` rows beyond some values, either way.

    ``fetch(after, is_backwards, limit)`` returns rows in the order asked for: reversed when
    going backwards. One row more than the page is asked for, to know whether there are others.
    """
    position = _read(cursor, order) if cursor else None
    is_backwards = position is not None and position.is_backwards
    rows = list(fetch(position.values if position else None, is_backwards, size + 1))
    has_more = len(rows) > size
    rows = rows[:size]
    if is_backwards:
        rows.reverse()
    if not rows:
        # Past either end: offer the way back to where the reader came from.
        return Page([], newer=_turned(position, order), older=None)
    has_newer = has_more if is_backwards else position is not None
    has_older = True if is_backwards else has_more
    return Page(
        items=rows,
        newer=_written(_values_of(rows[0], order), True, order) if has_newer else None,
        older=_written(_values_of(rows[-1], order), False, order) if has_older else None,
    )


def page_links(
    page: Page[Any], *, path: str, params: Mapping[str, str | Sequence[str]] | None = None
) -> PageLinks:
    """Addresses of the neighbouring pages, keeping the filters in ``params``."""
    kept = {key: value for key, value in (params or {}).items() if key != CURSOR_PARAMETER}

    def href(cursor: str | None) -> str | None:
        if cursor is None:
            return None
        return f"{path}?{urlencode({**kept, CURSOR_PARAMETER: cursor}, doseq=True)}"

    return PageLinks(href(page.newer), href(page.older))


def beyond(order: Sequence[str], values: Values, *, is_backwards: bool = False) -> Q:
    """The condition «comes after these values in this order».

    The bound on the first field is stated again outside the alternatives, so that the database
    can walk the index instead of filtering it.
    """
    condition = Q()
    equal = Q()
    for field, value in zip(order, values, strict=True):
        name = field.removeprefix("-")
        way = _way(field, is_backwards)
        condition |= equal & Q(**{f"{name}__{way}": value})
        equal &= Q(**{name: value})
    first = order[0].removeprefix("-")
    return Q(**{f"{first}__{_way(order[0], is_backwards)}e": values[0]}) & condition


def _way(field: str, is_backwards: bool) -> str:
    return "lt" if field.startswith("-") != is_backwards else "gt"


def _reversed(order: Sequence[str]) -> tuple[str, ...]:
    return tuple(f[1:] if f.startswith("-") else f"-{f}" for f in order)


class _Position(NamedTuple):
    is_backwards: bool
    values: Values


def _signer(order: Sequence[str]) -> signing.Signer:
    return signing.Signer(salt="keyset:" + ",".join(order))


def _written(values: Values, is_backwards: bool, order: Sequence[str]) -> str:
    packed = [1 if is_backwards else 0, *(_packed(value) for value in values)]
    return _signer(order).sign_object(packed)


def _turned(position: _Position | None, order: Sequence[str]) -> str | None:
    if position is None or position.is_backwards:
        return None
    return _written(position.values, True, order)


def _read(cursor: str, order: Sequence[str]) -> _Position:
    try:
        way, *packed = _signer(order).unsign_object(cursor)
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise InvalidCursor(_("This page of the list does not exist.")) from problem
    return _Position(bool(way), tuple(_unpacked(value) for value in packed))


def _values_of(row: object, order: Sequence[str]) -> Values:
    return tuple(_value_of(row, field.removeprefix("-")) for field in order)


def _value_of(row: Any, name: str) -> Any:
    value = row.get(name) if isinstance(row, dict) else None
    if not isinstance(row, dict):
        value = row if not hasattr(row, name) else getattr(row, name)
        if value is row:
            for step in name.split("__"):
                value = getattr(value, step)
    if value is None:
        raise ValueError(f"A list cannot be paged by {name!r}: a row has no value for it.")
    return value


def _packed(value: Any) -> Any:
    """A value as JSON that comes back with its type."""
    match value:
        case bool() | int() | float() | str():
            return value
        case datetime.datetime():
            return ["t", value.isoformat()]
        case datetime.date():
            return ["d", value.isoformat()]
        case Decimal():
            return ["n", str(value)]
        case UUID():
            return ["u", str(value)]
    raise TypeError(f"A list cannot be paged by values of type {type(value).__name__}.")


_READERS: Mapping[str, Callable[[str], Any]] = {
    "t": parse_datetime,
    "d": parse_date,
    "n": Decimal,
    "u": UUID,
}


def _unpacked(value: Any) -> Any:
    return _READERS[value[0]](value[1]) if isinstance(value, list) else value
