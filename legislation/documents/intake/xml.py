"""Reads XML element by element: no document type, no entities, nothing fetched, bounded."""

from collections.abc import Iterable
from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from legislation.documents.intake.verdicts import Ground, Unfit

MOST_DEPTH = 200
MOST_ELEMENTS = 5_000_000


class Listener(Protocol):
    """Is told of each element as it begins and ends, and of the text between. Names are as
    ``{namespace}name``."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None: ...

    def end(self, tag: str, /) -> None: ...

    def data(self, text: str, /) -> None: ...


class _Bounded:
    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._depth = self._elements = 0
        self.end, self.data = self._ended, listener.data

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > MOST_DEPTH or self._elements > MOST_ELEMENTS:
            raise Unfit(Ground.INFLATES, "XML")
        self._listener.start(tag, attributes)

    def _ended(self, tag: str, /) -> None:
        self._depth -= 1
        self._listener.end(tag)

    def close(self) -> None:
        """Nothing is built."""


def listen(pieces: Iterable[bytes], listener: Listener) -> None:
    """Tell the listener the whole document.

    :raises Unfit: it is broken, deeper than any writer makes it, or declares types or entities
    """
    parser = DefusedXMLParser(
        target=_Bounded(listener), forbid_dtd=True, forbid_entities=True, forbid_external=True
    )
    try:
        for piece in pieces:
            parser.feed(piece)
        parser.close()
    except DefusedXmlException as hostile:
        raise Unfit(Ground.ACTIVE, "DTD") from hostile
    except (ParseError, LookupError, ValueError) as wrong:
        raise Unfit(Ground.BROKEN, "XML") from wrong
