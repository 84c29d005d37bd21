"""The people of the Senate as officials keep them, in a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from legislation.membership.enums import ChangeKind
from legislation.membership.permissions import can_change
from legislation.membership.selectors import (
    IN_SPANISH_ORDER,
    PersonRow,
    committee_names,
    list_people,
    party_names,
)
from legislation.people.enums import Chamber, ExclusionReason
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parameters import asked
from portals.shared.parts import Column, Filter

SIZE = 50
PARAMETERS = ("texto", "situacion", "partido", "comision")
SITUATIONS = {"en-ejercicio": "sitting", "sin-ejercer": "excluded", "sin-escano": "former"}


@dataclass(frozen=True)
class PeoplePage:
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Markup, ...], ...]
    pages: PageLinks
    may_register: bool
    reason: str
    register_href: str


def build(query: Mapping[str, str], actor: Actor, *, on: date) -> PeoplePage:
    """The list as its address asks for it: 3 queries."""
    said = {name: asked(query, name) for name in PARAMETERS}
    page = keyset_page(
        list_people(
            on=on,
            words=said["texto"],
            situation=SITUATIONS.get(said["situacion"], ""),
            party=said["partido"],
            committee=said["comision"],
        ),
        order=IN_SPANISH_ORDER,
        size=SIZE,
        cursor=query.get(CURSOR_PARAMETER),
    )
    address = reverse("officials:people")
    kept = {name: value for name, value in said.items() if value}
    registering = can_change(actor, ChangeKind.REGISTER)
    return PeoplePage(
        address=address,
        filters=_filters(said),
        clear_href=address if kept else "",
        columns=_columns(),
        rows=tuple(_row(row) for row in page.items),
        pages=page_links(page, path=address, params=kept),
        may_register=bool(registering),
        reason=registering.reason,
        register_href=reverse("officials:person-register"),
    )


def _filters(said: Mapping[str, str]) -> tuple[Filter, ...]:
    situations = (
        ("", _("Any")),
        ("en-ejercicio", _("In office")),
        ("sin-ejercer", _("With a seat, not in office")),
        ("sin-escano", _("Without a seat")),
    )
    parties = (("", _("Any")), *((one.slug, one.name) for one in party_names()))
    committees = (
        ("", _("Any")),
        *((one.slug, one.name) for one in committee_names() if one.chamber != Chamber.DEPUTIES),
    )
    return (
        Filter("texto", _("Name"), said["texto"]),
        Filter("situacion", _("Situation"), said["situacion"], situations),
        Filter("partido", _("Party"), said["partido"], parties),
        Filter("comision", _("Committee"), said["comision"], committees),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), "head"),
        Column(_("Region")),
        Column(_("Party"), hide_small=True),
        Column(_("Situation")),
    )


def _row(row: PersonRow) -> tuple[str | Markup, ...]:
    href = reverse("officials:person", kwargs={"slug": row.slug})
    return (
        Markup('<a href="{}">{}</a>').format(href, row.full_name),
        row.region or "—",
        row.party or "—",
        situation(has_seat=row.region is not None, exclusion=row.exclusion),
    )


def situation(*, has_seat: bool, exclusion: str | None) -> str:
    """In office, out of it and why, or without a seat."""
    if not has_seat:
        return _("Without a seat")
    return str(ExclusionReason(exclusion).label) if exclusion else _("In office")
