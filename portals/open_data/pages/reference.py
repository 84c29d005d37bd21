"""The page for people who write programs: what there is, how to ask, what may go wrong.

The operations and the shapes are read from the OpenAPI document, so that the page and the
document cannot disagree. The document itself speaks the language it was drawn in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.urls import reverse
from markupsafe import Markup

from portals.open_data.base.limits import requests_per_minute
from portals.open_data.base.lists import ROWS_IN_A_FILE
from portals.open_data.base.queries import LARGEST_PAGE, USUAL_PAGE
from portals.open_data.pages import prose
from portals.shared.formats import number
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Link
from portals.shared.tables import data_table

Row = tuple[str | Markup, ...]
SHAPE = "#/components/schemas/"


class Operation(NamedTuple):
    """``parameters`` is a table, «» where there are none."""

    id: str
    path: str
    summary: str
    parameters: Markup
    parameters_title: str
    answers: tuple[Link, ...]


class Group(NamedTuple):
    """Operations about the same thing."""

    id: str
    title: str
    operations: tuple[Operation, ...]


class Shape(NamedTuple):
    """A resource: its name and the table of its fields."""

    id: str
    name: str
    fields: Markup
    fields_title: str


@dataclass(frozen=True)
class ReferencePage:
    crumbs: tuple[Link, ...]
    lead: str
    openapi: str
    index: str
    facts: tuple[str | Markup, ...]
    examples: Markup
    groups: tuple[Group, ...]
    shapes: tuple[Shape, ...]
    formats: Markup
    format_notes: tuple[str | Markup, ...]
    problems: Markup
    promises: tuple[str, ...]


def build(document: Mapping[str, Any]) -> ReferencePage:
    """Draw the page from an OpenAPI document, its tables written. No query."""
    figures = {
        "usual": number(USUAL_PAGE),
        "largest": number(LARGEST_PAGE),
        "rows": number(ROWS_IN_A_FILE),
        "requests": number(requests_per_minute()),
    }
    shapes = document["components"]["schemas"]
    return ReferencePage(
        crumbs=(Link(_("Home"), reverse("citizens:home")), Link(_("Open data"))),
        lead=_("The same record that these pages show, for programs: no key, no charge."),
        openapi=reverse("open_data:openapi"),
        index=reverse("open_data:api"),
        facts=prose.facts(figures),
        examples=_table(_("Examples"), (_("What"), _("Address")), prose.examples()),
        groups=tuple(_groups(document)),
        shapes=tuple(_shape(name, shape) for name, shape in shapes.items() if _is_shown(name)),
        formats=_table(_("Formats of the pages"), (_("What"), _("Address")), prose.formats()),
        format_notes=prose.format_notes(figures),
        problems=_table(
            _("When it goes wrong"),
            (_("HTTP status"), _("Type"), _("What happened")),
            prose.problems(),
        ),
        promises=prose.promises(),
    )


def _is_shown(name: str) -> bool:
    """Lists and single resources are their resource with something around it."""
    return not name.endswith("List") and not name.startswith("One")


def _groups(document: Mapping[str, Any]) -> Iterator[Group]:
    titles = prose.group_titles()
    found: dict[str, list[Operation]] = {tag: [] for tag in titles}
    for path, methods in document["paths"].items():
        operation = methods["get"]
        found[operation["tags"][0]].append(_operation(path, operation))
    for tag, operations in found.items():
        yield Group(
            f"sobre-{tag}", titles[tag], tuple(sorted(operations, key=lambda one: one.path))
        )


def _operation(path: str, operation: Mapping[str, Any]) -> Operation:
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    title = _("Parameters of %(path)s") % {"path": path}
    known = [_parameter(one) for one in operation.get("parameters", ())]
    columns = (_("Parameter"), _("Meaning"), _("Values"))
    return Operation(
        id=operation["operationId"],
        path=path,
        summary=operation["summary"],
        parameters=_table(title, columns, known) if known else Markup(""),
        parameters_title=title,
        answers=tuple(_answers(answer)),
    )


def _answers(schema: Mapping[str, Any]) -> Iterator[Link]:
    name = schema["$ref"].removeprefix(SHAPE)
    own = name.removeprefix("One").removesuffix("List")
    label = _("A list of %(shape)s") % {"shape": own} if name.endswith("List") else own
    yield Link(label, f"#{_shape_id(own)}")


def _parameter(parameter: Mapping[str, Any]) -> Row:
    return (
        _code(parameter["name"]),
        parameter.get("description", ""),
        _values(parameter["schema"]),
    )


def _values(schema: Mapping[str, Any]) -> Markup:
    words = schema.get("enum") or schema.get("items", {}).get("enum") or ()
    return Markup(" ").join(_code(str(word)) for word in words if word is not None)


def _shape(name: str, schema: Mapping[str, Any]) -> Shape:
    title = _("Fields of %(name)s") % {"name": name}
    fields = [_field(*field) for field in schema["properties"].items()]
    table = _table(title, (_("Field"), _("Type"), _("Meaning")), fields)
    return Shape(_shape_id(name), name, table, title)


def _shape_id(name: str) -> str:
    return f"forma-{name}"


def _field(name: str, schema: Mapping[str, Any]) -> Row:
    meaning = Markup("{} ").format(schema["description"]) if "description" in schema else Markup("")
    labels = schema.get("x-labels", {})
    codes = Markup("; ").join(
        Markup("{} {}").format(_code(code), label) for code, label in labels.items()
    )
    return _code(name), _type(schema), meaning + codes


def _type(schema: Mapping[str, Any]) -> Markup:
    """«string or null», «list of Vote», as the document says it."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(SHAPE)
        return Markup('<a href="#{}">{}</a>').format(_shape_id(name), name)
    for way in ("allOf", "oneOf", "anyOf"):
        if way in schema:
            return _joined(_type(one) for one in schema[way])
    kinds = schema.get("type", "object")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return _joined(_kind(kind, schema) for kind in kinds)


def _kind(kind: str, schema: Mapping[str, Any]) -> Markup:
    if kind == "array":
        sentence = _("list of %(what)s")
        return Markup("{}").format(sentence) % {"what": _type(schema["items"])}
    shown = schema.get("format") if kind == "string" else None
    return Markup("{}").format(shown or kind)


def _joined(types: Iterable[Markup]) -> Markup:
    joint = _("or")
    return Markup(" {} ").format(joint).join(types)


def _table(caption: str, headings: Sequence[str], rows: Iterable[Row]) -> Markup:
    """A table whose first column names its rows."""
    first, *others = headings
    columns = [Column(first, "head"), *map(Column, others)]
    return data_table(caption=caption, columns=columns, rows=rows, variant="stack")


def _code(text: str) -> Markup:
    return Markup("<code>{}</code>").format(text)
