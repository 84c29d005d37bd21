"""The bill's journey: stages entered, steps taken, urgencies set and papers issued."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from legislation.bills.enums import PaperKind, Stage, UrgencyEnd, UrgencyKind
from legislation.bills.models import Bill
from legislation.bills.urgency_rules import DayCount
from legislation.documents.models import Document
from legislation.people.enums import Chamber
from legislation.people.models import Committee
from legislation.provenance.models import Sourced
from legislation.publishing.models import Publication


class StageEntry(Sourced):
    """A stage that the bill entered, in order. The last one is where it stands."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="stage_entries")
    position = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=32, choices=Stage)
    chamber = models.CharField(max_length=16, choices=Chamber, blank=True)
    entered_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bill", "position"], name="a_bill_orders_its_stages")
        ]

    def __str__(self) -> str:
        return f"{self.bill_id} → {self.stage}"


class Step(Sourced):
    """One entry of the bill's procedure (trámite), in the order it was published."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    taken_on = models.DateField()
    description = models.TextField(blank=True)
    stage = models.CharField(max_length=32, choices=Stage)
    stage_text = models.CharField(max_length=200, blank=True)
    chamber = models.CharField(max_length=16, choices=Chamber, blank=True)
    session_text = models.CharField(max_length=20, blank=True)
    session_number = models.PositiveSmallIntegerField(null=True, blank=True)
    legislature_number = models.PositiveSmallIntegerField(null=True, blank=True)
    publication = models.OneToOneField(
        Publication,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="step",
        help_text="Where these words were approved; empty if they were observed elsewhere.",
    )
    corrected_on = models.DateField(
        null=True, blank=True, help_text="The day of the last erratum that changed it."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bill", "position"], name="a_bill_orders_its_steps")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["legislature_number", "session_number"],
                name="step_by_session",
                condition=Q(session_number__isnull=False),
            ),
            models.Index(F("taken_on").desc(), F("id").desc(), name="step_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.bill_id} {self.taken_on}"


class UrgencyRule(models.Model):
    """How many days an urgency gives, for bills given notice in a span (LOC 27, 28).

    ``in_conference`` rows are for a conference committee and the chambers that vote on its
    report. How the days are counted belongs to the row: see ``urgency_rules``.
    """

    kind = models.CharField(max_length=12, choices=UrgencyKind)
    in_conference = models.BooleanField(default=False)
    during = DateRangeField()
    days = models.PositiveSmallIntegerField()
    day_count = models.CharField(max_length=12, default=DayCount.CALENDAR.value)
    notice_day_counts = models.BooleanField(default=False)
    citation = models.CharField(max_length=200)
    confidence = models.CharField(max_length=1, default="A")

    class Meta:
        constraints: ClassVar = [
            ExclusionConstraint(
                name="an_urgency_has_one_rule_at_a_time",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    ("in_conference", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(during__isempty=False), name="an_urgency_rule_has_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.days}"


class Urgency(Sourced):
    """An urgency set by the President (CPR 74, LOC 26-29), and how it ended."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="urgencies")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=UrgencyKind)
    chamber = models.CharField(max_length=16, choices=Chamber, blank=True)
    set_on = models.DateField()
    message = models.CharField(max_length=40, blank=True)
    due_on = models.DateField(help_text="Last day of the legal term, both days' rule in docs.")
    ended_on = models.DateField(null=True, blank=True)
    end = models.CharField(max_length=12, choices=UrgencyEnd, blank=True)
    end_message = models.CharField(max_length=40, blank=True)
    end_chamber = models.CharField(max_length=16, choices=Chamber, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["bill", "position"], name="a_bill_orders_its_urgencies"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_on", "id"],
                name="urgency_running_by_due_day",
                condition=Q(ended_on__isnull=True, end=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.bill_id} {self.kind}"


class BillPaper(Sourced):
    """A paper of the bill as the Senate lists it: report, letter, side-by-side text…"""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=16, choices=PaperKind)
    position = models.PositiveSmallIntegerField()
    dated_on = models.DateField(null=True, blank=True)
    number = models.CharField(max_length=40, blank=True)
    title = models.TextField(blank=True)
    description = models.TextField(blank=True)
    letter_type = models.CharField(max_length=80, blank=True)
    stage = models.CharField(max_length=32, choices=Stage, blank=True)
    stage_text = models.CharField(max_length=200, blank=True)
    chamber = models.CharField(max_length=16, choices=Chamber, blank=True)
    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="papers"
    )
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["bill", "kind", "position"], name="a_bill_orders_its_papers"
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["committee", "-dated_on"],
                name="paper_by_committee",
                condition=Q(committee__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.title
