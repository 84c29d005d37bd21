"""Takes acts: each one lawful step, with its publication drafted in the same breath."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.bills.enums import BillKind
from legislation.errors import Overtaken, RuleViolation
from legislation.events.catalogue import Event
from legislation.events.services import record
from legislation.people.enums import Chamber
from legislation.people.models import Committee
from legislation.procedure import lifecycle, permissions, wording
from legislation.procedure.details import ActDetails
from legislation.procedure.edges import Edge
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.events import ActRecorded
from legislation.procedure.facts import Facts
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.models import Act, Dossier
from legislation.procedure.places import PLACES, chamber_of
from legislation.procedure.proposals import Step
from legislation.procedure.selectors.facts import facts_of
from legislation.publishing.enums import PublicationKind
from legislation.publishing.services import draft, submit

# Standings that remember where the bill was, to return there.
REMEMBER = frozenset({Standing.SHELVED, Standing.WITHDRAWN, Standing.COURT})
OPENING = frozenset({ActKind.FILE, ActKind.RECEIVE})
OBJECT_KINDS = {BillKind.BILL: "bill", BillKind.MATTER: "matter"}


@transaction.atomic
def take_act(
    *,
    dossier_id: int,
    step: Step,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
    submits: bool = False,
) -> Act:
    """Take one lawful step with a bill and draft its publication.

    The dossier moves at once; the public record not before a second person approves.

    :param expected_revision: the dossier's revision that the actor was looking at
    :param submits: ask a second person to approve its words in the same breath
    :raises Dossier.DoesNotExist: there is none
    :raises NotPermitted: it is not for the actor to enter
    :raises Overtaken: the dossier changed since
    :raises Unlawful: the law does not allow it now; names the article
    """
    dossier = _locked(dossier_id)
    permissions.can_take(actor, step.kind, dossier).require()
    if expected_revision not in (None, dossier.revision):
        raise Overtaken(_("Somebody changed this bill while you were looking at it."))
    return add_act(dossier, step, actor=actor, at=at, submits=submits)


@transaction.atomic
def take_acts(
    *, numbers: Sequence[str], step: Step, actor: Actor, at: datetime, submits: bool = False
) -> int:
    """Take the same step with several bills: with all of them or, if one is refused, with none.

    :param numbers: of bills that are kept here; twice is once
    :param submits: ask a second person to approve each in the same breath
    :returns: how many
    :raises NotPermitted: it is not for the actor to enter in one of them
    :raises RuleViolation: none is named, one is not kept here, or the law does not allow it in
        one; names which
    """
    wanted = sorted(set(numbers))
    held = dict(Dossier.objects.filter(number__in=wanted).values_list("number", "pk"))
    if not wanted:
        raise RuleViolation(_("Name at least one bill."))
    for number in wanted:
        if number not in held:
            raise RuleViolation(_("%(number)s is not kept here.") % {"number": number})
    for number in sorted(wanted, key=held.__getitem__):
        try:
            take_act(dossier_id=held[number], step=step, actor=actor, at=at, submits=submits)
        except Unlawful as refusal:
            raise Unlawful(f"{number}: {refusal}", refusal.citation) from refusal
        except RuleViolation as refusal:
            raise RuleViolation(f"{number}: {refusal}") from refusal
    return len(wanted)


def add_act(
    dossier: Dossier,
    step: Step,
    *,
    actor: Actor,
    at: datetime,
    announce: Event | None = None,
    submits: bool = False,
) -> Act:
    """Add the act to a locked dossier, move it, draft the publication, write the ledger.

    :param announce: a further event that this act is
    :raises Unlawful: the law does not allow it now
    """
    start = None if step.kind in OPENING else Standing(dossier.standing)
    details = _with_names(step.details)
    facts = facts_of(dossier, step.kind, step.taken_on, details)
    edge = _lawful(step.kind, start, facts)
    led_to = edge.end or Standing(dossier.resumes_as)
    act = _written(dossier, step, details, edge, led_to, actor, at)
    before: dict[str, object] = {"standing": start, "revision": dossier.revision}
    _move(dossier, start, led_to, step, details)
    tell(act, dossier, actor, before, announce)
    if submits:
        submit(publication_id=act.publication_id, actor=actor, at=at)
    return act


def _lawful(kind: ActKind, start: Standing | None, facts: Facts) -> Edge:
    """The step, or the refusal in the language of whoever asks, with its article."""
    try:
        return lifecycle.check(kind, start, facts)
    except Unlawful as refusal:
        raise Unlawful(_(refusal.sentence), refusal.citation) from refusal


def _with_names(details: ActDetails) -> ActDetails:
    if not details.committee:
        return details
    name = Committee.objects.values_list("name", flat=True).get(slug=details.committee)
    return ActDetails.from_json({**details.as_json(), "committee_name": name})


def _written(
    dossier: Dossier,
    step: Step,
    details: ActDetails,
    edge: Edge,
    led_to: Standing,
    actor: Actor,
    at: datetime,
) -> Act:
    start = edge.start
    position = dossier.acts.count() + 1
    acts_in = chamber_of(PLACES[start or led_to].holder, Chamber(dossier.origin_chamber))
    description = step.description.strip() or wording.describe(
        step.kind, details, start=start, holder=acts_in
    )
    act = Act(
        dossier=dossier,
        position=position,
        kind=step.kind,
        came_from=start or "",
        led_to=led_to,
        taken_on=step.taken_on,
        session_number=step.session_number,
        legislature_number=step.legislature_number,
        description=description,
        citation=edge.citation,
        details=details.as_json(),
        recorded_by_id=actor.user_id,
        recorded_at=at,
    )
    return keep(act, dossier, actor=actor, at=at)


def keep(act: Act, dossier: Dossier, *, actor: Actor, at: datetime) -> Act:
    """Save a new act, with the draft of its publication."""
    act.publication = draft(
        kind=PublicationKind.ACT,
        object_kind=OBJECT_KINDS[BillKind(dossier.kind)],
        object_key=dossier.number,
        content=content_of(act, dossier),
        actor=actor,
        at=at,
    )
    act.save()
    return act


def content_of(act: Act, dossier: Dossier) -> dict[str, object]:
    """What the public record will say of the act, by name: what a second person approves."""
    return {
        "number": dossier.number,
        "title": dossier.title,
        "position": act.position,
        "act": act.kind,
        "description": act.description,
        "taken_on": act.taken_on.isoformat(),
        "came_from": act.came_from,
        "led_to": act.led_to,
        "session_number": act.session_number,
        "legislature_number": act.legislature_number,
        "citation": act.citation,
        "details": act.details,
    }


def _move(
    dossier: Dossier, start: Standing | None, led_to: Standing, step: Step, details: ActDetails
) -> None:
    if led_to in REMEMBER and start is not None:
        dossier.resumes_as = start
    elif start in REMEMBER:
        dossier.resumes_as = ""
    if led_to != start:
        dossier.stands_since = step.taken_on
    if details.committee:
        dossier.committee = Committee.objects.get(slug=details.committee)
    dossier.standing = led_to
    dossier.revision += 1
    dossier.save(update_fields=["standing", "resumes_as", "stands_since", "committee", "revision"])


def tell(
    act: Act,
    dossier: Dossier,
    actor: Actor,
    before: dict[str, object],
    announce: Event | None,
) -> None:
    """Write the act into the ledger, with where the dossier stood and stands."""
    kind = OBJECT_KINDS[BillKind(dossier.kind)]
    if announce is not None:
        record(announce, actor=actor, object_kind=kind, object_key=dossier.number)
    record(
        ActRecorded(
            number=dossier.number,
            position=act.position,
            kind=act.kind,
            came_from=act.came_from,
            led_to=act.led_to,
            taken_on=act.taken_on.isoformat(),
            citation=act.citation,
            publication=act.publication_id,
        ),
        actor=actor,
        object_kind=kind,
        object_key=dossier.number,
        before=before,
        after={"standing": act.led_to, "revision": dossier.revision},
    )


def _locked(dossier_id: int) -> Dossier:
    return (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("committee")
        .get(pk=dossier_id)
    )
