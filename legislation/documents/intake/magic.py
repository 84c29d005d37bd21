"""What a file is by its bytes, and whether it would pass for something else as well."""

import os
import re
import zipfile
from typing import IO

from legislation.documents.intake.verdicts import Ground, Unfit

HEAD = 1024  # in which readers look for the beginning of a PDF, and browsers for that of a page
TAIL = 1024
PDF, ZIP = b"%PDF-", b"PK\x03\x04"
# Beginnings of what is neither text, nor PDF, nor DOCX.
OTHERS = (
    *(b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"RIFF"),
    *(b"MZ\x90", b"\x7fELF", b"\xca\xfe\xba\xbe", b"#!", b"\xd0\xcf\x11\xe0", b"{\\rtf"),
    *(b"PK\x05\x06", b"PK\x07\x08", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!"),
    *(b"%!PS", b"\x00asm"),
)
PAGE = re.compile(
    rb"<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)", re.IGNORECASE
)
END_OF_PDF = re.compile(rb"%%EOF[\s\x00]*\Z")
TAR = slice(257, 262)


def kind_of(file: IO[bytes]) -> str:
    """PDF, DOCX or TEXT: what the first bytes say, where nothing in the file says otherwise.

    :raises Unfit: none of these, or two kinds at once
    """
    head, tail = _ends(file)
    if head.startswith(PDF):
        _refuse_second_kind_of_pdf(file, head, tail)
        return "PDF"
    if PDF in head:
        raise Unfit(Ground.TWO_KINDS, "PDF")
    if head.startswith(ZIP):
        return "DOCX"
    if head.startswith(OTHERS) or head[TAR] == b"ustar":
        raise Unfit(Ground.UNKNOWN_KIND)
    if PAGE.search(head):
        raise Unfit(Ground.UNKNOWN_KIND, "HTML")
    if _ends_as_archive(file):
        raise Unfit(Ground.TWO_KINDS, "ZIP")
    return "TEXT"


def _refuse_second_kind_of_pdf(file: IO[bytes], head: bytes, tail: bytes) -> None:
    if PAGE.search(head):
        raise Unfit(Ground.TWO_KINDS, "HTML")
    if _ends_as_archive(file):
        raise Unfit(Ground.TWO_KINDS, "ZIP")
    if b"%%EOF" not in tail:
        raise Unfit(Ground.BROKEN, "%%EOF")
    if not END_OF_PDF.search(tail):
        raise Unfit(Ground.TWO_KINDS, "%%EOF")


def _ends_as_archive(file: IO[bytes]) -> bool:
    found = zipfile.is_zipfile(file)
    file.seek(0)
    return found


def _ends(file: IO[bytes]) -> tuple[bytes, bytes]:
    """Its first and its last bytes; it is left at its beginning."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TAIL))
    tail = file.read(TAIL)
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    return head, tail
