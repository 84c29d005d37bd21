"""What some pages of an account ask before they open."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.decisions import ALLOWED, Decision, denied
from accounts.requests import user_of
from accounts.roles import STAFF
from accounts.selectors import roles_of

View = Callable[..., HttpResponseBase]
# When an enrolment link of two officials opened this session, and for how long it serves.
ENROLLING_SINCE = "enrolling_since"
ENROLLING_LASTS = timedelta(minutes=15)


def can_enrol(request: HttpRequest) -> Decision:
    """Whether whoever is signed in may add a factor in this session.

    A citizen may. Staff and senators must have proved themselves with a factor they hold, or
    have come by an enrolment link that two officials gave: a mailbox alone opens nothing.
    """
    user = user_of(request)
    if user is None:
        return denied(_("Sign in first."))
    now = timezone.now()
    if not roles_of(user, at=now) & STAFF or _is_enrolling(request, now):
        return ALLOWED
    methods = {one.get("method") for one in get_authentication_records(request, user)}
    if "mfa" in methods:
        return ALLOWED
    return denied(
        _("To add a passkey, ask for an enrolment link: an IT administrator and another give it.")
    )


def _is_enrolling(request: HttpRequest, at: datetime) -> bool:
    since = float(request.session.get(ENROLLING_SINCE, 0))
    return 0 <= at.timestamp() - since <= ENROLLING_LASTS.total_seconds()


def enrolling(view: View) -> View:
    """Open a page that adds a factor only to those who may."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        can_enrol(request).require()
        return view(request, *args, **kwargs)

    return guarded
