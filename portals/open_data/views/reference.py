"""The OpenAPI document, and the page that is drawn from it for people."""

from functools import cache
from typing import Any, ClassVar

from django.http import HttpResponse
from django.urls import URLPattern
from rest_framework.response import Response

from portals.open_data.base.limits import requests_per_minute
from portals.open_data.base.views import MachineView
from portals.open_data.pages import reference
from portals.open_data.pages.filters import LanguageQuery
from portals.open_data.views.schema import document_in
from portals.shared.language import language
from portals.shared.views import Audience, PageView

Routes = tuple[URLPattern, ...]


class OpenApiDocument(MachineView):
    query_class = LanguageQuery
    routes: Routes = ()

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return Response(document_in(self.asked.get("idioma", "es"), self.routes))


class Reference(PageView):
    template_name: ClassVar[str] = "open_data/reference.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "data"
    routes: Routes = ()

    def build(self) -> reference.ReferencePage:
        return page_in(language(), self.routes, requests_per_minute())


@cache
def page_in(tongue: str, routes: Routes, _limit: int) -> reference.ReferencePage:
    """The page in a language: as the document itself, it changes with the sources only, and with
    the one setting that it states."""
    return reference.build(document_in(tongue, routes))
