"""What a page says to people, and in which language it says so."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from bs4 import BeautifulSoup, Comment, Doctype, Tag
from django.conf import settings

from senate.catalogues import Catalogues

SPOKEN_ATTRIBUTES = ("title", "aria-label", "alt", "placeholder", "data-l")
SILENT = {"script", "style", "template"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
WORD = re.compile(r"[^\W\d_]{3,}")


def spoken(page: BeautifulSoup, language: str) -> Iterator[str]:
    """Each text node and each attribute that is read aloud, of what is in that language."""
    for node in page.html.find_all(string=True):
        if isinstance(node, Comment | Doctype) or node.parent.name in SILENT:
            continue
        if language_of(node.parent) == language:
            yield from _said(node)
    for element in page.html.find_all(True):
        if language_of(element) == language:
            for name in SPOKEN_ATTRIBUTES:
                yield from _said(element.get(name, ""))


def language_of(element: Tag) -> str:
    """By the nearest ``lang``: «es» or «en»."""
    marked = element if element.has_attr("lang") else element.find_parent(lang=True)
    return str(marked["lang"])[:2]


def _said(text: str) -> Iterator[str]:
    words = " ".join(text.split())
    if WORD.search(words):
        yield words


@lru_cache
def messages() -> tuple[tuple[str, str], ...]:
    """Every sentence of the interface as (English, Spanish), «» where there is no Spanish yet."""
    catalogue = Catalogues(Path(settings.BASE_DIR)).read("es")
    pairs = []
    for message in catalogue:
        if message.id:
            pairs += list(zip(_forms(message.id), _forms(message.string), strict=False))
    return tuple(pairs)


def _forms(text: str | Iterable[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def english_only() -> re.Pattern[str]:
    """Matches a whole sentence of the interface that Spanish says with other words."""
    return _any_of(english for english, spanish in messages() if english != spanish)


def spanish_only() -> re.Pattern[str]:
    return _any_of(spanish for english, spanish in messages() if english != spanish)


def _any_of(sentences: Iterable[str]) -> re.Pattern[str]:
    """Matches any of them whole, whatever stands in their placeholders."""
    patterns = {_pattern(" ".join(sentence.split())) for sentence in sentences}
    return re.compile("|".join(sorted(patterns - {""})))


def _pattern(sentence: str) -> str:
    words = WORD.findall(PLACEHOLDER.sub("", sentence))
    if not words:
        return ""
    # «Ley %(number)s» is not «Ley 18.918, art. 27»: one word alone vouches for one more.
    anything = ".+" if len(words) > 1 else r"\S+"
    return anything.join(re.escape(part) for part in PLACEHOLDER.split(sentence))
