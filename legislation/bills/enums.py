from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BillKind(models.TextChoices):
    """A bill of Congress, or a matter of the Senate alone. Their numbers collide."""

    BILL = "BILL", _("Bill")
    MATTER = "MATTER", _("Senate matter")


class Initiative(models.TextChoices):
    """Who starts a bill (CPR 65): the President by message, members by motion."""

    MESSAGE = "MESSAGE", _("Presidential message")
    MOTION = "MOTION", _("Members' motion")


class Status(models.TextChoices):
    """How a bill ended, or that it has not. A matter of the Senate never becomes law: once it
    is dealt with, its procedure is finished."""

    IN_PROGRESS = "IN_PROGRESS", _("In progress")
    PUBLISHED = "PUBLISHED", _("Published as law")
    REJECTED = "REJECTED", pgettext_lazy("bill", "Rejected")
    ARCHIVED = "ARCHIVED", _("Archived")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")
    INADMISSIBLE = "INADMISSIBLE", _("Inadmissible")
    FINISHED = "FINISHED", _("Procedure finished")


class Stage(models.TextChoices):
    """Where a bill stands between filing and law (CPR 65-75)."""

    FIRST = "FIRST", _("First reading")
    FIRST_INSISTED = "FIRST_INSISTED", _("First reading, insisted upon")
    SECOND = "SECOND", _("Second reading")
    THIRD = "THIRD", _("Third reading")
    CONFERENCE_CHANGES = "CONFERENCE_CHANGES", _("Conference committee on rejected changes")
    CONFERENCE_IDEA = "CONFERENCE_IDEA", _("Conference committee on a rejected bill")
    CONFERENCE_BUDGET = "CONFERENCE_BUDGET", _("Joint budget committee")
    CONFERENCE_REPORT_ORIGIN = (
        "CONFERENCE_REPORT_ORIGIN",
        _("Conference report in the originating chamber"),
    )
    CONFERENCE_REPORT_REVISING = (
        "CONFERENCE_REPORT_REVISING",
        _("Conference report in the revising chamber"),
    )
    COMPLETION = "COMPLETION", _("Completion in the originating chamber")
    PRESIDENT = "PRESIDENT", _("Presidential approval")
    VETO_ORIGIN = "VETO_ORIGIN", _("Observations in the originating chamber")
    VETO_REVISING = "VETO_REVISING", _("Observations in the revising chamber")
    INSISTENCE = "INSISTENCE", _("Insistence")
    COURT = "COURT", _("Constitutional Court")
    FINISHED = "FINISHED", _("Procedure finished")
    ARCHIVED = "ARCHIVED", pgettext_lazy("stage", "Archived")
    UNRECOGNISED = "UNRECOGNISED", _("Stage as printed")


class UrgencyKind(models.TextChoices):
    SIMPLE = "SIMPLE", pgettext_lazy("urgency", "Simple")
    SUMA = "SUMA", pgettext_lazy("urgency", "Suma")
    IMMEDIATE = "IMMEDIATE", _("Immediate discussion")


class UrgencyEnd(models.TextChoices):
    """How an urgency ended, as far as the record says."""

    WITHDRAWN = "WITHDRAWN", pgettext_lazy("urgency", "Withdrawn")
    LAPSED = "LAPSED", pgettext_lazy("urgency", "Lapsed")
    UNSTATED = "UNSTATED", pgettext_lazy("urgency", "Ended without a stated cause")


class PaperKind(models.TextChoices):
    REPORT = "REPORT", _("Committee report")
    LETTER = "LETTER", _("Official letter")
    COMPARISON = "COMPARISON", _("Side-by-side text")
    AMENDMENTS = "AMENDMENTS", _("Amendment paper")
    OBSERVATION = "OBSERVATION", _("Presidential observations")
    OTHER = "OTHER", _("Document")


class TextKind(models.TextChoices):
    """Which text of the bill: as filed, as a committee proposes it, as approved."""

    FILED = "FILED", _("Text as filed")
    FIRST_REPORT = "FIRST_REPORT", _("Text of the first report")
    SECOND_REPORT = "SECOND_REPORT", _("Text of the second report")
    APPROVED_ORIGIN = "APPROVED_ORIGIN", _("Text approved by the originating chamber")
    APPROVED_REVISING = "APPROVED_REVISING", _("Text approved by the revising chamber")
    CONFERENCE = "CONFERENCE", _("Text of the conference committee")
    DISPATCHED = "DISPATCHED", _("Text sent to the President")
    LAW = "LAW", _("Text published as law")
