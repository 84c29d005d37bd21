"""Reads the ledger: what officials search, what is checked, what outsiders keep."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q

from accounts.ledger.models import Checkpoint, LedgerEntry
from accounts.ledger.rows import Row

READ_AT_ONCE = 2_000
SHOWN = (
    *("recorded_at", "act", "authority", "object_kind", "object_key", "others"),
    *("actor__name", "actor__email"),
)


@dataclass(frozen=True, slots=True)
class Act:
    """One row as lists show it. ``actor`` is empty for the system and for who was erased."""

    sequence: int
    recorded_at: datetime
    act: str
    actor_id: int | None
    actor: str
    authority: str
    object_kind: str
    object_key: str
    others: list[str]


def entries(
    *,
    object: tuple[str, str] | None = None,  # noqa: A002 - the word of the ledger
    actor: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    act: str | None = None,
    after_sequence: int | None = None,
    limit: int = 50,
) -> list[Act]:
    """The acts that meet every condition given, newest first. One statement.

    :param object: (kind, key) of what they are about or touch
    :param actor: the account that did them
    :param since: recorded at that moment or later
    :param until: recorded before that moment
    :param act: their wire name
    :param after_sequence: go on after this row, the last one of the page before
    """
    asked = Q()
    if object is not None:
        kind, key = object
        asked &= Q(object_kind=kind, object_key=key) | Q(others__contains=[f"{kind}:{key}"])
    wanted = {
        "actor_id": actor,
        "recorded_at__gte": since,
        "recorded_at__lt": until,
        "act": act,
        "sequence__lt": after_sequence,
    }
    asked &= Q(**{name: value for name, value in wanted.items() if value is not None})
    found = LedgerEntry.objects.filter(asked).order_by("-sequence")[:limit]
    return [
        Act(
            sequence=row.sequence,
            recorded_at=row.recorded_at,
            act=row.act,
            actor_id=row.actor_id,
            actor=row.actor.name or row.actor.email if row.actor else "",
            authority=row.authority,
            object_kind=row.object_kind,
            object_key=row.object_key,
            others=row.others,
        )
        for row in found.select_related("actor").only(*SHOWN)
    ]


def get_entry(sequence: int) -> LedgerEntry:
    """One row with its payload and the account that acted.

    :raises LedgerEntry.DoesNotExist: there is none of this number
    """
    return LedgerEntry.objects.select_related("actor").get(pk=sequence)


def size() -> int:
    """How many rows there are: the number of the last one."""
    return LedgerEntry.objects.aggregate(last=Max("sequence"))["last"] or 0


def rows(*, after: int = 0) -> Iterator[Row]:
    """Every row after this one, in order and with all its columns; few at a time in memory.

    Rows come in the order in which their transactions ended: what is read is a beginning of
    what is read later.
    """
    found = LedgerEntry.objects.filter(sequence__gt=after).order_by("sequence")
    for row in found.iterator(chunk_size=READ_AT_ONCE):
        yield Row(
            sequence=row.sequence,
            recorded_at=row.recorded_at,
            act=row.act,
            actor_id=row.actor_id,
            authority=row.authority,
            object_kind=row.object_kind,
            object_key=row.object_key,
            others=row.others,
            payload=row.payload,
            previous_hash=bytes(row.previous_hash),
            hash=bytes(row.hash),
        )


def leaves(*, up_to: int) -> Iterator[bytes]:
    """The hashes of the rows up to this one, in order."""
    found = LedgerEntry.objects.filter(sequence__lte=up_to).order_by("sequence")
    for leaf in found.values_list("hash", flat=True).iterator(chunk_size=READ_AT_ONCE):
        yield bytes(leaf)


def hash_of(sequence: int) -> bytes:
    """The hash of this row.

    :raises LedgerEntry.DoesNotExist: there is none of this number
    """
    return bytes(LedgerEntry.objects.values_list("hash", flat=True).get(pk=sequence))


def latest_checkpoint() -> Checkpoint | None:
    """The checkpoint over most rows, if there is any."""
    return Checkpoint.objects.order_by("-size").first()


def find_checkpoint(covering: int) -> Checkpoint | None:
    """The checkpoint over exactly this many rows, if there is one."""
    return Checkpoint.objects.filter(pk=covering).first()


def checkpoints() -> list[Checkpoint]:
    """Every checkpoint, the smallest first."""
    return list(Checkpoint.objects.order_by("size"))
