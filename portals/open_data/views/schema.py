"""The OpenAPI document: drawn from the views themselves, once in each language."""

import threading
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings
from drf_spectacular.utils import OpenApiParameter

from portals.open_data.base.problems import PROBLEM
from portals.open_data.base.queries import Words
from portals.open_data.serializers.envelopes import ProblemSerializer, list_of, one_of
from portals.shared.language import gettext as _
from portals.shared.language import reading_in

API_VERSION = "1"
# The settings of the generator are the process's own: one document is drawn at a time.
_drawing = threading.Lock()


class DescribedView(AutoSchema):
    """Takes every word of the description from the view."""

    view: Any

    def get_operation_id(self) -> str:
        return str(self.view.operation)

    def get_summary(self) -> str:
        return str(self.view.summary)

    def get_description(self, *args: Any) -> str:
        return str(self.view.summary)

    def get_tags(self) -> list[str]:
        return [self.view.tag]

    def get_override_parameters(self) -> list[Any]:
        query = self.view.query_class
        return [*([query] if query().fields else []), *self._of_the_path()]

    def get_response_serializers(self) -> Any:
        return {
            (200, "application/json"): self._shape(),
            (400, PROBLEM): ProblemSerializer,
            **({(404, PROBLEM): ProblemSerializer} if "{" in self.path else {}),
            (406, PROBLEM): ProblemSerializer,
            (429, PROBLEM): ProblemSerializer,
        }

    def _shape(self) -> Any:
        shape = self.view.shape
        if self.view.is_list:
            return list_of(shape)
        return one_of(shape) if "{" in self.path else shape

    def _of_the_path(self) -> list[OpenApiParameter]:
        meanings = {
            "number": (str, _("Official number, such as 8575-05.")),
            "slug": (str, _("Name in the address.")),
            "legislature": (int, _("Number of the legislature.")),
            "session": (int, _("Number of the sitting.")),
            "position": (int, _("Order within the sitting, from 1.")),
        }
        if self.view.tag == "sessions":
            meanings["number"] = (int, _("Number of the sitting."))
        return [
            OpenApiParameter(name, kind, OpenApiParameter.PATH, description=meaning)
            for name, (kind, meaning) in meanings.items()
            if f"{{{name}}}" in self.path
        ]


@cache
def document_in(language: str, routes: tuple[URLPattern | URLResolver, ...]) -> dict[str, Any]:
    """The OpenAPI 3.1 document of these routes, in a language."""
    with _drawing, reading_in(language), patched_settings(_settings()):
        generator = SchemaGenerator(patterns=list(routes))
        document: dict[str, Any] = generator.get_schema(request=None, public=True)
        return document


class WordsInDocument(OpenApiSerializerFieldExtension):
    """How the document describes several words in one parameter."""

    target_class = Words

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        words = list(self.target.words)
        return {"type": "array", "items": {"type": "string", "enum": words}}


def tidied(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """The document without what concerns only those who change the sources.

    Their docstrings are left out (they are in the sources' own language), and so are the
    generator's marks. Words in one parameter are separated by commas.
    """
    for shape in result["components"]["schemas"].values():
        shape.pop("description", None)
    for methods in result["paths"].values():
        for parameter in methods["get"].get("parameters", ()):
            if parameter["schema"].get("type") == "array":
                parameter |= {"style": "form", "explode": False}
    _without_marks(result)
    return result


def _without_marks(node: Any) -> None:
    if isinstance(node, dict):
        node.pop("x-spec-enum-id", None)
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        _without_marks(child)


def _settings() -> dict[str, Any]:
    return {
        "OAS_VERSION": "3.1.0",
        "TITLE": _("Open data of the Senate of Chile"),
        "DESCRIPTION": _(
            "The legislative record, as the public pages show it: read-only, without keys."
        ),
        "VERSION": API_VERSION,
        "POSTPROCESSING_HOOKS": [f"{__name__}.{tidied.__name__}"],
        "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
        "SERVERS": [],
        "SCHEMA_PATH_PREFIX": "",
        "SORT_OPERATION_PARAMETERS": False,
    }
