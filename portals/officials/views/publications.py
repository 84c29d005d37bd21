"""What is on its way to be public: the queue, one thing, and what its second person does."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse

from legislation import outlets
from legislation.publishing import services as publications
from portals.officials.base import OfficialAction, OfficialPage, confirm_href
from portals.officials.forms.publications import (
    ApprovalForm,
    ReturnForm,
    SeveralForm,
    SubmissionForm,
)
from portals.officials.pages import publication
from portals.officials.pages import publications as queue


class PublicationQueue(OfficialPage):
    """The queue; what is chosen in it goes to ``ApproveSeveral``."""

    template_name: ClassVar[str] = "officials/publications/list.html"
    section: ClassVar[str] = "publications"

    def build(self) -> queue.PublicationsPage:
        return queue.build(self.request.GET, self.actor)

    def render(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        more = {"csrf_token": get_token(self.request), "errors": []}
        return super().render({**more, **context}, status=status)


class ApproveSeveral(OfficialAction):
    """Several at once: all of them or none."""

    template_name: ClassVar[str] = "officials/publications/list.html"
    section: ClassVar[str] = "publications"
    form_class = SeveralForm

    def build(self) -> queue.PublicationsPage:
        return queue.build(self.request.GET, self.actor)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return redirect("officials:publications")

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> SeveralForm:
        return SeveralForm(request.POST)

    def perform(self, form: SeveralForm) -> HttpResponse:
        outlets.approve_several(seen=form.seen(), actor=self.actor, at=self.now)
        return redirect("officials:publications")


class OnePublication(OfficialAction):
    """One publication and one thing that is done with it."""

    template_name: ClassVar[str] = "officials/publications/detail.html"
    section: ClassVar[str] = "publications"

    def build(self, pk: int) -> publication.PublicationPage:
        return publication.build(
            pk, self.actor, at=self.now, confirm_href=confirm_href(self._home(pk))
        )

    def new_form(self, page: publication.PublicationPage, **kwargs: Any) -> Any:
        return self.form_class(initial={"revision": page.revision})

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Each deed has an address of its own; what is looked at has one for all of them."""
        if request.path != self._home(kwargs["pk"]):
            return redirect(self._home(kwargs["pk"]))
        return super().get(request, **kwargs)

    def done(self, pk: int) -> HttpResponse:
        return redirect(self._home(pk))

    def _home(self, pk: int) -> str:
        return reverse("officials:publication", kwargs={"pk": pk})


class PublicationDetail(OnePublication):
    """Looked at; its author submits it from here."""

    form_class = SubmissionForm

    def perform(self, form: SubmissionForm, pk: int) -> HttpResponse:
        publications.submit(
            publication_id=pk,
            actor=self.actor,
            at=self.now,
            expected_revision=form.cleaned_data["revision"],
        )
        return self.done(pk)


class Approve(OnePublication):
    """The second person approves these very words, for now or for an hour."""

    form_class = ApprovalForm

    def perform(self, form: ApprovalForm, pk: int) -> HttpResponse:
        outlets.approve(
            publication_id=pk,
            actor=self.actor,
            at=self.now,
            due_at=form.cleaned_data["due_at"],
            expected_revision=form.cleaned_data["revision"],
        )
        return self.done(pk)


class SendBack(OnePublication):
    """The second person returns it with the reason."""

    form_class = ReturnForm

    def perform(self, form: ReturnForm, pk: int) -> HttpResponse:
        publications.send_back(
            publication_id=pk,
            reason=form.cleaned_data["reason"],
            actor=self.actor,
            at=self.now,
            expected_revision=form.cleaned_data["revision"],
        )
        return self.done(pk)
