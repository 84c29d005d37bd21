"""Conditions of the law on an act, each with its sentence and its source. Pure.

A guard holds or does not; when it does not, its sentence is shown to whoever asked. The
sentences are marked for the catalogues here and translated where they are shown.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from legislation.bills.enums import Initiative
from legislation.procedure.enums import Requester
from legislation.procedure.facts import Facts


class Guard(NamedTuple):
    """What must hold, why not when it does not, and where the law says so."""

    holds: Callable[[Facts], bool]
    sentence: str
    citation: str


def _(message: str) -> str:
    """Marks a sentence for the catalogues; it is translated where it is shown."""
    return message


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _is_counted(facts: Facts) -> bool:
    return None not in (facts.in_favour, facts.against, facts.present)


def _adds_up(facts: Facts) -> bool:
    counts = (facts.in_favour, facts.against, facts.present)
    if counts == (None, None, None):
        return True
    return _is_counted(facts) and 0 <= (facts.in_favour or 0) + (facts.against or 0) <= (
        facts.present or 0
    )


def _carried(facts: Facts) -> bool:
    return not _is_counted(facts) or (facts.in_favour or 0) > (facts.against or 0)


def _two_thirds(votes: int | None, facts: Facts) -> bool:
    return (
        votes is not None
        and bool(facts.present)
        and 3 * votes >= facts.thirds * (facts.present or 0)
    )


def _has_run_out(facts: Facts) -> bool:
    since = facts.with_president_since
    return since is not None and facts.taken_on > since + timedelta(days=facts.days_of_president)


def _may_be_shelved(facts: Facts) -> bool:
    since = facts.in_committee_since
    if facts.requester == Requester.FLOOR:
        return True
    return since is not None and facts.taken_on >= years_after(since, facts.years_to_shelve)


def _asked_by_its_side(facts: Facts) -> bool:
    by_message = facts.initiative == Initiative.MESSAGE
    return facts.requester == (Requester.PRESIDENT if by_message else Requester.SENATOR)


IN_ORDER = Guard(
    lambda facts: facts.last_taken_on is None or facts.taken_on >= facts.last_taken_on,
    _("An act cannot be dated before the one that precedes it."),
    "Reglamento del Senado, art. 78",
)
COUNT_ADDS_UP = Guard(
    _adds_up,
    _("The votes do not add up: give those in favour, against and present, or none of them."),
    "Ley 18.918, art. 7",
)
CARRIED = Guard(
    _carried,
    _("With that count it is not approved: there are not more votes in favour than against."),
    "Ley 18.918, art. 7; Reglamento del Senado, art. 54",
)
DEFEATED = Guard(
    lambda facts: not _is_counted(facts) or (facts.against or 0) > (facts.in_favour or 0),
    _("With that count it is not rejected: there are not more votes against than in favour."),
    "Ley 18.918, art. 7; Reglamento del Senado, art. 54",
)
NO_OPEN_QUESTION = Guard(
    lambda facts: not facts.has_open_question,
    _("A question on this bill is open: first it must be voted and proclaimed."),
    "Reglamento del Senado, art. 132",
)
COMMITTEE_NAMED = Guard(
    lambda facts: facts.names_committee,
    _("Say which committee it is referred to: notice is given with its destination."),
    "Ley 18.918, art. 13; Reglamento del Senado, art. 78",
)
NOT_FOR_THE_PRESIDENT_ALONE = Guard(
    lambda facts: not facts.is_exclusive or facts.initiative == Initiative.MESSAGE,
    _("Its matter is for the President alone: no notice is given of such a motion."),
    "Constitución, art. 65; Ley 18.918, art. 13; Reglamento del Senado, art. 80",
)
GROUND_GIVEN = Guard(
    lambda facts: facts.has_ground,
    _("Say on which ground: an inadmissibility is declared with its reason."),
    "Ley 18.918, arts. 12 a 15; Reglamento del Senado, art. 80",
)
WHOLE_IF_TREATY = Guard(
    lambda facts: not facts.is_treaty,
    _("A treaty is approved or rejected as a whole: it takes no amendments and no changes."),
    "Constitución, art. 54 N° 1",
)
NO_PENDING_AMENDMENTS = Guard(
    lambda facts: not facts.has_pending_amendments,
    _("Amendments wait, or may still be filed: the committee must report on them first."),
    "Reglamento del Senado, art. 120",
)
BY_MESSAGE = Guard(
    lambda facts: facts.initiative == Initiative.MESSAGE,
    _("Only a message of the President may be taken to the other chamber after a rejection."),
    "Constitución, art. 68",
)
ASKED_BY_PRESIDENT = Guard(
    lambda facts: facts.requester == Requester.PRESIDENT,
    _("Only the President of the Republic may ask for this."),
    "Constitución, arts. 68, 70, 71 y 74",
)
URGENCY_RUNS = Guard(
    lambda facts: facts.has_running_urgency,
    _("No urgency runs: there is none to withdraw."),
    "Ley 18.918, art. 27",
)
INSISTED = Guard(
    lambda facts: _two_thirds(facts.in_favour, facts),
    _("It needs two thirds of the members present, and this count does not reach them."),
    "Constitución, arts. 68, 70 y 71",
)
NOT_INSISTED = Guard(
    lambda facts: _is_counted(facts) and not _two_thirds(facts.in_favour, facts),
    _("With that count two thirds of the members present are in favour: it is insisted upon."),
    "Constitución, arts. 68, 70 y 71",
)
REJECTION_CONFIRMED = Guard(
    lambda facts: _two_thirds(facts.against, facts),
    _("Only two thirds of the members present may reject it here."),
    "Constitución, arts. 68, 70 y 71",
)
REJECTION_NOT_CONFIRMED = Guard(
    lambda facts: _is_counted(facts) and not _two_thirds(facts.against, facts),
    _("With that count two thirds of the members present are against: the rejection stands."),
    "Constitución, arts. 68, 70 y 71",
)
REJECTED_BY_MAJORITY_ONLY = Guard(
    lambda facts: (
        _is_counted(facts)
        and (facts.against or 0) > (facts.in_favour or 0)
        and not _two_thirds(facts.against, facts)
    ),
    _("It goes to the revising chamber only if a majority under two thirds rejects it."),
    "Constitución, art. 71",
)
TERM_RAN_OUT = Guard(
    _has_run_out,
    _("The President's term has not run out yet."),
    "Constitución, art. 75",
)
WITHIN_TERM = Guard(
    lambda facts: facts.with_president_since is not None and not _has_run_out(facts),
    _("The President's term to observe it ran out: it is deemed approved."),
    "Constitución, arts. 73 y 75",
)
HAS_OBSERVATIONS = Guard(
    lambda facts: facts.observations > 0,
    _("Enter the observations one by one: each is voted as one, and cannot be divided."),
    "Constitución, art. 73; Ley 18.918, arts. 32 a 36",
)
ALL_OBSERVATIONS_DECIDED = Guard(
    lambda facts: 0 < facts.observations == facts.observations_decided,
    _("Each observation must be decided before the bill goes on."),
    "Constitución, art. 73; Ley 18.918, arts. 32 a 36",
)
COURT_CONTROL_DONE = Guard(
    lambda facts: facts.court_has_ruled or not facts.needs_court_control,
    _("It holds norms that the Constitutional Court must review before it is enacted."),
    "Constitución, art. 93 N° 1",
)
COURT_MAY_BE_ASKED = Guard(
    lambda facts: (
        facts.needs_court_control or facts.requester in (Requester.PRESIDENT, Requester.CHAMBER)
    ),
    _("Say who asks: the President, a chamber, or a quarter of its members in office."),
    "Constitución, art. 93 N° 3",
)
LAW_NUMBERED = Guard(
    lambda facts: facts.law_number is not None,
    _("A law is published with its number."),
    "Constitución, art. 75",
)
ASKED_BY_AUTHOR = Guard(
    lambda facts: (
        facts.requester
        == (Requester.PRESIDENT if facts.initiative == Initiative.MESSAGE else Requester.AUTHOR)
    ),
    _("Only its author may withdraw it: the President a message, those who sign it a motion."),
    "Reglamento del Senado, art. 132",
)
NOT_EXCLUSIVE = Guard(
    lambda facts: not facts.is_exclusive and facts.requester == Requester.SENATOR,
    _("A senator may take it over, unless its matter is for the President alone."),
    "Reglamento del Senado, art. 132; Constitución, art. 65",
)
WAITED_TWO_YEARS = Guard(
    _may_be_shelved,
    _(
        "It is shelved after two years without a report, or by the floor on the committee's proposal."
    ),
    "Reglamento del Senado, art. 36 bis",
)
OTHER_CHAMBER_AGREES = Guard(
    lambda facts: facts.other_chamber_agrees,
    _("The Chamber of Deputies has approved it: it is shelved only with that chamber's consent."),
    "Reglamento del Senado, art. 36 bis",
)
ASKED_BY_ITS_SIDE = Guard(
    _asked_by_its_side,
    _("The President takes a message off the shelf; any senator, a motion."),
    "Reglamento del Senado, art. 36 bis",
)
NAMES_ANOTHER = Guard(
    lambda facts: bool(facts.merges_with),
    _("Name the bills it is merged with: in first reading, in the same chamber, on related ideas."),
    "Ley 18.918, art. 17 A",
)
