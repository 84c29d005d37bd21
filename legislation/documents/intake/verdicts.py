"""What is found out about a file, and the grounds on which one is refused."""

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """Why a file is refused."""

    EMPTY = "EMPTY"
    TOO_LARGE = "TOO_LARGE"
    UNNAMED = "UNNAMED"
    UNKNOWN_KIND = "UNKNOWN_KIND"
    NOT_AS_NAMED = "NOT_AS_NAMED"
    TWO_KINDS = "TWO_KINDS"
    BROKEN = "BROKEN"
    ENCRYPTED = "ENCRYPTED"
    TOO_MANY_PAGES = "TOO_MANY_PAGES"
    ACTIVE = "ACTIVE"
    CARRIES_FILES = "CARRIES_FILES"
    REACHES_OUT = "REACHES_OUT"
    INFLATES = "INFLATES"
    NOT_PLAIN = "NOT_PLAIN"
    TOO_HEAVY = "TOO_HEAVY"
    VIRUS = "VIRUS"


class Unfit(Exception):
    """The file is refused. ``detail`` names what was met, in the file's own terms."""

    def __init__(self, ground: Ground, detail: str = "") -> None:
        super().__init__(f"{ground}: {detail}" if detail else str(ground))
        self.ground = ground
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that was found fit. ``pages`` is nothing where the kind has none; ``size`` is in
    bytes."""

    kind: str
    name: str
    size: int
    sha256: str
    pages: int | None
