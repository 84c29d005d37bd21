"""Absolute addresses of everything that a machine may be told about, in the first language.

Joined and not resolved: a long list holds thousands of them. Tests hold them against the
routes. Identifiers are the same names without the site, so that they outlive it.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from legislation.bills.enums import BillKind

API = "/api/v1/"
DOCUMENTATION = "/api/"
_PAGES = {BillKind.BILL: "proyectos", BillKind.MATTER: "asuntos"}
_RESOURCES = {BillKind.BILL: "bills", BillKind.MATTER: "matters"}
_NAMES = {BillKind.BILL: "bill", BillKind.MATTER: "matter"}


def site_of(request: HttpRequest) -> str:
    """Scheme and host without a final slash: the configured ones, or those of the request."""
    base = str(getattr(settings, "PUBLIC_BASE_URL", "") or "").rstrip("/")
    return base or f"{request.scheme}://{request.get_host()}"


def bill_id(kind: str, number: str) -> str:
    """«bill/8575-05», «matter/2734-14»: their numbers collide, these do not."""
    return f"{_NAMES[BillKind(kind)]}/{number}"


def vote_id(legislature: int, session: int, position: int) -> str:
    return f"vote/{legislature}/{session}/{position}"


def senator_id(slug: str) -> str:
    return f"senator/{slug}"


def committee_id(slug: str) -> str:
    return f"committee/{slug}"


def session_id(legislature: int, number: int, committee: str | None) -> str:
    """«session/370/35» of the floor, «committee/salud/session/370/12» of a committee."""
    own = f"session/{legislature}/{number}"
    return f"{committee_id(committee)}/{own}" if committee else own


def text_id(kind: str, number: str, slug: str) -> str:
    return f"{bill_id(kind, number)}/text/{slug}"


def paper_id(kind: str, number: str, paper: str, position: int) -> str:
    """«bill/8575-05/document/report/3»: a paper is known by its kind and its place."""
    return f"{bill_id(kind, number)}/document/{paper.lower()}/{position}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses on one site. ``…_page`` are for people, the others of the API."""

    site: str

    @property
    def host(self) -> str:
        return self.site.partition("://")[2].partition(":")[0]

    def api(self, path: str = "") -> str:
        return f"{self.site}{API}{path}"

    def documentation(self, fragment: str = "") -> str:
        return f"{self.site}{DOCUMENTATION}{fragment and '#' + fragment}"

    def page(self, path: str) -> str:
        return f"{self.site}/{path}"

    def bill(self, kind: str, number: str) -> str:
        return self.api(f"{_RESOURCES[BillKind(kind)]}/{number}")

    def bill_page(self, kind: str, number: str) -> str:
        return self.page(f"{_PAGES[BillKind(kind)]}/{number}/")

    def text(self, kind: str, number: str, slug: str) -> str:
        return f"{self.bill(kind, number)}/texts/{slug}"

    def text_page(self, kind: str, number: str, slug: str) -> str:
        return f"{self.bill_page(kind, number)}textos/{slug}/"

    def vote(self, legislature: int, session: int, position: int) -> str:
        return self.api(f"votes/{legislature}/{session}/{position}")

    def vote_page(self, legislature: int, session: int, position: int) -> str:
        return self.page(f"votaciones/{legislature}/{session}/{position}/")

    def senator(self, slug: str) -> str:
        return self.api(f"senators/{slug}")

    def senator_page(self, slug: str) -> str:
        return self.page(f"senadores/{slug}/")

    def region_page(self, slug: str) -> str:
        return self.page(f"regiones/{slug}/")

    def party_page(self, slug: str) -> str:
        return self.page(f"partidos/{slug}/")

    def committee(self, slug: str) -> str:
        return self.api(f"committees/{slug}")

    def committee_page(self, slug: str) -> str:
        return self.page(f"comisiones/{slug}/")

    def session(self, legislature: int, number: int, committee: str | None) -> str:
        own = f"sessions/{legislature}/{number}"
        return f"{self.committee(committee)}/{own}" if committee else self.api(own)

    def session_page(self, legislature: int, number: int, committee: str | None) -> str:
        """A sitting's page; a committee's sittings are on the committee's."""
        if committee:
            return self.committee_page(committee)
        return self.page(f"sesiones/{legislature}/{number}/")
