"""Whether a file from outside may come in: its name, its bytes, its signature, and a parser's word."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from legislation.documents.intake import sandbox
from legislation.documents.intake.magic import kind_of
from legislation.documents.intake.names import clean_name, kind_named
from legislation.documents.intake.receiving import PIECE, Readable, received
from legislation.documents.intake.signatures import EICAR_NAME, Watch
from legislation.documents.intake.verdicts import Ground, Inspected, Unfit


@contextmanager
def judged(
    file: Readable, *, name: str, limit: int, folder: str | None = None
) -> Iterator[tuple[Inspected, IO[bytes]]]:
    """What the file is, and its bytes on our disk for as long as the block lasts.

    :param limit: bytes
    :param folder: where it lies meanwhile
    :raises Unfit: it is refused
    """
    clean = clean_name(name)
    with received(file, limit=limit, folder=folder) as whole:
        kind = kind_of(whole.content)
        if kind != kind_named(clean):
            raise Unfit(Ground.NOT_AS_NAMED, kind)
        _refuse_known_virus(whole.content)
        pages = sandbox.judge(whole.content, kind)
        whole.content.seek(0)
        yield Inspected(kind, clean, whole.size, whole.sha256, pages), whole.content


def _refuse_known_virus(content: IO[bytes]) -> None:
    watch = Watch()
    while piece := content.read(PIECE):
        watch.see(piece)
    content.seek(0)
    if watch.found:
        raise Unfit(Ground.VIRUS, EICAR_NAME)
