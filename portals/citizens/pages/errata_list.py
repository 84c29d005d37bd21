"""Every erratum and every withdrawal: the old words beside the new, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from legislation.documents import comparing
from legislation.publishing.enums import PublicationState
from legislation.publishing.selectors_public import ERRATA_ORDER, errata, later_of_each
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.publication import bill_link
from portals.citizens.pages.publication_addresses import errata_address, publication_address
from portals.shared.addresses import address_of
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.language import pgettext
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parts import Change, Download, Link

PAGE_SIZE = 20
_OPS = {
    comparing.Op.EQUAL: "equal",
    comparing.Op.DELETE: "delete",
    comparing.Op.INSERT: "insert",
}


class ErratumLine(NamedTuple):
    """An erratum, with what it changes; or a withdrawal, which ``changes`` nothing to be read."""

    id: str
    heading: str
    status_text: str
    bill: Link
    bill_title: str | Markup
    old_name: str
    new_name: str
    changes: tuple[Change, ...]
    reason: str | Markup
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ErrataPage:
    crumbs: tuple[Link, ...]
    lines: tuple[ErratumLine, ...]
    pages: PageLinks
    downloads: tuple[Download, ...]


def build(*, cursor: str | None = None) -> ErrataPage:
    """One page of errata, newest first. Two queries.

    :raises InvalidCursor: the cursor is not one of this list
    """
    page = keyset_page(errata(), order=ERRATA_ORDER, size=PAGE_SIZE, cursor=cursor)
    later = later_of_each([row["id"] for row in page.items])
    return ErrataPage(
        crumbs=(Link(_("Home"), address_of("citizens:home")), Link(_("Errata"))),
        lines=tuple(
            _line(row, is_gone=any(_is_gone(one.state) for one in later[row["id"]]))
            for row in page.items
        ),
        pages=page_links(page, path=errata_address()),
        downloads=other_forms("errata", "atom"),
    )


def _is_gone(state: str) -> bool:
    return state == PublicationState.WITHDRAWN


def _line(row: Mapping[str, Any], *, is_gone: bool) -> ErratumLine:
    """One line of the list.

    :param is_gone: what corrected this erratum in turn was withdrawn, and its words with it
    """
    is_withdrawal, day = _is_gone(row["state"]), plain_date(row["happened_at"])
    words = _("Withdrawn on %(date)s") if is_withdrawal else _("Corrected on %(date)s")
    old, new = row["old_content"], row["content"]
    return ErratumLine(
        id=f"publicacion-{row['id']}",
        heading=words % {"date": day},
        status_text=pgettext("publication", "Corrected"),
        bill=bill_link(row["object_kind"], row["object_key"]),
        bill_title=in_spanish(str(new.get("title", "")).rstrip(" .")),
        old_name=_name(row["corrects_id"]) if row["corrects_id"] else "",
        new_name=_name(row["id"]),
        changes=() if is_withdrawal or is_gone else _changes(old, new),
        reason=in_spanish(row["reason"]),
        links=_links(row),
    )


def _name(pk: int) -> str:
    return _("Publication %(number)d") % {"number": pk}


def _links(row: Mapping[str, Any]) -> tuple[Link, ...]:
    ids = (pk for pk in (row["corrects_id"], row["id"]) if pk)
    return tuple(Link(_name(pk), publication_address(pk)) for pk in ids)


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    pieces = comparing.compare_words(_as_read(old), _as_read(new))
    return tuple(Change(_OPS[piece.op], piece.text) for piece in pieces)


def _as_read(content: Mapping[str, Any]) -> str:
    """The words, the day and the sitting, each on its line, as the record writes them."""
    lines = [str(content.get("description", ""))]
    if taken_on := content.get("taken_on"):
        lines.append(f"{date.fromisoformat(taken_on):%d-%m-%Y}")
    if content.get("session_number") and content.get("legislature_number"):
        lines.append(f"Sesión {content['session_number']}/{content['legislature_number']}")
    return "\n".join(lines)
