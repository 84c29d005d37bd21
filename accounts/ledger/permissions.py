"""May this actor read the ledger?"""

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import OFFICIALS_PORTAL


def can_read(actor: Actor) -> Decision:
    """Whether they may search the ledger. Every official may: it holds acts of office."""
    if actor.user_id is None or actor.has(*OFFICIALS_PORTAL):
        return ALLOWED
    return denied(_("Only officials of the Senate search the ledger."))
