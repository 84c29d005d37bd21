"""Asks the antivirus about a file: clamd, over its socket, in its own protocol (INSTREAM).

Where one is configured, only its word makes a file clean: silence is no answer.
"""

import socket
from typing import IO, NamedTuple

NONE = "none"
PIECE = 64 * 1024
LONGEST_WAIT = 60.0  # seconds, for each step
LONGEST_REPLY = 4096
UNNAMED = "?"


class Verdict(NamedTuple):
    """``is_known`` is false where the antivirus did not answer; ``virus`` is empty where it found
    none."""

    is_known: bool
    virus: str = ""


CLEAN, UNKNOWN = Verdict(is_known=True), Verdict(is_known=False)


def scan(content: IO[bytes], *, address: str) -> Verdict:
    """What the antivirus says of the whole file, which is left at its beginning.

    :param address: «none»; the path of clamd's socket; or its host and port, as ``host:3310``
    """
    if address == NONE:
        return CLEAN
    content.seek(0)
    try:
        with _connected(address) as clamd:
            return _read(_asked(clamd, content))
    except (OSError, ValueError):
        return UNKNOWN
    finally:
        content.seek(0)


def _connected(address: str) -> socket.socket:
    if not address.startswith("/"):
        host, _colon, port = address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=LONGEST_WAIT)
    clamd = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    clamd.settimeout(LONGEST_WAIT)
    try:
        clamd.connect(address)
    except OSError:
        clamd.close()
        raise
    return clamd


def _asked(clamd: socket.socket, content: IO[bytes]) -> bytes:
    clamd.sendall(b"zINSTREAM\0")
    while piece := content.read(PIECE):
        clamd.sendall(len(piece).to_bytes(4, "big") + piece)
    clamd.sendall(bytes(4))
    reply = b""
    while not reply.endswith(b"\0") and len(reply) < LONGEST_REPLY:
        heard = clamd.recv(LONGEST_REPLY)
        if not heard:
            break
        reply += heard
    return reply


def _read(reply: bytes) -> Verdict:
    """«stream: OK» or «stream: Name FOUND»; whatever else it says, it did not judge the file."""
    if not reply.endswith(b"\0"):
        return UNKNOWN
    said = reply.rstrip(b"\0").decode(errors="replace").removeprefix("stream: ").strip()
    if said == "OK":
        return CLEAN
    if said.endswith(" FOUND"):
        return Verdict(is_known=True, virus=said.removesuffix(" FOUND")[:100] or UNNAMED)
    return UNKNOWN
