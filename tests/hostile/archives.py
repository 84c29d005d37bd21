"""DOCX and other archives: honest ones, and those that climb, hide, fetch, run or blow up."""

import io
import stat
import tarfile
import zipfile
from random import Random
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
A_PARAGRAPH = "<w:p><w:r><w:t>Artículo 1.- Objeto de la ley.</w:t></w:r></w:p>"


def relation(kind: str, target: str, *, external: bool = False, key: str = "rId9") -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{KINDS}/{kind}" Target="{escape(target)}"{mode}/>'


def relations(*each: str) -> str:
    return f'{HEAD}<Relationships xmlns="{R}">{"".join(each)}</Relationships>'


def types(main: str = MAIN, more: str = "") -> str:
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    )


def body(inside: str, head: str = HEAD) -> str:
    return f'{head}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


def docx(
    inside: str = A_PARAGRAPH,
    *,
    links: tuple[str, ...] = (),
    main: str = MAIN,
    more: dict[str, str | bytes] | None = None,
    document: str | None = None,
    settings: str | None = None,
) -> bytes:
    """The smallest document that word processors open, with what is said besides."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(main),
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml", key="rId1")),
        "word/document.xml": document if document is not None else body(inside),
        "word/_rels/document.xml.rels": relations(*links),
        **(more or {}),
    }
    if settings:
        parts["word/_rels/settings.xml.rels"] = settings
    return zipped(parts)


def zipped(parts: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def field(*instructions: str) -> str:
    """A field whose instruction is spread over as many runs."""
    runs = "".join(f"<w:r><w:instrText>{escape(one)}</w:instrText></w:r>" for one in instructions)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def field_within_field() -> str:
    """The outer instruction is what the inner field says: nobody sees it before it runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin, end = mark.format("begin"), mark.format("end")
    inner = "<w:r><w:instrText> REF marcador </w:instrText></w:r>"
    return f"<w:p>{begin}{begin}{inner}{end}{end}</w:p>"


def with_entry(name: str, content: bytes = b"x", *, mode: int = 0) -> bytes:
    """An honest document with one entry more, of that name and mode."""
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, content)
    return out.getvalue()


def with_symlink() -> bytes:
    return with_entry("word/media/a.png", b"/etc/passwd", mode=stat.S_IFLNK | 0o777)


def bomb_of_one_entry(megabytes: int = 300) -> bytes:
    out = io.BytesIO(docx())
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/styles.xml", "w", force_zip64=True) as entry,
    ):
        for _ in range(megabytes):
            entry.write(bytes(1024 * 1024))
    return out.getvalue()


def bomb_that_lies(megabytes: int = 300) -> bytes:
    """Its listing says that the large entry is small."""
    whole = bytearray(bomb_of_one_entry(megabytes))
    true = (megabytes * 1024 * 1024).to_bytes(4, "little")
    at = whole.find(true)
    while at >= 0:
        whole[at : at + 4] = (1000).to_bytes(4, "little")
        at = whole.find(true)
    return bytes(whole)


def words_without_end() -> bytes:
    """More words than any law, none of them twice: it packs as badly as a true text."""
    words = Random(7).randbytes(3_000_000).hex()  # noqa: S311 - it hides nothing
    return docx(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")


def nested(levels: int = 6) -> bytes:
    inner = zipped({"0.txt": bytes(1_000_000)})
    for level in range(levels):
        inner = zipped({f"{level}-{copy}.zip": inner for copy in range(4)})
    return inner


def many_entries(count: int = 100_000) -> bytes:
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(count):
            archive.writestr(f"customXml/item{number}.xml", b"")
    return out.getvalue()


def overlapping() -> bytes:
    """Two entries of the listing are one and the same bytes of the file."""
    whole = bytearray(with_entry("word/a.xml", b"<a/>"))
    out = io.BytesIO(bytes(whole))
    with zipfile.ZipFile(out) as archive:
        first = archive.getinfo("word/document.xml").header_offset
        last = archive.getinfo("word/a.xml").header_offset
    at = whole.rfind(last.to_bytes(4, "little"))
    whole[at : at + 4] = first.to_bytes(4, "little")
    return bytes(whole)


def main_elsewhere() -> bytes:
    """Word would open another part than the one that we read."""
    other = relations(relation("officeDocument", "word/other.xml", key="rId1"))
    return docx(more={"_rels/.rels": other, "word/other.xml": body(A_PARAGRAPH)})


def entities() -> str:
    levels = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    head = f'{HEAD}<!DOCTYPE d [<!ENTITY l0 "ja">{levels}]>'
    return body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", head)


def outside_entity(address: str = "file:///etc/passwd") -> str:
    head = f'{HEAD}<!DOCTYPE d [<!ENTITY x SYSTEM "{address}">]>'
    return body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head)


def deep(levels: int = 10_000) -> str:
    return body("<w:p>" * levels + "</w:p>" * levels)


def slipping_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("../../etc/cron.d/a")
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"x"))
    return out.getvalue()


def spreadsheet(cell: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": types(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
            ),
            "xl/workbook.xml": "<workbook/>",
            "xl/worksheets/sheet1.xml": f"<sheetData><f>{escape(cell)}</f></sheetData>",
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        }
    )
