"""What a row of the ledger must be, seen from outside the database. Pure."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from accounts.ledger.canonical import canonical, entry_hash, instant


class Row(NamedTuple):
    """One row, with the columns of the table in order."""

    sequence: int
    recorded_at: datetime
    act: str
    actor_id: int | None
    authority: str
    object_kind: str
    object_key: str
    others: list[str]
    payload: str
    previous_hash: bytes
    hash: bytes


def fault_of(row: Row, *, expected: int, previous: bytes) -> str:
    """Why this cannot be the row that comes next; empty when it can.

    :param expected: its number
    :param previous: the hash of the row before it
    """
    if row.sequence != expected:
        return f"row {expected} is missing: row {row.sequence} comes in its place"
    if row.previous_hash != previous:
        return "it does not follow the row before it"
    if row.hash != entry_hash(row.previous_hash, row.payload):
        return "its hash is not the one of its payload"
    try:
        said = json.loads(row.payload)
        is_canonical = canonical(said) == row.payload
    except (ValueError, RecursionError):
        return "its payload cannot be read"
    if not is_canonical:
        return "its payload is not written in the one way that it may be"
    return _disagreement(row, said)


def _disagreement(row: Row, said: Mapping[str, Any]) -> str:
    columns = row._asdict() | {"recorded_at": instant(row.recorded_at)}
    for name in ("payload", "previous_hash", "hash"):
        del columns[name]
    differing = [name for name, value in columns.items() if said.get(name) != value]
    return f"its column {differing[0]} does not say what its payload says" if differing else ""
