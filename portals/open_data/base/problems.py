"""Refusals that a program can read: problem+json (RFC 9457), whatever went wrong."""

import json
import logging
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import ngettext
from rest_framework import exceptions

from portals.open_data.base.addresses import Addresses, site_of
from portals.shared.language import gettext as _

PROBLEM = "application/problem+json"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one parameter, and what would be right."""

    parameter: str
    detail: str
    known: tuple[str, ...] = ()

    def described(self) -> dict[str, Any]:
        described: dict[str, Any] = {"parameter": self.parameter, "detail": self.detail}
        return described | ({"known": list(self.known)} if self.known else {})


@dataclass
class Refused(Exception):
    """The question itself is wrong: 400, with every fault of it."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Problem:
    """A refusal. ``code`` is where the documentation explains it; ``title`` is the same always."""

    status: HTTPStatus
    code: str
    title: str
    detail: str
    faults: tuple[Fault, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)

    def response(self, request: HttpRequest) -> HttpResponse:
        body: dict[str, Any] = {
            "type": Addresses(site_of(request)).documentation(f"problem-{self.code}"),
            "title": self.title,
            "status": int(self.status),
            "detail": self.detail,
            "instance": request.get_full_path(),
        }
        if self.faults:
            body["errors"] = [fault.described() for fault in self.faults]
        answer = HttpResponse(
            json.dumps(body, ensure_ascii=False, separators=(",", ":")),
            status=self.status,
            content_type=PROBLEM,
        )
        answer.headers["Cache-Control"] = "no-store"
        for name, value in self.headers.items():
            answer.headers[name] = value
        return answer


def respond_to(wrong: Exception, context: dict[str, Any]) -> HttpResponse:
    """Answer any exception of a view. One that nobody foresaw is logged and answers 500."""
    request: HttpRequest = context["request"]._request
    problem = _foreseen(wrong, request)
    if problem is None:
        if settings.DEBUG:
            raise wrong
        got_request_exception.send(sender=None, request=request)
        logger.error("No answer for %s", request.path, exc_info=wrong)
        problem = Problem(
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "failure",
            _("Something failed on our side"),
            _("The failure has been recorded. Asking again later may work."),
        )
    return problem.response(request)


def _foreseen(wrong: Exception, request: HttpRequest) -> Problem | None:
    match wrong:
        case Refused(faults):
            return Problem(
                HTTPStatus.BAD_REQUEST,
                "parameters",
                _("The question cannot be understood"),
                " ".join(f"{fault.parameter}: {fault.detail}" for fault in faults),
                faults,
            )
        case ObjectDoesNotExist() | Http404() | exceptions.NotFound():
            return not_there()
        case exceptions.MethodNotAllowed():
            return Problem(
                HTTPStatus.METHOD_NOT_ALLOWED,
                "method",
                _("This address can only be read"),
                _("Use GET, HEAD or OPTIONS, not %(method)s.") % {"method": request.method},
                headers={"Allow": "GET, HEAD, OPTIONS"},
            )
        case exceptions.NotAcceptable():
            return Problem(
                HTTPStatus.NOT_ACCEPTABLE,
                "format",
                _("Not in this format"),
                _(
                    "This address answers application/json only; other formats have addresses of their own."
                ),
            )
        case exceptions.Throttled():
            return _too_many(getattr(wrong, "wait", None))
        case exceptions.ParseError():
            return Problem(
                HTTPStatus.BAD_REQUEST,
                "parameters",
                _("The question cannot be understood"),
                str(wrong.detail),
            )
    return None


def not_there() -> Problem:
    """Absent and unpublished answer alike."""
    return Problem(
        HTTPStatus.NOT_FOUND,
        "absent",
        _("There is nothing at this address"),
        _("What was asked for does not exist, or is not published."),
    )


def _too_many(wait: float | None) -> Problem:
    seconds = max(1, int(wait or 1))
    return Problem(
        HTTPStatus.TOO_MANY_REQUESTS,
        "limit",
        _("Too many requests from this address"),
        ngettext(
            "Wait %(seconds)d second and ask again.",
            "Wait %(seconds)d seconds and ask again.",
            seconds,
        )
        % {"seconds": seconds},
        headers={"Retry-After": str(seconds), "RateLimit": f'"address";r=0;t={seconds}'},
    )
