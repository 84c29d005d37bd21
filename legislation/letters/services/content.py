"""A letter in the words in which it will be public: in Spanish, as the record is."""

from typing import Any

from legislation.letters.enums import Direction, LetterKind
from legislation.letters.models import Letter

DOCUMENT = "LETTER"
TYPES = {
    LetterKind.PRESIDENT: "Oficio a S.E. el Presidente de la República",
    LetterKind.OTHER_CHAMBER: "Oficio a la Cámara de Diputadas y Diputados",
    LetterKind.REQUESTED: "Oficio solicitado por senadoras y senadores",
    LetterKind.SUPREME_COURT: "Oficio a la Corte Suprema",
    LetterKind.CONSTITUTIONAL_COURT: "Oficio al Tribunal Constitucional",
    LetterKind.AUTHORITY: "Oficio a otra autoridad",
}
TYPES_RECEIVED = {
    LetterKind.PRESIDENT: "Oficio de S.E. el Presidente de la República",
    LetterKind.OTHER_CHAMBER: "Oficio de la Cámara de Diputadas y Diputados",
    LetterKind.REQUESTED: "Respuesta a un oficio solicitado por senadoras y senadores",
    LetterKind.SUPREME_COURT: "Oficio de la Corte Suprema",
    LetterKind.CONSTITUTIONAL_COURT: "Oficio del Tribunal Constitucional",
    LetterKind.AUTHORITY: "Oficio de otra autoridad",
}


def content_of(letter: Letter) -> dict[str, Any]:
    """Everything that a second person approves of a letter, by name."""
    is_ours = letter.direction == Direction.OUT
    kinds = TYPES if is_ours else TYPES_RECEIVED
    return {
        "document": DOCUMENT,
        "number": letter.dossier.number if letter.dossier else "",
        "title": letter.dossier.title if letter.dossier else "",
        "description": f"Oficio N° {letter.reference}. {letter.subject}",
        "direction": letter.direction,
        "reference": letter.reference,
        "letter_type": kinds[LetterKind(letter.kind)],
        "correspondent": letter.correspondent,
        "senators": letter.senators.splitlines(),
        "subject": letter.subject,
        "dated_on": letter.dated_on.isoformat(),
    }
