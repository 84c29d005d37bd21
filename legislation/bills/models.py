"""The bill: what it is, who signs it and where it stands."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast, Upper

from legislation.bills.enums import BillKind, Initiative, Stage, Status, TextKind
from legislation.documents.models import Document, Version
from legislation.people.enums import Chamber
from legislation.people.models import Committee, Person
from legislation.provenance.models import Sourced


class Subject(models.Model):
    """A matter that bills are filed under (materia)."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class Bill(Sourced):
    """A proposed law, or a matter of the Senate, known by its number (boletín).

    Published texts are kept as printed (``stage_text`` and its like) beside the meaning
    that we read in them.
    """

    kind = models.CharField(max_length=8, choices=BillKind, default=BillKind.BILL)
    number = models.CharField(max_length=8)
    serial = models.GeneratedField(
        expression=Cast(
            Func(F("number"), Value("-"), Value(1), function="split_part"),
            output_field=models.IntegerField(),
        ),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    title = models.TextField()
    plain_title = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True)
    initiative = models.CharField(max_length=8, choices=Initiative)
    origin_chamber = models.CharField(max_length=16, choices=Chamber)
    filed_on = models.DateField()
    stage = models.CharField(max_length=32, choices=Stage)
    stage_text = models.CharField(max_length=200, blank=True)
    chamber = models.CharField(max_length=16, choices=Chamber, blank=True)
    step_text = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=16, choices=Status)
    urgency_text = models.CharField(max_length=60, blank=True)
    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="bills_in_hand"
    )
    law_text = models.CharField(max_length=60, blank=True)
    law_number = models.PositiveIntegerField(null=True, blank=True)
    law_published_on = models.DateField(null=True, blank=True)
    quorum_matter = models.CharField(max_length=32, blank=True)
    last_step_on = models.DateField()
    subjects = models.ManyToManyField(Subject, through="BillSubject", related_name="bills")
    filed_text = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    search_vector = SearchVectorField(null=True, editable=False)
    rank_vector = SearchVectorField(
        null=True, editable=False, help_text="The same words without those of the text."
    )
    subject_keys = ArrayField(
        models.BigIntegerField(),
        default=list,
        editable=False,
        help_text="For the search, which keeps it.",
    )
    author_keys = ArrayField(
        models.BigIntegerField(),
        default=list,
        editable=False,
        help_text="For the search, which keeps it.",
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "number"], name="a_number_is_one_bill_or_one_matter"
            ),
            models.CheckConstraint(
                condition=Q(number__regex=r"^\d{1,5}-\d{2}$"), name="a_bill_number_is_well_formed"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="a_bill_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values), name="a_bill_stage_is_known"
            ),
        ]
        indexes: ClassVar = [
            models.Index(F("last_step_on").desc(), F("id").desc(), name="bill_by_last_step"),
            models.Index(F("filed_on").desc(), F("id").desc(), name="bill_by_filing"),
            models.Index(
                F("status"), F("last_step_on").desc(), F("id").desc(), name="bill_by_status"
            ),
            models.Index(
                F("stage"), F("last_step_on").desc(), F("id").desc(), name="bill_by_stage"
            ),
            models.Index(fields=["serial"], name="bill_by_serial"),
            models.Index(
                fields=["law_number"],
                name="bill_by_law_number",
                condition=Q(law_number__isnull=False),
            ),
            GinIndex(fields=["search_vector"], name="bill_by_words"),
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="bill_by_title_likeness"),
        ]

    def __str__(self) -> str:
        return self.number


class BillSubject(models.Model):
    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="bill_subjects")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bill", "position"], name="a_bill_orders_its_subjects"),
        ]

    def __str__(self) -> str:
        return f"{self.bill_id}: {self.subject_id}"


class Authorship(Sourced):
    """One signature under a bill, in order, as printed and as recognised."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="authorships")
    position = models.PositiveSmallIntegerField()
    printed_name = models.CharField(max_length=200)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="authorships"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bill", "position"], name="a_bill_orders_its_authors"),
            models.UniqueConstraint(
                fields=["bill", "person"],
                condition=Q(person__isnull=False),
                name="a_person_signs_a_bill_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["printed_name"], name="authorship_by_printed_name")
        ]

    def __str__(self) -> str:
        return self.printed_name


class MergedBill(Sourced):
    """A bill that is debated together with this one (refundido, LOC 17 A)."""

    bill = models.ForeignKey(Bill, on_delete=models.CASCADE, related_name="merged_with")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=8)
    is_lead = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["bill", "number"], name="a_bill_is_merged_with_another_once"
            )
        ]

    def __str__(self) -> str:
        return self.number


class BillText(Sourced):
    """A text of the bill at one point of its journey, comparable with any other."""

    bill = models.ForeignKey(Bill, on_delete=models.PROTECT, related_name="texts")
    position = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=60)
    kind = models.CharField(max_length=24, choices=TextKind)
    dated_on = models.DateField()
    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="bill_text")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bill", "position"], name="a_bill_orders_its_texts"),
            models.UniqueConstraint(fields=["bill", "slug"], name="a_bill_names_its_texts_apart"),
        ]

    def __str__(self) -> str:
        return self.slug
