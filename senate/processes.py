"""The commands that a running Senate consists of, in one place.

The demonstration's supervisor runs these and docker-compose.yml names the same words: what
is tested is what is deployed. Hosts, ports and sizes come from the environment.
"""

from __future__ import annotations

import sys
from pathlib import Path

# What the proxy sends to STREAM; all else goes to WEB.
STREAM_PATH = "/stream/"

Command = tuple[str, ...]

MIGRATE: Command = ("python", "manage.py", "migrate", "--no-input")
WEB: Command = ("granian", "--interface", "wsgi", "--no-ws", "senate.wsgi:application")
STREAM: Command = ("granian", "--interface", "asginl", "--no-ws", "senate.asgi:application")
WORKER: Command = (
    "celery", "--app", "senate", "worker", "--pool", "threads", "--concurrency", "2",
    "--without-gossip", "--without-mingle",
    "--loglevel", "INFO",
)  # fmt: skip
BEAT: Command = ("celery", "--app", "senate", "beat", "--loglevel", "INFO")

SERVICES: dict[str, Command] = {
    "migrate": MIGRATE,
    "web": WEB,
    "stream": STREAM,
    "worker": WORKER,
    "beat": BEAT,
}


def in_this_environment(command: Command) -> Command:
    """The command with its program taken from beside the running Python."""
    program = Path(sys.executable).with_name(command[0])
    return (str(program), *command[1:])
