"""Appends acts to the ledger, and signs what it says for outsiders to keep."""

from accounts.ledger.services.appending import append
from accounts.ledger.services.checkpoints import (
    LedgerNotTrusted,
    checkpoint_folders,
    make_checkpoint,
)

__all__ = ["LedgerNotTrusted", "append", "checkpoint_folders", "make_checkpoint"]
