"""Whether the law allows a deed where a paper or an amendment stands. Pure: no table, no clock."""

from legislation.amendments import guards as g
from legislation.amendments.edges import EDGES, RENEWAL, VOTED, WITHDRAWAL, Edge
from legislation.amendments.enums import Admissibility, Deed, Outcome, PaperState, State
from legislation.amendments.facts import Facts
from legislation.procedure.lifecycle import Unlawful

RULED = {
    Admissibility.PENDING: State.FILED,
    Admissibility.ADMISSIBLE: State.ADMISSIBLE,
    Admissibility.INADMISSIBLE: State.INADMISSIBLE,
}


def state_of(admissibility: Admissibility, outcome: Outcome, *, is_renewed: bool) -> State:
    """Where an amendment with this ruling, this outcome and this renewal stands."""
    if is_renewed:
        return State.RENEWED
    if outcome == Outcome.PENDING:
        return RULED[admissibility]
    return State(outcome.value)


def check(deed: Deed, start: State | PaperState | None, facts: Facts) -> Edge:
    """The lawful step that this deed is, from where the paper or the amendment stands.

    :raises Unlawful: there is no such step, or one of its conditions does not hold; names
        the article
    """
    edge = next((one for one in EDGES if (one.deed, one.start) == (deed, start)), None)
    if edge is None:
        raise Unlawful(*_why_not(deed, start))
    for guard in (g.IN_ORDER, *edge.guards):
        if not guard.holds(facts):
            raise Unlawful(guard.sentence, guard.citation)
    return edge


def deeds_from(start: State) -> list[Deed]:
    """What has a row from there, in the order of the table, each once."""
    return list(dict.fromkeys(edge.deed for edge in EDGES if edge.start == start))


def citation_of(deed: Deed) -> str:
    """Where the law speaks of this deed: the sources of its rows, each once."""
    return "; ".join(dict.fromkeys(edge.citation for edge in EDGES if edge.deed == deed))


def refusal_of(deed: Deed, start: State | PaperState | None) -> tuple[str, str] | None:
    """Why this deed has no row from there, and by which law; None if it has one."""
    if any((one.deed, one.start) == (deed, start) for one in EDGES):
        return None
    return _why_not(deed, start)


def _why_not(deed: Deed, start: State | PaperState | None) -> tuple[str, str]:
    if deed == Deed.RENEW and start == State.INADMISSIBLE:
        return _INADMISSIBLE_STAYS, RENEWAL
    if deed == Deed.RENEW:
        return _ONLY_REJECTED, RENEWAL
    if deed == Deed.WITHDRAW and start in VOTED:
        return _VOTED, WITHDRAWAL
    return _OUT_OF_PLACE, citation_of(deed)


def _(message: str) -> str:
    """Marks a sentence for the catalogues; it is translated where it is shown."""
    return message


_INADMISSIBLE_STAYS = _("An amendment ruled inadmissible cannot be renewed.")
_ONLY_REJECTED = _("Only an amendment that the committee rejected may be renewed.")
_VOTED = _("It was voted: it can no longer be withdrawn.")
_OUT_OF_PLACE = _("That cannot be done with an amendment that stands where this one does.")
