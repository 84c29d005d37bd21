"""Walking every address, and executing one cell so that nothing of it remains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import request_finished
from django.db import close_old_connections, connection, transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from tests.matrix.notation import CONFIRM, ONWARD, SIGN_IN, Answer, Row
from tests.matrix.world import World

CONFIRMING = ("/cuenta/confirmar/", "/cuenta/reautenticar/")
# What signing in and being seen write, whoever asks and whatever the answer.
OF_SESSIONS = ("django_session", "usersessions_usersession")
CHANGES = """
SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
 WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
"""


def every_address() -> set[str]:
    """Each pattern of the project, without its language."""
    return set(_walk("/", get_resolver().url_patterns))


def _walk(root: str, patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        address = f"{root}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _walk(address, pattern.url_patterns)
        else:
            yield address


def filled(text: str, world: World) -> str:
    """The text with the names of the record in place of its braces."""
    return re.sub(r"\{(\w+)\}", lambda found: world.names[found.group(1)], text)


def ask(
    world: World, row: Row, method: str, role: str, *, enforces_csrf: bool = False
) -> HttpResponse:
    """Send one request. Whoever calls undoes what it did."""
    client = world.client(role, enforces_csrf=enforces_csrf)
    path = filled(row.path, world)
    if method != "POST":
        return client.generic(method, path)
    typed: dict[str, object] = {
        name: SimpleUploadedFile("otro.txt", b"Otro informe.\n")
        if value == "a file"
        else filled(value, world)
        for name, value in row.typed.items()
    }
    return client.post(path, typed)


def answer_of(response: HttpResponse) -> Answer:
    """The answer as the table writes it."""
    if response.status_code not in (301, 302, 303):
        return response.status_code
    goal = urlsplit(response["Location"]).path
    if goal == "/cuenta/entrar/":
        return SIGN_IN
    return CONFIRM if goal.startswith(CONFIRMING) else ONWARD


def cell(world: World, row: Row, method: str, role: str) -> tuple[Answer, dict[str, int]]:
    """The answer of one cell and the rows that it wrote, by table; all of it undone."""
    cache.clear()
    with transaction.atomic():
        before = changes()
        response = ask(world, row, method, role)
        answer = answer_of(response)
        let_go(response)
        after = changes()
        transaction.set_rollback(True)
    written = {name: count - before.get(name, 0) for name, count in after.items()}
    return answer, {n: c for n, c in written.items() if c and n not in OF_SESSIONS}


def let_go(response: HttpResponse) -> None:
    """Close a file that was to be sent, and not the connection that a request's end would close."""
    if not response.streaming:
        return
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)


def changes() -> dict[str, int]:
    """Rows written in this transaction so far, by table."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGES)
        return dict(cursor.fetchall())
