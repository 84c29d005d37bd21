"""Opens a ZIP as if it were hostile: few entries, modest growth, plain names, nothing hidden."""

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from legislation.documents.intake.signatures import EICAR_NAME, Watch
from legislation.documents.intake.verdicts import Ground, Unfit

MOST_ENTRIES = 2_000
MOST_BYTES = 200 * 1024 * 1024  # of all entries, unpacked
MOST_GROWTH = 200  # times its packed size, of an entry of a megabyte or more
GROWTH_COUNTS_FROM = 1024 * 1024
PIECE = 64 * 1024
ENCRYPTED = 0x1
NAME = re.compile(r"[^\x00-\x1f\x7f\\:*?\"<>|]{1,200}\Z")
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
DAMAGE = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError)
END = b"PK\x05\x06" + bytes(18)  # its last record, and no comment behind it
LOCAL_HEADER = 30
DESCRIPTORS = (0, 12, 16, 20, 24)  # bytes that may follow an entry's data


class Archive:
    """An archive whose listing was found plain. What is unpacked is counted."""

    def __init__(self, file: IO[bytes]) -> None:
        """
        :raises Unfit: it is no whole archive, or one that no word processor writes
        """
        try:
            self._zip = zipfile.ZipFile(file)
        except DAMAGE as wrong:
            raise Unfit(Ground.BROKEN, "ZIP") from wrong
        self._left = MOST_BYTES
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Unfit(Ground.INFLATES, str(len(entries)))
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise Unfit(Ground.INFLATES)
        for entry in entries:
            _refuse_odd_entry(entry)
        self.names = _names(entries)
        self._refuse_what_is_hidden(file, entries)

    def pieces(self, name: str) -> Iterator[bytes]:
        """One entry, unpacked piece by piece.

        :raises Unfit: it grows beyond reason, is damaged, is an archive itself or a known virus
        """
        watch, is_first = Watch(), True
        for piece in self._unpacked(name):
            self._left -= len(piece)
            if self._left < 0:
                raise Unfit(Ground.INFLATES, name)
            if is_first and piece.startswith(ARCHIVES):
                raise Unfit(Ground.CARRIES_FILES, name)
            is_first = False
            watch.see(piece)
            yield piece
        if watch.found:
            raise Unfit(Ground.VIRUS, EICAR_NAME)

    def _unpacked(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(name) as entry:
                while piece := entry.read(PIECE):
                    yield piece
        except (*DAMAGE, zlib.error, RuntimeError, EOFError) as wrong:
            raise Unfit(Ground.BROKEN, name) from wrong

    def _refuse_what_is_hidden(self, file: IO[bytes], entries: list[zipfile.ZipInfo]) -> None:
        """Entries follow each other from the first byte to the listing, and the listing ends it."""
        end = self._zip.start_dir
        place = 0
        for entry in sorted(entries, key=lambda one: one.header_offset):
            if entry.header_offset not in {place + extra for extra in DESCRIPTORS}:
                raise Unfit(Ground.TWO_KINDS, entry.filename[:80])
            file.seek(entry.header_offset)
            header = file.read(LOCAL_HEADER)
            name, extra = header[26:28], header[28:30]
            place = entry.header_offset + LOCAL_HEADER + entry.compress_size
            place += int.from_bytes(name, "little") + int.from_bytes(extra, "little")
        file.seek(-len(END), os.SEEK_END)
        last = file.read()
        ends_it = last[:4] == END[:4] and last[-2:] == END[-2:]
        if not ends_it or end not in {place + extra for extra in DESCRIPTORS}:
            raise Unfit(Ground.TWO_KINDS, "ZIP")


def _refuse_odd_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = name.removesuffix("/").split("/")
    if not NAME.match(name) or any(part in {"", ".", ".."} for part in parts):
        raise Unfit(Ground.REACHES_OUT, ascii(name[:80]))
    if any(unicodedata.category(letter) == "Cf" for letter in name):
        raise Unfit(Ground.REACHES_OUT, ascii(name[:80]))
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise Unfit(Ground.REACHES_OUT, name[:80])
    if entry.flag_bits & ENCRYPTED:
        raise Unfit(Ground.ENCRYPTED)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Unfit(Ground.BROKEN, name[:80])
    grown = entry.file_size > GROWTH_COUNTS_FROM
    if grown and entry.file_size > entry.compress_size * MOST_GROWTH:
        raise Unfit(Ground.INFLATES, name[:80])


def _names(entries: list[zipfile.ZipInfo]) -> tuple[str, ...]:
    """The names of its files. Two that differ in case alone would be one on some systems."""
    names = [entry.filename for entry in entries]
    if len({name.casefold() for name in names}) != len(names):
        raise Unfit(Ground.TWO_KINDS, "ZIP")
    return tuple(name for name in names if not name.endswith("/"))
