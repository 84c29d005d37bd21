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


class FileKind(models.TextChoices):
    PDF = "PDF", _("PDF")
    DOCX = "DOCX", _("Word document")
    TEXT = "TEXT", _("Plain text")


class FileState(models.TextChoices):
    WAITING = "WAITING", _("Waiting for the antivirus")
    CLEAN = "CLEAN", _("Accepted")
    REFUSED = "REFUSED", _("Refused")


class Reading(models.TextChoices):
    """How far a file's text was read."""

    UNREAD = "UNREAD", _("Not read yet")
    READ = "READ", _("Read")
    NO_TEXT = "NO_TEXT", _("Pictures alone, no text")
    FAILED = "FAILED", _("Its text cannot be read")
