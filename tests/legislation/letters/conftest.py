"""Officials who write letters, and a bill that they may be about."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation

from legislation.letters.enums import LetterKind
from legislation.letters.proposals import Draft
from tests.legislation.procedure.conftest import (
    ON,
    approver,
    committee,
    desk,
    drafter,
    floor,
    secretary,
)

__all__ = ["approver", "committee", "desk", "drafter", "floor", "secretary"]


def a_letter(on: date = ON, **about) -> Draft:
    return Draft(
        **{
            "kind": LetterKind.AUTHORITY,
            "dated_on": on,
            "correspondent": "Ministerio de Salud",
            "subject": "Pide los plazos de espera por hospital.",
            **about,
        }
    )


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Refusals are matched by their message ids."""
    with translation.override("en"):
        yield
