"""One person as officials keep them: what they hold, what may be changed, what was entered."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as translated
from markupsafe import Markup

from accounts.actors import Actor
from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import RowKind
from legislation.membership.guards import CITATIONS, OF_COMMITTEES, Facts, why_not
from legislation.membership.permissions import can_change, can_change_some
from legislation.membership.selectors import (
    ActRow,
    Held,
    acts_of,
    caucus_names,
    committee_names,
    committees_served,
    count_acts,
    facts_on,
    get_person,
    held_by,
    party_names,
    vacancies,
)
from legislation.people.enums import Chamber, CommitteeRole, ExclusionReason, OfficeKind
from legislation.people.models import Person
from legislation.people.selectors import roster_on
from legislation.people.selectors_person import constituencies
from legislation.publishing.enums import PublicationState
from portals.officials.forms.people import Choices
from portals.officials.pages.people import situation
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Fact, Link

SHOWN = 100
# Addresses are Spanish and permanent.
SLUGS: dict[K, str] = {
    K.SEAT: "asumir-escano",
    K.END_SEAT: "dejar-escano",
    K.REPLACE: "proveer-vacante",
    K.JOIN_PARTY: "ingresar-a-partido",
    K.LEAVE_PARTY: "dejar-partido",
    K.JOIN_CAUCUS: "ingresar-a-comite",
    K.LEAVE_CAUCUS: "dejar-comite",
    K.JOIN_COMMITTEE: "integrar-comision",
    K.LEAVE_COMMITTEE: "dejar-comision",
    K.CHAIR_COMMITTEE: "presidir-comision",
    K.SUBSTITUTE: "reemplazar-en-comision",
    K.TAKE_OFFICE: "asumir-cargo",
    K.LEAVE_OFFICE: "dejar-cargo",
    K.SUSPEND: "suspender",
    K.PERMIT_ABSENCE: "permitir-ausencia",
    K.RETURN: "volver-al-ejercicio",
    K.CORRECT: "corregir",
}
CHANGES = {slug: kind for kind, slug in SLUGS.items()}
Row = tuple[str | Markup, ...]


@dataclass(frozen=True)
class Possible:
    """A change that may be entered, or why this person may not."""

    label: str
    href: str
    reason: str
    citation: str


@dataclass(frozen=True)
class PersonPage:
    name: str
    crumbs: tuple[Link, ...]
    facts: tuple[Fact, ...]
    held_columns: tuple[Column, ...]
    held: tuple[Row, ...]
    possible: tuple[Possible, ...]
    refused: tuple[Possible, ...]
    act_columns: tuple[Column, ...]
    acts: tuple[Row, ...]


@dataclass(frozen=True)
class ChangePage:
    """One change about to be entered; ``reason`` says why this person may not, empty if so."""

    name: str
    label: str
    citation: str
    reason: str
    crumbs: tuple[Link, ...]
    back_href: str
    person_id: int | None
    acts: int


def build(slug: str, actor: Actor, *, on: date) -> PersonPage:
    """:raises Person.DoesNotExist: nobody has that address"""
    person = get_person(slug)
    held = held_by(person)
    facts = facts_on(on, held)
    served = committees_served(actor)
    possible = [_possible(person, kind, facts, actor, served) for kind in SLUGS]
    return PersonPage(
        name=str(person.full_name),
        crumbs=(Link(_("People"), reverse("officials:people")), Link(str(person.full_name))),
        facts=_facts(person, held, on),
        held_columns=(
            Column(_("What"), "head"),
            Column(_("From")),
            Column(_("Until")),
            Column(_("Origin"), hide_small=True),
        ),
        held=tuple(_held(one) for one in held),
        possible=tuple(one for one in possible if not one.reason),
        refused=tuple(one for one in possible if one.reason),
        act_columns=(
            Column(_("Day")),
            Column(_("What changes"), "head"),
            Column(_("Entered by"), hide_small=True),
            Column(_("Publication")),
        ),
        acts=tuple(act_line(act) for act in acts_of(person, limit=SHOWN)),
    )


def build_change(slug: str, act_slug: str, actor: Actor) -> ChangePage:
    """:raises Person.DoesNotExist: nobody has that address, or there is no such change"""
    kind = CHANGES.get(act_slug)
    if kind is None:
        raise Person.DoesNotExist
    person = get_person(slug)
    back = reverse("officials:person", kwargs={"slug": slug})
    name = str(person.full_name)
    people = Link(_("People"), reverse("officials:people"))
    return ChangePage(
        name=name,
        label=str(kind.label),
        citation=CITATIONS.get(kind, ""),
        reason=can_change_some(actor, kind, committees_served(actor)).reason,
        crumbs=(people, Link(name, back), Link(str(kind.label))),
        back_href=back,
        person_id=person.pk,
        acts=count_acts(person),
    )


def build_registration(actor: Actor) -> ChangePage:
    """Somebody who is not in the record yet."""
    back = reverse("officials:people")
    label = str(K.REGISTER.label)
    return ChangePage(
        name="",
        label=label,
        citation="",
        reason=can_change(actor, K.REGISTER).reason,
        crumbs=(Link(_("People"), back), Link(label)),
        back_href=back,
        person_id=None,
        acts=0,
    )


def choices(kind: K, slug: str, actor: Actor, *, on: date) -> dict[str, Choices]:
    """What the lists of the form offer: only those that it has."""
    found: dict[str, Choices] = {}
    if kind in (K.JOIN_PARTY, K.REPLACE):
        found["party_id"] = [(str(one.id), one.name) for one in party_names()]
    if kind == K.JOIN_CAUCUS:
        found["caucus_id"] = [(str(one.id), one.name) for one in caucus_names()]
    if kind == K.SEAT:
        found["constituency"] = [(str(one.number), one.short_name) for one in constituencies()]
    if kind in OF_COMMITTEES:
        found["committee_id"] = _committees(actor)
    if kind == K.REPLACE:
        found["other_id"] = [(str(key), name) for key, name in vacancies()]
    if kind == K.SUBSTITUTE:
        rows = roster_on(on).in_office
        found["other_id"] = [(str(row.person_id), row.full_name) for row in rows]
    if kind == K.CORRECT:
        held = held_by(get_person(slug))
        found["row"] = [(f"{one.kind}:{one.id}", _sentence(one)) for one in held]
    return found


def _committees(actor: Actor) -> Choices:
    served = committees_served(actor)
    every = bool(can_change(actor, K.JOIN_COMMITTEE))
    return [
        (str(one.id), one.name)
        for one in committee_names()
        if one.chamber != Chamber.DEPUTIES and (every or one.id in served)
    ]


def _possible(person: Person, kind: K, facts: Facts, actor: Actor, served: list[int]) -> Possible:
    decision = can_change_some(actor, kind, served)
    why = why_not(kind, facts)
    return Possible(
        label=str(kind.label),
        href=reverse("officials:person-act", kwargs={"slug": person.slug, "act_slug": SLUGS[kind]}),
        reason=decision.reason or (translated(why) if why else ""),
        citation=CITATIONS.get(kind, ""),
    )


def _facts(person: Person, held: list[Held], on: date) -> tuple[Fact, ...]:
    now = {one.kind: one for one in held if one.holds_on(on)}
    seat, out = now.get(RowKind.MANDATE), now.get(RowKind.EXCLUSION)
    has_none = bool(seat) and RowKind.COMMITTEE not in now
    known = (
        (_("Situation"), situation(has_seat=bool(seat), exclusion=out.detail if out else None)),
        (_("Region"), seat.name if seat else ""),
        (_("Party"), now[RowKind.PARTY].name if RowKind.PARTY in now else ""),
        (_("Party caucus"), now[RowKind.CAUCUS].name if RowKind.CAUCUS in now else ""),
        (_("Committees"), _("None: every senator sits on one at least.") if has_none else ""),
    )
    return tuple(Fact(term, value) for term, value in known if value)


def _held(one: Held) -> Row:
    origin = _("Observed: it may be ended, not rewritten") if one.is_observed else _("Entered here")
    return (said(one), _day(one.since), _day(one.until), origin)


def said(one: Held) -> str:
    """What it is, in words: «Committee: Finance (Chair)»."""
    label = str(RowKind(one.kind).label)
    if one.kind == RowKind.OFFICE:
        return str(OfficeKind(one.detail).label)
    if one.kind == RowKind.EXCLUSION:
        return f"{label}: {ExclusionReason(one.detail).label}"
    if one.kind == RowKind.COMMITTEE and one.detail == CommitteeRole.CHAIR:
        return f"{label}: {one.name} ({CommitteeRole.CHAIR.label})"
    if one.kind == RowKind.SUBSTITUTION:
        return f"{label}: {one.name} ({one.detail})"
    return f"{label}: {one.name}"


def _sentence(one: Held) -> str:
    return f"{said(one)}, {_day(one.since)} – {_day(one.until)}"


def _day(day: date | None) -> str:
    return plain_date(day) if day else "—"


def act_line(act: ActRow) -> Row:
    """A change as a row of a table."""
    told = Markup('{} <span class="muted">{}</span>').format(
        act.description, " · ".join(one for one in (act.reason, act.paper, act.citation) if one)
    )
    href = reverse("officials:publication", kwargs={"pk": act.publication_id})
    return (
        plain_date(act.taken_on),
        told,
        act.recorder or _("The system"),
        Markup('<a href="{}">{}</a>').format(href, PublicationState(act.publication_state).label),
    )
