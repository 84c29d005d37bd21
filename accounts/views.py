"""Our own pages of an account, beside those that allauth brings."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import services
from accounts.errors import AccountRule
from accounts.guards import ENROLLING_SINCE
from accounts.landing import portals_of
from accounts.requests import ENTERED_AT, actor_of, begin, passkey_at, user_of
from accounts.roles import STAFF
from accounts.selectors import roles_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """/cuenta/: who one is here, which portals are open, and everything that can be changed."""
    now = timezone.now()
    actor, user = actor_of(request, now), user_of(request)
    if actor is None or user is None:
        raise Http404
    held = roles_of(user, at=now)
    page = {
        "name": actor.name,
        "email": user.email,
        "roles": [role.label for role in sorted(held)],
        "portals": portals_of(actor),
        "is_waiting_for_passkey": bool(held & STAFF) and passkey_at(request) is None,
        "has_passkey": has_passkey(user.pk),
    }
    return render(request, "accounts/home.html", {"page": page})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponseBase:
    """/cuenta/confirmar/?next=: prove with a passkey that it is still the same person.

    A session of the demonstration, which holds no passkey, confirms by pressing a button.
    """
    onward = safe_next(request)
    if not (settings.DEMONSTRATION_ENTERING and ENTERED_AT in request.session):
        return redirect(f"{reverse('mfa_reauthenticate_webauthn')}?{urlencode({'next': onward})}")
    if request.method == "POST":
        request.session[ENTERED_AT] = timezone.now().timestamp()
        return redirect(onward)
    return render(request, "accounts/confirm.html", {"page": {"next": onward}})


@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest, token: str) -> HttpResponse:
    """/cuenta/inscripcion/…/: a link that two officials gave; pressing its button uses it up."""
    if request.method != "POST":
        return render(request, "accounts/enrol.html", {"page": {"refusal": ""}})
    now = timezone.now()
    try:
        user = services.use_enrolment(token=token, at=now)
    except AccountRule as refusal:
        page = {"refusal": str(refusal)}
        return render(request, "accounts/enrol.html", {"page": page}, status=422)
    request.session.flush()
    login(request, user, backend=BACKEND)
    UserSession.objects.create_from_request(request)
    begin(request, now)
    request.session[ENROLLING_SINCE] = now.timestamp()
    return redirect("mfa_add_webauthn")


@login_required
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own sessions; another's is not found."""
    try:
        UserSession.objects.get(pk=pk, user=user_of(request)).end()
    except UserSession.DoesNotExist:
        raise Http404(_("There is no such session.")) from None
    return redirect("usersessions_list")


def has_passkey(user_id: int) -> bool:
    """Whether this account holds a passkey at all."""
    held = Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.WEBAUTHN)
    return bool(held.exists())


def safe_next(request: HttpRequest) -> str:
    """Where to go afterwards: an address of this site, or the account's page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else reverse("account_home")
