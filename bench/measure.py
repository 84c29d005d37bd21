"""Asking a server again and again, and reading what the operating system charged for it."""

import http.client
import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from django.db import connection
from django.test import Client

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """The cost of one request. CPU in milliseconds, of Python and of PostgreSQL apart."""

    name: str
    requests_per_second: float
    python_ms: float
    postgres_ms: float
    size: int
    queries: int

    def ratio_to(self, bare: "Cost") -> float:
        """How many bare responses the server could have given in the same time."""
        return bare.requests_per_second / self.requests_per_second


def queries_of(addresses: Sequence[str]) -> int:
    """How many queries a page makes of a process that has answered another of its kind."""
    client = Client(headers={"host": "127.0.0.1"})
    client.get(addresses[0])
    address = addresses[-1]
    count = 0

    def counting(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        nonlocal count
        count += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(counting):
        answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return count


def cost_of(
    name: str, addresses: Sequence[str], *, port: int, server: int, seconds: float, threads: int
) -> Cost:
    """Ask for addresses in turn during some seconds over kept connections.

    :param server: process id of the web server's parent
    :raises RuntimeError: an answer was not 200
    """
    _ask(addresses, port, until=time.monotonic() + seconds / 4, threads=threads)
    python, postgres = _python_cpu(server), _postgres_cpu()
    start = time.monotonic()
    answers, size = _ask(addresses, port, until=start + seconds, threads=threads)
    elapsed = time.monotonic() - start
    return Cost(
        name=name,
        requests_per_second=answers / elapsed,
        python_ms=1000 * (_python_cpu(server) - python) / answers,
        postgres_ms=1000 * (_postgres_cpu() - postgres) / answers,
        size=size,
        queries=0 if name == "bare" else queries_of(addresses),
    )


def _ask(addresses: Sequence[str], port: int, *, until: float, threads: int) -> tuple[int, int]:
    counts = [0] * threads
    sizes = [0] * threads
    failures: list[str] = []

    def work(place: int) -> None:
        wire = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for address in cycle(addresses):
            if time.monotonic() >= until or failures:
                break
            wire.request("GET", address)
            answer = wire.getresponse()
            sizes[place] = len(answer.read())
            counts[place] += 1
            if answer.status != 200:
                failures.append(f"{address} answered {answer.status}")
        wire.close()

    crew = [threading.Thread(target=work, args=(place,)) for place in range(threads)]
    for member in crew:
        member.start()
    for member in crew:
        member.join()
    if failures:
        raise RuntimeError(failures[0])
    return sum(counts), max(sizes)


def _cpu_of(pids: Sequence[int]) -> float:
    total = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except FileNotFoundError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def _python_cpu(server: int) -> float:
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    return _cpu_of([server, *map(int, children)])


def _postgres_cpu() -> float:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return _cpu_of([pid for (pid,) in cursor.fetchall()])
