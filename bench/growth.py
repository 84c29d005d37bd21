"""How the list and a search slow down as the record grows, everything else being equal."""

import http.client
import json
import os
import statistics
import subprocess
import sys
import time

from bench.record import RARE

SMALL, LARGE = 1_000, 200_000
MOST_GROWTH = 1.3
ASKED = 300
ADDRESSES = {"list": "/proyectos/", "search": f"/buscar/?q={RARE}"}


def main() -> int:
    """Build both records where they are missing, ask each, print the medians and their ratio."""
    small, large = _medians_of(SMALL), _medians_of(LARGE)
    out = sys.stdout.write
    out(f"{'page':10}{SMALL:>10,} ms{LARGE:>10,} ms{'growth':>9}{'budget':>9}\n")
    for name in ADDRESSES:
        growth = large[name] / small[name]
        over = "  OVER" if growth > MOST_GROWTH else ""
        out(
            f"{name:10}{small[name]:13.2f}{large[name]:13.2f}{growth:9.2f}{MOST_GROWTH:9.1f}{over}\n"
        )
    return 0


def print_medians(port: int) -> None:
    """The median of each address in milliseconds, as JSON, of the server on this port."""
    print(json.dumps({name: _median(address, port) for name, address in ADDRESSES.items()}))


def _medians_of(bills: int) -> dict[str, float]:
    """A process of its own for each record: a process knows one database."""
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--medians", "--bills", str(bills), "--votes", "0"],
        env={**os.environ, "BENCH_DATABASE": f"senado_bench_{bills}"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    medians: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return medians


def _median(address: str, port: int) -> float:
    wire = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    taken = []
    for _ in range(ASKED):
        start = time.perf_counter()
        wire.request("GET", address)
        answer = wire.getresponse()
        answer.read()
        taken.append(1000 * (time.perf_counter() - start))
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
    wire.close()
    return statistics.median(taken)
