"""Other people's pages inside our own: their words between our masthead and our footer.

``{% framed %} title {% main %} content {% endframed %}`` is for Django's template language,
which the pages of allauth are written in; the frame itself is ours, in Jinja.
"""

from typing import Any

from django import template
from django.forms import BoundField
from django.http import HttpRequest
from django.template import loader
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from portals.shared.chrome import Chrome, chrome_of

FRAME = "accounts/framed.html"
# What a browser's own description of itself holds, the more telling first.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS": "macOS",
    "Linux": "Linux",
}
register = template.Library()


def surroundings(request: HttpRequest) -> dict[str, Chrome]:
    """What a layout needs, for pages that are rendered with their request."""
    return {"chrome": chrome_of(request)}


class Framed(template.Node):
    """Renders the title and the content, and puts both into the frame."""

    child_nodelists = ("title", "main")

    def __init__(self, title: NodeList, main: NodeList) -> None:
        self.title, self.main = title, main

    def render(self, context: Context) -> SafeString:
        title = mark_safe(self.title.render(context).strip())  # noqa: S308 (escaped where written)
        values: dict[str, Any] = {"title": title, "main": self.main.render(context)}
        framed = loader.render_to_string(FRAME, values, request=context["request"])
        return mark_safe(framed)  # noqa: S308 (both engines have escaped what is in it)


@register.filter
def plain(field: BoundField) -> SafeString:
    """A field's control without the words inside it that repeat its label."""
    return field.as_widget(attrs={"placeholder": False})


@register.filter
def browser(description: str) -> str:
    """A browser and its system in a word each, from what it says of itself; or what it says."""
    known = (
        next((name for mark, name in names.items() if mark in description), "")
        for names in (BROWSERS, SYSTEMS)
    )
    return " · ".join(filter(None, known)) or description[:60]


@register.tag
def framed(parser: Parser, _token: Token) -> Framed:
    title = parser.parse(("main",))
    parser.delete_first_token()
    main = parser.parse(("endframed",))
    parser.delete_first_token()
    return Framed(title, main)
