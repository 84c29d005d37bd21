"""Letters: the list, one of them, and entering what goes out, comes in or answers."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from legislation.letters import services
from legislation.letters.enums import Direction
from portals.officials.base import OfficialAction, OfficialPage
from portals.officials.forms.letters import (
    AnswerReceivedForm,
    AnswerSentForm,
    LetterForm,
    ReceivingForm,
    SendingForm,
)
from portals.officials.pages import letters
from portals.officials.pages.letters import LetterEntryPage


class LetterList(OfficialPage):
    template_name: ClassVar[str] = "officials/letters/list.html"
    section: ClassVar[str] = "letters"

    def build(self) -> letters.LettersPage:
        today = timezone.localdate(self.now)
        return letters.build(self.request.GET, self.actor, on=today)


class LetterDetail(OfficialPage):
    template_name: ClassVar[str] = "officials/letters/detail.html"
    section: ClassVar[str] = "letters"

    def build(self, pk: int) -> letters.LetterPage:
        return letters.build_letter(pk, self.actor, on=timezone.localdate(self.now))


class SendLetter(OfficialAction):
    template_name: ClassVar[str] = "officials/letters/form.html"
    section: ClassVar[str] = "letters"
    form_class = SendingForm

    def build(self) -> LetterEntryPage:
        return letters.build_entry(self.actor, Direction.OUT)

    def new_form(self, page: LetterEntryPage, **kwargs: Any) -> SendingForm:
        """The bill from whose page one comes is in the address."""
        bill = self.request.GET.get("boletin", "")
        return SendingForm(initial={"dated_on": timezone.localdate(self.now), "bill": bill})

    def perform(self, form: LetterForm) -> HttpResponse:
        made = services.send_letter(
            draft=form.draft(),
            actor=self.actor,
            at=self.now,
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:letter", pk=made.pk)


class ReceiveLetter(OfficialAction):
    template_name: ClassVar[str] = "officials/letters/form.html"
    section: ClassVar[str] = "letters"
    form_class = ReceivingForm

    def build(self) -> LetterEntryPage:
        return letters.build_entry(self.actor, Direction.IN)

    def new_form(self, page: LetterEntryPage, **kwargs: Any) -> ReceivingForm:
        """The bill from whose page one comes is in the address."""
        bill = self.request.GET.get("boletin", "")
        return ReceivingForm(initial={"dated_on": timezone.localdate(self.now), "bill": bill})

    def perform(self, form: LetterForm) -> HttpResponse:
        made = services.receive_letter(
            draft=form.draft(),
            actor=self.actor,
            at=self.now,
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:letter", pk=made.pk)


class AnswerLetter(OfficialAction):
    """The answer to a letter: one received to what was sent, one sent to what was received."""

    template_name: ClassVar[str] = "officials/letters/form.html"
    section: ClassVar[str] = "letters"

    def build(self, pk: int) -> LetterEntryPage:
        return letters.build_answer(pk, self.actor)

    def new_form(self, page: LetterEntryPage, **kwargs: Any) -> LetterForm:
        return self._form_of(page)(
            initial={
                "kind": page.kind,
                "dated_on": timezone.localdate(self.now),
                "correspondent": page.correspondent,
                "bill": page.bill,
                "revision": page.revision,
            }
        )

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> LetterForm:
        return self._form_of(self._built(**kwargs))(request.POST)

    def perform(self, form: LetterForm, pk: int) -> HttpResponse:
        made = services.answer(
            letter_id=pk,
            draft=form.draft(),
            actor=self.actor,
            at=self.now,
            expected_revision=form.cleaned_data["revision"],
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:letter", pk=made.pk)

    def _form_of(self, page: LetterEntryPage) -> type[LetterForm]:
        return AnswerReceivedForm if page.direction == Direction.IN else AnswerSentForm
