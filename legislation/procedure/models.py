"""The bill as the officials' desk holds it, and every act done with it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast

from legislation.bills.enums import BillKind, Initiative, TextKind
from legislation.bills.models import Bill
from legislation.documents.enums import DocumentKind
from legislation.documents.models import Document, StoredFile, Version
from legislation.people.enums import Chamber
from legislation.people.models import Committee, Person
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.terms import Term
from legislation.publishing.models import Publication


class NumberSeries(models.Model):
    """The last number given in one series. Its row is the lock of whoever takes the next."""

    kind = models.CharField(max_length=8, choices=BillKind, primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.kind}: {self.last}"


class ProcedureTerm(models.Model):
    """A number of the law for a span of days, with its source: see ``terms``."""

    term = models.CharField(max_length=32, choices=[(one.value, one.value) for one in Term])
    during = DateRangeField()
    number = models.PositiveSmallIntegerField()
    citation = models.CharField(max_length=200)
    confidence = models.CharField(max_length=1)

    class Meta:
        constraints: ClassVar = [
            ExclusionConstraint(
                name="a_term_has_one_number_at_a_time",
                expressions=[
                    ("term", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(during__isempty=False), name="a_procedure_term_has_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term}: {self.number}"


class Dossier(models.Model):
    """A bill in the officials' hands. Its standing is written only by acts.

    ``bill`` is the public record of it, empty until something of it is published.
    ``resumes_as`` is where it stood before it was shelved, withdrawn or sent to the Court.
    ``revision`` grows with every change, so that two people cannot overwrite each other.
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
    bill = models.OneToOneField(
        Bill, null=True, blank=True, on_delete=models.PROTECT, related_name="dossier"
    )
    title = models.TextField()
    grounds = models.TextField(blank=True)
    initiative = models.CharField(max_length=8, choices=Initiative)
    origin_chamber = models.CharField(max_length=16, choices=Chamber)
    filed_on = models.DateField()
    standing = models.CharField(max_length=32, choices=Standing)
    resumes_as = models.CharField(max_length=32, choices=Standing, blank=True)
    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="dossiers"
    )
    is_treaty = models.BooleanField(default=False)
    is_exclusive = models.BooleanField(
        default=False, help_text="Its matter is for the President alone (CPR 65)."
    )
    needs_court_control = models.BooleanField(
        default=False, help_text="Holds norms that the Court must review (CPR 93 N° 1)."
    )
    has_open_question = models.BooleanField(default=False)
    has_pending_amendments = models.BooleanField(default=False)
    stands_since = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "number"], name="a_number_has_one_dossier"),
            models.UniqueConstraint(
                fields=["kind", "serial"], name="a_serial_number_is_given_once"
            ),
            models.CheckConstraint(
                condition=Q(number__regex=r"^\d{1,5}-\d{2}$"),
                name="a_dossier_number_is_well_formed",
            ),
            models.CheckConstraint(
                condition=Q(standing__in=Standing.values), name="a_standing_is_known"
            ),
            models.CheckConstraint(
                condition=Q(origin_chamber__in=(Chamber.SENATE, Chamber.DEPUTIES)),
                name="a_bill_begins_in_one_chamber",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["standing", "stands_since", "id"], name="dossier_by_standing"),
            models.Index(fields=["-serial"], name="dossier_by_serial"),
            models.Index(fields=["committee", "standing"], name="dossier_by_committee"),
        ]

    def __str__(self) -> str:
        return self.number


class Signatory(models.Model):
    """One signature under a dossier, in order: at most five senators or ten deputies (CPR 65)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="signatories")
    position = models.PositiveSmallIntegerField()
    chamber = models.CharField(max_length=16, choices=Chamber, blank=True)
    printed_name = models.CharField(max_length=200)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "position"], name="a_dossier_orders_its_signatories"
            ),
            models.UniqueConstraint(
                fields=["dossier", "person"],
                condition=Q(person__isnull=False),
                name="a_person_signs_a_dossier_once",
            ),
            models.CheckConstraint(
                condition=Q(position__gte=1)
                & (Q(position__lte=10) | Q(chamber=""))
                & (~Q(chamber=Chamber.SENATE) | Q(position__lte=5)),
                name="five_senators_or_ten_deputies_sign_a_motion",
            ),
        ]

    def __str__(self) -> str:
        return self.printed_name


class Act(models.Model):
    """One act of the procedure. Rows are added, never changed: an undoing is another act.

    ``details`` holds what belongs to its kind, as ``details`` describes; ``description`` is
    the sentence that the public record will show, in Spanish, as the Senate's own steps are.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="acts")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=32, choices=ActKind)
    came_from = models.CharField(max_length=32, choices=Standing, blank=True)
    led_to = models.CharField(max_length=32, choices=Standing)
    taken_on = models.DateField()
    session_number = models.PositiveSmallIntegerField(null=True, blank=True)
    legislature_number = models.PositiveSmallIntegerField(null=True, blank=True)
    description = models.TextField()
    citation = models.CharField(max_length=200)
    details = models.JSONField(default=dict)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty: the system, on the strength of a vote.",
    )
    recorded_at = models.DateTimeField()
    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="act")
    undoes = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="undone_by",
        help_text="The act that this one leaves without effect.",
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "position"], name="a_dossier_orders_its_acts"
            ),
            models.CheckConstraint(condition=~Q(description=""), name="an_act_says_what_it_is"),
            models.CheckConstraint(condition=~Q(citation=""), name="an_act_cites_the_law"),
            models.CheckConstraint(condition=Q(kind__in=ActKind.values), name="an_act_is_known"),
            models.CheckConstraint(
                condition=Q(kind=ActKind.UNDO, undoes__isnull=False)
                | (~Q(kind=ActKind.UNDO) & Q(undoes__isnull=True)),
                name="an_undoing_says_what_it_undoes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"


class DossierDocument(models.Model):
    """A document of a dossier, whatever its versions: one paper that is brought and corrected.

    ``document`` holds its versions. What the public reads of it is written when one of them is
    published, and only then.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="documents")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=DocumentKind)
    text_kind = models.CharField(max_length=24, choices=TextKind, blank=True)
    act = models.ForeignKey(
        Act,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
        help_text="The act that it came with: it is not public before that one.",
    )
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dossier", "position"], name="a_dossier_orders_its_documents"
            ),
            models.CheckConstraint(
                condition=(Q(kind=DocumentKind.TEXT) & ~Q(text_kind=""))
                | (~Q(kind=DocumentKind.TEXT) & Q(text_kind="")),
                name="a_text_of_a_bill_says_which_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.position}"


class AttachedFile(models.Model):
    """One version of a document as somebody brought it. It is never changed: see ``0050``.

    ``version`` is empty while the antivirus is silent about the file. ``shown_as`` is what the
    public record calls it, once it was published.
    """

    document = models.ForeignKey(DossierDocument, on_delete=models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField()
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="attachments")
    version = models.OneToOneField(
        Version, null=True, blank=True, on_delete=models.PROTECT, related_name="attachment"
    )
    title = models.TextField()
    dated_on = models.DateField()
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    brought_at = models.DateTimeField()
    publication = models.OneToOneField(
        Publication, on_delete=models.PROTECT, related_name="attachment"
    )
    shown_as = models.OneToOneField(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "number"], name="a_document_numbers_its_files"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="an_attached_file_has_a_title"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} v{self.number}"
