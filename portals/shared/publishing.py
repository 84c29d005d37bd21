"""Public pages: anonymous by construction, validated, and served from memory.

A page that everyone sees alike is marked by its view (``mark_public``). This middleware
gives it validators and public cache headers, answers 304, and keeps it in the process's
memory until the record changes. A hit asks the database nothing.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from portals.shared.record_watch import watch

CACHE_CONTROL = "public, max-age=0, s-maxage=10, stale-while-revalidate=30"
_PUBLIC_MARK = "is_public_page"

PageKey = tuple[int, str, str, str, str, str]


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

    @property
    def size(self) -> int:
        return len(self.body) + 1024

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
            old = self._pages.pop(key, None)
            self._size += page.size - (old.size if old else 0)
            self._pages[key] = page
            while self._size > self._capacity and self._pages:
                _key, dropped = self._pages.popitem(last=False)
                self._size -= dropped.size


class PublicPages:
    """Middleware, first in the stack."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._capacity = settings.PUBLIC_CACHE_BYTES
        self._memory = PageMemory(self._capacity)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self._get_response(request)
        if self._capacity:
            watch.start()
        # The epoch is read before the page is computed: a change that lands meanwhile
        # leaves the page filed where nobody looks again.
        epoch = watch.epoch if self._capacity else None
        key = _key(request, epoch) if epoch is not None else None
        if key is not None and (page := self._memory.get(key)) is not None:
            return _conditional(request, page, page.response())
        response = self._get_response(request)
        if not getattr(response, _PUBLIC_MARK, False) or response.status_code != 200:
            return response
        page = _keep(response)
        if key is not None:
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
    )


def _keep(response: HttpResponse) -> KeptPage:
    """Finish the headers of a public response and remember it.

    :raises CookieOnPublicPage: the view was not anonymous after all
    """
    if response.cookies or "cookie" in response.headers.get("Vary", "").lower():
        raise CookieOnPublicPage("A public page must not depend on a cookie or set one.")
    etag = f'"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = CACHE_CONTROL
    changed_at = None
    if watch.epoch is not None and watch.state is not None and watch.state.changed_at is not None:
        changed_at = int(watch.state.changed_at.timestamp())
        response.headers["Last-Modified"] = http_date(changed_at)
    return KeptPage(response.content, tuple(response.headers.items()), etag, changed_at)


def _conditional(request: HttpRequest, page: KeptPage, response: HttpResponse) -> HttpResponse:
    meta = request.META
    if "HTTP_IF_NONE_MATCH" not in meta and "HTTP_IF_MODIFIED_SINCE" not in meta:
        return response
    answer = get_conditional_response(
        request, etag=page.etag, last_modified=page.changed_at, response=response
    )
    if isinstance(answer, HttpResponseNotModified):
        answer.headers["Cache-Control"] = CACHE_CONTROL
    return answer or response
