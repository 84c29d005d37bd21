"""Reading, comparing and sorting the names of members.

The Senate's services print no identifier beside a vote, only «Coloma C., Juan Antonio»:
paternal surname, initial of the maternal one, given names. Elsewhere both surnames come
in full («Browne Urrejola, Pedro») or the name stands in its natural order («Enrique van
Rysselberghe Herrera»). A name is matched to one person or to nobody: a ballot laid at the
wrong door is worse than one that waits for a human.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

PARTICLES = frozenset(
    {"da", "de", "del", "della", "der", "di", "do", "dos", "la", "las", "los"}
    | {"san", "santa", "van", "vander", "von", "zu"}
)
INITIAL = re.compile(r"[^\W\d_]\.?")
NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")
NOT_IN_WORDS = re.compile(r"[\W_]+")
PLAIN_VOWELS = str.maketrans("áéíóúü", "aeiouu")


@dataclass(frozen=True, slots=True)
class Name:
    """A member's name in parts. ``maternal`` may be one letter, or empty if not given."""

    given: str
    paternal: str
    maternal: str = ""
    maternal_is_initial: bool = False

    @property
    def natural(self) -> str:
        """In the order people say it: «Juan Antonio Coloma Correa»."""
        return " ".join(filter(None, (self.given, self.surnames)))

    @property
    def listed(self) -> str:
        """In the order of lists: «Coloma Correa, Juan Antonio»."""
        return ", ".join(filter(None, (self.surnames, self.given)))

    @property
    def surnames(self) -> str:
        dot = "." if self.maternal_is_initial else ""
        return " ".join(filter(None, (self.paternal, self.maternal + dot)))


class MatchReason(StrEnum):
    FOUND = "FOUND"
    NOBODY = "NOBODY"
    SEVERAL = "SEVERAL"
    UNREADABLE = "UNREADABLE"
    NO_MATERNAL_SURNAME = "NO_MATERNAL_SURNAME"


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Key]):
    """A person who might be meant, and the caller's key for them."""

    key: Key
    name: Name


@dataclass(frozen=True, slots=True)
class Match(Generic[Key]):
    """The one candidate meant, or None and why; ``rivals`` could not be told apart."""

    candidate: Candidate[Key] | None
    reason: MatchReason
    rivals: tuple[Candidate[Key], ...] = ()


def parse(printed: str) -> Name:
    """The parts of a name, listed («Surnames, Given») if it has a comma, else natural.

    Particles join the word after them («de Urresti»), also after a hyphen («Barents-Von
    Hohenhagen»), and «y» joins both sides («Peña y Lillo»). A natural name ends in two
    surnames if it has three parts or more. Compound surnames written with neither hyphen
    nor particle cannot be told from given names in natural order («Alejandro García
    Huidobro Sanfuentes»): only a list shows them.

    :raises ValueError: there is no surname or no given name to be read
    """
    text = " ".join(unicodedata.normalize("NFC", printed).split())
    surnames, comma, given = (part.strip() for part in text.partition(","))
    name = _listed(surnames, given) if comma else _natural(text)
    if not (name.paternal and name.given):
        raise ValueError(f"This is not a name in full: {printed!r}")
    return name


def match(printed: str, candidates: Iterable[Candidate[Key]]) -> Match[Key]:
    """The one candidate whom this printed name can only mean.

    Surnames must be equal (accents, case, blanks and hyphens aside), the maternal one at
    least in its initial; the given names of one must begin those of the other («Carlos»
    and «Carlos Ignacio»). More than one such candidate is a refusal, unless exactly one
    bears the printed name in full and to the letter: two brothers «Juan» and «Juan Luis»
    differ when both surnames are printed, and not when one is an initial. A name without
    a maternal surname is refused.
    """
    try:
        name = parse(printed)
    except ValueError:
        return Match(None, MatchReason.UNREADABLE)
    if not name.maternal:
        return Match(None, MatchReason.NO_MATERNAL_SURNAME)
    possible = {
        candidate.key: candidate for candidate in candidates if compatible(name, candidate.name)
    }
    exact = [one for one in possible.values() if _is_same_in_full(name, one.name)]
    meant = exact if len(exact) == 1 else list(possible.values())
    if len(meant) == 1:
        return Match(meant[0], MatchReason.FOUND)
    reason = MatchReason.SEVERAL if meant else MatchReason.NOBODY
    return Match(None, reason, tuple(meant))


def compatible(one: Name, other: Name) -> bool:
    """Whether both can be names of the same person; symmetrical."""
    return _surnames_agree(one, other) and _given_names_agree(one.given, other.given)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case without accents, tildes or punctuation: «Ruiz-Órdenes» → «ruiz ordenes»."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(NOT_IN_WORDS.sub(" ", plain).split())


def slug(text: str) -> str:
    """For addresses: «Juan Antonio Coloma Correa» → «juan-antonio-coloma-correa»."""
    return NOT_IN_SLUGS.sub("-", fold(text)).strip("-")


def sort_key(text: str) -> str:
    """Spanish alphabetical order, character for character as the database computes it:

    ``translate(replace(lower(t),'ñ','n~'),'áéíóúü','aeiouu') || chr(1) || t``

    The database lowers each character to one character, which Python does not always do.
    """
    lowered = "".join(letter.lower()[0] for letter in text)
    return f"{lowered.replace('ñ', 'n~').translate(PLAIN_VOWELS)}\x01{text}"


def _listed(surnames: str, given: str) -> Name:
    words = surnames.split()
    if words and INITIAL.fullmatch(words[-1]):
        initial = words[-1].rstrip(".")
        return Name(given, " ".join(words[:-1]), initial, maternal_is_initial=True)
    units = _units(words)
    *paternal, maternal = units or [""]
    if not paternal:
        return Name(given, surnames)
    if len(paternal) > 1 and _starts_with_particle(maternal):
        maternal = f"{paternal.pop()} {maternal}"
    return Name(given, " ".join(paternal), maternal)


def _natural(text: str) -> Name:
    first, *rest = _units(text.split()) or [""]
    if len(rest) <= 1:
        return Name(first, "".join(rest))
    return Name(" ".join((first, *rest[:-2])), rest[-2], rest[-1])


def _units(words: Iterable[str]) -> list[str]:
    """Words joined to the particles that belong to them."""
    units: list[str] = []
    is_open = False
    for word in words:
        joins = word.lower() == "y" and bool(units)
        if is_open or joins:
            units[-1] = f"{units[-1]} {word}"
        else:
            units.append(word)
        is_open = joins or word.lower().rpartition("-")[2] in PARTICLES
    return units


def _starts_with_particle(unit: str) -> bool:
    return unit.lower().split()[0] in PARTICLES


def _surnames_agree(one: Name, other: Name) -> bool:
    if not (one.maternal and other.maternal):
        return False
    if one.maternal_is_initial or other.maternal_is_initial:
        initials = fold(one.maternal)[:1], fold(other.maternal)[:1]
        return fold(one.paternal) == fold(other.paternal) and initials[0] == initials[1]
    return fold(one.surnames) == fold(other.surnames)


def _given_names_agree(one: str, other: str) -> bool:
    shorter, longer = sorted((fold(one).split(), fold(other).split()), key=len)
    return bool(shorter) and _begins(longer, shorter)


def _begins(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    return list(longer[: len(shorter)]) == list(shorter)


def _is_same_in_full(one: Name, other: Name) -> bool:
    if one.maternal_is_initial or other.maternal_is_initial:
        return False
    return fold(one.natural) == fold(other.natural)
