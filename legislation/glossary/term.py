from typing import NamedTuple

from django.utils.functional import Promise


class Term(NamedTuple):
    """A word of the field. ``slug`` is its permanent anchor."""

    slug: str
    spanish: str
    english: str
    code: str
    source: str
    meaning: Promise
