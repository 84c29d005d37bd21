"""May this actor look after deliveries?"""

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import Role


def can_replay(actor: Actor) -> Decision:
    """Whether they may have a reaction that was given up run again.

    Whoever keeps the machine running, or the secretariat whose act it is. It decides nothing
    of the record: the reaction does what it was to do in the first place.
    """
    if actor.user_id is None or actor.has(Role.IT_ADMINISTRATOR, Role.FLOOR_SECRETARIAT):
        return ALLOWED
    return denied(_("Only an IT administrator or the floor secretariat runs a delivery again."))
