"""What somebody wrote in an address, taken so that nothing written there can break its reader."""

import re
from collections.abc import Mapping

# What no page can show and no address of ours holds. The database refuses the first of them.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_UNREADABLE = "\ufffd"


def asked(query: Mapping[str, str], name: str) -> str:
    """What a parameter says, without space around it; «» where it is absent.

    A character that cannot be shown becomes one that says so, and is part of no name.
    """
    return _CONTROL.sub(_UNREADABLE, query.get(name, "").strip())


def is_year(text: str) -> bool:
    """Whether it is a calendar year, in four digits."""
    return is_natural(text, digits=4) and len(text) == 4


def is_natural(text: str, *, digits: int) -> bool:
    """Whether it is a number from 1, of so many digits at most."""
    return text.isascii() and text.isdigit() and len(text) <= digits and text.strip("0") != ""
