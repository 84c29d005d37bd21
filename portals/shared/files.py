"""Gives files out as they were taken in: checked against their hash, and only to be kept."""

from django.http import FileResponse

from legislation.documents.enums import FileKind
from legislation.documents.store import address_of, store

CONTENT_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.TEXT: "text/plain; charset=utf-8",
}


def file_answer(sha256: str, *, kind: str, name: str) -> FileResponse:
    """The file with this content, to be saved and not shown.

    :param name: as it will be called where it is saved
    :raises DamagedFile: what lies there is not what was put there; nothing of it is given out
    """
    answer = FileResponse(
        store().open(address_of(sha256)),
        as_attachment=True,
        filename=name,
        content_type=CONTENT_TYPES[FileKind(kind)],
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
