"""What the public record says of a document, and where it gives it out. Pure.

The record is in Spanish whatever language it is read in. An address, once given, stays.
"""

from datetime import date

from django.utils.text import slugify

from legislation.bills.enums import PaperKind, TextKind
from legislation.documents.enums import DocumentKind, FileKind

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
KINDS = {
    DocumentKind.REPORT: "Informe de comisión",
    DocumentKind.FILED_TEXT: "Texto con que ingresó el proyecto",
    DocumentKind.TEXT: "Texto del proyecto",
    DocumentKind.COMPARISON: "Texto comparado",
    DocumentKind.LETTER: "Oficio",
    DocumentKind.OTHER: "Documento",
}
TEXTS = {
    TextKind.FILED: ("Texto con que ingresó", "ingreso"),
    TextKind.FIRST_REPORT: ("Texto del primer informe", "primer-informe"),
    TextKind.SECOND_REPORT: ("Texto del segundo informe", "segundo-informe"),
    TextKind.APPROVED_ORIGIN: ("Texto aprobado por la cámara de origen", "aprobado-origen"),
    TextKind.APPROVED_REVISING: ("Texto aprobado por la cámara revisora", "aprobado-revisora"),
    TextKind.CONFERENCE: ("Texto de la Comisión Mixta", "comision-mixta"),
    TextKind.DISPATCHED: ("Texto enviado al Presidente de la República", "oficio-de-ley"),
    TextKind.LAW: ("Texto publicado como ley", "ley"),
}
# Under which of the papers of a bill the public finds each; the text as filed has its own place.
PAPERS = {
    DocumentKind.REPORT: PaperKind.REPORT,
    DocumentKind.TEXT: PaperKind.OTHER,
    DocumentKind.COMPARISON: PaperKind.COMPARISON,
    DocumentKind.LETTER: PaperKind.LETTER,
    DocumentKind.OTHER: PaperKind.OTHER,
}
ENDINGS = {FileKind.PDF: "pdf", FileKind.DOCX: "docx", FileKind.TEXT: "txt"}
LONGEST_NAME = 80


def describe_document(
    kind: str, text_kind: str, title: str, dated_on: date, *, version: int
) -> str:
    """The sentence of the record for one version of a document."""
    what = TEXTS[TextKind(text_kind)][0] if text_kind else KINDS[DocumentKind(kind)]
    day = f"{dated_on.day} de {MONTHS[dated_on.month - 1]} de {dated_on.year}"
    told = f"{what}: {title} ({day})"
    return f"{told}, versión {version}" if version > 1 else told


def slug_of_text(text_kind: str, position: int) -> str:
    """The permanent name of a text among those of its bill: «3-primer-informe»."""
    return f"{position}-{TEXTS[TextKind(text_kind)][1]}"


def public_address(sha256: str, title: str, file_kind: str) -> str:
    """Where the public gets the file: named by its content, and by its title for people."""
    name = slugify(title)[:LONGEST_NAME].strip("-") or "documento"
    return f"/documentos/{sha256}/{name}.{ENDINGS[FileKind(file_kind)]}"
