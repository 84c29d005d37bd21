"""Signs what the ledger says, and lays it where outsiders keep it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from accounts.ledger import folders, selectors
from accounts.ledger.canonical import GENESIS
from accounts.ledger.keys import signing_key, verifying_keys
from accounts.ledger.merkle import Growing
from accounts.ledger.models import Checkpoint
from accounts.ledger.notes import WrongNote, read, sign
from accounts.ledger.rows import fault_of

# One at a time: the second finds nothing left to sign.
LOCK = "SELECT pg_advisory_xact_lock('public.accounts_checkpoint'::regclass::oid::bigint)"


class LedgerNotTrusted(Exception):
    """The ledger is not what was signed before, and is not signed again. Call for help."""


def make_checkpoint(*, at: datetime) -> Checkpoint | None:
    """Sign the ledger as it is, if anything happened since the last time.

    What the last checkpoint covers must still have the root that was signed then, and every row
    after it is recomputed; only then it is signed. Once committed, it is written into
    LEDGER_CHECKPOINT_FOLDER and LEDGER_WITNESS_FOLDER. A file that could not be written is
    written by the next call.

    :returns: the new checkpoint; None when nothing happened
    :raises LedgerNotTrusted: the rows are not those that were signed, or do not follow
    :raises folders.AnotherCheckpoint: a folder holds another one of the same size
    :raises ImproperlyConfigured: there is no key
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(LOCK)
        last = selectors.latest_checkpoint()
        tree = _signed_before(last)
        _add_the_rest(tree)
        made = _keep_row(tree, at) if tree.size > (last.size if last else 0) else None
        if newest := made or last:
            transaction.on_commit(partial(_write_files, newest.size, newest.note))
    return made


def _signed_before(last: Checkpoint | None) -> Growing:
    """The tree over what the last checkpoint covers, found to be what was signed."""
    tree = Growing()
    if last is None:
        return tree
    for leaf in selectors.leaves(up_to=last.size):
        tree.add(leaf)
    try:
        signed = read(last.note, verifying_keys())
    except WrongNote as wrong:
        raise LedgerNotTrusted(f"Checkpoint {last.size}: {wrong}") from wrong
    if (signed.size, signed.root) != (tree.size, tree.root):
        raise LedgerNotTrusted(
            f"The first {last.size} rows are not those that were signed; run verify_ledger."
        )
    return tree


def _add_the_rest(tree: Growing) -> None:
    """Add the rows that no checkpoint covers yet, each recomputed."""
    previous = selectors.hash_of(tree.size) if tree.size else GENESIS
    for row in selectors.rows(after=tree.size):
        fault = fault_of(row, expected=tree.size + 1, previous=previous)
        if fault:
            raise LedgerNotTrusted(f"Row {tree.size + 1}: {fault}.")
        tree.add(row.hash)
        previous = row.hash


def _keep_row(tree: Growing, at: datetime) -> Checkpoint:
    signed = sign(signing_key(), size=tree.size, root=tree.root)
    return Checkpoint.objects.create(
        size=signed.size,
        root=signed.root,
        made_at=at,
        key_id=signed.key_id,
        signature=signed.signature,
        note=signed.note,
    )


def checkpoint_folders() -> Sequence[Path]:
    """Where checkpoints are written: ours, and the witness's when there is one."""
    named = (settings.LEDGER_CHECKPOINT_FOLDER, settings.LEDGER_WITNESS_FOLDER)
    return [Path(folder) for folder in named if folder]


def _write_files(size: int, note: str) -> None:
    for folder in checkpoint_folders():
        folders.keep(folder, size, note)
