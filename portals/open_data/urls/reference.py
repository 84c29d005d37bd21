"""The page for people who write programs, in both languages, and the OpenAPI document."""

from django.urls import URLPattern, path
from django.utils.functional import lazy

from portals.open_data.urls import api
from portals.open_data.views import discovery, reference
from portals.shared.language import language


def _in_its_language(route: str) -> str:
    return f"en/{route}" if language() == "en" else route


# A route of the framework may be translated; this is what makes one address for each language.
in_both_languages = lazy(_in_its_language, str)

urlpatterns: list[URLPattern] = [
    path(
        in_both_languages("api/"),
        reference.Reference.as_view(routes=tuple(api.urlpatterns)),
        name="api-docs",
    ),
    path(
        "api/v1/openapi.json",
        reference.OpenApiDocument.as_view(routes=tuple(api.urlpatterns)),
        name="openapi",
    ),
    path(in_both_languages("opensearch.xml"), discovery.OpenSearch.as_view(), name="opensearch"),
]
