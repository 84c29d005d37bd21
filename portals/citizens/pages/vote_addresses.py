"""Addresses of votes, senators, regions and parties, joined and not resolved one by one.

A roll call holds some two hundred links: resolving each would cost more than the votes.
"""

from dataclasses import dataclass
from functools import lru_cache

from legislation.votes.selectors import VoteRow
from portals.shared.addresses import address_of
from portals.shared.language import language

BY_ANSWER = "por-respuesta/"
VOTES_OF = "votaciones/"
ATTENDANCE_OF = "asistencia/"
BILLS_OF = "proyectos/"
REGION_PARAMETER = "region"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The roots, in the language being written."""

    votes: str
    senators: str
    regions: str
    parties: str
    sittings: str
    committees: str

    def vote(self, row: VoteRow) -> str:
        return f"{self.votes}{row.legislature}/{row.session_number}/{row.position}/"

    def sitting(self, legislature: int, number: int) -> str:
        return f"{self.sittings}{legislature}/{number}/"

    def senator(self, slug: str) -> str:
        return f"{self.senators}{slug}/"

    def region(self, slug: str) -> str:
        return f"{self.regions}{slug}/"

    def party(self, slug: str) -> str:
        return f"{self.parties}{slug}/"

    def committee(self, slug: str) -> str:
        return f"{self.committees}{slug}/"


def addresses() -> Addresses:
    """The addresses in the language being written. Every root is that of a list or its like."""
    return _addresses(language())


@lru_cache(maxsize=2)
def _addresses(_language: str) -> Addresses:
    home = address_of("citizens:home")
    return Addresses(
        votes=f"{home}votaciones/",
        senators=f"{home}senadores/",
        regions=f"{home}regiones/",
        parties=f"{home}partidos/",
        sittings=f"{home}sesiones/",
        committees=f"{home}comisiones/",
    )
