"""Every change of a person that an official entered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from legislation.membership.enums import ChangeKind
from legislation.people.models import Committee, Person
from legislation.publishing.models import Publication


class PersonAct(models.Model):
    """One change of a person. Rows are added, never changed: an undoing is another act.

    ``details`` are those of ``proposals.Change``; ``paper`` the document that decided it,
    ``citation`` the article. ``person`` is empty only for who is not in the record yet.
    """

    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="acts"
    )
    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=ChangeKind)
    taken_on = models.DateField()
    description = models.TextField()
    reason = models.TextField()
    paper = models.CharField(max_length=200, blank=True)
    citation = models.CharField(max_length=200, blank=True)
    details = models.JSONField(default=dict)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    publication = models.OneToOneField(
        Publication, on_delete=models.PROTECT, related_name="person_act"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.values), name="a_change_of_a_person_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(description=""),
                name="a_change_of_a_person_says_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(kind=ChangeKind.REGISTER, person__isnull=True)
                | (~Q(kind=ChangeKind.REGISTER) & Q(person__isnull=False)),
                name="a_change_is_of_somebody",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "-id"], name="person_act_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.person_id}"
