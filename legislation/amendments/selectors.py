"""Amendment papers and amendments as officials list and open them."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet

from legislation.amendments.enums import (
    Admissibility,
    Outcome,
    PaperState,
    SignedAs,
    State,
)
from legislation.amendments.guards import AMENDING
from legislation.amendments.models import Amendment, AmendmentPaper, AmendmentSignatory
from legislation.bills.enums import BillKind
from legislation.bills.models import BillText
from legislation.documents.models import Article
from legislation.procedure.models import Dossier

NEWEST_FIRST = ("-number", "-id")
IN_ORDER = ("number", "id")
# Of each state, what the row says.
ROWS_OF: dict[State, Q] = {
    State.FILED: Q(admissibility=Admissibility.PENDING, outcome=Outcome.PENDING),
    State.ADMISSIBLE: Q(admissibility=Admissibility.ADMISSIBLE, outcome=Outcome.PENDING),
    State.INADMISSIBLE: Q(admissibility=Admissibility.INADMISSIBLE),
    State.APPROVED: Q(outcome=Outcome.APPROVED),
    State.MODIFIED: Q(outcome=Outcome.MODIFIED),
    State.PARTLY: Q(outcome=Outcome.PARTLY),
    State.REJECTED: Q(outcome=Outcome.REJECTED, renewed_on__isnull=True),
    State.WITHDRAWN: Q(outcome=Outcome.WITHDRAWN),
    State.RENEWED: Q(renewed_on__isnull=False),
}
NOT_LIVE = Q(admissibility=Admissibility.INADMISSIBLE) | Q(outcome=Outcome.WITHDRAWN)


class PaperRow(NamedTuple):
    """A paper as a list names it. ``waiting`` counts amendments without a ruling or an outcome."""

    id: int
    number: int
    opened_on: date
    deadline_on: date
    state: str
    filed: int
    waiting: int
    publication_id: int | None
    publication_state: str | None


class AmendmentRow(NamedTuple):
    """An amendment as a list names it."""

    id: int
    number: int
    kind: str
    article_label: str
    is_new_article: bool
    text: str
    author: str
    admissibility: str
    outcome: str
    renewed_on: date | None


def papers_of(dossier: Dossier) -> QuerySet[Any, Any]:
    """The bill's papers, to be paged by ``NEWEST_FIRST``, as ``PaperRow``."""
    waiting = Q(amendments__outcome=Outcome.PENDING) & ~Q(
        amendments__admissibility=Admissibility.INADMISSIBLE
    )
    rows = AmendmentPaper.objects.filter(dossier=dossier).annotate(
        filed=Count("amendments"),
        waiting=Count("amendments", filter=waiting),
        publication_state=F("publication__state"),
    )
    return rows.values_list(*PaperRow._fields, named=True)


def get_paper(number: str, paper: int) -> AmendmentPaper:
    """One paper of a bill, with its dossier and committee.

    :param number: the bill's
    :param paper: the paper's, within the bill
    :raises AmendmentPaper.DoesNotExist: there is none
    """
    return AmendmentPaper.objects.select_related("dossier__committee", "publication").get(
        dossier__kind=BillKind.BILL, dossier__number=number, number=paper
    )


def amendments_of(
    paper: AmendmentPaper, *, states: Collection[State] = (), words: str = ""
) -> QuerySet[Any, Any]:
    """The paper's amendments, to be paged by ``IN_ORDER``, as ``AmendmentRow``.

    :param states: only those that stand so; none means any
    :param words: of the article that they name, or of their text
    """
    rows = Amendment.objects.filter(paper=paper)
    wanted = Q()
    for state in states:
        wanted |= ROWS_OF[state]
    rows = rows.filter(wanted)
    for word in words.split():
        rows = rows.filter(Q(article_label__icontains=word) | Q(text__icontains=word))
    return rows.values_list(*AmendmentRow._fields, named=True)


def get_amendment(number: str, paper: int, amendment: int) -> Amendment:
    """One amendment, with its paper, dossier and committee.

    :raises Amendment.DoesNotExist: there is none
    """
    return Amendment.objects.select_related("paper__dossier__committee", "recorded_by").get(
        paper__dossier__kind=BillKind.BILL,
        paper__dossier__number=number,
        paper__number=paper,
        number=amendment,
    )


def signatories_of(amendments: Collection[int]) -> dict[int, dict[SignedAs, list[str]]]:
    """Who signed each of these amendments and as what, in order, as printed: one query."""
    rows = AmendmentSignatory.objects.filter(amendment__in=amendments).order_by("position")
    found: dict[int, dict[SignedAs, list[str]]] = {}
    for pk, signed_as, name in rows.values_list("amendment_id", "signed_as", "printed_name"):
        found.setdefault(pk, {}).setdefault(SignedAs(signed_as), []).append(name)
    return found


def articles_of(dossier: Dossier) -> list[tuple[str, str]]:
    """The articles of the bill's latest public text, as (eid, label); none if it has no text."""
    if dossier.bill_id is None:
        return []
    latest = BillText.objects.filter(bill=dossier.bill_id).order_by("-position")
    first = latest.values_list("version_id", flat=True).first()
    rows = Article.objects.filter(version=first).order_by("position")
    return list(rows.values_list("eid", "label"))


def has_open_paper(dossier: Dossier) -> bool:
    """Whether a term to amend this bill is open."""
    return AmendmentPaper.objects.filter(dossier=dossier, state=PaperState.OPEN).exists()


def has_pending_amendments(dossier: Dossier) -> bool:
    """Whether the bill, approved in general, cannot be taken as approved in detail (RS 120).

    So it is while a term to amend it is open, and when one left an amendment that was neither
    ruled inadmissible nor withdrawn: the committee must report on it. What was filed in
    committee, where the bill is discussed at once, the first report covers.
    """
    papers = AmendmentPaper.objects.filter(dossier=dossier, opened_at__in=AMENDING)
    if papers.filter(state=PaperState.OPEN).exists():
        return True
    return Amendment.objects.filter(paper__in=papers).exclude(NOT_LIVE).exists()
