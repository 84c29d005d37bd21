"""PDFs: honest ones, and those that act, hide, break off or blow up."""

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

A_TEXT = b"BT /F1 12 Tf 72 720 Td (Articulo 1.- Objeto de la ley.) Tj ET"


def made(change: Callable[[pikepdf.Pdf], object] = lambda _pdf: None, *, pages: int = 1, **how):
    """A PDF of so many pages, with a line of text on the first, changed as said."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    pdf.pages[0].Contents = pdf.make_stream(A_TEXT)
    change(pdf)
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def of_pictures() -> bytes:
    """Not a word in it, as a scanner makes it."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Contents

    return made(change)


def opening(action: Dictionary) -> Callable[[pikepdf.Pdf], None]:
    """What acts when the document is opened."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = action

    return change


def annotated(**annotation: object) -> Callable[[pikepdf.Pdf], None]:
    """The first page with one annotation."""

    def change(pdf: pikepdf.Pdf) -> None:
        box = Array([0, 0, 100, 100])
        it = Dictionary(Type=Name.Annot, Rect=box, **annotation)
        pdf.pages[0].Annots = Array([pdf.make_indirect(it)])

    return change


def linked(address: str) -> bytes:
    action = Dictionary(S=Name.URI, URI=String(address))
    return made(annotated(Subtype=Name.Link, A=action))


def javascript() -> bytes:
    return made(opening(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))))


def javascript_by_name() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.Names = Dictionary(
            JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script)]))
        )

    return made(change)


def javascript_in_a_stream() -> bytes:
    """In a compressed object stream, its script a stream of its own and its name escaped."""

    def change(pdf: pikepdf.Pdf) -> None:
        action = Dictionary(S=Name.JavaScript, JS=pdf.make_stream(b"app.alert(1)"))
        pdf.Root.OpenAction = pdf.make_indirect(action)

    return made(change, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def javascript_escaped() -> bytes:
    """The same name, two of its letters as numbers; as long as what stands for it at first."""
    escaped = b"/J#61v#61Script"
    plain = made(opening(Dictionary(S=Name("/" + "Q" * (len(escaped) - 1)), JS=String("1"))))
    return plain.replace(b"/" + b"Q" * (len(escaped) - 1), escaped, 1)


def javascript_unreached() -> bytes:
    """No page leads to it: a careless reader could still be brought there."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Odd = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("1")))

    return made(change)


def javascript_after_another() -> bytes:
    following = Dictionary(S=Name.JavaScript, JS=String("1"))
    return made(annotated(Subtype=Name.Link, A=Dictionary(S=Name.GoTo, Next=Array([following]))))


def automatic_on_a_page() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.GoTo, D=String("x")))

    return made(change)


def of_action(kind: str, **more: object) -> bytes:
    return made(opening(Dictionary(S=Name(kind), **more)))


def embedding() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["nota.txt"] = b"oculto"

    return made(change)


def embedding_in_an_annotation() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        held = pdf.make_stream(b"oculto", {"/Type": Name.EmbeddedFile})
        spec = Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=held))
        annotated(Subtype=Name.FileAttachment, FS=pdf.make_indirect(spec))(pdf)

    return made(change)


def form_in_xml() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=Array([]))

    return made(change)


def reading_another_file() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(b"", {"/F": String("/etc/passwd")})

    return made(change)


def packed_twice() -> bytes:
    bomb = zlib.compress(zlib.compress(bytes(50_000_000), 9), 9)

    def change(pdf: pikepdf.Pdf) -> None:
        filters = Array([Name.FlateDecode, Name.FlateDecode])
        pdf.Root.Odd = pikepdf.Stream(pdf, bomb, Filter=filters)

    return made(change, compress_streams=False)


def inflating() -> bytes:
    """A megabyte that becomes a gigabyte."""
    packer = zlib.compressobj(9)
    pieces = [packer.compress(bytes(1_000_000)) for _ in range(1000)]
    bomb = b"".join([*pieces, packer.flush()])

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pikepdf.Stream(pdf, bomb, Filter=Name.FlateDecode)

    return made(change, compress_streams=False)


def flood_of_pixels() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Odd = pikepdf.Stream(
            pdf, b"\0", Type=Name.XObject, Subtype=Name.Image, Width=50_000, Height=50_000
        )

    return made(change)


def deep(levels: int = 20_000) -> bytes:
    """Arrays in arrays: a parser that calls itself for each falls off its stack."""
    whole = made()
    return whole.replace(
        b"/Type /Catalog", b"/Type /Catalog /Odd " + b"[" * levels + b"]" * levels, 1
    )


def pages_in_a_circle() -> bytes:
    """The tree of pages leads back to its root, and says that it has a page."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n"
        b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
        b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n105\n%%EOF\n"
    )


def locked(user: str = "") -> bytes:
    return made(encryption=pikepdf.Encryption(owner="secreta", user=user))
