"""Loaded by name (`-p tests.plugin`) before the settings are: starts what the tests need.

Each run has a database cluster to itself, so that several runs can go at once; it is
migrated already and starts in a fraction of a second (tests/cluster.py). DATABASE_URL set
means that database is used and nothing starts: so it is for xdist's workers, who inherit the
controller's.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest

from senate.catalogues import LANGUAGES, Catalogues
from tests.cluster import CHECKOUT, RunCluster, start_cluster

NO_CHROMIUM = "no Chromium on this machine"
NO_REAL_DATA = "the Senate's own data is not on this machine"
LOUD_SKIPS = (NO_CHROMIUM, NO_REAL_DATA)

os.environ["DJANGO_SETTINGS_MODULE"] = "senate.settings.test"
started: list[RunCluster] = []


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Iterator[None]:
    """Around all others of this name: pytest-django reads the settings in one of them.

    The catalogues are compiled before any worker can read them: gettext never reads twice.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        for language in LANGUAGES:
            Catalogues(CHECKOUT).compile(language)
    if not os.environ.get("DATABASE_URL"):
        cluster = start_cluster()
        started.append(cluster)
        os.environ.update(cluster.environment)
    try:
        return (yield)
    except BaseException:
        stop_servers()
        raise


def pytest_configure(config: pytest.Config) -> None:
    config.add_cleanup(stop_servers)


def stop_servers() -> None:
    while started:
        started.pop().stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud what this machine could not test."""
    skipped = terminalreporter.getreports("skipped")
    reasons = Counter(
        loud for report in skipped for loud in LOUD_SKIPS if loud in str(report.longrepr)
    )
    for reason, count in reasons.items():
        terminalreporter.section(f"NOT TESTED: {count} skipped, {reason}", red=True, bold=True)
