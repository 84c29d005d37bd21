"""What a page says to those who read it."""

import re

from bs4 import Tag

_BEFORE_A_STOP = re.compile(r" (?=[.,;:])")


def text_of(element: Tag) -> str:
    """The words of a part of a page, with one space between them, as somebody would read them."""
    return _BEFORE_A_STOP.sub("", " ".join(element.get_text(" ").split()))
