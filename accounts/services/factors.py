"""Writes into the ledger how staff prove themselves: sign-ins, and factors added or removed.

Of citizens nothing is written: what they do with their own account is theirs.
"""

from datetime import datetime

from django.db import transaction

from accounts.ledger.services import append
from accounts.models import User
from accounts.roles import STAFF
from accounts.selectors import actor_for
from accounts.services.roles import KIND


@transaction.atomic
def record_sign_in(*, user: User, methods: list[str], at: datetime) -> None:
    """Write down that somebody of staff signed in.

    :param methods: how, in the words of allauth: code, webauthn, totp, recovery_codes, …
    """
    _say("account.signed_in", user, at, methods=methods)


@transaction.atomic
def record_factor(*, act: str, user: User, kind: str, at: datetime) -> None:
    """Write down a factor that somebody of staff added or removed.

    :param act: ``factor.added`` or ``factor.removed``
    :param kind: webauthn, totp or recovery_codes
    """
    _say(act, user, at, kind=kind)


def _say(act: str, user: User, at: datetime, **data: object) -> None:
    actor = actor_for(user, at=at)
    if actor.has(*STAFF):
        append(act=act, actor=actor, object_kind=KIND, object_key=str(user.pk), data=data)
