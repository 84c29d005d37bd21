"""Who may draft, approve and publish. Two persons, always (four eyes)."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import Role
from legislation.publishing.models import Publication

DRAFTERS = (Role.DRAFTING_OFFICIAL, Role.COMMITTEE_SECRETARY, Role.FLOOR_SECRETARIAT)
APPROVERS = (Role.APPROVING_OFFICIAL, Role.FLOOR_SECRETARIAT)


def can_edit(actor: Actor, publication: Publication) -> Decision:
    """Whoever drafted it edits it, and nobody else: so that it is known whose words they are."""
    if actor.user_id is None or publication.drafted_by_id != actor.user_id:
        return denied(_("Only the person who drafted it may change it."))
    return ALLOWED


def can_review(actor: Actor, publication: Publication) -> Decision:
    """Whoever may approve, but for the person who drafted it."""
    if not actor.has(*APPROVERS):
        return denied(_("Only an approving official decides what is published."))
    if publication.drafted_by_id == actor.user_id:
        return denied(_("You drafted it: another person must approve it."))
    return ALLOWED


def can_approve(actor: Actor, publication: Publication, at: datetime) -> Decision:
    """As to review it, and with a passkey of the last five minutes: it publishes."""
    review = can_review(actor, publication)
    return actor.confirmed_by(at) if review else review


def can_withdraw(actor: Actor, publication: Publication, at: datetime) -> Decision:
    """Taking back what is public is decided as publishing it is."""
    return can_approve(actor, publication, at)
