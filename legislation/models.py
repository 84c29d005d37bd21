"""Every model of the subjects, for Django to find. Defines nothing."""

from legislation.amendments.models import Amendment, AmendmentPaper, AmendmentSignatory
from legislation.bills.journey import BillPaper, StageEntry, Step, Urgency, UrgencyRule
from legislation.bills.models import (
    Authorship,
    Bill,
    BillSubject,
    BillText,
    MergedBill,
    Subject,
)
from legislation.documents.models import Article, Document, StoredFile, Version
from legislation.events.models import Delivery
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun
from legislation.letters.models import Letter, LetterSeries
from legislation.membership.models import PersonAct
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
    Substitution,
)
from legislation.procedure.models import (
    Act,
    AttachedFile,
    Dossier,
    DossierDocument,
    NumberSeries,
    ProcedureTerm,
    Signatory,
)
from legislation.provenance.models import PublicRevision, RecordNature, Source
from legislation.publishing.models import Publication
from legislation.search.models import SearchWord
from legislation.sessions.models import AgendaItem, Attendance, Legislature, Session
from legislation.votes.models import Ballot, MajorityRule, Pair, Vote

__all__ = [
    "Act",
    "AgendaItem",
    "Amendment",
    "AmendmentPaper",
    "AmendmentSignatory",
    "Article",
    "AttachedFile",
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
    "Delivery",
    "Document",
    "Dossier",
    "DossierDocument",
    "ExclusionFromOffice",
    "ImportLoss",
    "ImportRun",
    "ImportedFile",
    "Legislature",
    "Letter",
    "LetterSeries",
    "MajorityRule",
    "Mandate",
    "MergedBill",
    "NumberSeries",
    "Office",
    "Pair",
    "Party",
    "PartyMembership",
    "Person",
    "PersonAct",
    "ProcedureTerm",
    "PublicRevision",
    "Publication",
    "RecordNature",
    "RosterSpan",
    "SearchWord",
    "SeatTotal",
    "Session",
    "Signatory",
    "Source",
    "StageEntry",
    "Step",
    "StoredFile",
    "Subject",
    "Substitution",
    "Urgency",
    "UrgencyRule",
    "Version",
    "Vote",
]
