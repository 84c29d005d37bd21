"""Runs a parser on a file in a process of its own, and believes nothing that it cannot read back."""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from legislation.documents.intake.verdicts import Ground, Unfit

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 10  # of the processor
LONGEST = 30  # seconds by the wall: a machine may be busy
MEMORY = 768 * 1024 * 1024  # of addresses; what is really used is less
LONGEST_COMPLAINT = 4096
LONGEST_ANSWER = 32 * 1024 * 1024
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from legislation.documents.intake.child import main; "
    "main(sys.argv[2], sys.argv[3], *map(int, sys.argv[4:7]))"
)


def judge(file: IO[bytes], kind: str) -> int | None:
    """Go on only if a parser of this kind finds the file whole and harmless.

    :returns: its pages, where the kind has any
    :raises Unfit: it is not, or no parser can tell with the time and memory that it is given
    """
    pages = _answer(file, "judge", kind).get("pages")
    return pages if isinstance(pages, int) else None


def read(file: IO[bytes], kind: str) -> str:
    """The text of a file that was found fit.

    :raises Unfit: it cannot be read with the time and memory that are given
    """
    text = _answer(file, "read", kind).get("text")
    if not isinstance(text, str):
        raise Unfit(Ground.BROKEN)
    return text


def _answer(file: IO[bytes], job: str, kind: str) -> dict[str, Any]:
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaint:
        ended = _run(file, said, complaint, job, kind)
        if ended < 0:
            raise Unfit(Ground.TOO_HEAVY)
        if ended > 0:
            complaint.seek(0)
            logger.error("A parser of %s fell over: %s", kind, complaint.read(LONGEST_COMPLAINT))
            raise Unfit(Ground.BROKEN)
        said.seek(0)
        try:
            answer = json.loads(said.read(LONGEST_ANSWER))
        except ValueError as cut_off:
            raise Unfit(Ground.TOO_HEAVY) from cut_off
    if not isinstance(answer, dict):
        raise Unfit(Ground.TOO_HEAVY)
    if "ground" in answer:
        raise Unfit(Ground(answer["ground"]), str(answer.get("detail", ""))[:200])
    return answer


def _run(file: IO[bytes], said: IO[bytes], complaint: IO[bytes], job: str, kind: str) -> int:
    """How the process ended; below zero where a signal ended it."""
    limits = [str(limit) for limit in (SECONDS, MEMORY, LONGEST_ANSWER)]
    file.seek(0)
    child = subprocess.Popen(
        [sys.executable, "-I", "-B", "-c", START, str(ROOT), job, kind, *limits],
        stdin=file,
        stdout=said,
        stderr=complaint,
        env={"LC_ALL": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    )
    try:
        return child.wait(timeout=LONGEST)
    except subprocess.TimeoutExpired as slow:
        raise Unfit(Ground.TOO_HEAVY) from slow
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        file.seek(0)
