"""What waits for a second person, in the order in which it was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from accounts.actors import Actor
from legislation.publishing.permissions import APPROVERS
from legislation.publishing.selectors import (
    OLDEST_FIRST,
    PublicationRow,
    awaiting_hour,
    drafts_of,
    in_review,
)
from portals.shared.formats import short_date
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parts import Column

SIZE = 50
SHOWN = 30

Row = tuple[str | Markup, ...]


@dataclass(frozen=True)
class PublicationsPage:
    may_approve: bool
    review_columns: tuple[Column, ...]
    columns: tuple[Column, ...]
    in_review: tuple[Row, ...]
    pages: PageLinks
    drafts: tuple[Row, ...]
    approved: tuple[Row, ...]


def build(query: Mapping[str, str], actor: Actor) -> PublicationsPage:
    """Three lists: in review, this person's drafts, and what waits for its hour. 3 queries."""
    page = keyset_page(
        in_review(), order=OLDEST_FIRST, size=SIZE, cursor=query.get(CURSOR_PARAMETER)
    )
    return PublicationsPage(
        columns=columns(),
        may_approve=actor.has(*APPROVERS),
        review_columns=_review_columns(actor),
        in_review=_chosen(page.items, actor),
        pages=page_links(page, path=reverse("officials:publications")),
        drafts=lines(drafts_of(actor, limit=SHOWN)),
        approved=lines(awaiting_hour(limit=SHOWN)),
    )


def _review_columns(actor: Actor) -> tuple[Column, ...]:
    choose = (Column(_("Choose")),) if actor.has(*APPROVERS) else ()
    return choose + columns()


def _chosen(rows: Sequence[PublicationRow], actor: Actor) -> tuple[Row, ...]:
    """The rows, each with a box for those that this person may approve."""
    if not actor.has(*APPROVERS):
        return lines(rows)
    return tuple((_box(row, actor), *line) for row, line in zip(rows, lines(rows), strict=True))


def _box(row: PublicationRow, actor: Actor) -> Markup:
    if row.drafted_by_id == actor.user_id:
        return Markup('<span class="muted">{}</span>').format(_("Yours"))
    label = _("Choose %(what)s") % {"what": f"{row.object_key}, {row.description}"}
    return Markup('<input type="checkbox" name="chosen" value="{}:{}" aria-label="{}">').format(
        row.id, row.revision, label
    )


def columns() -> tuple[Column, ...]:
    """The columns of every list of publications."""
    return (
        Column(_("Bill")),
        Column(_("Words for the public record"), "head"),
        Column(_("Drafted by"), hide_small=True),
        Column(_("Since")),
    )


def lines(rows: Sequence[PublicationRow]) -> tuple[Row, ...]:
    """Publications as rows of a table."""
    return tuple(
        (
            row.object_key,
            Markup('<a href="{}">{}</a>{}').format(
                reverse("officials:publication", kwargs={"pk": row.id}),
                row.description or _("Document"),
                _erratum(row),
            ),
            row.drafter or _("The system"),
            short_date(timezone.localtime(row.submitted_at or row.drafted_at)),
        )
        for row in rows
    )


def _erratum(row: PublicationRow) -> Markup:
    if row.corrects_id is None:
        return Markup("")
    return Markup(' <span class="tag">{}</span>').format(_("Erratum"))
