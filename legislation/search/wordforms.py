"""The forms in which a Spanish word may be printed. Pure.

The index reads every plural as its singular; these are the forms to look for where a text
is read as it is printed, to mark in it the words found.
"""

import re
from collections.abc import Iterable

# The same three steps, in the same order, as the SQL function es_norm.
_PLURALS = (
    (re.compile(r"(\w\w(?:[aou]|[aeiou]e))s$"), r"\1"),
    (re.compile(r"(\w[aeiou][dlnry]|\w\wes)es$"), r"\1"),
    (re.compile(r"(\w\w)(?:ces|z)$"), r"\1c"),
)
_ACCENTED = str.maketrans(
    {"a": "[aá]", "e": "[eé]", "i": "[ií]", "o": "[oó]", "u": "[uúü]", "n": "[nñ]"}
)


def singular(word: str) -> str:
    """A word without accents, as the index reads it: «jueces» and «juez» are «juec»."""
    for ending, read in _PLURALS:
        word = ending.sub(read, word)
    return word


def forms_of(word: str) -> set[str]:
    """The forms of a word without accents: itself, its singular and its plurals."""
    base = singular(word)
    forms = {word, base, f"{base}s", f"{base}es", f"{base}eses"}
    if word.endswith("es"):
        forms |= {word[:-1], word[:-2]}
    if base.endswith("c"):
        forms |= {f"{base[:-1]}z", f"{base[:-1]}ces"}
    return forms


def any_form(words: Iterable[str]) -> str:
    """A query, in the database's language, for any form of any of these words."""
    return " | ".join(sorted(form for word in words for form in forms_of(word)))


def any_form_pattern(words: Iterable[str]) -> str | None:
    """A regular expression for any form of any of these words, with accents or without."""
    forms = sorted(form for word in words for form in forms_of(word))
    return rf"\m(?:{'|'.join(forms).translate(_ACCENTED)})\M" if forms else None
