"""Committees as officials keep them: who sits, who stands in, and the bills in hand."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from markupsafe import Markup

from accounts import grants
from accounts.actors import Actor
from legislation.membership.enums import ChangeKind
from legislation.membership.permissions import can_change
from legislation.membership.selectors import SubstitutionRow, substitutions_of
from legislation.people.enums import Chamber, CommitteeKind, CommitteeRole
from legislation.people.models import Committee
from legislation.people.selectors_committees import (
    CommitteeRow,
    SeatRow,
    list_committees,
    seats_of,
)
from legislation.procedure import lifecycle
from legislation.procedure.enums import ActKind
from legislation.procedure.selectors.dossiers import NEWEST_FIRST, DossierRow, list_dossiers
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Fact, Link

SHOWN = 50
REPORTS = (ActKind.REPORT, ActKind.REPORT_DETAIL, ActKind.REPORT_CONFERENCE)
# A bill is in a committee's hands where that committee is the one to report.
IN_COMMITTEE = [one for act in REPORTS for one in lifecycle.starts_of(act)]
Row = tuple[str | int | Markup, ...]


@dataclass(frozen=True)
class CommitteesPage:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CommitteePage:
    """``reason`` says why whoever looks does not enter its members, empty if they do."""

    name: str
    crumbs: tuple[Link, ...]
    facts: tuple[Fact, ...]
    columns: tuple[Column, ...]
    members: tuple[Row, ...]
    substitute_columns: tuple[Column, ...]
    substitutes: tuple[Row, ...]
    bill_columns: tuple[Column, ...]
    bills: tuple[Row, ...]
    reason: str
    people_href: str
    public_href: str


def build_list(*, on: date) -> CommitteesPage:
    """The Senate's committees, in Spanish order: 1 query."""
    rows = [row for row in list_committees(on=on) if row.chamber != Chamber.DEPUTIES]
    return CommitteesPage(
        columns=(
            Column(_("Committee"), "head"),
            Column(_("Kind"), hide_small=True),
            Column(_("Chair")),
            Column(_("Members"), "number"),
        ),
        rows=tuple(_line(row) for row in rows),
    )


def build(slug: str, actor: Actor, *, on: date) -> CommitteePage:
    """:raises Committee.DoesNotExist: there is none"""
    committee = Committee.objects.exclude(chamber=Chamber.DEPUTIES).get(slug=slug)
    seats = [seat for seat in seats_of(committee.pk) if seat.until is None or seat.until > on]
    return CommitteePage(
        name=committee.name,
        crumbs=(Link(_("Committees"), reverse("officials:committees")), Link(committee.name)),
        facts=_facts(committee, [seat for seat in seats if seat.holds_on(on)]),
        columns=(
            Column(_("Name"), "head"),
            Column(_("Role")),
            Column(_("From"), hide_small=True),
            Column(_("Until"), hide_small=True),
        ),
        members=tuple(_member(seat) for seat in seats),
        substitute_columns=(
            Column(_("Stands in"), "head"),
            Column(_("Instead of")),
            Column(_("From")),
            Column(_("Until")),
        ),
        substitutes=tuple(_substitute(row) for row in substitutions_of(committee.pk, on=on)),
        bill_columns=(Column(_("Number")), Column(_("Title"), "head"), Column(_("Since"))),
        bills=tuple(_bill(row) for row in _in_hand(committee)),
        reason=can_change(actor, ChangeKind.JOIN_COMMITTEE, committee).reason,
        people_href=reverse("officials:people") + f"?comision={committee.slug}",
        public_href=reverse("citizens:committee", kwargs={"slug": committee.slug}),
    )


def _in_hand(committee: Committee) -> list[DossierRow]:
    rows = list_dossiers().filter(committee=committee, standing__in=IN_COMMITTEE)
    return list(rows.order_by(*NEWEST_FIRST)[:SHOWN])


def _facts(committee: Committee, sitting: list[SeatRow]) -> tuple[Fact, ...]:
    chairs = [seat.full_name for seat in sitting if seat.role == CommitteeRole.CHAIR]
    secretaries = grants.holders_of(grants.SERVE_COMMITTEE, committee)
    known = (
        (_("Kind"), str(CommitteeKind(committee.kind).label)),
        (_("Chair"), ", ".join(chairs)),
        (_("Members"), str(len(sitting))),
        (_("Secretary"), ", ".join(user.name or user.email for user in secretaries)),
    )
    return tuple(Fact(term, value) for term, value in known if value)


def _line(row: CommitteeRow) -> Row:
    href = reverse("officials:committee", kwargs={"slug": row.slug})
    return (
        Markup('<a href="{}">{}</a>').format(href, row.name),
        str(CommitteeKind(row.kind).label),
        row.chair or "—",
        row.members,
    )


def _member(seat: SeatRow) -> Row:
    return (
        _person(seat.slug, seat.full_name),
        str(CommitteeRole(seat.role).label),
        plain_date(seat.since) if seat.since else "—",
        plain_date(seat.until) if seat.until else "—",
    )


def _substitute(row: SubstitutionRow) -> Row:
    return (
        _person(row.substitute_slug, row.substitute),
        _person(row.member_slug, row.member),
        plain_date(row.since),
        plain_date(row.until),
    )


def _bill(row: DossierRow) -> Row:
    href = reverse("officials:dossier", kwargs={"number": row.number})
    return (
        row.number,
        Markup('<a href="{}">{}</a>').format(href, row.title),
        plain_date(row.stands_since),
    )


def _person(slug: str, name: str) -> Markup:
    href = reverse("officials:person", kwargs={"slug": slug})
    return Markup('<a href="{}">{}</a>').format(href, name)
