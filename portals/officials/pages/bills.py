"""The bills that officials keep here, in a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from legislation.procedure import permissions
from legislation.procedure.enums import Standing
from legislation.procedure.selectors.dossiers import NEWEST_FIRST, DossierRow, list_dossiers
from portals.shared.csv import Cell
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parameters import asked
from portals.shared.parts import Column, Filter

SIZE = 50
MOST_ROWS = 20_000


@dataclass(frozen=True)
class BillsPage:
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int | Markup, ...], ...]
    pages: PageLinks
    may_file: bool
    reason: str
    file_href: str
    receive_href: str
    take_up_href: str
    csv_href: str


def build(query: Mapping[str, str], actor: Actor) -> BillsPage:
    """The list as its address asks for it: 1 query."""
    words, standing = asked(query, "texto"), asked(query, "estado")
    standings = (standing,) if standing in Standing.values else ()
    page = keyset_page(
        list_dossiers(standings=standings, words=words),
        order=NEWEST_FIRST,
        size=SIZE,
        cursor=query.get(CURSOR_PARAMETER),
    )
    address = reverse("officials:bills")
    filing = permissions.can_file(actor)
    kept = {name: value for name, value in (("texto", words), ("estado", standing)) if value}
    return BillsPage(
        address=address,
        filters=_filters(words, standing if standings else ""),
        clear_href=address if kept else "",
        columns=_columns(),
        rows=tuple(_row(row) for row in page.items),
        pages=page_links(page, path=address, params=kept),
        may_file=bool(filing),
        reason=filing.reason,
        file_href=reverse("officials:file"),
        receive_href=reverse("officials:receive"),
        take_up_href=reverse("officials:take-up"),
        csv_href=f"{reverse('officials:bills-csv')}?{urlencode(kept)}".rstrip("?"),
    )


def table(query: Mapping[str, str]) -> tuple[list[str], list[list[Cell]]]:
    """The whole list that the address asks for, as a table: its heading and its rows. 1 query."""
    words, standing = asked(query, "texto"), asked(query, "estado")
    standings = (standing,) if standing in Standing.values else ()
    rows = list_dossiers(standings=standings, words=words).order_by(*NEWEST_FIRST)[:MOST_ROWS]
    heading = ["number", "title", "standing", "since", "initiative", "origin", "committee"]
    return heading, [
        [
            row.number,
            row.title,
            row.standing,
            row.stands_since,
            row.initiative,
            row.origin_chamber,
            row.committee_name or "",
        ]
        for row in rows
    ]


def _filters(words: str, standing: str) -> tuple[Filter, ...]:
    places = (("", _("Any")), *((one.value, str(one.label)) for one in Standing))
    return (
        Filter("texto", _("Number or title"), words),
        Filter("estado", _("It stands"), standing, places),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Number")),
        Column(_("Title"), "head"),
        Column(_("It stands")),
        Column(_("Since"), hide_small=True),
        Column(_("Not public yet"), "number"),
    )


def _row(row: DossierRow) -> tuple[str | int | Markup, ...]:
    href = reverse("officials:dossier", kwargs={"number": row.number})
    return (
        row.number,
        Markup('<a href="{}">{}</a>').format(href, row.title),
        str(Standing(row.standing).label),
        plain_date(row.stands_since),
        row.unpublished,
    )
