"""What is entered of a letter that goes out, that came in, or that answers another."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legislation.letters.enums import LetterKind
from legislation.letters.proposals import Draft
from portals.officials.forms.acts import KeepsDraft, Lines

LONGEST_TERM = 365


class LetterForm(forms.Form):
    """What every letter has."""

    kind = forms.ChoiceField(label=_("Kind"), choices=LetterKind.choices)
    dated_on = forms.DateField(label=_("Its date"))
    correspondent = forms.CharField(label=_("To whom, or from whom"), max_length=200)
    subject = forms.CharField(label=_("Subject"), widget=forms.Textarea, max_length=4000)
    bill = forms.CharField(
        label=_("Bill"),
        required=False,
        max_length=8,
        help_text=_("Its number, if the letter belongs to a bill: then it will be published."),
    )
    keeps_draft = KeepsDraft()

    def draft(self) -> Draft:
        """What was typed, as the service takes it."""
        typed: dict[str, Any] = self.cleaned_data
        return Draft(
            kind=LetterKind(typed["kind"]),
            dated_on=typed["dated_on"],
            correspondent=typed["correspondent"],
            subject=typed["subject"],
            reference=typed.get("reference", ""),
            bill=typed["bill"].strip(),
            senators=typed.get("senators", ()),
            answer_days=typed.get("answer_days"),
        )


class SendingForm(LetterForm):
    """A letter that goes out, under the next number of its year."""

    senators = Lines(
        label=_("Senators who ask for it"),
        required=False,
        help_text=_("One a line, if it is requested by senators: it goes in their own name."),
    )
    answer_days = forms.IntegerField(
        label=_("Days to answer"),
        required=False,
        min_value=1,
        max_value=LONGEST_TERM,
        help_text=_("Calendar days from its date; empty if it asks no answer."),
    )

    field_order = ("kind", "dated_on", "correspondent", "senators", "subject", "answer_days")


class ReceivingForm(LetterForm):
    """A letter that came in, under its sender's number."""

    reference = forms.CharField(label=_("Number that its sender gave it"), max_length=40)

    field_order = ("kind", "reference", "dated_on", "correspondent")


class AnswerReceivedForm(ReceivingForm):
    """The answer to a letter of ours. ``revision`` is that of the letter being looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class AnswerSentForm(SendingForm):
    """Our answer to a letter received. ``revision`` is that of the letter being looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
