"""Where the embedded servers keep their data, sockets, locks and logs."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from senate.embedded.errors import ServersUnavailable
from senate.settings import env

SUPERUSER = "senado"
OWNER, APPLICATION, AUDITOR = "senado_owner", "senado_app", "senado_auditor"
RECORDS = {"fictional": "senado_demo", "real": "senado_real"}
BROKER_DATABASES = {"fictional": 0, "real": 1}
# The kernel keeps a socket's path in 108 bytes, the last of them zero.
LONGEST_SOCKET_PATH = 107
LONGEST_SOCKET_NAME = len("/.s.PGSQL.5432.lock")
CLOSED = 0o700
NOBODY = 65534
OPEN_TO_ALL = 0o001


@dataclass(frozen=True)
class Places:
    root: Path
    sockets: Path

    @property
    def data(self) -> Path:
        return self.root / "postgres"

    @property
    def logs(self) -> Path:
        return self.root / "log"

    @property
    def valkey_socket(self) -> Path:
        return self.sockets / "valkey.sock"

    @property
    def start_lock(self) -> Path:
        """Held while somebody finds out whether the servers run, and starts them."""
        return self.root / "start.lock"

    @property
    def users_lock(self) -> Path:
        """Shared by all who use the servers; exclusive for the keeper who stops them."""
        return self.root / "users.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held by the keeper for its whole life."""
        return self.root / "keeper.lock"

    def database_url(self, name: str, *, role: str = APPLICATION) -> str:
        return f"postgresql://{role}@/{name}?host={quote(str(self.sockets))}"

    def redis_url(self, database: int) -> str:
        return f"unix://{self.valkey_socket}?db={database}"

    def make(self) -> None:
        """Create what is missing.

        :raises ServersUnavailable: the place cannot be written, or belongs to another user
        """
        try:
            for folder in (self.root, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
            self.sockets.mkdir(parents=True, exist_ok=True, mode=CLOSED)
        except OSError as wrong:
            raise ServersUnavailable(
                f"Cannot write {wrong.filename or self.root}. "
                "Set SENATE_VAR to a folder for the servers' data."
            ) from wrong
        refuse_foreign_folder(self.sockets, self.root)


def find_places(checkout: Path) -> Places:
    """The places of this checkout: SENATE_VAR, or `var/`, or for root a system folder.

    Root gives the servers away to an unprivileged user who may be unable to enter the
    checkout (a closed home), so root's data lies where that user can reach it.
    """
    checkout = checkout.resolve()
    if os.geteuid() == 0:
        usual = Path("/var/lib") / f"senado-{fingerprint(checkout)}"
    else:
        usual = checkout / "var"
    root = env.path("SENATE_VAR", usual)
    return Places(root=root, sockets=sockets_of(root))


def sockets_of(root: Path) -> Path:
    """`run/` beside the data, or a short private folder when that path is too long."""
    beside = root / "run"
    if len(os.fsencode(beside)) + LONGEST_SOCKET_NAME <= LONGEST_SOCKET_PATH:
        return beside
    runtime = env.path("XDG_RUNTIME_DIR", Path(tempfile.gettempdir()))
    return runtime / f"senado-{os.geteuid()}-{fingerprint(root)}"


def fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:10]


def refuse_foreign_folder(sockets: Path, root: Path) -> None:
    """In a folder open to all, somebody else may have made ours first."""
    if sockets.is_relative_to(root):
        return
    facts = sockets.lstat()
    if sockets.is_symlink() or facts.st_uid not in {os.geteuid(), root.stat().st_uid, NOBODY}:
        raise ServersUnavailable(
            f"{sockets} belongs to somebody else; remove it or set SENATE_VAR."
        )


def closed_parent(path: Path) -> Path | None:
    """The first folder above path that an unprivileged user cannot enter, if there is one."""
    for folder in reversed(path.resolve().parents):
        if folder.exists() and not folder.stat().st_mode & OPEN_TO_ALL:
            return folder
    return None
