"""Whether the law allows an act where a dossier stands. Pure: no table, no clock, no person."""

from collections.abc import Iterator

from legislation.errors import RuleViolation
from legislation.people.enums import Chamber
from legislation.procedure import guards as g
from legislation.procedure.edges import EDGES, Edge
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.facts import Facts

# An undoing has no rows: it leads back to where the act that it undoes came from.
UNDOING = "Práctica de la Secretaría; Reglamento del Senado, art. 78"


class Unlawful(RuleViolation):
    """The law does not allow this act now. Says why, and which article."""

    def __init__(self, sentence: str, citation: str) -> None:
        super().__init__(sentence)
        self.sentence, self.citation = sentence, citation


def edges_of(act: ActKind, start: Standing | None, origin: Chamber) -> Iterator[Edge]:
    """The rows of this act from there, for a bill that began in that chamber."""
    for edge in EDGES:
        if edge.act == act and edge.start == start and edge.origin in (None, origin):
            yield edge


def check(act: ActKind, start: Standing | None, facts: Facts) -> Edge:
    """The lawful step that this act is, from where the dossier stands.

    :raises Unlawful: there is no such step, or one of its conditions does not hold; names
        the article
    """
    edge = next(edges_of(act, start, facts.origin), None)
    if edge is None:
        raise Unlawful(_OUT_OF_PLACE, citation_of(act))
    for guard in (g.IN_ORDER, *edge.guards):
        if not guard.holds(facts):
            raise Unlawful(guard.sentence, guard.citation)
    return edge


def acts_from(start: Standing | None, origin: Chamber) -> list[ActKind]:
    """The acts that have a row from there, in the order of the table, each once."""
    rows = (edge for edge in EDGES if edge.start == start and edge.origin in (None, origin))
    return list(dict.fromkeys(edge.act for edge in rows))


def citation_of(act: ActKind) -> str:
    """Where the law speaks of this act: the sources of its rows, each once."""
    if act is ActKind.UNDO:
        return UNDOING
    return "; ".join(dict.fromkeys(edge.citation for edge in EDGES if edge.act == act))


def citation_from(act: ActKind, start: Standing, origin: Chamber) -> str:
    """Where the law speaks of this act from there; of the act anywhere, if it has no row there."""
    edge = next(edges_of(act, start, origin), None)
    return edge.citation if edge else citation_of(act)


def starts_of(act: ActKind) -> list[Standing]:
    """Where a dossier must stand for this act, each once."""
    return list(dict.fromkeys(edge.start for edge in EDGES if edge.act == act and edge.start))


def _(message: str) -> str:
    """Marks a sentence for the catalogues; it is translated where it is shown."""
    return message


_OUT_OF_PLACE = _("That cannot be done with a bill that stands where this one does.")
