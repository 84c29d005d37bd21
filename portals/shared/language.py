"""Spanish at /, English at /en/: the address alone decides, so that one address is one page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils import translation

FIRST, SECOND = "es", "en"
PREFIX = f"/{SECOND}"

# Django knows the active language as well; asking it a few hundred times a page costs as much
# as a query, and this does not.
_reading: ContextVar[str] = ContextVar("reading")


def language() -> str:
    """The two letters of the language being written.

    With none active it is English, since message ids are and they are what would come out.
    """
    known = _reading.get("")
    if known:
        return known
    return FIRST if (translation.get_language() or "").startswith(FIRST) else SECOND


def gettext(message: str) -> str:
    """The message in the language being written. Like Django's, but each is looked up once."""
    return _translated(message, "", language())


def pgettext(context: str, message: str) -> str:
    """The same, for a word that means several things; «» for one that does not."""
    return _translated(message, context, language())


@lru_cache(maxsize=8192)
def _translated(message: str, context: str, _language: str) -> str:
    return translation.pgettext(context, message) if context else translation.gettext(message)


def language_of(path: str) -> str:
    """The language in which an address is read."""
    return SECOND if path == PREFIX or path.startswith(f"{PREFIX}/") else FIRST


@contextmanager
def reading_in(language: str) -> Iterator[None]:
    """Write in another language for a while, inside a request or out of any."""
    before = _reading.set(language)
    try:
        with translation.override(language):
            yield
    finally:
        _reading.reset(before)


class LanguageFromPath:
    """Middleware: no header, no cookie, no session is asked, and no Vary is needed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        request.LANGUAGE_CODE = language
        # Not undone afterwards: a streamed body is still being written then.
        translation.activate(language)
        before = _reading.set(language)
        try:
            response = self._get_response(request)
        finally:
            _reading.reset(before)
        response.headers.setdefault("Content-Language", language)
        return response
