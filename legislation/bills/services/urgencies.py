"""Urgencies as observed, with the day the law makes them due."""

from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter

from django.utils.translation import gettext as _

from legislation.bills import deadlines, urgency_rules
from legislation.bills.enums import Stage, UrgencyKind
from legislation.bills.journey import Urgency, UrgencyRule
from legislation.bills.observed import ObservedStage, ObservedUrgency
from legislation.bills.services.target import Targets
from legislation.bills.urgency_rules import DayCount
from legislation.errors import RuleViolation
from legislation.provenance.services import agree

ONE_DAY = timedelta(days=1)
by_position = attrgetter("bill_id", "position")

# A conference committee, and each chamber on its report, have shorter terms (LOC 28).
IN_CONFERENCE = frozenset({
    Stage.CONFERENCE_CHANGES,
    Stage.CONFERENCE_IDEA,
    Stage.CONFERENCE_BUDGET,
    Stage.CONFERENCE_REPORT_ORIGIN,
    Stage.CONFERENCE_REPORT_REVISING,
})  # fmt: skip


def record_urgencies(targets: Targets) -> int:
    """Make each bill's urgencies those observed.

    :raises RuleViolation: no rule covers the kind and day of one of them
    """
    rules = _rules_on_record() if any(target.seen.urgencies for target in targets) else ()
    wanted = [
        Urgency(
            bill=target.bill,
            position=position,
            kind=urgency.kind,
            chamber=urgency.chamber,
            set_on=urgency.set_on,
            message=urgency.message,
            due_on=_due_on(urgency, target.seen.stages, rules),
            ended_on=urgency.ended_on,
            end=urgency.end,
            end_message=urgency.end_message,
            end_chamber=urgency.end_chamber,
        )
        for target in targets
        for position, urgency in enumerate(target.seen.urgencies, start=1)
    ]
    rows = targets.held(Urgency.objects.all())
    return agree(Urgency, rows, wanted, key=by_position, source=targets.source)


def stage_on(stages: Sequence[ObservedStage], day: date) -> Stage | None:
    """The stage in which the bill stood at the end of that day, None before the first."""
    entered = [entry.stage for entry in stages if entry.entered_on <= day]
    return entered[-1] if entered else None


def _due_on(
    urgency: ObservedUrgency,
    stages: Sequence[ObservedStage],
    rules: Sequence[tuple[bool, urgency_rules.UrgencyRule]],
) -> date:
    in_conference = stage_on(stages, urgency.set_on) in IN_CONFERENCE
    return _due_by(rules, urgency.kind, urgency.set_on, in_conference=in_conference)


def due_day(kind: UrgencyKind, set_on: date, *, in_conference: bool) -> date:
    """The last day of the term of an urgency of which notice is given that day (LOC 27, 28).

    :raises RuleViolation: no rule gives its term
    """
    return _due_by(_rules_on_record(), kind, set_on, in_conference=in_conference)


def _due_by(
    rules: Sequence[tuple[bool, urgency_rules.UrgencyRule]],
    kind: str,
    set_on: date,
    *,
    in_conference: bool,
) -> date:
    rows = [rule for is_conference, rule in rules if is_conference == in_conference]
    rule = urgency_rules.rule_for(kind, set_on, rows)
    if rule is None and in_conference:
        rows = [rule for is_conference, rule in rules if not is_conference]
        rule = urgency_rules.rule_for(kind, set_on, rows)
    if rule is None:
        raise RuleViolation(
            _("No rule gives the term of an urgency set on %(day)s.") % {"day": set_on}
        )
    return deadlines.due_on(rule, set_on)


def _rules_on_record() -> list[tuple[bool, urgency_rules.UrgencyRule]]:
    """The dated rows, each with whether it is for a conference committee."""
    return [
        (
            row.in_conference,
            urgency_rules.UrgencyRule(
                kind=UrgencyKind(row.kind),
                days=row.days,
                citation=row.citation,
                confidence=row.confidence,
                since=row.during.lower,
                until=row.during.upper - ONE_DAY if row.during.upper else None,
                day_count=DayCount(row.day_count),
                notice_day_counts=row.notice_day_counts,
            ),
        )
        for row in UrgencyRule.objects.all()
    ]
