"""What the list of bills can be narrowed by: the words of its address and their meaning."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist

from legislation.bills.enums import BillKind, Status
from legislation.bills.selectors import BillFilter, Narrowing, narrowing_of
from portals.citizens.pages.bill_words import (
    chamber_name,
    initiative_name,
    stage_name,
    status_name,
    urgency_name,
)
from portals.citizens.pages.list_filters import ANY_YEAR, ListFilters, Meanings, as_written
from portals.shared.address_words import (
    ANY_URGENCY,
    INITIATIVES,
    ORIGINS,
    STAGES,
    STATUSES,
    URGENCIES,
)
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Filter

FIRST_YEAR = 1990

MEANINGS_OF_BILLS: Meanings = {
    "estado": STATUSES,
    "etapa": STAGES,
    "origen": ORIGINS,
    "iniciativa": INITIATIVES,
    "urgencia": URGENCIES,
    "anio": ANY_YEAR,
}
# No matter goes through both chambers, and the committees listed are those that have a bill.
_ONLY_OF_BILLS = ("etapa", "origen", "comision")

# What the record names: the parameter of the address and that of the selector.
_NAMED = {"comision": "committee", "materia": "subject", "autor": "author"}


@dataclass(frozen=True, kw_only=True)
class Chosen(ListFilters):
    """The filters of bills; matters know most of them."""

    estado: str = ""
    etapa: str = ""
    origen: str = ""
    iniciativa: str = ""
    urgencia: str = ""
    comision: str = ""
    materia: str = ""
    anio: str = ""
    autor: str = ""


class Understood(NamedTuple):
    """What the words of an address mean.

    ``chosen`` is without those that mean nothing, which are ``left_out``: «estado=nada».
    """

    wanted: BillFilter
    named: Narrowing
    chosen: Chosen
    left_out: tuple[str, ...]


def understand(chosen: Chosen, *, kind: BillKind) -> Understood:
    """Take what means something. A query for each committee, subject or author."""
    named, absent = _narrowing(chosen)
    nothing = [*chosen.meaningless(MEANINGS_OF_BILLS), *absent]
    known = chosen.without(nothing)
    wanted = BillFilter(
        kind=kind,
        status=STATUSES[known.estado] if known.estado else "",
        stage=STAGES[known.etapa] if known.etapa else "",
        origin=ORIGINS[known.origen] if known.origen else "",
        initiative=INITIATIVES[known.iniciativa] if known.iniciativa else "",
        urgency=URGENCIES[known.urgencia] if known.urgencia else (),
        year=int(known.anio) if known.anio else None,
        committee_id=named.committee.id if named.committee else None,
        subject_id=named.subject.id if named.subject else None,
        author_id=named.author.id if named.author else None,
    )
    return Understood(wanted, named, known, as_written(chosen.parameters(), nothing))


def _narrowing(chosen: Chosen) -> tuple[Narrowing, list[str]]:
    """Who and what the list is narrowed by, and the names of the filters that name nobody."""
    named, absent = Narrowing(), []
    for name, argument in _NAMED.items():
        if slug := getattr(chosen, name):
            try:
                found = narrowing_of(**{argument: slug})
                named = replace(named, **{argument: getattr(found, argument)})
            except ObjectDoesNotExist:
                absent.append(name)
    return named, absent


def controls(
    chosen: Chosen, committees: Sequence[tuple[str, str, str]], *, kind: BillKind, on: date
) -> tuple[Filter, ...]:
    """The form's lists, in order, with what is chosen in each; without what nothing of that kind
    can be, unless it is chosen."""
    return _controls(chosen, kind, tuple(committees), on.year, language())


@lru_cache(maxsize=128)
def _controls(
    chosen: Chosen,
    kind: BillKind,
    committees: tuple[tuple[str, str, str], ...],
    last_year: int,
    _language: str | None,
) -> tuple[Filter, ...]:
    """Remembered: two hundred options that seldom change."""
    years = tuple((str(year), str(year)) for year in range(last_year, FIRST_YEAR - 1, -1))
    if chosen.anio and (chosen.anio, chosen.anio) not in years:
        years = ((chosen.anio, chosen.anio), *years)
    lists = (
        ("estado", _("State"), _labels(_statuses_of(kind, chosen.estado), status_name)),
        ("etapa", _("Stage"), _labels(STAGES, stage_name)),
        ("origen", _("Began in"), _labels(ORIGINS, chamber_name)),
        ("iniciativa", _("Initiative"), _labels(INITIATIVES, initiative_name)),
        ("urgencia", _("Urgency"), _urgency_labels()),
        ("comision", _("Committee in charge"), _committee_labels(committees)),
        ("anio", _("Filed in"), years),
    )
    return tuple(
        Filter(name, label, getattr(chosen, name), (("", _("Any")), *choices))
        for name, label, choices in lists
        if kind == BillKind.BILL or name not in _ONLY_OF_BILLS or getattr(chosen, name)
    )


Labels = tuple[tuple[str, str], ...]


def _labels(words: Mapping[str, str], name: Callable[[str], str]) -> Labels:
    return tuple((word, name(code)) for word, code in words.items())


def _statuses_of(kind: BillKind, chosen: str) -> Mapping[str, str]:
    """A matter never becomes law, and only matters are «finished»: bills end in other ways."""
    other = Status.FINISHED if kind == BillKind.BILL else Status.PUBLISHED
    return {word: code for word, code in STATUSES.items() if code != other or word == chosen}


def _urgency_labels() -> Labels:
    kinds = ((word, urgency_name(one)) for word, (one, *more) in URGENCIES.items() if not more)
    return ((ANY_URGENCY, _("With a running urgency")), *kinds)


def _committee_labels(committees: Sequence[tuple[str, str, str]]) -> Labels:
    """Names, with the chamber beside those that both chambers use."""
    names = [name for _slug, name, _chamber in committees]
    return tuple(
        (slug, f"{name} ({chamber_name(chamber)})" if names.count(name) > 1 else name)
        for slug, name, chamber in committees
    )


def names_in_use(chosen: Chosen, named: Narrowing, shown: tuple[Filter, ...]) -> dict[str, str]:
    """Each filter in use with what it says: «State: Published as law»."""
    said = {
        control.name: f"{control.label}: {dict(control.choices).get(control.value, control.value)}"
        for control in shown
        if control.value
    }
    if named.subject:
        said["materia"] = _("Subject: %(name)s") % {"name": named.subject.name}
    if named.author:
        said["autor"] = _("Author: %(name)s") % {"name": named.author.name}
    if named.committee:
        said["comision"] = _("Committee in charge: %(name)s") % {"name": named.committee.name}
    return {name: said[name] for name in chosen.parameters()}
