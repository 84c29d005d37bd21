"""Translation inside templates: as Jinja's, but remembered, because a page asks for a hundred words.

A message is a format always (``%%`` is a percent sign), its values are escaped, and what comes
out is markup: the catalogue is trusted, what is put into it is not.
"""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

from functools import lru_cache

from django.utils import translation
from markupsafe import Markup

from portals.shared import language


def gettext(message: str, /, **values: object) -> Markup:
    """The message in the active language, with its values put in."""
    if values:
        return Markup(language.gettext(message)) % values
    return _finished(message, "", language.language())


def pgettext(context: str, message: str, /, **values: object) -> Markup:
    """The same, for a word that means several things."""
    if values:
        return Markup(language.pgettext(context, message)) % values
    return _finished(message, context, language.language())


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> Markup:
    """The form that goes with a number, which the message may show as ``%(num)d``."""
    values.setdefault("num", number)
    return Markup(translation.ngettext(singular, plural, number)) % values


def npgettext(context: str, singular: str, plural: str, number: int, /, **values: object) -> Markup:
    """The form that goes with a number, for a word that means several things."""
    values.setdefault("num", number)
    return Markup(translation.npgettext(context, singular, plural, number)) % values


@lru_cache(maxsize=8192)
def _finished(message: str, context: str, _language: str) -> Markup:
    """A message without values, ready to be written."""
    return Markup(language.pgettext(context, message)) % {}


TRANSLATORS = {
    "_": gettext,
    "gettext": gettext,
    "ngettext": ngettext,
    "pgettext": pgettext,
    "npgettext": npgettext,
}
