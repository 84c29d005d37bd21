"""Mending: other words, errata, withdrawals and undoings."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from legislation.procedure import services
from legislation.publishing import services as publications
from portals.officials.base import OfficialAction, confirm_href
from portals.officials.forms.corrections import (
    ErratumForm,
    RewordingForm,
    UndoingForm,
    WithdrawalForm,
)
from portals.officials.pages import correction
from portals.officials.pages.correction import CorrectionPage


class Mending(OfficialAction):
    """A form that begins with what there is."""

    template_name: ClassVar[str] = "officials/correction.html"
    section: ClassVar[str] = "publications"

    def new_form(self, page: CorrectionPage, **kwargs: Any) -> Any:
        return self.form_class(initial=page.initial)


class Reword(Mending):
    form_class = RewordingForm

    def build(self, pk: int) -> CorrectionPage:
        return correction.rewording(pk, self.actor)

    def perform(self, form: RewordingForm, pk: int) -> HttpResponse:
        typed = form.cleaned_data
        publications.reword(
            publication_id=pk,
            description=typed["description"],
            actor=self.actor,
            at=self.now,
            expected_revision=typed["revision"],
            submits=not typed["keeps_draft"],
        )
        return redirect("officials:publication", pk=pk)


class ProposeErratum(Mending):
    form_class = ErratumForm

    def build(self, pk: int) -> CorrectionPage:
        return correction.erratum(pk, self.actor)

    def perform(self, form: ErratumForm, pk: int) -> HttpResponse:
        found = services.propose_erratum(
            publication_id=pk, correction=form.correction(), actor=self.actor, at=self.now
        )
        return redirect("officials:publication", pk=found.pk)


class WithdrawPublication(Mending):
    form_class = WithdrawalForm

    def build(self, pk: int) -> CorrectionPage:
        back = confirm_href(reverse("officials:withdraw", kwargs={"pk": pk}))
        return correction.withdrawal(pk, self.actor, at=self.now, confirm_href=back)

    def perform(self, form: WithdrawalForm, pk: int) -> HttpResponse:
        services.withdraw_publication(
            publication_id=pk, reason=form.cleaned_data["reason"], actor=self.actor, at=self.now
        )
        return redirect("officials:publication", pk=pk)


class UndoLastAct(Mending):
    section: ClassVar[str] = "bills"
    form_class = UndoingForm

    def build(self, number: str) -> CorrectionPage:
        return correction.undoing(number, self.actor, on=timezone.localdate(self.now))

    def perform(self, form: UndoingForm, number: str) -> HttpResponse:
        services.undo_last_act(
            dossier_id=self.build(number).dossier_id,
            reason=form.cleaned_data["reason"],
            on=form.cleaned_data["on"],
            actor=self.actor,
            at=self.now,
            expected_revision=form.cleaned_data["revision"],
        )
        return redirect("officials:dossier", number=number)
