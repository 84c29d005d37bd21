"""Judges and reads plain text: UTF-8, and nothing that shows otherwise than it reads."""

import codecs
import unicodedata
from typing import IO

from legislation.documents.intake.signatures import EICAR_NAME, Watch
from legislation.documents.intake.verdicts import Ground, Unfit

PIECE = 64 * 1024
LAYOUT = frozenset("\t\n\r\f")
BYTE_ORDER_MARK = "\ufeff"
# Characters that turn the order of reading: a text would say one thing and show another.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
DAMAGED = frozenset({"Cc", "Cs", "Cn"})


def judge(file: IO[bytes]) -> None:
    """Go on only if this is plain text.

    :raises Unfit: another encoding than UTF-8, control characters, or a known signature
    """
    decoder, watch = codecs.getincrementaldecoder("utf-8")(), Watch()
    while piece := file.read(PIECE):
        watch.see(piece)
        _refuse_odd_characters(_decoded(decoder, piece))
    _decoded(decoder, b"", final=True)
    if watch.found:
        raise Unfit(Ground.VIRUS, EICAR_NAME)


def read(file: IO[bytes]) -> str:
    """The text, its lines ended alike."""
    text = file.read().decode().removeprefix(BYTE_ORDER_MARK)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False) -> str:
    try:
        return decoder.decode(piece, final)
    except UnicodeDecodeError as wrong:
        raise Unfit(Ground.NOT_PLAIN, "UTF-8") from wrong


def _refuse_odd_characters(text: str) -> None:
    for letter in set(text) - LAYOUT:
        if letter in TURNING or unicodedata.category(letter) in DAMAGED:
            raise Unfit(Ground.NOT_PLAIN, f"U+{ord(letter):04X}")
