"""Who acts: a person with the roles they hold now, or the system. There is no third thing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from accounts.decisions import ALLOWED, Decision
from accounts.roles import Role

# How long a confirmation by passkey opens what is most sensitive (NIST SP 800-63B, 5.2.8).
CONFIRMATION_LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at one moment: account, name, roles in force, and when a passkey last proved them.

    ``user_id`` is None for the system alone. ``confirmed_at`` is the last time that this
    person proved presence with a passkey in this session.
    """

    user_id: int | None
    name: str
    roles: frozenset[Role] = frozenset()
    confirmed_at: datetime | None = None

    def has(self, *roles: Role) -> bool:
        """Whether they hold one of these roles."""
        return not self.roles.isdisjoint(roles)

    def confirmed_by(self, at: datetime) -> Decision:
        """Whether a passkey proved them within the last five minutes before ``at``."""
        if self.user_id is None:
            return ALLOWED
        if self.confirmed_at and timedelta(0) <= at - self.confirmed_at <= CONFIRMATION_LASTS:
            return ALLOWED
        return Decision(
            allowed=False,
            reason=_("Confirm with your passkey that it is you."),
            needs_confirmation=True,
        )


SYSTEM = Actor(user_id=None, name="Sistema")
