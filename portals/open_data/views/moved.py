"""Addresses of the API that are none: moved where only a final slash is too many, else absent."""

from typing import Any

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve
from rest_framework.request import Request

from portals.open_data.base.problems import not_there
from portals.open_data.base.views import ApiView


class Elsewhere(ApiView):
    schema = None

    def get(self, request: Request, **kwargs: Any) -> HttpResponse:
        path = request.path.rstrip("/")
        if path != request.path and not _is_elsewhere(path):
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
        return not_there().response(request._request)


def _is_elsewhere(path: str) -> bool:
    return resolve(path).url_name == "elsewhere"
