"""Feeds: what moved, what was voted, what a bill or a senator did, what a search finds."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from legislation.bills.enums import BillKind, Stage, Status
from legislation.bills.selectors import get_dossier, steps_of
from legislation.bills.selectors_exchange import bills_signed_by, exchange_bills
from legislation.people.selectors_person import career_of
from legislation.search.enums import Facet, Order
from legislation.search.questions import Question, cleaned
from legislation.search.selectors import HIGHLIGHT_START, HIGHLIGHT_STOP, BillHit, find_bills
from legislation.votes.enums import Choice
from legislation.votes.selectors import NEWEST_FIRST
from legislation.votes.selectors_senators import latest_answers
from portals.open_data.base import addresses as names
from portals.open_data.base.addresses import Addresses
from portals.open_data.formats.atom import Entry, Feed, moment_of, tag
from portals.open_data.pages.filters import bill_filter
from portals.open_data.pages.votes import described, votes_under
from portals.shared.language import gettext as _

NEWEST = 50
STEPS = 200
LONGEST_TITLE = 180
PROCEDURE = "#tramitacion"
_WITHOUT_MARKS = str.maketrans("", "", HIGHLIGHT_START + HIGHLIGHT_STOP)


def of_bills(asked: dict[str, Any], *, kind: BillKind, on: date, at: Addresses, path: str) -> Feed:
    """The last movements of bills under a filter. One query, one for each name filtered by."""
    rows = exchange_bills(
        bill_filter(asked, kind=kind), on=on, since=asked.get("desde"), until=asked.get("hasta")
    )[:NEWEST]
    title = _("Bills of the Senate") if kind == BillKind.BILL else _("Matters of the Senate")
    return _feed(title, path, at, (_movement(row, at) for row in rows))


def of_search(asked: dict[str, Any], *, on: date, at: Addresses, path: str) -> Feed:
    """The bills that a search finds, the one that moved last first. One query."""
    words = cleaned(asked["q"])
    question = Question(words=words, narrowed=_narrowed(asked), order=Order.NEWEST)
    found = find_bills(question, on=on, size=NEWEST, with_facets=False)
    title = _("Bills with «%(words)s»") % {"words": words}
    return _feed(title, path, at, (_movement(_unmarked(hit), at) for hit in found.hits))


def _narrowed(asked: dict[str, Any]) -> dict[Facet, Any]:
    facets = {
        "estado": Facet.STATUS,
        "etapa": Facet.STAGE,
        "origen": Facet.ORIGIN,
        "iniciativa": Facet.INITIATIVE,
        "clase": Facet.KIND,
        "comision": Facet.COMMITTEE,
        "materia": Facet.SUBJECT,
        "autor": Facet.AUTHOR,
    }
    narrowed: dict[Facet, Any] = {
        facet: str(asked[name]) for name, facet in facets.items() if name in asked
    }
    if "anio" in asked:
        narrowed[Facet.YEAR] = asked["anio"]
    if "urgencia" in asked:
        narrowed[Facet.URGENCY] = [str(kind) for kind in asked["urgencia"]]
    return narrowed


def _unmarked(hit: BillHit) -> BillHit:
    return hit._replace(
        title=hit.title.translate(_WITHOUT_MARKS),
        plain_title=hit.plain_title.translate(_WITHOUT_MARKS),
    )


def of_bill(number: str, *, kind: BillKind, at: Addresses, path: str) -> Feed:
    """Every step of a bill, the newest first. Two queries.

    :raises ObjectDoesNotExist: there is none
    """
    bill = get_dossier(number, kind=kind)
    page = at.bill_page(kind, number)
    steps = steps_of(bill.id)[::-1][:STEPS]
    entries = (
        Entry(
            id=tag(at.host, f"{names.bill_id(kind, number)}/step/{step.position}"),
            title=_shortened(step.description) or _stage(step.stage, step.stage_text),
            href=page + PROCEDURE,
            at=step.taken_on,
            summary=_stage(step.stage, step.stage_text),
        )
        for step in steps
    )
    return _feed(f"{number}: {bill.shown_title}", path, at, entries)


def of_votes(asked: dict[str, Any], *, at: Addresses, path: str) -> Feed:
    """The last votes of the floor under a filter. One query."""
    rows = votes_under(asked).order_by(*NEWEST_FIRST)[:NEWEST]
    return _feed(_("Votes of the Senate"), path, at, (_vote(described(row), at) for row in rows))


def of_senator(slug: str, *, at: Addresses, path: str) -> Feed:
    """The last bills that a senator signed and the last votes answered. Three queries.

    :raises ObjectDoesNotExist: nobody has that address
    """
    person = career_of(slug).person
    answers = latest_answers(person.id, limit=NEWEST)
    signed = bills_signed_by(person.id, limit=NEWEST)
    entries = [_answer(described(row), choice, slug, at) for row, choice in answers]
    entries += [_signature(row, slug, at) for row in signed]
    newest = sorted(entries, key=lambda entry: moment_of(entry.at), reverse=True)[:NEWEST]
    return _feed(person.full_name, path, at, newest)


def _feed(title: str, path: str, at: Addresses, entries: Iterable[Entry]) -> Feed:
    """A feed at ``path`` (with its query), which follows the page of the same name."""
    address = urlsplit(path)
    query = f"?{address.query}" if address.query else ""
    page = address.path.removesuffix(".atom").removeprefix("/")
    return Feed(
        id=tag(at.host, path.removeprefix("/")),
        title=title,
        href=at.page(f"{page}/{query}"),
        own_href=at.site + path,
        author=_("Senate of Chile"),
        entries=tuple(entries),
    )


def _movement(row: Any, at: Addresses) -> Entry:
    """A bill that moved: the next movement will be another entry."""
    return Entry(
        id=tag(at.host, f"{names.bill_id(row.kind, row.number)}/{row.last_step_on}"),
        title=f"{row.number}: {_shortened(row.plain_title or row.title)}",
        href=at.bill_page(row.kind, row.number),
        at=row.last_step_on,
        summary=f"{Status(row.status).label}. {_stage(row.stage, row.stage_text)}.",
    )


def _vote(vote: dict[str, Any], at: Addresses) -> Entry:
    place = vote["legislature"], vote["session_number"], vote["position"]
    return Entry(
        id=tag(at.host, names.vote_id(*place)),
        title=_question(vote),
        href=at.vote_page(*place),
        at=vote["taken_at"] or vote["taken_on"],
        summary=vote["result_sentence"],
    )


def _answer(vote: dict[str, Any], choice: str, slug: str, at: Addresses) -> Entry:
    place = vote["legislature"], vote["session_number"], vote["position"]
    entry = _vote(vote, at)
    return Entry(
        id=tag(at.host, f"{names.senator_id(slug)}/{names.vote_id(*place)}"),
        title=f"{Choice(choice).label}: {entry.title}",
        href=entry.href,
        at=entry.at,
        summary=entry.summary,
    )


def _signature(row: Any, slug: str, at: Addresses) -> Entry:
    own = f"{names.senator_id(slug)}/{names.bill_id(row.kind, row.number)}"
    title = f"{row.number}: {_shortened(row.plain_title or row.title)}"
    return Entry(
        id=tag(at.host, own),
        title=_("Signed %(bill)s") % {"bill": title},
        href=at.bill_page(row.kind, row.number),
        at=row.filed_on,
    )


def _question(vote: dict[str, Any]) -> str:
    about = f"{vote['bill_number']}: " if vote["bill_number"] else ""
    subject = vote["subject"] or vote["bill_plain_title"] or vote["bill_title"] or ""
    return about + _shortened(subject)


def _stage(code: str, printed: str) -> str:
    return printed if code == Stage.UNRECOGNISED and printed else str(Stage(code).label)


def _shortened(text: str) -> str:
    """On one line and not too long, cut between words."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
