"""What was published here, with the content that its hash is of; and what was corrected."""

from typing import Any

from legislation.publishing.enums import PublicationState
from legislation.publishing.selectors_public import ERRATA_ORDER, errata, get_published
from portals.open_data.base.addresses import Addresses
from portals.open_data.formats.atom import Entry, Feed, tag
from portals.shared.language import gettext as _

NEWEST = 50


def one_publication(number: int, *, at: Addresses) -> dict[str, Any]:
    """A publication, or the stone of one that was withdrawn. Three queries.

    ``content_sha256`` is of ``content`` in canonical form (RFC 8785).

    :raises ObjectDoesNotExist: there is none, or it is not public: both alike
    """
    found = get_published(number)
    is_shown = not found.are_words_withdrawn
    return {
        "id": f"publication/{found.id}",
        "page": _page(found.id, at),
        "state": found.state,
        "kind": found.kind,
        "object": f"{found.object_kind}/{found.object_key}",
        "published_at": found.published_at,
        "withdrawn_at": found.withdrawn_at,
        "reason": found.reason if found.is_withdrawn or found.corrects_id else None,
        "corrects": _page(found.corrects_id, at) if found.corrects_id else None,
        "corrected_by": [
            {
                "page": _page(one.id, at),
                "state": one.state,
                "published_at": one.published_at,
                "reason": one.reason,
            }
            for one in found.later
        ],
        "content": found.content if is_shown else None,
        "content_sha256": found.content_hash if is_shown else None,
    }


def feed_of_errata(*, at: Addresses, path: str) -> Feed:
    """The last errata and withdrawals. One query."""
    return Feed(
        id=tag(at.host, path.removeprefix("/")),
        title=_("Errata of the Senate"),
        href=at.page("erratas/"),
        own_href=at.site + path,
        author=_("Senate of Chile"),
        entries=tuple(_entry(row, at) for row in errata().order_by(*ERRATA_ORDER)[:NEWEST]),
    )


def _entry(row: Any, at: Addresses) -> Entry:
    is_withdrawal = row["state"] == PublicationState.WITHDRAWN
    words = _("%(bill)s: withdrawn") if is_withdrawal else _("%(bill)s: corrected")
    return Entry(
        id=tag(at.host, f"publication/{row['id']}/{row['state'].lower()}"),
        title=words % {"bill": row["object_key"]},
        href=_page(row["id"], at),
        at=row["happened_at"],
        summary=row["reason"],
    )


def _page(number: int, at: Addresses) -> str:
    return at.page(f"publicaciones/{number}/")
