from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Choice(models.TextChoices):
    """The five answers of RS 155."""

    YES = "YES", pgettext_lazy("ballot", "Yes")
    NO = "NO", pgettext_lazy("ballot", "No")
    ABSTAIN = "ABSTAIN", _("Abstention")
    PAIRED = "PAIRED", _("Paired")
    RECUSED = "RECUSED", _("Recused")


class Result(models.TextChoices):
    APPROVED = "APPROVED", _("Approved")
    REJECTED = "REJECTED", _("Rejected")
    UNRESOLVED = "UNRESOLVED", _("Unresolved by abstentions")
    TIE = "TIE", _("Tie")
    UNKNOWN = "UNKNOWN", _("Result not known")


class Base(models.TextChoices):
    IN_OFFICE = "IN_OFFICE", _("Members in office")
    PRESENT = "PRESENT", _("Members present")


class DebateKind(models.TextChoices):
    """What was put to the vote (RS 117)."""

    GENERAL = "GENERAL", _("In general")
    PARTICULAR = "PARTICULAR", _("In particular")
    SINGLE = "SINGLE", _("Single debate")
    OBSERVATIONS = "OBSERVATIONS", _("Presidential observations")
    APPOINTMENT = "APPOINTMENT", _("Appointment")
    CONFERENCE = "CONFERENCE", _("Conference report")
    UNSTATED = "UNSTATED", pgettext_lazy("vote", "Not stated")
