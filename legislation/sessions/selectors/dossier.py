"""One sitting of the floor, with everything around it, in one query."""

import json
from datetime import date
from typing import Any

from legislation.sessions.models import Session
from legislation.sessions.querysets import DOSSIER
from legislation.sessions.selectors.rows import (
    WIDTH,
    Attended,
    SessionDossier,
    SessionRow,
    SessionStep,
    fetch,
    read_agenda,
)


def get_session(legislature: int, number: int) -> SessionDossier:
    """A sitting of the floor by its citation, number/legislature, and all around it.

    One query.

    :raises Session.DoesNotExist: there is none
    """
    found = fetch(DOSSIER, {"legislature": legislature, "number": number})
    if not found:
        raise Session.DoesNotExist
    row = found[0]
    before, after, source_name, source_url, source_read_at = row[WIDTH:-4]
    agenda, attendance, unlisted, steps = (json.loads(part or "[]") for part in row[-4:])
    return SessionDossier(
        row=SessionRow._make(row[:WIDTH]),
        before=before,
        after=after,
        source_name=source_name,
        source_url=source_url,
        source_read_at=source_read_at,
        agenda=read_agenda(agenda),
        attendance=tuple(Attended._make(line) for line in attendance),
        unlisted=tuple(unlisted),
        steps=tuple(_step(line) for line in steps),
    )


def _step(line: list[Any]) -> SessionStep:
    return SessionStep._make([*line[:4], date.fromisoformat(line[4]), *line[5:]])
