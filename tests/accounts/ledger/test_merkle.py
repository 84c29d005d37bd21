"""The tree is the one of RFC 6962, and its proofs show what they say and nothing else."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from accounts.ledger import merkle

# The trees that every implementation of Certificate Transparency is held against.
DATA = [
    bytes.fromhex(raw)
    for raw in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [sha256(b"\x00" + data).digest() for data in DATA]

leaves = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70)


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_root_is_the_one_that_others_compute(size: int) -> None:
    assert merkle.root_of(LEAVES[:size]).hex() == ROOTS[size]


@given(leaves)
def test_growing_leaf_by_leaf_is_the_tree_as_the_standard_defines_it(some: list[bytes]) -> None:
    def defined(part: list[bytes]) -> bytes:
        if len(part) == 1:
            return part[0]
        half = 1
        while half * 2 < len(part):
            half *= 2
        return sha256(b"\x01" + defined(part[:half]) + defined(part[half:])).digest()

    assert merkle.root_of(some) == defined(some)


@given(leaves, st.data())
def test_a_leaf_is_shown_to_be_in_its_place_and_in_no_other(
    some: list[bytes], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(some) - 1))
    other = data.draw(st.integers(0, len(some) - 1))
    proof, root, size = merkle.inclusion_proof(some, index), merkle.root_of(some), len(some)

    assert merkle.is_included(some[index], index, size, proof, root)
    assert not merkle.is_included(sha256(some[index]).digest(), index, size, proof, root)
    assert not merkle.is_included(some[index], index, size, [*proof, bytes(32)], root)
    assert not merkle.is_included(some[index], size, size, proof, root)
    assume(other != index and some[other] != some[index])
    assert not merkle.is_included(some[other], other, size, proof, root)


@given(leaves, st.data())
def test_a_tree_is_shown_to_begin_with_an_earlier_one(
    some: list[bytes], data: st.DataObject
) -> None:
    earlier = data.draw(st.integers(0, len(some)))
    before, now = merkle.root_of(some[:earlier]), merkle.root_of(some)
    proof = merkle.consistency_proof(some, earlier)

    assert merkle.is_consistent(earlier, before, len(some), now, proof)


@given(leaves, st.data())
def test_a_tree_that_was_changed_is_not_shown_to_begin_with_the_earlier_one(
    some: list[bytes], data: st.DataObject
) -> None:
    earlier = data.draw(st.integers(1, len(some)))
    changed = data.draw(st.integers(0, earlier - 1))
    before = merkle.root_of(some[:earlier])
    anew = [*some]
    anew[changed] = sha256(some[changed]).digest()
    proof = merkle.consistency_proof(anew, earlier)

    assert not merkle.is_consistent(earlier, before, len(anew), merkle.root_of(anew), proof)


@given(leaves, st.data())
def test_a_proof_with_anything_changed_shows_nothing(
    some: list[bytes], data: st.DataObject
) -> None:
    earlier = data.draw(st.integers(0, len(some)))
    before, now = merkle.root_of(some[:earlier]), merkle.root_of(some)
    proof = merkle.consistency_proof(some, earlier)

    assert not merkle.is_consistent(earlier, before, len(some), now, [*proof, bytes(32)])
    assert not merkle.is_consistent(len(some) + 1, before, len(some), now, proof)
    assume(proof)
    assert not merkle.is_consistent(earlier, before, len(some), now, proof[:-1])
    at = data.draw(st.integers(0, len(proof) - 1))
    bent = [*proof[:at], sha256(proof[at]).digest(), *proof[at + 1 :]]
    assert not merkle.is_consistent(earlier, before, len(some), now, bent)


def test_nothing_is_shown_of_what_is_not_there() -> None:
    with pytest.raises(IndexError):
        merkle.inclusion_proof(LEAVES, len(LEAVES))
    with pytest.raises(IndexError):
        merkle.consistency_proof(LEAVES, len(LEAVES) + 1)
