"""The Senate's words, in the order of the reader's language."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext

from legislation.glossary import TERMS, Term
from portals.citizens.pages.learn import crumbs_to
from portals.shared.language import language
from portals.shared.parts import Link

PRACTICE = "Senate practice"


@dataclass(frozen=True)
class GlossaryEntry:
    """``spanish`` is the word of the law, beside its English; «» where the page is in Spanish."""

    slug: str
    word: str
    spanish: str
    meaning: str
    source: str


@dataclass(frozen=True)
class GlossaryPage:
    entries: tuple[GlossaryEntry, ...]
    crumbs: tuple[Link, ...]


def build() -> GlossaryPage:
    """No query: the words are part of the house."""
    in_english = language() == "en"
    entries = (_entry(term, in_english=in_english) for term in TERMS)
    return GlossaryPage(
        entries=tuple(sorted(entries, key=lambda entry: _plain(entry.word))),
        crumbs=crumbs_to(gettext("Glossary"), below=True),
    )


def _entry(term: Term, *, in_english: bool) -> GlossaryEntry:
    word = term.english if in_english else term.spanish
    return GlossaryEntry(
        slug=term.slug,
        word=word[:1].upper() + word[1:],
        spanish=term.spanish if in_english else "",
        meaning=str(term.meaning),
        source=_source(term),
    )


def _source(term: Term) -> str:
    """The article that says so, the same in every language; or that it is only practice."""
    return gettext("Senate practice") if term.source == PRACTICE else term.source


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKD", word.lower())
