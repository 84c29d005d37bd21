"""Appends acts to the ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.transaction import TransactionManagementError

from accounts.actors import Actor
from accounts.ledger.canonical import GENESIS, Plain, canonical, entry_hash, instant, plain
from accounts.ledger.models import LedgerEntry

# Two statements: the second must see what was committed while the first one waited.
LOCK = "SELECT senate_lock_ledger()"
LAST = """
  SELECT clock_timestamp(), last.sequence, last.hash
  FROM (SELECT) AS now
  LEFT JOIN (SELECT sequence, hash FROM accounts_ledgerentry ORDER BY sequence DESC LIMIT 1)
    AS last ON true
"""

COLUMNS = ("act", "actor_id", "authority", "object_kind", "object_key", "others")


class _Place(NamedTuple):
    """Where and when the next row goes."""

    sequence: int
    recorded_at: datetime
    previous_hash: bytes


def append(
    *,
    act: str,
    actor: Actor,
    object_kind: str,
    object_key: str,
    data: Mapping[str, object],
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    authority: str = "",
    others: Sequence[tuple[str, str]] = (),
) -> LedgerEntry:
    """Add one act to the end of the ledger, stamped by the database's clock.

    Everybody who appends waits for whoever appended before, until that transaction ends: call
    it last. It belongs to the caller's transaction and vanishes with it. No personal data of
    citizens goes in; what is written here can never be taken out.

    :param act: wire name, such as ``bill.filed``
    :param data: what happened, in plain values: texts, whole numbers, truths, lists, mappings
    :param before: the values that the act changed, as they were
    :param after: the same values, as they are now
    :param authority: in whose name it was done, when not the actor's own: a role or an office
    :param others: further objects that it touches, as (kind, key)
    :raises TransactionManagementError: there is no transaction
    :raises canonical.NotPlain: a value that JSON cannot hold exactly, such as a fraction
    :raises ValueError: the act or its object is not named
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("An act is recorded in the transaction that does it.")
    if not (act and object_kind and object_key) or ":" in object_kind:
        raise ValueError("An act has a name and an object.")
    said: dict[str, Plain] = {
        "act": plain(act),
        "actor_id": actor.user_id,
        "after": plain(after),
        "authority": plain(authority),
        "before": plain(before),
        "data": plain(data),
        "object_key": plain(object_key),
        "object_kind": plain(object_kind),
        "others": [plain(f"{kind}:{key}") for kind, key in others],
    }
    return _write(said, _next_place())


def _next_place() -> _Place:
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
        cursor.execute(LAST)
        now, sequence, last = cursor.fetchone()
    return _Place((sequence or 0) + 1, now, bytes(last) if last is not None else GENESIS)


def _write(said: dict[str, Plain], place: _Place) -> LedgerEntry:
    payload = canonical(
        {**said, "recorded_at": instant(place.recorded_at), "sequence": place.sequence}
    )
    columns = {key: said[key] for key in COLUMNS}
    entry = LedgerEntry(
        **place._asdict(),
        **columns,
        payload=payload,
        hash=entry_hash(place.previous_hash, payload),
    )
    entry.save(force_insert=True)
    return entry
