"""Recognises the articles and headings of a legal text. Nothing is lost: the parts, joined, are it.

An article begins where a line does, with its name and a stop: «Artículo 1.-», «ARTÍCULO 12 bis.-»,
«Artículo primero transitorio.-». Those that the text quotes, to put them into another law, are
part of the article that quotes them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST_PARTS = 5_000
LONGEST_HEADING = 300
LONGEST_LABEL = 80
LONGEST_EID = 50  # and room to tell two apart
BEGINNING = "Encabezado"
ORDINALS = (
    *("primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno"),
    *("décimo", "undécimo", "duodécimo", "decimotercero", "decimocuarto", "decimoquinto"),
    *("decimosexto", "decimoséptimo", "decimoctavo", "decimonoveno", "vigésimo"),
)
TENS = {"decimo": 10, "vigesimo": 20, "trigesimo": 30, "cuadragesimo": 40}
_PLAIN = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
_NUMBERS = {word.translate(_PLAIN): place for place, word in enumerate(ORDINALS, start=1)} | TENS
_WORDS = (
    "(?:(?:d[ée]cimo|vig[ée]simo|trig[ée]simo|cuadrag[ée]simo)[ \\t]+)?(?:"
    + "|".join(
        re.sub("[áéíóú]", lambda found: f"[{found[0]}{found[0].translate(_PLAIN)}]", word)
        for word in sorted((*ORDINALS, "trigésimo", "cuadragésimo", "único"), key=len, reverse=True)
    )
    + ")"
)
_LATIN = "bis|ter|qu[áa]ter|quinquies|sexies|septies|octies|nonies|decies"
ARTICLE = re.compile(
    rf"""^[ \t]*
    (?P<label>(?-i:Art|ART)(?:[íi]culo|\.)[ \t]+
      (?P<number>\d{{1,4}}|{_WORDS})[ \t]?(?:\.?[°ºª]|o\b)?
      (?:[ \t]+(?P<latin>{_LATIN}))?
      (?:[ \t]+(?P<letter>(?-i:[A-Z]))(?=[ \t]*[.\-–—:]|[ \t]+transitorio))?
      (?:[ \t]+(?P<passing>transitorio))?)
    (?:[ \t]*(?:\.[ \t]*[-–—]+|[-–—:]+|\.(?=\s))
      |(?<=\.[°º])(?=[ \t]+(?-i:[A-ZÁÉÍÓÚÑ“«])|[ \t]*\n))""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
HEADING = re.compile(
    r"""^[ \t]*
    (?P<label>(?P<kind>(?-i:LIBRO|Libro|T[ÍI]TULO|T[íi]tulo|CAP[ÍI]TULO|Cap[íi]tulo
                            |P[ÁA]RRAFO|P[áa]rrafo))
      [ \t]+(?P<number>[IVXLC]{1,8}|\d{1,3}|preliminar|final|[úu]nico)[ \t]?[°º]?)
    (?:[ \t]*[.:\-–—]+[ \t]*(?P<rest>[^\n]*)
      |[ \t]+(?P<capitals>(?-i:[A-ZÁÉÍÓÚÜÑ][^a-záéíóúüñ\n]*)))?[ \t]*$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
PASSING = re.compile(
    r"^[ \t]*(?P<label>(?:disposici(?:ones|[óo]n)|art[íi]culos?)[ \t]+transitori[oa]s?)[ \t]*[.:]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
SHORT_NAMES = {"libro": "lib", "titulo": "tit", "capitulo": "cap", "parrafo": "par"}
RANKS = ("lib", "tit", "cap", "par")
BLANK = re.compile(r"\s*")
QUOTES = {"“": 1, "«": 1, "”": -1, "»": -1}


class Part(NamedTuple):
    """A part of a text, in its order. ``raw`` is all of it, with its name and every blank."""

    eid: str
    label: str
    heading: str
    body: str
    raw: str


class _Beginning(NamedTuple):
    """Where a part begins, and what its first line says."""

    at: int
    body_at: int
    label: str
    heading: str
    eid: str


def recognise(text: str) -> list[Part]:
    """The parts of the text, in order; each has an address of its own.

    What comes before the first article or heading is a part too, and so is a whole text without
    any. An empty text has no parts.
    """
    if not text:
        return []
    beginnings = list(_beginnings(text))[:MOST_PARTS]
    if not beginnings or text[: beginnings[0].at].strip():
        beginnings.insert(0, _Beginning(0, 0, BEGINNING, "", "preamble"))
    ends = [one.at for one in beginnings[1:]] + [len(text)]
    parts, taken = [], set[str]()
    for place, (one, end) in enumerate(zip(beginnings, ends, strict=True)):
        start = one.at if place else 0
        eid = _free(one.eid[:LONGEST_EID], taken)
        taken.add(eid)
        body = text[one.body_at : end].strip()
        parts.append(Part(eid, one.label, one.heading, body, text[start:end]))
    return parts


def _beginnings(text: str) -> Iterator[_Beginning]:
    found = [*ARTICLE.finditer(text), *HEADING.finditer(text), *PASSING.finditer(text)]
    found.sort(key=lambda match: (match.start(), -match.end()))
    quoted = _quoted(text)
    above: dict[str, str] = {}
    passing, done = False, -1
    for match in found:
        if match.start() < done or _is_within(quoted, match.start("label")):
            continue
        done = match.end()
        if match.re is ARTICLE:
            yield _article(match, passing=passing)
        elif match.re is PASSING:
            passing = True
            above.clear()
            yield _Beginning(match.start(), match.end(), _label(match), "", "transitorias")
        else:
            heading = _heading(text, match, above)
            done = max(done, heading.body_at)
            yield heading


def _article(match: re.Match[str], *, passing: bool) -> _Beginning:
    said = match["number"].lower().translate(_PLAIN)
    known = [_NUMBERS[word] for word in said.split() if word in _NUMBERS]
    number = str(sum(known)) if known else said
    more = [(match[name] or "").lower().translate(_PLAIN) for name in ("latin", "letter")]
    kind = "trans" if passing or match["passing"] else "art"
    eid = "_".join([kind, number, *(word for word in more if word)])
    return _Beginning(match.start(), match.end(), _label(match), "", eid)


def _heading(text: str, match: re.Match[str], above: dict[str, str]) -> _Beginning:
    """A heading, and its name: on the same line, or on the next one that says anything."""
    short = SHORT_NAMES[match["kind"].lower().translate(_PLAIN)]
    for lower in RANKS[RANKS.index(short) :]:
        above.pop(lower, None)
    above[short] = f"{short}_{match['number'].lower().translate(_PLAIN)}"
    eid = "__".join(above[rank] for rank in RANKS if rank in above)
    name, body_at = (match["rest"] or match["capitals"] or "").strip(), match.end()
    if not name:
        name, body_at = _name_below(text, match.end())
    if len(name) > LONGEST_HEADING:
        name, body_at = "", match.end("label")
    return _Beginning(match.start(), body_at, _label(match), name, eid)


def _name_below(text: str, at: int) -> tuple[str, int]:
    blank = BLANK.match(text, at)
    start = blank.end() if blank else at
    if start == len(text) or "\n" not in text[at:start]:
        return "", at
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    first = text.rfind("\n", 0, start) + 1
    begins = any(kind.match(text, first) for kind in (ARTICLE, HEADING, PASSING))
    if begins or len(line) > LONGEST_HEADING:
        return "", at
    return line.strip(), start + len(line)


def _label(match: re.Match[str]) -> str:
    return " ".join(match["label"].split()).rstrip(".")[:LONGEST_LABEL]


def _free(eid: str, taken: set[str]) -> str:
    """The address, or the first that follows it where the text says it again."""
    if eid not in taken:
        return eid
    again = 2
    while f"{eid}__{again}" in taken:
        again += 1
    return f"{eid}__{again}"


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where the text quotes: from a mark that opens to the one that closes it.

    Where marks do not pair, nobody knows what is quoted, and nothing is taken to be.
    """
    spans, opened = [], list[int]()
    for match in re.finditer("[“«”»]", text):
        if QUOTES[match[0]] > 0:
            opened.append(match.start())
        elif not opened:
            return []
        else:
            start = opened.pop()
            if not opened:
                spans.append((start, match.start()))
    return [] if opened else spans


def _is_within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    before = bisect_left(spans, (at, 0)) - 1
    return before >= 0 and spans[before][0] < at < spans[before][1]
