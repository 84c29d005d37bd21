"""The rules on record are those of the pure modules, row by row."""

from datetime import timedelta

import pytest

from legislation.bills import urgency_rules
from legislation.bills.journey import UrgencyRule
from legislation.votes import majorities
from legislation.votes.models import MajorityRule

pytestmark = pytest.mark.django_db


def test_the_urgency_rules_on_record_are_those_of_the_law() -> None:
    stated = {
        (
            (rule.kind, in_conference, rule.days, rule.day_count, rule.notice_day_counts),
            (rule.citation, rule.confidence, rule.since, rule.until),
        )
        for in_conference, rules in (
            (False, urgency_rules.ROWS),
            (True, urgency_rules.CONFERENCE_ROWS),
        )
        for rule in rules
    }

    on_record = {
        (
            (row.kind, row.in_conference, row.days, row.day_count, row.notice_day_counts),
            (row.citation, row.confidence, row.during.lower, _last_day(row)),
        )
        for row in UrgencyRule.objects.all()
    }

    assert on_record == stated
    assert UrgencyRule.objects.count() == len(stated)


def test_the_majorities_on_record_are_those_of_the_law() -> None:
    stated = {
        (
            (row.rule.code, row.rule.name, row.rule.base, row.rule.numerator, row.rule.denominator),
            (row.rule.strict, row.rule.citation, row.confidence, row.since, row.until),
        )
        for row in majorities.ROWS
    }

    on_record = {
        (
            (row.code, row.name, row.base, row.numerator, row.denominator),
            (row.is_strict, row.citation, row.confidence, row.during.lower, _last_day(row)),
        )
        for row in MajorityRule.objects.all()
    }

    assert on_record == stated
    assert MajorityRule.objects.count() == len(stated)


def _last_day(row: UrgencyRule | MajorityRule) -> object:
    return row.during.upper - timedelta(days=1) if row.during.upper else None
