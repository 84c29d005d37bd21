"""The text of a made-up bill as it passes from hand to hand.

A template marks with «‹before|after›» what an amendment changes, and articles may be added
or removed. Each of those changes is laid on one round of the bill's journey, so that two
bills of one pattern do not change alike, and every version differs from the one before.
"""

import re
from dataclasses import dataclass, field
from random import Random

from legislation.bills.observed import ObservedArticle

CHANGE = re.compile(r"‹([^|›]*)\|([^›]*)›")
SLOT = re.compile(r"\{(\^?)(\w+)\}")
REFERENCE = re.compile(r"\{art:(\w+)\}")
CONTRACTIONS = ((re.compile(r"\b([Dd])e el\b"), r"\1el"), (re.compile(r"\b([Aa]) el\b"), r"\1l"))
LAST_ORDINAL = 9
TRANSITORY = ("primero", "segundo", "tercero", "cuarto")
NEVER = 99


@dataclass(frozen=True, slots=True)
class ArticleTemplate:
    """``change`` is empty, ``added`` or ``removed``: what an amendment does to the whole."""

    key: str
    body: str
    heading: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that an amendment makes, and where."""

    article: str
    index: int
    before: str
    after: str

    @property
    def is_whole_article(self) -> bool:
        return self.index < 0


@dataclass(slots=True)
class Draft:
    """A bill's articles, the words that fill them, and the round in which each edit is made."""

    articles: tuple[ArticleTemplate, ...]
    transitory: tuple[ArticleTemplate, ...]
    slots: dict[str, str]
    rounds: dict[Edit, int] = field(default_factory=dict)
    is_scheduled: bool = False

    @property
    def edits(self) -> list[Edit]:
        found = []
        for article in (*self.articles, *self.transitory):
            if article.change:
                before, after = ("", "new") if article.change == "added" else ("old", "")
                found.append(Edit(article.key, -1, before, after))
            for index, match in enumerate(CHANGE.finditer(article.body)):
                found.append(Edit(article.key, index, match[1], match[2]))
        return found

    def schedule(self, rounds: int, rng: Random) -> None:
        """Lay every edit on one of the rounds 1 to ``rounds``, and none of them empty if it can.

        With more rounds than edits, the last ones change nothing.
        """
        edits, self.is_scheduled = self.edits, True
        rng.shuffle(edits)
        self.rounds = {edit: 1 + place % max(rounds, 1) for place, edit in enumerate(edits)}
        if rounds < 1:
            self.rounds = dict.fromkeys(edits, NEVER)

    def changes_in(self, round_: int) -> list[Edit]:
        return [edit for edit, when in self.rounds.items() if when == round_]

    def text(self, round_: int) -> tuple[ObservedArticle, ...]:
        """The articles as they stand after that round; 0 is the text as filed."""
        permanent = [one for one in self.articles if self._is_in(one, round_)]
        labels = {
            one.key: _label(place, len(permanent)) for place, one in enumerate(permanent, start=1)
        }
        found = [
            self._article(one, _eid("art", place, len(permanent)), labels[one.key], labels, round_)
            for place, one in enumerate(permanent, start=1)
        ]
        passing = [one for one in self.transitory if self._is_in(one, round_)]
        for place, one in enumerate(passing, start=1):
            label = _transitory_label(place, len(passing))
            eid = _eid("trans", place, len(passing))
            found.append(self._article(one, eid, label, labels, round_))
        return tuple(found)

    def label(self, key: str, round_: int) -> str:
        """How an article is called after a round, in running text: «artículo 3.º»."""
        permanent = [one.key for one in self.articles if self._is_in(one, round_)]
        if key in permanent:
            return _lower(_label(permanent.index(key) + 1, len(permanent)))
        passing = [one.key for one in self.transitory if self._is_in(one, round_)]
        return _lower(_transitory_label(passing.index(key) + 1, len(passing)))

    def is_transitory(self, key: str) -> bool:
        return any(one.key == key for one in self.transitory)

    def fill(self, words: str) -> str:
        """Words with their slots filled, in good Spanish."""
        return fill(words, self.slots)

    def _is_in(self, article: ArticleTemplate, round_: int) -> bool:
        if not article.change:
            return True
        when = next(
            (
                at
                for edit, at in self.rounds.items()
                if edit.article == article.key and edit.index < 0
            ),
            NEVER,
        )
        return (when <= round_) == (article.change == "added")

    def _article(
        self, article: ArticleTemplate, eid: str, label: str, labels: dict[str, str], round_: int
    ) -> ObservedArticle:
        places = iter(range(len(article.body)))

        def choose(match: re.Match[str]) -> str:
            edit = Edit(article.key, next(places), match[1], match[2])
            return edit.after if self.rounds.get(edit, NEVER) <= round_ else edit.before

        body = CHANGE.sub(choose, article.body)
        body = REFERENCE.sub(lambda match: _lower(labels[match[1]]), body)
        return ObservedArticle(eid=eid, label=label, heading=article.heading, body=self.fill(body))


def fill(words: str, slots: dict[str, str]) -> str:
    """Fill «{slot}» and «{^slot}», contract «de el» and «a el»."""

    def value(match: re.Match[str]) -> str:
        found = slots[match[2]]
        return found[0].upper() + found[1:] if match[1] else found

    text = SLOT.sub(value, words)
    for pattern, replacement in CONTRACTIONS:
        text = pattern.sub(replacement, text)
    return text


def _label(place: int, total: int) -> str:
    if total == 1:
        return "Artículo único"
    return f"Artículo {place}.º" if place <= LAST_ORDINAL else f"Artículo {place}"


def _transitory_label(place: int, total: int) -> str:
    return "Artículo transitorio" if total == 1 else f"Artículo {TRANSITORY[place - 1]} transitorio"


def _eid(kind: str, place: int, total: int) -> str:
    return f"{kind}_unico" if total == 1 else f"{kind}_{place}"


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
