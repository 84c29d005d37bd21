"""Checkpoints as signed notes, in the form that witnesses of other logs read. Pure.

    senado/bitacora                             who says it
    1482                                        how many rows
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=   the root over them

    — senado/bitacora Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGz…

The signature is Ed25519 over the three lines; before it stand four bytes that tell the key
(C2SP tlog-checkpoint and signed-note). A key is written ``name+identity+base64``.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

ED25519 = b"\x01"
SEED_BYTES = 32
NAME = re.compile(r"[^\s+]+")
NOTE = re.compile(
    r"(?P<said>(?P<origin>[^\n]+)\n(?P<size>[1-9][0-9]*)\n(?P<root>[A-Za-z0-9+/]{43}=)\n)\n"
    r"— (?P<name>[^\s+]+) (?P<signature>[A-Za-z0-9+/]+={0,2})\n"
)


class WrongNote(ValueError):
    """Not a checkpoint, or not one that was signed by whom we know."""


@dataclass(frozen=True, slots=True)
class VerifyingKey:
    """Whose signature it is, and the public half of the key."""

    name: str
    public: bytes

    @property
    def identity(self) -> bytes:
        """Four bytes that tell this key from others."""
        return sha256(f"{self.name}\n".encode() + ED25519 + self.public).digest()[:4]

    @property
    def key_id(self) -> str:
        return self.identity.hex()

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id}+{_base64(ED25519 + self.public)}"

    @classmethod
    def parse(cls, text: str) -> "VerifyingKey":
        """Read ``name+identity+base64``.

        :raises WrongNote: it is no such key, or its identity is another's
        """
        name, _plus, rest = text.strip().partition("+")
        identity, _plus, key = rest.partition("+")
        raw = _bytes(key)
        if not NAME.fullmatch(name) or raw[:1] != ED25519 or len(raw) != 1 + SEED_BYTES:
            raise WrongNote(f"{text!r} is no key that checkpoints are signed with.")
        found = cls(name, raw[1:])
        if found.key_id != identity:
            raise WrongNote(f"{text!r} does not say its own identity.")
        return found


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The secret half. Whoever has it can sign any ledger as ours."""

    name: str
    secret: Ed25519PrivateKey

    @classmethod
    def from_seed(cls, name: str, seed: bytes) -> "SigningKey":
        """:raises ValueError: not 32 bytes, or a name that a note cannot hold"""
        if len(seed) != SEED_BYTES or not NAME.fullmatch(name):
            raise ValueError("A signing key has a name without spaces and a seed of 32 bytes.")
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def verifying(self) -> VerifyingKey:
        return VerifyingKey(self.name, self.secret.public_key().public_bytes_raw())


@dataclass(frozen=True, slots=True)
class Signed:
    """What a note says, and the signature that it says it with."""

    origin: str
    size: int
    root: bytes
    key_id: str
    signature: bytes
    note: str


def sign(key: SigningKey, *, size: int, root: bytes) -> Signed:
    """The checkpoint over this many rows with this root, under our name."""
    said = f"{key.name}\n{size}\n{_base64(root)}\n"
    signature = key.secret.sign(said.encode())
    verifying = key.verifying
    line = f"— {key.name} {_base64(verifying.identity + signature)}\n"
    return Signed(key.name, size, root, verifying.key_id, signature, f"{said}\n{line}")


def read(note: str, keys: Iterable[VerifyingKey]) -> Signed:
    """What the note says, once its signature holds.

    :param keys: those that may have signed it
    :raises WrongNote: not a checkpoint, an unknown key, or a signature that does not hold
    """
    found = NOTE.fullmatch(note)
    if found is None:
        raise WrongNote("It is not a checkpoint.")
    raw = _bytes(found["signature"])
    identity, signature = raw[:4], raw[4:]
    for key in keys:
        if (key.name, key.identity) == (found["name"], identity):
            break
    else:
        raise WrongNote(f"It is signed with a key that nobody knows ({identity.hex()}).")
    if found["origin"] != key.name:
        raise WrongNote(f"It speaks of another ledger: {found['origin']}.")
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, found["said"].encode())
    except InvalidSignature:
        raise WrongNote("Its signature does not hold.") from None
    root = _bytes(found["root"])
    return Signed(key.name, int(found["size"]), root, key.key_id, signature, note)


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as wrong:
        raise WrongNote("It holds something that is not base64.") from wrong
