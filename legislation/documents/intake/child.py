"""What runs in the process of its own: one file from standard input, one answer on standard output.

Before it looks at the file it gives up what it does not need: time, memory, the network, new
processes, large files, root.
"""

import codecs
import contextlib
import ctypes
import json
import os
import resource
import sys
from collections.abc import Callable
from typing import IO, Any

from legislation.documents.intake import pdf, plain, word
from legislation.documents.intake.verdicts import Ground, Unfit

JUDGES: dict[str, Callable[[IO[bytes]], int | None]] = {
    "PDF": pdf.judge,
    "DOCX": word.judge,
    "TEXT": plain.judge,
}
READERS: dict[str, Callable[[IO[bytes]], str]] = {
    "PDF": pdf.read,
    "DOCX": word.read,
    "TEXT": plain.read,
}
# Read from disk when first asked for, and the one who asks later may not be let in there.
ENCODINGS = ("cp437", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
NO_NEW_PRIVILEGES = 38
NOBODY = 65534


def main(job: str, kind: str, seconds: int, memory: int, output: int) -> None:
    """Do it and say what came of it; what is worse than a refusal ends the process."""
    confine(seconds, memory, output)
    answer: dict[str, Any]
    file = open(0, "rb", closefd=False)  # noqa: SIM115 - the descriptor that we were given
    file.seek(0)
    try:
        answer = (
            {"text": without_damage(READERS[kind](file))}
            if job == "read"
            else {"pages": JUDGES[kind](file)}
        )
    except Unfit as unfit:
        answer = {"ground": unfit.ground, "detail": unfit.detail}
    except (MemoryError, RecursionError):
        answer = {"ground": Ground.TOO_HEAVY, "detail": ""}
    answer["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)  # a parser that was fed with bad data is not asked to tidy up


def confine(seconds: int, memory: int, output: int) -> None:
    """Never to be undone by this process."""
    for name in ENCODINGS:
        codecs.lookup(name)
    _leave_the_network()
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    for what, limit in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_NOFILE, 32),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # an outer limit that is stricter stays
            resource.setrlimit(what, (limit, limit))


def _leave_the_network() -> None:
    """Where the system allows it; where it does not, the parsers still open nothing."""
    if not sys.platform.startswith("linux"):
        return
    system = ctypes.CDLL(None, use_errno=True)
    if system.unshare(NEW_NETWORK) != 0:
        system.unshare(NEW_USER | NEW_NETWORK)
    system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def without_damage(text: str) -> str:
    """What a database can keep: no zero bytes, no half characters, no controls but lines."""
    whole = text.encode("utf-8", "ignore").decode()
    return "".join(letter for letter in whole if letter >= " " or letter in "\t\n")
