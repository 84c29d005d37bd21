"""The term that an urgency gives: which rule it follows, what day of it this is."""

from dataclasses import dataclass
from datetime import date

from legislation.bills import deadlines
from legislation.bills.deadlines import UrgencyState
from legislation.bills.urgency_rules import CONFERENCE_ROWS, ROWS, UrgencyRule, rule_for
from portals.citizens.pages.bill_words import urgency_name
from portals.shared.language import gettext as _

END_OF_LEGISLATURE = "Ley 18.918, art. 29"
SPENT = (UrgencyState.EXPIRED, UrgencyState.LAPSED, UrgencyState.WITHDRAWN)


@dataclass(frozen=True)
class UrgencyTerm:
    """An urgency as of a day, as its clock shows it.

    ``day`` of ``total``; past the term ``day`` is greater than ``total``. ``due_on`` is the
    last day there is, be it of the term or of the legislature. ``source`` is the law.
    """

    kind: str
    day: int
    total: int
    due_on: date
    source: str
    state: UrgencyState


def term_of(*, kind: str, set_on: date, due_on: date, on: date) -> UrgencyTerm:
    """Where an urgency that nobody ended stands on a day.

    :param due_on: the last day of its term, as the record keeps it
    """
    rule = rule_behind(kind=kind, set_on=set_on, due_on=due_on)
    if rule is None:
        return _without_a_rule(kind, set_on, due_on, on)
    clock = deadlines.clock(rule, set_on, on)
    is_over = clock.state in SPENT
    return UrgencyTerm(
        kind=urgency_name(kind),
        day=clock.days + 1 if is_over else clock.day,
        total=clock.days,
        due_on=clock.ends_on,
        source=rule.citation if clock.ends_on == clock.due_on else END_OF_LEGISLATURE,
        state=clock.state,
    )


def rule_behind(*, kind: str, set_on: date, due_on: date) -> UrgencyRule | None:
    """The rule that makes an urgency end when the record says it ends; None if none does."""
    for rows in (ROWS, CONFERENCE_ROWS):
        rule = rule_for(kind, set_on, rows)
        if rule is not None and deadlines.due_on(rule, set_on) == due_on:
            return rule
    return None


def _without_a_rule(kind: str, set_on: date, due_on: date, on: date) -> UrgencyTerm:
    total = (due_on - set_on).days
    is_over = on > due_on
    return UrgencyTerm(
        kind=urgency_name(kind),
        day=total + 1 if is_over else max(0, (on - set_on).days),
        total=total,
        due_on=due_on,
        source="",
        state=UrgencyState.EXPIRED if is_over else UrgencyState.RUNNING,
    )


def is_worth_a_clock(term: UrgencyTerm, *, set_on: date, on: date) -> bool:
    """Whether a bill's page shows it: an urgency is dead once its legislature ends."""
    return on <= deadlines.lapses_on(set_on) and term.state is not UrgencyState.LAPSED


def days_left(due_on: date, on: date) -> str:
    """«due tomorrow», in a list where there is no room for a clock."""
    left = (due_on - on).days
    if left == 0:
        return _("due today")
    if left == 1:
        return _("due tomorrow")
    return _("%(n)d days left") % {"n": left}
