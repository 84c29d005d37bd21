"""The form of each change of a person: what it needs, and no other field."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import EndCause, RowKind
from legislation.membership.proposals import Change
from legislation.people.enums import OfficeKind
from portals.officials.forms.acts import KeepsDraft

Choices = Sequence[tuple[str, str]]

# Which fields each change has besides its day, its reason and whether it stays a draft.
FIELDS: Mapping[K, tuple[str, ...]] = {
    K.REGISTER: ("given_names", "paternal_surname", "maternal_surname"),
    K.SEAT: ("constituency", "until", "paper"),
    K.END_SEAT: ("cause", "paper"),
    K.REPLACE: ("other_id", "party_id", "ran_in_list", "paper"),
    K.JOIN_PARTY: ("party_id", "paper"),
    K.LEAVE_PARTY: ("paper",),
    K.JOIN_CAUCUS: ("caucus_id", "paper"),
    K.LEAVE_CAUCUS: ("paper",),
    K.JOIN_COMMITTEE: ("committee_id", "until", "paper"),
    K.LEAVE_COMMITTEE: ("committee_id", "paper"),
    K.CHAIR_COMMITTEE: ("committee_id", "paper"),
    K.SUBSTITUTE: ("committee_id", "other_id", "until", "paper"),
    K.TAKE_OFFICE: ("office", "until", "paper"),
    K.LEAVE_OFFICE: ("office", "paper"),
    K.SUSPEND: ("paper",),
    K.PERMIT_ABSENCE: ("until", "paper"),
    K.RETURN: ("paper",),
    K.CORRECT: ("row", "until"),
}
NEED_UNTIL = (K.SEAT, K.SUBSTITUTE, K.PERMIT_ABSENCE)
NUMBERS = ("constituency", "party_id", "caucus_id", "committee_id", "other_id")


class PersonForm(forms.Form):
    """What is entered with a change. ``seen`` is how many the person had on the page."""

    given_names = forms.CharField(label=_("Given names"), max_length=120)
    paternal_surname = forms.CharField(label=_("First surname"), max_length=80)
    maternal_surname = forms.CharField(label=_("Second surname"), max_length=80, required=False)
    row = forms.ChoiceField(label=_("What is wrong"))
    constituency = forms.ChoiceField(label=_("Region"))
    committee_id = forms.ChoiceField(label=_("Committee"))
    other_id = forms.ChoiceField(label=_("Instead of"))
    party_id = forms.ChoiceField(label=_("Party"))
    ran_in_list = forms.BooleanField(
        label=_("An independent who ran in a list and declared that party"), required=False
    )
    caucus_id = forms.ChoiceField(label=_("Party caucus"))
    office = forms.ChoiceField(label=_("Office"), choices=OfficeKind.choices)
    cause = forms.ChoiceField(label=_("Why the seat is left"), choices=EndCause.choices)
    since = forms.DateField(label=_("From"), help_text=_("First day on which it is so."))
    until = forms.DateField(
        label=_("Until"), required=False, help_text=_("First day on which it is so no longer.")
    )
    paper = forms.CharField(
        label=_("By what document"),
        max_length=200,
        required=False,
        help_text=_("The sitting, letter or judgment that decided it."),
    )
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea)
    keeps_draft = KeepsDraft()
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, kind: K, choices: Mapping[str, Choices], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.kind = kind
        wanted = (*FIELDS[kind], "reason", "keeps_draft", "seen")
        names = ("since", *wanted) if kind != K.CORRECT else ("row", "since", *wanted[1:])
        self.fields = {name: self.fields[name] for name in dict.fromkeys(names)}
        for name, options in choices.items():
            self.fields[name].choices = [("", "—"), *options]  # type: ignore[attr-defined]
        if kind in NEED_UNTIL:
            self.fields["until"].required = True

    def change(self) -> Change:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        texts = ("paper", "given_names", "paternal_surname", "maternal_surname")
        known: dict[str, Any] = {name: typed[name] for name in texts if typed.get(name)}
        known |= {name: int(typed[name]) for name in NUMBERS if typed.get(name)}
        if typed.get("row"):
            kind, _point, key = typed["row"].partition(":")
            known |= {"row_kind": RowKind(kind), "row_id": int(key)}
        if typed.get("office"):
            known["office"] = OfficeKind(typed["office"])
        if typed.get("cause"):
            known["cause"] = EndCause(typed["cause"])
        return Change(
            kind=self.kind,
            since=typed["since"],
            until=typed.get("until"),
            reason=typed["reason"],
            ran_in_list=bool(typed.get("ran_in_list")),
            **known,
        )
