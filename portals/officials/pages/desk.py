"""The desk: what waits for this person, what is about to expire, what waits for another."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from accounts.roles import Role
from legislation.bills.enums import UrgencyKind
from legislation.procedure.enums import Standing
from legislation.procedure.selectors.dossiers import (
    Due,
    awaiting_president,
    count_by_standing,
    terms_running,
)
from legislation.procedure.selectors.terms import number_on
from legislation.procedure.terms import Term
from legislation.publishing.permissions import APPROVERS
from legislation.publishing.selectors import drafts_of, for_review_by
from portals.officials.pages.publications import Row, columns, lines
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Link

AHEAD = timedelta(days=15)
SHOWN = 10
AWAITING_NOTICE = (Standing.FILED, Standing.SECOND_NOTICE, Standing.THIRD_NOTICE)


@dataclass(frozen=True)
class DeskPage:
    title: str
    may_review: bool
    publication_columns: tuple[Column, ...]
    to_review: tuple[Row, ...]
    drafts: tuple[Row, ...]
    term_columns: tuple[Column, ...]
    terms: tuple[Row, ...]
    standings: tuple[Link, ...]
    notice: tuple[Link, ...]


def build(actor: Actor, *, on: date) -> DeskPage:
    """What this person has before them that day: 6 queries."""
    to_review = for_review_by(actor, limit=SHOWN) if actor.has(*APPROVERS) else []
    drafts = drafts_of(actor, limit=SHOWN)
    counts = count_by_standing()
    waiting = len(to_review) + len(drafts)
    return DeskPage(
        title=_title(waiting),
        may_review=actor.has(*APPROVERS),
        publication_columns=columns(),
        to_review=lines(to_review),
        drafts=lines(drafts),
        term_columns=(Column(_("Day")), Column(_("Bill"), "head"), Column(_("What expires"))),
        terms=_terms(on),
        standings=_standings(counts),
        notice=_notice(actor, counts),
    )


def _title(waiting: int) -> str:
    if waiting == 0:
        return _("Nothing waits for you")
    if waiting == 1:
        return _("One matter waits for you")
    return _("%(count)s matters wait for you") % {"count": waiting}


def _terms(on: date) -> tuple[Row, ...]:
    """Urgencies and the President's terms that end within the next days, and those overdue."""
    running = terms_running(until=on + AHEAD, limit=SHOWN)
    days = number_on(Term.DAYS_OF_THE_PRESIDENT, on)
    with_president = [
        Due(number, title, "PRESIDENT", since + timedelta(days=days.number))
        for number, title, since in awaiting_president()
    ]
    both = sorted([*running, *with_president], key=lambda one: (one.due_on, one.number))
    return tuple(_term(one, on) for one in both[:SHOWN])


def _term(one: Due, on: date) -> Row:
    what = (
        _("The President's term to observe it")
        if one.what == "PRESIDENT"
        else _("Urgency: %(kind)s") % {"kind": UrgencyKind(one.what).label}
    )
    late = Markup(" <b>{}</b>").format(_("overdue")) if one.due_on < on else Markup("")
    href = reverse("officials:dossier", kwargs={"number": one.number})
    return (
        plain_date(one.due_on),
        Markup('<a href="{}">{}</a>. {}').format(href, one.number, one.title),
        Markup("{}{}").format(what, late),
    )


def _standings(counts: dict[str, int]) -> tuple[Link, ...]:
    address = reverse("officials:bills")
    return tuple(
        Link(str(one.label), f"{address}?estado={one.value}", str(counts[one.value]))
        for one in Standing
        if counts.get(one.value)
    )


def _notice(actor: Actor, counts: dict[str, int]) -> tuple[Link, ...]:
    """What waits for notice, for those who give it."""
    if not actor.has(Role.FLOOR_SECRETARIAT):
        return ()
    address = reverse("officials:bills")
    return tuple(
        Link(str(one.label), f"{address}?estado={one.value}", str(counts[one.value]))
        for one in AWAITING_NOTICE
        if counts.get(one.value)
    )
