"""Acts for tests, and whoever does them."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from accounts.actors import SYSTEM, Actor
from accounts.ledger.models import LedgerEntry
from accounts.ledger.services import append


def act(number: int = 1, **changed: Any) -> LedgerEntry:
    """One act in a transaction of its own."""
    wanted: dict[str, Any] = {
        "act": "bill.filed",
        "actor": SYSTEM,
        "object_kind": "bill",
        "object_key": f"{90000 + number}-07",
        "data": {"number": number},
    }
    with transaction.atomic():
        return append(**wanted | changed)


def acts(count: int) -> list[LedgerEntry]:
    return [act(number) for number in range(1, count + 1)]


def official(user_id: int = 7) -> Actor:
    return Actor(user_id=user_id, name="Ana Ríos")
