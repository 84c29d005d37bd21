"""How long a session lives. Pure: no clock, no tables.

Limits follow NIST SP 800-63B at the second level, and are stricter for those who manage accounts.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.roles import Role

# A session that is being used is written down again no more often than this.
SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """``idle``: without a request. ``absolute``: since it began, whatever happens in it."""

    idle: timedelta
    absolute: timedelta


EVERYBODY = Limits(idle=timedelta(minutes=30), absolute=timedelta(hours=12))
IT_ADMINISTRATORS = Limits(idle=timedelta(minutes=15), absolute=timedelta(hours=8))


def limits_for(roles: Set[Role]) -> Limits:
    """The limits of a session of somebody who holds these roles; the strictest one rules."""
    return IT_ADMINISTRATORS if Role.IT_ADMINISTRATOR in roles else EVERYBODY


def is_over(limits: Limits, *, began_at: datetime, seen_at: datetime, at: datetime) -> bool:
    """Whether a session that began and was last seen at these moments is over at ``at``.

    A clock that went back counts as over: such a session cannot be reckoned.
    """
    if began_at > at or seen_at > at:
        return began_at - at > SEEN_EVERY or seen_at - at > SEEN_EVERY
    return at - seen_at > limits.idle or at - began_at > limits.absolute
