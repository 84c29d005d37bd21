"""What crawlers look for: sitemaps of everything with an address, in both languages."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from legislation.bills.enums import BillKind
from legislation.search.selectors_addresses import (
    Addressed,
    Place,
    chunks_of,
    places_in,
    slugs_of_regions_and_parties,
)
from portals.open_data.base.addresses import Addresses
from portals.open_data.formats.sitemap import Listed

PAGES = "paginas"
ENTRANCES = (
    "",
    "proyectos/",
    "asuntos/",
    "votaciones/",
    "senadores/",
    "comisiones/",
    "sesiones/",
    "agenda/",
    "aprender/",
    "aprender/como-se-hace-una-ley/",
    "aprender/glosario/",
    "datos/",
    "api/",
)
_ROOTS = {BillKind.BILL: "proyectos", BillKind.MATTER: "asuntos"}

SECTIONS: dict[str, tuple[Addressed, Callable[..., str]]] = {
    "proyectos": (Addressed.BILLS, lambda number: f"proyectos/{number}/"),
    "asuntos": (Addressed.MATTERS, lambda number: f"asuntos/{number}/"),
    "textos": (
        Addressed.TEXTS,
        lambda kind, number, slug: f"{_ROOTS[BillKind(kind)]}/{number}/textos/{slug}/",
    ),
    "votaciones": (
        Addressed.VOTES,
        lambda legislature, session, position: f"votaciones/{legislature}/{session}/{position}/",
    ),
    "senadores": (Addressed.SENATORS, lambda slug: f"senadores/{slug}/"),
    "comisiones": (Addressed.COMMITTEES, lambda slug: f"comisiones/{slug}/"),
    "sesiones": (
        Addressed.SESSIONS,
        lambda legislature, number: f"sesiones/{legislature}/{number}/",
    ),
}


def maps(at: Addresses, *, on: date) -> list[tuple[str, date | None]]:
    """The address of every sitemap, with the last day of what is in it. Seven queries."""
    found: list[tuple[str, date | None]] = [(at.page(f"sitemap-{PAGES}-1.xml"), None)]
    for section, (what, _path) in SECTIONS.items():
        for chunk in chunks_of(what):
            changed = _past(chunk.changed, on)
            found.append((at.page(f"sitemap-{section}-{chunk.number}.xml"), changed))
    return found


def pages_of(section: str, chunk: int, *, on: date) -> list[Listed]:
    """What is in one sitemap. One query; two for the pages that are not of a record.

    :raises ObjectDoesNotExist: there is no such sitemap, or nothing is in it
    """
    if section == PAGES and chunk == 1:
        return _entrances()
    if section not in SECTIONS:
        raise ObjectDoesNotExist(section)
    what, path = SECTIONS[section]
    places = places_in(what, chunk)
    if not places:
        raise ObjectDoesNotExist(chunk)
    return [_listed(place, path, on) for place in places]


def _entrances() -> list[Listed]:
    regions, parties = slugs_of_regions_and_parties()
    return [
        *(Listed(path) for path in ENTRANCES),
        *(Listed(f"regiones/{slug}/") for slug in regions),
        *(Listed(f"partidos/{slug}/") for slug in parties),
    ]


def _listed(place: Place, path: Callable[..., str], on: date) -> Listed:
    parts: tuple[Any, ...] = place.parts
    return Listed(path(*parts), _past(place.changed, on))


def _past(changed: date | None, on: date) -> date | None:
    """A sitting to come changed nothing yet."""
    return changed if changed is None or changed <= on else None
