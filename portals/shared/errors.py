"""What people see when something is not as asked: what happened, and what to do next."""

import re

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template import loader

from portals.shared.chrome import chrome_of
from portals.shared.language import language_of, reading_in
from portals.shared.pagination import InvalidCursor

# The words of an address that may help a search: numbers and names, not the names of sections.
_SECTIONS = frozenset(
    [
        "en",
        "proyectos",
        "votaciones",
        "senadores",
        "sesiones",
        "comisiones",
        "aprender",
        "datos",
        "buscar",
    ]
)
_LAST_RESORT = (
    "<!doctype html><html lang=es-CL><meta charset=utf-8><title>Senado</title>"
    "<h1>Algo falló de nuestro lado</h1><p>Vuelva a intentarlo en unos minutos.</p>"
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Asks nothing of the request but its path: its very host may be what is wrong."""
    with reading_in(language_of(request.path_info)):
        return HttpResponse(loader.render_to_string("400.html"), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The reason is shown when the rule that refused gave one."""
    reason = str(exception) if isinstance(exception, PermissionDenied) else ""
    return _answer(request, 403, reason=reason)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Offers the beginning of a list whose page is gone, or a search for what the address named."""
    list_href = request.path if isinstance(exception, InvalidCursor) else ""
    return _answer(request, 404, list_href=list_href, guess=_guess(request.path))


def server_error(request: HttpRequest) -> HttpResponse:
    """Answers even when the templates themselves are what failed."""
    try:
        return HttpResponse(loader.render_to_string("500.html"), status=500)
    except Exception:  # noqa: BLE001 (the original failure is already on its way to the log)
        return HttpResponse(_LAST_RESORT, status=500)


def _answer(request: HttpRequest, status: int, **context: str) -> HttpResponse:
    context_and_chrome = {**context, "chrome": chrome_of(request)}
    text = loader.render_to_string(f"{status}.html", context_and_chrome)
    return HttpResponse(text, status=status)


def _guess(path: str) -> str:
    words = [word for word in path.split("/") if word and word not in _SECTIONS]
    return re.sub(r"[-_]+(?!\d\d$)", " ", words[0])[:80] if words else ""
