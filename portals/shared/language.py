"""Spanish at /, English at /en/: the address alone decides, so that one address is one page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

FIRST, SECOND = "es", "en"
PREFIX = f"/{SECOND}"


class LanguageFromPath:
    """Middleware: no header, no cookie, no session is asked, and no Vary is needed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        language = SECOND if path == PREFIX or path.startswith(f"{PREFIX}/") else FIRST
        request.LANGUAGE_CODE = language
        # Not undone afterwards: a streamed body is still being written then.
        translation.activate(language)
        response = self._get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
