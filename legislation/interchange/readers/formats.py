"""Which format a file is in, told from its first bytes, and in what order to read."""

import re
from enum import IntEnum

from legislation.interchange.observed import ReadFile
from legislation.interchange.readers.bills import read_bills_file
from legislation.interchange.readers.senators import read_roster_file, read_senators_file
from legislation.interchange.readers.votes import read_votes_file

HEAD = 4096
FIRST_ELEMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*\?>\s*+)?(?:<!--.*?-->\s*+)*+<([A-Za-z_][\w.-]*)",
    re.DOTALL,
)
ROSTER_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\"']?nombre[\"']?\s*,", re.IGNORECASE)
SERIAL = re.compile(r"(\d{1,5})(?:-\d{2})?(?:\.\w+)?$")


class Format(IntEnum):
    """The formats read, in the order in which files are: people first, so that the names in
    bills and votes find somebody. The service's own list splits names, so it precedes the
    roster; votes follow the bills that they are about."""

    SENATORS = 1
    ROSTER = 2
    BILLS = 3
    VOTES = 4
    UNKNOWN = 5


ROOTS = {b"senadores": Format.SENATORS, b"proyectos": Format.BILLS, b"votaciones": Format.VOTES}


def format_of(head: bytes) -> Format:
    """The format that these first bytes announce."""
    if ROSTER_HEADER.match(head):
        return Format.ROSTER
    found = FIRST_ELEMENT.match(head)
    return ROOTS.get(found[1], Format.UNKNOWN) if found else Format.UNKNOWN


def serial_in(name: str) -> int | None:
    """The bill's number in a file's name or a request: «16621.xml», «8575-05.xml»."""
    found = SERIAL.search(name.rpartition("/")[2])
    return int(found[1]) if found else None


def read(content: bytes, *, name: str, may_be_empty: bool = False) -> ReadFile:
    """Everything in a file.

    What announces no format is read as a bill's response, which says what is wrong with it.

    :param name: the file's name, which tells the bill of a votes file
    :param may_be_empty: the answer to «what moved that day»
    :raises UnreadableFile: a sentence saying why
    """
    match format_of(content[:HEAD]):
        case Format.SENATORS:
            return read_senators_file(content)
        case Format.ROSTER:
            return read_roster_file(content)
        case Format.VOTES:
            return read_votes_file(content, serial=serial_in(name))
        case _:
            return read_bills_file(content, may_be_empty=may_be_empty)
