"""Files and legal texts. A version is written once."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from legislation.documents.enums import DocumentKind
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


class Version(Sourced):
    """An immutable state of a document, known by the hash of its text."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
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
