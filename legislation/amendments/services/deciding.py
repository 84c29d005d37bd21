"""Enters how admissibility was ruled and what the committee decided."""

from datetime import datetime

from django.db import transaction

from accounts.actors import Actor
from legislation.amendments import permissions
from legislation.amendments.enums import Admissibility, Deed, Outcome, State
from legislation.amendments.events import AmendmentDecided, AmendmentRuled
from legislation.amendments.models import Amendment
from legislation.amendments.proposals import Decision, Ruling
from legislation.amendments.services.judging import (
    facts_of,
    keep,
    lawful,
    locked_amendment,
    state_of,
    tell,
)

RULINGS = (Deed.ADMIT, Deed.REFUSE)
DECISIONS = (Deed.APPROVE, Deed.MODIFY, Deed.APPROVE_PARTLY, Deed.REJECT)


@transaction.atomic
def rule_admissibility(
    *,
    amendment_id: int,
    ruling: Ruling,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Amendment:
    """Enter how the president of the floor or of the committee ruled (LOC 24 and 25).

    :raises Amendment.DoesNotExist: there is none
    :raises NotPermitted: the actor does not enter what that body does
    :raises Overtaken: the amendment changed since
    :raises Unlawful: it was ruled upon already; inadmissible without a ground
    """
    if ruling.deed not in RULINGS:
        raise ValueError(f"{ruling.deed} is no ruling.")
    return _ruled(amendment_id, ruling, actor, expected_revision)


@transaction.atomic
def reconsider(
    *,
    amendment_id: int,
    ruling: Ruling,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Amendment:
    """Enter that the body whose president ruled turned the ruling round, at once (LOC 25).

    :raises Amendment.DoesNotExist: there is none
    :raises NotPermitted: the actor does not enter what that body does
    :raises Overtaken: the amendment changed since
    :raises Unlawful: another body ruled; another day; the floor has settled it
    """
    if ruling.deed != Deed.RECONSIDER:
        raise ValueError(f"{ruling.deed} reconsiders nothing.")
    return _ruled(amendment_id, ruling, actor, expected_revision)


@transaction.atomic
def decide_outcome(
    *,
    amendment_id: int,
    decision: Decision,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Amendment:
    """Enter how the committee decided: approved, with changes, in part, or rejected.

    :raises Amendment.DoesNotExist: there is none
    :raises NotPermitted: the actor serves neither the committee nor the floor
    :raises Overtaken: the amendment changed since
    :raises Unlawful: it is not admissible, or decided already; the paper is open; the count
        does not carry it; the text as approved is missing
    """
    if decision.deed not in DECISIONS:
        raise ValueError(f"{decision.deed} is no decision of a committee.")
    amendment = locked_amendment(amendment_id, expected_revision)
    dossier = amendment.paper.dossier
    permissions.can_decide_outcome(actor, dossier).require()
    start = state_of(amendment)
    edge = lawful(
        decision.deed,
        start,
        facts_of(
            amendment,
            decision.on,
            in_favour=decision.in_favour,
            against=decision.against,
            has_outcome_text=bool(decision.text.strip()),
        ),
    )
    outcome = Outcome(str(edge.end))
    has_text = outcome in (Outcome.MODIFIED, Outcome.PARTLY)
    keep(
        amendment,
        outcome=outcome,
        outcome_on=decision.on,
        outcome_text=decision.text.strip() if has_text else "",
        in_favour=decision.in_favour,
        against=decision.against,
    )
    _tell_decision(amendment, decision, edge.citation, start, actor)
    return amendment


def _ruled(pk: int, ruling: Ruling, actor: Actor, expected_revision: int | None) -> Amendment:
    amendment = locked_amendment(pk, expected_revision)
    dossier = amendment.paper.dossier
    permissions.can_rule(actor, dossier, ruling.by).require()
    start = state_of(amendment)
    facts = facts_of(amendment, ruling.on, by=ruling.by, has_ground=ruling.ground is not None)
    edge = lawful(ruling.deed, start, facts)
    led_to = Admissibility(str(edge.end))
    ground = ruling.ground if led_to == Admissibility.INADMISSIBLE else None
    keep(
        amendment,
        admissibility=led_to,
        ruled_by=ruling.by,
        ruled_on=ruling.on,
        ground=ground or "",
    )
    tell(
        AmendmentRuled(
            number=dossier.number,
            paper=amendment.paper.number,
            amendment=amendment.number,
            deed=ruling.deed,
            led_to=led_to,
            ruled_by=ruling.by,
            ground=ground or "",
            citation=edge.citation,
        ),
        dossier,
        actor,
        before={"state": start},
        after={"state": state_of(amendment)},
    )
    return amendment


def _tell_decision(
    amendment: Amendment, decision: Decision, citation: str, start: State, actor: Actor
) -> None:
    dossier = amendment.paper.dossier
    event = AmendmentDecided(
        number=dossier.number,
        paper=amendment.paper.number,
        amendment=amendment.number,
        led_to=amendment.outcome,
        in_favour=decision.in_favour,
        against=decision.against,
        citation=citation,
    )
    after = {"state": state_of(amendment)}
    tell(event, dossier, actor, before={"state": start}, after=after)
