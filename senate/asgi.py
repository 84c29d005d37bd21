"""The door for server-sent events, and for nothing else.

Pages belong to WSGI. A stream holds its connection for hours, so it gets a process that can
hold thousands; whatever is not under the stream path is refused here.
"""

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.core.asgi import get_asgi_application

from senate.processes import STREAM_PATH

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senate.settings.prod")

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]

django_application = get_asgi_application()


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Hand streams to Django; answer 404 to everything else."""
    if scope["type"] == "http" and scope["path"].startswith(STREAM_PATH):
        await django_application(scope, receive, send)
    elif scope["type"] == "http":
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": 404, "headers": headers})
        await send({"type": "http.response.body", "body": b"Only streams live here.\n"})
