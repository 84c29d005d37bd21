"""What the law looks at when an act is proposed, as plain values.

The services gather them; the guards judge them; neither reads a table or a clock.
"""

from dataclasses import dataclass, field
from datetime import date

from legislation.bills.enums import Initiative
from legislation.people.enums import Chamber
from legislation.procedure.enums import Requester


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A dossier and the act proposed, on the act's day.

    ``in_favour``, ``against`` and ``present`` are heads counted, None where no count is given.
    ``thirds`` is how many thirds of those present the law asks of an insistence that day.
    """

    origin: Chamber
    initiative: Initiative
    taken_on: date
    is_treaty: bool = False
    is_exclusive: bool = False
    needs_court_control: bool = False
    court_has_ruled: bool = False
    has_open_question: bool = False
    has_pending_amendments: bool = False
    has_running_urgency: bool = False
    names_committee: bool = False
    has_ground: bool = False
    requester: Requester | str = ""
    other_chamber_agrees: bool = False
    in_favour: int | None = None
    against: int | None = None
    present: int | None = None
    thirds: int = 2
    last_taken_on: date | None = None
    in_committee_since: date | None = None
    years_to_shelve: int = 2
    with_president_since: date | None = None
    days_of_president: int = 30
    observations: int = 0
    observations_decided: int = 0
    law_number: int | None = None
    merges_with: tuple[str, ...] = field(default=())
