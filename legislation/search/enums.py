from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Found(models.TextChoices):
    """What a search may find."""

    BILLS = "BILLS", pgettext_lazy("search", "Bills")
    VOTES = "VOTES", pgettext_lazy("search", "Votes")
    SESSIONS = "SESSIONS", pgettext_lazy("search", "Sessions")
    SENATORS = "SENATORS", pgettext_lazy("search", "Senators")
    COMMITTEES = "COMMITTEES", pgettext_lazy("search", "Committees")


class Facet(models.TextChoices):
    """What the bills found may be narrowed by."""

    STATUS = "STATUS", pgettext_lazy("search", "State")
    STAGE = "STAGE", pgettext_lazy("search", "Stage")
    ORIGIN = "ORIGIN", _("Chamber of origin")
    INITIATIVE = "INITIATIVE", _("Initiative")
    KIND = "KIND", pgettext_lazy("search", "Kind")
    COMMITTEE = "COMMITTEE", pgettext_lazy("search", "Committee")
    SUBJECT = "SUBJECT", pgettext_lazy("search", "Subject")
    YEAR = "YEAR", _("Year filed")
    URGENCY = "URGENCY", _("Urgency running")
    AUTHOR = "AUTHOR", pgettext_lazy("search", "Author")


class Order(models.TextChoices):
    RELEVANCE = "RELEVANCE", _("Most relevant")
    NEWEST = "NEWEST", _("Newest movement")
