"""Conditions of the law on what is done with amendments, each with its sentence and source. Pure.

A guard holds or does not; when it does not, its sentence is shown to whoever asked. The
sentences are marked for the catalogues here and translated where they are shown.
"""

from collections.abc import Callable
from typing import NamedTuple

from legislation.amendments.enums import Author, Body
from legislation.amendments.facts import Facts
from legislation.procedure.enums import Requester, Standing

AMENDING = frozenset({Standing.FIRST_SECOND_REPORT, Standing.SECOND_SECOND_REPORT})
IN_COMMITTEE = frozenset({Standing.FIRST_COMMITTEE, Standing.SECOND_COMMITTEE})
IN_DETAIL = frozenset({Standing.FIRST_DETAIL, Standing.SECOND_DETAIL})


class Guard(NamedTuple):
    """What must hold, why not when it does not, and where the law says so."""

    holds: Callable[[Facts], bool]
    sentence: str
    citation: str


def _(message: str) -> str:
    """Marks a sentence for the catalogues; it is translated where it is shown."""
    return message


def takes_amendments(standing: Standing, *, is_at_once: bool) -> bool:
    """Whether a bill that stands there may be amended: approved in general, or discussed at once."""
    return standing in AMENDING or (is_at_once and standing in IN_COMMITTEE)


def _signed(facts: Facts) -> bool:
    if facts.author == Author.PRESIDENT:
        return facts.senators == 0
    return 1 <= facts.senators <= facts.most_senators


def _votes_given(facts: Facts) -> bool:
    return (facts.in_favour is None) == (facts.against is None)


def _carried(facts: Facts) -> bool:
    return facts.in_favour is None or facts.in_favour > (facts.against or 0)


IN_ORDER = Guard(
    lambda facts: facts.last_on is None or facts.on >= facts.last_on,
    _("It cannot be dated before what was done with it last."),
    "Reglamento del Senado, arts. 118 y 124",
)
NOT_A_TREATY = Guard(
    lambda facts: not facts.is_treaty,
    _("A treaty is approved or rejected as a whole: it takes no amendments."),
    "Constitución, art. 54 N° 1",
)
MAY_BE_AMENDED = Guard(
    lambda facts: takes_amendments(facts.standing, is_at_once=facts.is_at_once),
    _("A bill is amended after its approval in general, or in committee if discussed at once."),
    "Reglamento del Senado, arts. 118, 121 y 127",
)
NO_OTHER_PAPER = Guard(
    lambda facts: not facts.has_open_paper,
    _("Another amendment paper of this bill is open: close it first."),
    "Reglamento del Senado, art. 118",
)
TERM_AHEAD = Guard(
    lambda facts: facts.deadline_on is not None and facts.deadline_on >= facts.on,
    _("The term to file amendments cannot end before it begins."),
    "Reglamento del Senado, art. 118",
)
PAPER_OPEN = Guard(
    lambda facts: facts.paper_is_open,
    _("This amendment paper is closed: nothing more is filed into it."),
    "Reglamento del Senado, art. 118",
)
WITHIN_TERM = Guard(
    lambda facts: (
        facts.opened_on is not None
        and facts.deadline_on is not None
        and facts.opened_on <= facts.on <= facts.deadline_on
    ),
    _("Amendments are filed within their term, and this day is outside it."),
    "Reglamento del Senado, art. 118",
)
TERM_OVER = Guard(
    lambda facts: facts.deadline_on is not None and facts.on >= facts.deadline_on,
    _("The term to file amendments still runs: the paper is closed when it ends."),
    "Reglamento del Senado, art. 118",
)
SIGNED = Guard(
    _signed,
    _("The President signs an amendment alone; senators, from one to the most that may."),
    "Reglamento del Senado, art. 118",
)
NAMES_ARTICLE = Guard(
    lambda facts: facts.names_article,
    _("Say which article it is about, or that it is a new one."),
    "Reglamento del Senado, art. 118",
)
SAYS_TEXT = Guard(
    lambda facts: facts.has_text,
    _("Give its text: only to delete an article needs none."),
    "Reglamento del Senado, art. 118",
)
PRESIDENT_ALONE = Guard(
    lambda facts: not facts.is_exclusive or facts.author == Author.PRESIDENT,
    _("Its matter is for the President alone: senators cannot propose it."),
    "Constitución, art. 65; Ley 18.918, art. 24",
)
GROUND_GIVEN = Guard(
    lambda facts: facts.has_ground,
    _("Say on which ground: an amendment is ruled inadmissible with its reason."),
    "Ley 18.918, art. 24",
)
RULED_BY_A_BODY = Guard(
    lambda facts: facts.by in Body.values,
    _("Say who ruled: the president of the floor or of the committee."),
    "Ley 18.918, art. 25",
)
NOT_SETTLED_BY_FLOOR = Guard(
    lambda facts: facts.ruled_by != Body.FLOOR or facts.by == Body.FLOOR,
    _("The floor has decided on it: the committee cannot revise that."),
    "Ley 18.918, art. 25",
)
BY_THE_SAME_BODY = Guard(
    lambda facts: facts.by == facts.ruled_by,
    _("Only the body whose president ruled may reconsider the ruling."),
    "Ley 18.918, art. 25",
)
AT_ONCE = Guard(
    lambda facts: facts.ruled_on == facts.on,
    _("A ruling is reconsidered at once, the very day on which it was given."),
    "Ley 18.918, art. 25",
)
PAPER_CLOSED = Guard(
    lambda facts: not facts.paper_is_open,
    _("The paper is still open: close it before the committee decides."),
    "Reglamento del Senado, arts. 118 y 121",
)
OUTCOME_TEXT = Guard(
    lambda facts: facts.has_outcome_text,
    _("Give the text as the committee approved it."),
    "Reglamento del Senado, arts. 121 y 124",
)
VOTES_GIVEN = Guard(
    _votes_given,
    _("Give the votes in favour and against, or neither."),
    "Reglamento del Senado, arts. 29, 33 y 35",
)
CARRIED = Guard(
    _carried,
    _("With that count it is not approved: there are not more votes in favour than against."),
    "Reglamento del Senado, arts. 29, 33 y 35",
)
NOT_CARRIED = Guard(
    lambda facts: facts.in_favour is None or not _carried(facts),
    _("With that count it is not rejected: there are more votes in favour than against."),
    "Reglamento del Senado, arts. 29, 33 y 35",
)
REPORTED = Guard(
    lambda facts: facts.standing in IN_DETAIL,
    _("It is renewed once the committee has reported in detail and before the floor votes."),
    "Reglamento del Senado, art. 124",
)
ENOUGH_RENEW = Guard(
    lambda facts: (
        facts.requester == Requester.PRESIDENT and facts.senators == 0
        if facts.requester != Requester.SENATOR
        else facts.senators >= facts.least_renewers
    ),
    _("Only the President, or as many senators as the standing orders ask, may renew it."),
    "Reglamento del Senado, art. 124",
)
ASKED_BY_AUTHOR = Guard(
    lambda facts: (
        facts.requester
        == (Requester.PRESIDENT if facts.author == Author.PRESIDENT else Requester.AUTHOR)
    ),
    _("Only its author may withdraw it: the President their own, those who sign theirs."),
    "Reglamento del Senado, art. 132",
)
NOT_EXCLUSIVE = Guard(
    lambda facts: not facts.is_exclusive,
    _("Its matter is for the President alone: no senator may take it over."),
    "Reglamento del Senado, art. 132; Constitución, art. 65",
)
SENATORS_TAKE_IT = Guard(
    lambda facts: 1 <= facts.senators <= facts.most_senators,
    _("Say which senators take it over: at least one, and no more than may sign an amendment."),
    "Reglamento del Senado, arts. 118 y 132",
)
