"""The same lists as tables: a row a thing, a column a value, under the names that the API uses."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from portals.open_data.base.addresses import Addresses
from portals.open_data.base.lists import ListPage, resource_of
from portals.shared.csv import Cell

Row = dict[str, Any]
Reader = Callable[[Addresses, Row], Cell]


@dataclass(frozen=True)
class Table:
    """A file: its name without ending, its columns, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


def _same(name: str) -> Reader:
    return lambda _at, row: row[name]


def _part(name: str, part: str) -> Reader:
    return lambda _at, row: row[name][part] if row[name] else None


def _count(name: str) -> Reader:
    return lambda _at, row: getattr(row["counts"], name)


Columns = dict[str, Reader]

BILLS: Columns = {
    "kind": _same("kind"),
    "number": _same("number"),
    "title": _same("title"),
    "plain_title": _same("plain_title"),
    "initiative": _same("initiative"),
    "origin_chamber": _same("origin_chamber"),
    "filed_on": _same("filed_on"),
    "status": _same("status"),
    "stage": _same("stage"),
    "stage_text": _same("stage_text"),
    "chamber": _same("chamber"),
    "committee": _same("committee__name"),
    "committee_slug": _same("committee__slug"),
    "last_step_on": _same("last_step_on"),
    "law_number": _same("law_number"),
    "law_published_on": _same("law_published_on"),
    "page": lambda at, row: at.bill_page(row["kind"], row["number"]),
}
VOTES: Columns = {
    "legislature": _same("legislature"),
    "session_number": _same("session_number"),
    "position": _same("position"),
    "taken_on": _same("taken_on"),
    "bill_kind": _same("bill_kind"),
    "bill_number": _same("bill_number"),
    "subject": _same("subject"),
    "kind": _same("kind"),
    "attempt": _same("attempt"),
    "rule": _same("rule_code"),
    "yes": _count("yes"),
    "no": _count("no"),
    "abstain": _count("abstain"),
    "paired": _count("paired"),
    "recused": _count("recused"),
    "in_office": _same("in_office"),
    "needed": _same("needed"),
    "result": _same("result"),
    "totals_agree": _same("totals_agree"),
    "page": lambda at, row: at.vote_page(
        row["legislature"], row["session_number"], row["position"]
    ),
}
SENATORS: Columns = {
    "slug": _same("slug"),
    "senate_id": _same("senate_id"),
    "name": _same("full_name"),
    "given_names": _same("given_names"),
    "paternal_surname": _same("paternal_surname"),
    "maternal_surname": _same("maternal_surname"),
    "is_in_office": _same("is_in_office"),
    "region": _part("region", "name"),
    "region_slug": _part("region", "slug"),
    "since": _part("region", "since"),
    "until": _part("region", "until"),
    "party": _part("party", "name"),
    "party_slug": _part("party", "slug"),
    "caucus": _part("caucus", "name"),
    "caucus_slug": _part("caucus", "slug"),
    "email": _same("email"),
    "page": lambda at, row: at.senator_page(row["slug"]),
}
COMMITTEES: Columns = {
    "slug": _same("slug"),
    "name": _same("name"),
    "kind": _same("kind"),
    "chamber": _same("chamber"),
    "members": _same("members"),
    "chair": _part("chair", "name"),
    "chair_slug": _part("chair", "slug"),
    "page": lambda at, row: at.committee_page(row["slug"]),
}
SESSIONS: Columns = {
    "legislature": _same("legislature"),
    "number": _same("number"),
    "committee": _same("committee_name"),
    "committee_slug": _same("committee_slug"),
    "kind": _same("kind"),
    "state": _same("state"),
    "held_on": _same("held_on"),
    "starts_at": _same("starts_at"),
    "ended_at": _same("ended_at"),
    "place": _same("place"),
    "page": lambda at, row: at.session_page(
        row["legislature"], row["number"], row["committee_slug"]
    ),
}
ROLL_CALL: Columns = {
    "name": _same("full_name"),
    "person_slug": _same("slug"),
    "party": _same("party"),
    "party_slug": _same("party_slug"),
    "caucus": _same("caucus"),
    "caucus_slug": _same("caucus_slug"),
    "region": _same("region"),
    "region_slug": _same("region_slug"),
    "choice": _same("choice"),
    "reason": _same("reason"),
}
SENATOR_VOTES: Columns = {**VOTES, "choice": _same("choice")}
ABSENT = "ABSENT"


def table_of(name: str, columns: Columns, page: ListPage, at: Addresses) -> Table:
    """The rows of a page of a list, as these columns."""
    readers = tuple(columns.values())
    return Table(
        name=name,
        columns=tuple(columns),
        rows=[[read(at, row) for read in readers] for row in map(_named, page.rows)],
    )


def roll_call(vote: Row, at: Addresses) -> Table:
    """Everybody in a vote, in the order of the record; those known to be absent at the end.

    Who was matched to nobody is named as printed and has no address.
    """
    answered = [
        resource_of(ballot) | {"full_name": ballot.full_name or ballot.printed_name, "reason": None}
        for ballot in vote["ballots"]
    ]
    absent = [
        member | {"choice": ABSENT, "reason": member["reason"] or member["attendance"]}
        for member in vote["absent"]
    ]
    place = f"{vote['legislature']}-{vote['session_number']}-{vote['position']}"
    return table_of(f"votacion-{place}", ROLL_CALL, ListPage(answered + absent, None, None), at)


def _named(row: Any) -> Row:
    return row if isinstance(row, dict) else resource_of(row)
