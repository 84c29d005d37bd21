"""One list of words, in the order in which they are explained: for readers, and for ourselves."""

import re

from django.apps import apps
from django.utils.translation import override

from legislation.glossary import TERMS
from tests.architecture.sources import ROOT, modules

DOCUMENT = ROOT / "docs" / "glossary.md"
# Tables of ours, not of the Senate: how the record is kept, found and announced.
HOUSEKEEPING = {
    "Delivery",
    "ImportLoss",
    "ImportRun",
    "ImportedFile",
    "LetterSeries",
    "NumberSeries",
    "ProcedureTerm",
    "PublicRevision",
    "RecordNature",
    "SearchWord",
    "Source",
}
# Called what they are: nobody needs to be told what a person, a paper or an attendance is.
PLAIN = {
    "Amendment",
    "AmendmentPaper",
    "AmendmentSignatory",
    "Article",
    "AttachedFile",
    "Attendance",
    "Authorship",
    "Ballot",
    "BillPaper",
    "BillSubject",
    "BillText",
    "CaucusMembership",
    "CommitteeSeat",
    "Document",
    "DossierDocument",
    "ExclusionFromOffice",
    "Letter",
    "Office",
    "Pair",
    "Party",
    "PartyMembership",
    "Person",
    "PersonAct",
    "RosterSpan",
    "SeatTotal",
    "Signatory",
    "StageEntry",
    "StoredFile",
    "Subject",
    "Substitution",
    "UrgencyRule",
    "Version",
}


def row(term) -> str:
    with override("en"):
        cells = (term.spanish, term.english, f"`{term.code}`", str(term.meaning), term.source)
    return f"| {' | '.join(cells)} |"


def test_the_document_has_the_terms_and_no_others():
    rows = [line for line in DOCUMENT.read_text().splitlines() if line.startswith("| ")]
    assert rows[1:] == [row(term) for term in TERMS]


def test_a_term_has_an_anchor_of_its_own():
    slugs = [term.slug for term in TERMS]
    assert sorted(set(slugs)) == sorted(slugs)


def test_what_a_term_is_called_in_code_exists():
    sources = "\n".join(path.read_text() for path in modules("legislation"))
    unknown = [
        term.code
        for term in TERMS
        for name, _dot, member in [term.code.partition(".")]
        if not re.search(rf"^(class|def) {name}\b", sources, re.MULTILINE)
        or not re.search(rf"^    {member}\b", sources, re.MULTILINE)
    ]
    assert unknown == []


def test_every_table_of_the_record_is_explained_or_plain():
    names = {model.__name__ for model in apps.get_app_config("legislation").get_models()}
    explained = {term.code.split(".")[0] for term in TERMS}
    assert names - explained - HOUSEKEEPING - PLAIN == set()
    assert (HOUSEKEEPING | PLAIN) - names == set()
    assert explained & (HOUSEKEEPING | PLAIN) == set()
