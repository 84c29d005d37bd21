"""What changed between two texts: articles matched first, then words within each.

Nothing is lost: the equal and deleted pieces of a comparison, joined, are the old text to
the last blank, and the equal and inserted ones are the new text.

Words are compared by patience: sentences that occur once on both sides anchor the
comparison, then words that do within what is left, so that the work grows with the size
of the text and not with its square.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

SENTENCE = re.compile(r"[^\n.;:]+[.;:]*[ \t]*|[.;:]+[ \t]*|\n+")
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
WORD = re.compile(r"\w+")
SQUARE_LIMIT = 40_000
DEEPEST = 60
ALIKE = 0.35
SAME_ADDRESS_BONUS = 0.1


class Op(StrEnum):
    EQUAL = "EQUAL"
    DELETE = "DELETE"
    INSERT = "INSERT"


class Piece(NamedTuple):
    op: Op
    text: str


class Change(StrEnum):
    UNCHANGED = "UNCHANGED"
    CHANGED = "CHANGED"
    ADDED = "ADDED"
    REMOVED = "REMOVED"


@dataclass(frozen=True, slots=True)
class Article:
    """One numbered part of a text. ``eid`` is its address in the document («art_3»)."""

    eid: str
    label: str
    text: str

    @property
    def address(self) -> str:
        return self.eid.strip() or " ".join(self.label.lower().split())


@dataclass(frozen=True, slots=True)
class ArticleComparison:
    """An article of the old text beside its successor in the new one.

    ``moved``: it changed places with others that both texts keep. A new number that
    follows only from an article inserted or removed before it is not a move.
    """

    old: Article | None
    new: Article | None
    change: Change
    moved: bool
    pieces: tuple[Piece, ...]

    @property
    def renumbered(self) -> bool:
        return bool(self.old and self.new and self.old.address != self.new.address)


Fill = Callable[[Sequence[str], Sequence[str]], Iterable[Piece]]


def compare_articles(
    old: Sequence[Article], new: Sequence[Article]
) -> tuple[ArticleComparison, ...]:
    """Every article of both texts, in the order of the new one, removed ones in their place.

    Articles are paired by equal text, then by likeness (an equal address counts in
    favour), then by equal address alone: an article wholly rewritten is still that
    article.
    """
    successors = _pair(old, new)
    predecessors = {after: before for before, after in successors.items()}
    in_order = _longest_rising([predecessors[after] for after in sorted(predecessors)])
    comparisons = list(_removed_from(old, successors, 0))
    for position, article in enumerate(new):
        before = predecessors.get(position)
        if before is None:
            comparisons.append(_added(article))
            continue
        comparisons.append(_kept(old[before], article, moved=before not in in_order))
        comparisons.extend(_removed_from(old, successors, before + 1))
    return tuple(comparisons)


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The differences word by word; blanks and punctuation are kept as they are.

    In each change the deleted piece comes before the inserted one; two equal or two
    changed pieces of a kind never follow each other.
    """
    pieces = _align(SENTENCE.findall(old), SENTENCE.findall(new), _by_word)
    return tuple(_without_slivers(_groups(pieces)))


def sides(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The same pieces as two columns: the old text and the new one."""
    kept = tuple(pieces)
    old = tuple(piece for piece in kept if piece.op is not Op.INSERT)
    return old, tuple(piece for piece in kept if piece.op is not Op.DELETE)


def _kept(old: Article, new: Article, *, moved: bool) -> ArticleComparison:
    change = Change.UNCHANGED if old.text == new.text else Change.CHANGED
    return ArticleComparison(old, new, change, moved, compare_words(old.text, new.text))


def _added(article: Article) -> ArticleComparison:
    pieces = compare_words("", article.text)
    return ArticleComparison(None, article, Change.ADDED, False, pieces)


def _removed_from(
    old: Sequence[Article], successors: dict[int, int], start: int
) -> Iterator[ArticleComparison]:
    for position in range(start, len(old)):
        if position in successors:
            return
        pieces = compare_words(old[position].text, "")
        yield ArticleComparison(old[position], None, Change.REMOVED, False, pieces)


def _pair(old: Sequence[Article], new: Sequence[Article]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    _pair_by(lambda article: (article.address, article.text), old, new, pairs)
    _pair_by(lambda article: article.text, old, new, pairs)
    _pair_alike(old, new, pairs)
    _pair_by(lambda article: article.address or None, old, new, pairs)
    return pairs


def _pair_by(
    key: Callable[[Article], object],
    old: Sequence[Article],
    new: Sequence[Article],
    pairs: dict[int, int],
) -> None:
    waiting: dict[object, list[int]] = {}
    for position in _free(len(old), pairs.keys()):
        waiting.setdefault(key(old[position]), []).append(position)
    for position in _free(len(new), set(pairs.values())):
        found = key(new[position])
        if found is not None and waiting.get(found):
            pairs[waiting[found].pop(0)] = position


def _pair_alike(old: Sequence[Article], new: Sequence[Article], pairs: dict[int, int]) -> None:
    olds = {position: _shingles(old[position].text) for position in _free(len(old), pairs.keys())}
    taken = set(pairs.values())
    news = {position: _shingles(new[position].text) for position in _free(len(new), taken)}
    scores = []
    for before, left in olds.items():
        for after, right in news.items():
            same = old[before].address == new[after].address
            score = _likeness(left, right) + (SAME_ADDRESS_BONUS if same else 0)
            if score >= ALIKE:
                scores.append((-score, before, after))
    for _score, before, after in sorted(scores):
        if before not in pairs and after not in taken:
            pairs[before] = after
            taken.add(after)


def _free(size: int, taken: Iterable[int]) -> list[int]:
    busy = set(taken)
    return [position for position in range(size) if position not in busy]


def _shingles(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of neighbouring words: unrelated legal texts share many words, few pairs."""
    return frozenset(pairwise(WORD.findall(text.lower())))


def _likeness(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> float:
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def _longest_rising(values: Sequence[int]) -> set[int]:
    """The values of one longest rising subsequence; values are distinct."""
    tails: list[int] = []
    previous: dict[int, int | None] = {}
    for value in values:
        place = bisect_left(tails, value)
        previous[value] = tails[place - 1] if place else None
        tails[place : place + 1] = [value]
    kept: set[int] = set()
    value_or_none = tails[-1] if tails else None
    while value_or_none is not None:
        kept.add(value_or_none)
        value_or_none = previous[value_or_none]
    return kept


def _by_word(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    words = TOKEN.findall("".join(old)), TOKEN.findall("".join(new))
    return _align(*words, _by_square)


def _by_square(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if len(old) * len(new) > SQUARE_LIMIT:
        yield Piece(Op.DELETE, "".join(old))
        yield Piece(Op.INSERT, "".join(new))
        return
    matcher = SequenceMatcher(_is_blank, old, new, autojunk=False)
    for tag, left, left_end, right, right_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Op.EQUAL, "".join(old[left:left_end]))
        else:
            yield Piece(Op.DELETE, "".join(old[left:left_end]))
            yield Piece(Op.INSERT, "".join(new[right:right_end]))


def _is_blank(token: str) -> bool:
    """Too common to align by; a line break is not."""
    return token.isspace() and "\n" not in token


def _align(old: Sequence[str], new: Sequence[str], fill: Fill, depth: int = 0) -> Iterator[Piece]:
    """Equal ends, then equal anchors between them; ``fill`` compares what has none."""
    head, tail = _equal_ends(old, new)
    yield Piece(Op.EQUAL, "".join(old[:head]))
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if left and right:
        yield from _between_anchors(left, right, fill, depth)
    else:
        yield Piece(Op.DELETE, "".join(left))
        yield Piece(Op.INSERT, "".join(right))
    yield Piece(Op.EQUAL, "".join(old[len(old) - tail :]))


def _between_anchors(
    old: Sequence[str], new: Sequence[str], fill: Fill, depth: int
) -> Iterator[Piece]:
    anchors = _anchors(old, new) if depth < DEEPEST else []
    if not anchors:
        yield from fill(old, new)
        return
    left = right = 0
    for before, after in anchors:
        yield from _align(old[left:before], new[right:after], fill, depth + 1)
        yield Piece(Op.EQUAL, old[before])
        left, right = before + 1, after + 1
    yield from _align(old[left:], new[right:], fill, depth + 1)


def _equal_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    rest = shortest - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return head, tail


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the parts that occur once on each side, in an order both sides share."""
    olds, news = _places_of_unique(old), _places_of_unique(new)
    shared = {news[part]: olds[part] for part in news.keys() & olds.keys()}
    in_order = _longest_rising([shared[after] for after in sorted(shared)])
    return [(shared[after], after) for after in sorted(shared) if shared[after] in in_order]


def _places_of_unique(parts: Sequence[str]) -> dict[str, int]:
    counts = Counter(parts)
    return {
        part: place for place, part in enumerate(parts) if counts[part] == 1 and WORD.search(part)
    }


class _Group(NamedTuple):
    """A run of changes, and the equal text that follows it."""

    deleted: str
    inserted: str
    equal: str


def _groups(pieces: Iterable[Piece]) -> list[_Group]:
    groups = [_Group("", "", "")]
    for op, text in pieces:
        if not text:
            continue
        deleted, inserted, equal = groups[-1]
        if op is Op.EQUAL:
            groups[-1] = _Group(deleted, inserted, equal + text)
            continue
        if equal:
            groups.append(_Group("", "", ""))
            deleted, inserted, equal = groups[-1]
        gone, come = (text, "") if op is Op.DELETE else ("", text)
        groups[-1] = _Group(deleted + gone, inserted + come, "")
    return groups


def _without_slivers(groups: Iterable[_Group]) -> Iterator[Piece]:
    """Two replacements parted by a blank or a comma read better as one."""
    joined: list[_Group] = []
    for group in groups:
        last = joined[-1] if joined else None
        if last and _is_replacement(last) and _is_replacement(group) and _is_sliver(last.equal):
            deleted = last.deleted + last.equal + group.deleted
            inserted = last.inserted + last.equal + group.inserted
            joined[-1] = _Group(deleted, inserted, group.equal)
        else:
            joined.append(group)
    for group in joined:
        for op, text in zip((Op.DELETE, Op.INSERT, Op.EQUAL), group, strict=True):
            if text:
                yield Piece(op, text)


def _is_replacement(group: _Group) -> bool:
    return bool(group.deleted and group.inserted)


def _is_sliver(text: str) -> bool:
    return "\n" not in text and not WORD.search(text)
