"""An event for tests, and reactions that say what they were told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import transaction

from accounts.actors import SYSTEM
from accounts.ledger.models import LedgerEntry
from legislation.events.catalogue import Event
from legislation.events.dispatch import Reaction, Told
from legislation.events.services import record


@dataclass(frozen=True)
class TrialHeld(Event):
    """Something was tried."""

    act: ClassVar[str] = "trial.held"
    number: int
    names: tuple[str, ...] = ()
    note: str | None = None


def hold(number: int = 1, **more: Any) -> LedgerEntry:
    """Record that a trial was held, in a transaction of its own."""
    wanted: dict[str, Any] = {"actor": SYSTEM, "object_kind": "trial", "object_key": str(number)}
    with transaction.atomic():
        return record(TrialHeld(number, names=("Ana", "Luis")), **wanted | more)


def reaction(react: Callable[[Told], object], name: str = "trials.note") -> Reaction:
    return Reaction(name, react, events=frozenset({TrialHeld}))
