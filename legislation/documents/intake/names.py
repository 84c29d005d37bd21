"""The name of a file from outside: shown to people, never a path of ours."""

import re
import unicodedata

from legislation.documents.intake.verdicts import Ground, Unfit

LONGEST_NAME = 200
LONGEST_READ = 10_000
ENDINGS = {".pdf": "PDF", ".docx": "DOCX", ".txt": "TEXT"}
# Controls (line breaks among them), format marks (which turn the order of reading), halves of
# characters, and what is assigned to nothing.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
SEPARATORS = re.compile(r"[/\\]")
FORBIDDEN_SOMEWHERE = re.compile(r'[<>:"|?*]')
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


def clean_name(name: str) -> str:
    """The name without its folders and without what cannot be seen, its ending kept.

    :raises Unfit: nothing of it is left, or it ends as no file that we take
    """
    last = SEPARATORS.split(name[-LONGEST_READ:])[-1]
    seen = "".join(
        " " if letter in "\t\r\n" else letter
        for letter in unicodedata.normalize("NFC", last)
        if letter in "\t\r\n" or unicodedata.category(letter) not in UNSEEN
    )
    plain = " ".join(FORBIDDEN_SOMEWHERE.sub("_", seen).split()).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    stem, ending = stem.strip(". "), ending.lower()
    if not dot or not stem:
        raise Unfit(Ground.UNNAMED, plain[:LONGEST_NAME])
    if f".{ending}" not in ENDINGS:
        raise Unfit(Ground.UNKNOWN_KIND, f".{ending[:20]}")
    if DEVICES.match(stem):
        stem = f"_{stem}"
    return f"{stem[: LONGEST_NAME - len(ending) - 1].rstrip('. ')}.{ending}"


def kind_named(name: str) -> str:
    """The kind that a clean name promises."""
    return ENDINGS[f".{name.rpartition('.')[2]}"]
