"""Invented values for the component gallery. No person, party or bill here exists."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from portals.shared.formats import HIGHLIGHT_START, HIGHLIGHT_STOP, highlighted
from portals.shared.forms import ShownField
from portals.shared.pagination import PageLinks
from portals.shared.parts import (
    AgendaDay,
    AgendaItem,
    Ballot,
    Change,
    Column,
    Download,
    Entry,
    Facet,
    Fact,
    FieldError,
    Filter,
    GroupCounts,
    Link,
    Option,
    Seat,
    Stage,
    Tab,
    VoteLine,
)

COUNTS = {"YES": 30, "NO": 12, "ABSTAIN": 3, "PAIRED": 2, "RECUSED": 1, "ABSENT": 2}
REJECTED = {"YES": 21, "NO": 19, "ABSTAIN": 4, "PAIRED": 2, "ABSENT": 4}
UNOPPOSED = {"YES": 41, "NO": 0, "ABSTAIN": 3, "PAIRED": 0, "ABSENT": 6}
TIED = {"YES": 23, "NO": 23, "ABSTAIN": 0, "PAIRED": 2, "ABSENT": 2}

_GROUPS = (
    ("Frente del Litoral", "FL", "YYYYYYYYYU"),
    ("Unión Araucaria", "UA", "YYYPYYYY"),
    ("Movimiento Cordillera", "MC", "YYYAYYYYYUYRY"),
    ("Independientes", "IND", "YAY"),
    ("Alianza Austral", "AU", "YYANN"),
    ("Partido del Valle", "PV", "NNNNNNPNNNN"),
)
_ANSWERS = {
    "Y": "YES",
    "N": "NO",
    "A": "ABSTAIN",
    "P": "PAIRED",
    "R": "RECUSED",
    "U": "ABSENT",
}
_GIVEN = [
    "Tamara",
    "Joaquín",
    "Nieves",
    "Ulises",
    "Carolina",
    "Rómulo",
    "Amparo",
    "Dagoberto",
    "Sonia",
    "Marcial",
]
_SURNAMES = [
    "Huanca",
    "Pallero",
    "Barahona",
    "Tapia",
    "Ansaldo",
    "Cárcamo",
    "Lillo",
    "Neira",
    "Rubilar",
    "Oyarzo",
    "Calfún",
]
_REGIONS = ("Arica y Parinacota", "Coquimbo", "Ñuble", "La Araucanía", "Magallanes")


def seats() -> list[Seat]:
    """Fifty seats, by group."""
    found: list[Seat] = []
    for _name, short, answers in _GROUPS:
        for letter in answers:
            name = f"{_GIVEN[len(found) % 10]} {_SURNAMES[len(found) % 11]}"
            found.append(Seat(name, short, _ANSWERS[letter]))
    return found


def ballots() -> list[Ballot]:
    return [
        Ballot(
            seat.name,
            seat.choice,
            seat.group,
            _REGIONS[index % 5],
            "#",
            "con permiso" if seat.choice == "ABSENT" else "",
        )
        for index, seat in enumerate(seats())
    ]


def groups() -> list[GroupCounts]:
    return [
        GroupCounts(
            name,
            {code: answers.count(letter) for letter, code in _ANSWERS.items()},
            short,
            "#",
        )
        for name, short, answers in _GROUPS
    ]


def votes() -> list[VoteLine]:
    first = "El Senado aprobó fijar plazos máximos para las listas de espera: hubo 30 votos a favor y se necesitaban 26."
    second = "El Senado rechazó bajar a 60 días el plazo para reclamar derechos de agua: faltaron 5 votos."
    third = (
        "El Senado aprobó que las ferias libres tengan baños y agua potable: nadie votó en contra."
    )
    fourth = "Hubo empate sobre la dieta de los alcaldes: se votará de nuevo."
    return [
        VoteLine(
            first,
            "#",
            "APPROVED",
            COUNTS,
            date(2026, 10, 7),
            26,
            50,
            ("Boletín 17345-11", "En general"),
        ),
        VoteLine(
            second,
            "#",
            "REJECTED",
            REJECTED,
            date(2026, 11, 18),
            26,
            50,
            ("Boletín 16902-12", "Artículo 9"),
        ),
        VoteLine(
            third, "#", "APPROVED", UNOPPOSED, date(2026, 11, 17), None, 50, ("Boletín 17011-03",)
        ),
        VoteLine(fourth, "#", "TIE", TIED, date(2026, 11, 11), 24, 50, ("Boletín 16720-06",)),
    ]


def stages() -> list[Stage]:
    return [
        Stage("Primer trámite", "done", 1, "Cámara", "Aprobado", date(2026, 8, 12)),
        Stage(
            "Segundo trámite",
            "now",
            2,
            "Senado",
            "En general: aprobado el 7 de octubre. En particular: en votación hoy.",
        ),
        Stage("Tercer trámite", "maybe", 1, "Cámara", "Sólo si el Senado cambia el texto"),
        Stage(
            "Comisión Mixta",
            "maybe",
            0,
            "Ambas cámaras",
            "Sólo si las cámaras no se ponen de acuerdo.",
        ),
        Stage(
            "Control y promulgación",
            "next",
            0,
            "Fuera del Congreso",
            "Tribunal Constitucional, firma presidencial y Diario Oficial",
        ),
    ]


def entries() -> list[Entry]:
    return [
        Entry(
            datetime(2026, 11, 24, 19, 31, tzinfo=UTC),
            "Comienza la votación del artículo 4",
            "Sala del Senado, sesión 71.ª.",
            when="Hoy, 16:31",
            tag="Sala",
        ),
        Entry(
            date(2026, 11, 17),
            "La Comisión de Salud entrega su segundo informe",
            "Propone 9 cambios al texto de la Cámara.",
            tag="Informe",
            links=(Link("Ver los cambios", "#"), Link("leer el informe", "#", "PDF, 48 páginas")),
        ),
        Entry(
            date(2026, 11, 14),
            "El Presidente pide suma urgencia",
            "El Senado tiene 15 días para pronunciarse.",
            tag="Urgencia",
        ),
        Entry(
            date(2026, 10, 7),
            "El Senado aprueba la idea de legislar",
            "30 a favor, 12 en contra, 3 abstenciones.",
            href="#",
            tag="Votación",
        ),
    ]


def days() -> list[AgendaDay]:
    return [
        AgendaDay(
            date(2026, 11, 23),
            (AgendaItem("15:00", "Comisión de Salud oye a hospitales de Ñuble", "#"),),
        ),
        AgendaDay(
            date(2026, 11, 24),
            (
                AgendaItem("10:30", "Comisión de Hacienda: ingreso mínimo", "#", "Sala 2"),
                AgendaItem("16:00", "Sala: listas de espera y sistema notarial", "#"),
            ),
            is_today=True,
        ),
        AgendaDay(
            date(2026, 11, 25),
            (
                AgendaItem("9:30", "Comisión de Medio Ambiente: turberas", "#", is_cancelled=True),
                AgendaItem("16:00", "Sala: ingreso mínimo, último día", "#"),
            ),
        ),
        AgendaDay(
            date(2026, 11, 26),
            (AgendaItem("11:00", "Comisión de Agricultura en terreno", None, "Linares"),),
        ),
        AgendaDay(date(2026, 11, 27), note="Trabajo en regiones. No hay sesiones."),
    ]


def facets() -> list[Facet]:
    return [
        Facet(
            "Estado",
            (
                Option("En tramitación", "#", 1312, True),
                Option("Publicado como ley", "#", 402),
                Option("Archivado", "#", 211),
            ),
            "#",
        ),
        Facet("Origen", (Option("Moción", "#", 1204), Option("Mensaje", "#", 721))),
        Facet(
            "Materia",
            (
                Option("Salud", "#", 98),
                Option("Trabajo", "#", 71),
                Option("Medio ambiente", "#", 66),
            ),
            is_open=False,
        ),
    ]


def changes() -> list[Change]:
    return [
        Change("equal", "Vencido el plazo sin atención, el Servicio "),
        Change("delete", "procurará ofrecer"),
        Change("insert", "deberá ofrecer"),
        Change("equal", " a la persona la atención en otro prestador "),
        Change("delete", "público de la misma región"),
        Change("insert", "público o privado, sin costo adicional para ella"),
        Change("equal", "."),
        Change(
            "insert",
            "\nEl ofrecimiento se hará por escrito dentro de los cinco días siguientes al vencimiento.",
        ),
    ]


def gallery_page() -> SimpleNamespace:
    """Everything the gallery's template asks for."""
    return SimpleNamespace(**_drawings(), **_ways(), **_tables(), **_forms(), updated_at=_MOMENT)


_MOMENT = datetime(2026, 11, 24, 19, 42, tzinfo=UTC)


def _drawings() -> dict[str, Any]:
    return {
        "counts": COUNTS,
        "rejected": REJECTED,
        "unopposed": UNOPPOSED,
        "presence": {"YES": 43, "ABSENT": 7},
        "seats": seats(),
        "ballots": ballots(),
        "groups": groups(),
        "votes": votes(),
        "stages": stages(),
        "entries": entries(),
        "days": days(),
        "facets": facets(),
        "changes": changes(),
        "strokes": ["PRESENT"] * 21 + ["EXCUSED"] + ["PRESENT"] * 37 + ["ABSENT"] * 2 + ["UNKNOWN"],
        "due_on": date(2026, 11, 28),
        "day": date(2026, 10, 7),
        "moment": _MOMENT,
        "choices": ("YES", "NO", "ABSTAIN", "PAIRED", "RECUSED", "ABSENT", "PENDING"),
        "outcomes": ("APPROVED", "REJECTED", "TIE", "UNRESOLVED", "UNKNOWN"),
    }


def _ways() -> dict[str, Any]:
    """Where one may go."""
    return {
        "crumbs": (Link("Inicio", "#"), Link("Proyectos de ley", "#"), Link("Boletín 17345-11")),
        "tabs": (
            Tab("Tramitación", "#", is_current=True),
            Tab("Textos", "#", 4),
            Tab("Indicaciones", "#", 63),
            Tab("Votaciones", "#", 7),
            Tab("Documentos", "#", 1022),
        ),
        "views": (Tab("Lado a lado", "#", is_current=True), Tab("Un solo texto", "#")),
        "links": (Link("Seguir este proyecto", "#"), Link("Citar", "#"), Link("Imprimir", "#")),
        "tasks": (
            Link("Busque un proyecto", "#", "Por número, por materia o por quien lo presentó."),
            Link("Vea cómo votó cada uno", "#", "Escaño por escaño, con lo que se necesitaba."),
            Link("Compare dos textos", "#", "Lo agregado y lo suprimido, artículo por artículo."),
            Link("Use los datos", "#", "Sin clave, con documentación."),
        ),
        "downloads": (Download("CSV", "#", "text/csv"), Download("JSON", "#", "application/json")),
        "pages": PageLinks("#newer", "#older"),
    }


def _tables() -> dict[str, Any]:
    found = (
        f"Plazos máximos de {HIGHLIGHT_START}espera{HIGHLIGHT_STOP} para la atención & registro."
    )
    return {
        "excerpt": highlighted(found),
        "facts": (
            Fact("Iniciativa", "Presidencia de la República"),
            Fact("Comisión a cargo", "Salud", "#"),
            Fact("Quórum", "Orgánica constitucional: 26 de 50 en ejercicio"),
        ),
        "columns": (
            Column("Comisión", "head"),
            Column("Función"),
            Column("Desde", hide_small=True),
            Column("Sesiones", "number"),
        ),
        "rows": (
            (Markup('<a href="#">Salud</a>'), "Presidenta", "Marzo de 2026", 1034),
            (Markup('<a href="#">Agricultura</a>'), "Integrante", "Marzo de 2022", 0),
            ("Ética", None, "Abril de 2024", 8),
        ),
        "description_of_things": {"@context": "https://schema.org", "name": "</script>"},
    }


def _forms() -> dict[str, Any]:
    return {
        "selects": (
            Filter(
                "desde",
                "Versión anterior",
                "1",
                (("1", "Texto aprobado por la Cámara, 12 de agosto"), ("2", "Moción")),
            ),
            Filter(
                "hasta", "Versión nueva", "2", (("2", "Texto propuesto por la Comisión de Salud"),)
            ),
        ),
        "filters": (
            Filter("region", "Región", "", (("", "Todas"), ("9", "La Araucanía"))),
            Filter("desde", "Desde", "2026-03-11", kind="date"),
            Filter("q", "Con la palabra", "espera"),
        ),
        "chosen": (Link("En tramitación", "#"), Link("Salud", "#")),
        "fields": (
            ShownField("g-day", "day", "Día", "2026-11-24", "date", (), "", "", True, False),
            ShownField("g-box", "box", "Es un tratado", "", "checkbox", (), "", "", False, True),
            ShownField("", "revision", "", "3", "hidden", (), "", "", True, False),
        ),
        "errors": (FieldError("g-mail", "Escriba su correo como en nombre@dominio.cl"),),
    }
