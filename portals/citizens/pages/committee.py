"""A committee: who sits on it, the bills in its hands, its reports and its sittings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.bills.enums import Status
from legislation.bills.selectors import BROWSE_ORDER, BillFilter, browse_bills, count_up_to
from legislation.people.enums import CommitteeKind, CommitteeRole
from legislation.people.selectors_committees import (
    CommitteeDetail,
    SeatRow,
    get_committee,
    seats_of,
)
from legislation.sessions.selectors import Sitting, around
from legislation.sessions.selectors_committee import ReportRow, reports_of
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.bill_words import chamber_name, in_spanish, stage_name
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.senator_words import days_held
from portals.citizens.pages.session import agenda_link
from portals.citizens.pages.session_words import LINK, hours, notable_state
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.formats import (
    capital,
    long_date,
    long_datetime,
    number,
    short_date,
    time_tag,
)
from portals.shared.language import gettext as _
from portals.shared.pagination import Page, PageLinks, keyset_page, page_links
from portals.shared.parts import Column, Download, Entry, Link

BILLS_SHOWN = 20
BILLS_COUNTED = 1_000
REPORTS_SHOWN = 12
UPCOMING_SHOWN = 6
PAST_SHOWN = 12


@dataclass(frozen=True)
class CommitteePage:
    """``is_first`` is false on the further pages of bills, which show nothing else."""

    crumbs: tuple[Link, ...]
    name: str
    title: str | Markup
    kicker: tuple[str, ...]
    remit: str | Markup
    address: str
    is_first: bool
    member_columns: tuple[Column, ...]
    members: tuple[tuple[str | Markup, ...], ...]
    coming: tuple[Link, ...]
    former: tuple[Link, ...]
    bills_count: str
    bills: tuple[Link, ...]
    pages: PageLinks
    all_bills: tuple[Link, ...]
    reports: tuple[Link, ...]
    upcoming: tuple[Entry, ...]
    past: tuple[Entry, ...]
    downloads: tuple[Download, ...]
    sources: tuple[str, ...]


def build(slug: str, *, on: date, cursor: str | None = None) -> CommitteePage:
    """The page of a committee on a day. Eight queries.

    :raises ObjectDoesNotExist: there is no such committee
    :raises InvalidCursor: the cursor is not one of its bills
    """
    committee, at = get_committee(slug), addresses()
    seats = seats_of(committee.id)
    in_hand = browse_bills(BillFilter(committee_id=committee.id, status=Status.IN_PROGRESS), on=on)
    bills = keyset_page(in_hand, order=BROWSE_ORDER, size=BILLS_SHOWN, cursor=cursor)
    coming, gone = around(committee.id, on, coming=UPCOMING_SHOWN, gone=PAST_SHOWN)
    address = at.committee(slug)
    return CommitteePage(
        crumbs=_crumbs(committee),
        name=committee.name,
        title=in_spanish(committee.name),
        kicker=_kicker(committee),
        remit=in_spanish(committee.remit) if committee.remit else "",
        address=address,
        is_first=cursor is None,
        member_columns=_member_columns(),
        members=tuple(_member(seat, at) for seat in seats if seat.holds_on(on)),
        coming=_coming(seats, on, at),
        former=_former(seats, on, at),
        bills_count=_bills_count(_count(in_hand, bills)),
        bills=tuple(_bill(row) for row in bills.items),
        pages=page_links(bills, path=address),
        all_bills=_all_bills(slug) if bills.items else (),
        reports=tuple(_report(row) for row in reports_of(committee.id, limit=REPORTS_SHOWN)),
        upcoming=tuple(_entry(sitting) for sitting in coming),
        past=tuple(_entry(sitting) for sitting in gone),
        downloads=other_forms("committee", "ics", "json", slug=slug),
        sources=_sources(committee),
    )


def _crumbs(committee: CommitteeDetail) -> tuple[Link, ...]:
    return (
        Link(_("Home"), reverse("citizens:home")),
        Link(_("Committees"), reverse("citizens:committee-list")),
        Link(in_spanish(committee.name)),
    )


def _kicker(committee: CommitteeDetail) -> tuple[str, ...]:
    return str(CommitteeKind(committee.kind).label), chamber_name(committee.chamber)


def _member_columns() -> tuple[Column, ...]:
    return (
        Column(_("Senator"), "head"),
        Column(_("Region"), hide_small=True),
        Column(_("Party"), hide_small=True),
        Column(_("Since")),
    )


def _member(seat: SeatRow, at: Addresses) -> tuple[str | Markup, ...]:
    name = LINK % (at.senator(seat.slug), seat.full_name)
    if seat.role == CommitteeRole.CHAIR:
        name = Markup("{} <b>({})</b>").format(name, _("chairs it"))
    since = time_tag(value=seat.since) if seat.since else ""
    return name, seat.region or "", seat.party or "", since


def _coming(seats: Sequence[SeatRow], on: date, at: Addresses) -> tuple[Link, ...]:
    """Seats that have not begun on the day, the soonest first; of members of today too."""
    to_come = [seat for seat in seats if seat.since and seat.since > on]
    to_come.sort(key=lambda seat: (seat.since or on, seat.full_name))
    return tuple(
        Link(
            seat.full_name,
            at.senator(seat.slug),
            _("%(role)s. %(days)s")
            % {
                "role": CommitteeRole(seat.role).label,
                "days": days_held(seat.since, seat.until, on),
            },
        )
        for seat in to_come
    )


def _former(seats: Sequence[SeatRow], on: date, at: Addresses) -> tuple[Link, ...]:
    """Seats that ended by the day, the latest first."""
    before = [seat for seat in seats if seat.until and seat.until <= on]
    before.sort(key=lambda seat: (seat.until or on, seat.full_name), reverse=True)
    return tuple(
        Link(seat.full_name, at.senator(seat.slug), days_held(seat.since, seat.until, on))
        for seat in before
    )


def _count(in_hand: Any, shown: Page[Any]) -> int:
    """How many bills it has in hand; one query where there are more than the page shows."""
    if shown.newer or shown.older:
        return count_up_to(in_hand, BILLS_COUNTED)
    return len(shown.items)


def _all_bills(slug: str) -> tuple[Link, ...]:
    address = f"{reverse('citizens:bill-list')}?comision={slug}"
    return (Link(_("Narrow this list"), address),)


def _bills_count(count: int) -> str:
    if not count:
        return ""
    if count > BILLS_COUNTED:
        return _("More than %(n)s bills") % {"n": number(BILLS_COUNTED)}
    return ngettext("%(n)s bill", "%(n)s bills", count) % {"n": number(count)}


def _bill(row: Any) -> Link:
    note = _("%(number)s. %(stage)s. Last movement: %(date)s") % {
        "number": row.number,
        "stage": stage_name(row.stage, row.stage_text),
        "date": short_date(row.last_step_on),
    }
    return Link(
        in_spanish(row.plain_title or row.title), bill_address(row.number, kind=row.kind), note
    )


def _report(row: ReportRow) -> Link:
    bill = _("Bill %(number)s") % {"number": row.bill_number}
    return Link(
        in_spanish(row.title or row.bill_title),
        row.url or bill_address(row.bill_number, kind=row.bill_kind),
        f"{bill}, {short_date(row.dated_on)}" if row.dated_on else bill,
    )


def _entry(sitting: Sitting) -> Entry:
    row = sitting.row
    items = [agenda_link(line) for line in sitting.agenda]
    facts = (hours(row.starts_at, row.ended_at), row.place)
    without_bill = [str(item.label) for item in items if not item.href]
    return Entry(
        on=row.starts_at or row.held_on,
        title=capital(long_date(row.held_on)),
        body=". ".join(fact for fact in (*facts, *without_bill) if fact),
        tag=notable_state(row),
        links=tuple(item for item in items if item.href),
    )


def _sources(committee: CommitteeDetail) -> tuple[str, ...]:
    if not committee.source_name or committee.source_read_at is None:
        return ()
    return (
        _("Source: %(name)s, read on %(date)s.")
        % {"name": committee.source_name, "date": long_datetime(committee.source_read_at)},
    )
