"""Every urgency that a bill was given: its legal term, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.bills.deadlines import UrgencyState
from legislation.bills.enums import BillKind, UrgencyEnd
from legislation.bills.selectors import UrgencyLine, get_dossier, urgencies_of
from legislation.votes.selectors_of_bills import count_votes_of_bill
from portals.citizens.pages.bill_head import URGENCIES, BillHead, bill_address, head_of
from portals.citizens.pages.bill_then import Then, journey_at, then_of
from portals.citizens.pages.bill_urgency import rule_behind, term_of
from portals.citizens.pages.bill_words import chamber_name, urgency_name
from portals.shared.drawing.measures import day_of_term
from portals.shared.formats import plain_date, time_tag
from portals.shared.language import gettext as _
from portals.shared.parts import Column

Row = tuple[str | Markup | None, ...]


@dataclass(frozen=True)
class BillUrgenciesPage:
    head: BillHead
    then: Then
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def build(number: str, *, kind: BillKind, on: date, as_of: str = "") -> BillUrgenciesPage:
    """List the urgencies of a bill, newest first. Three queries; six for the past.

    :param on: today
    :param as_of: the day that the address asks for («» for today)
    :raises ObjectDoesNotExist: there is no such bill
    """
    bill = get_dossier(number, kind=kind)
    address = bill_address(bill.number, kind=bill.kind) + URGENCIES
    then = then_of(as_of, bill, address=address, today=on)
    past = journey_at(bill, then.on) if then.on else None
    urgencies = past.urgencies if past else urgencies_of(bill.id)
    count = len(past.votes) if past else count_votes_of_bill(bill.id)
    return BillUrgenciesPage(
        head=head_of(past.bill if past else bill, current=URGENCIES, vote_count=count, on=then.on),
        then=then,
        columns=(
            Column(_("Urgency"), "head"),
            Column(_("Set on")),
            Column(_("Chamber")),
            Column(_("Legal term")),
            Column(_("How it ended")),
        ),
        rows=tuple(_row(urgency, urgencies, then.on or on) for urgency in urgencies),
    )


def _row(urgency: UrgencyLine, all_of_them: Sequence[UrgencyLine], on: date) -> Row:
    return (
        urgency_name(urgency.kind),
        _with_message(time_tag(value=urgency.set_on), urgency.message),
        chamber_name(urgency.chamber) or None,
        _term(urgency),
        how_it_ended(urgency, all_of_them, on),
    )


def _with_message(day: Markup, message: str) -> Markup:
    if not message:
        return day
    words = _("message %(number)s") % {"number": message}
    return Markup('{} <span class="paper__more">{}</span>').format(day, words)


def _term(urgency: UrgencyLine) -> Markup:
    """«15 days, until 29 Nov 2026», and the law that says so."""
    rule = rule_behind(kind=urgency.kind, set_on=urgency.set_on, due_on=urgency.due_on)
    days = rule.days if rule else (urgency.due_on - urgency.set_on).days
    words = ngettext("%(n)d day, until %(date)s", "%(n)d days, until %(date)s", days) % {
        "n": days,
        "date": plain_date(urgency.due_on),
    }
    if rule is None:
        return Markup("{}").format(words)
    return Markup('{} <span class="paper__more">{}</span>').format(words, rule.citation)


def how_it_ended(urgency: UrgencyLine, all_of_them: Sequence[UrgencyLine], on: date) -> str:
    """The end of an urgency in a sentence, as far as the record says."""
    if urgency.end == UrgencyEnd.LAPSED:
        return _ended(
            urgency,
            _("Lapsed on %(date)s, at the end of the legislature"),
            undated=_("Lapsed at the end of the legislature"),
        )
    if urgency.end == UrgencyEnd.WITHDRAWN:
        successor = _successor(urgency, all_of_them)
        if successor is not None:
            words = _("Replaced on %(date)s by another: %(kind)s (message %(number)s)")
            return words % {
                "date": plain_date(urgency.ended_on or successor.set_on),
                "kind": urgency_name(successor.kind).lower(),
                "number": successor.message,
            }
        return _ended(
            urgency,
            _("The President withdrew it on %(date)s"),
            undated=_("Withdrawn by the President"),
        )
    if urgency.end or urgency.ended_on:
        return _ended(
            urgency,
            _("Ended on %(date)s; the cause is not stated"),
            undated=_("Ended; the cause is not stated"),
        )
    return _still_open(urgency, on)


def _successor(urgency: UrgencyLine, all_of_them: Sequence[UrgencyLine]) -> UrgencyLine | None:
    """The urgency that the same message set when it withdrew this one."""
    if not urgency.end_message:
        return None
    return next(
        (
            other
            for other in all_of_them
            if other.message == urgency.end_message and other is not urgency
        ),
        None,
    )


def _ended(urgency: UrgencyLine, words: str, *, undated: str) -> str:
    """The whole sentence with its day, since each language puts the day where it belongs."""
    if urgency.ended_on is None:
        return undated
    dated = words % {"date": plain_date(urgency.ended_on)}
    if not urgency.end_message:
        return dated
    return _("%(what)s (message %(number)s)") % {"what": dated, "number": urgency.end_message}


def _still_open(urgency: UrgencyLine, on: date) -> str:
    term = term_of(kind=urgency.kind, set_on=urgency.set_on, due_on=urgency.due_on, on=on)
    if term.state in (UrgencyState.EXPIRED, UrgencyState.LAPSED):
        return _("Its term ended on %(date)s; the record does not say more") % {
            "date": plain_date(term.due_on)
        }
    return _("Running: %(day)s") % {"day": day_of_term(day=term.day, total=term.total).lower()}
