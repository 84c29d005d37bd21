"""Who may do what with a dossier. Every answer has its reason.

The acts of the floor are entered by its secretariat, those of a committee by that committee's
secretary, and what comes by paper by the officials who draft.
"""

from django.utils.translation import gettext as _

from accounts import grants
from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from accounts.roles import Role
from legislation.documents.permissions import can_take_in
from legislation.procedure.enums import ActKind as A
from legislation.procedure.models import Dossier
from legislation.publishing.permissions import DRAFTERS

BY_PAPER = (Role.DRAFTING_OFFICIAL, Role.FLOOR_SECRETARIAT)
OF_COMMITTEES = frozenset({A.REPORT, A.REPORT_DETAIL, A.REPORT_CONFERENCE, A.FAIL_TO_AGREE})
OF_PAPERS = frozenset(
    {
        *(A.FILE, A.RECEIVE, A.CONSULT_SUPREME_COURT, A.MERGE),
        *(A.DISPATCH, A.ASSENT, A.DEEM_APPROVED, A.OBSERVE, A.SEND_TO_COURT, A.RULE_CONFORM),
        *(A.RULE_UNCONSTITUTIONAL, A.PROMULGATE, A.PUBLISH_LAW, A.SET_URGENCY, A.WITHDRAW_URGENCY),
        *(A.WITHDRAW, A.UNSHELVE, A.ASK_INSISTENCE, A.TAKE_TO_OTHER_CHAMBER),
    }
)


def can_file(actor: Actor) -> Decision:
    """Whether they may enter what is filed or arrives (CPR 65)."""
    if actor.has(*BY_PAPER):
        return ALLOWED
    return denied(_("Only the Secretariat's officials enter bills."))


def can_take(actor: Actor, act: A, dossier: Dossier) -> Decision:
    """Whether they may enter this act. Not whether the law allows it now: see ``lifecycle``."""
    if actor.user_id is None:
        return ALLOWED
    if act in OF_COMMITTEES:
        return _may_report(actor, dossier)
    if act in OF_PAPERS:
        return can_file(actor)
    if actor.has(Role.FLOOR_SECRETARIAT):
        return ALLOWED
    return denied(_("Only the floor secretariat enters what the floor decides."))


def can_take_up(actor: Actor) -> Decision:
    """Whether they may open a dossier for a bill that was observed elsewhere."""
    return can_file(actor)


def _may_report(actor: Actor, dossier: Dossier) -> Decision:
    if dossier.committee is None:
        return denied(_("No committee has it: refer it to one first."))
    serves = grants.holds(actor, grants.SERVE_COMMITTEE, dossier.committee)
    if actor.has(Role.COMMITTEE_SECRETARY) and serves:
        return ALLOWED
    return denied(
        _("Only the secretary of %(committee)s enters its reports.")
        % {"committee": dossier.committee.name}
    )


def can_attach(actor: Actor, dossier: Dossier) -> Decision:
    """Whether they may bring documents for this dossier, and further versions of those it has.

    Whoever brings documents in; a committee's secretary, for what that committee has before it.
    """
    decision = can_take_in(actor)
    if not decision or actor.user_id is None or actor.has(*BY_PAPER, Role.APPROVING_OFFICIAL):
        return decision
    committee = dossier.committee
    if committee is not None and grants.holds(actor, grants.SERVE_COMMITTEE, committee):
        return ALLOWED
    return denied(_("A committee's secretary brings documents for its own bills alone."))


def can_correct(actor: Actor) -> Decision:
    """Whether they may draft an erratum; a second person approves it like anything else."""
    if actor.has(*DRAFTERS):
        return ALLOWED
    return denied(_("Only those who draft what is published propose an erratum."))


def can_read_desk(actor: Actor) -> Decision:
    """Whether they may see what is not public yet."""
    staff = (
        *(Role.DRAFTING_OFFICIAL, Role.APPROVING_OFFICIAL, Role.FLOOR_SECRETARIAT),
        *(Role.COMMITTEE_SECRETARY, Role.QUALITY, Role.AUDITOR),
    )
    if actor.has(*staff):
        return ALLOWED
    return denied(_("Only officials of the Secretariat see what is not public yet."))
