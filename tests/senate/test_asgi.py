from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from senate import asgi


def ask(path: str, kind: str = "http") -> list[Mapping[str, Any]]:
    sent: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    async def answer() -> None:
        await asgi.application({"type": kind, "path": path}, receive, send)

    # In a thread of its own: a browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, answer()).result()
    return sent


@pytest.fixture
def django_was_asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []

    async def django(scope: Mapping[str, Any], _receive: object, _send: object) -> None:
        asked.append(scope["path"])

    monkeypatch.setattr(asgi, "django_application", django)
    return asked


def test_a_stream_goes_to_django(django_was_asked: list[str]) -> None:
    assert ask("/stream/sala/") == []
    assert django_was_asked == ["/stream/sala/"]


@pytest.mark.parametrize("path", ["/", "/proyectos/8575-05/", "/streams/", "/en/stream/"])
def test_a_page_is_refused_here(django_was_asked: list[str], path: str) -> None:
    start, body = ask(path)

    assert (start["status"], body["body"]) == (404, b"Only streams live here.\n")
    assert django_was_asked == []


def test_what_is_not_http_is_left_unanswered(django_was_asked: list[str]) -> None:
    assert (ask("/stream/", kind="websocket"), django_was_asked) == ([], [])
