"""The Senate's words, in the order of the reader's language."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from legislation.glossary import TERMS, Term
from portals.citizens.pages.learn import crumbs_to
from portals.shared.parts import Link


@dataclass(frozen=True)
class GlossaryEntry:
    slug: str
    word: str
    other_word: str
    meaning: str
    source: str


@dataclass(frozen=True)
class GlossaryPage:
    entries: tuple[GlossaryEntry, ...]
    other_language: str
    crumbs: tuple[Link, ...]


def build() -> GlossaryPage:
    """No query: the words are part of the house."""
    in_english = get_language() == "en"
    entries = (_entry(term, in_english=in_english) for term in TERMS)
    return GlossaryPage(
        entries=tuple(sorted(entries, key=lambda entry: _plain(entry.word))),
        other_language="es" if in_english else "en",
        crumbs=crumbs_to(gettext("Glossary"), below=True),
    )


def _entry(term: Term, *, in_english: bool) -> GlossaryEntry:
    word, other = term.spanish, term.english
    if in_english:
        word, other = other, word
    return GlossaryEntry(
        slug=term.slug,
        word=word[:1].upper() + word[1:],
        other_word=other,
        meaning=str(term.meaning),
        source=term.source,
    )


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKD", word.lower())
