"""Input that is broken, too much, or means harm: one clear sentence, and nothing read."""

import pytest
from django.utils import translation

from legislation.interchange.enums import LossKind
from legislation.interchange.readers import formats, losses
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.xml import MAX_DEPTH, MAX_ELEMENTS, MAX_REPAIRS, parse
from tests.factories.interchange import bill_xml

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>
<proyectos>&lol3;</proyectos>"""
EXTERNAL = b"""<?xml version="1.0"?><!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/hostname">]>
<proyectos>&f;</proyectos>"""
DTD = b'<!DOCTYPE proyectos SYSTEM "http://127.0.0.1:9/x.dtd"><proyectos/>'


def english(content: bytes) -> str:
    """The sentence that refuses it, as its id."""
    with translation.override("en"), pytest.raises(UnreadableFile) as refusal:
        formats.read(content, name="90001-07.xml")
    return str(refusal.value)


@pytest.mark.parametrize("content", [LAUGHS, EXTERNAL, DTD])
def test_document_types_and_entities_are_refused(content: bytes) -> None:
    assert "not safe" in english(content)


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html><html><body>No disponible</body></html>",
        b"\n <HTML><head><title>Error</title></head></HTML>",
        b"<!-- cache --><html></html>",
    ],
)
def test_an_html_page_answered_with_status_200_is_named_as_such(content: bytes) -> None:
    assert english(content) == "An HTML page came where XML was expected."


def test_a_truncated_file_says_where_it_breaks_off() -> None:
    assert "line 3" in english(b"<proyectos>\n<proyecto>\n<descripcion>")


@pytest.mark.parametrize("content", [b"", b"  \n"])
def test_an_empty_file_says_so(content: bytes) -> None:
    assert english(content) == "The file is empty."


def test_another_outermost_element_is_named() -> None:
    assert "«leyes»" in english(b"<leyes></leyes>")


def test_an_answer_without_bills_is_refused_unless_nothing_is_an_answer() -> None:
    empty = b"<proyectos></proyectos>"

    assert "no bill" in english(empty)
    assert formats.read(empty, name="x", may_be_empty=True).bills == ()


def test_more_elements_than_is_safe_are_refused() -> None:
    many = b"<proyectos>" + b"<a/>" * MAX_ELEMENTS + b"</proyectos>"

    assert "than is safe" in english(many)


def test_elements_nested_deeper_than_is_safe_are_refused() -> None:
    deep = b"<proyectos>" * (MAX_DEPTH + 1) + b"</proyectos>" * (MAX_DEPTH + 1)

    assert "than is safe" in english(deep)


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    assert english(b'<?xml version="1.0" encoding="x-none"?><proyectos/>')


def test_another_encoding_that_is_declared_is_read() -> None:
    content = '<?xml version="1.0" encoding="ISO-8859-1"?><proyectos><a>ñandú</a></proyectos>'

    node, _ = parse(content.encode("latin-1"), root="proyectos")

    assert node.text("a") == "ñandú"


def test_a_raw_ampersand_is_read_as_itself_and_listed() -> None:
    content = bill_xml(title="Uso X plazas").replace(b"Uso X plazas", b"Uso & plazas")

    read = formats.read(content, name="90001-07.xml")

    assert read.bills[0].bill.title == "Uso & plazas"
    (loss,) = read.losses
    assert (loss.kind, loss.reason) == (LossKind.WARNING, losses.RAW_AMPERSAND)
    assert "Uso & plazas" in loss.value


def test_a_raw_ampersand_in_an_address_is_repaired_and_the_escaped_ones_are_left() -> None:
    content = bill_xml(link="http://senado.example/?a=1&b=2", title="A & B")
    raw = content.replace(b"a=1&amp;b=2", b"a=1&b=2")

    bill = formats.read(raw, name="90001-07.xml").bills[0].bill

    assert bill.filed_text_url == "http://senado.example/?a=1&b=2"
    assert bill.title == "A & B"


def test_only_ampersands_are_repaired() -> None:
    assert "line 1" in english(b"<proyectos>a & b < c</proyectos>")


def test_literal_sections_keep_their_ampersands() -> None:
    node, account = parse(
        b"<proyectos><a><![CDATA[x & y]]></a><b>p & q</b></proyectos>", root="proyectos"
    )

    assert (node.text("a"), node.text("b")) == ("x & y", "p & q")
    assert len(account.losses) == 1


@pytest.mark.parametrize(
    "opening", [b"<!--a-->", b"<!-- -- -->\n", b"<!--", b" ", b"\n\t", b"\xef\xbb\xbf"]
)
def test_a_hundred_thousand_openings_in_a_row_are_read_to_their_end(opening: bytes) -> None:
    """A pattern that tried every way of dividing them would never come back."""
    content = opening * 100_000

    assert formats.format_of(content + b"<?x?><proyectos>") in formats.Format
    with pytest.raises(UnreadableFile):
        formats.read(content + b"<?x ?><leyes/>", name="a.xml")


def test_comments_before_the_outermost_element_hide_nothing() -> None:
    comments = b"<!-- 1 -->\n<!-- <html> -->" * 50

    assert formats.format_of(comments + b"<votaciones/>") is formats.Format.VOTES
    assert english(comments + b"<html></html>") == "An HTML page came where XML was expected."


def test_character_data_that_is_opened_and_never_closed_is_broken_xml() -> None:
    assert "broken" in english(b"<proyectos>&" + b"<![CDATA[" * 200_000)


def test_an_answer_full_of_raw_ampersands_is_not_repaired() -> None:
    assert "broken" in english(b"<proyectos>" + b"& " * (MAX_REPAIRS + 1) + b"</proyectos>")
