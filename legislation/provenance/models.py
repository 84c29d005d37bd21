"""Where the record comes from and when it last changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from legislation.provenance.enums import Nature


class RecordNature(models.Model):
    """The single row that says whether this database is fictional or real."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    nature = models.CharField(max_length=16, choices=Nature)
    declared_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(id=1), name="a_record_has_one_nature"),
            models.CheckConstraint(
                condition=Q(nature__in=Nature.values), name="a_nature_is_fictional_or_real"
            ),
        ]

    def __str__(self) -> str:
        return self.nature


class Source(models.Model):
    """One file or response, as it was read: name, address, hash and time.

    The same content read twice is one source.
    """

    name = models.CharField(max_length=300)
    url = models.CharField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sha256", "name"], name="a_source_is_one_content_under_one_name"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_source_hash_is_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Sourced(models.Model):
    """A row that was observed elsewhere. Rows born here have no source."""

    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class PublicRevision(models.Model):
    """One row per transaction that changed what the public sees.

    Written by database triggers, announced by NOTIFY on commit. Pages are cached under
    the latest one, so a change is never served stale.
    """

    changed_at = models.DateTimeField(db_default=models.functions.Now())

    def __str__(self) -> str:
        return str(self.pk)
