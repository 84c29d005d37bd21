"""Misspelt words: which words of the record were probably meant. Pure.

A word's shapes are the word itself and what is left of it without one letter. A letter
missing, added, changed, or two exchanged, and both words still share a shape; so that a
slip is found through an index, and told from other words by its distance.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from legislation.search.questions import plain, words_of

SHORTEST = 4
# From this length on two slips are forgiven.
LONG = 8


class Known(NamedTuple):
    """A word of the record: as written, without accents, and in how many records it is."""

    word: str
    plain: str
    records: int


def shapes_of(word: str) -> set[str]:
    """The shapes to look for: without a letter, and without two where the word is long."""
    once = {word[:n] + word[n + 1 :] for n in range(len(word))}
    found = {word, *once}
    if len(word) >= LONG:
        found |= {short[:n] + short[n + 1 :] for short in once for n in range(len(short))}
    return found


def doubtful_words(text: str) -> list[str]:
    """The words of a question that are worth correcting: four letters or more, no digits."""
    return [w for w in dict.fromkeys(words_of(text)) if len(w) >= SHORTEST and w.isalpha()]


def corrected(text: str, known: Iterable[Known]) -> str | None:
    """The question with its misspelt words replaced, or None where there is nothing to replace.

    Among the words near enough, the nearest; among those, the one in most records.
    """
    vocabulary = list(known)
    right = {word.plain for word in vocabulary}
    wrong = [word for word in doubtful_words(text) if word not in right]
    better = {word: _nearest(word, vocabulary) for word in wrong}
    found = {word: near for word, near in better.items() if near}
    return _replaced(text, found) if found else None


def distance(one: str, other: str) -> int:
    """Slips between two words; exchanging neighbours is a single one (optimal alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def _nearest(word: str, vocabulary: Iterable[Known]) -> str | None:
    limit = 2 if len(word) >= LONG else 1
    near = [(distance(word, known.plain), -known.records, known.word) for known in vocabulary]
    best = min((entry for entry in near if entry[0] <= limit), default=None)
    return best[2] if best else None


def _replaced(text: str, better: Mapping[str, str]) -> str:
    return "".join(better.get(plain(piece), piece) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    yield from re.findall(r"\w+|\W+", text)
