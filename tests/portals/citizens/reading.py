"""What a page says to those who read it."""

import re

from bs4 import Tag

_BEFORE_A_STOP = re.compile(r" (?=[.,;:])")


def text_of(element: Tag) -> str:
    """The words of a part of a page, with one space between them, as somebody would read them."""
    return _BEFORE_A_STOP.sub("", " ".join(element.get_text(" ").split()))


def notices_of(main: Tag) -> list[str]:
    """What a page says that its readers must know."""
    return [text_of(notice) for notice in main.select(".notice")]


def left_out(*filters: str) -> str:
    """The notice of a list whose address says something in vain, in English."""
    return (
        "The list is not narrowed by everything the address says."
        f" Left out, because it stands for nothing here: {', '.join(filters)}."
    )
