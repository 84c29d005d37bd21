"""Every few minutes the ledger is signed, unless nothing happened or it is not what it was."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from accounts.ledger import keys, merkle, selectors
from accounts.ledger.folders import AnotherCheckpoint
from accounts.ledger.models import Checkpoint
from accounts.ledger.notes import read
from accounts.ledger.services import LedgerNotTrusted, make_checkpoint
from tests.accounts.ledger.acts import act, acts
from tests.accounts.ledger.moments import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_signs_the_root_over_every_row() -> None:
    rows = acts(5)

    made = make_checkpoint(at=NOW)

    assert made is not None
    signed = read(made.note, [keys.signing_key().verifying])
    assert (signed.size, signed.root) == (5, merkle.root_of(row.hash for row in rows))
    assert (made.size, made.root, made.made_at, made.key_id, made.signature) == (
        5,
        signed.root,
        NOW,
        signed.key_id,
        signed.signature,
    )


def test_nothing_is_signed_when_nothing_happened() -> None:
    assert make_checkpoint(at=NOW) is None
    act(1)
    assert make_checkpoint(at=NOW) is not None
    assert make_checkpoint(at=NOW + timedelta(minutes=5)) is None
    act(2)
    assert make_checkpoint(at=NOW + timedelta(minutes=10)) is not None
    assert [row.size for row in selectors.checkpoints()] == [1, 2]


def test_it_is_written_where_outsiders_and_the_witness_keep_it(folder: Path, witness: Path) -> None:
    acts(2)
    first = make_checkpoint(at=NOW)
    act(3)
    second = make_checkpoint(at=NOW)

    assert first is not None
    assert second is not None
    for place in (folder, witness):
        files = {
            path.relative_to(place).as_posix(): path.read_text()
            for path in place.rglob("*")
            if path.is_file()
        }
        assert files == {
            "checkpoint": second.note,
            "checkpoints/2": first.note,
            "checkpoints/3": second.note,
        }


def test_a_file_that_was_lost_comes_back_with_the_next_call(folder: Path) -> None:
    act(1)
    made = make_checkpoint(at=NOW)
    (folder / "checkpoint").unlink()
    (folder / "checkpoints" / "1").unlink()

    assert make_checkpoint(at=NOW) is None
    assert made is not None
    assert (folder / "checkpoints" / "1").read_text() == made.note
    assert (folder / "checkpoint").read_text() == made.note


def test_no_file_is_written_of_a_checkpoint_that_was_not_kept(folder: Path) -> None:
    act(1)
    with pytest.raises(RuntimeError):
        _make_and_fail()

    assert not folder.exists()
    assert selectors.checkpoints() == []


@transaction.atomic
def _make_and_fail() -> None:
    make_checkpoint(at=NOW)
    raise RuntimeError


def test_what_a_witness_keeps_is_never_written_over(witness: Path) -> None:
    act(1)
    (witness / "checkpoints").mkdir(parents=True)
    (witness / "checkpoints" / "1").write_text("something else")

    with pytest.raises(AnotherCheckpoint):
        make_checkpoint(at=NOW)
    assert (witness / "checkpoints" / "1").read_text() == "something else"


REWRITINGS = {
    "a covered row was removed": "DELETE FROM accounts_ledgerentry WHERE sequence = 2",
    "the tail was cut off": "DELETE FROM accounts_ledgerentry WHERE sequence > 3",
    "two rows were exchanged": "UPDATE accounts_ledgerentry SET sequence = CASE sequence "
    "WHEN 1 THEN -2 ELSE -1 END WHERE sequence <= 2; "
    "UPDATE accounts_ledgerentry SET sequence = -sequence WHERE sequence < 0",
    "everything was removed": "DELETE FROM accounts_ledgerentry",
}


@pytest.mark.parametrize("statement", REWRITINGS.values(), ids=REWRITINGS.keys())
def test_a_ledger_that_is_not_what_was_signed_is_not_signed_again(
    superuser: psycopg.Connection[Any], folder: Path, statement: str
) -> None:
    acts(4)
    make_checkpoint(at=NOW)
    superuser.execute(
        "ALTER TABLE accounts_ledgerentry DROP CONSTRAINT IF EXISTS a_ledger_begins_at_one"
    )
    try:
        superuser.execute(statement)
        with pytest.raises(LedgerNotTrusted, match=r"The first 4 rows are not those"):
            make_checkpoint(at=NOW)
    finally:
        superuser.execute("DELETE FROM accounts_ledgerentry")
        superuser.execute(
            "ALTER TABLE accounts_ledgerentry "
            "ADD CONSTRAINT a_ledger_begins_at_one CHECK (sequence >= 1)"
        )
    assert [row.size for row in selectors.checkpoints()] == [4]
    assert [path.name for path in (folder / "checkpoints").iterdir()] == ["4"]


def test_a_new_row_that_does_not_follow_is_not_signed(superuser: psycopg.Connection[Any]) -> None:
    acts(2)
    make_checkpoint(at=NOW)
    acts(2)
    superuser.execute("DELETE FROM accounts_ledgerentry WHERE sequence = 3")

    with pytest.raises(LedgerNotTrusted, match=r"Row 3: row 3 is missing"):
        make_checkpoint(at=NOW)


def test_a_checkpoint_that_somebody_else_signed_is_not_built_upon(
    settings: Any, superuser: psycopg.Connection[Any]
) -> None:
    act(1)
    make_checkpoint(at=NOW)
    act(2)
    settings.LEDGER_SIGNING_KEY = "QW5vdGhlciBrZXkgdGhhdCBub2JvZHkga25vd3MuLiE="

    with pytest.raises(LedgerNotTrusted, match="a key that nobody knows"):
        make_checkpoint(at=NOW)


def test_a_key_of_before_is_still_known(settings: Any) -> None:
    act(1)
    make_checkpoint(at=NOW)
    act(2)
    settings.LEDGER_VERIFYING_KEYS = [str(keys.signing_key().verifying)]
    settings.LEDGER_SIGNING_KEY = "QW5vdGhlciBrZXkgdGhhdCBub2JvZHkga25vd3MuLiE="

    assert make_checkpoint(at=NOW) is not None
    assert len({row.key_id for row in selectors.checkpoints()}) == 2


@pytest.mark.parametrize("said", ["", "change-me", "c2hvcnQ=", "/there/is/no/such/file"])
def test_without_a_key_nothing_is_signed(settings: Any, said: str) -> None:
    act(1)
    settings.LEDGER_SIGNING_KEY = said

    with pytest.raises(ImproperlyConfigured, match="LEDGER_SIGNING_KEY"):
        make_checkpoint(at=NOW)
    assert Checkpoint.objects.count() == 0


def test_a_key_may_lie_in_a_file_that_is_ours_alone(settings: Any, tmp_path: Path) -> None:
    path = tmp_path / "state" / "key"

    assert keys.make_key_file(path) is True
    assert keys.make_key_file(path) is False

    settings.LEDGER_SIGNING_KEY = str(path)
    assert keys.signing_key().verifying == keys.verifying_keys()[0]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("as_application")
def test_the_application_may_sign() -> None:
    act(1)

    assert make_checkpoint(at=NOW) is not None
