from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentKind(models.TextChoices):
    FILED_TEXT = "FILED_TEXT", _("Text as filed")
    REPORT = "REPORT", _("Committee report")
    LETTER = "LETTER", _("Official letter")
    COMPARISON = "COMPARISON", _("Side-by-side text")
    AMENDMENTS = "AMENDMENTS", _("Amendment paper")
    OBSERVATION = "OBSERVATION", _("Presidential observations")
    TEXT = "TEXT", _("Text of the bill")
    OTHER = "OTHER", _("Document")
