"""The committees: the Senate's first, then those of both chambers and of the other one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from markupsafe import Markup

from legislation.people.enums import Chamber, CommitteeKind
from legislation.people.selectors_committees import CommitteeRow, list_committees
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.session_words import LINK
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Download, Link

_BILL_NUMBER = re.compile(r"(\d[\d.]*)-\d{2}")

Row = tuple[str | Markup | int | None, ...]


class KindOfCommittee(NamedTuple):
    """The Senate's committees of one kind."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CommitteeListPage:
    crumbs: tuple[Link, ...]
    columns: tuple[Column, ...]
    kinds: tuple[KindOfCommittee, ...]
    joint: tuple[Link, ...]
    conferences: tuple[Link, ...]
    deputies: tuple[Link, ...]
    downloads: tuple[Download, ...]


def build(*, on: date) -> CommitteeListPage:
    """Every committee, with its chair and members on a day. One query."""
    at = addresses()
    committees = list_committees(on=on)
    of_chamber = {
        chamber: [row for row in committees if row.chamber == chamber] for chamber in Chamber
    }
    joint = of_chamber[Chamber.BOTH]
    return CommitteeListPage(
        crumbs=(Link(_("Home"), reverse("citizens:home")), Link(_("Committees"))),
        columns=(
            Column(_("Committee"), "head"),
            Column(_("Chair")),
            Column(_("Members"), "number"),
        ),
        kinds=_by_kind(of_chamber[Chamber.SENATE], at),
        joint=_links((row for row in joint if row.kind != CommitteeKind.CONFERENCE), at),
        conferences=_links(
            sorted(
                (row for row in joint if row.kind == CommitteeKind.CONFERENCE), key=_newest_first
            ),
            at,
        ),
        deputies=_links(of_chamber[Chamber.DEPUTIES], at),
        downloads=other_forms("committees", "csv", "json"),
    )


def _newest_first(row: CommitteeRow) -> tuple[int, str]:
    """By the number of the bill that a conference committee is named after; the rest by name."""
    found = _BILL_NUMBER.search(row.name)
    return (-int(found[1].replace(".", "")) if found else 0, row.sort_key)


def kind_title(kind: str) -> str:
    return {
        CommitteeKind.PERMANENT.value: _("Permanent committees"),
        CommitteeKind.SPECIAL.value: _("Special committees"),
        CommitteeKind.CONFERENCE.value: _("Conference committees"),
        CommitteeKind.BUDGET.value: _("Budget committees"),
        CommitteeKind.INTERNAL.value: _("Internal committees"),
        CommitteeKind.UNSTATED.value: _("Other committees"),
    }[kind]


def _by_kind(committees: list[CommitteeRow], at: Addresses) -> tuple[KindOfCommittee, ...]:
    groups = (
        KindOfCommittee(
            kind_title(kind),
            tuple(_cells(row, at) for row in committees if row.kind == kind),
        )
        for kind in CommitteeKind
    )
    return tuple(group for group in groups if group.rows)


def _cells(row: CommitteeRow, at: Addresses) -> Row:
    """A committee as a row; nobody's seat on record is «no data», not nobody."""
    chair = LINK % (at.senator(row.chair_slug), row.chair) if row.chair_slug else None
    return LINK % (at.committee(row.slug), in_spanish(row.name)), chair, row.members or None


def _links(committees: Iterable[CommitteeRow], at: Addresses) -> tuple[Link, ...]:
    return tuple(Link(in_spanish(row.name), at.committee(row.slug)) for row in committees)
