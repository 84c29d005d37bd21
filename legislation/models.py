"""Every model of the subjects, for Django to find. Defines nothing."""

from legislation.bills.journey import BillPaper, StageEntry, Step, Urgency, UrgencyRule
from legislation.bills.models import (
    Authorship,
    Bill,
    BillSubject,
    BillText,
    MergedBill,
    Subject,
)
from legislation.documents.models import Article, Document, Version
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun
from legislation.people.models import (
    Caucus,
    CaucusMembership,
    Committee,
    CommitteeSeat,
    Constituency,
    ExclusionFromOffice,
    Mandate,
    Office,
    Party,
    PartyMembership,
    Person,
    RosterSpan,
    SeatTotal,
)
from legislation.provenance.models import PublicRevision, RecordNature, Source
from legislation.search.models import SearchWord
from legislation.sessions.models import AgendaItem, Attendance, Legislature, Session
from legislation.votes.models import Ballot, MajorityRule, Pair, Vote

__all__ = [
    "AgendaItem",
    "Article",
    "Attendance",
    "Authorship",
    "Ballot",
    "Bill",
    "BillPaper",
    "BillSubject",
    "BillText",
    "Caucus",
    "CaucusMembership",
    "Committee",
    "CommitteeSeat",
    "Constituency",
    "Document",
    "ExclusionFromOffice",
    "ImportLoss",
    "ImportRun",
    "ImportedFile",
    "Legislature",
    "MajorityRule",
    "Mandate",
    "MergedBill",
    "Office",
    "Pair",
    "Party",
    "PartyMembership",
    "Person",
    "PublicRevision",
    "RecordNature",
    "RosterSpan",
    "SearchWord",
    "SeatTotal",
    "Session",
    "Source",
    "StageEntry",
    "Step",
    "Subject",
    "Urgency",
    "UrgencyRule",
    "Version",
    "Vote",
]
