"""Bills: the list, entering one, and one dossier with its acts."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.roles import Role
from legislation.procedure import services
from portals.officials.base import OfficialAction, OfficialPage
from portals.officials.forms.acts import ActForm
from portals.officials.forms.filing import ArrivalForm, FilingForm, TakingUpForm
from portals.officials.pages import act, bills, dossier, filing
from portals.officials.pages.words import ACTS
from portals.shared import csv

ENTERERS = frozenset({Role.DRAFTING_OFFICIAL, Role.FLOOR_SECRETARIAT})


class BillList(OfficialPage):
    template_name: ClassVar[str] = "officials/bills/list.html"
    section: ClassVar[str] = "bills"

    def build(self) -> bills.BillsPage:
        return bills.build(self.request.GET, self.actor)


class BillFile(OfficialPage):
    """The same list as a file for a spreadsheet, where no cell is ever a formula."""

    section: ClassVar[str] = "bills"

    def build(self) -> tuple[list[str], list[list[csv.Cell]]]:
        return bills.table(self.request.GET)

    def respond(self, page: tuple[list[str], list[list[csv.Cell]]]) -> HttpResponse:
        response = HttpResponse(csv.written(*page), content_type=csv.MEDIA_TYPE)
        response.headers["Content-Disposition"] = 'attachment; filename="proyectos.csv"'
        return response


class DossierDetail(OfficialPage):
    template_name: ClassVar[str] = "officials/bills/detail.html"
    section: ClassVar[str] = "bills"

    def build(self, number: str) -> dossier.DossierPage:
        return dossier.build(number, self.actor)


class FileBill(OfficialAction):
    """A message or a motion that begins here."""

    template_name: ClassVar[str] = "officials/bills/file.html"
    section: ClassVar[str] = "bills"
    form_class = FilingForm
    lets_in = ENTERERS

    def build(self) -> filing.FilingPage:
        return filing.build(is_arrival=False)

    def perform(self, form: FilingForm) -> HttpResponse:
        made = services.file_bill(
            filing=form.filing(),
            actor=self.actor,
            at=self.now,
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:dossier", number=made.number)


class ReceiveBill(OfficialAction):
    """A bill that arrives from the Chamber of Deputies."""

    template_name: ClassVar[str] = "officials/bills/file.html"
    section: ClassVar[str] = "bills"
    form_class = ArrivalForm
    lets_in = ENTERERS

    def build(self) -> filing.FilingPage:
        return filing.build(is_arrival=True)

    def perform(self, form: ArrivalForm) -> HttpResponse:
        made = services.receive_bill(
            filing=form.filing(),
            number=form.cleaned_data["number"].strip(),
            letter=form.cleaned_data["letter"],
            actor=self.actor,
            at=self.now,
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:dossier", number=made.number)


class TakeUpBill(OfficialAction):
    """A bill that the public record has and nobody keeps here yet."""

    template_name: ClassVar[str] = "officials/bills/file.html"
    section: ClassVar[str] = "bills"
    form_class = TakingUpForm
    lets_in = ENTERERS

    def build(self) -> filing.FilingPage:
        return filing.build_taking_up()

    def perform(self, form: TakingUpForm) -> HttpResponse:
        made = services.take_up(
            number=form.cleaned_data["number"].strip(), actor=self.actor, at=self.now
        )
        return redirect("officials:dossier", number=made.number)


class ChooseBatch(OfficialPage):
    """Which act is taken with several bills."""

    template_name: ClassVar[str] = "officials/bills/batch.html"
    section: ClassVar[str] = "bills"

    def build(self) -> act.BatchPage:
        return act.build_batch("")


class TakeActs(OfficialAction):
    """The same act with several bills: all or none."""

    template_name: ClassVar[str] = "officials/bills/file.html"
    section: ClassVar[str] = "bills"
    form_class = ActForm
    lets_in = ENTERERS

    def build(self, act_slug: str) -> act.BatchPage:
        return act.build_batch(act_slug)

    def new_form(self, page: act.BatchPage, **kwargs: Any) -> ActForm:
        return ActForm(
            ACTS[kwargs["act_slug"]],
            act.committees(),
            initial={"taken_on": timezone.localdate(self.now)},
        ).batch()

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> ActForm:
        kind = ACTS.get(kwargs["act_slug"])
        if kind not in act.SEVERAL_AT_ONCE:
            raise Http404
        return ActForm(kind, act.committees(), request.POST).batch()

    def perform(self, form: ActForm, act_slug: str) -> HttpResponse:
        services.take_acts(
            numbers=form.cleaned_data["numbers"],
            step=form.step(),
            actor=self.actor,
            at=self.now,
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:publications")


class TakeAct(OfficialAction):
    """One act of a dossier: its form, or why it cannot be entered."""

    template_name: ClassVar[str] = "officials/bills/act.html"
    section: ClassVar[str] = "bills"
    form_class = ActForm

    def build(self, number: str, act_slug: str) -> act.ActPage:
        return act.build(number, act_slug, self.actor)

    def new_form(self, page: act.ActPage, **kwargs: Any) -> ActForm:
        return ActForm(
            ACTS[kwargs["act_slug"]],
            act.committees(),
            initial={"taken_on": timezone.localdate(self.now), "revision": page.revision},
        )

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> ActForm:
        return ActForm(ACTS[kwargs["act_slug"]], act.committees(), request.POST)

    def perform(self, form: ActForm, number: str, act_slug: str) -> HttpResponse:
        page = act.build(number, act_slug, self.actor)
        services.take_act(
            dossier_id=page.dossier_id,
            step=form.step(),
            actor=self.actor,
            at=self.now,
            expected_revision=form.cleaned_data["revision"],
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:dossier", number=number)
