"""Opens a term to amend a bill and closes it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from accounts.actors import Actor
from legislation.amendments import permissions, selectors
from legislation.amendments.enums import Deed, PaperState
from legislation.amendments.events import AmendmentPaperClosed, AmendmentPaperOpened
from legislation.amendments.facts import Facts
from legislation.amendments.models import AmendmentPaper
from legislation.amendments.services.content import content_of
from legislation.amendments.services.judging import (
    OBJECT_KINDS,
    facts_of_paper,
    keep_pending,
    lawful,
    locked_dossier,
    locked_paper,
    tell,
)
from legislation.bills.enums import BillKind
from legislation.procedure.enums import Standing
from legislation.publishing.enums import PublicationKind
from legislation.publishing.services import draft, submit


@transaction.atomic
def open_paper(
    *,
    dossier_id: int,
    opened_on: date,
    deadline_on: date,
    actor: Actor,
    at: datetime,
    is_at_once: bool = False,
) -> AmendmentPaper:
    """Open a term to amend the bill (RS 118).

    :param deadline_on: the last day to file, inclusive
    :param is_at_once: it is discussed in general and in detail at once, in committee (RS 127)
    :raises Dossier.DoesNotExist: there is no such dossier
    :raises NotPermitted: the actor keeps no papers of this bill
    :raises Unlawful: a treaty; not approved in general; another term is open; the term ends
        before it begins
    """
    dossier = locked_dossier(dossier_id)
    permissions.can_keep_papers(actor, dossier).require()
    facts = Facts(
        on=opened_on,
        standing=Standing(dossier.standing),
        is_treaty=dossier.is_treaty,
        is_at_once=is_at_once,
        has_open_paper=selectors.has_open_paper(dossier),
        deadline_on=deadline_on,
        last_on=dossier.stands_since,
    )
    lawful(Deed.OPEN, None, facts)
    last = AmendmentPaper.objects.filter(dossier=dossier).aggregate(last=Max("number"))["last"]
    paper = AmendmentPaper.objects.create(
        dossier=dossier,
        number=(last or 0) + 1,
        opened_at=dossier.standing,
        is_at_once=is_at_once,
        opened_on=opened_on,
        deadline_on=deadline_on,
        recorded_by_id=actor.user_id,
    )
    keep_pending(dossier)
    event = AmendmentPaperOpened(dossier.number, paper.number, deadline_on.isoformat())
    tell(event, dossier, actor)
    return paper


@transaction.atomic
def close_paper(
    *,
    paper_id: int,
    closed_on: date,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
    submits: bool = False,
) -> AmendmentPaper:
    """Close the term and draft the publication of the whole paper (boletín de indicaciones).

    :param submits: ask a second person to approve it in the same breath
    :raises AmendmentPaper.DoesNotExist: there is none
    :raises NotPermitted: the actor keeps no papers of this bill
    :raises Overtaken: the paper changed since
    :raises Unlawful: it is closed already, or its term still runs
    """
    paper = locked_paper(paper_id, expected_revision)
    permissions.can_keep_papers(actor, paper.dossier).require()
    lawful(Deed.CLOSE, PaperState(paper.state), facts_of_paper(paper, closed_on))
    paper.state, paper.closed_on = PaperState.CLOSED, closed_on
    content = content_of(paper)
    paper.publication = draft(
        kind=PublicationKind.DOCUMENT,
        object_kind=OBJECT_KINDS[BillKind(paper.dossier.kind)],
        object_key=paper.dossier.number,
        content=content,
        actor=actor,
        at=at,
    )
    paper.revision += 1
    paper.save(update_fields=["state", "closed_on", "publication", "revision"])
    keep_pending(paper.dossier)
    tell(
        AmendmentPaperClosed(
            paper.dossier.number, paper.number, len(content["amendments"]), paper.publication.pk
        ),
        paper.dossier,
        actor,
    )
    if submits:
        submit(publication_id=paper.publication.pk, actor=actor, at=at)
    return paper
