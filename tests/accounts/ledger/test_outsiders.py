"""What docs/ledger.md tells outsiders to do works, with nothing of ours but two texts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from accounts.ledger.notes import SigningKey, sign

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "ledger.md"
KEY = SigningKey.from_seed("senado/bitacora", b"s" * 32)


def check(note: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (program,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    (folder / "checkpoint").write_text(note)
    return subprocess.run(
        [sys.executable, "-c", program, folder / "checkpoint", str(KEY.verifying)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


def test_a_signature_that_holds_passes_in_silence(tmp_path: Path) -> None:
    done = check(sign(KEY, size=1482, root=bytes(32)).note, tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(("old", "new"), [("\n1482\n", "\n1483\n"), ("AAAA=\n", "AAAE=\n")])
def test_a_note_that_was_changed_fails(tmp_path: Path, old: str, new: str) -> None:
    note = sign(KEY, size=1482, root=bytes(32)).note
    assert old in note

    done = check(note.replace(old, new), tmp_path)

    assert done.returncode == 1
    assert "InvalidSignature" in done.stderr
