"""Judges a DOCX part by part, and reads its text.

Every part is of a kind that a plain document has, and every field only counts, dates or refers
within: what runs, fetches or carries something else is refused, and so is what we do not know.
"""

from typing import IO

from legislation.documents.intake import fields
from legislation.documents.intake.addresses import refuse_address
from legislation.documents.intake.archive import Archive
from legislation.documents.intake.verdicts import Ground, Unfit
from legislation.documents.intake.xml import listen

MAIN_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
LONGEST_TEXT = 5_000_000  # characters
WORDS = frozenset(
    {
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
        "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    }
)
# Parts of a plain document, by the last word of their relationship's type.
HARMLESS_RELATIONS = frozenset(
    {
        *("officeDocument", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable"),
        *("theme", "numbering", "footnotes", "endnotes", "header", "footer", "image", "hyperlink"),
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "font"),
        *("core-properties", "extended-properties", "custom-properties", "thumbnail", "metadata"),
        *("customXml", "customXmlProps", "glossaryDocument", "chart", "chartUserShapes", "slicer"),
        *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
        *("chartStyle", "chartColorStyle", "themeOverride", "digital-signature", "origin"),
        *("documenttasks", "keyMapCustomizations", "signature"),
    }
)
PICTURES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*"),
    *(b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00"),  # EMF, WMF twice
)
FONT_ENDINGS = (".odttf", ".ttf", ".fntdata")
MOST_PIXELS = 250_000_000


class _Types:
    """What the archive says of its parts: one main document, and no macros."""

    def __init__(self) -> None:
        self.mains: list[str] = []

    def start(self, _tag: str, attributes: dict[str, str], /) -> None:
        kind = attributes.get("ContentType", "")
        if any(word in kind.lower() for word in ("macro", "vba", "activex", "oleobject")):
            raise Unfit(Ground.ACTIVE, kind[:100])
        if kind == MAIN_KIND:
            self.mains.append(attributes.get("PartName", "").removeprefix("/"))

    def end(self, _tag: str, /) -> None:
        """Its children say everything."""

    def data(self, _text: str, /) -> None:
        """It holds none that matters."""


class _Relations:
    """What a part refers to: parts of a plain document, and addresses of the web."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        if not tag.endswith("}Relationship"):
            return
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        if attributes.get("TargetMode", "Internal") != "Internal":
            if kind != "hyperlink":
                raise Unfit(Ground.REACHES_OUT, f"{kind}: {target}"[:100])
            refuse_address(target)
        elif kind not in HARMLESS_RELATIONS:
            ground = Ground.ACTIVE if "vba" in kind.lower() else Ground.CARRIES_FILES
            raise Unfit(ground, kind[:100])
        elif kind == "officeDocument" and target.removeprefix("/") != MAIN:
            raise Unfit(Ground.UNKNOWN_KIND, target[:100])

    def end(self, _tag: str, /) -> None:
        """Its attributes said everything."""

    def data(self, _text: str, /) -> None:
        """It holds none that matters."""


def judge(file: IO[bytes]) -> None:
    """Go on only if this is a document that a word processor wrote, and one that does nothing.

    :raises Unfit: with what was met
    """
    archive = Archive(file)
    if TYPES not in archive.names:
        raise Unfit(Ground.UNKNOWN_KIND, "ZIP")
    types = _Types()
    listen(archive.pieces(TYPES), types)
    if types.mains != [MAIN] or MAIN not in archive.names:
        raise Unfit(Ground.UNKNOWN_KIND, "OOXML")
    for name in archive.names:
        if name != TYPES:
            _judge_part(archive, name)


def read(file: IO[bytes]) -> str:
    """The paragraphs of the document itself, one a line, as they read with its changes taken."""
    words = _Words()
    listen(Archive(file).pieces(MAIN), words)
    return "".join(words.said)


def _judge_part(archive: Archive, name: str) -> None:
    lower = name.lower()
    if lower.endswith(".rels"):
        listen(archive.pieces(name), _Relations())
    elif lower.endswith(".xml"):
        heard = fields.Fields()
        listen(archive.pieces(name), heard)
        heard.refuse_what_stayed_open()
    elif lower.endswith(FONT_ENDINGS):
        for _piece in archive.pieces(name):
            pass
    else:
        _judge_picture(archive, name)


def _judge_picture(archive: Archive, name: str) -> None:
    head = b""
    for piece in archive.pieces(name):
        head = head or piece
    if not head.startswith(PICTURES):
        raise Unfit(Ground.CARRIES_FILES, name[:100])
    if head.startswith(PICTURES[0]):
        width, height = (int.from_bytes(head[at : at + 4], "big") for at in (16, 20))
        if width * height > MOST_PIXELS:
            raise Unfit(Ground.INFLATES, f"{width} × {height}")


class _Words:
    """Collects the text, paragraph by paragraph. What was deleted is no text any more."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._length = 0
        self._in_text = False
        self._skipped = 0

    def start(self, tag: str, _attributes: dict[str, str], /) -> None:
        space, name = _split(tag)
        if name == "Fallback" or self._skipped:
            self._skipped += 1
        elif space in WORDS:
            self._in_text = name == "t"
            if name == "tab":
                self._say("\t")
            elif name in {"br", "cr"}:
                self._say("\n")
            elif name == "noBreakHyphen":
                self._say("-")

    def end(self, tag: str, /) -> None:
        space, name = _split(tag)
        if self._skipped:
            self._skipped -= 1
        elif space in WORDS:
            self._in_text = False
            if name == "p":
                self._say("\n")

    def data(self, text: str, /) -> None:
        if self._in_text and not self._skipped:
            self._say(text)

    def _say(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise Unfit(Ground.INFLATES)
        self.said.append(text)


def _split(tag: str) -> tuple[str, str]:
    space, brace, name = tag.rpartition("}")
    return space + brace, name
