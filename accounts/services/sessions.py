"""Ends everything that somebody has open, at once."""

from allauth.usersessions.models import UserSession
from django.db import transaction

from accounts.models import User


@transaction.atomic
def end_sessions(*, user: User) -> int:
    """End every session of this account; how many were listed.

    The mark that each session must match is made anew, so that one that is listed nowhere ends
    as well.
    """
    user.set_unusable_password()
    user.save(update_fields=["password"])
    listed = list(UserSession.objects.filter(user=user))
    for session in listed:
        session.end()
    return len(listed)
