"""The one kind of view for machines: it reads, for everybody, and every refusal is a problem.

A view names its parameters and says what it answers. Answers are marked public, so that they
carry validators and are kept in memory until the record changes; nothing about who asks may be
in them.
"""

from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from portals.open_data.base import problems
from portals.open_data.base.addresses import Addresses, site_of
from portals.open_data.base.limits import PerAddress, policy
from portals.open_data.base.queries import Query
from portals.shared.publishing import mark_public
from portals.shared.record_watch import current_state

EXPOSED = "ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After, Senate-Revision"
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class AnyFormat(DefaultContentNegotiation):
    """For addresses whose ending is the format: what the client would accept is not asked."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


class MachineView(APIView):
    """GET: read the parameters, answer, and share the answer with everyone."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012 (as the framework declares it)
    renderer_classes = (JSONRenderer,)
    content_negotiation_class: type[DefaultContentNegotiation] = AnyFormat
    query_class: ClassVar[type[Query]] = Query

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer what ``self.asked`` asks."""
        raise NotImplementedError

    def get(self, request: Request, **kwargs: Any) -> HttpResponse:
        self.asked = self.query_class.reading(request.query_params)
        response = self.answer(**kwargs)
        return mark_public(response)

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Say that anybody may read from anywhere."""
        answer = HttpResponse(status=204, headers=PREFLIGHT)
        answer.headers["Allow"] = PREFLIGHT["Access-Control-Allow-Methods"]
        return answer

    @property
    def at(self) -> Addresses:
        return Addresses(site_of(self.request._request))

    def get_exception_handler(self) -> Any:
        return problems.respond_to

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        done = super().finalize_response(request, response, *args, **kwargs)
        done.headers["Access-Control-Allow-Origin"] = "*"
        done.headers["Access-Control-Expose-Headers"] = EXPOSED
        return done


class ApiView(MachineView):
    """A resource of the API: JSON by agreement, limited by address, of a known revision."""

    content_negotiation_class = DefaultContentNegotiation
    throttle_classes = (PerAddress,)

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        done = super().finalize_response(request, response, *args, **kwargs)
        if self.throttle_classes:
            done.headers["RateLimit-Policy"] = policy()
            done.headers["Vary"] = "Accept"
        if isinstance(done, Response):
            done.headers["Senate-Revision"] = str(current_state().revision)
        return done
