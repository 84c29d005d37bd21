"""The Senate's addresses, the gallery of components, and one address for each way of failing."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from portals.shared.errors import _answer
from senate import urls

ERRORS = {status: f"/error/{status}/" for status in (400, 403, 422, 500)}
GALLERY = "/galeria/"

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def bad_request(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def unprocessable(request: HttpRequest) -> HttpResponse:
    return _answer(request, 422)


def failing(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [
    *urls.urlpatterns,
    path("error/400/", bad_request),
    path("error/403/", forbidden),
    path("error/422/", unprocessable),
    path("error/500/", failing),
    path("", include("portals.shared.gallery")),
]
