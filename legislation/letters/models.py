"""Letters sent and received, and the series of their numbers."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from legislation.letters.enums import Direction, LetterKind
from legislation.procedure.models import Dossier
from legislation.publishing.models import Publication


class LetterSeries(models.Model):
    """The last number given one way in one year. Its row is the lock of whoever takes the next."""

    direction = models.CharField(max_length=3, choices=Direction)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["direction", "year"], name="letters_have_one_series_each_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.direction} {self.year}: {self.last}"


class Letter(models.Model):
    """One letter. Its words never change; whether it was answered does.

    ``reference`` is how it is cited: ours for what is sent, the sender's for what is received,
    which also has a number of ours, in the order of its arrival. ``senators`` are those
    in whose name it asks, one a line, as printed.
    """

    direction = models.CharField(max_length=3, choices=Direction)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, choices=LetterKind)
    dated_on = models.DateField()
    correspondent = models.CharField(
        max_length=200, help_text="To whom it goes, or who sends it: an office."
    )
    senators = models.TextField(blank=True, help_text="Who ask, one a line, as printed.")
    subject = models.TextField()
    dossier = models.ForeignKey(
        Dossier, null=True, blank=True, on_delete=models.PROTECT, related_name="letters"
    )
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by"
    )
    answer_due_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    publication = models.OneToOneField(
        Publication, null=True, blank=True, on_delete=models.PROTECT, related_name="letter"
    )
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["direction", "year", "number"], name="a_letter_number_is_given_once_a_year"
            ),
            models.CheckConstraint(
                condition=~Q(reference="") & ~Q(subject="") & ~Q(correspondent=""),
                name="a_letter_says_what_and_with_whom",
            ),
            models.CheckConstraint(
                condition=(Q(kind=LetterKind.REQUESTED) | Q(senators=""))
                & (~Q(kind=LetterKind.REQUESTED) | ~Q(senators="") | Q(direction=Direction.IN)),
                name="a_requested_letter_is_in_senators_own_name",
            ),
            models.CheckConstraint(
                condition=Q(answer_due_on__isnull=True)
                | Q(direction=Direction.OUT, answer_due_on__gt=F("dated_on")),
                name="a_term_to_answer_ends_after_the_letter",
            ),
            models.CheckConstraint(
                condition=Q(publication__isnull=True) | Q(dossier__isnull=False),
                name="only_a_letter_of_a_bill_is_published",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["-dated_on", "-id"], name="letter_by_day"),
            models.Index(
                fields=["answer_due_on", "id"],
                condition=Q(answered_on__isnull=True, answer_due_on__isnull=False),
                name="letter_awaiting_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
