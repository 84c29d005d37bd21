"""What tests of the look may ask for: the environment, and a language in which words are known."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.template import engines
from django.utils import translation
from jinja2 import Environment


@pytest.fixture(scope="session")
def templates() -> Environment:
    """The environment that the portals use."""
    return engines["jinja2"].env


@pytest.fixture
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def spanish() -> Iterator[None]:
    with translation.override("es"):
        yield


def drawing(markup: str) -> Element:
    """A drawing as a tree, which also proves that it is well formed."""
    return fromstring(str(markup))
