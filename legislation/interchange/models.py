"""What was read, what it changed and what could not be stored."""

from typing import ClassVar

from django.db import models
from django.db.models import F

from legislation.interchange.enums import FileOutcome, LossKind, RunState
from legislation.provenance.models import Source


class ImportRun(models.Model):
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=RunState, default=RunState.RUNNING)
    origin = models.CharField(max_length=500, help_text="Folder, files or address that was read.")

    class Meta:
        indexes: ClassVar = [models.Index(F("started_at").desc(), name="import_run_by_time")]

    def __str__(self) -> str:
        return f"{self.started_at} {self.state}"


class ImportedFile(models.Model):
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=300)
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT)
    outcome = models.CharField(max_length=10, choices=FileOutcome)
    error = models.TextField(blank=True)
    changed_rows = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "name"], name="a_run_reads_a_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome}"


class ImportLoss(models.Model):
    """An element or attribute of the input that the record does not hold as such.

    One row for all the places of a file with the same path, value and reason;
    ``occurrences`` counts them. ``reason`` is a message id, translated where it is shown.
    """

    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="losses")
    kind = models.CharField(max_length=12, choices=LossKind)
    number = models.CharField(max_length=16, blank=True)
    path = models.CharField(max_length=300)
    value = models.TextField(blank=True)
    reason = models.TextField()
    occurrences = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
