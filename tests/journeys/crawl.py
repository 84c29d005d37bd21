"""Every public address of everything in a record, by the name of its route.

Taken from the tables and not from links, so that a page that nothing leads to is visited too.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from defusedxml.ElementTree import fromstring
from django.http import HttpResponse
from django.test import Client
from icalendar import Calendar

from legislation.bills.enums import BillKind
from legislation.bills.models import Bill, BillText
from legislation.people.models import Committee, Constituency, Party, Person
from legislation.publishing.models import Publication
from legislation.sessions.models import Session
from legislation.votes.models import Vote

Addresses = dict[str, list[str]]

ROOTS = {
    BillKind.BILL: ("bill", "proyectos", "bills"),
    BillKind.MATTER: ("matter", "asuntos", "matters"),
}

# What belongs to no object.
PAGES = {
    "home": "/",
    "learn": "/aprender/",
    "law-making": "/aprender/como-se-hace-una-ley/",
    "glossary": "/aprender/glosario/",
    "about-data": "/datos/",
    "search": "/buscar/?q=ley",
    "bill-list": "/proyectos/",
    "matter-list": "/asuntos/",
    "vote-list": "/votaciones/",
    "senator-list": "/senadores/",
    "senator-choose-comparison": "/senadores/comparar/",
    "my-senators": "/mis-senadores/",
    "session-list": "/sesiones/",
    "agenda": "/agenda/",
    "committee-list": "/comisiones/",
    "api-docs": "/api/",
    "opensearch": "/opensearch.xml",
    "errata-list": "/erratas/",
}
FILES = {
    "api": "/api/v1/",
    "openapi": "/api/v1/openapi.json",
    "bills": "/api/v1/bills?include=authors,subjects,stages,merged_with,steps,urgencies,documents,texts,votes",
    "matters": "/api/v1/matters",
    "votes": "/api/v1/votes?include=ballots",
    "senators": "/api/v1/senators",
    "committees": "/api/v1/committees",
    "sessions": "/api/v1/sessions?include=agenda,attendance",
    "documents": "/api/v1/documents",
    "texts": "/api/v1/texts",
    "bills-json": "/proyectos.json",
    "bills-csv": "/proyectos.csv",
    "bills-atom": "/proyectos.atom",
    "matters-json": "/asuntos.json",
    "matters-csv": "/asuntos.csv",
    "matters-atom": "/asuntos.atom",
    "votes-json": "/votaciones.json",
    "votes-csv": "/votaciones.csv",
    "votes-atom": "/votaciones.atom",
    "senators-json": "/senadores.json",
    "senators-csv": "/senadores.csv",
    "committees-json": "/comisiones.json",
    "committees-csv": "/comisiones.csv",
    "sessions-json": "/sesiones.json",
    "sessions-csv": "/sesiones.csv",
    "floor-ics": "/sesiones/sala.ics",
    "agenda-ics": "/agenda.ics",
    "errata-atom": "/erratas.atom",
    "search-atom": "/buscar.atom?q=ley",
    "robots": "/robots.txt",
    "sitemap": "/sitemap.xml",
}
# Addresses that only lead to others; ``tests.journeys.addresses`` says where.
MOVED = {
    "bill-by-another-form",
    "bill-by-old-address",
    "matter-by-another-form",
    "bill-choose-comparison",
    "matter-choose-comparison",
    "vote-by-another-form",
    "session-by-another-form",
    "agenda-by-another-form",
    "agenda-today",
    "senator-bills",
    "elsewhere",
}


class Found:
    """Addresses gathered by the name of their route."""

    def __init__(self) -> None:
        self.by_name: Addresses = defaultdict(list)

    def page(self, name: str, path: str) -> None:
        """A page for people, in both languages."""
        self.by_name[name] += [path, f"/en{path}"]

    def file(self, name: str, path: str) -> None:
        self.by_name[name].append(path)


def every_address() -> Addresses:
    """Every address of the record in the database, pages in both languages."""
    found = Found()
    for name, path in PAGES.items():
        found.page(name, path)
    for name, path in FILES.items():
        found.file(name, path)
    _bills(found)
    _votes(found)
    _people(found)
    _committees(found)
    _sessions(found)
    _publications(found)
    return found.by_name


def _publications(found: Found) -> None:
    public = Publication.objects.filter(state__in=("PUBLISHED", "WITHDRAWN"))
    for pk in public.values_list("pk", flat=True):
        found.page("publication", f"/publicaciones/{pk}/")
        found.file("publication-json", f"/publicaciones/{pk}.json")


def _bills(found: Found) -> None:
    slugs: dict[int, list[str]] = defaultdict(list)
    for bill, slug in BillText.objects.order_by("position").values_list("bill_id", "slug"):
        slugs[bill].append(slug)
    for pk, kind, number in Bill.objects.values_list("pk", "kind", "number"):
        name, root, resource = ROOTS[BillKind(kind)]
        page, api = f"/{root}/{number}/", f"/api/v1/{resource}/{number}"
        found.page(name, page)
        for part, path in (
            ("texts", "textos"),
            ("votes", "votaciones"),
            ("papers", "documentos"),
            ("amendments", "indicaciones"),
            ("urgencies", "urgencias"),
        ):
            found.page(f"{name}-{part}", f"{page}{path}/")
        found.file(name, api)
        found.file(f"{name}-json", f"/{root}/{number}.json")
        found.file(f"{name}-atom", f"/{root}/{number}.atom")
        for slug in slugs[pk]:
            found.page(f"{name}-text", f"{page}textos/{slug}/")
            found.file(f"{name}-text", f"{api}/texts/{slug}")
            found.file(f"{name}-text-json", f"{page}textos/{slug}.json")
        for old, new in pairwise(slugs[pk]):
            found.page(f"{name}-compare", f"{page}comparar/{old}..{new}/")


def _votes(found: Found) -> None:
    votes = Vote.objects.filter(session__committee__isnull=True)
    for place in votes.values_list("session__legislature_id", "session__number", "position"):
        path = "/".join(map(str, place))
        found.page("vote", f"/votaciones/{path}/")
        found.page("vote-by-answer", f"/votaciones/{path}/por-respuesta/")
        found.file("vote", f"/api/v1/votes/{path}")
        found.file("vote-json", f"/votaciones/{path}.json")
        found.file("vote-csv", f"/votaciones/{path}.csv")


def _people(found: Found) -> None:
    slugs = list(Person.objects.order_by("slug").values_list("slug", flat=True))
    for slug in slugs:
        page = f"/senadores/{slug}"
        found.page("senator", f"{page}/")
        found.page("senator-votes", f"{page}/votaciones/")
        found.page("senator-attendance", f"{page}/asistencia/")
        found.file("senator", f"/api/v1/senators/{slug}")
        found.file("senator-json", f"{page}.json")
        found.file("senator-atom", f"{page}.atom")
        found.file("senator-votes-csv", f"{page}/votaciones.csv")
    for one, other in pairwise(slugs):
        found.page("senator-compare", f"/senadores/comparar/{one}..{other}/")
    for slug in Constituency.objects.values_list("slug", flat=True):
        found.page("region", f"/regiones/{slug}/")
    for slug in Party.objects.values_list("slug", flat=True):
        found.page("party", f"/partidos/{slug}/")


def _committees(found: Found) -> None:
    for slug in Committee.objects.values_list("slug", flat=True):
        found.page("committee", f"/comisiones/{slug}/")
        found.file("committee", f"/api/v1/committees/{slug}")
        found.file("committee-json", f"/comisiones/{slug}.json")
        found.file("committee-ics", f"/comisiones/{slug}/agenda.ics")


def _sessions(found: Found) -> None:
    sittings = Session.objects.values_list("legislature_id", "number", "committee__slug", "held_on")
    days: set[date] = set()
    for legislature, number, committee, held_on in sittings:
        days.add(held_on)
        if committee:
            path = f"/api/v1/committees/{committee}/sessions/{legislature}/{number}"
            found.file("committee-session", path)
            continue
        found.page("session", f"/sesiones/{legislature}/{number}/")
        found.file("session", f"/api/v1/sessions/{legislature}/{number}")
        found.file("session-json", f"/sesiones/{legislature}/{number}.json")
    for day in sorted(days):
        found.page("agenda", f"/agenda/{day:%Y/%m/%d}/")
    for month in sorted({f"{day:%Y/%m}" for day in days}):
        found.page("agenda", f"/agenda/{month}/")
    for year in sorted({day.year for day in days}):
        found.page("agenda", f"/agenda/{year}/")


def sampled(addresses: Addresses, each: int) -> Addresses:
    """Some addresses of every route, from its beginning, its middle and its end."""
    return {
        name: paths if len(paths) <= each else paths[:: -(-len(paths) // each)]
        for name, paths in addresses.items()
    }


def visit(reader: Client, addresses: Addresses) -> int:
    """Ask for every address; how many answered. The first that does not is an error."""
    visited = 0
    for path in in_order(addresses):
        response = reader.get(path)
        assert response.status_code == 200, f"{path} answers {response.status_code}"
        check_form(path, response)
        visited += 1
    return visited


def in_order(addresses: Addresses) -> Iterator[str]:
    for paths in addresses.values():
        yield from paths


def walk_lists(reader: Client) -> int:
    """Go through every list of the API from end to end; how many pages there were."""
    pages = 0
    for name in (
        "bills",
        "matters",
        "votes",
        "senators",
        "committees",
        "sessions",
        "documents",
        "texts",
    ):
        path: str | None = f"/api/v1/{name}?limite=100"
        seen: set[str] = set()
        while path:
            page = reader.get(path).json()
            ids = [thing["id"] for thing in page["results"]]
            assert not seen & set(ids), f"{path} repeats something"
            seen.update(ids)
            path, pages = page["next"], pages + 1
    return pages


def maps_of(reader: Client) -> Iterable[str]:
    """The address of every sitemap."""
    index = fromstring(reader.get("/sitemap.xml").content)
    for loc in index.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
        yield str(loc.text).removeprefix("http://testserver")


def check_form(path: str, response: HttpResponse) -> None:
    """What it says it is, it is."""
    kind = response.headers["Content-Type"].partition(";")[0]
    content = response.content
    if kind == "application/json":
        json.loads(content)
    elif kind.endswith("xml"):
        fromstring(content)
    elif kind == "text/calendar":
        Calendar.from_ical(content)
    elif kind == "text/csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}, path
    elif kind == "text/html":
        assert content.rstrip().endswith(b"</html>"), path
    else:
        assert kind == "text/plain", (path, kind)
