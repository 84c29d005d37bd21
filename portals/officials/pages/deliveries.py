"""What follows from an act and was given up after its last attempt: it waits for a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from accounts.actors import Actor
from legislation.events.permissions import can_replay
from legislation.events.selectors import NEWEST_FIRST, DeliveryRow, list_given_up
from portals.shared.formats import long_datetime
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parameters import asked
from portals.shared.parts import Filter

SIZE = 50


@dataclass(frozen=True)
class GivenUp:
    """``replay_href`` is empty for whoever may not have it run again."""

    title: str
    facts: str
    error: str
    replay_href: str


@dataclass(frozen=True)
class DeliveriesPage:
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    rows: tuple[GivenUp, ...]
    pages: PageLinks
    may_replay: bool
    reason: str


def build(query: Mapping[str, str], actor: Actor) -> DeliveriesPage:
    """The list as its address asks for it: 1 query."""
    reaction = asked(query, "reaccion")
    page = keyset_page(
        list_given_up(reaction=reaction),
        order=NEWEST_FIRST,
        size=SIZE,
        cursor=query.get(CURSOR_PARAMETER),
    )
    address = reverse("officials:deliveries")
    decision = can_replay(actor)
    return DeliveriesPage(
        address=address,
        filters=(Filter("reaccion", _("What was to follow"), reaction),),
        clear_href=address if reaction else "",
        rows=tuple(_row(row, may_replay=bool(decision)) for row in page.items),
        pages=page_links(page, path=address, params={"reaccion": reaction} if reaction else {}),
        may_replay=bool(decision),
        reason=decision.reason,
    )


def _row(row: DeliveryRow, *, may_replay: bool) -> GivenUp:
    hour = long_datetime(timezone.localtime(row.entry__recorded_at))
    return GivenUp(
        title=row.reaction,
        facts=_(
            "After act %(number)s, «%(act)s» on %(object)s, of %(hour)s. Tried %(times)s times."
        )
        % {
            "number": row.entry_id,
            "act": row.entry__act,
            "object": f"{row.entry__object_kind}:{row.entry__object_key}",
            "hour": hour,
            "times": row.attempts,
        },
        error=row.last_error,
        replay_href=reverse("officials:replay", kwargs={"pk": row.id}) if may_replay else "",
    )
