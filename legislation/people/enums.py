from django.db import models
from django.utils.translation import gettext_lazy as _


class Chamber(models.TextChoices):
    """Who acts: a chamber of Congress, both together, or somebody outside it."""

    SENATE = "SENATE", _("Senate")
    DEPUTIES = "DEPUTIES", _("Chamber of Deputies")
    BOTH = "BOTH", _("Both chambers")


class CommitteeKind(models.TextChoices):
    PERMANENT = "PERMANENT", _("Permanent committee")
    SPECIAL = "SPECIAL", _("Special committee")
    CONFERENCE = "CONFERENCE", _("Conference committee")
    BUDGET = "BUDGET", _("Joint budget committee")
    INTERNAL = "INTERNAL", _("Internal committee")
    UNSTATED = "UNSTATED", _("Committee")


class CommitteeRole(models.TextChoices):
    MEMBER = "MEMBER", _("Member")
    CHAIR = "CHAIR", _("Chair")


class OfficeKind(models.TextChoices):
    PRESIDENT = "PRESIDENT", _("President of the Senate")
    VICE_PRESIDENT = "VICE_PRESIDENT", _("Vice-President of the Senate")
    SECRETARY_GENERAL = "SECRETARY_GENERAL", _("Secretary General")


class ExclusionReason(models.TextChoices):
    """Why a senator is not counted as in office (LOC 7, RS 5 and 7)."""

    SUSPENDED = "SUSPENDED", _("Suspended: immunity lifted")
    ABROAD = "ABROAD", _("Abroad with constitutional permission")


class HeadcountBasis(models.TextChoices):
    """How the number of members in office on a day is known."""

    ROSTER = "ROSTER", _("From the mandates of the day")
    SEATS = "SEATS", _("From the number of elected seats")
    EXCLUDED = "EXCLUDED", _("From the number of elected seats, less the exclusions on record")
    UNKNOWN = "UNKNOWN", _("Unknown")
