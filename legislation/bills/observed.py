"""What a source says about a bill, as plain values in the record's own words.

The reader of a format fills these; ``services.record_observed_bill`` makes the record
agree with them. Printed texts travel beside their meaning, so that nothing is lost.
"""

from dataclasses import dataclass, field
from datetime import date

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyEnd,
    UrgencyKind,
)


@dataclass(frozen=True, kw_only=True)
class ObservedAuthor:
    """A signature: the name as printed and, where there is no doubt, the person."""

    printed_name: str
    person_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ObservedStage:
    stage: Stage
    chamber: str
    entered_on: date


@dataclass(frozen=True, kw_only=True)
class ObservedStep:
    taken_on: date
    description: str
    stage: Stage
    stage_text: str = ""
    chamber: str = ""
    session_text: str = ""
    session_number: int | None = None
    legislature_number: int | None = None


@dataclass(frozen=True, kw_only=True)
class ObservedUrgency:
    kind: UrgencyKind
    set_on: date
    chamber: str = ""
    message: str = ""
    ended_on: date | None = None
    end: UrgencyEnd | str = ""
    end_message: str = ""
    end_chamber: str = ""


@dataclass(frozen=True, kw_only=True)
class ObservedPaper:
    kind: PaperKind
    dated_on: date | None
    title: str = ""
    number: str = ""
    description: str = ""
    letter_type: str = ""
    stage: Stage | str = ""
    stage_text: str = ""
    chamber: str = ""
    committee_id: int | None = None
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class ObservedArticle:
    eid: str
    label: str
    body: str
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class ObservedText:
    """One text of the bill with its articles, in order of the journey."""

    slug: str
    kind: TextKind
    dated_on: date
    title: str
    articles: tuple[ObservedArticle, ...]


@dataclass(frozen=True, kw_only=True)
class ObservedMerge:
    number: str
    is_lead: bool = False


@dataclass(frozen=True, kw_only=True)
class ObservedBill:
    number: str
    title: str
    initiative: Initiative
    origin_chamber: str
    filed_on: date
    stage: Stage
    status: Status
    kind: BillKind = BillKind.BILL
    plain_title: str = ""
    summary: str = ""
    stage_text: str = ""
    chamber: str = ""
    step_text: str = ""
    urgency_text: str = ""
    committee_id: int | None = None
    law_text: str = ""
    law_number: int | None = None
    law_published_on: date | None = None
    quorum_matter: str = ""
    filed_text_url: str = ""
    authors: tuple[ObservedAuthor, ...] = ()
    subjects: tuple[str, ...] = ()
    stages: tuple[ObservedStage, ...] = ()
    steps: tuple[ObservedStep, ...] = ()
    urgencies: tuple[ObservedUrgency, ...] = ()
    papers: tuple[ObservedPaper, ...] = ()
    merged_with: tuple[ObservedMerge, ...] = ()
    texts: tuple[ObservedText, ...] = field(default=())
