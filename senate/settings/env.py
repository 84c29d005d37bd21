"""The one reader of the process environment.

Every value arrives typed and a wrong one is refused with the variable's name, so that a
mistake shows when the process starts and not at the first request that meets it.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})
SHORTEST_SECRET = 50
SEED_BYTES = 32  # of an Ed25519 key
# What stands in examples and in settings that anybody may read.
NO_SECRET = ("change-me", "changeme", "django-insecure-", "of no use anywhere else")
POSTGRES_SCHEMES = frozenset({"postgres", "postgresql"})
# A statement that a connection has sent a few times is planned once and sent by its name:
# planning costs more than the work for most of what a page asks. A pooler between us and the
# database must work by session, or DATABASE_URL must say
# ?prepare_threshold=never.
PLANNED_ONCE = {"server_side_binding": True, "prepare_threshold": 3}


def text(name: str, default: str = "") -> str:
    """The variable without surrounding space; an empty variable counts as unset."""
    return os.environ.get(name, "").strip() or default


def is_set(name: str) -> bool:
    return bool(text(name))


def flag(name: str, *, default: bool) -> bool:
    """A yes or a no.

    :raises ImproperlyConfigured: anything else
    """
    value = text(name).lower()
    if not value:
        return default
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is {value!r}; say on or off.")
    return value in YES


def integer(name: str, default: int, *, low: int | None = None, high: int | None = None) -> int:
    """A whole number between low and high, both included.

    :raises ImproperlyConfigured: not a number, or outside the limits
    """
    value = text(name)
    if not value:
        return default
    try:
        number = int(value)
    except ValueError as wrong:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number.") from wrong
    if (low is not None and number < low) or (high is not None and number > high):
        raise ImproperlyConfigured(f"{name} is {number}; it must lie between {low} and {high}.")
    return number


def number(name: str, default: float) -> float:
    """A decimal number.

    :raises ImproperlyConfigured: not a number
    """
    value = text(name)
    try:
        return float(value) if value else default
    except ValueError as wrong:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a number.") from wrong


def words(name: str, default: Iterable[str] = ()) -> list[str]:
    """A list, separated by commas; empty items are dropped."""
    return [word for word in (part.strip() for part in text(name).split(",")) if word] or list(
        default
    )


def one_of(name: str, choices: Iterable[str], default: str) -> str:
    """One of the choices.

    :raises ImproperlyConfigured: anything else
    """
    value, known = text(name, default), list(choices)
    if value not in known:
        raise ImproperlyConfigured(f"{name} is {value!r}; choose one of {', '.join(known)}.")
    return value


def some_of(name: str, choices: Iterable[str]) -> frozenset[str]:
    """Some of the choices, separated by commas; all of them when it is not set.

    :raises ImproperlyConfigured: one that is no choice
    """
    known = frozenset(choices)
    chosen = frozenset(words(name, known))
    if not chosen <= known:
        raise ImproperlyConfigured(
            f"{name} names {', '.join(sorted(chosen - known))}; "
            f"choose among {', '.join(sorted(known))}."
        )
    return chosen


def path(name: str, default: Path) -> Path:
    """A path, made absolute against the current folder."""
    return Path(text(name)).expanduser().resolve() if is_set(name) else default


def demand(*names: str) -> None:
    """Refuse to go on unless every one of these variables is set.

    :raises ImproperlyConfigured: names all that are missing, at once
    """
    missing = [name for name in names if not is_set(name)]
    if missing:
        raise ImproperlyConfigured(
            f"Set {', '.join(missing)}: without them this system does not start."
        )


def secret(name: str) -> str:
    """A text that nobody can guess: with it, sessions and links can be forged.

    :raises ImproperlyConfigured: it is short, repeats itself or is known to everybody
    """
    value = text(name)
    if any(known in value.lower() for known in NO_SECRET):
        wrong = "is the one of an example, which everybody knows"
    elif len(value) < SHORTEST_SECRET:
        wrong = f"has {len(value)} characters, and must have {SHORTEST_SECRET} at least"
    elif len(set(value)) < SHORTEST_SECRET // 5:
        wrong = "repeats itself, and can be guessed"
    else:
        return value
    raise ImproperlyConfigured(
        f"{name} {wrong}. Make one with: "
        'python -c "import secrets; print(secrets.token_urlsafe(50))"'
    )


def seed(name: str) -> str:
    """32 bytes in base64, or the absolute path of a file that holds them.

    :raises ImproperlyConfigured: neither; the value is not shown
    """
    value = text(name)
    if not value.startswith("/"):
        try:
            length = len(base64.b64decode(value, validate=True))
        except ValueError:
            length = 0
        if length != SEED_BYTES:
            raise ImproperlyConfigured(
                f"{name} must be 32 bytes in base64, or the absolute path of a file that holds "
                "them. Make one with: head -c 32 /dev/urandom | base64"
            )
    return value


@dataclass(frozen=True)
class DatabaseAddress:
    """A PostgreSQL database, as its URL names it."""

    name: str
    user: str = ""
    password: str = ""
    host: str = ""
    port: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def parse(cls, url: str) -> DatabaseAddress:
        """Read `postgresql://user:password@host:port/name?sslmode=require`.

        A socket's folder goes into the query: `postgresql:///name?host=/run/postgresql`.

        :raises ImproperlyConfigured: another scheme, or no database named
        """
        parts = urlsplit(url)
        name = unquote(parts.path.lstrip("/"))
        if parts.scheme not in POSTGRES_SCHEMES or not name:
            raise ImproperlyConfigured(
                "DATABASE_URL must look like postgresql://user:password@host:5432/name; "
                "this system runs on PostgreSQL only."
            )
        options = dict(parse_qsl(parts.query))
        return cls(
            name=name,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            host=options.pop("host", "") or parts.hostname or "",
            port=str(parts.port or ""),
            options=options,
        )

    @property
    def url(self) -> str:
        credentials = quote(self.user, safe="")
        if self.password:
            credentials += ":" + quote(self.password, safe="")
        is_socket = self.host.startswith("/")
        place = "" if is_socket else self.host + (f":{self.port}" if self.port else "")
        query = urlencode({**self.options, **({"host": self.host} if is_socket else {})}, safe="/")
        return (
            f"postgresql://{credentials + '@' if credentials else ''}{place}/{quote(self.name)}"
            + (f"?{query}" if query else "")
        )

    def settings(self, **more: Any) -> dict[str, Any]:
        """This database as Django's DATABASES wants it."""
        options = {**PLANNED_ONCE, **self.options}
        options["prepare_threshold"] = _threshold(options["prepare_threshold"])
        return {
            "ENGINE": "senate.postgres",
            "NAME": self.name,
            "USER": self.user,
            "PASSWORD": self.password,
            "HOST": self.host,
            "PORT": self.port,
            "OPTIONS": options,
            **more,
        }


def _threshold(said: object) -> int | None:
    if said == "never":
        return None
    try:
        return int(str(said))
    except ValueError:
        raise ImproperlyConfigured(
            f"DATABASE_URL: prepare_threshold must be a number or «never», not «{said}»."
        ) from None


def broker_url(redis_url: str) -> str:
    """The same Redis as Celery names it: a socket has a scheme of its own there."""
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    database = dict(parse_qsl(parts.query)).get("db", "0")
    return f"redis+socket://{parts.path}?virtual_host={database}"
