"""Addresses that are resolved once are still those of the language being read."""

import pytest
from django.urls import NoReverseMatch

from portals.shared.addresses import address_of
from portals.shared.language import reading_in


def test_a_page_has_an_address_in_each_language() -> None:
    found = []
    for language in ("es", "en", "es"):
        with reading_in(language):
            found.append(address_of("citizens:agenda"))

    assert found == ["/agenda/", "/en/agenda/", "/agenda/"]


def test_a_page_that_is_not_there_is_not_remembered_as_if_it_were() -> None:
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            address_of("citizens:no-such-page")
