"""The directory of senators: by region, party or name; those in office and those before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import ngettext

from legislation.people.selectors import Roster, RosterRow, roster_on
from legislation.people.selectors_person import last_terms
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.senator_words import term_years
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.citizens.pages.vote_words import exclusion_words
from portals.shared.addresses import address_of
from portals.shared.language import gettext as _
from portals.shared.parts import Download, Link, Tab

ORDER_PARAMETER = "por"
BY_REGION, BY_PARTY, BY_NAME = "region", "partido", "nombre"

# After every name: those of whom no party is known come last.
_LAST = "\U0010ffff"


class Group(NamedTuple):
    """Some senators under a heading. The note of each says what the heading does not."""

    title: str
    href: str | None
    people: tuple[Link, ...]


@dataclass(frozen=True)
class SenatorListPage:
    crumbs: tuple[Link, ...]
    lead: str
    orders: tuple[Tab, ...]
    groups: tuple[Group, ...]
    former: tuple[Link, ...]
    my_senators: str
    is_complete: bool
    downloads: tuple[Download, ...]


def build(order: str, *, on: date) -> SenatorListPage:
    """The directory on a day. Two queries.

    :param order: «region», «partido» or «nombre»; «» is by region
    :raises ObjectDoesNotExist: there is no such order
    """
    order = order or BY_REGION
    at = addresses()
    roster = roster_on(on)
    return SenatorListPage(
        crumbs=(Link(_("Home"), address_of("citizens:home")), Link(_("Senators"))),
        lead=_lead(roster),
        orders=_orders(order, at),
        groups=_groups(order, roster.rows, at),
        former=tuple(
            Link(
                row.full_name,
                at.senator(row.slug),
                f"{row.region}, {term_years(row.since, row.until)}",
            )
            for row in last_terms(without_seat_on=on)
        ),
        my_senators=address_of("citizens:my-senators"),
        is_complete=roster.is_complete,
        downloads=other_forms("senators", "csv", "json"),
    )


def _lead(roster: Roster) -> str:
    count = len(roster.in_office)
    if not roster.is_complete:
        text = ngettext(
            "%(n)d senator is on record today; the list may not be complete.",
            "%(n)d senators are on record today; the list may not be complete.",
            count,
        )
    else:
        text = ngettext("%(n)d senator in office.", "%(n)d senators in office.", count)
    return text % {"n": count}


def _orders(chosen: str, at: Addresses) -> tuple[Tab, ...]:
    names = {BY_REGION: _("By region"), BY_PARTY: _("By party"), BY_NAME: _("By name")}
    if chosen not in names:
        raise ObjectDoesNotExist(chosen)
    return tuple(
        Tab(
            name,
            at.senators if order == BY_REGION else f"{at.senators}?{ORDER_PARAMETER}={order}",
            None,
            order == chosen,
        )
        for order, name in names.items()
    )


def _groups(order: str, rows: Sequence[RosterRow], at: Addresses) -> tuple[Group, ...]:
    if order == BY_PARTY:
        return _by_party(rows, at)
    if order == BY_NAME:
        return _by_name(rows, at)
    return _by_region(rows, at)


def _by_region(rows: Sequence[RosterRow], at: Addresses) -> tuple[Group, ...]:
    found: dict[str, list[RosterRow]] = {}
    for row in sorted(rows, key=lambda row: row.north_to_south):
        found.setdefault(row.region_slug, []).append(row)
    return tuple(
        Group(people[0].region, at.region(slug), _people(people, at, _party_of))
        for slug, people in found.items()
    )


def _by_party(rows: Sequence[RosterRow], at: Addresses) -> tuple[Group, ...]:
    found: dict[str, list[RosterRow]] = {}
    for row in sorted(rows, key=lambda row: (row.party or _LAST).casefold()):
        found.setdefault(row.party_slug or "", []).append(row)
    return tuple(
        Group(
            people[0].party or _("No party on record"),
            at.party(slug) if slug else None,
            _people(people, at, lambda row: row.region),
        )
        for slug, people in found.items()
    )


def _by_name(rows: Sequence[RosterRow], at: Addresses) -> tuple[Group, ...]:
    """By the initial of the first surname, as the sort key has it: without accents, Ñ apart."""
    found: dict[str, list[RosterRow]] = {}
    for row in rows:
        initial = "Ñ" if row.sort_key.startswith("n~") else row.sort_key[:1].upper()
        found.setdefault(initial, []).append(row)

    def note(row: RosterRow) -> str:
        return ", ".join(part for part in (row.region, _party_of(row)) if part)

    return tuple(
        Group(initial, None, _people(people, at, note)) for initial, people in found.items()
    )


def _people(
    rows: Sequence[RosterRow], at: Addresses, note: Callable[[RosterRow], str]
) -> tuple[Link, ...]:
    return tuple(
        Link(row.full_name, at.senator(row.slug), _with_exclusion(note(row), row)) for row in rows
    )


def _with_exclusion(note: str, row: RosterRow) -> str:
    if not row.exclusion:
        return note
    return ". ".join(part for part in (note, exclusion_words(row.exclusion)) if part)


def _party_of(row: RosterRow) -> str:
    return row.party or _("no party on record")
