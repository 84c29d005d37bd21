"""What is entered about amendments: each deed asks what the law asks of it, and no more."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legislation.amendments.enums import AmendmentKind, Author, Body, Deed, Ground
from legislation.amendments.proposals import Asking, Decision, Proposal, Ruling
from legislation.procedure.enums import Requester
from portals.officials.forms.acts import KeepsDraft, Lines

FIELDS: dict[Deed, tuple[str, ...]] = {
    Deed.ADMIT: ("by",),
    Deed.REFUSE: ("by", "ground"),
    Deed.RECONSIDER: ("by", "ground"),
    Deed.APPROVE: ("in_favour", "against"),
    Deed.MODIFY: ("text", "in_favour", "against"),
    Deed.APPROVE_PARTLY: ("text", "in_favour", "against"),
    Deed.REJECT: ("in_favour", "against"),
    Deed.RENEW: ("requester", "senators"),
    Deed.WITHDRAW: ("requester",),
    Deed.TAKE_OVER: ("senators",),
}
REQUESTERS: dict[Deed, tuple[Requester, ...]] = {
    Deed.RENEW: (Requester.SENATOR, Requester.PRESIDENT),
    Deed.WITHDRAW: (Requester.AUTHOR, Requester.PRESIDENT),
}
NAMES = _("One a line, in order: surnames, comma, names.")


class PaperForm(forms.Form):
    """A term to amend a bill."""

    opened_on = forms.DateField(label=_("It opens on"))
    deadline_on = forms.DateField(
        label=_("Last day to file"), help_text=_("Inclusive: on that day amendments still enter.")
    )
    is_at_once = forms.BooleanField(
        label=_("It is discussed in general and in detail at once, in committee"), required=False
    )


class ClosingForm(forms.Form):
    """The end of a term. ``revision`` is that of the paper being looked at."""

    closed_on = forms.DateField(label=_("It closes on"))
    keeps_draft = KeepsDraft()
    revision = forms.IntegerField(widget=forms.HiddenInput)


class AmendmentForm(forms.Form):
    """What the President or senators propose."""

    filed_on = forms.DateField(label=_("Day it was filed"))
    author = forms.ChoiceField(label=_("Who proposes it"), choices=Author.choices)
    senators = Lines(label=_("Senators"), required=False, help_text=NAMES)
    kind = forms.ChoiceField(label=_("What it does"), choices=AmendmentKind.choices)
    article = forms.ChoiceField(label=_("Article of the bill's text"), required=False)
    article_label = forms.CharField(
        label=_("Or the article, as it is written"), required=False, max_length=120
    )
    is_new_article = forms.BooleanField(label=_("It adds a new article"), required=False)
    text = forms.CharField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea,
        max_length=100_000,
        help_text=_("Word for word. Only to delete an article needs none."),
    )
    is_exclusive = forms.BooleanField(
        label=_("Its matter is for the President alone"), required=False
    )

    def __init__(self, articles: Sequence[tuple[str, str]], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.labels = dict(articles)
        self.fields["article"].choices = [("", "—"), *articles]  # type: ignore[attr-defined]
        if not articles:
            del self.fields["article"]

    def proposal(self) -> Proposal:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        eid = typed.get("article", "")
        return Proposal(
            kind=AmendmentKind(typed["kind"]),
            author=Author(typed["author"]),
            filed_on=typed["filed_on"],
            article_label=typed["article_label"] or self.labels.get(eid, "")[:120],
            article_eid=eid,
            is_new_article=typed["is_new_article"],
            text=typed["text"],
            senators=typed["senators"],
            is_exclusive=typed["is_exclusive"],
        )


class DeedForm(forms.Form):
    """What is done with one amendment. ``revision`` is the one being looked at."""

    on = forms.DateField(label=_("Day"))
    by = forms.ChoiceField(label=_("Where it was ruled"), choices=Body.choices)
    ground = forms.ChoiceField(
        label=_("Ground"), required=False, choices=[("", "—"), *Ground.choices]
    )
    text = forms.CharField(
        label=_("Text as the committee approved it"),
        required=False,
        widget=forms.Textarea,
        max_length=100_000,
    )
    in_favour = forms.IntegerField(
        label=_("Votes in favour"), required=False, min_value=0, max_value=50
    )
    against = forms.IntegerField(
        label=_("Votes against"), required=False, min_value=0, max_value=50
    )
    requester = forms.ChoiceField(label=_("At whose request"))
    senators = Lines(label=_("Senators"), required=False, help_text=NAMES)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, deed: Deed, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.deed = deed
        self.fields = {name: self.fields[name] for name in ("on", *FIELDS[deed], "revision")}
        if "requester" in self.fields:
            choices = [(one.value, one.label) for one in REQUESTERS[deed]]
            self.fields["requester"].choices = choices  # type: ignore[attr-defined]

    def ruling(self) -> Ruling:
        typed = self.cleaned_data
        ground = typed.get("ground")
        return Ruling(
            deed=self.deed,
            by=Body(typed["by"]),
            on=typed["on"],
            ground=Ground(ground) if ground else None,
        )

    def decision(self) -> Decision:
        typed = self.cleaned_data
        return Decision(
            deed=self.deed,
            on=typed["on"],
            text=typed.get("text", ""),
            in_favour=typed["in_favour"],
            against=typed["against"],
        )

    def asking(self) -> Asking:
        typed = self.cleaned_data
        return Asking(
            on=typed["on"],
            requester=Requester(typed.get("requester", Requester.SENATOR)),
            senators=typed.get("senators", ()),
        )
