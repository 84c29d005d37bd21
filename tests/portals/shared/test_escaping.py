"""What is remembered of escaping never lets plain text pass as markup."""

# ruff: noqa: S704 (the letters are the test's own)

import pytest
from markupsafe import Markup

from portals.shared.escaping import escaped


@pytest.mark.parametrize("first", ["plain", "markup"])
def test_plain_text_and_equal_markup_are_told_apart_in_either_order(first: str) -> None:
    letters = f"<b>{first}</b>"
    asked = [letters, Markup(letters)] if first == "plain" else [Markup(letters), letters]

    answers = {type(text): escaped(text) for text in asked}

    assert answers == {
        str: Markup(f"&lt;b&gt;{first}&lt;/b&gt;"),
        Markup: Markup(letters),
    }


def test_the_same_text_is_the_same_each_time() -> None:
    assert [escaped("O'Higgins & Cía.") for _ in range(2)] == ["O&#39;Higgins &amp; Cía."] * 2
