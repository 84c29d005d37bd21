"""Names that come back a hundred times a page, escaped once."""

from functools import lru_cache

from markupsafe import Markup, escape


@lru_cache(maxsize=8192, typed=True)
def escaped(text: str) -> Markup:
    """The text as markup, for what few words are said often: names, parties, regions, addresses.

    Remembered by type as well: what is markup already and the same letters as plain text are
    equal, and only one of them may pass as it is.
    """
    return escape(text)
