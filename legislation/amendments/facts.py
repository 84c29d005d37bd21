"""What the law looks at when something is done with an amendment, as plain values.

The services gather them; the guards judge them; neither reads a table or a clock.
"""

from dataclasses import dataclass
from datetime import date

from legislation.amendments.enums import Author, Body
from legislation.procedure.enums import Requester, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A paper, one amendment of it and the deed proposed, on the deed's day.

    ``senators`` are those who sign the deed, counted as persons; ``most_senators`` may sign an
    amendment that day and ``least_renewers`` must sign a renewal. ``by`` is the body in which
    it is ruled, ``ruled_by`` the one that ruled before. Votes are heads, None where not given.
    """

    on: date
    standing: Standing
    is_treaty: bool = False
    is_at_once: bool = False
    has_open_paper: bool = False
    paper_is_open: bool = True
    opened_on: date | None = None
    deadline_on: date | None = None
    last_on: date | None = None
    author: Author = Author.SENATORS
    requester: Requester | str = ""
    senators: int = 0
    most_senators: int = 5
    least_renewers: int = 10
    is_exclusive: bool = False
    names_article: bool = True
    has_text: bool = True
    has_ground: bool = False
    has_outcome_text: bool = False
    by: Body | str = ""
    ruled_by: Body | str = ""
    ruled_on: date | None = None
    in_favour: int | None = None
    against: int | None = None
