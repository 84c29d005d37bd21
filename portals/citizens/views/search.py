"""The one search box: straight to what a number names, else what was found."""

from dataclasses import replace
from typing import Any, ClassVar

from django.core.exceptions import ObjectDoesNotExist
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils import timezone

from portals.citizens.pages import search
from portals.citizens.pages.search_address import SearchAddress
from portals.shared.language import gettext as _
from portals.shared.views import Audience, PageView


class SearchStart(PageView):
    """The box alone, and what it understands."""

    template_name: ClassVar[str] = "citizens/search/start.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "search"

    def build(self) -> search.SearchStartPage:
        return search.build_start(on=timezone.localdate())


class Search(PageView):
    template_name: ClassVar[str] = "citizens/search/results.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "search"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            address = SearchAddress.read(request.GET)
        except ObjectDoesNotExist as absent:
            raise Http404(_("There is no such page.")) from absent
        if not address.words:
            start = SearchStart()
            start.setup(request)
            return start.get(request)
        if straight := search.go_straight(address):
            return HttpResponseRedirect(straight)
        if address.is_beyond_everything:
            return HttpResponsePermanentRedirect(replace(address, tipo="proyectos").href())
        return super().get(request, address=address)

    def build(self, address: SearchAddress) -> search.SearchPage:
        return search.build(address, on=timezone.localdate())
