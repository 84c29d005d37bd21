from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Direction(models.TextChoices):
    OUT = "OUT", pgettext_lazy("letter", "Sent")
    IN = "IN", pgettext_lazy("letter", "Received")


class LetterKind(models.TextChoices):
    """With whom, or in whose name. ``REQUESTED`` is a senator's own, never the Senate's."""

    PRESIDENT = "PRESIDENT", _("President of the Republic")
    OTHER_CHAMBER = "OTHER_CHAMBER", _("Chamber of Deputies")
    REQUESTED = "REQUESTED", _("Requested by senators")
    SUPREME_COURT = "SUPREME_COURT", _("Supreme Court")
    CONSTITUTIONAL_COURT = "CONSTITUTIONAL_COURT", _("Constitutional Court")
    AUTHORITY = "AUTHORITY", _("Ministry or other authority")
