"""A value is written in one way only, or it is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.ledger.canonical import NotPlain, canonical, entry_hash, instant, plain
from accounts.roles import Role

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_what_is_written_reads_as_it_was(value: Any) -> None:
    assert json.loads(canonical(plain(value))) == value


@given(st.dictionaries(texts, values, max_size=6))
def test_the_order_in_which_values_were_given_does_not_matter(value: dict[str, Any]) -> None:
    backwards = dict(reversed(value.items()))

    assert canonical(plain(value)) == canonical(plain(backwards))


def test_names_are_ordered_and_nothing_is_spaced() -> None:
    said = plain({"b": (1, True, None), "a": {"ñ": "á\n"}, "role": Role.AUDITOR})

    assert canonical(said) == '{"a":{"ñ":"á\\n"},"b":[1,true,null],"role":"AUDITOR"}'


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        Decimal(1),
        2**53,
        -(2**53),
        "a\x00b",
        "\ud800",
        b"bytes",
        date(2026, 3, 11),
        {1: "one"},
        {"a\x00": 1},
        {"deep": [{"er": 0.5}]},
        {1, 2},
        object(),
    ],
)
def test_what_json_does_not_hold_exactly_is_refused(value: object) -> None:
    with pytest.raises(NotPlain):
        plain(value)


def test_a_hash_covers_a_zero_the_row_before_and_the_payload() -> None:
    assert entry_hash(b"p" * 32, "ñ") == sha256(b"\x00" + b"p" * 32 + "ñ".encode()).digest()


def test_a_moment_is_written_in_utc_to_the_microsecond() -> None:
    santiago = timezone(timedelta(hours=-3))

    assert instant(datetime(2026, 3, 11, 9, tzinfo=santiago)) == "2026-03-11T12:00:00.000000Z"
    assert instant(datetime(2026, 3, 11, 12, 0, 0, 7, tzinfo=UTC)) == "2026-03-11T12:00:00.000007Z"
