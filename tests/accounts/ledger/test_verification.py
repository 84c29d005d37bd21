"""Whoever rules the database can change it, and not unseen: what a checkpoint covers is betrayed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command

from accounts.ledger import folders, keys, merkle, notes, selectors
from accounts.ledger.canonical import GENESIS, canonical, entry_hash
from accounts.ledger.services import make_checkpoint
from accounts.ledger.verification import verify
from tests.accounts.ledger.acts import act, acts
from tests.accounts.ledger.moments import NOW

pytestmark = pytest.mark.django_db(transaction=True)

Superuser = psycopg.Connection[Any]
CHECKED = (
    "ALTER TABLE accounts_ledgerentry ADD CONSTRAINT a_hash_covers_what_came_before CHECK "
    "(hash = sha256('\\x00'::bytea || previous_hash || convert_to(payload, 'UTF8'))) NOT VALID"
)


@pytest.fixture
def unchecked(superuser: Superuser) -> Iterator[Superuser]:
    """Neither triggers nor the check of hashes stand in the way."""
    superuser.execute(
        "ALTER TABLE accounts_ledgerentry DROP CONSTRAINT a_hash_covers_what_came_before"
    )
    yield superuser
    superuser.execute(CHECKED)


@pytest.fixture
def six_rows(folder: Path) -> None:
    """Six rows; checkpoints over the first three and over all."""
    acts(3)
    make_checkpoint(at=NOW)
    acts(3)
    make_checkpoint(at=NOW)


def edit(ruler: Superuser) -> None:
    """One payload says something else."""
    ruler.execute(
        "UPDATE accounts_ledgerentry SET payload = replace(payload, '90002-07', '90009-07'), "
        "object_key = '90009-07' WHERE sequence = 2"
    )


def edit_with_its_hash(ruler: Superuser) -> None:
    """One payload says something else, and its hash is made to fit."""
    edit(ruler)
    ruler.execute(
        "UPDATE accounts_ledgerentry SET hash = "
        "sha256('\\x00'::bytea || previous_hash || convert_to(payload, 'UTF8')) WHERE sequence = 2"
    )


def edit_a_column(ruler: Superuser) -> None:
    """What lists show is no longer what was hashed."""
    ruler.execute("UPDATE accounts_ledgerentry SET actor_id = 7 WHERE sequence = 2")


def delete(ruler: Superuser) -> None:
    ruler.execute("DELETE FROM accounts_ledgerentry WHERE sequence = 2")


def delete_and_close_the_gap(ruler: Superuser) -> None:
    delete(ruler)
    ruler.execute("UPDATE accounts_ledgerentry SET sequence = 2 WHERE sequence = 6")


def reorder(ruler: Superuser) -> None:
    """Rows 2 and 3 change places."""
    for old, new in ((2, 90), (3, 2), (90, 3)):
        ruler.execute(
            "UPDATE accounts_ledgerentry SET sequence = %s WHERE sequence = %s", (new, old)
        )


def cut_the_tail(ruler: Superuser) -> None:
    ruler.execute("DELETE FROM accounts_ledgerentry WHERE sequence > 4")


def rewrite(ruler: Superuser, first: int = 2) -> None:
    """Every row from ``first`` on is made anew, so that the chain is sound in itself."""
    found = ruler.execute(
        "SELECT sequence, payload FROM accounts_ledgerentry ORDER BY sequence"
    ).fetchall()
    previous = GENESIS
    for sequence, payload in found:
        said = json.loads(payload)
        if sequence == first:
            said["object_key"] = "90009-07"
        text = canonical(said)
        own = entry_hash(previous, text)
        ruler.execute(
            "UPDATE accounts_ledgerentry SET payload = %s, object_key = %s, previous_hash = %s, "
            "hash = %s WHERE sequence = %s",
            (text, said["object_key"], previous, own, sequence),
        )
        previous = own


def rewrite_what_came_later(ruler: Superuser) -> None:
    rewrite(ruler, first=5)


ATTACKS: list[tuple[Callable[[Superuser], None], int, str]] = [
    (edit, 2, "Row 2: its hash is not the one of its payload."),
    (edit_with_its_hash, 3, "Row 3: it does not follow the row before it."),
    (edit_a_column, 2, "Row 2: its column actor_id does not say what its payload says."),
    (delete, 2, "Row 2: row 2 is missing: row 3 comes in its place."),
    (delete_and_close_the_gap, 2, "Row 2: it does not follow the row before it."),
    (reorder, 2, "Row 2: it does not follow the row before it."),
    (cut_the_tail, 5, "checkpoint 6: 6 rows were signed, and those from 5 on are gone."),
    (rewrite, 1, "checkpoint 3: among rows 1 to 3 are some that were not signed."),
    (rewrite_what_came_later, 4, "checkpoint 6: among rows 4 to 6 are some that were not signed."),
]


@pytest.mark.usefixtures("six_rows")
def test_an_untouched_ledger_is_sound(folder: Path) -> None:
    report = verify(outside=[folder])

    assert (report.rows, report.checkpoints, report.first_bad, report.faults) == (6, 5, None, [])


def test_an_empty_ledger_is_sound() -> None:
    assert verify().is_sound


@pytest.mark.usefixtures("six_rows")
@pytest.mark.parametrize(
    ("attack", "first_bad", "why"), ATTACKS, ids=[attack.__name__ for attack, *_ in ATTACKS]
)
def test_what_a_superuser_did_is_found_and_the_first_bad_row_named(
    unchecked: Superuser,
    attack: Callable[[Superuser], None],
    first_bad: int,
    why: str,
) -> None:
    attack(unchecked)

    report = verify()

    assert report.first_bad == first_bad
    assert report.faults[0] == why


@pytest.mark.usefixtures("six_rows")
def test_a_rewritten_chain_is_sound_in_itself_and_only_a_checkpoint_betrays_it(
    unchecked: Superuser,
) -> None:
    rewrite(unchecked)
    assert len(verify().faults) == 2

    unchecked.execute("DELETE FROM accounts_checkpoint")
    assert verify().faults == []


@pytest.mark.usefixtures("six_rows")
def test_checkpoints_removed_with_it_are_kept_by_others(unchecked: Superuser, folder: Path) -> None:
    rewrite(unchecked)
    unchecked.execute("DELETE FROM accounts_checkpoint")

    report = verify(outside=[folder])

    three, six, latest = (
        str(folder / name) for name in ("checkpoints/3", "checkpoints/6", "checkpoint")
    )
    assert report.first_bad == 1
    assert report.faults == [
        f"{three}: among rows 1 to 3 are some that were not signed.",
        f"{six}: among rows 1 to 6 are some that were not signed.",
        f"{latest}: among rows 1 to 6 are some that were not signed.",
        *(f"{where}: the table of checkpoints does not have it." for where in (three, six, latest)),
    ]


@pytest.mark.usefixtures("six_rows")
def test_a_checkpoint_signed_anew_with_another_key_is_not_believed(unchecked: Superuser) -> None:
    rewrite(unchecked)
    forger = notes.SigningKey.from_seed(keys.signing_key().name, b"f" * 32)
    root = merkle.root_of(selectors.leaves(up_to=6))
    forged = notes.sign(forger, size=6, root=root)
    unchecked.execute(
        "UPDATE accounts_checkpoint SET note = %s, root = %s, signature = %s, key_id = %s "
        "WHERE size = 6",
        (forged.note, root, forged.signature, forged.key_id),
    )
    unchecked.execute("DELETE FROM accounts_checkpoint WHERE size < 6")

    assert verify().faults == [
        f"checkpoint 6: It is signed with a key that nobody knows ({forged.key_id})."
    ]


@pytest.mark.usefixtures("six_rows")
def test_a_checkpoint_whose_columns_were_changed_is_found(superuser: Superuser) -> None:
    superuser.execute("UPDATE accounts_checkpoint SET key_id = 'ffffffff' WHERE size = 3")

    assert verify().faults == ["checkpoint 3: its columns do not say what its note says."]


@pytest.mark.usefixtures("six_rows")
def test_a_file_under_another_size_is_found(folder: Path) -> None:
    (folder / "checkpoints" / "3").rename(folder / "checkpoints" / "2")

    assert verify(outside=[folder]).faults == [f"{folder / 'checkpoints' / '2'}: it covers 3 rows."]


@pytest.mark.usefixtures("six_rows")
def test_a_file_that_is_no_checkpoint_is_found(folder: Path) -> None:
    (folder / "checkpoint").write_bytes(b"\xff\x00")

    assert verify(outside=[folder]).faults == [f"{folder / 'checkpoint'}: It is not a checkpoint."]


def test_what_is_written_in_another_way_is_found(unchecked: Superuser) -> None:
    act(1)
    unchecked.execute("UPDATE accounts_ledgerentry SET payload = replace(payload, ',', ', ')")
    unchecked.execute(
        "UPDATE accounts_ledgerentry SET hash = "
        "sha256('\\x00'::bytea || previous_hash || convert_to(payload, 'UTF8'))"
    )

    assert verify().faults == ["Row 1: its payload is not written in the one way that it may be."]


class TestTheCommand:
    @pytest.mark.usefixtures("six_rows")
    def test_says_that_a_sound_ledger_is_sound(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("verify_ledger")

        assert capsys.readouterr().out == "The ledger is sound: 6 rows and 5 checkpoints.\n"

    @pytest.mark.usefixtures("six_rows")
    def test_fails_and_names_the_first_bad_row(
        self, unchecked: Superuser, capsys: pytest.CaptureFixture[str]
    ) -> None:
        edit(unchecked)

        with pytest.raises(CommandError, match=r"NOT SOUND\. The first bad row is 2\. ") as failed:
            call_command("verify_ledger")

        assert failed.value.returncode == 1
        assert "Row 2: its hash is not the one of its payload." in capsys.readouterr().err

    def test_looks_into_the_folder_that_an_outsider_brings(
        self, unchecked: Superuser, tmp_path: Path
    ) -> None:
        acts(2)
        made = make_checkpoint(at=NOW)
        assert made is not None
        folders.keep(tmp_path / "brought", made.size, made.note)
        rewrite(unchecked)
        unchecked.execute("DELETE FROM accounts_checkpoint")

        call_command("verify_ledger")
        with pytest.raises(CommandError, match="NOT SOUND"):
            call_command("verify_ledger", checkpoints=[tmp_path / "brought"])

    def test_refuses_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="There is no folder"):
            call_command("verify_ledger", checkpoints=[tmp_path / "none"])

    @pytest.mark.usefixtures("as_application")
    def test_runs_as_the_application(self, capsys: pytest.CaptureFixture[str]) -> None:
        act(1)

        call_command("verify_ledger")

        assert capsys.readouterr().out == "The ledger is sound: 1 rows and 0 checkpoints.\n"
