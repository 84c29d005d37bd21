from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PublicationState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("publication", "Draft")
    IN_REVIEW = "IN_REVIEW", pgettext_lazy("publication", "In review")
    APPROVED = "APPROVED", pgettext_lazy("publication", "Approved")
    PUBLISHED = "PUBLISHED", pgettext_lazy("publication", "Published")
    DISCARDED = "DISCARDED", pgettext_lazy("publication", "Discarded")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("publication", "Withdrawn")


class PublicationKind(models.TextChoices):
    ACT = "ACT", _("Act of the procedure")
    DOCUMENT = "DOCUMENT", _("Document")
