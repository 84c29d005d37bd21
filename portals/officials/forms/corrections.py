"""What is typed to mend something: other words, an erratum, a withdrawal, an undoing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legislation.procedure.proposals import Correction
from portals.officials.forms.acts import KeepsDraft

MOST = 4000


class RewordingForm(forms.Form):
    """Other words for what is not public yet."""

    description = forms.CharField(
        label=_("Words for the public record"), widget=forms.Textarea, max_length=MOST
    )
    keeps_draft = KeepsDraft()
    revision = forms.IntegerField(widget=forms.HiddenInput)


class ErratumForm(forms.Form):
    """What a published act says instead, and why."""

    description = forms.CharField(
        label=_("Words for the public record"), widget=forms.Textarea, max_length=MOST
    )
    taken_on = forms.DateField(label=_("Day of the act"))
    session_number = forms.IntegerField(label=_("Sitting number"), required=False, min_value=1)
    legislature_number = forms.IntegerField(label=_("Legislature"), required=False, min_value=1)
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea,
        max_length=MOST,
        help_text=_("Everybody will read it beside the correction."),
    )

    def correction(self) -> Correction:
        """What was typed, as the service takes it."""
        typed: dict[str, Any] = self.cleaned_data
        return Correction(
            reason=typed["reason"],
            taken_on=typed["taken_on"],
            description=typed["description"],
            session_number=typed["session_number"],
            legislature_number=typed["legislature_number"],
        )


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea,
        max_length=MOST,
        help_text=_("It stays for all to read where the words were."),
    )


class UndoingForm(forms.Form):
    """Why the last act has no effect. ``revision`` is that of the dossier being looked at."""

    on = forms.DateField(label=_("Day of the act"))
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea, max_length=MOST)
    revision = forms.IntegerField(widget=forms.HiddenInput)
