"""Who asks, from the session that they hold. The one way from a request to an actor.

What staff hold shows only in a session that a passkey proved; any other shows a citizen.
"""

from datetime import UTC, datetime

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from accounts.actors import Actor
from accounts.models import User
from accounts.roles import STAFF, Role
from accounts.selectors import roles_of

# What a session of the demonstration holds instead of a passkey: when it was entered or confirmed.
ENTERED_AT = "entered_at"
BEGAN_AT, SEEN_AT = "began_at", "seen_at"  # seconds since 1970


def actor_of(request: HttpRequest, at: datetime) -> Actor | None:
    """Who asks at that moment; nobody if not signed in or disabled.

    Everybody signed in is a citizen. Roles of staff and senators are theirs here only if this
    session was proved by a passkey. Costs the session, the account and the roles: 3 queries.
    """
    user = user_of(request)
    if user is None:
        return None
    proved_at = passkey_at(request)
    held = roles_of(user, at=at)
    if proved_at is None:
        held -= STAFF
    return Actor(
        user_id=user.pk,
        name=user.name or user.email,
        roles=held | {Role.CITIZEN},
        confirmed_at=proved_at,
    )


def user_of(request: HttpRequest) -> User | None:
    """The account that is signed in and not disabled, if any."""
    user = request.user
    return user if isinstance(user, User) and user.is_active else None


def passkey_at(request: HttpRequest) -> datetime | None:
    """When a passkey of the person signed in last proved them in this session, if ever.

    The demonstration's mark counts only where entering is allowed by its settings.
    """
    moments = [
        float(record["at"])
        for record in get_authentication_records(request, user_of(request))
        if record.get("method") == "mfa" and record.get("type") == "webauthn"
    ]
    if settings.DEMONSTRATION_ENTERING and ENTERED_AT in request.session:
        moments.append(float(request.session[ENTERED_AT]))
    return datetime.fromtimestamp(max(moments), UTC) if moments else None


def begin(request: HttpRequest, at: datetime) -> None:
    """A session begins to count: its limits are reckoned from now."""
    request.session[BEGAN_AT] = request.session[SEEN_AT] = int(at.timestamp())
