"""The journey of an amendment as data: what leads from where to where, and by which law."""

from typing import NamedTuple

from legislation.amendments import guards as g
from legislation.amendments.enums import Deed as D  # noqa: N817 (the table reads by its letters)
from legislation.amendments.enums import PaperState, State
from legislation.amendments.guards import Guard

TERM = "Reglamento del Senado, art. 118"
RULING = "Ley 18.918, arts. 24 y 25"
COMMITTEE = "Reglamento del Senado, arts. 121 y 124"
RENEWAL = "Reglamento del Senado, art. 124"
WITHDRAWAL = "Reglamento del Senado, art. 132"

# What is taken over stands as before it was withdrawn: filed or admissible.
WHERE_ITS_RULING_HAS_IT = None


class Edge(NamedTuple):
    """One lawful step of a paper or of an amendment. From None, it begins."""

    deed: D
    start: State | PaperState | None
    end: State | PaperState | None
    citation: str
    guards: tuple[Guard, ...] = ()


PAPERS = (
    Edge(
        D.OPEN,
        None,
        PaperState.OPEN,
        TERM,
        (g.NOT_A_TREATY, g.MAY_BE_AMENDED, g.NO_OTHER_PAPER, g.TERM_AHEAD),
    ),
    Edge(D.CLOSE, PaperState.OPEN, PaperState.CLOSED, TERM, (g.TERM_OVER,)),
)
FILING = (
    g.NOT_A_TREATY,
    g.MAY_BE_AMENDED,
    g.PAPER_OPEN,
    g.WITHIN_TERM,
    g.SIGNED,
    g.PRESIDENT_ALONE,
    g.NAMES_ARTICLE,
    g.SAYS_TEXT,
)
RULED = (g.MAY_BE_AMENDED, g.RULED_BY_A_BODY)
RECONSIDERED = (g.MAY_BE_AMENDED, g.NOT_SETTLED_BY_FLOOR, g.BY_THE_SAME_BODY, g.AT_ONCE)
DECIDED = (g.MAY_BE_AMENDED, g.PAPER_CLOSED, g.VOTES_GIVEN)
ASKED = (g.MAY_BE_AMENDED, g.ASKED_BY_AUTHOR)
TAKEN = (g.MAY_BE_AMENDED, g.NOT_EXCLUSIVE, g.SENATORS_TAKE_IT)

EDGES: tuple[Edge, ...] = (
    *PAPERS,
    Edge(D.FILE, None, State.FILED, TERM, FILING),
    Edge(D.ADMIT, State.FILED, State.ADMISSIBLE, RULING, RULED),
    Edge(D.REFUSE, State.FILED, State.INADMISSIBLE, RULING, (*RULED, g.GROUND_GIVEN)),
    Edge(D.RECONSIDER, State.INADMISSIBLE, State.ADMISSIBLE, RULING, RECONSIDERED),
    Edge(
        D.RECONSIDER,
        State.ADMISSIBLE,
        State.INADMISSIBLE,
        RULING,
        (*RECONSIDERED, g.GROUND_GIVEN),
    ),
    Edge(D.APPROVE, State.ADMISSIBLE, State.APPROVED, COMMITTEE, (*DECIDED, g.CARRIED)),
    Edge(
        D.MODIFY,
        State.ADMISSIBLE,
        State.MODIFIED,
        COMMITTEE,
        (*DECIDED, g.CARRIED, g.OUTCOME_TEXT),
    ),
    Edge(
        D.APPROVE_PARTLY,
        State.ADMISSIBLE,
        State.PARTLY,
        COMMITTEE,
        (*DECIDED, g.CARRIED, g.OUTCOME_TEXT),
    ),
    Edge(D.REJECT, State.ADMISSIBLE, State.REJECTED, COMMITTEE, (*DECIDED, g.NOT_CARRIED)),
    Edge(D.RENEW, State.REJECTED, State.RENEWED, RENEWAL, (g.REPORTED, g.ENOUGH_RENEW)),
    Edge(D.WITHDRAW, State.FILED, State.WITHDRAWN, WITHDRAWAL, ASKED),
    Edge(D.WITHDRAW, State.ADMISSIBLE, State.WITHDRAWN, WITHDRAWAL, ASKED),
    Edge(D.TAKE_OVER, State.WITHDRAWN, WHERE_ITS_RULING_HAS_IT, WITHDRAWAL, TAKEN),
)

# Where a deed has no row, some states say better than the rest why not.
VOTED = frozenset({State.APPROVED, State.MODIFIED, State.PARTLY, State.REJECTED, State.RENEWED})
