"""Which day a page of a bill shows: today or, with «?fecha=2026-06-05», the end of that day."""

import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from legislation.bills.enums import PaperKind
from legislation.bills.selectors import (
    Dossier,
    papers_of,
    steps_with_records_of,
    texts_of,
    urgencies_of,
)
from legislation.votes.selectors_of_bills import results_of_bill
from portals.citizens.pages.bill_as_of import Journey, as_of
from portals.citizens.pages.list_filters import left_out_said
from portals.shared.formats import long_date, plain_date
from portals.shared.language import gettext as _

DAY_PARAMETER = "fecha"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Then:
    """The day asked for and the one that can be: ``on`` is None where the page is today's.

    ``title`` and ``text`` are what the page must say of it, both «» where nothing was asked.
    ``value``, ``first`` and ``last`` are for the form, as addresses write days; ``address`` is
    where it goes, and ``query`` keeps the day in the links to the bill's other pages.
    """

    on: date | None
    title: str
    text: str | Markup
    address: str
    value: str
    first: str
    last: str

    @property
    def query(self) -> str:
        return query_of(self.on)


def query_of(on: date | None) -> str:
    """What an address ends with to show that day: «?fecha=2026-06-05», or nothing."""
    return f"?{DAY_PARAMETER}={on.isoformat()}" if on else ""


def then_of(asked: str, bill: Dossier, *, address: str, today: date) -> Then:
    """Read the day that an address asks for.

    A day that is none, is still to come or comes before the filing is left out, and said so.

    :param asked: what the parameter says; «» where there is none
    :param address: that of the page, without the parameter
    """
    on = _day(asked) if asked else None
    if on is not None and not bill.filed_on <= on <= today:
        on = None
    return Then(
        on=on,
        title=_title(asked, on),
        text=_shown(on, address) if on else _left_out(asked, bill, today) if asked else "",
        address=address,
        value=on.isoformat() if on else "",
        first=bill.filed_on.isoformat(),
        last=today.isoformat(),
    )


def _day(asked: str) -> date | None:
    if not _DAY.fullmatch(asked):
        return None
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None


def _title(asked: str, on: date | None) -> str:
    if on:
        return _("You are seeing this bill as it stood on %(date)s.") % {"date": long_date(on)}
    return _("This is the bill as it stands today.") if asked else ""


def _shown(on: date, address: str) -> Markup:
    """What is shown and what is not, with the way back to today."""
    words = _(
        "It is shown as of the end of that day, by the legal dates of what happened to it; what was"
        " written down or corrected afterwards says so. What bears no date is left out."
    )
    link = Markup('<a href="{}">{}</a>').format(address, _("See it as it stands today"))
    return Markup("{} {}.").format(words, link)


def _left_out(asked: str, bill: Dossier, today: date) -> str:
    span = _("It can be seen on any day from %(filed)s, when it was filed, to %(today)s.") % {
        "filed": plain_date(bill.filed_on),
        "today": plain_date(today),
    }
    return f"{left_out_said([f'{DAY_PARAMETER}={asked}'])} {span}"


def journey_at(bill: Dossier, on: date) -> Journey:
    """Everything of a bill that bears a date, as it stood at the end of that one. Five queries."""
    whole = Journey(
        bill=bill,
        steps=steps_with_records_of(bill.id),
        votes=results_of_bill(bill.id),
        papers=papers_of(bill.id, kinds=PaperKind),
        texts=texts_of(bill.id),
        urgencies=urgencies_of(bill.id),
    )
    return as_of(whole, on)
