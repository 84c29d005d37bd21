"""Public pages: anonymous by construction, validated, and served from memory.

A page that everyone sees alike is marked by its view (``mark_public``). This middleware
gives it validators and public cache headers, answers 304, and keeps it in the process's
memory until the record changes. A hit asks the database nothing.
"""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from portals.shared.record_watch import known_epoch, watch

CACHE_CONTROL = "public, max-age=0, s-maxage=10, stale-while-revalidate=30"
_PUBLIC_MARK = "is_public_page"
# Where what the client accepts may change the answer, or refuse it.
_NEGOTIATED = "/api/"
# A browser lets a page of another site read an answer only if each says so, a 304 as well.
_READ_ELSEWHERE = ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers")
# A date holds whole seconds and clocks differ a little: until this many seconds after a change,
# another one could bear the same date, so that what is answered meanwhile bears none.
_SETTLED_AFTER = 2
_STARTED_AT = int(time.time())

PageKey = tuple[int, str, str, str, str, str, str]


def mark_public(response: HttpResponse) -> HttpResponse:
    """Say that this response is the same for everyone and may be kept and shared."""
    setattr(response, _PUBLIC_MARK, True)
    return response


class CookieOnPublicPage(RuntimeError):
    """A page for everyone tried to set a cookie or to vary by one."""


@dataclass(frozen=True)
class KeptPage:
    """A finished response: enough to answer again without the application."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    changed_at: int | None

    def response(self) -> HttpResponse:
        return HttpResponse(self.body, headers=dict(self.headers))


class PageMemory:
    """The most recently used pages, up to a number of bytes, under one epoch."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._size = 0
        self._pages: OrderedDict[PageKey, KeptPage] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: PageKey) -> KeptPage | None:
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: PageKey, page: KeptPage) -> None:
        with self._lock:
            if (old := self._pages.pop(key, None)) is not None:
                self._size -= _size_of(key, old)
            self._size += _size_of(key, page)
            self._pages[key] = page
            while self._size > self._capacity and self._pages:
                self._size -= _size_of(*self._pages.popitem(last=False))


def _size_of(key: PageKey, page: KeptPage) -> int:
    """What a page takes; an address or an Accept may be longer than what they ask for."""
    return len(page.body) + sum(len(str(part)) for part in key) + 1024


class NoTokenUnasked:
    """Middleware, right after the one that guards forms.

    That one renews a token's malformed cookie at once, even where nobody wants a token, and a
    page for everyone would set a cookie. A view that does want a token gets a new one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", False):
            request.META.pop("CSRF_COOKIE", None)
        return self._get_response(request)


class PublicPages:
    """Middleware, first in the stack."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._capacity = settings.PUBLIC_CACHE_BYTES
        self._memory = PageMemory(self._capacity)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self._get_response(request)
        # The epoch is read before the page is computed: a change that lands meanwhile
        # leaves the page filed where nobody looks again.
        epoch = known_epoch() if self._capacity else None
        key = _key(request, epoch) if epoch is not None else None
        if key is not None and (page := self._memory.get(key)) is not None:
            return _conditional(request, page, page.response())
        changed_at = _changed_at()
        response = self._get_response(request)
        if not getattr(response, _PUBLIC_MARK, False) or response.status_code != 200:
            return response
        page = _finish(response, changed_at)
        if key is not None and _tells_apart(request, response):
            self._memory.put(key, page)
        return _conditional(request, page, response)


def _key(request: HttpRequest, epoch: int) -> PageKey:
    meta = request.META
    return (
        epoch,
        timezone.localdate().isoformat(),
        request.scheme or "",
        meta.get("HTTP_HOST", ""),
        request.path,
        meta.get("QUERY_STRING", ""),
        meta.get("HTTP_ACCEPT", "") if _is_negotiated(request) else "",
    )


def _is_negotiated(request: HttpRequest) -> bool:
    return request.path.startswith(_NEGOTIATED)


def _tells_apart(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the key holds everything of the request that the response says it depends on."""
    return _varying(response) <= ({"accept"} if _is_negotiated(request) else set())


def _varying(response: HttpResponse) -> set[str]:
    named = (name.strip() for name in response.headers.get("Vary", "").lower().split(","))
    return {name for name in named if name}


def _changed_at() -> int | None:
    """When what pages say may last have changed, in seconds: with the record, the day or us.

    Asked before a page is computed, so that a change that lands meanwhile is later than it.
    None where that cannot be said, or where another change could still bear the same date.
    """
    state = watch.state
    if known_epoch() is None or state is None or state.changed_at is None:
        return None
    now = timezone.localtime()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    latest = max(int(state.changed_at.timestamp()), int(midnight.timestamp()), _STARTED_AT)
    return latest if now.timestamp() - latest >= _SETTLED_AFTER else None


def _finish(response: HttpResponse, changed_at: int | None) -> KeptPage:
    """Give a public response its last headers, and take from it what can be kept.

    :raises CookieOnPublicPage: the view was not anonymous after all
    """
    if response.cookies or "cookie" in _varying(response):
        raise CookieOnPublicPage("A public page must not depend on a cookie or set one.")
    etag = f'"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = CACHE_CONTROL
    if changed_at is not None:
        response.headers["Last-Modified"] = http_date(changed_at)
    return KeptPage(response.content, tuple(response.headers.items()), etag, changed_at)


def _conditional(request: HttpRequest, page: KeptPage, response: HttpResponse) -> HttpResponse:
    meta = request.META
    if "HTTP_IF_NONE_MATCH" not in meta and "HTTP_IF_MODIFIED_SINCE" not in meta:
        return response
    answer = get_conditional_response(
        request, etag=page.etag, last_modified=page.changed_at, response=response
    )
    if answer is None or answer is response:
        return response
    for name in _READ_ELSEWHERE:
        if name in response.headers:
            answer.headers[name] = response.headers[name]
    return answer
