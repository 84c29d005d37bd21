"""What is said of a file that is brought, and the file itself."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from legislation.bills.enums import TextKind
from legislation.documents.enums import DocumentKind
from legislation.procedure.proposals import Attachment
from legislation.procedure.sentences import KINDS
from legislation.procedure.services.bringing import Upload
from portals.officials.forms.acts import KeepsDraft

ACCEPTED = ".pdf,.docx,.txt"


class ManyFiles(forms.ClearableFileInput):
    """Any number of files under one name."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """One file or several. What each of them is, is judged by its content later."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(Files, self).clean(one, initial) for one in given or [None]]


class DocumentForm(forms.Form):
    """Documents that come to a dossier. ``revision`` is that of the dossier being looked at."""

    chosen = Files(
        label=_("Files"),
        allow_empty_file=True,
        help_text=_("PDF, Word (.docx) or plain text (.txt). Several become a document each."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(one.value, one.label) for one in DocumentKind if one in KINDS]
    )
    text_kind = forms.ChoiceField(
        label=_("Which text of the bill"),
        required=False,
        choices=[("", "—"), *TextKind.choices],
        help_text=_("Only where it is a text of the bill: it can then be compared with others."),
    )
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=500,
        help_text=_("Leave it empty to call each as its file is."),
    )
    dated_on = forms.DateField(label=_("Day of the document"))
    act_position = forms.TypedChoiceField(
        label=_("It came with the act"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("It is not public before that act is."),
    )
    keeps_draft = KeepsDraft()
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, acts: Sequence[tuple[str, str]], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["act_position"].choices = [("", "—"), *acts]  # type: ignore[attr-defined]

    def about(self) -> Attachment:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        names = ("kind", "text_kind", "title", "dated_on", "act_position")
        return Attachment(**{name: typed[name] for name in names})

    def uploads(self) -> list[Upload]:
        """What was sent, to be read piece by piece."""
        return [Upload(str(one.name), one) for one in self.cleaned_data["chosen"]]


class VersionForm(forms.Form):
    """Another version of a document. ``versions`` is how many were being looked at."""

    file = forms.FileField(
        label=_("Attached file"),
        allow_empty_file=True,
        help_text=_("PDF, Word (.docx) or plain text (.txt)."),
    )
    title = forms.CharField(label=_("Title"), max_length=500)
    dated_on = forms.DateField(label=_("Day of the document"))
    reason = forms.CharField(
        label=_("Why it is corrected"),
        required=False,
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("For all to read. Needed where the document is public already."),
    )
    keeps_draft = KeepsDraft()
    versions = forms.IntegerField(widget=forms.HiddenInput)

    def about(self, kind: str) -> Attachment:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        return Attachment(kind=kind, title=typed["title"], dated_on=typed["dated_on"])

    def upload(self) -> Upload:
        """What was sent, to be read piece by piece."""
        sent = self.cleaned_data["file"]
        return Upload(str(sent.name), sent)
