"""Bills and Senate matters: the list, the dossier, and the pages about each."""

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.text import slugify

from legislation.bills.enums import BillKind
from portals.citizens.pages import (
    bill,
    bill_filters,
    bill_list,
    bill_numbers,
    bill_papers,
    bill_texts,
    bill_urgencies,
    bill_votes,
    compare,
)
from portals.citizens.pages.bill_head import TEXTS, bill_address, list_address
from portals.citizens.pages.bill_then import DAY_PARAMETER
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER
from portals.shared.parameters import asked
from portals.shared.views import Audience, PageView

OLD_PARAMETER = "boletin_ini"


class BillView(PageView):
    """Any page about bills: for everyone, and of bills or of matters as its address says."""

    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "bills"
    kind: BillKind = BillKind.BILL

    @property
    def as_of(self) -> str:
        """The day of the past that the address asks for; «» for today."""
        return asked(self.request.GET, DAY_PARAMETER)


class BillList(BillView):
    template_name: ClassVar[str] = "citizens/bills/list.html"

    def build(self) -> bill_list.BillListPage:
        query = self.request.GET
        return bill_list.build(
            bill_filters.Chosen.read(query),
            kind=self.kind,
            on=timezone.localdate(),
            cursor=query.get(CURSOR_PARAMETER),
        )


class BillDetail(BillView):
    template_name: ClassVar[str] = "citizens/bills/detail.html"

    def build(self, number: str) -> bill.BillPage:
        return bill.build(
            number,
            kind=self.kind,
            on=timezone.localdate(),
            step_kind=asked(self.request.GET, bill.STEP_KIND_PARAMETER),
            as_of=self.as_of,
        )


class BillTexts(BillView):
    template_name: ClassVar[str] = "citizens/bills/texts.html"

    def build(self, number: str) -> bill_texts.BillTextsPage:
        return bill_texts.build_list(
            number, kind=self.kind, on=timezone.localdate(), as_of=self.as_of
        )


class BillText(BillView):
    template_name: ClassVar[str] = "citizens/bills/text.html"

    def build(self, number: str, slug: str) -> bill_texts.BillTextPage:
        return bill_texts.build_one(number, slug, kind=self.kind)


class CompareTexts(BillView):
    template_name: ClassVar[str] = "citizens/bills/compare.html"

    def build(self, number: str, old: str, new: str) -> compare.ComparePage:
        return compare.build(
            number,
            old,
            new,
            kind=self.kind,
            view=asked(self.request.GET, compare.VIEW_PARAMETER),
            only=asked(self.request.GET, compare.ONLY_PARAMETER),
        )


class ChooseComparison(BillView):
    """Where the form of two lists goes: to the address of that comparison."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        address = bill_address(kwargs["number"], kind=self.kind)
        old, new = (
            slugify(asked(request.GET, name))
            for name in (bill_texts.OLD_PARAMETER, bill_texts.NEW_PARAMETER)
        )
        if old and new:
            return HttpResponseRedirect(bill_texts.comparison_address(address, old, new))
        return HttpResponseRedirect(address + TEXTS)


class BillVotes(BillView):
    template_name: ClassVar[str] = "citizens/bills/votes.html"

    def build(self, number: str) -> bill_votes.BillVotesPage:
        return bill_votes.build(number, kind=self.kind, on=timezone.localdate(), as_of=self.as_of)


class BillPapers(BillView):
    template_name: ClassVar[str] = "citizens/bills/papers.html"

    def build(self, number: str) -> bill_papers.BillPapersPage:
        return bill_papers.build_papers(
            number, kind=self.kind, on=timezone.localdate(), as_of=self.as_of
        )


class BillAmendments(BillView):
    template_name: ClassVar[str] = "citizens/bills/papers.html"

    def build(self, number: str) -> bill_papers.BillPapersPage:
        return bill_papers.build_amendments(
            number, kind=self.kind, on=timezone.localdate(), as_of=self.as_of
        )


class BillUrgencies(BillView):
    template_name: ClassVar[str] = "citizens/bills/urgencies.html"

    def build(self, number: str) -> bill_urgencies.BillUrgenciesPage:
        return bill_urgencies.build(
            number, kind=self.kind, on=timezone.localdate(), as_of=self.as_of
        )


class BillByOldAddress(BillView):
    """An address that the Senate used before: moved for good to the bill that it names, or to
    the list where it names none."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        printed = asked(request.GET, OLD_PARAMETER)
        number = self._built(printed=printed) if printed else ""
        address = bill_address(number) if number else list_address()
        return HttpResponsePermanentRedirect(address)

    def build(self, printed: str) -> str:
        return bill_numbers.written_in_full(printed, kind=self.kind)


class BillByAnotherForm(BillView):
    """A number written another way (8575, 8.575-05, 08575-05, no final slash): moved for good."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        number = self._built(**kwargs)
        rest = f"{kwargs['rest'].strip('/')}/".removeprefix("/")
        address = bill_address(number, kind=self.kind) + rest
        if address == request.path or not self._leads_to_a_page(address):
            raise Http404(_("There is no such page."))
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)

    def build(self, printed: str, rest: str) -> str:
        return bill_numbers.written_in_full(printed, kind=self.kind)

    def _leads_to_a_page(self, address: str) -> bool:
        try:
            match = resolve(address)
        except Resolver404:
            return False
        return getattr(match.func, "view_class", None) is not type(self)
