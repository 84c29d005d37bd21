"""The list of fictional people that anybody may enter as, under a banner that says so."""

from dataclasses import dataclass

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.landing import landing_of
from accounts.models import User
from accounts.requests import ENTERED_AT, actor_of, begin
from accounts.roles import Role
from accounts.selectors import people_by_role
from senate.demonstration.accounts import DOMAIN

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True, slots=True)
class Entry:
    """A fictional person: what they hold and who they are."""

    pk: int
    name: str
    role: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """/demostracion/entrar/: choose, and be signed in as if a passkey had just proved it.

    Only fictional accounts, and only where the settings are the demonstration's.
    """
    if not settings.DEMONSTRATION_ENTERING:
        raise Http404(_("There is no such page."))
    now = timezone.now()
    if request.method != "POST":
        entries = [
            Entry(user.pk, user.name, str(Role(role).label))
            for user, role in people_by_role(f"@{DOMAIN}", at=now)
        ]
        return render(request, "accounts/enter.html", {"page": {"entries": entries}})
    wanted = request.POST.get("person", "")
    user = (
        User.objects.filter(pk=wanted, is_active=True, email__endswith=f"@{DOMAIN}").first()
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 19
        else None
    )
    if user is None:
        raise Http404(_("There is no such person."))
    request.session.flush()
    login(request, user, backend=BACKEND)
    begin(request, now)
    request.session[ENTERED_AT] = now.timestamp()
    UserSession.objects.create_from_request(request)
    actor = actor_of(request, now)
    return redirect(landing_of(actor) if actor else "account_home")
