"""The forms that enter a bill."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legislation.bills.enums import Initiative
from legislation.procedure.proposals import Filing, Signature
from portals.officials.forms.acts import KeepsDraft, Lines

NAMES_OF_BOXES = (
    "is_treaty",
    "is_exclusive",
    "needs_court_control",
    "only_deputies",
    "only_senate",
    "mixes_reform",
)


class FilingForm(forms.Form):
    """A message or motion that begins in the Senate."""

    initiative = forms.ChoiceField(label=_("Kind"), choices=Initiative.choices)
    title = forms.CharField(label=_("Title"), widget=forms.Textarea, max_length=1000)
    suffix = forms.IntegerField(
        label=_("Subject code"),
        min_value=1,
        max_value=99,
        help_text=_("The two digits that end the number: 07 for Constitution, 11 for Health."),
    )
    filed_on = forms.DateField(label=_("Day it was filed"))
    authors = Lines(
        label=_("Authors"),
        required=False,
        help_text=_("One a line, in order, as the record prints them. None for a message."),
    )
    grounds = forms.CharField(label=_("Grounds"), required=False, widget=forms.Textarea)
    renews = forms.CharField(
        label=_("Takes up again the bill"),
        required=False,
        max_length=8,
        help_text=_("Number of a bill rejected in general, if it is the same (CPR 68)."),
    )
    is_treaty = forms.BooleanField(label=_("It is an international treaty"), required=False)
    is_exclusive = forms.BooleanField(
        label=_("Its matter is for the President alone"), required=False
    )
    needs_court_control = forms.BooleanField(
        label=_("It holds norms that the Constitutional Court must review"), required=False
    )
    only_deputies = forms.BooleanField(
        label=_("It is of taxes, budgets of the State or recruitment"), required=False
    )
    only_senate = forms.BooleanField(label=_("It is of amnesty or general pardons"), required=False)
    mixes_reform = forms.BooleanField(
        label=_("It mixes ordinary law with a reform of the Constitution"), required=False
    )
    keeps_draft = KeepsDraft()

    def filing(self) -> Filing:
        """What was typed, as the service takes it."""
        typed: dict[str, Any] = self.cleaned_data
        return Filing(
            title=typed["title"],
            initiative=Initiative(typed["initiative"]),
            suffix=typed["suffix"],
            filed_on=typed["filed_on"],
            grounds=typed["grounds"],
            signatures=tuple(Signature(printed_name=name) for name in typed["authors"]),
            renews=typed["renews"].strip(),
            **{name: bool(typed[name]) for name in NAMES_OF_BOXES},
        )


class TakingUpForm(forms.Form):
    """A bill of the public record that is not kept here yet."""

    number = forms.CharField(
        label=_("Number"), max_length=8, help_text=_("As the public record has it: 18230-13.")
    )


class ArrivalForm(FilingForm):
    """A bill that the Chamber of Deputies approved and sent."""

    number = forms.CharField(
        label=_("Number"), max_length=8, help_text=_("As that chamber gave it: 18230-13.")
    )
    letter = forms.CharField(label=_("Number of the letter"), max_length=40)

    field_order = ("number", "letter")
