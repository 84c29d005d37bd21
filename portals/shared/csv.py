"""Comma-separated values (RFC 4180): commas, CRLF, quotes where needed, UTF-8.

The file begins with a byte order mark: without it the spreadsheets that most people have read
accents as two letters each. Programs read it as ``utf-8-sig``.

A cell that a spreadsheet would take for a formula is written with an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils import timezone

MEDIA_TYPE = "text/csv; charset=utf-8; header=present"
BYTE_ORDER_MARK = "\ufeff"

Cell = str | int | bool | date | datetime | None

# What opens a formula, in the half and the full width that some spreadsheets read alike.
_OPENS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def written(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A whole file: its heading, and one line for each row."""
    out = io.StringIO(newline="")
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case datetime():
            return timezone.localtime(value).isoformat()
        case date():
            return value.isoformat()
    return harmless(value)


def harmless(text: str) -> str:
    """The text, never read as a formula: neither at its beginning nor after blanks."""
    clean = text.replace("\x00", "")
    if clean.startswith(_OPENS_A_FORMULA) or clean.lstrip().startswith(_OPENS_A_FORMULA):
        return f"'{clean}"
    return clean
