"""A party: who sits in the Senate for it now, who else is in it, and who was, with the days."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.people.selectors import roster_on
from legislation.people.selectors_person import (
    MembershipRow,
    memberships_of_party,
    party_by_slug,
)
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.senator_words import days_held
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.language import gettext as _
from portals.shared.parts import Link


@dataclass(frozen=True)
class PartyPage:
    crumbs: tuple[Link, ...]
    name: str | Markup
    abbreviation: str
    lead: str
    senators: tuple[Link, ...]
    members: tuple[Link, ...]
    former: tuple[Link, ...]
    updated_at: datetime | None


def build(slug: str, *, on: date) -> PartyPage:
    """A party on a day. Three queries.

    :raises ObjectDoesNotExist: there is no such party
    """
    party, at = party_by_slug(slug), addresses()
    seated = [row for row in roster_on(on).rows if row.party_slug == slug]
    others = _without(memberships_of_party(party.id), {row.slug for row in seated})
    members = [row for row in others if row.holds_on(on)]
    former = _without(others, {row.slug for row in members})
    lead = ngettext("%(n)d senator today.", "%(n)d senators today.", len(seated))
    return PartyPage(
        crumbs=(
            Link(_("Home"), reverse("citizens:home")),
            Link(_("Senators"), f"{at.senators}?por=partido"),
            Link(party.name),
        ),
        name=in_spanish(party.name),
        abbreviation=party.abbreviation,
        lead=lead % {"n": len(seated)},
        senators=tuple(Link(row.full_name, at.senator(row.slug), row.region) for row in seated),
        members=tuple(_member(row, at, on) for row in members),
        former=tuple(_member(row, at, on) for row in former),
        updated_at=party.source_read_at,
    )


def _without(rows: Sequence[MembershipRow], slugs: Collection[str]) -> list[MembershipRow]:
    return [row for row in rows if row.slug not in slugs]


def _member(row: MembershipRow, at: Addresses, on: date) -> Link:
    return Link(row.full_name, at.senator(row.slug), days_held(row.since, row.until, on))
