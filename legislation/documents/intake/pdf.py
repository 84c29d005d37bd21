"""Judges a PDF by walking every object in it, and reads its text.

A document of the Senate says something and does nothing. What acts by itself, asks for data, runs
a program or carries another file is refused. A link to the web stays: only the reader follows it,
and most papers quote an address.
"""

import re
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

import pikepdf
import pypdfium2

from legislation.documents.intake.addresses import refuse_address
from legislation.documents.intake.verdicts import Ground, Unfit

MOST_PAGES = 5_000
MOST_PIXELS = 250_000_000  # of one picture; a sheet of A0 at 300 dots per inch has 140 million
MOST_BYTES_OF_A_STREAM = 256 * 1024 * 1024
MOST_BYTES = 1024 * 1024 * 1024  # of all streams, inflated
LONGEST_TEXT = 5_000_000  # characters
PIECE = 1024 * 1024
DAMAGE = (
    pikepdf.PdfError,
    pikepdf.DataDecodingError,
    pypdfium2.PdfiumError,
    RuntimeError,
    ValueError,
)

HARMLESS_ACTIONS = frozenset({"/GoTo", "/URI", "/Named", "/SetOCGState", "/Thread"})
HARMLESS_NAMES = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"})
HARMFUL_ACTIONS = frozenset(
    {
        *("/JavaScript", "/Launch", "/SubmitForm", "/ResetForm", "/ImportData", "/GoToR", "/GoToE"),
        *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView", "/Hide", "/Trans"),
        *("/GoToDp",),
    }
)
ACTION_KEYS = ("/A", "/OpenAction", "/PA")
HARMFUL_KEYS = frozenset({"/JavaScript", "/Launch", "/XFA", "/RichMediaContent", "/OPI"})
FILE_KEYS = frozenset({"/EmbeddedFiles", "/EmbeddedFile", "/EF", "/Collection"})
HARMFUL_TYPES = frozenset(
    {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/U3D", "/PRC", "/PS", "/RichMediaContent"}
)
FILE_TYPES = frozenset({"/EmbeddedFile", "/FileAttachment", "/Filespec", "/F"})
PACKINGS = frozenset({"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/BrotliDecode"})


def judge(file: IO[bytes]) -> int:
    """Go on only if this PDF is whole, open and does nothing.

    Two parsers agree on it: one that gives us every object, and the one that browsers show it
    with.

    :returns: how many pages it has
    :raises Unfit: with what was met
    """
    try:
        pages = _walked(file)
        file.seek(0)
        shown = len(pypdfium2.PdfDocument(file))
    except pikepdf.PasswordError as locked:
        raise Unfit(Ground.ENCRYPTED) from locked
    except DAMAGE as wrong:
        raise Unfit(Ground.BROKEN) from wrong
    if shown != pages:
        raise Unfit(Ground.BROKEN, "/Pages")
    return pages


def read(file: IO[bytes]) -> str:
    """The text of its pages, one after another; empty for one that holds pictures alone."""
    pages, length = [], 0
    pdf = pypdfium2.PdfDocument(file)
    for page in pdf:
        text = page.get_textpage().get_text_bounded()
        length += len(text)
        if length > LONGEST_TEXT:
            raise Unfit(Ground.INFLATES)
        pages.append(text)
        page.close()
    # U+FFFE and U+0002 are what PDFium makes of a word broken at the end of a line.
    joined = re.sub("[\ufffe\x02]\r?\n?", "", "\n".join(pages))
    return joined.replace("\r\n", "\n").replace("\r", "\n")


def _walked(file: IO[bytes]) -> int:
    with pikepdf.open(cast(BinaryIO, file), attempt_recovery=False, suppress_warnings=True) as pdf:
        return _judge_open(pdf)


def _judge_open(pdf: pikepdf.Pdf) -> int:
    if pdf.is_encrypted:
        raise Unfit(Ground.ENCRYPTED)
    said = pdf.Root.Pages.get("/Count", 0)
    if not isinstance(said, int) or said > MOST_PAGES:
        raise Unfit(Ground.TOO_MANY_PAGES)
    inflated = 0
    for thing in _all(pdf):
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            _refuse_action(thing)
        if isinstance(thing, pikepdf.Stream):
            inflated += _judge_stream(thing)
            if inflated > MOST_BYTES:
                raise Unfit(Ground.INFLATES)
    pages = len(pdf.pages)
    if not pages:
        raise Unfit(Ground.BROKEN, "/Pages")
    if pages > MOST_PAGES:
        raise Unfit(Ground.TOO_MANY_PAGES)
    return pages


def _all(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every object, reachable or not, and what lies directly in it, each once."""
    for whole in (pdf.trailer, *pdf.objects):
        waiting = [whole]
        while waiting:
            thing = waiting.pop()
            yield thing
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                inside = [value for _key, value in thing.items()]
            elif isinstance(thing, pikepdf.Array):
                inside = list(thing)
            else:
                continue
            waiting.extend(
                one for one in inside if isinstance(one, pikepdf.Object) and not one.is_indirect
            )


def _refuse_action(thing: pikepdf.Object) -> None:
    keys = set(thing.keys())
    if met := keys & HARMFUL_KEYS:
        raise Unfit(Ground.ACTIVE, min(met))
    if met := keys & FILE_KEYS:
        raise Unfit(Ground.CARRIES_FILES, min(met))
    for key in ("/Type", "/Subtype"):
        kind = _name(thing.get(key))
        if kind in HARMFUL_TYPES:
            raise Unfit(Ground.ACTIVE, kind)
        if kind in FILE_TYPES:
            raise Unfit(Ground.CARRIES_FILES, kind)
    kind = _name(thing.get("/S"))
    if kind in HARMFUL_ACTIONS:
        raise Unfit(Ground.ACTIVE, kind)
    if isinstance(thing.get("/JS"), pikepdf.String | pikepdf.Stream):
        raise Unfit(Ground.ACTIVE, "/JS")
    _refuse_where_actions_stand(thing)
    if "/URI" in keys:
        _refuse_address(thing.get("/URI"))


def _refuse_where_actions_stand(thing: pikepdf.Object) -> None:
    """What stands in the place of an action is one that we know, whatever else it is called."""
    for key in ACTION_KEYS:
        action = thing.get(key)
        if isinstance(action, pikepdf.Dictionary) and "/S" in action:
            _refuse_unknown(action)
    if _name(thing.get("/Type")) == "/Action":
        _refuse_unknown(thing)
    automatic = thing.get("/AA")
    if isinstance(automatic, pikepdf.Dictionary):
        for action in automatic.values():
            if isinstance(action, pikepdf.Dictionary) and "/S" in action:
                raise Unfit(Ground.ACTIVE, "/AA")


def _refuse_unknown(action: pikepdf.Object) -> None:
    kind = _name(action.get("/S"))
    if kind not in HARMLESS_ACTIONS:
        raise Unfit(Ground.ACTIVE, kind)
    if kind == "/Named" and _name(action.get("/N")) not in HARMLESS_NAMES:
        raise Unfit(Ground.ACTIVE, f"/Named {_name(action.get('/N'))}")


def _refuse_address(uri: object) -> None:
    if isinstance(uri, pikepdf.Dictionary):
        uri = uri.get("/Base", "")  # of the whole document's addresses
    refuse_address(str(uri))


def _judge_stream(stream: pikepdf.Stream) -> int:
    """How many bytes it inflates to, as far as packing goes.

    :raises Unfit: its data lie in another file, it is packed twice, or it is a bomb
    """
    if "/F" in stream or "/FFilter" in stream or "/Ref" in stream:
        raise Unfit(Ground.REACHES_OUT, "/F")
    filters = stream.get("/Filter")
    names = [_name(one) for one in filters] if isinstance(filters, pikepdf.Array) else []
    names = names or [_name(filters)]
    packings = [name for name in names if name in PACKINGS]
    if len(packings) > 1:
        raise Unfit(Ground.INFLATES, " ".join(names[:4]))
    width, height = stream.get("/Width"), stream.get("/Height")
    if isinstance(width, int) and isinstance(height, int) and width * height > MOST_PIXELS:
        raise Unfit(Ground.INFLATES, f"{width} × {height}")
    raw = stream.read_raw_bytes()
    return _inflated(raw) if names == ["/FlateDecode"] else len(raw)


def _inflated(raw: bytes) -> int:
    size, waiting, unpacking = 0, raw, zlib.decompressobj()
    try:
        while waiting and not unpacking.eof:
            size += len(unpacking.decompress(waiting, PIECE))
            waiting = unpacking.unconsumed_tail
            if size > MOST_BYTES_OF_A_STREAM:
                raise Unfit(Ground.INFLATES)
    except zlib.error:
        return size  # readers show what came before, and so do we
    return size


def _name(value: object) -> str:
    return str(value) if isinstance(value, pikepdf.Name) else ""
