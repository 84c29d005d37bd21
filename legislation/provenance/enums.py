from django.db import models
from django.utils.translation import gettext_lazy as _


class Nature(models.TextChoices):
    """What kind of record this database holds. Never both."""

    FICTIONAL = "FICTIONAL", _("Fictional")
    REAL = "REAL", _("Real")
