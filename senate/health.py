"""Two questions that machines ask: does the process live, and can it do its work?

Asked with GET or HEAD; with anything else, 405 (which a guard of forms must not hide).
"""

from __future__ import annotations

import logging
from collections.abc import Callable

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

BROKER_SECONDS = 2
log = logging.getLogger(__name__)


@csrf_exempt
@require_safe
def alive(_request: HttpRequest) -> HttpResponse:
    """/healthz: this process answers. Asks nobody, so that a slow database restarts no web."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@csrf_exempt
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """/readyz: the database and the broker answer too; 503 names the one that does not."""
    answers = {name: is_well(name, ask) for name, ask in QUESTIONS.items()}
    return JsonResponse(answers, status=200 if all(answers.values()) else 503)


def ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def ask_broker() -> None:
    with redis.Redis.from_url(
        settings.REDIS_URL,
        socket_timeout=BROKER_SECONDS,
        socket_connect_timeout=BROKER_SECONDS,
    ) as broker:
        broker.ping()


QUESTIONS: dict[str, Callable[[], None]] = {"database": ask_database, "broker": ask_broker}


def is_well(name: str, ask: Callable[[], None]) -> bool:
    try:
        ask()
    except (DatabaseError, redis.RedisError, OSError) as wrong:
        log.warning("Not ready: the %s does not answer: %s", name, wrong)
        return False
    return True


urlpatterns = [path("healthz", alive), path("readyz", ready)]
