"""Addresses of pages that are one of their kind, resolved once for each language.

Resolving a name takes as long as writing ten lines of a page, and every page names a dozen.
"""

from functools import lru_cache

from django.conf import settings
from django.urls import reverse

from portals.shared.language import language


def address_of(name: str) -> str:
    """The address of a page without parts to fill in, in the language being written.

    :raises NoReverseMatch: no page has that name
    """
    return _resolved(name, language(), settings.ROOT_URLCONF)


@lru_cache(maxsize=256)
def _resolved(name: str, _language: str, _routes: str) -> str:
    return reverse(name)
