"""What the bills of the demonstration are about, read from ``wording/``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from legislation.bills.enums import Initiative
from senate.demonstration.drafting import ArticleTemplate, Draft, fill

WORDING = Path(__file__).parent / "wording"
PATTERN_KEYS = ("pattern", "title", "plain")
THEME_KEYS = ("code", "committee", "subjects", "bills")
INITIATIVES = {
    "message": (Initiative.MESSAGE,),
    "motion": (Initiative.MOTION,),
    "either": (Initiative.MOTION, Initiative.MOTION, Initiative.MESSAGE),
}


@dataclass(frozen=True, slots=True)
class Idea:
    """A bill before anybody files it: its words, and what kind of law it would be.

    ``committee`` is the key of the committee that hears it; ``rule`` the majority that it
    needs, empty for the simple one; ``window`` the span in which it was voted, if it matters,
    and ``outcome`` how the vote in general came out, where that is told.
    """

    key: str
    pattern: str
    kind: str
    title: str
    plain_title: str
    summary: tuple[str, ...]
    code: str
    committee: str
    subjects: tuple[str, ...]
    initiatives: tuple[Initiative, ...]
    articles: tuple[ArticleTemplate, ...]
    transitory: tuple[ArticleTemplate, ...] = ()
    slots: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    window: str = ""
    organic_article: str = ""
    is_financed: bool = False
    outcome: str = ""

    @property
    def is_single_article(self) -> bool:
        return len(self.articles) == 1 and not self.transitory

    def draft(self) -> Draft:
        return Draft(self.articles, self.transitory, dict(self.slots))


@cache
def load(name: str) -> dict[str, Any]:
    """A file of the wording. It is read once, and nobody changes it."""
    return tomllib.loads((WORDING / name).read_text(encoding="utf-8"))


@cache
def ideas() -> tuple[Idea, ...]:
    """The ideas that follow a pattern, in the order of their files."""
    patterns = _merged("patterns")
    return tuple(
        _idea(patterns, f"{theme_key}-{place}", theme, words)
        for theme_key, theme in _merged("themes").items()
        for place, words in enumerate(theme["bills"], start=1)
    )


@cache
def special_ideas() -> tuple[Idea, ...]:
    """Reforms, interpretative and organic laws, treaties and honours, written one by one."""
    return tuple(
        Idea(
            key=words["key"],
            pattern="",
            kind=words["kind"],
            title=words["title"],
            plain_title=words["plain"],
            summary=tuple(words["summary"]),
            code=words["code"],
            committee=words["committee"],
            subjects=tuple(words["subjects"]),
            initiatives=INITIATIVES[words["initiative"]],
            articles=_articles(words["articles"]),
            transitory=_articles(words.get("transitory", ())),
            rule=words.get("rule", ""),
            window=words.get("window", ""),
            is_financed=words.get("finance", False),
            outcome=words.get("outcome", ""),
        )
        for words in load("specials.toml")["bills"]
    )


def reform_idea(law: Idea, law_number: int) -> Idea:
    """A bill that amends a law of the demonstration."""
    words = load("reforms.toml")[law.pattern]
    number = f"{law_number:,}".replace(",", ".")
    slots = {"law": number, "law_title": law.title[0].lower() + law.title[1:]}
    heading = f"Introdúcense las siguientes modificaciones en la ley N° {number}:"
    return Idea(
        key=f"reforma-{law.key}",
        pattern="",
        kind="",
        title=fill(words["title"], slots),
        plain_title=fill(words["plain"], slots),
        summary=tuple(fill(line, slots) for line in words["summary"]),
        code=law.code,
        committee=law.committee,
        subjects=law.subjects,
        initiatives=(Initiative.MOTION,),
        articles=(ArticleTemplate("unico", "\n".join((heading, *words["articles"]))),),
    )


def reformable_patterns() -> frozenset[str]:
    return frozenset(load("reforms.toml"))


def _merged(folder: str) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for path in sorted((WORDING / folder).glob("*.toml")):
        merged |= load(f"{folder}/{path.name}")
    return merged


def _idea(patterns: dict[str, Any], key: str, theme: dict[str, Any], words: dict[str, Any]) -> Idea:
    pattern = patterns[words["pattern"]]
    slots = {name: value for name, value in theme.items() if name not in THEME_KEYS}
    slots |= {name: value for name, value in words.items() if name not in PATTERN_KEYS}
    return Idea(
        key=key,
        pattern=words["pattern"],
        kind="",
        title=words["title"],
        plain_title=words["plain"],
        summary=tuple(fill(line, slots) for line in pattern["summary"]),
        code=theme["code"],
        committee=theme["committee"],
        subjects=tuple(theme["subjects"]),
        initiatives=INITIATIVES[pattern["initiative"]],
        articles=_articles(pattern["articles"]),
        transitory=_articles(pattern.get("transitory", ())),
        slots=tuple(slots.items()),
        organic_article=pattern.get("organic_article", ""),
        is_financed=pattern.get("finance", False),
    )


def _articles(rows: Any) -> tuple[ArticleTemplate, ...]:
    return tuple(ArticleTemplate(**row) for row in rows)
