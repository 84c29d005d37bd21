from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from senate.supervisor import ProcessEnded, Supervisor, ToldToStop, stop_signals_heard
from tests.senate.machine import eventually


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    handlers = {
        heard: signal.getsignal(heard) for heard in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    made = Supervisor(tmp_path, {"TOLD": "yes"}, tmp_path)
    yield made
    made.stop()
    for heard, handler in handlers.items():
        signal.signal(heard, handler)


def python(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", script)


def lives(pid: int) -> bool:
    with suppress(OSError):
        return (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]) != "Z"
    return False


def written(path: Path) -> str:
    assert eventually(lambda: path.exists() and path.read_text().endswith("\n"))
    return path.read_text().strip()


def test_processes_know_what_they_were_told_and_write_to_their_own_log(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    supervisor.start(
        "one", python("import os, time; print(os.environ['TOLD'], flush=True); time.sleep(60)")
    )

    assert written(tmp_path / "one.log") == "yes"
    supervisor.check()


def test_one_end_is_told_with_its_last_words(supervisor: Supervisor, tmp_path: Path) -> None:
    supervisor.start("one", python("import time; time.sleep(60)"))
    supervisor.start("two", python("import sys; print('out of luck'); sys.exit(3)"))

    with pytest.raises(
        ProcessEnded, match=r"two ended with status 3; .*two.log ends:\nout of luck"
    ):
        supervisor.watch(lambda: None)


def test_what_a_process_started_ends_with_it(supervisor: Supervisor, tmp_path: Path) -> None:
    grandchild = "import time; time.sleep(60)"
    script = (
        "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_DFL);"
        f"p = subprocess.Popen([sys.executable, '-c', {grandchild!r}]);"
        "print(p.pid, flush=True); time.sleep(60)"
    )
    supervisor.start("one", python(script))
    pid = int(written(tmp_path / "one.log"))
    assert lives(pid)

    supervisor.stop()

    assert eventually(lambda: not lives(pid))


def test_who_does_not_listen_is_ended_for_certain(
    supervisor: Supervisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("senate.supervisor.GRACE_SECONDS", 0.3)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    supervisor.start("one", python(deaf))
    assert written(tmp_path / "one.log") == "deaf"
    pid = supervisor.running["one"].pid

    begun = time.monotonic()
    supervisor.stop()

    assert not lives(pid)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("heard", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_every_polite_signal_says_stop_and_is_forgotten_afterwards(heard: signal.Signals) -> None:
    before = signal.getsignal(heard)

    def be_told() -> None:
        with stop_signals_heard():
            os.kill(os.getpid(), heard)
            time.sleep(5)

    with pytest.raises(ToldToStop):
        be_told()

    assert signal.getsignal(heard) == before


def test_a_second_ctrl_c_does_not_interrupt_the_stopping() -> None:
    stopped = []

    with stop_signals_heard():
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(5)
        except ToldToStop:
            os.kill(os.getpid(), signal.SIGINT)
            stopped.append("in peace")

    assert stopped == ["in peace"]


def test_something_run_to_its_end_tells_its_status(supervisor: Supervisor) -> None:
    assert supervisor.run(python("import sys; sys.exit(4)")) == 4
    assert supervisor.running == {}
