"""Sessions only where they are asked for, and only for as long as they may live."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.contrib.auth import logout
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from accounts.requests import BEGAN_AT, SEEN_AT, user_of
from accounts.selectors import roles_of
from accounts.sessions import IT_ADMINISTRATORS, SEEN_EVERY, is_over, limits_for

PRIVATE = ("/portal/", "/cuenta/", "/en/portal/", "/en/cuenta/")


class SessionsWhereAsked(SessionMiddleware):
    """Django's own, but a page that asked nothing of its session is left as it is.

    Django would erase a cookie that cannot be a session's from any answer, and with it make a
    page for everyone depend on a cookie.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        session = request.session
        if not session.accessed and not session.modified:
            return response
        return super().process_response(request, response)


class SessionLimits:
    """Under /portal/ and /cuenta/: ends a session that is over, and keeps pages out of caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PRIVATE):
            return self._get_response(request)
        now = timezone.now()
        response = expired(request, now) or self._get_response(request)
        if user_of(request) is not None:
            _see(request, now)
        add_never_cache_headers(response)
        return response


def expired(request: HttpRequest, at: datetime) -> HttpResponse | None:
    """Sign out whoever's session is over, and send them to sign in again."""
    user = user_of(request)
    began_at, seen_at = _moment(request, BEGAN_AT), _moment(request, SEEN_AT)
    if user is None or began_at is None or seen_at is None:
        return None
    # Roles are asked for only when the strictest limits are past.
    if not is_over(IT_ADMINISTRATORS, began_at=began_at, seen_at=seen_at, at=at):
        return None
    limits = limits_for(roles_of(user, at=at))
    if not is_over(limits, began_at=began_at, seen_at=seen_at, at=at):
        return None
    logout(request)
    query = {"next": request.get_full_path()} if request.method == "GET" else {}
    return redirect(f"{reverse('account_login')}?{urlencode({**query, 'sesion': 'vencida'})}")


def _see(request: HttpRequest, at: datetime) -> None:
    """Write down when the session began and was last used, once a minute at most."""
    if BEGAN_AT not in request.session:
        request.session[BEGAN_AT] = int(at.timestamp())
    seen_at = _moment(request, SEEN_AT)
    if seen_at is None or at - seen_at >= SEEN_EVERY:
        request.session[SEEN_AT] = int(at.timestamp())


def _moment(request: HttpRequest, name: str) -> datetime | None:
    seconds = request.session.get(name)
    return None if seconds is None else datetime.fromtimestamp(int(seconds), UTC)
