"""A list for machines: one page of it, the addresses of its neighbours, and nothing counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest

from portals.open_data.base.addresses import site_of
from portals.open_data.base.problems import Fault, Refused
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, InvalidCursor, keyset_page

# A file of this many rows opens in any spreadsheet, and is written in a second or two.
ROWS_IN_A_FILE = 10_000


Resource = dict[str, Any]


def resource_of(row: Any) -> Resource:
    """A named row as a mapping, to which more can be added."""
    return dict(row._asdict())


@dataclass(frozen=True)
class ListPage:
    """Rows, and the cursors of the pages after (``next``) and before (``previous``)."""

    rows: list[Any]
    next: str | None
    previous: str | None

    def with_rows(self, rows: list[Any]) -> "ListPage":
        return ListPage(rows, self.next, self.previous)


def page_of(
    rows: "QuerySet[Any, Any]", *, order: Sequence[str], cursor: str | None, size: int
) -> ListPage:
    """One page of named rows in an order that ends in a unique field. One query.

    :raises Refused: the cursor is not one of this list
    """
    try:
        page = keyset_page(rows, order=order, size=size, cursor=cursor)
    except InvalidCursor as wrong:
        detail = _("This page of the list does not exist. Start again without it.")
        raise Refused((Fault(CURSOR_PARAMETER, detail),)) from wrong
    return ListPage(page.items, next=page.older, previous=page.newer)


@dataclass(frozen=True)
class Neighbours:
    """Absolute addresses of the pages around one; None where there is none."""

    next: str | None
    previous: str | None

    @property
    def header(self) -> str:
        """For ``Link`` (RFC 8288): the way on for who reads a format that has no place for it."""
        both = (("next", self.next), ("prev", self.previous))
        return ", ".join(f'<{href}>; rel="{name}"' for name, href in both if href)


def neighbours_of(page: ListPage, request: HttpRequest) -> Neighbours:
    """The same address with another cursor, its other parameters kept."""
    kept = {name: value for name, value in request.GET.items() if name != CURSOR_PARAMETER}

    def href(cursor: str | None) -> str | None:
        if cursor is None:
            return None
        query = urlencode({**kept, CURSOR_PARAMETER: cursor})
        return f"{site_of(request)}{request.path}?{query}"

    return Neighbours(href(page.next), href(page.previous))
