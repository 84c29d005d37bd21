"""Numbers of the law that procedure turns on, as dated rows with their source.

Pure data: a migration loads the rows, and ``term_on`` reads them the same way. Days are
inclusive; ``since`` is None where the sources consulted do not give the first day.
``confidence`` is A (official text in force), B (an older official text, no sign of change)
or C (secondary source, to be confirmed).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Term(StrEnum):
    """What a number is of."""

    SENATORS_OF_A_MOTION = "SENATORS_OF_A_MOTION"
    DEPUTIES_OF_A_MOTION = "DEPUTIES_OF_A_MOTION"
    SENATORS_OF_AN_AMENDMENT = "SENATORS_OF_AN_AMENDMENT"
    SENATORS_TO_RENEW = "SENATORS_TO_RENEW"
    YEARS_TO_RENEW_A_BILL = "YEARS_TO_RENEW_A_BILL"
    YEARS_TO_SHELVE = "YEARS_TO_SHELVE"
    DAYS_OF_THE_CONFERENCE = "DAYS_OF_THE_CONFERENCE"
    DAYS_OF_THE_PRESIDENT = "DAYS_OF_THE_PRESIDENT"
    DAYS_TO_PROMULGATE = "DAYS_TO_PROMULGATE"
    WORKING_DAYS_TO_PUBLISH = "WORKING_DAYS_TO_PUBLISH"
    THIRDS_TO_INSIST = "THIRDS_TO_INSIST"
    SENATORS_OF_A_COMMITTEE = "SENATORS_OF_A_COMMITTEE"
    DAYS_ABROAD_WITHOUT_PERMISSION = "DAYS_ABROAD_WITHOUT_PERMISSION"


@dataclass(frozen=True, slots=True)
class DatedTerm:
    """A number of the law and the days, both inclusive, on which it holds."""

    term: Term
    number: int
    citation: str
    confidence: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


CPR = "Constitución, art. {}"
LOC = "Ley 18.918, art. {}"
ORDERS = "Reglamento del Senado, art. {}"

ROWS: tuple[DatedTerm, ...] = (
    DatedTerm(Term.SENATORS_OF_A_MOTION, 5, CPR.format("65"), "A"),
    DatedTerm(Term.DEPUTIES_OF_A_MOTION, 10, CPR.format("65"), "A"),
    DatedTerm(Term.SENATORS_OF_AN_AMENDMENT, 5, ORDERS.format("118"), "B"),
    DatedTerm(Term.SENATORS_TO_RENEW, 10, ORDERS.format("124"), "B"),
    DatedTerm(Term.YEARS_TO_RENEW_A_BILL, 1, CPR.format("68"), "A"),
    DatedTerm(Term.YEARS_TO_SHELVE, 2, ORDERS.format("36 bis"), "A"),
    DatedTerm(Term.DAYS_OF_THE_CONFERENCE, 15, "Constitución, arts. 70 y 71", "A"),
    DatedTerm(Term.DAYS_OF_THE_PRESIDENT, 30, CPR.format("75"), "A"),
    DatedTerm(Term.DAYS_TO_PROMULGATE, 10, CPR.format("75"), "A"),
    DatedTerm(Term.WORKING_DAYS_TO_PUBLISH, 5, CPR.format("75"), "A"),
    DatedTerm(Term.THIRDS_TO_INSIST, 2, "Constitución, arts. 68, 70, 71 y 73", "A"),
    DatedTerm(Term.SENATORS_OF_A_COMMITTEE, 5, ORDERS.format("29"), "B"),
    DatedTerm(Term.DAYS_ABROAD_WITHOUT_PERMISSION, 30, ORDERS.format("7"), "B"),
)


def term_on(term: Term, day: date, rows: Iterable[DatedTerm] = ROWS) -> DatedTerm:
    """The number that holds that day, with its source.

    :raises LookupError: no row covers that day
    """
    found = next((row for row in rows if row.term == term and row.holds_on(day)), None)
    if found is None:
        raise LookupError(f"No row gives {term} on {day}.")
    return found
