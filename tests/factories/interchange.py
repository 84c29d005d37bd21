"""Files in the Senate's own formats, about a Senate that does not exist."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from legislation.interchange.readers.errors import UnreadableFile

# Seats of each constituency (Ley 18.700, art. 180): 50 in all.
SEATS = (2, 2, 3, 2, 3, 5, 5, 3, 5, 3, 5, 3, 3, 2, 2, 2)
GIVEN = ("Amanda", "Bruno", "Carmen", "Darío", "Elisa", "Fermín", "Gala", "Hugo", "Irene", "Julio")
PATERNAL = ("Arrayán", "Boldo", "Canelo", "Espino", "Laurel")
MATERNAL = ("Aguilera", "Bravo", "Cisternas", "Donoso", "Echeñique", "Figueroa", "Godoy", "Huerta",
            "Ibarra", "Jerez")  # fmt: skip


def names() -> list[tuple[str, str, str]]:
    """Fifty people, no two of whom could be taken for each other."""
    return [
        (GIVEN[n % 10], PATERNAL[n // 10], MATERNAL[(n + n // 10) % 10]) for n in range(sum(SEATS))
    ]


def roster_csv(people: Sequence[tuple[str, str, str]] | None = None) -> bytes:
    """A roster table with a senator in every seat, half of them elected in 2025."""
    lines = ["nombre,partido,circunscripcion,region,periodo_desde,periodo_hasta"]
    seats = [place for place, count in enumerate(SEATS, start=1) for _ in range(count)]
    regions = ["Región de Arica y Parinacota", "Región de Tarapacá", "Región de Antofagasta", "Región de Atacama", "Región de Coquimbo", "Región de Valparaíso", "Región Metropolitana", "Región del Libertador O'Higgins", "Región del Maule", "Región del Biobío", "Región de La Araucanía", "Región de Los Ríos", "Región de Los Lagos", "Región de Aysén", "Región de Magallanes", "Región de Ñuble"]  # fmt: skip
    for place, person in zip(seats, people or names(), strict=False):
        since = 2026 if place in (1, 2, 4, 6, 9, 11, 14) else 2022
        party = "ind" if place % 2 else "ps"
        lines.append(f"{' '.join(person)},{party},{place},{regions[place - 1]},{since},{since + 8}")
    return ("\n".join(lines) + "\n").encode()


def listed(person: tuple[str, str, str]) -> str:
    """As authors are printed: both surnames, then the given names."""
    given, paternal, maternal = person
    return f"{paternal} {maternal}, {given}"


def shortened(person: tuple[str, str, str]) -> str:
    """As voters are printed: the maternal surname is an initial."""
    given, paternal, maternal = person
    return f"{paternal} {maternal[0]}., {given}"


def elements(tag: str, rows: Iterable[Mapping[str, str]]) -> str:
    return "".join(f"<{tag}>{fields(row)}</{tag}>\n" for row in rows)


def fields(row: Mapping[str, str]) -> str:
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in row.items())


def step(day: str, text: str = "Cuenta de proyecto .  ", **more: str) -> dict[str, str]:
    return {
        "SESION": more.get("session", "/"),
        "FECHA": day,
        "DESCRIPCIONTRAMITE": text,
        "ETAPDESCRIPCION": more.get("stage", "Primer trámite constitucional"),
        "CAMARATRAMITE": more.get("chamber", "Senado"),
    }


def urgency(day: str, kind: str = "Suma", **more: str) -> dict[str, str]:
    row = {
        "TIPO": kind,
        "FECHAINGRESO": day,
        "MENSAJEINGRESO": "12-374",
        "CAMARAINGRESO": more.get("chamber", "Senado"),
    }
    ends = {"FECHARETIRO": "ended", "MENSAJERETIRO": "message", "CAMARARETIRO": "end_chamber"}
    return row | {tag: more[name] for tag, name in ends.items() if name in more}


def vote_xml(
    answers: Mapping[str, str],
    *,
    subject: str = "Proyecto de ley sobre plazas. APROBADO.",
    day: str = "05/05/2026",
    session: str = "12/374",
    quorum: str = "Mayoría simple",
    totals: tuple[int, int, int, int] | None = None,
    more: str = "",
) -> str:
    """A ``votacion``. ``answers``: printed name → «Si», «No», «Abstencion», «Pareo»."""
    given = list(answers.values())
    counts = totals or tuple(given.count(word) for word in ("Si", "No", "Abstencion", "Pareo"))
    ballots = elements(
        "VOTO", ({"PARLAMENTARIO": name, "SELECCION": word} for name, word in answers.items())
    )
    head = {
        "SESION": session,
        "FECHA": day,
        "TEMA": subject,
        "SI": str(counts[0]),
        "NO": str(counts[1]),
        "ABSTENCION": str(counts[2]),
        "PAREO": str(counts[3]),
        "QUORUM": quorum,
        "TIPOVOTACION": "Discusión general",
        "ETAPA": "Primer trámite constitucional",
    }
    return (
        f"<votacion>{fields(head)}{more}<DETALLE_VOTACION>{ballots}</DETALLE_VOTACION></votacion>"
    )


def votes_xml(*votes: str) -> bytes:
    return f"<votaciones>\n{''.join(votes)}\n</votaciones>".encode()


def bill_xml(
    number: str = "90001-07",
    *,
    title: str = "Crea el registro nacional de plazas",
    filed: str = "03/03/2026",
    initiative: str = "Moción",
    origin: str = "Senado",
    stage: str = "Primer trámite constitucional (Senado)",
    substage: str = "Primer informe de comisión de Vivienda y Urbanismo",
    status: str = "En tramitación ",
    urgency_now: str = "Sin urgencia",
    law: str = "",
    published: str = "",
    merged: str = "",
    link: str = "http://www.senado.example/filed?id=1&kind=motion",
    authors: Iterable[str] = ("Arrayán Aguilera, Amanda",),
    steps: Iterable[Mapping[str, str]] = (),
    votes: Iterable[str] = (),
    urgencies: Iterable[Mapping[str, str]] = (),
    reports: Iterable[Mapping[str, str]] = (),
    comparisons: Iterable[Mapping[str, str]] = (),
    letters: Iterable[Mapping[str, str]] = (),
    amendments: Iterable[Mapping[str, str]] = (),
    vetoes: Iterable[Mapping[str, str]] = (),
    subjects: Iterable[str] = (),
    described: str = "",
    more: str = "",
) -> bytes:
    """A ``tramitacion.php`` response with one bill."""
    about = {
        "boletin": number,
        "titulo": title,
        "fecha_ingreso": filed,
        "iniciativa": initiative,
        "camara_origen": origin,
        "urgencia_actual": urgency_now,
        "etapa": stage,
        "subetapa": substage,
        "leynro": law,
        "diariooficial": published,
        "estado": status,
        "refundidos": merged,
        "link_mensaje_mocion": link,
    }
    people = elements("autor", ({"PARLAMENTARIO": name} for name in authors))
    kinds = elements("materia", ({"DESCRIPCION": name} for name in subjects))
    text = f"""<proyectos><proyecto>
  <descripcion>{fields(about)}{described}</descripcion><autores>{people}</autores>
  <tramitacion>{elements("tramite", steps or [step(filed)])}</tramitacion>
  <votaciones>{"".join(votes)}</votaciones>
  <urgencias>{elements("urgencia", urgencies)}</urgencias>
  <informes>{elements("informe", reports)}</informes>
  <comparados>{elements("comparado", comparisons)}</comparados>
  <oficios>{elements("oficio", letters)}</oficios>
  <indicaciones>{elements("indicacion", amendments)}</indicaciones>
  <observaciones>{elements("veto", vetoes)}</observaciones>
  <materias>{kinds}</materias>{more}
</proyecto></proyectos>"""
    return text.encode()


def together(*bills: bytes) -> bytes:
    """One file of several, in this order."""
    inner = [one.removeprefix(b"<proyectos>").removesuffix(b"</proyectos>") for one in bills]
    return b"<proyectos>" + b"".join(inner) + b"</proyectos>"


@dataclass(frozen=True)
class Given:
    """A file at hand."""

    name: str
    body: bytes
    url: str = ""
    may_be_empty: bool = False

    def content(self) -> bytes:
        return self.body


@dataclass(frozen=True)
class Missing:
    """A file that cannot be had."""

    name: str
    why: str = "The service does not answer."
    url: str = ""
    may_be_empty: bool = False

    def content(self) -> bytes:
        raise UnreadableFile(self.why)
