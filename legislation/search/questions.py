"""What somebody typed in the search box, read as a question. Pure text: nothing is looked up.

A question that is the number of something (a bill, a law, a session) names it outright;
anything else is words to look for.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from legislation.search.enums import Facet, Order

LONGEST_QUESTION = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Words to look for, and what the bills found are narrowed by.

    ``narrowed`` holds the code of an enum, the slug of a committee, subject or author, a year
    as a number, or a list of kinds of urgency of which one must be running.
    """

    words: str
    narrowed: Mapping[Facet, str | int | list[str]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE


class BillNumber(NamedTuple):
    """A whole number: 8575-05. ``is_matter``: «asunto S 2734-14», of the Senate alone."""

    number: str
    is_matter: bool = False


class LawNumber(NamedTuple):
    number: int


class LooseNumber(NamedTuple):
    """A number alone: a bill's without its ending or, unless said to be a bill's, a law's."""

    number: int
    is_bill: bool = False


class SessionNumber(NamedTuple):
    """«39/372»: the 39th session of the floor in legislature 372."""

    number: int
    legislature: int


Named = BillNumber | LawNumber | LooseNumber | SessionNumber

_DIGITS = r"(\d{1,2}\.\d{3}|\d{1,6})"
_MARK = r"(?:n(?:[uú]mero|ro)?\.?\s*[°º]?\s*)?"
_ORDINAL = r"\s*(?:[ªºa°]|\.ª)?"
_WHOLE = re.compile(
    rf"(?P<of>bolet[ií]n|proyecto(?: de ley)?|asunto|bill|matter|s)?\.?\s*{_MARK}"
    rf"{_DIGITS}\s*-\s*(\d{{1,2}})",
    re.IGNORECASE,
)
_LAW = re.compile(rf"(?:ley|law)\s*{_MARK}{_DIGITS}", re.IGNORECASE)
_LOOSE = re.compile(
    rf"(?P<of>bolet[ií]n|proyecto(?: de ley)?|bill)?\s*{_MARK}{_DIGITS}", re.IGNORECASE
)
_SESSION = re.compile(
    rf"(?:sesi[oó]n|session)?\s*{_MARK}(\d{{1,3}}){_ORDINAL}"
    rf"\s*(?:/|,?\s*(?:de la|en|of)?\s*(?:legislatura|legislature))\s*(\d{{3}}){_ORDINAL}",
    re.IGNORECASE,
)
_IDLE_WORDS = frozenset(
    {
        "al", "and", "con", "de", "del", "el", "en", "la", "las", "lo", "los", "of", "or", "para",
        "por", "que", "sobre", "the", "un", "una",
        "senador", "senadora", "senator", "comision", "comite", "committee",
    }
)  # fmt: skip


def cleaned(typed: str) -> str:
    """The question on one line, without control characters, at most 200 characters long."""
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Co", "Cs"} else c for c in typed)
    return " ".join(visible.split())[:LONGEST_QUESTION]


def in_commands(words: str) -> str:
    """The words with «O» between them as the database reads it: «or»."""
    return re.sub(r"(?<=\s)O(?=\s)", "or", words)


def plain(text: str) -> str:
    """Lower case without accents; ñ is written n, as many people type it."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """The words that may be somebody's name or misspelt: without accents, nor single letters,
    nor the words that every question has.

    «-word» asks for its absence, so that it is not among them.
    """
    wanted = re.sub(r'(?:^|\s)-("[^"]*"|\S+)', " ", text)
    return [w for w in re.findall(r"[a-z0-9]{2,}", plain(wanted)) if w not in _IDLE_WORDS]


def read_number(text: str) -> Named | None:
    """The number that the whole question is, if it is one: 8575-05, «ley 20.641», 39/372."""
    if whole := _WHOLE.fullmatch(text):
        number = f"{_integer(whole[2])}-{int(whole[3]):02}"
        return BillNumber(number, (whole["of"] or "").lower() in {"asunto", "matter", "s"})
    if session := _SESSION.fullmatch(text):
        return SessionNumber(int(session[1]), int(session[2]))
    if law := _LAW.fullmatch(text):
        return LawNumber(_integer(law[1]))
    if loose := _LOOSE.fullmatch(text):
        return LooseNumber(_integer(loose[2]), is_bill=bool(loose["of"]))
    return None


def _integer(digits: str) -> int:
    return int(digits.replace(".", ""))
