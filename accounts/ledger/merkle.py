"""Merkle trees as RFC 6962 has them: one hash that stands for many rows in their order. Pure.

A leaf is hashed as SHA-256(0x00 ‖ data) and a node as SHA-256(0x01 ‖ left ‖ right). Everything
here begins with the hashes of leaves; a row's own hash is one.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()


class Growing:
    """The tree of the leaves added so far, in memory that grows with their logarithm.

    It keeps the roots of the complete subtrees from left to right, as the ones of the size
    in binary say.
    """

    def __init__(self) -> None:
        self.size = 0
        self._complete: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Add the next leaf."""
        node, size = leaf, self.size
        while size & 1:
            node = _node(self._complete.pop(), node)
            size >>= 1
        self._complete.append(node)
        self.size += 1

    @property
    def root(self) -> bytes:
        """The hash that stands for all leaves; of none, SHA-256 of nothing."""
        if not self._complete:
            return EMPTY
        nodes = reversed(self._complete)
        root = next(nodes)
        for left in nodes:
            root = _node(left, root)
        return root


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over these leaves."""
    tree = Growing()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """What shows, together with the root, that a leaf is at this place (from 0).

    :raises IndexError: there is no such place
    """
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    half = _split(len(leaves))
    left, right = leaves[:half], leaves[half:]
    if index < half:
        return [*inclusion_proof(left, index), root_of(right)]
    return [*inclusion_proof(right, index - half), root_of(left)]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows that ``leaf`` is at ``index`` of the tree of this size and root.

    RFC 9162, 2.1.3.2.
    """
    if not 0 <= index < size:
        return False
    place, last, node = index, size - 1, leaf
    for other in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            node = _node(other, node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = _node(node, other)
        place, last = place >> 1, last >> 1
    return last == 0 and node == root


def consistency_proof(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """What shows that the tree of the first ``earlier`` leaves is the beginning of this one.

    :raises IndexError: there were never so many
    """
    if not 0 <= earlier <= len(leaves):
        raise IndexError(earlier)
    if earlier in (0, len(leaves)):
        return []
    return _consistency(leaves, earlier, is_whole=True)


def _consistency(leaves: Sequence[bytes], earlier: int, *, is_whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if is_whole else [root_of(leaves)]
    half = _split(len(leaves))
    left, right = leaves[:half], leaves[half:]
    if earlier <= half:
        return [*_consistency(left, earlier, is_whole=is_whole), root_of(right)]
    return [*_consistency(right, earlier - half, is_whole=False), root_of(left)]


def is_consistent(
    earlier: int, earlier_root: bytes, size: int, root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the proof shows that the earlier tree is the beginning of the later one.

    RFC 9162, 2.1.4.2.
    """
    if earlier == size:
        return not proof and earlier_root == root
    if earlier == 0:
        return not proof and earlier_root == EMPTY
    if not 0 < earlier < size:
        return False
    nodes = _with_the_first(earlier, earlier_root, proof)
    first = next(nodes, None)
    if first is None:
        return False
    place, last = earlier - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = first
    for node in nodes:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = _node(node, old), _node(node, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = _node(new, node)
        place, last = place >> 1, last >> 1
    return last == 0 and (old, new) == (earlier_root, root)


def _with_the_first(earlier: int, root: bytes, proof: Sequence[bytes]) -> Iterator[bytes]:
    """An earlier tree that is complete is its own first node, and is not said again."""
    if proof and earlier & (earlier - 1) == 0:
        yield root
    yield from proof


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()
