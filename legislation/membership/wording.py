"""The sentence of each change, in Spanish: it is the record's and is not translated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import EndCause
from legislation.people.enums import OfficeKind

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
    *("septiembre", "octubre", "noviembre", "diciembre"),
)
CAUSES = {
    EndCause.RESIGNATION: "por renuncia aceptada por el Tribunal Constitucional",
    EndCause.DEATH: "por fallecimiento",
    EndCause.LOSS: "por haber cesado en el cargo",
    EndCause.OTHER: "por la causa que se indica",
}
OFFICES = {
    OfficeKind.PRESIDENT: "la Presidencia del Senado",
    OfficeKind.VICE_PRESIDENT: "la Vicepresidencia del Senado",
    OfficeKind.SECRETARY_GENERAL: "la Secretaría General del Senado",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Everything that a sentence names."""

    person: str
    since: date
    until: date | None = None
    other: str = ""
    region: str = ""
    party: str = ""
    caucus: str = ""
    committee: str = ""
    row: str = ""
    office: OfficeKind | None = None
    cause: EndCause | None = None

    @property
    def office_name(self) -> str:
        return OFFICES[self.office] if self.office else ""

    @property
    def where(self) -> str:
        """«la Región del Maule»"""
        return f"la {self.region}" if self.region.startswith("Región") else self.region

    @property
    def days(self) -> str:
        """«desde el 3 de junio de 2026 y hasta antes del 5 de julio de 2026»"""
        began = f"desde el {written(self.since)}"
        return f"{began} y hasta antes del {written(self.until)}" if self.until else began


def written(day: date) -> str:
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


SENTENCES: Mapping[K, Callable[[Names], str]] = {
    K.REGISTER: lambda n: f"{n.person} se incorpora al registro de personas del Senado.",
    K.SEAT: lambda n: f"{n.person} ocupa un escaño por {n.where} {n.days}.",
    K.END_SEAT: lambda n: (
        f"{n.person} deja su escaño por {n.where} el {written(n.since)}, "
        f"{CAUSES[n.cause or EndCause.OTHER]}."
    ),
    K.REPLACE: lambda n: (
        f"{n.person} ocupa la vacante de {n.other} por {n.where}, por designación de "
        f"{n.party}, {n.days}."
    ),
    K.JOIN_PARTY: lambda n: f"{n.person} ingresa a {n.party} el {written(n.since)}.",
    K.LEAVE_PARTY: lambda n: f"{n.person} deja su partido el {written(n.since)}.",
    K.JOIN_CAUCUS: lambda n: f"{n.person} ingresa al Comité {n.caucus} el {written(n.since)}.",
    K.LEAVE_CAUCUS: lambda n: f"{n.person} deja su Comité parlamentario el {written(n.since)}.",
    K.JOIN_COMMITTEE: lambda n: f"{n.person} integra la Comisión de {n.committee} {n.days}.",
    K.LEAVE_COMMITTEE: lambda n: (
        f"{n.person} deja la Comisión de {n.committee} el {written(n.since)}."
    ),
    K.CHAIR_COMMITTEE: lambda n: (
        f"{n.person} preside la Comisión de {n.committee} desde el {written(n.since)}."
    ),
    K.SUBSTITUTE: lambda n: (
        f"{n.person} reemplaza a {n.other} en la Comisión de {n.committee} {n.days}."
    ),
    K.TAKE_OFFICE: lambda n: f"{n.person} asume {n.office_name} {n.days}.",
    K.LEAVE_OFFICE: lambda n: f"{n.person} deja {n.office_name} el {written(n.since)}.",
    K.SUSPEND: lambda n: f"{n.person} queda en suspenso por desafuero {n.days}.",
    K.PERMIT_ABSENCE: lambda n: (
        f"Permiso constitucional a {n.person} para ausentarse del país {n.days}."
    ),
    K.RETURN: lambda n: f"{n.person} vuelve al ejercicio de su cargo el {written(n.since)}.",
    K.CORRECT: lambda n: f"Se corrige el registro de {n.person}: {n.row}, {n.days}.",
}


def describe(kind: K, names: Names) -> str:
    """The usual words for a change."""
    return SENTENCES[kind](names).replace("Comisión de Comisión", "Comisión")
