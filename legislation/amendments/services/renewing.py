"""Renews what the committee rejected; withdraws, and takes over what was withdrawn."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.amendments import permissions
from legislation.amendments.enums import Deed, Outcome, SignedAs
from legislation.amendments.events import AmendmentRenewed, AmendmentTaken, AmendmentWithdrawn
from legislation.amendments.models import Amendment
from legislation.amendments.proposals import Asking
from legislation.amendments.services.judging import (
    facts_of,
    keep,
    lawful,
    locked_amendment,
    state_of,
    tell,
)
from legislation.amendments.services.signing import known_senators, sign
from legislation.errors import RuleViolation
from legislation.procedure.enums import Requester


@transaction.atomic
def renew(
    *,
    amendment_id: int,
    asking: Asking,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Amendment:
    """Bring before the floor, word for word, what the committee rejected (RS 124).

    :raises Amendment.DoesNotExist: there is none
    :raises NotPermitted: the actor files no amendments to this bill
    :raises Overtaken: the amendment changed since
    :raises RuleViolation: a name is of no senator in office, or is there twice
    :raises Unlawful: it was not rejected; it was inadmissible; neither the President nor
        enough senators ask; the committee has not reported in detail
    """
    amendment = locked_amendment(amendment_id, expected_revision)
    dossier = amendment.paper.dossier
    permissions.can_file_amendment(actor, dossier).require()
    senators = known_senators(asking.senators, on=asking.on)
    start = state_of(amendment)
    facts = facts_of(amendment, asking.on, requester=asking.requester, senators=len(senators))
    edge = lawful(Deed.RENEW, start, facts)
    by_president = asking.requester == Requester.PRESIDENT
    sign(amendment, senators, SignedAs.RENEWER)
    keep(amendment, renewed_on=asking.on, renewed_by_president=by_president)
    tell(
        AmendmentRenewed(
            number=dossier.number,
            paper=amendment.paper.number,
            amendment=amendment.number,
            by_president=by_president,
            senators=len(senators),
            citation=edge.citation,
        ),
        dossier,
        actor,
        before={"state": start},
        after={"state": state_of(amendment)},
    )
    return amendment


@transaction.atomic
def withdraw(
    *,
    amendment_id: int,
    asking: Asking,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Amendment:
    """Enter that its author gives it up before it is voted (RS 132).

    :raises Amendment.DoesNotExist: there is none
    :raises NotPermitted: the actor files no amendments to this bill
    :raises Overtaken: the amendment changed since
    :raises Unlawful: it was voted; or another than its author asks
    """
    amendment = locked_amendment(amendment_id, expected_revision)
    dossier = amendment.paper.dossier
    permissions.can_file_amendment(actor, dossier).require()
    start = state_of(amendment)
    edge = lawful(Deed.WITHDRAW, start, facts_of(amendment, asking.on, requester=asking.requester))
    keep(amendment, outcome=Outcome.WITHDRAWN, outcome_on=asking.on)
    tell(
        AmendmentWithdrawn(
            number=dossier.number,
            paper=amendment.paper.number,
            amendment=amendment.number,
            citation=edge.citation,
        ),
        dossier,
        actor,
        before={"state": start},
        after={"state": state_of(amendment)},
    )
    return amendment


@transaction.atomic
def take_over(
    *,
    amendment_id: int,
    asking: Asking,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
) -> Amendment:
    """Enter that senators make their own what its author withdrew (RS 132).

    It stands again where its ruling has it: filed or admissible.

    :raises Amendment.DoesNotExist: there is none
    :raises NotPermitted: the actor files no amendments to this bill
    :raises Overtaken: the amendment changed since
    :raises RuleViolation: a name is of no senator in office, or is there twice; or it was
        taken over before
    :raises Unlawful: it was not withdrawn; its matter is for the President alone; nobody, or
        too many, take it over
    """
    amendment = locked_amendment(amendment_id, expected_revision)
    dossier = amendment.paper.dossier
    permissions.can_file_amendment(actor, dossier).require()
    if amendment.taken_over_on is not None:
        raise RuleViolation(_("It was taken over once already: it must be filed anew."))
    senators = known_senators(asking.senators, on=asking.on)
    start = state_of(amendment)
    edge = lawful(Deed.TAKE_OVER, start, facts_of(amendment, asking.on, senators=len(senators)))
    sign(amendment, senators, SignedAs.TAKER)
    keep(amendment, outcome=Outcome.PENDING, outcome_on=None, taken_over_on=asking.on)
    tell(
        AmendmentTaken(
            number=dossier.number,
            paper=amendment.paper.number,
            amendment=amendment.number,
            led_to=state_of(amendment),
            senators=len(senators),
            citation=edge.citation,
        ),
        dossier,
        actor,
        before={"state": start},
        after={"state": state_of(amendment)},
    )
    return amendment
