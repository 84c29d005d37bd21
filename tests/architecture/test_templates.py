"""A portal's templates know the layouts, the components and their own folder; no page trusts a string."""

import ast
import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.architecture.sources import ROOT, calls, modules, name_of, parsed

TEMPLATES = ROOT / "templates"
SHARED = {"layouts", "components"}
ERROR_PAGES = {path.name for path in TEMPLATES.glob("*.html")}
EVERY_TEMPLATE = sorted(
    path for path in TEMPLATES.rglob("*.html") if "django" not in path.relative_to(TEMPLATES).parts
)
REFERRING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
SYNTAX = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 (nothing is rendered)


def template_name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def home_of(name: str) -> str:
    """The folder that a template belongs to: «citizens», «layouts»; «» for an error page."""
    return name.partition("/")[0] if "/" in name else ""


def references(path: Path) -> set[str]:
    """The templates that this one names, whichever way it chooses between them."""
    tree = SYNTAX.parse(path.read_text(encoding="utf-8"))
    return {
        constant.value
        for kind in REFERRING
        for node in tree.find_all(kind)
        for constant in node.template.find_all(nodes.Const)
        if isinstance(constant.value, str) and constant.value.endswith(".html")
    } | {
        node.template.value
        for kind in REFERRING
        for node in tree.find_all(kind)
        if isinstance(node.template, nodes.Const)
    }


@pytest.mark.parametrize("path", EVERY_TEMPLATE, ids=template_name)
def test_a_template_knows_only_what_is_shared_and_its_own_folder(path):
    home = home_of(template_name(path))
    allowed = {"layouts"} if home == "layouts" else {*SHARED, home} - {""}
    assert {name for name in references(path) if home_of(name) not in allowed} == set()


@pytest.mark.parametrize("path", EVERY_TEMPLATE, ids=template_name)
def test_a_template_trusts_no_string(path):
    tree = SYNTAX.parse(path.read_text(encoding="utf-8"))
    filters = {node.name for node in tree.find_all(nodes.Filter)}
    assert filters & {"safe", "forceescape"} == set()
    assert {n.name for n in tree.find_all(nodes.Name)} & {"Markup", "mark_safe"} == set()
    assert "{% autoescape" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EVERY_TEMPLATE, ids=template_name)
def test_a_template_writes_no_script_and_no_style(path):
    tree = SYNTAX.parse(path.read_text(encoding="utf-8"))
    written = "".join(part.data for part in tree.find_all(nodes.TemplateData))
    assert re.findall(r"<script(?![^>]*\bsrc=)", written) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=", written) == []


def test_every_template_is_used():
    """By another one, by a view or by the handler of an error."""
    named = {name for path in EVERY_TEMPLATE for name in references(path)} | ERROR_PAGES
    for path in modules("accounts", "portals", "senate"):
        named |= {
            node.value
            for node in ast.walk(parsed(path))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.endswith(".html")
        }
    pages = {template_name(path) for path in EVERY_TEMPLATE}
    assert {name for name in pages - named if home_of(name) != "components"} == set()


def test_outside_the_shared_components_markup_is_written_out_and_never_made_of_values():
    """``Markup("<b>{}</b>").format(value)`` escapes the value; ``Markup(value)`` does not."""
    trusted = [
        f"{name_of(path)}:{call.lineno}"
        for path in modules("accounts", "legislation", "metrics", "portals", "senate")
        if "portals/shared/" not in name_of(path)
        for name, call in calls(parsed(path))
        if name.split(".")[-1] in {"mark_safe", "SafeString"}
        or (name == "Markup" and not (call.args and isinstance(call.args[0], ast.Constant)))
    ]
    assert trusted == []
