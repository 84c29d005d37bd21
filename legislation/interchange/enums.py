from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RunState(models.TextChoices):
    RUNNING = "RUNNING", pgettext_lazy("import", "Running")
    FINISHED = "FINISHED", pgettext_lazy("import", "Finished")
    FAILED = "FAILED", pgettext_lazy("import", "Finished with refused files")


class FileOutcome(models.TextChoices):
    CREATED = "CREATED", pgettext_lazy("import", "Created")
    CHANGED = "CHANGED", pgettext_lazy("import", "Changed")
    UNCHANGED = "UNCHANGED", pgettext_lazy("import", "Unchanged")
    REFUSED = "REFUSED", pgettext_lazy("import", "Refused")


class LossKind(models.TextChoices):
    """Why a value of the input is in the report."""

    NOT_STORED = "NOT_STORED", _("Not stored")
    NOT_MATCHED = "NOT_MATCHED", _("Kept as printed, not matched to a person")
    DISAGREES = "DISAGREES", _("The input contradicts itself; both are kept")
    WARNING = "WARNING", _("Stored, but unusual")
