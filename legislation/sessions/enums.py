from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SessionKind(models.TextChoices):
    """Types of sitting (RS 64-67). What the source does not say is unstated."""

    ORDINARY = "ORDINARY", _("Ordinary")
    EXTRAORDINARY = "EXTRAORDINARY", _("Extraordinary")
    SPECIAL = "SPECIAL", pgettext_lazy("session", "Special")
    JOINT = "JOINT", _("Joint sitting of Congress")
    INAUGURAL = "INAUGURAL", _("Inaugural")
    UNSTATED = "UNSTATED", pgettext_lazy("session", "Type not stated")


class SessionState(models.TextChoices):
    SUMMONED = "SUMMONED", _("Summoned")
    HELD = "HELD", pgettext_lazy("session", "Held")
    FAILED = "FAILED", _("Not held for want of quorum")
    CANCELLED = "CANCELLED", _("Cancelled")


class AgendaPart(models.TextChoices):
    """Parts of a sitting (RS 72-74, 84)."""

    MINUTES = "MINUTES", _("Minutes")
    NOTICE = "NOTICE", _("Notice of papers")
    UNCONTESTED = "UNCONTESTED", _("Uncontested business")
    ORDER_OF_THE_DAY = "ORDER_OF_THE_DAY", _("Order of the day")
    VOTE_TIME = "VOTE_TIME", _("Vote time")
    MEMBERS_TIME = "MEMBERS_TIME", _("Members' time")


class AttendanceState(models.TextChoices):
    PRESENT = "PRESENT", _("Present")
    JUSTIFIED = "JUSTIFIED", _("Absent with leave")
    ABSENT = "ABSENT", pgettext_lazy("attendance of one person", "Absent")
