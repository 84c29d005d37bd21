"""The form of each act: what the law asks for it, and no other field."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legislation.bills.enums import UrgencyKind
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind as A
from legislation.procedure.enums import Requester
from legislation.procedure.proposals import Step

COUNTS = ("in_favour", "against", "present")
SESSION = ("session_number", "legislature_number")
OF_THE_FLOOR = (*SESSION, *COUNTS)
MOST_COMMITTEES = 200

# Which further fields each act has; every one has a day and, if wanted, other words.
FIELDS: dict[A, tuple[str, ...]] = {
    A.GIVE_NOTICE: (*SESSION, "committee", "further_committees"),
    A.DECLARE_INADMISSIBLE: (*SESSION, "ground"),
    A.RECONSIDER_ADMISSIBILITY: ("committee", *OF_THE_FLOOR),
    A.REFER: (*SESSION, "committee", "further_committees"),
    A.CONSULT_SUPREME_COURT: ("letter",),
    A.MERGE: ("merges_with",),
    A.APPROVE_GENERAL: OF_THE_FLOOR,
    A.REJECT_GENERAL: (*OF_THE_FLOOR, "letter"),
    A.APPROVE: (*OF_THE_FLOOR, "letter"),
    A.APPROVE_UNCHANGED: (*OF_THE_FLOOR, "letter"),
    A.APPROVE_WITH_CHANGES: (*OF_THE_FLOOR, "letter"),
    A.ACCEPT_CHANGES: (*OF_THE_FLOOR, "letter"),
    A.REJECT_CHANGES: (*OF_THE_FLOOR, "letter"),
    A.APPROVE_CONFERENCE: (*OF_THE_FLOOR, "letter"),
    A.REJECT_CONFERENCE: (*OF_THE_FLOOR, "letter"),
    A.ASK_INSISTENCE: ("requester", "letter"),
    A.INSIST: OF_THE_FLOOR,
    A.DECLINE_TO_INSIST: OF_THE_FLOOR,
    A.CONFIRM_REJECTION: OF_THE_FLOOR,
    A.DECLINE_TO_REJECT: OF_THE_FLOOR,
    A.DROP_PART: OF_THE_FLOOR,
    A.DROP_ALL: OF_THE_FLOOR,
    A.TAKE_TO_OTHER_CHAMBER: ("requester", "letter"),
    A.DISPATCH: ("letter",),
    A.ASSENT: ("letter",),
    A.OBSERVE: ("observations", "letter"),
    A.DECIDE_OBSERVATIONS: (*SESSION, "decisions"),
    A.SEND_TO_COURT: ("requester", "letter"),
    A.RULE_CONFORM: ("letter",),
    A.RULE_UNCONSTITUTIONAL: ("letter",),
    A.PUBLISH_LAW: ("law_number",),
    A.SET_URGENCY: ("urgency", "requester", "letter", *SESSION),
    A.WITHDRAW_URGENCY: ("requester", "letter"),
    A.WITHDRAW: ("requester", "letter"),
    A.TAKE_OVER: (*SESSION, "requester"),
    A.SHELVE: (*SESSION, "requester", "other_chamber_agrees"),
    A.UNSHELVE: (*SESSION, "requester"),
}


class Lines(forms.CharField):
    """One thing a line; empty lines are dropped."""

    widget = forms.Textarea

    def clean(self, value: Any) -> tuple[str, ...]:
        text = super().clean(value) or ""
        return tuple(line.strip() for line in text.splitlines() if line.strip())


class KeepsDraft(forms.BooleanField):
    """Whether nobody is asked to approve it yet."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Keep it as a draft"),
            required=False,
            help_text=_("Otherwise another person is asked to approve its publication at once."),
        )


class ActForm(forms.Form):
    """What is entered with an act. ``revision`` is that of the dossier being looked at."""

    taken_on = forms.DateField(label=_("Day of the act"))
    session_number = forms.IntegerField(label=_("Sitting number"), required=False, min_value=1)
    legislature_number = forms.IntegerField(label=_("Legislature"), required=False, min_value=1)
    committee = forms.ChoiceField(label=_("Committee"), required=False)
    further_committees = Lines(
        label=_("And to these committees"),
        required=False,
        help_text=_("One a line, such as the Finance committee where it costs money (LOC 17)."),
    )
    ground = forms.CharField(label=_("Ground"), required=False, widget=forms.Textarea)
    in_favour = forms.IntegerField(label=_("Votes in favour"), required=False, min_value=0)
    against = forms.IntegerField(label=_("Votes against"), required=False, min_value=0)
    present = forms.IntegerField(label=_("Members present"), required=False, min_value=0)
    requester = forms.ChoiceField(
        label=_("At whose request"), required=False, choices=[("", "—"), *Requester.choices]
    )
    other_chamber_agrees = forms.BooleanField(
        label=_("The Chamber of Deputies consents"), required=False
    )
    urgency = forms.ChoiceField(label=_("Urgency"), choices=UrgencyKind.choices)
    observations = Lines(
        label=_("Observations"), required=False, help_text=_("Each on a line of its own.")
    )
    decisions = Lines(
        label=_("Decisions"),
        required=False,
        help_text=_("One for each observation, in order, each on a line of its own."),
    )
    merges_with = Lines(
        label=_("Merged with"), required=False, help_text=_("Bill numbers, one a line.")
    )
    letter = forms.CharField(label=_("Number of the letter"), required=False, max_length=40)
    law_number = forms.IntegerField(
        label=_("Number of the law"), required=False, min_value=1, max_value=999_999
    )
    description = forms.CharField(
        label=_("Words for the public record"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Leave it empty to use the usual words."),
    )
    keeps_draft = KeepsDraft()
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        kind: A,
        committees: tuple[tuple[str, str], ...],
        *given: Any,
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.kind = kind
        wanted = ("taken_on", *FIELDS.get(kind, ()), "description", "keeps_draft", "revision")
        self.fields = {name: self.fields[name] for name in wanted}
        if "committee" in self.fields:
            self.fields["committee"].choices = [("", "—"), *committees]  # type: ignore[attr-defined]

    def batch(self) -> "ActForm":
        """The same form for several bills: it names them, and no revision of any."""
        del self.fields["revision"]
        numbers = Lines(label=_("Bills"), help_text=_("Their numbers, one a line."))
        self.fields = {"numbers": numbers, **self.fields}
        return self

    def step(self) -> Step:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        names = (*COUNTS, "further_committees", "ground", "requester", "urgency", "letter")
        lists = ("observations", "decisions", "merges_with")
        known: dict[str, Any] = {
            name: typed[name] for name in (*names, *lists, "law_number") if name in typed
        }
        known["other_chamber_agrees"] = bool(typed.get("other_chamber_agrees"))
        if typed.get("committee"):
            known["committee"] = typed["committee"]
        return Step(
            kind=self.kind,
            taken_on=typed["taken_on"],
            details=ActDetails(**known),
            description=typed.get("description", ""),
            session_number=typed.get("session_number"),
            legislature_number=typed.get("legislature_number"),
        )
