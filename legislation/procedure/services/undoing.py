"""Leaves the last act without effect, by another act: nothing is ever taken out."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.errors import Overtaken, RuleViolation
from legislation.people.models import Committee
from legislation.procedure import permissions
from legislation.procedure.enums import ActKind
from legislation.procedure.lifecycle import UNDOING
from legislation.procedure.models import Act, Dossier
from legislation.procedure.selectors.effective import effective_acts
from legislation.procedure.services.acting import OPENING, REMEMBER, keep, tell
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationState


@transaction.atomic
def undo_last_act(
    *,
    dossier_id: int,
    reason: str,
    on: date,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Act:
    """Leave the last act that has effect without it, and return the bill to where it was.

    An act that is not public yet is never published, and neither is its undoing. One that is
    public stays there, and a step says that it was left without effect, once a second person
    approves those words.

    :param on: the day of the undoing
    :raises Dossier.DoesNotExist: there is none
    :raises NotPermitted: that act is not for the actor to enter, nor therefore to undo
    :raises Overtaken: the dossier changed since
    :raises RuleViolation: no reason is given, or only the entry of the bill is left
    """
    dossier = (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("committee")
        .get(pk=dossier_id)
    )
    if expected_revision not in (None, dossier.revision):
        raise Overtaken(_("Somebody changed this bill while you were looking at it."))
    acts = effective_acts(dossier)
    if not acts or acts[-1].kind in OPENING:
        raise RuleViolation(_("There is no act to leave without effect."))
    last, earlier = acts[-1], acts[:-1]
    permissions.can_take(actor, ActKind(last.kind), dossier).require()
    if not reason.strip():
        raise RuleViolation(_("Say why: what is left without effect says its reason."))
    if on < last.taken_on:
        raise RuleViolation(_("An act cannot be dated before the one that precedes it."))
    act = _written(dossier, last, reason.strip(), on, actor, at)
    before: dict[str, object] = {"standing": dossier.standing, "revision": dossier.revision}
    _go_back(dossier, last, earlier)
    tell(act, dossier, actor, before, None)
    _settle_publications(act, last, reason.strip(), actor, at)
    return act


def _written(dossier: Dossier, last: Act, reason: str, on: date, actor: Actor, at: datetime) -> Act:
    act = Act(
        dossier=dossier,
        position=dossier.acts.count() + 1,
        kind=ActKind.UNDO,
        came_from=last.led_to,
        led_to=last.came_from,
        taken_on=on,
        description=f"Se deja sin efecto: {last.description.rstrip('.')}. {reason}",
        citation=UNDOING,
        details={"undoes": last.position, "undone": last.kind},
        recorded_by_id=actor.user_id,
        recorded_at=at,
        undoes=last,
    )
    return keep(act, dossier, actor=actor, at=at)


def _go_back(dossier: Dossier, last: Act, earlier: list[Act]) -> None:
    """Make the dossier what it was before the act."""
    if last.led_to in REMEMBER:
        dossier.resumes_as = ""
    elif last.came_from in REMEMBER:
        dossier.resumes_as = last.led_to
    if last.led_to != last.came_from:
        opened = (act.taken_on for act in reversed(earlier) if act.led_to == last.came_from)
        dossier.stands_since = next(opened, dossier.filed_on)
    dossier.standing = last.came_from
    if last.details.get("committee"):
        dossier.committee = _committee_before(earlier)
    dossier.revision += 1
    dossier.save(update_fields=["standing", "resumes_as", "stands_since", "committee", "revision"])


def _committee_before(earlier: list[Act]) -> Committee | None:
    named = (act.details["committee"] for act in reversed(earlier) if act.details.get("committee"))
    slug = next(named, None)
    return Committee.objects.filter(slug=slug).first() if slug else None


def _settle_publications(act: Act, last: Act, reason: str, actor: Actor, at: datetime) -> None:
    """What never came out never will, and its undoing needs no second person."""
    found = publications.locked(last.publication_id)
    if found.state in (PublicationState.PUBLISHED, PublicationState.WITHDRAWN):
        publications.submit(publication_id=act.publication_id, actor=actor, at=at)
        return
    for publication_id in (last.publication_id, act.publication_id):
        publications.give_up(publication_id, reason=reason, actor=actor)
