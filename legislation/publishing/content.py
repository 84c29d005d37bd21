"""The exact words that are approved and published, and the hash that stands for them. Pure."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import rfc8785


def content_hash(content: Mapping[str, Any]) -> str:
    """SHA-256 of the content in canonical form (RFC 8785): equal for equal content alone."""
    return sha256(rfc8785.dumps(dict(content))).hexdigest()
