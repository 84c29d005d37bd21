"""The column of facets: what the bills found can be narrowed by, with how many would remain."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import pgettext

from legislation.bills.enums import BillKind
from legislation.search.enums import Facet
from legislation.search.selectors import FacetCount
from portals.citizens.pages.bill_words import (
    chamber_name,
    initiative_name,
    spanish_marker,
    stage_name,
    status_name,
    urgency_name,
)
from portals.citizens.pages.search_address import MEANINGS, PARAMETERS, SearchAddress
from portals.shared import parts
from portals.shared.address_words import ANY_URGENCY, BILL_KINDS
from portals.shared.language import gettext as _
from portals.shared.parts import Link, Option

Marker = Callable[[str], str]

_OPEN = frozenset({Facet.STATUS, Facet.STAGE, Facet.URGENCY, Facet.INITIATIVE})
_ORDER = (
    Facet.STATUS,
    Facet.STAGE,
    Facet.URGENCY,
    Facet.INITIATIVE,
    Facet.ORIGIN,
    Facet.COMMITTEE,
    Facet.SUBJECT,
    Facet.AUTHOR,
    Facet.YEAR,
    Facet.KIND,
)
_NAMES: Mapping[Facet, Callable[[str], str]] = {
    Facet.STATUS: status_name,
    Facet.STAGE: stage_name,
    Facet.ORIGIN: chamber_name,
    Facet.INITIATIVE: initiative_name,
    Facet.URGENCY: urgency_name,
    Facet.KIND: lambda code: str(BillKind(code).label),
}


def facet_title(facet: Facet) -> str:
    return {
        Facet.STATUS: _("State"),
        Facet.STAGE: _("Stage"),
        Facet.URGENCY: _("Urgency"),
        Facet.INITIATIVE: _("Initiative"),
        Facet.ORIGIN: _("Began in"),
        Facet.COMMITTEE: _("Committee in charge"),
        Facet.SUBJECT: _("Subject"),
        Facet.AUTHOR: pgettext("search", "Author"),
        Facet.YEAR: _("Filed in"),
        Facet.KIND: pgettext("search", "Kind"),
    }[facet]


def facets(address: SearchAddress, counts: Iterable[FacetCount]) -> tuple[parts.Facet, ...]:
    """The facets that divide what was found, and those in use. The rest say nothing."""
    by_facet: dict[Facet, list[FacetCount]] = {facet: [] for facet in _ORDER}
    for count in counts:
        by_facet[count.facet].append(count)
    by_facet[Facet.YEAR].sort(key=lambda count: count.value, reverse=True)
    marked = spanish_marker()
    drawn = (_facet(address, facet, found, marked) for facet, found in by_facet.items())
    return tuple(facet for facet in drawn if facet is not None)


def chips(address: SearchAddress, counts: Iterable[FacetCount]) -> tuple[Link, ...]:
    """What the search is narrowed by; each is a link to the same search without it."""
    if not address.filters:
        return ()
    marked = spanish_marker()
    labels = {(PARAMETERS[c.facet], _word(c)): _label(c, marked) for c in counts}
    facet_of = {name: facet for facet, name in PARAMETERS.items()}
    return tuple(
        Link(
            f"{facet_title(facet_of[name])}: {labels.get((name, value)) or _said(name, value)}",
            address.narrowed(name, ""),
        )
        for name, value in address.filters.items()
    )


def _facet(
    address: SearchAddress, facet: Facet, counts: list[FacetCount], marked: Marker
) -> parts.Facet | None:
    name = PARAMETERS[facet]
    chosen = address.filters.get(name, "")
    words = [(_word(count), count) for count in counts]
    said = [(word, count) for word, count in words if word]
    is_worth_drawing = chosen or len(said) > 1 or facet == Facet.URGENCY
    if not said or not is_worth_drawing:
        return None
    without, at = address.narrowed(name, ""), address.narrowing(name)
    options = tuple(
        Option(
            _label(count, marked),
            without if word == chosen else at(word),
            count.records,
            word == chosen,
        )
        for word, count in said
    )
    return parts.Facet(
        facet_title(facet), options, without if chosen else None, bool(chosen) or facet in _OPEN
    )


def _label(count: FacetCount, marked: Marker) -> str:
    if count.facet in _NAMES:
        return _NAMES[count.facet](count.value)
    if count.facet in (Facet.COMMITTEE, Facet.SUBJECT):
        return marked(count.label)
    return count.label or count.value


def _word(count: FacetCount) -> str:
    """The word of the address for a value; «» for those that addresses do not name."""
    words = _WORDS.get(count.facet)
    return words.get(count.value, "") if words is not None else count.value


def _said(name: str, word: str) -> str:
    """What a filter says when nothing that was found has it."""
    if name == "urgencia" and word == ANY_URGENCY:
        return _("With a running urgency")
    facet = next(facet for facet, parameter in PARAMETERS.items() if parameter == name)
    codes = {said: code for code, said in _WORDS.get(facet, {}).items()}
    return _NAMES[facet](codes[word]) if word in codes else word


def _inverse(words: Mapping[str, object]) -> dict[str, str]:
    """From codes of the record to words of the address; «any urgency» has no code."""
    return {
        str(code[0] if isinstance(code, tuple) else code): word
        for word, code in words.items()
        if not (isinstance(code, tuple) and len(code) > 1)
    }


_WORDS: Mapping[Facet, Mapping[str, str]] = {
    **{facet: _inverse(words) for facet, words in MEANINGS.values()},
    Facet.KIND: _inverse(BILL_KINDS),
}
