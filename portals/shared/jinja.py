"""The template environment of every portal: Jinja, escaped, strict, translated, with the components.

``environment`` is what the settings name. A variable that was not given is an error, not an
empty string; so is an argument that a component does not declare.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined, nodes
from markupsafe import Markup

from portals.shared import formats, ui, wording
from portals.shared.language import language

COMPONENT_FOLDER = "components/"

# Parts of every page that only a few values decide: kept, one for each language and values.
REMEMBERED = frozenset({"site_nav", "site_index", "ribbon", "filters"})


def environment(**options: Any) -> Environment:
    """Build the environment that Django's Jinja backend asks for."""
    options["undefined"] = StrictUndefined
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    options.setdefault("cache_size", -1)
    options.setdefault("extensions", ["jinja2.ext.i18n"])
    made = Environment(**options)  # noqa: S701 (Django's backend passes autoescape=True)
    made.policies["ext.i18n.trimmed"] = True
    made.newstyle_gettext = True  # type: ignore[attr-defined]
    made.globals.update(wording.TRANSLATORS)
    made.filters.update(formats.FILTERS)
    made.globals.update(static=_static, url=url)
    made.globals.update(ui.COMPONENTS)
    made.globals.update(template_components(made))
    return made


def url(name: str, /, **arguments: object) -> str:
    """The address of a named view, in the language being read."""
    return reverse(name, kwargs=arguments)


_static_addresses: dict[str, str] = {}


def _static(path: str) -> str:
    """The address of a static file; remembered, since its hashed name never changes in production."""
    if settings.DEBUG:
        return static(path)
    if path not in _static_addresses:
        _static_addresses[path] = static(path)
    return _static_addresses[path]


class TemplateComponent:
    """A component written as a macro: called by keyword, with exactly what it declares."""

    def __init__(self, made: Environment, name: str) -> None:
        self.name = name
        self._environment = made
        self._path = f"{COMPONENT_FOLDER}{name}.html"
        self._macro: Callable[..., Markup] | None = None
        self.required, self.optional, self.takes_content = self._declared()
        self._remembered = lru_cache(maxsize=256)(self._rendered_once)

    def _declared(self) -> tuple[frozenset[str], frozenset[str], bool]:
        source, *_rest = self._environment.loader.get_source(self._environment, self._path)  # type: ignore[union-attr]
        macro = next(
            node
            for node in self._environment.parse(source).find_all(nodes.Macro)
            if node.name == self.name
        )
        names = [argument.name for argument in macro.args]
        split = len(names) - len(macro.defaults)
        content = any(node.name == "caller" for node in macro.find_all(nodes.Name))
        return frozenset(names[:split]), frozenset(names[split:]), content

    def __call__(self, **given: Any) -> Markup:
        """Render.

        :raises TypeError: an argument is missing or not declared, or content is given to a
            component that takes none
        """
        names = given.keys() - {"caller"}
        unknown = names - self.required - self.optional
        missing = self.required - names
        if unknown or missing or ("caller" in given) != self.takes_content:
            raise TypeError(self._complaint(unknown, missing))
        if self.name in REMEMBERED and not self._environment.auto_reload:
            known = tuple((name, _frozen(given[name])) for name in sorted(names))
            return self._remembered(language(), known)
        return self._template()(**given)

    def _rendered_once(self, _language: str, given: tuple[tuple[str, Any], ...]) -> Markup:
        return self._template()(**dict(given))

    def _complaint(self, unknown: set[str], missing: frozenset[str]) -> str:
        if unknown:
            return f"{self.name}() does not declare {', '.join(sorted(unknown))}"
        if missing:
            return f"{self.name}() needs {', '.join(sorted(missing))}"
        takes = "needs" if self.takes_content else "takes no"
        return f"{self.name}() {takes} content between {{% call %}} and {{% endcall %}}"

    def _template(self) -> Callable[..., Markup]:
        if self._macro is not None and not self._environment.auto_reload:
            return self._macro
        module = self._environment.get_template(self._path).module
        self._macro = getattr(module, self.name)
        return self._macro


def _frozen(value: Any) -> Any:
    """The same value, as what is remembered must have it: a list of parts as a tuple."""
    return tuple(value) if isinstance(value, list) else value


def template_components(made: Environment) -> Mapping[str, TemplateComponent]:
    """Every macro of ``templates/components``: one a file, named as its file."""
    if made.loader is None:
        return {}
    names = [
        path.removeprefix(COMPONENT_FOLDER).removesuffix(".html")
        for path in made.loader.list_templates()
        if path.startswith(COMPONENT_FOLDER) and path.endswith(".html")
    ]
    return {name: TemplateComponent(made, name) for name in names}
