"""Who may do what with amendments. Every answer has its reason."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from accounts import grants
from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import Role
from legislation.amendments.enums import Body, Deed
from legislation.procedure.models import Dossier

# What is done in the committee's name. The rest of what is not ruled comes by paper.
OF_THE_COMMITTEE = frozenset({Deed.APPROVE, Deed.MODIFY, Deed.APPROVE_PARTLY, Deed.REJECT})
BY_PAPER = frozenset({Deed.FILE, Deed.WITHDRAW, Deed.TAKE_OVER, Deed.RENEW})


def can_keep_papers(actor: Actor, dossier: Dossier) -> Decision:
    """Whether they open and close the bill's amendment papers (RS 118)."""
    if actor.has(Role.FLOOR_SECRETARIAT) or serves(actor, dossier):
        return ALLOWED
    return denied(
        _("Only the floor secretariat, or the secretary of its committee, keeps amendment papers.")
    )


def can_file_amendment(actor: Actor, dossier: Dossier) -> Decision:
    """Whether they enter what the President or senators propose, withdraw or renew."""
    if actor.has(Role.DRAFTING_OFFICIAL):
        return ALLOWED
    return can_keep_papers(actor, dossier)


def can_rule(actor: Actor, dossier: Dossier, by: Body) -> Decision:
    """Whether they enter how this body's president ruled on admissibility (LOC 25)."""
    if by == Body.FLOOR:
        if actor.has(Role.FLOOR_SECRETARIAT):
            return ALLOWED
        return denied(_("Only the floor secretariat enters what is ruled on the floor."))
    return can_decide_outcome(actor, dossier)


def can_decide_outcome(actor: Actor, dossier: Dossier) -> Decision:
    """Whether they enter what the committee decided."""
    if dossier.committee is None:
        return denied(_("No committee has it: refer it to one first."))
    return can_keep_papers(actor, dossier)


Permission = Callable[[Actor, Dossier], Decision]


def permission_of(deed: Deed) -> Permission:
    """What answers whether this deed may be entered; which body ruled, ``can_rule`` judges."""
    if deed in OF_THE_COMMITTEE:
        return can_decide_outcome
    return can_file_amendment if deed in BY_PAPER else can_keep_papers


def serves(actor: Actor, dossier: Dossier) -> bool:
    """Whether they are the secretary of the committee that has the bill."""
    return (
        dossier.committee is not None
        and actor.has(Role.COMMITTEE_SECRETARY)
        and grants.holds(actor, grants.SERVE_COMMITTEE, dossier.committee)
    )
