"""The whole paper in the words in which it will be public: in Spanish, as the record is."""

from typing import Any

from legislation.amendments import selectors
from legislation.amendments.enums import AmendmentKind, Author, SignedAs
from legislation.amendments.models import Amendment, AmendmentPaper
from legislation.amendments.services.judging import state_of

DOCUMENT = "AMENDMENT_PAPER"
KINDS = {
    AmendmentKind.REPLACE: "Para reemplazar",
    AmendmentKind.DELETE: "Para suprimir",
    AmendmentKind.ADD: "Para agregar",
    AmendmentKind.RENUMBER: "Para renumerar",
}
PRESIDENT = "S.E. el Presidente de la República"


def content_of(paper: AmendmentPaper) -> dict[str, Any]:
    """Everything that a second person approves of a paper, by name: 2 queries."""
    amendments = list(paper.amendments.order_by("number"))
    signed = selectors.signatories_of([one.pk for one in amendments])
    return {
        "document": DOCUMENT,
        "number": paper.dossier.number,
        "title": paper.dossier.title,
        "paper": paper.number,
        "description": _description(paper, len(amendments)),
        "opened_on": paper.opened_on.isoformat(),
        "deadline_on": paper.deadline_on.isoformat(),
        "dated_on": paper.closed_on.isoformat() if paper.closed_on else "",
        "amendments": [_said(one, signed.get(one.pk, {})) for one in amendments],
    }


def _description(paper: AmendmentPaper, count: int) -> str:
    how_many = {0: "sin indicaciones", 1: "una indicación"}.get(count, f"{count} indicaciones")
    return f"Boletín de indicaciones N° {paper.number}: {how_many}."


def _said(amendment: Amendment, signed: dict[SignedAs, list[str]]) -> dict[str, Any]:
    by_president = amendment.author == Author.PRESIDENT
    return {
        "number": amendment.number,
        "kind": amendment.kind,
        "article": amendment.article_label,
        "article_eid": amendment.article_eid,
        "said": f"{KINDS[AmendmentKind(amendment.kind)]}: {amendment.article_label}.",
        "text": amendment.text,
        "author": amendment.author,
        "authors": [PRESIDENT] if by_president else signed.get(SignedAs.AUTHOR, []),
        "taken_over_by": signed.get(SignedAs.TAKER, []),
        "state": state_of(amendment).value,
        "ground": amendment.ground,
    }
