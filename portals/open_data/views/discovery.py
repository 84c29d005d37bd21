"""What crawlers and browsers look for by themselves: robots, sitemaps, the search description."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from rest_framework.request import Request

from portals.open_data.base.queries import Anything
from portals.open_data.base.views import MachineView
from portals.open_data.formats import sitemap
from portals.open_data.formats.xml import HEAD, element
from portals.open_data.pages import maps
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.record_watch import current_state

# A search has no end, and says nothing that the pages it leads to do not.
ROBOTS = """User-agent: *
Disallow: /buscar/
Disallow: /en/buscar/
Allow: /

Sitemap: {address}
"""
SITEMAP_CACHE = "public, max-age=3600"


def site_version() -> str:
    return str(getattr(settings, "SENATE_VERSION", ""))


class Robots(MachineView):
    query_class = Anything

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        text = ROBOTS.format(address=self.at.page("sitemap.xml"))
        return HttpResponse(text, content_type="text/plain; charset=utf-8")


class OpenSearch(MachineView):
    """How a browser may search here (OpenSearch 1.1), in the language of the address."""

    query_class = Anything

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        search = self.at.site + reverse("citizens:search")
        feed = self.at.page("buscar.atom")
        lines = [
            f'{HEAD}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
            element("ShortName", _("Senate of Chile")[:16]),
            element("Description", _("Bills, votes, sittings and senators of Chile.")),
            element("InputEncoding", "UTF-8"),
            element("Language", "en" if language() == "en" else "es-CL"),
            element("Image", self.at.site + static("img/icon.svg"), type="image/svg+xml"),
            element("Url", type="text/html", template=f"{search}?q={{searchTerms}}"),
            element("Url", type="application/atom+xml", template=f"{feed}?q={{searchTerms}}"),
            "</OpenSearchDescription>",
        ]
        return HttpResponse(
            "\n".join(lines) + "\n", content_type="application/opensearchdescription+xml"
        )


class MapFile(MachineView):
    """A sitemap: too large to keep in memory beside the pages that people read; crawlers who
    have it are told whether the record changed since."""

    query_class = Anything

    def get(self, request: Request, **kwargs: Any) -> HttpResponse:
        today = timezone.localdate()
        etag = f'"{current_state().revision}-{today}-{site_version()}"'
        known = get_conditional_response(request._request, etag=etag)
        answer = known or HttpResponse(
            self.written(today, **kwargs), content_type=sitemap.MEDIA_TYPE
        )
        answer.headers["ETag"] = etag
        answer.headers["Cache-Control"] = SITEMAP_CACHE
        return answer

    def written(self, *args: Any, **kwargs: Any) -> bytes:
        raise NotImplementedError


class SitemapIndex(MapFile):
    def written(self, on: date) -> bytes:
        return sitemap.index(maps.maps(self.at, on=on))


class Sitemap(MapFile):
    def written(self, on: date, section: str, chunk: int) -> bytes:
        return sitemap.pages(self.at.site, maps.pages_of(section, chunk, on=on))
