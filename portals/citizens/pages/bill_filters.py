"""What the list of bills can be narrowed by: the words of its address and their meaning.

Addresses are Spanish in both languages. A value that is not in these lists is an address
that does not exist.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from legislation.bills.enums import BillKind
from legislation.bills.selectors import BillFilter, Narrowing, narrowing_of
from portals.citizens.pages.bill_words import (
    chamber_name,
    initiative_name,
    stage_name,
    status_name,
    urgency_name,
)
from portals.shared.address_words import (
    ANY_URGENCY,
    INITIATIVES,
    ORIGINS,
    STAGES,
    STATUSES,
    URGENCIES,
)
from portals.shared.parts import Filter

FIRST_YEAR = 1990


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The filters as the address says them; «» and absent are the same."""

    estado: str = ""
    etapa: str = ""
    origen: str = ""
    iniciativa: str = ""
    urgencia: str = ""
    comision: str = ""
    materia: str = ""
    anio: str = ""
    autor: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Chosen":
        """Take from a query what is a filter, and nothing else."""
        return cls(**{field.name: query.get(field.name, "").strip() for field in fields(cls)})

    def parameters(self, *, without: str = "") -> dict[str, str]:
        """The filters in use, for an address; perhaps without one of them."""
        return {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) and field.name != without
        }


def resolve(chosen: Chosen, *, kind: BillKind) -> tuple[BillFilter, Narrowing]:
    """What the words of an address mean. A query for each committee, subject or author.

    :raises ObjectDoesNotExist: one of them means nothing
    """
    named = narrowing_of(committee=chosen.comision, subject=chosen.materia, author=chosen.autor)
    try:
        wanted = BillFilter(
            kind=kind,
            status=STATUSES[chosen.estado] if chosen.estado else "",
            stage=STAGES[chosen.etapa] if chosen.etapa else "",
            origin=ORIGINS[chosen.origen] if chosen.origen else "",
            initiative=INITIATIVES[chosen.iniciativa] if chosen.iniciativa else "",
            urgency=URGENCIES[chosen.urgencia] if chosen.urgencia else (),
            year=_year(chosen.anio) if chosen.anio else None,
            committee_id=named.committee.id if named.committee else None,
            subject_id=named.subject.id if named.subject else None,
            author_id=named.author.id if named.author else None,
        )
    except KeyError as unknown:
        raise ObjectDoesNotExist(str(unknown)) from unknown
    return wanted, named


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == 4 and text > "0000"):
        raise KeyError(text)
    return int(text)


def controls(
    chosen: Chosen, committees: Sequence[tuple[str, str, str]], *, on: date
) -> tuple[Filter, ...]:
    """The form's lists, in order, with what is chosen in each."""
    return _controls(chosen, tuple(committees), on.year, get_language())


@lru_cache(maxsize=128)
def _controls(
    chosen: Chosen,
    committees: tuple[tuple[str, str, str], ...],
    last_year: int,
    _language: str | None,
) -> tuple[Filter, ...]:
    """Remembered: two hundred options that seldom change."""
    years = tuple((str(year), str(year)) for year in range(last_year, FIRST_YEAR - 1, -1))
    if chosen.anio and (chosen.anio, chosen.anio) not in years:
        years = ((chosen.anio, chosen.anio), *years)
    lists = (
        ("estado", _("State"), _labels(STATUSES, status_name)),
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
    )


Labels = tuple[tuple[str, str], ...]


def _labels(words: Mapping[str, str], name: Callable[[str], str]) -> Labels:
    return tuple((word, name(code)) for word, code in words.items())


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
