"""The majorities the law has required, as dated rows with their source.

Pure data: a migration loads the rows, and ``rule_for`` reads them the same way. Days are
inclusive. ``since`` is None where the sources consulted do not give the day the rule
began: it is then taken to hold for every earlier day of the record. ``confidence`` is
A (read in the official text in force, or borne out by published votes), B (an older
official text, no sign of change) or C (secondary source, to be confirmed).

Two kinds of code: matters (an organic law needs what the Constitution asked of organic
laws that day) and plain fractions, for votes whose published quorum tells the fraction
and not the matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legislation.votes.counting import Rule
from legislation.votes.enums import Base

CPR_66 = "Constitución, art. 66"
CPR_127 = "Constitución, art. 127"
LEY_21481 = "Ley 21.481"
LEY_21535 = "Ley 21.535"
REFORM_FROM = date(2022, 8, 23)
BEFORE_REFORM = date(2022, 8, 22)
ORGANIC_FROM = date(2023, 1, 27)
BEFORE_ORGANIC = date(2023, 1, 26)


class Majority(StrEnum):
    SIMPLE = "SIMPLE"
    QUALIFIED_QUORUM = "QUALIFIED_QUORUM"
    ORGANIC = "ORGANIC"
    INTERPRETATIVE = "INTERPRETATIVE"
    CONSTITUTIONAL_REFORM = "CONSTITUTIONAL_REFORM"
    CONSTITUTIONAL_REFORM_ENTRENCHED = "CONSTITUTIONAL_REFORM_ENTRENCHED"
    ACCUSATION = "ACCUSATION"
    ACCUSATION_OF_THE_PRESIDENT = "ACCUSATION_OF_THE_PRESIDENT"
    ABSOLUTE_IN_OFFICE = "ABSOLUTE_IN_OFFICE"
    FOUR_SEVENTHS_IN_OFFICE = "FOUR_SEVENTHS_IN_OFFICE"
    THREE_FIFTHS_IN_OFFICE = "THREE_FIFTHS_IN_OFFICE"
    TWO_THIRDS_IN_OFFICE = "TWO_THIRDS_IN_OFFICE"
    THREE_QUARTERS_IN_OFFICE = "THREE_QUARTERS_IN_OFFICE"
    TWO_THIRDS_PRESENT = "TWO_THIRDS_PRESENT"
    THREE_FIFTHS_PRESENT = "THREE_FIFTHS_PRESENT"


@dataclass(frozen=True, slots=True)
class DatedMajority:
    """A majority and the days, both inclusive, on which it was required."""

    rule: Rule
    confidence: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)


def _(message: str) -> str:
    """Marks a rule's name for the catalogues; it is translated where it is shown."""
    return message


NAMES = {
    Majority.SIMPLE: _("Simple majority"),
    Majority.QUALIFIED_QUORUM: _("Qualified quorum"),
    Majority.ORGANIC: _("Constitutional organic law"),
    Majority.INTERPRETATIVE: _("Law interpreting the Constitution"),
    Majority.CONSTITUTIONAL_REFORM: _("Constitutional reform"),
    Majority.CONSTITUTIONAL_REFORM_ENTRENCHED: _("Constitutional reform of an entrenched chapter"),
    Majority.ACCUSATION: _("Constitutional accusation"),
    Majority.ACCUSATION_OF_THE_PRESIDENT: _(
        "Constitutional accusation of the President or a regional governor"
    ),
    Majority.ABSOLUTE_IN_OFFICE: _("Absolute majority of the members in office"),
    Majority.FOUR_SEVENTHS_IN_OFFICE: _("Four sevenths of the members in office"),
    Majority.THREE_FIFTHS_IN_OFFICE: _("Three fifths of the members in office"),
    Majority.TWO_THIRDS_IN_OFFICE: _("Two thirds of the members in office"),
    Majority.THREE_QUARTERS_IN_OFFICE: _("Three quarters of the members in office"),
    Majority.TWO_THIRDS_PRESENT: _("Two thirds of those present"),
    Majority.THREE_FIFTHS_PRESENT: _("Three fifths of those present"),
}

PRINTED = {
    "mayoría simple": Majority.SIMPLE,
    "q.c.": Majority.QUALIFIED_QUORUM,
    "cuatro séptimos q.c.": Majority.FOUR_SEVENTHS_IN_OFFICE,
    "tres quintos q.c.": Majority.THREE_FIFTHS_IN_OFFICE,
    "dos tercios q.c.": Majority.TWO_THIRDS_IN_OFFICE,
    "dos tercios": Majority.TWO_THIRDS_PRESENT,
}


def _in_office(
    code: Majority,
    fraction: tuple[int, int],
    citation: str,
    confidence: str,
    since: date | None = None,
    until: date | None = None,
) -> DatedMajority:
    """One half is exceeded (an absolute majority); any other fraction is reached."""
    numerator, denominator = fraction
    strict = fraction == (1, 2)
    rule = Rule(code, Base.IN_OFFICE, numerator, denominator, strict, citation, NAMES[code])
    return DatedMajority(rule, confidence, since, until)


def _present(
    code: Majority, fraction: tuple[int, int], citation: str, confidence: str
) -> DatedMajority:
    numerator, denominator = fraction
    strict = fraction == (1, 2)
    rule = Rule(code, Base.PRESENT, numerator, denominator, strict, citation, NAMES[code])
    return DatedMajority(rule, confidence)


HALF, FOUR_SEVENTHS, THREE_FIFTHS, TWO_THIRDS = (1, 2), (4, 7), (3, 5), (2, 3)

ROWS: tuple[DatedMajority, ...] = (
    _present(Majority.SIMPLE, HALF, "Ley 18.918, art. 7; Reglamento del Senado, art. 54", "A"),
    _in_office(Majority.QUALIFIED_QUORUM, HALF, CPR_66, "B", until=BEFORE_ORGANIC),
    _in_office(Majority.QUALIFIED_QUORUM, HALF, f"{CPR_66} ({LEY_21535})", "A", since=ORGANIC_FROM),
    _in_office(Majority.ORGANIC, FOUR_SEVENTHS, CPR_66, "A", until=BEFORE_ORGANIC),
    _in_office(Majority.ORGANIC, HALF, f"{CPR_66} ({LEY_21535})", "A", since=ORGANIC_FROM),
    _in_office(Majority.INTERPRETATIVE, THREE_FIFTHS, CPR_66, "A", until=BEFORE_REFORM),
    _in_office(
        Majority.INTERPRETATIVE,
        FOUR_SEVENTHS,
        f"{CPR_66} ({LEY_21481})",
        "A",
        REFORM_FROM,
        BEFORE_ORGANIC,
    ),
    _in_office(
        Majority.INTERPRETATIVE, FOUR_SEVENTHS, f"{CPR_66} ({LEY_21535})", "A", since=ORGANIC_FROM
    ),
    _in_office(Majority.CONSTITUTIONAL_REFORM, THREE_FIFTHS, CPR_127, "A", until=BEFORE_REFORM),
    _in_office(
        Majority.CONSTITUTIONAL_REFORM,
        FOUR_SEVENTHS,
        f"{CPR_127} ({LEY_21481})",
        "A",
        since=REFORM_FROM,
    ),
    _in_office(
        Majority.CONSTITUTIONAL_REFORM_ENTRENCHED, TWO_THIRDS, CPR_127, "A", until=BEFORE_REFORM
    ),
    _in_office(
        Majority.CONSTITUTIONAL_REFORM_ENTRENCHED,
        FOUR_SEVENTHS,
        f"{CPR_127} ({LEY_21481})",
        "A",
        since=REFORM_FROM,
    ),
    _in_office(Majority.ACCUSATION, HALF, "Constitución, art. 53 N° 1", "A"),
    _in_office(Majority.ACCUSATION_OF_THE_PRESIDENT, TWO_THIRDS, "Constitución, art. 53 N° 1", "A"),
    _in_office(Majority.ABSOLUTE_IN_OFFICE, HALF, "Constitución, arts. 53 y 66", "B"),
    _in_office(Majority.FOUR_SEVENTHS_IN_OFFICE, FOUR_SEVENTHS, CPR_66, "A", until=BEFORE_REFORM),
    _in_office(
        Majority.FOUR_SEVENTHS_IN_OFFICE,
        FOUR_SEVENTHS,
        "Constitución, arts. 66 y 127",
        "A",
        since=REFORM_FROM,
    ),
    _in_office(
        Majority.THREE_FIFTHS_IN_OFFICE,
        THREE_FIFTHS,
        "Constitución, arts. 66, 98 y 127",
        "A",
        until=BEFORE_REFORM,
    ),
    _in_office(
        Majority.THREE_FIFTHS_IN_OFFICE,
        THREE_FIFTHS,
        "Constitución, art. 98",
        "A",
        since=REFORM_FROM,
    ),
    _in_office(Majority.TWO_THIRDS_IN_OFFICE, TWO_THIRDS, "Constitución, arts. 53 y 128", "A"),
    _in_office(Majority.THREE_QUARTERS_IN_OFFICE, (3, 4), "Reglamento del Senado, art. 77", "B"),
    _present(Majority.TWO_THIRDS_PRESENT, TWO_THIRDS, "Constitución, arts. 68, 70, 71 y 73", "A"),
    _present(
        Majority.THREE_FIFTHS_PRESENT, THREE_FIFTHS, "Reglamento del Senado, arts. 158 y 159", "B"
    ),
)


def rule_for(matter: str, on: date, rows: Iterable[DatedMajority] = ROWS) -> Rule | None:
    """The majority that this matter (a ``Majority`` code) required on that day.

    None for a code that no row holds on that day: the caller shows the majority as not
    known.
    """
    return next((row.rule for row in rows if row.rule.code == matter and row.holds_on(on)), None)


def rule_from_printed(
    printed: str, on: date, rows: Iterable[DatedMajority] = ROWS
) -> Majority | None:
    """The code of a quorum as the Senate prints it («Q.C.», «Dos tercios»), or None.

    Blanks and case are ignored; any other text is unknown, however close it looks. «Q.C.»
    has meant an absolute majority of the members in office all along; since 27 January
    2023 it is printed for organic laws too. A printed fraction gives the fraction only: it
    does not tell an organic law from a reform.
    """
    code = PRINTED.get(" ".join(printed.split()).lower())
    return code if code and rule_for(code, on, rows) else None
