"""Files amendments into the open paper."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import Max

from accounts.actors import Actor
from legislation.amendments import permissions
from legislation.amendments.enums import AmendmentKind, Deed, SignedAs
from legislation.amendments.events import AmendmentFiled
from legislation.amendments.models import Amendment, AmendmentPaper
from legislation.amendments.proposals import Proposal
from legislation.amendments.services.judging import (
    facts_of_paper,
    keep_pending,
    lawful,
    locked_paper,
    tell,
)
from legislation.amendments.services.signing import known_senators, sign

NEW_ARTICLE = "Artículo nuevo"


@transaction.atomic
def file_amendment(*, paper_id: int, proposal: Proposal, actor: Actor, at: datetime) -> Amendment:
    """File what the President or senators propose; it gets the next number of its paper.

    :raises AmendmentPaper.DoesNotExist: there is no such paper
    :raises NotPermitted: the actor files no amendments to this bill
    :raises RuleViolation: a name is of no senator in office, or is there twice
    :raises Unlawful: the term is over, or has not begun; too many sign it, or too few; its
        matter is for the President alone; it names no article or has no text (RS 118, LOC 24)
    """
    paper = locked_paper(paper_id, None)
    permissions.can_file_amendment(actor, paper.dossier).require()
    facts = replace(
        facts_of_paper(paper, proposal.filed_on),
        author=proposal.author,
        senators=len(proposal.senators),
        is_exclusive=proposal.is_exclusive,
        names_article=proposal.is_new_article or bool(proposal.article_label.strip()),
        has_text=bool(proposal.text.strip()) or proposal.kind == AmendmentKind.DELETE,
    )
    lawful(Deed.FILE, None, facts)
    senators = known_senators(proposal.senators, on=proposal.filed_on)
    amendment = _written(paper, proposal, actor, at)
    sign(amendment, senators, SignedAs.AUTHOR)
    keep_pending(paper.dossier)
    tell(
        AmendmentFiled(
            number=paper.dossier.number,
            paper=paper.number,
            amendment=amendment.number,
            author=amendment.author,
            senators=len(senators),
            text_hash=sha256(amendment.text.encode()).hexdigest(),
        ),
        paper.dossier,
        actor,
    )
    return amendment


def _written(paper: AmendmentPaper, proposal: Proposal, actor: Actor, at: datetime) -> Amendment:
    last = paper.amendments.aggregate(last=Max("number"))["last"] or 0
    return Amendment.objects.create(
        paper=paper,
        number=last + 1,
        kind=proposal.kind,
        article_label=proposal.article_label.strip() or NEW_ARTICLE,
        article_eid=proposal.article_eid,
        is_new_article=proposal.is_new_article,
        text=proposal.text.strip(),
        author=proposal.author,
        is_exclusive=proposal.is_exclusive,
        filed_on=proposal.filed_on,
        recorded_by_id=actor.user_id,
        recorded_at=at,
    )
