"""Whatever is put anywhere into a response is either read or listed. All places are tried."""

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

import pytest

from legislation.interchange.observed import ReadFile
from legislation.interchange.readers import formats
from legislation.interchange.readers.errors import UnreadableFile

FIXTURES = Path(__file__).parent / "fixtures"
FILES = ("proyecto.xml", "votaciones.xml", "senadores.xml")
TOKEN = "QZX"


def altered(name: str, alter: Callable[[Element], None]) -> Iterator[bytes]:
    """The file once for each of its elements, with that element altered."""
    content = (FIXTURES / name).read_bytes()
    for place in range(len(list(fromstring(content).iter()))):  # noqa: S314 - our own file
        root = fromstring(content)  # noqa: S314
        alter(list(root.iter())[place])
        yield tostring(root)


def read_or_refused(name: str, content: bytes) -> ReadFile | None:
    try:
        return formats.read(content, name=name)
    except UnreadableFile:
        return None


def holds_token(read: ReadFile) -> bool:
    said = repr((read.bills, read.votes, read.senators))
    return TOKEN in said or any(TOKEN in loss.value for loss in read.losses)


def say_token(element: Element) -> None:
    element.text = TOKEN


def mark(element: Element) -> None:
    element.set("nota", TOKEN)


def add_child(element: Element) -> None:
    SubElement(element, "nuevo").text = TOKEN


def add_stray_words(element: Element) -> None:
    element.tail = f" {TOKEN} "


@pytest.mark.parametrize("name", FILES)
def test_other_words_in_any_element_are_read_listed_or_refuse_the_file(name: str) -> None:
    for content in altered(name, say_token):
        read = read_or_refused(name, content)
        assert read is None or holds_token(read), content.decode()


@pytest.mark.parametrize("alter", [mark, add_child])
@pytest.mark.parametrize("name", FILES)
def test_an_unknown_attribute_or_element_anywhere_is_listed_once(
    name: str, alter: Callable[[Element], None]
) -> None:
    for content in altered(name, alter):
        read = formats.read(content, name=name)
        assert [loss.value for loss in read.losses].count(TOKEN) == 1, content.decode()


@pytest.mark.parametrize("name", FILES)
def test_stray_words_between_elements_are_listed_once(name: str) -> None:
    for content in list(altered(name, add_stray_words))[1:]:
        read = formats.read(content, name=name)
        assert [loss.value for loss in read.losses].count(TOKEN) == 1, content.decode()


@pytest.mark.parametrize("name", FILES)
def test_an_element_that_is_gone_never_breaks_the_reader(name: str) -> None:
    content = (FIXTURES / name).read_bytes()
    parents = [(parent, child) for parent in fromstring(content).iter() for child in parent]  # noqa: S314
    for place in range(len(parents)):
        root = fromstring(content)  # noqa: S314
        pairs = [(parent, child) for parent in root.iter() for child in parent]
        parent, child = pairs[place]
        parent.remove(child)
        read_or_refused(name, tostring(root))
