"""Amendment papers of a bill, the amendments in them, and what is done with each."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from legislation.amendments import services
from legislation.amendments.enums import Author, Deed
from legislation.amendments.models import Amendment
from portals.officials.base import OfficialAction, OfficialPage
from portals.officials.forms.amendments import AmendmentForm, ClosingForm, DeedForm, PaperForm
from portals.officials.pages import amendment as one
from portals.officials.pages import amendments
from portals.officials.pages.amendments import EntryPage


class Papers(OfficialPage):
    template_name: ClassVar[str] = "officials/amendments/list.html"
    section: ClassVar[str] = "bills"

    def build(self, number: str) -> amendments.PapersPage:
        return amendments.build(number, self.request.GET, self.actor)


class Paper(OfficialPage):
    template_name: ClassVar[str] = "officials/amendments/paper.html"
    section: ClassVar[str] = "bills"

    def build(self, number: str, paper: int) -> amendments.PaperPage:
        return amendments.build_paper(number, paper, self.request.GET, self.actor)


class AmendmentDetail(OfficialPage):
    template_name: ClassVar[str] = "officials/amendments/amendment.html"
    section: ClassVar[str] = "bills"

    def build(self, number: str, paper: int, amendment: int) -> one.AmendmentPage:
        return one.build(number, paper, amendment, self.actor)


class OpenPaper(OfficialAction):
    template_name: ClassVar[str] = "officials/amendments/form.html"
    section: ClassVar[str] = "bills"
    form_class = PaperForm

    def build(self, number: str) -> EntryPage:
        return amendments.build_opening(number, self.actor)

    def new_form(self, page: EntryPage, **kwargs: Any) -> PaperForm:
        return PaperForm(initial={"opened_on": timezone.localdate(self.now)})

    def perform(self, form: PaperForm, number: str) -> HttpResponse:
        made = services.open_paper(
            dossier_id=self.build(number).key,
            opened_on=form.cleaned_data["opened_on"],
            deadline_on=form.cleaned_data["deadline_on"],
            is_at_once=form.cleaned_data["is_at_once"],
            actor=self.actor,
            at=self.now,
        )
        return redirect("officials:amendment-paper", number=number, paper=made.number)


class ClosePaper(OfficialAction):
    template_name: ClassVar[str] = "officials/amendments/form.html"
    section: ClassVar[str] = "bills"
    form_class = ClosingForm

    def build(self, number: str, paper: int) -> EntryPage:
        return amendments.build_closing(number, paper, self.actor)

    def new_form(self, page: EntryPage, **kwargs: Any) -> ClosingForm:
        today = timezone.localdate(self.now)
        return ClosingForm(initial={"closed_on": today, "revision": page.revision})

    def perform(self, form: ClosingForm, number: str, paper: int) -> HttpResponse:
        services.close_paper(
            paper_id=self.build(number, paper).key,
            closed_on=form.cleaned_data["closed_on"],
            actor=self.actor,
            at=self.now,
            expected_revision=form.cleaned_data["revision"],
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:amendment-paper", number=number, paper=paper)


class FileAmendment(OfficialAction):
    template_name: ClassVar[str] = "officials/amendments/form.html"
    section: ClassVar[str] = "bills"
    form_class = AmendmentForm

    def build(self, number: str, paper: int) -> EntryPage:
        return amendments.build_filing(number, paper, self.actor)

    def new_form(self, page: EntryPage, **kwargs: Any) -> AmendmentForm:
        articles = amendments.article_choices(kwargs["number"])
        today = timezone.localdate(self.now)
        return AmendmentForm(articles, initial={"filed_on": today, "author": Author.SENATORS})

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> AmendmentForm:
        self._built(**kwargs)
        return AmendmentForm(amendments.article_choices(kwargs["number"]), request.POST)

    def perform(self, form: AmendmentForm, number: str, paper: int) -> HttpResponse:
        made = services.file_amendment(
            paper_id=self.build(number, paper).key,
            proposal=form.proposal(),
            actor=self.actor,
            at=self.now,
        )
        return redirect("officials:amendment", number=number, paper=paper, amendment=made.number)


class DoDeed(OfficialAction):
    """One deed done with one amendment: its form, or why it cannot be entered."""

    template_name: ClassVar[str] = "officials/amendments/form.html"
    section: ClassVar[str] = "bills"
    form_class = DeedForm

    def build(self, number: str, paper: int, amendment: int, deed_slug: str) -> EntryPage:
        return one.build_deed(number, paper, amendment, deed_slug, self.actor)

    def new_form(self, page: EntryPage, **kwargs: Any) -> DeedForm:
        return DeedForm(
            one.DEEDS[kwargs["deed_slug"]],
            initial={"on": timezone.localdate(self.now), "revision": page.revision},
        )

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> DeedForm:
        self._built(**kwargs)
        return DeedForm(one.DEEDS[kwargs["deed_slug"]], request.POST)

    def perform(
        self, form: DeedForm, number: str, paper: int, amendment: int, deed_slug: str
    ) -> HttpResponse:
        self._do(form, self.build(number, paper, amendment, deed_slug).key)
        return redirect("officials:amendment", number=number, paper=paper, amendment=amendment)

    def _do(self, form: DeedForm, amendment_id: int) -> Amendment:
        common: dict[str, Any] = {
            "amendment_id": amendment_id,
            "actor": self.actor,
            "at": self.now,
            "expected_revision": form.cleaned_data["revision"],
        }
        match form.deed:
            case Deed.ADMIT | Deed.REFUSE:
                return services.rule_admissibility(ruling=form.ruling(), **common)
            case Deed.RECONSIDER:
                return services.reconsider(ruling=form.ruling(), **common)
            case Deed.RENEW:
                return services.renew(asking=form.asking(), **common)
            case Deed.WITHDRAW:
                return services.withdraw(asking=form.asking(), **common)
            case Deed.TAKE_OVER:
                return services.take_over(asking=form.asking(), **common)
        return services.decide_outcome(decision=form.decision(), **common)
