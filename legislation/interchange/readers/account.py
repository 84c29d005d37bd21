"""An XML tree that remembers what was read of it.

A reader asks a ``Node`` for what it understands. Whatever it never asked for and is not
empty (text, attribute, stray words between elements) ends up in the account as a loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from legislation.interchange.enums import LossKind
from legislation.interchange.readers.losses import (
    NOT_A_WEB_ADDRESS,
    NOT_READ,
    TOO_LONG,
    Loss,
)

WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


class Account:
    """What was read of one file, and what was lost."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self.number = ""
        self._read: set[Element] = set()
        self._given_up: set[Element] = set()

    def tick(self, element: Element) -> None:
        """The text of this element was read."""
        self._read.add(element)

    def give_up(self, element: Element) -> None:
        """Everything of this element is in the account already."""
        self._given_up.add(element)

    def is_accounted(self, element: Element, *, is_text: bool) -> bool:
        return element in self._given_up or (is_text and element in self._read)

    def lose(self, kind: LossKind, path: str, value: str, reason: str) -> None:
        self.losses.append(Loss(kind, path, value, reason, self.number))


class Node:
    """An element and where it is."""

    __slots__ = ("_account", "_element", "path")

    def __init__(self, element: Element, account: Account, parent: str = "") -> None:
        self._element = element
        self._account = account
        self.path = f"{parent}/{element.tag}" if parent else element.tag

    def text(self, tag: str, *, limit: int | None = None) -> str:
        """The words of the first child of that name, without surrounding blanks.

        :param limit: characters that the record can hold; what is longer is cut and listed
        """
        child = self._element.find(tag)
        if child is None:
            return ""
        self._account.tick(child)
        words = (child.text or "").strip()
        if limit is not None and len(words) > limit:
            self.lose(LossKind.NOT_STORED, tag, words, TOO_LONG)
            return words[:limit]
        return words

    def link(self, tag: str, *, limit: int) -> str:
        """The address in the first child of that name.

        Readers follow it: what is not of the web («javascript:», «data:») is listed instead.

        :param limit: as for ``text``
        """
        words = self.text(tag)
        if words and not WEB_ADDRESS.match(words):
            self.lose(LossKind.NOT_STORED, tag, words, NOT_A_WEB_ADDRESS)
            return ""
        return self.text(tag, limit=limit)

    def nodes(self, tag: str) -> list[Node]:
        """Children of that name, in order."""
        return [Node(child, self._account, self.path) for child in self._element.findall(tag)]

    def node(self, tag: str) -> Node | None:
        """The first child of that name."""
        child = self._element.find(tag)
        return None if child is None else Node(child, self._account, self.path)

    def lose(self, kind: LossKind, tag: str, value: str, reason: str) -> None:
        """List a value of this element's child of that name (or of itself, where empty)."""
        self._account.lose(kind, f"{self.path}/{tag}" if tag else self.path, value, reason)

    def give_up(self, reason: str) -> None:
        """List everything below as not stored: the entry cannot be recorded as a whole."""
        for path, value, element in _values(self._element, self.path):
            self._account.give_up(element)
            self._account.lose(LossKind.NOT_STORED, path, value, reason)

    def pass_over(self, kind: LossKind, value: str, reason: str) -> None:
        """List this element as one line; what is below it is not listed any more."""
        for _, _, element in _values(self._element, self.path):
            self._account.give_up(element)
        self.lose(kind, "", value, reason)

    def list_unread(self) -> None:
        """List every value below that nobody asked for, once."""
        unread = [
            (path, value, element)
            for path, value, element in _values(self._element, self.path)
            if not self._account.is_accounted(element, is_text=_is_text(path))
        ]
        for path, value, element in unread:
            self._account.lose(LossKind.NOT_STORED, path, value, NOT_READ)
            self._account.give_up(element)


def _is_text(path: str) -> bool:
    """Whether a path leads to an element's own words, not to an attribute or stray words."""
    return "@" not in path and not path.endswith("()")


def _values(element: Element, path: str) -> Iterator[tuple[str, str, Element]]:
    """Every value of a tree with its path: attributes (@), texts and stray words (text())."""
    for name, value in element.attrib.items():
        yield f"{path}@{name}", value, element
    if words := (element.text or "").strip():
        yield path, words, element
    for child in element:
        yield from _values(child, f"{path}/{child.tag}")
        if words := (child.tail or "").strip():
            yield f"{path}/text()", words, element
