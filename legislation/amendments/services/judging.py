"""Locks what is about to change, gathers what the law looks at, and moves an amendment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.amendments import lifecycle, selectors
from legislation.amendments.edges import Edge
from legislation.amendments.enums import Admissibility, Author, Deed, Outcome, PaperState, State
from legislation.amendments.facts import Facts
from legislation.amendments.models import Amendment, AmendmentPaper
from legislation.bills.enums import BillKind
from legislation.errors import Overtaken
from legislation.events.catalogue import Event
from legislation.events.services import record
from legislation.procedure.enums import Standing
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.models import Dossier
from legislation.procedure.selectors.terms import numbers_on
from legislation.procedure.terms import Term

OBJECT_KINDS = {BillKind.BILL: "bill", BillKind.MATTER: "matter"}


def locked_dossier(pk: int) -> Dossier:
    """The dossier, locked first of all, with its committee."""
    rows = Dossier.objects.select_for_update(of=("self",)).select_related("committee")
    return rows.get(pk=pk)


def locked_paper(pk: int, expected_revision: int | None) -> AmendmentPaper:
    """The paper, locked after its dossier, which it holds.

    :raises AmendmentPaper.DoesNotExist: there is none
    :raises Overtaken: it has changed since
    """
    owner = AmendmentPaper.objects.values_list("dossier_id", flat=True).get(pk=pk)
    dossier = locked_dossier(owner)
    paper = AmendmentPaper.objects.select_for_update().get(pk=pk)
    paper.dossier = dossier
    _unless_overtaken(paper.revision, expected_revision)
    return paper


def locked_amendment(pk: int, expected_revision: int | None) -> Amendment:
    """The amendment, locked after its dossier and its paper, which it holds.

    :raises Amendment.DoesNotExist: there is none
    :raises Overtaken: it has changed since
    """
    owner = Amendment.objects.values_list("paper_id", flat=True).get(pk=pk)
    paper = locked_paper(owner, None)
    amendment = Amendment.objects.select_for_update().get(pk=pk)
    amendment.paper = paper
    _unless_overtaken(amendment.revision, expected_revision)
    return amendment


def _unless_overtaken(revision: int, expected: int | None) -> None:
    if expected not in (None, revision):
        raise Overtaken(_("Somebody changed it while you were looking at it."))


def facts_of_paper(paper: AmendmentPaper, on: date) -> Facts:
    """What the law looks at in a paper, with the numbers that hold that day."""
    terms = numbers_on(on)
    return Facts(
        on=on,
        standing=Standing(paper.dossier.standing),
        is_treaty=paper.dossier.is_treaty,
        is_at_once=paper.is_at_once,
        paper_is_open=paper.state == PaperState.OPEN,
        opened_on=paper.opened_on,
        deadline_on=paper.deadline_on,
        last_on=paper.opened_on,
        most_senators=terms[Term.SENATORS_OF_AN_AMENDMENT].number,
        least_renewers=terms[Term.SENATORS_TO_RENEW].number,
    )


def facts_of(amendment: Amendment, on: date, **about: Any) -> Facts:
    """What the law looks at in an amendment of a locked paper.

    :param about: of the deed proposed, by the names of ``Facts``
    """
    days = (amendment.filed_on, amendment.ruled_on, amendment.outcome_on, amendment.taken_over_on)
    return replace(
        facts_of_paper(amendment.paper, on),
        last_on=max(day for day in days if day is not None),
        author=Author.SENATORS if amendment.taken_over_on else Author(amendment.author),
        is_exclusive=amendment.is_exclusive,
        ruled_by=amendment.ruled_by,
        ruled_on=amendment.ruled_on,
        **about,
    )


def state_of(amendment: Amendment) -> State:
    """Where it stands."""
    return lifecycle.state_of(
        Admissibility(amendment.admissibility),
        Outcome(amendment.outcome),
        is_renewed=amendment.renewed_on is not None,
    )


def lawful(deed: Deed, start: State | PaperState | None, facts: Facts) -> Edge:
    """The step, or the refusal in the language of whoever asks, with its article."""
    try:
        return lifecycle.check(deed, start, facts)
    except Unlawful as refusal:
        raise Unlawful(_(refusal.sentence), refusal.citation) from refusal


def keep(amendment: Amendment, **changed: Any) -> None:
    """Write what changed of a locked amendment, and what follows for its bill."""
    for name, value in changed.items():
        setattr(amendment, name, value)
    amendment.revision += 1
    amendment.save(update_fields=[*changed, "revision"])
    keep_pending(amendment.paper.dossier)


def keep_pending(dossier: Dossier) -> None:
    """Let the locked dossier say whether amendments of it are pending (RS 120)."""
    pending = selectors.has_pending_amendments(dossier)
    if pending != dossier.has_pending_amendments:
        dossier.has_pending_amendments = pending
        dossier.save(update_fields=["has_pending_amendments"])


def tell(
    event: Event,
    dossier: Dossier,
    actor: Actor,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Write it into the ledger, as done with the bill."""
    record(
        event,
        actor=actor,
        object_kind=OBJECT_KINDS[BillKind(dossier.kind)],
        object_key=dossier.number,
        before=before,
        after=after,
    )
