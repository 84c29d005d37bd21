"""One way to write a value, so that its hash means it and nothing else (RFC 8785). Pure."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256

import rfc8785

GENESIS = bytes(32)
LEAF = b"\x00"

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


class NotPlain(TypeError):
    """A value that JSON cannot hold exactly, or that two readers would write differently."""


def plain(value: object) -> Plain:
    """The value in nothing but texts, whole numbers, truths, nothing, lists and mappings.

    :raises NotPlain: a fraction (say it as text), a date, a number beyond 2^53, a NUL
        character or anything else
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return {_key(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(item) for item in value]
    raise NotPlain(f"The ledger cannot hold {type(value).__name__}: {value!r}")


def canonical(value: Plain) -> str:
    """The value as RFC 8785 writes it."""
    return rfc8785.dumps(value).decode()


def entry_hash(previous: bytes, payload: str) -> bytes:
    """SHA-256 of 0x00, the previous row's hash and this payload in UTF-8."""
    return sha256(LEAF + previous + payload.encode()).digest()


def instant(moment: datetime) -> str:
    """A moment in UTC to the microsecond: 2026-03-11T12:00:00.000000Z."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def _whole(value: int) -> int:
    if abs(value) >= 2**53:
        raise NotPlain(f"{value} is beyond what every reader of JSON holds exactly.")
    return int(value)


def _text(value: str) -> str:
    text = str.__str__(value)
    if "\x00" in text:
        raise NotPlain("The ledger cannot hold a NUL character.")
    try:
        text.encode()
    except UnicodeEncodeError as wrong:
        raise NotPlain("The ledger cannot hold half of a character.") from wrong
    return text


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise NotPlain(f"The ledger names values by texts, not by {key!r}.")
    return _text(key)
