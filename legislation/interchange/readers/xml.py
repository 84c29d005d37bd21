"""XML from outside, read as if it were hostile.

No document type, no entities, nothing fetched, bounded in bytes, depth and elements. The
one liberty taken: a raw «&», which the Senate's service sometimes prints, is read as
itself and listed in the account.
"""

import re
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext as _

from legislation.interchange.enums import LossKind
from legislation.interchange.readers.account import Account, Node
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.losses import RAW_AMPERSAND

MAX_DEPTH = 24
MAX_ELEMENTS = 400_000
MAX_REPAIRS = 10_000
HTML = re.compile(
    rb"\s*+(?:\xef\xbb\xbf\s*+)?(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
CDATA_OR_RAW_AMPERSAND = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)",
    re.DOTALL,
)
AROUND = 30


class BoundedBuilder(TreeBuilder):
    """Builds a tree and gives up when it grows beyond all reason."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._elements = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise UnreadableFile(_("The file has more elements, or deeper ones, than is safe."))
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse(content: bytes, *, root: str) -> tuple[Node, Account]:
    """The tree, whose outermost element must be ``root``.

    :raises UnreadableFile: HTML, hostile or broken XML, or another outermost element
    """
    if not content.strip():
        raise UnreadableFile(_("The file is empty."))
    if HTML.match(content):
        raise UnreadableFile(_("An HTML page came where XML was expected."))
    account = Account()
    try:
        element = _build(content)
    except ParseError as broken:
        element = _repaired(content, account, broken)
    if element.tag != root:
        raise UnreadableFile(
            _("The file holds «%(found)s» where «%(expected)s» was expected.")
            % {"found": element.tag, "expected": root}
        )
    return Node(element, account), account


def _build(content: bytes) -> Element:
    parser = DefusedXMLParser(
        target=BoundedBuilder(), forbid_dtd=True, forbid_entities=True, forbid_external=True
    )
    try:
        parser.feed(content)
        tree: Element = parser.close()
    except DefusedXmlException as hostile:
        raise UnreadableFile(
            _("The file declares a document type or entities, which is not safe to read.")
        ) from hostile
    except (LookupError, ValueError) as wrong:
        raise UnreadableFile(_("The file is in a character encoding that is not known.")) from wrong
    return tree


def _repaired(content: bytes, account: Account, broken: ParseError) -> Element:
    places: list[str] = []

    def escape(found: re.Match[bytes]) -> bytes:
        if found[0] != b"&":
            return found[0]
        around = content[max(0, found.start() - AROUND) : found.end() + AROUND]
        places.append(" ".join(around.decode(errors="replace").split()))
        if len(places) > MAX_REPAIRS:
            raise _broken(broken) from broken
        return b"&amp;"

    repaired = CDATA_OR_RAW_AMPERSAND.sub(escape, content)
    if not places:
        raise _broken(broken) from broken
    try:
        element = _build(repaired)
    except ParseError as still:
        raise _broken(broken) from still
    for place in places:
        account.lose(LossKind.WARNING, element.tag, place, RAW_AMPERSAND)
    return element


def _broken(error: ParseError) -> UnreadableFile:
    line, column = error.position
    return UnreadableFile(
        _("The XML breaks off or is broken at line %(line)d, column %(column)d.")
        % {"line": line, "column": column + 1}
    )
