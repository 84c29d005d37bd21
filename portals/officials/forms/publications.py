"""What is typed about a publication. ``revision`` is the one that was being looked at."""

import re
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

SEEN = re.compile(r"[0-9]{1,15}:[0-9]{1,9}")


class SubmissionForm(forms.Form):
    """Nothing but the words that were seen."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class ApprovalForm(SubmissionForm):
    due_at = forms.DateTimeField(
        label=_("Not before"),
        required=False,
        help_text=_("Leave it empty to publish it at once."),
    )


class SeveralForm(forms.Form):
    """Several publications, each with the revision that was seen: «12:3»."""

    chosen = forms.MultipleChoiceField(label=_("Chosen"), required=False)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        typed = self.data.getlist("chosen") if isinstance(self.data, QueryDict) else []
        self.fields["chosen"].choices = [(one, one) for one in typed if SEEN.fullmatch(one)]  # type: ignore[attr-defined]

    def seen(self) -> list[tuple[int, int]]:
        """The publications and their revisions."""
        pairs = (one.split(":") for one in self.cleaned_data["chosen"])
        return [(int(pk), int(revision)) for pk, revision in pairs]


class ReturnForm(SubmissionForm):
    reason = forms.CharField(label=_("Why it goes back"), widget=forms.Textarea, max_length=2000)
