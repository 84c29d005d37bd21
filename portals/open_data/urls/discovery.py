from django.urls import URLPattern, path

from portals.open_data.urls import converters  # noqa: F401 (registers the parts of addresses)
from portals.open_data.views import discovery

urlpatterns: list[URLPattern] = [
    path("robots.txt", discovery.Robots.as_view(), name="robots"),
    path("sitemap.xml", discovery.SitemapIndex.as_view(), name="sitemap"),
    path(
        "sitemap-<slug:section>-<from_one:chunk>.xml",
        discovery.Sitemap.as_view(),
        name="sitemap-part",
    ),
]
