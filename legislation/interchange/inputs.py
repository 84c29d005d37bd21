"""Where files come from: the disk, in the order in which they should be read."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.utils.translation import gettext as _

from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.formats import HEAD, Format, format_of

SUFFIXES = frozenset({".csv", ".xml"})


class Input(Protocol):
    """One file or response that can be fetched."""

    @property
    def name(self) -> str:
        """How people know it; unique within a run."""

    @property
    def url(self) -> str:
        """Its address, where it has one."""

    @property
    def may_be_empty(self) -> bool:
        """Whether it answers a question to which «nothing» is an answer."""

    def content(self) -> bytes:
        """What it holds.

        :raises UnreadableFile: it cannot be had, or is larger than allowed
        """


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file on this machine."""

    path: Path
    name: str
    largest: int
    url: str = ""
    may_be_empty: bool = False

    def content(self) -> bytes:
        try:
            with self.path.open("rb") as file:
                content = file.read(self.largest + 1)
        except OSError as wrong:
            raise UnreadableFile(
                _("The file cannot be opened: %(why)s.") % {"why": wrong.strerror or wrong}
            ) from wrong
        if len(content) > self.largest:
            raise UnreadableFile(too_large(self.largest))
        return content

    def head(self) -> bytes:
        try:
            with self.path.open("rb") as file:
                return file.read(HEAD)
        except OSError:
            return b""


def too_large(largest: int) -> str:
    """The sentence for what exceeds the limit, in megabytes."""
    return _("It is larger than %(size)s MB.") % {"size": f"{largest / 1_000_000:g}"}


def readable(path: str) -> str:
    """A path's words; bytes in it that are no UTF-8 text are written out as «\\xe9»."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def local_inputs(
    paths: Iterable[Path], *, largest: int
) -> tuple[Sequence[LocalFile], Sequence[str]]:
    """The files under these paths in reading order, and the names of those of no known format.

    A path that is a file is always read; in a folder, what neither looks like a known
    format nor bears its suffix is left alone and named.

    :param largest: bytes above which a file is refused
    """
    chosen: dict[Path, tuple[Format, LocalFile]] = {}
    passed_over: list[str] = []
    for path in paths:
        for file in _files(path, largest):
            found = format_of(file.head())
            if path.is_dir() and found is Format.UNKNOWN and file.path.suffix not in SUFFIXES:
                passed_over.append(file.name)
            else:
                chosen.setdefault(file.path.resolve(), (found, file))
    ordered = [file for _, file in sorted(chosen.values(), key=lambda one: (one[0], one[1].name))]
    return _with_unique_names(ordered), passed_over


def _files(path: Path, largest: int) -> Iterable[LocalFile]:
    if not path.is_dir():
        yield LocalFile(path, readable(path.name), largest)
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.is_file() and not hidden:
            yield LocalFile(file, readable(file.relative_to(path).as_posix()), largest)


def _with_unique_names(files: Sequence[LocalFile]) -> list[LocalFile]:
    """Two folders may hold files of one name: those are known by their whole path."""
    names = [file.name for file in files]
    return [
        file
        if names.count(file.name) == 1
        else LocalFile(file.path, readable(file.path.as_posix()), file.largest)
        for file in files
    ]
