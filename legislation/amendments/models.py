"""Amendment papers (boletines de indicaciones) and the amendments in them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from legislation.amendments.enums import (
    Admissibility,
    AmendmentKind,
    Author,
    Body,
    Ground,
    Outcome,
    PaperState,
    SignedAs,
)
from legislation.people.models import Person
from legislation.procedure.models import Dossier
from legislation.publishing.models import Publication


class AmendmentPaper(models.Model):
    """One term to amend a bill, with what was filed in it. Numbered within its bill.

    ``opened_at`` is where the bill stood; ``is_at_once`` that it is discussed in general and in
    detail at once (RS 127). The publication is drafted when the paper is closed.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="amendment_papers")
    number = models.PositiveSmallIntegerField()
    opened_at = models.CharField(max_length=32)
    is_at_once = models.BooleanField(default=False)
    opened_on = models.DateField()
    deadline_on = models.DateField(help_text="The last day to file, inclusive.")
    state = models.CharField(max_length=8, choices=PaperState, default=PaperState.OPEN)
    closed_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    publication = models.OneToOneField(
        Publication,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="amendment_paper",
    )
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "number"], name="a_bill_numbers_its_amendment_papers"
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(state=PaperState.OPEN),
                name="one_amendment_paper_is_open_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(deadline_on__gte=F("opened_on")),
                name="a_term_to_amend_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.OPEN, closed_on__isnull=True, publication__isnull=True)
                | Q(state=PaperState.CLOSED, closed_on__isnull=False, publication__isnull=False),
                name="a_closed_amendment_paper_says_when_and_is_drafted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.number}"


class Amendment(models.Model):
    """One change proposed to one article. Its words never change; what became of it does.

    Without ``article_eid`` it names its article as written, or a new one. ``outcome_text`` is
    the text as the committee approved it, where that is another.
    """

    paper = models.ForeignKey(AmendmentPaper, on_delete=models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=AmendmentKind)
    article_label = models.CharField(max_length=120)
    article_eid = models.CharField(max_length=60, blank=True)
    is_new_article = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    author = models.CharField(max_length=9, choices=Author)
    is_exclusive = models.BooleanField(
        default=False, help_text="Its matter is for the President alone (CPR 65)."
    )
    filed_on = models.DateField()
    admissibility = models.CharField(
        max_length=12, choices=Admissibility, default=Admissibility.PENDING
    )
    ruled_by = models.CharField(max_length=9, choices=Body, blank=True)
    ruled_on = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=9, choices=Ground, blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.PENDING)
    outcome_on = models.DateField(null=True, blank=True)
    outcome_text = models.TextField(blank=True)
    in_favour = models.PositiveSmallIntegerField(null=True, blank=True)
    against = models.PositiveSmallIntegerField(null=True, blank=True)
    taken_over_on = models.DateField(null=True, blank=True)
    renewed_on = models.DateField(null=True, blank=True)
    renewed_by_president = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["paper", "number"], name="a_paper_numbers_its_amendments"
            ),
            models.CheckConstraint(
                condition=~Q(text="") | Q(kind=AmendmentKind.DELETE),
                name="an_amendment_says_its_text",
            ),
            models.CheckConstraint(
                condition=~Q(article_label=""), name="an_amendment_names_its_article"
            ),
            models.CheckConstraint(
                condition=Q(admissibility=Admissibility.PENDING, ruled_by="", ruled_on__isnull=True)
                | (
                    ~Q(admissibility=Admissibility.PENDING)
                    & ~Q(ruled_by="")
                    & Q(ruled_on__isnull=False)
                ),
                name="a_ruling_says_whose_and_when",
            ),
            models.CheckConstraint(
                condition=(Q(admissibility=Admissibility.INADMISSIBLE) & ~Q(ground=""))
                | (~Q(admissibility=Admissibility.INADMISSIBLE) & Q(ground="")),
                name="what_is_inadmissible_says_why",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.PENDING, outcome_on__isnull=True)
                | (~Q(outcome=Outcome.PENDING) & Q(outcome_on__isnull=False)),
                name="an_outcome_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=(Outcome.PENDING, Outcome.WITHDRAWN))
                | Q(admissibility=Admissibility.ADMISSIBLE),
                name="only_what_is_admissible_is_decided",
            ),
            models.CheckConstraint(
                condition=Q(renewed_on__isnull=True, renewed_by_president=False)
                | Q(renewed_on__isnull=False, outcome=Outcome.REJECTED),
                name="only_what_was_rejected_is_renewed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.number}"


class AmendmentSignatory(models.Model):
    """One senator under an amendment, in order: of its authors or takers, five at most.

    ``person`` is empty where the record does not know who sat that day.
    """

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="signatories")
    signed_as = models.CharField(max_length=8, choices=SignedAs)
    position = models.PositiveSmallIntegerField()
    printed_name = models.CharField(max_length=200)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["amendment", "signed_as", "position"],
                name="an_amendment_orders_its_signatories",
            ),
            models.UniqueConstraint(
                fields=["amendment", "signed_as", "person"],
                condition=Q(person__isnull=False),
                name="a_senator_signs_an_amendment_once",
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1) & (Q(position__lte=5) | Q(signed_as=SignedAs.RENEWER)),
                name="five_senators_sign_an_amendment",
            ),
        ]

    def __str__(self) -> str:
        return self.printed_name
