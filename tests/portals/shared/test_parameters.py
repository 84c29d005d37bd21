"""What somebody wrote in an address, however it was written."""

import pytest

from portals.shared.parameters import asked, is_natural, is_year


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  salud ", "salud"),
        ("\tsalud\n", "salud"),
        ("", ""),
        ("\x00", "\ufffd"),
        ("a\x00b\x7fc\x9b", "a\ufffdb\ufffdc\ufffd"),
        ("año «2026» 😀", "año «2026» 😀"),
    ],
)
def test_a_parameter_is_read_without_what_cannot_be_shown(written, read):
    assert asked({"q": written}, "q") == read


def test_an_absent_parameter_says_nothing():
    assert asked({"q": "salud"}, "tipo") == ""


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026", True),
        ("0001", True),
        ("0000", False),
        ("999", False),
        ("02026", False),
        ("²²²²", False),
        ("٢٠٢٦", False),
        ("-202", False),
        ("", False),
        ("9" * 5000, False),
    ],
)
def test_a_year_has_four_digits(text, year):
    assert is_year(text) is year


@pytest.mark.parametrize(
    ("text", "natural"),
    [("1", True), ("9999", True), ("10000", False), ("0", False), ("", False), ("9" * 5000, False)],
)
def test_a_number_is_from_one_and_of_few_digits(text, natural):
    assert is_natural(text, digits=4) is natural
