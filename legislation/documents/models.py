"""Files and legal texts. A version is written once."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from legislation.documents.enums import DocumentKind, FileKind, FileState, Reading
from legislation.provenance.models import Sourced


class Document(Sourced):
    """A paper of the record. Its text, where we hold it, is in its versions."""

    kind = models.CharField(max_length=16, choices=DocumentKind)
    title = models.TextField()
    url = models.CharField(
        max_length=500, blank=True, help_text="Where the original is published, if elsewhere."
    )
    dated_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class StoredFile(models.Model):
    """A file that was taken in, known by the hash of its content; the content lies in the store.

    Only what was found out about it later changes: whether the antivirus let it pass, and how
    far its text was read.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    kind = models.CharField(max_length=8, choices=FileKind)
    name = models.CharField(max_length=200, help_text="As it was called when it first came.")
    pages = models.PositiveIntegerField(null=True, blank=True)
    stored_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=FileState)
    reason = models.CharField(max_length=200, blank=True, help_text="Why it was refused.")
    reading = models.CharField(max_length=8, choices=Reading, default=Reading.UNREAD)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_file_hash_is_sha256"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=FileKind.values), name="a_file_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(state__in=FileState.values), name="a_file_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(reading__in=Reading.values), name="a_file_reading_is_known"
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="a_file_has_content"),
            models.CheckConstraint(
                condition=(Q(state=FileState.REFUSED) & ~Q(reason=""))
                | (~Q(state=FileState.REFUSED) & Q(reason="")),
                name="a_file_refused_says_why",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["stored_at"], condition=Q(state=FileState.WAITING), name="files_waiting"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Version(Sourced):
    """An immutable state of a document, known by the hash of its text or of its file.

    A version is a text, a file, or a file and the text that was read in it.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="versions"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "number"], name="a_document_numbers_its_versions"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_version_hash_is_sha256"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} v{self.number}"


class Article(models.Model):
    """One article of a version, in order, with an address that does not move."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="articles")
    position = models.PositiveSmallIntegerField()
    eid = models.CharField(max_length=60, help_text="Akoma Ntoso identifier, such as art_3.")
    label = models.CharField(max_length=80)
    heading = models.CharField(max_length=300, blank=True)
    body = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "position"], name="a_version_orders_its_articles"
            ),
            models.UniqueConstraint(
                fields=["version", "eid"], name="a_version_names_its_articles_apart"
            ),
        ]

    def __str__(self) -> str:
        return self.label
