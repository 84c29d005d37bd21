"""Recomputes the ledger outside the database and holds it against every checkpoint kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from accounts.ledger import folders, selectors
from accounts.ledger.canonical import GENESIS
from accounts.ledger.keys import verifying_keys
from accounts.ledger.merkle import Growing
from accounts.ledger.notes import Signed, VerifyingKey, WrongNote, read
from accounts.ledger.rows import fault_of

FAULTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpoint as somebody keeps it: where, and what its note says if it can be trusted."""

    where: str
    signed: Signed | None
    fault: str = ""


@dataclass(slots=True)
class Report:
    """What was looked at, and what is wrong with it, the first bad row first."""

    rows: int = 0
    checkpoints: int = 0
    first_bad: int | None = None
    faults: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.faults


def verify(*, outside: Sequence[Path] = ()) -> Report:
    """Recompute every row and hold the ledger against its checkpoints.

    :param outside: folders of checkpoints that were kept elsewhere
    :raises ImproperlyConfigured: no key to check signatures with
    """
    keys = verifying_keys()
    # In this order: whatever was written as a file was in the table, and covers rows, before.
    files = [kept for folder in outside for kept in _in_folder(folder, keys)]
    table = _in_table(keys)
    sizes = {one.signed.size for one in (*table, *files) if one.signed}
    report = Report(checkpoints=len(table) + len(files))
    roots = _recompute(report, sizes)
    _hold_against(report, (*table, *files), roots)
    report.faults += _no_longer_in_table(table, files)
    return report


def _in_table(keys: Sequence[VerifyingKey]) -> list[Kept]:
    found = []
    for row in selectors.checkpoints():
        one = _read(f"checkpoint {row.size}", row.note, keys)
        said = (row.size, bytes(row.root), row.key_id, bytes(row.signature))
        signed = one.signed
        if signed and said != (signed.size, signed.root, signed.key_id, signed.signature):
            one = Kept(one.where, signed, "its columns do not say what its note says")
        found.append(one)
    return found


def _in_folder(folder: Path, keys: Sequence[VerifyingKey]) -> Iterable[Kept]:
    for path, note in folders.kept(folder):
        one = _read(str(path), note, keys)
        named = path.name if folders.SIZE.fullmatch(path.name) else ""
        if one.signed and named and int(named) != one.signed.size:
            one = Kept(one.where, one.signed, f"it covers {one.signed.size} rows")
        yield one


def _read(where: str, note: str, keys: Sequence[VerifyingKey]) -> Kept:
    try:
        return Kept(where, read(note, keys))
    except WrongNote as wrong:
        return Kept(where, None, str(wrong))


def _recompute(report: Report, sizes: set[int]) -> dict[int, bytes]:
    """Check row after row, and give the root over as many rows as each checkpoint covers."""
    tree, previous, expected = Growing(), GENESIS, 1
    roots: dict[int, bytes] = {}
    faults: list[str] = []
    for row in selectors.rows():
        fault = fault_of(row, expected=expected, previous=previous)
        if fault and len(faults) < FAULTS_SHOWN:
            report.first_bad = report.first_bad or expected
            faults.append(f"Row {expected}: {fault}.")
        tree.add(row.hash)
        if tree.size in sizes:
            roots[tree.size] = tree.root
        previous, expected = row.hash, row.sequence + 1
    report.rows = tree.size
    report.faults += faults
    return roots


def _hold_against(report: Report, kept: Sequence[Kept], roots: Mapping[int, bytes]) -> None:
    """Whether the ledger still has what each checkpoint covers, the smallest first.

    A chain that was written anew is sound in itself: what is known of its first bad row is
    that it comes after the last checkpoint that holds.
    """
    report.faults += [f"{one.where}: {one.fault.rstrip('.')}." for one in kept if one.fault]
    good = 0
    for where, signed in sorted(
        ((one.where, one.signed) for one in kept if one.signed), key=lambda pair: pair[1].size
    ):
        if signed.size > report.rows:
            report.first_bad = report.first_bad or report.rows + 1
            report.faults.append(
                f"{where}: {signed.size} rows were signed, and those from {report.rows + 1} on "
                "are gone."
            )
        elif roots[signed.size] != signed.root:
            report.first_bad = report.first_bad or good + 1
            report.faults.append(
                f"{where}: among rows {good + 1} to {signed.size} are some that were not signed."
            )
        else:
            good = signed.size


def _no_longer_in_table(table: Iterable[Kept], files: Iterable[Kept]) -> list[str]:
    """Checkpoints that somebody keeps and the table lost: someone took them away."""
    here = {one.signed.note for one in table if one.signed}
    return [
        f"{one.where}: the table of checkpoints does not have it."
        for one in files
        if one.signed and one.signed.note not in here
    ]
