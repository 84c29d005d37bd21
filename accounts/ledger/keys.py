"""The keys that the settings name."""

import base64
import binascii
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from accounts.ledger.notes import SEED_BYTES, SigningKey, VerifyingKey, WrongNote

ONLY_OURS = 0o600


def signing_key() -> SigningKey:
    """The key that checkpoints are signed with: a seed in base64, or the file that holds it.

    :raises ImproperlyConfigured: there is none, or it is no seed of 32 bytes
    """
    said = str(settings.LEDGER_SIGNING_KEY)
    if not said:
        raise ImproperlyConfigured("LEDGER_SIGNING_KEY is not set: no checkpoint can be signed.")
    try:
        text = Path(said).read_text().strip() if said.startswith("/") else said
        seed = base64.b64decode(text, validate=True)
        return SigningKey.from_seed(settings.LEDGER_ORIGIN, seed)
    except (OSError, ValueError, binascii.Error) as wrong:
        raise ImproperlyConfigured(
            "LEDGER_SIGNING_KEY must be 32 bytes in base64, or the absolute path of a file "
            f"that holds them ({type(wrong).__name__}). Make one with: "
            "head -c 32 /dev/urandom | base64"
        ) from wrong


def verifying_keys() -> list[VerifyingKey]:
    """Every key that our checkpoints may be signed with: today's, and those of before.

    :raises ImproperlyConfigured: one of LEDGER_VERIFYING_KEYS is no key, or there is none
    """
    try:
        before = [VerifyingKey.parse(said) for said in settings.LEDGER_VERIFYING_KEYS]
    except WrongNote as wrong:
        raise ImproperlyConfigured(f"LEDGER_VERIFYING_KEYS: {wrong}") from wrong
    if before and not settings.LEDGER_SIGNING_KEY:
        return before
    return [signing_key().verifying, *before]


def make_key_file(path: Path) -> bool:
    """Make a signing key where there is none, readable by us alone. For the demonstration.

    :returns: whether one was made
    """
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OURS)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(secrets.token_bytes(SEED_BYTES)) + b"\n")
    return True
