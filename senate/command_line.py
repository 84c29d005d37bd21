"""What happens before and after a manage.py command: servers, and the database role."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from django.core.management import execute_from_command_line

from senate.embedded.errors import ServersUnavailable
from senate.embedded.lease import lease
from senate.embedded.places import OWNER, find_places
from senate.settings import env

CHECKOUT = Path(__file__).resolve().parents[1]

NEEDS_NO_SERVER = frozenset({
    "", "catalogues", "check", "collectstatic", "compilemessages", "diffsettings", "findstatic",
    "help", "makemessages", "sendtestemail", "spectacular", "startapp", "startproject",
    "version",
})  # fmt: skip
# These change the schema; everything else runs as the application does, with its privileges.
NEEDS_OWNER = frozenset({"dbshell", "demo", "flush", "migrate", "prepare"})
NEEDS_BROKER = frozenset({"demo"})
SETTINGS = {"demo": "senate.settings.demo"}
ASKS_FOR_HELP = frozenset({"-h", "--help", "--version"})


def main(argv: Sequence[str]) -> int:
    """Run a command line; embedded servers run around it when it needs them."""
    command = argv[1] if len(argv) > 1 else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS.get(command, "senate.settings.dev"))
    if command in NEEDS_OWNER:
        os.environ.setdefault("SENATE_DATABASE_ROLE", OWNER)
    try:
        with servers_for(command, argv[2:]):
            execute_from_command_line(list(argv))
    except ServersUnavailable as wrong:
        print(wrong, file=sys.stderr)  # noqa: T201 - the person at the shell
        return 1
    return 0


def servers_for(command: str, arguments: Sequence[str]) -> AbstractContextManager[None]:
    """The embedded servers for as long as the command runs, if it needs them."""
    if command in NEEDS_NO_SERVER or command.startswith("-") or ASKS_FOR_HELP & set(arguments):
        return nullcontext()
    has_broker = env.is_set("REDIS_URL") or command not in NEEDS_BROKER
    if env.is_set("DATABASE_URL") and has_broker:
        return nullcontext()
    return lease(find_places(CHECKOUT))
