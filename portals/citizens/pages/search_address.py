"""What the address of a search says, and the addresses of searches a little different from it.

Everything that a search is stands in its address, in the words of the list of bills; so that
it can be kept, sent and followed. A value that means nothing is left out, and the page says so; a page
that is no number is an address that does not exist.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from legislation.search.enums import Facet, Found, Order
from legislation.search.questions import Question, cleaned
from portals.citizens.pages.bill_filters import MEANINGS_OF_BILLS, Chosen
from portals.citizens.pages.list_filters import as_written
from portals.shared.address_words import (
    BILL_KINDS,
    INITIATIVES,
    ORIGINS,
    STAGES,
    STATUSES,
    URGENCIES,
)
from portals.shared.language import language
from portals.shared.parameters import asked, is_natural, is_year

TABS: Mapping[str, Found] = {
    "proyectos": Found.BILLS,
    "votaciones": Found.VOTES,
    "sesiones": Found.SESSIONS,
    "senadores": Found.SENATORS,
    "comisiones": Found.COMMITTEES,
}
ORDERS: Mapping[str, Order] = {"": Order.RELEVANCE, "recientes": Order.NEWEST}
MEANINGS: Mapping[str, tuple[Facet, Mapping[str, object]]] = {
    "estado": (Facet.STATUS, STATUSES),
    "etapa": (Facet.STAGE, STAGES),
    "origen": (Facet.ORIGIN, ORIGINS),
    "iniciativa": (Facet.INITIATIVE, INITIATIVES),
    "urgencia": (Facet.URGENCY, URGENCIES),
}
NAMED: Mapping[str, Facet] = {
    "comision": Facet.COMMITTEE,
    "materia": Facet.SUBJECT,
    "autor": Facet.AUTHOR,
}
PARAMETERS: Mapping[Facet, str] = {
    **{facet: name for name, (facet, _words) in MEANINGS.items()},
    **{facet: name for name, facet in NAMED.items()},
    Facet.YEAR: "anio",
    Facet.KIND: "clase",
}

# Stands for any value; no address can hold it, since questions lose their control characters.
_ANY = "\x00"


@dataclass(frozen=True, kw_only=True)
class SearchAddress:
    """The parts of the address: words, tab, filters, kind of bill, order and page."""

    words: str
    tipo: str = ""
    chosen: Chosen = field(default_factory=Chosen)
    clase: str = ""
    orden: str = ""
    pagina: int = 1

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "SearchAddress":
        """Take from a query what a search knows, and nothing else.

        :raises ObjectDoesNotExist: a page that is not a number from 1
        """
        page = query.get("pagina", "1")
        if not is_natural(page, digits=4):
            raise ObjectDoesNotExist(page)
        return cls(
            words=cleaned(query.get("q", "")),
            tipo=asked(query, "tipo"),
            chosen=Chosen.read(query),
            clase=asked(query, "clase"),
            orden=asked(query, "orden"),
            pagina=int(page),
        )

    def understood(self) -> tuple["SearchAddress", tuple[str, ...]]:
        """The same search without what means nothing, and what that was: «tipo=nada».

        Authors, committees and subjects are not looked up: one that does not exist finds nothing.
        """
        mine = {"tipo": TABS, "clase": BILL_KINDS, "orden": ORDERS}
        unknown = [
            name
            for name, words in mine.items()
            if (word := getattr(self, name)) and word not in words
        ]
        of_bills = self.chosen.meaningless(MEANINGS_OF_BILLS)
        if not (unknown or of_bills):
            return self, ()
        known = replace(
            self,
            chosen=self.chosen.without(of_bills),
            tipo="" if "tipo" in unknown else self.tipo,
            clase="" if "clase" in unknown else self.clase,
            orden="" if "orden" in unknown else self.orden,
        )
        left_out = as_written(
            {name: getattr(self, name) for name in unknown} | self.chosen.parameters(),
            [*unknown, *of_bills],
        )
        return known, left_out

    @property
    def is_beyond_everything(self) -> bool:
        """A later page of the first tab, which has only one: its bills go on in their own tab."""
        return not self.tipo and self.pagina > 1

    @property
    def found(self) -> Found | None:
        """The tab; None is the first, with everything."""
        return TABS[self.tipo] if self.tipo else None

    def question(self) -> Question:
        """What is asked of the record.

        :raises ObjectDoesNotExist: a part of the address means nothing
        """
        try:
            if self.tipo:
                TABS[self.tipo]
            return Question(words=self.words, narrowed=self._narrowed(), order=ORDERS[self.orden])
        except KeyError as unknown:
            raise ObjectDoesNotExist(str(unknown)) from unknown

    def _narrowed(self) -> dict[Facet, str | int | list[str]]:
        narrowed: dict[Facet, str | int | list[str]] = {}
        for name, value in self.chosen.parameters().items():
            if name in MEANINGS:
                facet, meanings = MEANINGS[name]
                meant = meanings[value]
                narrowed[facet] = [*meant] if isinstance(meant, tuple) else str(meant)
            elif name in NAMED:
                narrowed[NAMED[name]] = value
        if self.chosen.anio:
            if not is_year(self.chosen.anio):
                raise KeyError(self.chosen.anio)
            narrowed[Facet.YEAR] = int(self.chosen.anio)
        if self.clase:
            narrowed[Facet.KIND] = str(BILL_KINDS[self.clase])
        return narrowed

    @property
    def filters(self) -> dict[str, str]:
        """What the bills are narrowed by, as the address says it."""
        return self.chosen.parameters() | ({"clase": self.clase} if self.clase else {})

    def narrowed(self, name: str, value: str) -> str:
        """The bills of this search, from the first page, narrowed by one thing more.

        «» removes it. Only bills are narrowed, so that this leads to their tab.
        """
        there = replace(self, tipo="proyectos" if value else self.tipo, pagina=1)
        if name == "clase":
            return replace(there, clase=value).href()
        return replace(there, chosen=replace(self.chosen, **{name: value})).href()

    def narrowing(self, name: str) -> Callable[[str], str]:
        """What writes ``narrowed(name, value)`` for many values of one name."""
        before, after = self.narrowed(name, _ANY).split(quote_plus(_ANY))
        return lambda value: f"{before}{quote_plus(value)}{after}"

    def with_order(self, orden: str) -> str:
        return replace(self, orden=orden, pagina=1).href()

    def with_words(self, words: str) -> str:
        """Other words, narrowed by nothing."""
        return SearchAddress(words=words, tipo=self.tipo).href()

    def tab(self, tipo: str) -> str:
        """Another tab; filters and order belong to bills and go no further."""
        if tipo in ("", "proyectos"):
            return replace(self, tipo=tipo, pagina=1).href()
        return SearchAddress(words=self.words, tipo=tipo).href()

    def page(self, number: int) -> str:
        return replace(self, pagina=number).href()

    def without_filters(self) -> str:
        return replace(self, chosen=Chosen(), clase="", pagina=1).href()

    def href(self) -> str:
        return f"{_root(language())}?{urlencode(self._parameters())}"

    def feed_href(self) -> str:
        """The Atom feed of the same bills, newest movement first, whatever the page shows."""
        parameters = {"q": self.words, **self.filters}
        return f"{reverse('open_data:search-atom')}?{urlencode(parameters)}"

    def _parameters(self) -> dict[str, str]:
        parts = {
            "q": self.words,
            "tipo": self.tipo,
            **self.filters,
            "orden": self.orden,
            "pagina": str(self.pagina) if self.pagina > 1 else "",
        }
        return {name: value for name, value in parts.items() if value or name == "q"}


@lru_cache(maxsize=2)
def _root(_language: str) -> str:
    """Remembered: a page of results writes a hundred addresses of searches."""
    return reverse("citizens:search")
