"""Who enters letters. Every answer has its reason."""

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import Role


def can_keep_letters(actor: Actor) -> Decision:
    """Whether they enter what goes out and what comes in."""
    if actor.has(Role.DRAFTING_OFFICIAL, Role.FLOOR_SECRETARIAT):
        return ALLOWED
    return denied(_("Only the Secretariat's officials enter letters."))
