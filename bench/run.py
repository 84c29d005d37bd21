"""Build the record once, start the server, measure, print the table."""

import argparse
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from bench import growth, measure, record
from senate.embedded.lease import lease
from senate.embedded.places import OWNER, SUPERUSER
from senate.processes import WEB, in_this_environment

PORT = 8765
BUDGETS = {"list": 25.0, "votes": 25.0, "sessions": 25.0, "search": 60.0}
USUAL_BUDGET = 20.0
MOST_QUERIES = 8
LEAST_HIT_RATE = 0.6
CACHE_BYTES = 64 * 1024 * 1024


def main() -> int:
    options = _options()
    if options.growth:
        return growth.main()
    with lease(settings.PLACES):
        _make_database(bills=options.bills, votes=options.votes, afresh=options.afresh)
        connection.close()
        call_command("collectstatic", interactive=False, verbosity=0)
        if options.medians:
            with _server(cache_bytes=0):
                growth.print_medians(PORT)
            return 0
        addresses = record.sample_addresses()
        bare, costs = _measure(addresses, options, cache_bytes=0)
        bare_with_memory, hits = _measure(addresses, options, cache_bytes=CACHE_BYTES)
        connection.close()
    _print_uncached(bare, costs)
    _print_hits(bare_with_memory, hits)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--bills", type=int, default=20_000)
    parser.add_argument("--votes", type=int, default=20_000, help="each with 50 ballots")
    parser.add_argument("--seconds", type=float, default=4.0, help="for each address")
    parser.add_argument("--threads", type=int, default=4, help="of the client")
    parser.add_argument("--only", nargs="*", default=(), help="names of addresses")
    parser.add_argument("--afresh", action="store_true", help="build the record anew")
    parser.add_argument(
        "--growth", action="store_true", help="compare the medians of a small and a large record"
    )
    parser.add_argument("--medians", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _make_database(*, bills: int, votes: int, afresh: bool) -> None:
    name = settings.DATABASES["default"]["NAME"]
    parameters = connection.get_connection_params()
    with psycopg.connect(
        host=parameters["host"], user=SUPERUSER, dbname="postgres", autocommit=True
    ) as server:
        exists = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if exists and afresh:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[arg-type]
        if not exists or afresh:
            server.execute(f'CREATE DATABASE "{name}" OWNER {OWNER}')  # type: ignore[arg-type]
    if not exists or afresh:
        print(f"Building {bills} bills and {votes * 50} ballots.", flush=True)
        call_command("migrate", interactive=False, verbosity=0)
        record.build(bills=bills, votes=votes)


def _measure(
    addresses: dict[str, list[str]], options: argparse.Namespace, *, cache_bytes: int
) -> tuple[measure.Cost, list[measure.Cost]]:
    wanted = {
        name: some for name, some in addresses.items() if not options.only or name in options.only
    }
    with _server(cache_bytes) as server:
        costs = [
            measure.cost_of(
                name,
                some,
                port=PORT,
                server=server,
                seconds=options.seconds,
                threads=options.threads,
            )
            for name, some in {"bare": ["/bare/"], **wanted}.items()
        ]
    return costs[0], costs[1:]


@contextmanager
def _server(cache_bytes: int) -> Iterator[int]:
    """The production server with one worker, so that ratios are of one process."""
    environment = {
        **os.environ,
        "PUBLIC_CACHE_BYTES": str(cache_bytes),
        "GRANIAN_PORT": str(PORT),
        "GRANIAN_HOST": "127.0.0.1",
        "GRANIAN_WORKERS": "1",
        "GRANIAN_BLOCKING_THREADS": "1",
    }
    process = subprocess.Popen(in_this_environment(WEB), env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait_for_answer()
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def _wait_for_answer() -> None:
    limit = time.monotonic() + 30
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=1).close()
        except OSError:
            if time.monotonic() > limit:
                raise
            time.sleep(0.1)
        else:
            return


def _print_uncached(bare: measure.Cost, costs: list[measure.Cost]) -> None:
    out = sys.stdout.write
    out(f"\nUncached. Bare: {bare.requests_per_second:.0f} requests/s, {bare.python_ms:.2f} ms\n")
    out(f"{'page':10}{'req/s':>8}{'ratio':>8}{'budget':>8}{'python ms':>11}{'pg ms':>8}")
    out(f"{'queries':>9}{'kB':>7}\n")
    for cost in costs:
        budget = BUDGETS.get(cost.name, USUAL_BUDGET)
        over = cost.ratio_to(bare) > budget or cost.queries > MOST_QUERIES
        out(
            f"{cost.name:10}{cost.requests_per_second:8.0f}{cost.ratio_to(bare):8.1f}{budget:8.0f}"
            f"{cost.python_ms:11.2f}{cost.postgres_ms:8.2f}{cost.queries:9d}"
            f"{cost.size / 1000:7.1f}{'  OVER' if over else ''}\n"
        )


def _print_hits(bare: measure.Cost, hits: list[measure.Cost]) -> None:
    out = sys.stdout.write
    out(f"\nFrom memory. Bare: {bare.requests_per_second:.0f} requests/s\n")
    out(f"{'page':10}{'req/s':>8}{'share of bare':>15}{'pg ms':>8}\n")
    for cost in hits:
        share = cost.requests_per_second / bare.requests_per_second
        out(
            f"{cost.name:10}{cost.requests_per_second:8.0f}{share:15.2f}{cost.postgres_ms:8.2f}"
            f"{'  UNDER' if share < LEAST_HIT_RATE else ''}\n"
        )
