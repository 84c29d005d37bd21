"""How far a delivery has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeliveryState(models.TextChoices):
    PENDING = "PENDING", _("Pending")
    DONE = "DONE", _("Delivered")
    DEAD = "DEAD", _("Given up")
