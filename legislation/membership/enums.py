from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeKind(models.TextChoices):
    """What may be changed of a person."""

    REGISTER = "REGISTER", _("Enter a person")
    SEAT = "SEAT", _("Take a seat")
    END_SEAT = "END_SEAT", _("Leave the seat")
    REPLACE = "REPLACE", _("Fill a vacancy")
    JOIN_PARTY = "JOIN_PARTY", _("Join a party")
    LEAVE_PARTY = "LEAVE_PARTY", _("Leave the party")
    JOIN_CAUCUS = "JOIN_CAUCUS", _("Join a party caucus")
    LEAVE_CAUCUS = "LEAVE_CAUCUS", _("Leave the party caucus")
    JOIN_COMMITTEE = "JOIN_COMMITTEE", _("Join a committee")
    LEAVE_COMMITTEE = "LEAVE_COMMITTEE", _("Leave a committee")
    CHAIR_COMMITTEE = "CHAIR_COMMITTEE", _("Chair a committee")
    SUBSTITUTE = "SUBSTITUTE", _("Stand in for a member of a committee")
    TAKE_OFFICE = "TAKE_OFFICE", _("Take an office of the Senate")
    LEAVE_OFFICE = "LEAVE_OFFICE", _("Leave an office of the Senate")
    SUSPEND = "SUSPEND", _("Suspend: immunity lifted")
    PERMIT_ABSENCE = "PERMIT_ABSENCE", _("Permit an absence abroad")
    RETURN = "RETURN", _("Return to office")
    CORRECT = "CORRECT", _("Correct days that are wrong")


class EndCause(models.TextChoices):
    """Why a seat is left before its term ends (CPR 60)."""

    RESIGNATION = "RESIGNATION", _("Resignation accepted by the Constitutional Court")
    DEATH = "DEATH", _("Death")
    LOSS = "LOSS", _("Loss of office")
    OTHER = "OTHER", _("Another cause, given in the reason")


class RowKind(models.TextChoices):
    """The tables of what a person holds."""

    MANDATE = "MANDATE", _("Seat")
    PARTY = "PARTY", _("Party")
    CAUCUS = "CAUCUS", _("Party caucus")
    COMMITTEE = "COMMITTEE", _("Committee")
    SUBSTITUTION = "SUBSTITUTION", _("Substitution")
    OFFICE = "OFFICE", _("Office")
    EXCLUSION = "EXCLUSION", _("Not in office")
