"""Bills and matters, their papers and their texts."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from legislation.bills import selectors_exchange as bills
from legislation.bills.enums import BillKind
from legislation.bills.selectors import (
    BROWSE_ORDER,
    get_dossier,
    papers_of,
    steps_of,
    texts_of,
    urgencies_of,
)
from legislation.documents.selectors import articles_of
from legislation.votes.selectors_exchange import votes_of_bills
from portals.open_data.base.lists import ListPage, Resource, page_of, resource_of
from portals.open_data.pages.filters import bill_filter
from portals.open_data.pages.votes import described


def votes_on(bill_ids: Collection[int]) -> dict[int, list[Resource]]:
    return {
        bill: [described(row) for row in rows] for bill, rows in votes_of_bills(bill_ids).items()
    }


# The lists that may come with each bill, by the name that asks for them.
PARTS: dict[str, Callable[[Collection[int]], dict[int, list[Any]]]] = {
    "authors": bills.authors_of_each,
    "subjects": bills.subjects_of_each,
    "stages": bills.stages_of_each,
    "merged_with": bills.merged_of_each,
    "steps": bills.steps_of_each,
    "urgencies": bills.urgencies_of_each,
    "documents": bills.papers_of_each,
    "texts": bills.texts_of_each,
    "votes": votes_on,
}


def list_bills(
    asked: dict[str, Any], *, kind: BillKind, on: date, size: int | None = None
) -> ListPage:
    """One page of a list. One query, one for each list included and each name filtered by.

    :raises Refused: a parameter means nothing
    """
    rows = bills.exchange_bills(
        bill_filter(asked, kind=kind), on=on, since=asked.get("desde"), until=asked.get("hasta")
    )
    page = page_of(
        rows, order=BROWSE_ORDER, cursor=asked.get("pagina"), size=size or asked["limite"]
    )
    return page.with_rows(with_parts(page.rows, asked.get("include", ())))


def with_parts(rows: list[Any], parts: Collection[str]) -> list[Resource]:
    """The same bills with these lists. One query for each list, however many bills."""
    ids = [row.id for row in rows]
    found = {part: PARTS[part](ids) for part in PARTS if part in parts} if ids else {}
    return [
        resource_of(row) | {part: lines[row.id] for part, lines in found.items()} for row in rows
    ]


def one_bill(number: str, *, kind: BillKind) -> Resource:
    """One bill with everything. Seven queries.

    :raises ObjectDoesNotExist: there is none
    """
    row = bills.bill_record(number, kind=kind)
    dossier = get_dossier(number, kind=kind)
    return resource_of(row) | {
        "authors": dossier.authors,
        "subjects": dossier.subjects,
        "stages": dossier.stages,
        "merged_with": dossier.merged_with,
        "steps": steps_of(row.id),
        "urgencies": urgencies_of(row.id),
        "documents": papers_of(row.id),
        "texts": texts_of(row.id),
        "votes": votes_on([row.id])[row.id],
    }


def list_documents(asked: dict[str, Any]) -> ListPage:
    """One page of the papers of bills. One query."""
    rows = bills.exchange_papers(
        kind=asked.get("tipo", ""),
        bill_kind=asked.get("clase", ""),
        bill_number=asked.get("boletin", ""),
        committee_slug=asked.get("comision", ""),
        since=asked.get("desde"),
        until=asked.get("hasta"),
    )
    return page_of(rows, order=bills.PAPERS_ORDER, cursor=asked.get("pagina"), size=asked["limite"])


def list_texts(asked: dict[str, Any]) -> ListPage:
    """One page of the texts of bills, without their articles. One query."""
    rows = bills.exchange_texts(
        kind=asked.get("tipo", ""),
        bill_kind=asked.get("clase", ""),
        bill_number=asked.get("boletin", ""),
        since=asked.get("desde"),
        until=asked.get("hasta"),
    )
    return page_of(rows, order=bills.TEXTS_ORDER, cursor=asked.get("pagina"), size=asked["limite"])


def one_text(number: str, slug: str, *, kind: BillKind) -> Resource:
    """One text of a bill with its articles. Two queries.

    :raises ObjectDoesNotExist: there is none
    """
    row = bills.text_record(number, slug, kind=kind)
    return resource_of(row) | {"articles": articles_of(row.version_id)}
