"""The Senate's addresses, and a bare response to measure them against."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from senate.urls import urlpatterns as senate_urlpatterns

BARE_BODY = b"<!doctype html><title>bare</title><p>" + b"x" * 30_000


def bare(_request: HttpRequest) -> HttpResponse:
    """30 kB through the whole middleware stack and nothing else."""
    return HttpResponse(BARE_BODY)


urlpatterns = [path("bare/", bare), *senate_urlpatterns]
