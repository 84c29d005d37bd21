"""The addresses that a document may show: those of the web, which only its reader follows."""

import re

from legislation.documents.intake.verdicts import Ground, Unfit

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
WEB = frozenset({"http", "https", "mailto"})
# Readers skip them, and so «java script:» is one word.
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]+")
SHOWN = 80


def refuse_address(address: str) -> None:
    """Go on only if this is an address of the web or a place within the document.

    :raises Unfit: it leads to files, programs or machines of a network
    """
    plain = UNSEEN.sub("", address)
    scheme = SCHEME.match(plain)
    if plain.startswith(("\\\\", "//")) or (scheme and scheme[1].lower() not in WEB):
        raise Unfit(Ground.REACHES_OUT, plain[:SHOWN])
