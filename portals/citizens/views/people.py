"""Senators, regions and parties."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from portals.citizens.pages import (
    party,
    region,
    senator,
    senator_attendance,
    senator_compare,
    senator_list,
    senator_votes,
)
from portals.citizens.pages.vote_addresses import REGION_PARAMETER
from portals.shared.pagination import CURSOR_PARAMETER
from portals.shared.parameters import asked
from portals.shared.views import Audience, PageView


class PeopleView(PageView):
    """Any page about people: for everyone."""

    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "senators"

    def asked(self, parameter: str) -> str:
        """What the address says for a parameter, «» where it says nothing."""
        return asked(self.request.GET, parameter)


class SenatorList(PeopleView):
    template_name: ClassVar[str] = "citizens/people/list.html"

    def build(self) -> senator_list.SenatorListPage:
        order = self.asked(senator_list.ORDER_PARAMETER)
        return senator_list.build(order, on=timezone.localdate())


class SenatorDetail(PeopleView):
    template_name: ClassVar[str] = "citizens/people/senator.html"

    def build(self, slug: str) -> senator.SenatorPage:
        return senator.build(slug, on=timezone.localdate())


class SenatorVotes(PeopleView):
    template_name: ClassVar[str] = "citizens/people/votes.html"

    def build(self, slug: str) -> senator_votes.SenatorVotesPage:
        query = self.request.GET
        return senator_votes.build(
            slug,
            senator_votes.Chosen.read(query),
            on=timezone.localdate(),
            cursor=query.get(CURSOR_PARAMETER),
        )


class SenatorAttendance(PeopleView):
    template_name: ClassVar[str] = "citizens/people/attendance.html"

    def build(self, slug: str) -> senator_attendance.AttendancePage:
        legislature = self.asked(senator_attendance.LEGISLATURE_PARAMETER)
        return senator_attendance.build(slug, legislature, on=timezone.localdate())


class SenatorBills(PeopleView):
    """The bills of a senator are the list of bills, narrowed by author."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        bills = reverse("citizens:bill-list")
        return HttpResponsePermanentRedirect(f"{bills}?autor={kwargs['slug']}")


class CompareSenators(PeopleView):
    template_name: ClassVar[str] = "citizens/people/compare.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        one, other = kwargs["one"], kwargs["other"]
        if one == other:
            return HttpResponseRedirect(reverse("citizens:senator", kwargs={"slug": one}))
        address = senator_compare.comparison_address(one, other)
        if address != request.path:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
        return super().get(request, **kwargs)

    def build(self, one: str, other: str) -> senator_compare.ComparePage:
        return senator_compare.build(
            one,
            other,
            self.asked(senator_compare.VIEW_PARAMETER),
            on=timezone.localdate(),
            cursor=self.request.GET.get(CURSOR_PARAMETER),
        )


class ChooseSenators(PeopleView):
    """The form of two lists, and where it goes: to the address of that comparison."""

    template_name: ClassVar[str] = "citizens/people/choose.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        one, other = self._chosen()
        if one and other:
            return HttpResponseRedirect(senator_compare.comparison_address(one, other))
        return super().get(request, **kwargs)

    def build(self) -> senator_compare.ChoosePage:
        return senator_compare.build_choice(self._chosen()[0], on=timezone.localdate())

    def _chosen(self) -> tuple[str, str]:
        one = slugify(self.asked(senator_compare.ONE_PARAMETER))
        return one, slugify(self.asked(senator_compare.OTHER_PARAMETER))


class RegionDetail(PeopleView):
    template_name: ClassVar[str] = "citizens/people/region.html"

    def build(self, slug: str) -> region.RegionPage:
        return region.build(slug, on=timezone.localdate())


class MySenators(PeopleView):
    """Pick a region; its page's address is the memory. No account and no cookie."""

    template_name: ClassVar[str] = "citizens/people/my_senators.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        slug = slugify(self.asked(REGION_PARAMETER))
        if slug:
            return HttpResponseRedirect(reverse("citizens:region", kwargs={"slug": slug}))
        return super().get(request, **kwargs)

    def build(self) -> region.MySenatorsPage:
        return region.build_choice()


class PartyDetail(PeopleView):
    template_name: ClassVar[str] = "citizens/people/party.html"

    def build(self, slug: str) -> party.PartyPage:
        return party.build(slug, on=timezone.localdate())
