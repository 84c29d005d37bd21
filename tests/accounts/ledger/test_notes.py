"""A checkpoint says who signed what, in a form that others read, and cannot be bent."""

from __future__ import annotations

import base64

import pytest

from accounts.ledger.notes import SigningKey, VerifyingKey, WrongNote, read, sign

ROOT = bytes(range(32))
KEY = SigningKey.from_seed("senado/bitacora", b"s" * 32)
OTHER = SigningKey.from_seed("senado/bitacora", b"o" * 32)
# The key of a public log that has nothing to do with us, as its owners print it.
GOLANG = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"


def test_it_is_three_lines_and_a_signature() -> None:
    lines = sign(KEY, size=1482, root=ROOT).note.split("\n")

    assert lines[:4] == ["senado/bitacora", "1482", base64.b64encode(ROOT).decode(), ""]
    assert lines[4].startswith("— senado/bitacora ")
    assert lines[5:] == [""]


def test_what_was_signed_is_read() -> None:
    signed = sign(KEY, size=1482, root=ROOT)

    assert read(signed.note, [OTHER.verifying, KEY.verifying]) == signed
    assert (signed.size, signed.root, len(signed.signature)) == (1482, ROOT, 64)


def test_signing_twice_says_the_same() -> None:
    assert sign(KEY, size=3, root=ROOT) == sign(KEY, size=3, root=ROOT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n1482\n", "\n1483\n"),
        (base64.b64encode(ROOT).decode(), base64.b64encode(bytes(32)).decode()),
    ],
)
def test_a_word_changed_breaks_the_signature(old: str, new: str) -> None:
    note = sign(KEY, size=1482, root=ROOT).note

    with pytest.raises(WrongNote, match=r"Its signature does not hold\."):
        read(note.replace(old, new), [KEY.verifying])


def test_a_note_of_another_ledger_is_refused() -> None:
    note = sign(KEY, size=1, root=ROOT).note

    with pytest.raises(WrongNote, match=r"It speaks of another ledger: otro/bitacora\."):
        read(note.replace("senado/bitacora\n1\n", "otro/bitacora\n1\n"), [KEY.verifying])


def test_a_key_that_nobody_knows_is_refused_by_its_identity() -> None:
    with pytest.raises(WrongNote, match=OTHER.verifying.key_id):
        read(sign(OTHER, size=1, root=ROOT).note, [KEY.verifying])


@pytest.mark.parametrize(
    "note", ["", "senado/bitacora\n1\n", "senado/bitacora\n01\nAA==\n\n— senado/bitacora AA==\n"]
)
def test_what_is_no_checkpoint_is_refused(note: str) -> None:
    with pytest.raises(WrongNote, match=r"It is not a checkpoint\."):
        read(note, [KEY.verifying])


def test_nothing_may_follow_the_signature() -> None:
    with pytest.raises(WrongNote):
        read(sign(KEY, size=1, root=ROOT).note + "more\n", [KEY.verifying])


def test_keys_are_written_as_other_logs_write_them() -> None:
    key = VerifyingKey.parse(GOLANG)

    assert (key.name, key.key_id, str(key)) == ("sum.golang.org", "033de0ae", GOLANG)


@pytest.mark.parametrize(
    "text", ["", "name", GOLANG.replace("033de0ae", "033de0af"), "name+00000000+AQ=="]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(WrongNote):
        VerifyingKey.parse(text)


@pytest.mark.parametrize(("name", "seed"), [("a b", b"s" * 32), ("a+b", b"s" * 32), ("a", b"s")])
def test_a_key_needs_a_name_that_a_note_can_hold_and_a_whole_seed(name: str, seed: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey.from_seed(name, seed)
