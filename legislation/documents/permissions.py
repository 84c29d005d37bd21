"""Who may bring documents in. Nothing that they bring is public before it is published."""

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import Role

TAKE_IN = (
    Role.DRAFTING_OFFICIAL,
    Role.APPROVING_OFFICIAL,
    Role.COMMITTEE_SECRETARY,
    Role.FLOOR_SECRETARIAT,
)


def can_take_in(actor: Actor) -> Decision:
    """Whether they may upload files and make them versions of documents.

    The officials who write the record: drafting, approving, of a committee or of the floor.
    """
    if actor.user_id is None or actor.has(*TAKE_IN):
        return ALLOWED
    return denied(_("Only the Secretariat's officials upload documents."))
