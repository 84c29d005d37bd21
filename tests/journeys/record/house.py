"""Who sits: twenty-four senators of five regions, their parties, committees and offices."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from legislation.people.enums import Chamber, CommitteeKind, CommitteeRole, OfficeKind
from legislation.people.models import Committee, Person
from legislation.provenance.models import Source
from tests.factories.people import (
    CaucusFactory,
    CommitteeFactory,
    CommitteeSeatFactory,
    ExclusionFactory,
    OfficeFactory,
    PartyFactory,
    RosterSpanFactory,
    days,
    senator,
)

GIVEN = ("Amanda", "Bruno", "Carmen", "Darío", "Elisa", "Fermín")
PATERNAL = ("Arrayán", "Boldo", "Canelo", "Ñirre")
MATERNAL = ("Aguilera", "Bravo", "Cisternas", "Donoso", "Echeñique")
REGIONS = ("arica-y-parinacota", "metropolitana", "ohiggins", "nuble", "magallanes")
LAST_TERM = days(date(2014, 3, 11), date(2022, 3, 11))
BEFORE = date(2024, 3, 11)


@dataclass(frozen=True)
class Senate:
    """``members`` in the order of their seats; the last one is abroad in November 2026."""

    members: tuple[Person, ...]
    former: tuple[Person, ...]
    health: Committee
    finance: Committee


def seat(source: Source) -> Senate:
    """Elect everybody, give them parties and offices, and form the committees."""
    RosterSpanFactory()
    members, former = _elect(source)
    OfficeFactory(person=members[0], during=days(BEFORE, None))
    OfficeFactory(person=members[1], kind=OfficeKind.VICE_PRESIDENT, during=days(BEFORE, None))
    ExclusionFactory(
        person=members[-1],
        during=days(date(2026, 11, 1), date(2026, 12, 1)),
        citation="Constitución, art. 60",
    )
    health, finance = _committees(members)
    return Senate(members, former, health, finance)


def _elect(source: Source) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    parties = [
        PartyFactory(slug=slug, name=name, abbreviation=short)
        for slug, name, short in (
            ("partido-del-alerce", "Partido del Alerce", "PDA"),
            ("partido-de-la-bahia", "Partido de la Bahía", "PDB"),
            ("movimiento-cordillera", "Movimiento Cordillera Independiente", "MCI"),
        )
    ]
    caucus = CaucusFactory(slug="alerce", name="Comité del Alerce", abbreviation="CA")
    names = [f"{given} {paternal}" for paternal in PATERNAL for given in GIVEN]
    members = tuple(
        _senator(
            f"{name} {MATERNAL[place % 5]}",
            region=REGIONS[place % 5],
            # Every sixth senator is of no party.
            party=parties[place % 3] if place % 6 else None,
            caucus=caucus if place % 3 == 0 else None,
            source=source,
            email=f"senador{place}@senado.example",
        )
        for place, name in enumerate(names)
    )
    former = tuple(
        _senator(name, region="nuble", party=parties[0], during=LAST_TERM)
        for name in ("Gala Peumo Huerta", "Hugo Quillay Ibarra")
    )
    return members, former


def _senator(name: str, **fields: object) -> Person:
    given, paternal, maternal = name.split()
    return senator(name, slug=slugify(f"{paternal} {maternal} {given}"), **fields)


def _committees(members: tuple[Person, ...]) -> tuple[Committee, Committee]:
    health = CommitteeFactory(
        slug="salud", name="Salud", remit="Proyectos sobre prestadores, seguros y profesionales."
    )
    finance = CommitteeFactory(
        slug="constitucion-legislacion-justicia-y-reglamento",
        name="Constitución, Legislación, Justicia y Reglamento",
    )
    CommitteeFactory(
        slug="mixta-de-presupuestos",
        name="Mixta de Presupuestos",
        kind=CommitteeKind.BUDGET,
        chamber=Chamber.BOTH,
    )
    CommitteeFactory(slug="camara-salud", name="Salud y bienestar", chamber=Chamber.DEPUTIES)
    CommitteeFactory(slug="caso-litio", name="Caso del litio", kind=CommitteeKind.SPECIAL)
    for place, person in enumerate(members[:5]):
        role = CommitteeRole.MEMBER if place else CommitteeRole.CHAIR
        CommitteeSeatFactory(committee=health, person=person, role=role, during=days(BEFORE))
        CommitteeSeatFactory(committee=finance, person=members[place + 5], during=days(BEFORE))
    CommitteeSeatFactory(committee=health, person=members[9], during=days(until=BEFORE))
    return health, finance
