"""Sittings of the floor and of committees, their agendas and attendance."""

from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q

from legislation.bills.models import Bill
from legislation.people.models import Committee, Person, never_overlaps
from legislation.provenance.models import Sourced
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState


class Legislature(models.Model):
    """A legislative year, 11 March to 10 March (LOC 6), by its number: 374 is 2026."""

    number = models.PositiveSmallIntegerField(primary_key=True)
    during = DateRangeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [never_overlaps("a_day_belongs_to_one_legislature")]

    def __str__(self) -> str:
        return str(self.number)


class Session(Sourced):
    """A sitting of a body: the floor where ``committee`` is empty, else that committee.

    Cited as ``number/legislature``, such as 39/372.
    """

    legislature = models.ForeignKey(Legislature, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions"
    )
    kind = models.CharField(max_length=16, choices=SessionKind, default=SessionKind.UNSTATED)
    state = models.CharField(max_length=12, choices=SessionState, default=SessionState.HELD)
    held_on = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    revision = models.PositiveSmallIntegerField(default=0, help_text="iCalendar SEQUENCE.")
    has_attendance = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["legislature", "number"],
                condition=Q(committee__isnull=True),
                name="the_floor_numbers_its_sessions",
            ),
            models.UniqueConstraint(
                fields=["committee", "legislature", "number"],
                condition=Q(committee__isnull=False),
                name="a_committee_numbers_its_sessions",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("starts_at")),
                name="a_session_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [
            models.Index(F("held_on").desc(), F("id").desc(), name="session_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.legislature_id}"


class AgendaItem(Sourced):
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="agenda_items")
    position = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=20, choices=AgendaPart)
    heading = models.TextField()
    bill = models.ForeignKey(
        Bill, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda_items"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "position"], name="a_session_orders_its_agenda"
            )
        ]
        indexes: ClassVar = [
            GinIndex(Func(F("heading"), function="senate_tsvector"), name="agenda_item_by_words")
        ]

    def __str__(self) -> str:
        return self.heading


class Attendance(Sourced):
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    state = models.CharField(max_length=12, choices=AttendanceState)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "person"], name="a_person_attends_a_session_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.state}"
